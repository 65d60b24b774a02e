//! The compiled form of a set of packs: names resolved, types checked, every
//! condition a formula over finite variables.

use demur_syntax::tree::{Lang, Unit};
use demur_syntax::{FileId, Span};
use jiff::civil::Date;

use crate::table::{DutyId, FactId, GroundId, NormId, PackId, StepId, Table, VarId};

/// Checked, compiled packs, identified by their hash.
#[derive(Debug, Clone)]
pub struct Lawbook {
    /// The packs, sorted by id.
    pub packs: Table<PackId, Pack>,
    /// The vocabulary, `place` first, then in the order of packs and files.
    pub facts: Table<FactId, Fact>,
    /// The variables of which the facts consist.
    pub variables: Table<VarId, Variable>,
    /// Grounds.
    pub grounds: Table<GroundId, Ground>,
    /// Steps.
    pub steps: Table<StepId, Step>,
    /// Duties.
    pub duties: Table<DutyId, Duty>,
    /// Norms, sorted by id and first day.
    pub norms: Table<NormId, Norm>,
    /// What cannot be otherwise.
    pub assumptions: Vec<Assumption>,
    /// Named businesses.
    pub profiles: Vec<Profile>,
    /// Examples and precedents.
    pub tests: Vec<Test>,
    /// What the prover has to show.
    pub properties: Vec<Property>,
    /// The built-in fact `place`.
    pub place: FactId,
    /// The fact that holds the reasons for refusing.
    pub reasons: Option<FactId>,
    /// The fact that tells whether anyone else would be refused for the same.
    pub comparator: Option<FactId>,
    /// SHA-256 over the canonical text of everything that can change an opinion,
    /// in hexadecimal. Prose, comments and layout do not change it.
    pub hash: String,
}

impl Lawbook {
    /// The fact with this name.
    #[must_use]
    pub fn fact_named(&self, name: &str) -> Option<FactId> {
        self.facts.find(|fact| fact.name == name)
    }

    /// All versions of the norm with this id.
    pub fn norms_named(&self, id: &str) -> impl Iterator<Item = NormId> {
        self.norms
            .iter()
            .filter(move |(_, norm)| norm.id == id)
            .map(|(norm, _)| norm)
    }

    /// The profile with this name.
    #[must_use]
    pub fn profile_named(&self, name: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.name == name)
    }
}

/// The same text in English and Polish.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// English.
    pub en: String,
    /// Polish.
    pub pl: String,
}

impl Texts {
    /// The text in this language, or in the other one when a firm wrote only that.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        let (wanted, other) = match lang {
            Lang::En => (&self.en, &self.pl),
            Lang::Pl => (&self.pl, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// Whether neither language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.pl.is_empty()
    }
}

/// The norms of one jurisdiction, profession or firm.
#[derive(Debug, Clone)]
pub struct Pack {
    /// First part of the ids of its norms.
    pub id: String,
    /// The highest layer on which its norms stand.
    pub layer: Layer,
    /// Where it applies; everywhere when absent.
    pub place: Option<String>,
    /// Places whose packs apply there too.
    pub within: Vec<String>,
    /// Calendar version.
    pub version: String,
    /// The day whose law was encoded.
    pub text_as_of: Option<Date>,
    /// `draft`, or who reviewed it and when.
    pub status: String,
    /// Its name.
    pub titles: Texts,
}

/// Where a norm stands; the smaller, the higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Layer {
    /// The tier that users see.
    pub tier: Tier,
    /// Rank inside the tier, 1 to 99; smaller is higher.
    pub rank: u8,
}

/// The four tiers, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Statutes, regulations, rulings.
    Law,
    /// Rules of a profession.
    Code,
    /// The firm's own policy.
    House,
    /// Demur's own standard of good practice.
    Standard,
}

impl Tier {
    /// All, from the top.
    pub const ALL: [Self; 4] = [Self::Law, Self::Code, Self::House, Self::Standard];

    /// As written in packs and opinions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Code => "code",
            Self::House => "house",
            Self::Standard => "standard",
        }
    }
}

/// What a fact costs to find out; ordered from cheap to dear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cost {
    /// Staff see it at the counter.
    Seen,
    /// The customer has to be asked, or staff has to search its conscience.
    Ask,
    /// Someone has to look it up.
    Lookup,
    /// Asking may hurt; only when nothing else decides.
    Intrusive,
}

impl Cost {
    /// All, from cheap to dear.
    pub const ALL: [Self; 4] = [Self::Seen, Self::Ask, Self::Lookup, Self::Intrusive];

    /// As written in packs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Ask => "ask",
            Self::Lookup => "lookup",
            Self::Intrusive => "intrusive",
        }
    }
}

/// A named, typed input.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its path, such as `conduct.insults_staff`.
    pub name: String,
    /// The pack that owns it; none for `place`.
    pub pack: Option<PackId>,
    /// What it may be.
    pub domain: Domain,
    /// Its variables: one for each element of a set, otherwise exactly one.
    pub variables: Vec<VarId>,
    /// The question.
    pub ask: Texts,
    /// Help with the question; may be empty.
    pub help: Texts,
    /// What asking costs.
    pub cost: Cost,
    /// What `otherwise typical` stands for.
    pub typical: Option<Answer>,
    /// Staff can change it.
    pub actionable: bool,
    /// It is never asked.
    pub never_ask: bool,
    /// It is asked before anything else.
    pub urgent: bool,
    /// Where it is declared; absent for `place`.
    pub declared: Option<(FileId, Span)>,
}

impl Fact {
    /// The position of this value among the values of an enumeration.
    #[must_use]
    pub fn value_named(&self, name: &str) -> Option<usize> {
        self.domain
            .values()
            .iter()
            .position(|value| value.name == name)
    }
}

/// What a fact may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Domain {
    /// Yes or no.
    Bool,
    /// Exactly one value.
    OneOf(Vec<Value>),
    /// Any set of values.
    SomeOf(Vec<Value>),
    /// A whole number between two bounds, both included.
    Int {
        /// Smallest.
        low: i64,
        /// Largest.
        high: i64,
        /// First number of each cell, ascending, beginning with `low`. Numbers in
        /// one cell are alike for every norm, test and property of the lawbook.
        cells: Vec<i64>,
    },
}

impl Domain {
    /// The values of an enumeration, otherwise none.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        match self {
            Self::OneOf(values) | Self::SomeOf(values) => values,
            Self::Bool | Self::Int { .. } => &[],
        }
    }

    /// As written in a pack.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::OneOf(_) => "one of",
            Self::SomeOf(_) => "some of",
            Self::Int { .. } => "number",
        }
    }
}

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its name.
    pub name: String,
    /// How people call it.
    pub label: Texts,
}

/// What is known of one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes or no.
    Bool(bool),
    /// One of these positions in the fact's values; a single one when known.
    OneOf(Vec<usize>),
    /// What the set certainly includes and certainly excludes, by position.
    SomeOf {
        /// Certainly in it.
        includes: Vec<usize>,
        /// Certainly not in it.
        excludes: Vec<usize>,
    },
    /// A number between these, both included; equal when known.
    Int {
        /// At least.
        low: i64,
        /// At most.
        high: i64,
    },
}

/// A finite variable; its cells are numbered from 0, at most 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variable {
    /// The fact to which it belongs.
    pub fact: FactId,
    /// Which element of a set fact it stands for.
    pub element: Option<usize>,
    /// How many cells it has. A yes-or-no variable has two: 0 is no, 1 is yes.
    pub cells: u32,
}

impl Variable {
    /// The set of all its cells.
    #[must_use]
    pub fn all(self) -> Cells {
        if self.cells >= 64 {
            Cells(u64::MAX)
        } else {
            Cells((1 << self.cells) - 1)
        }
    }
}

/// A set of cells of one variable.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cells(pub u64);

impl Cells {
    /// "No" of a yes-or-no variable.
    pub const NO: Self = Self(0b01);
    /// "Yes" of a yes-or-no variable.
    pub const YES: Self = Self(0b10);

    /// The set that holds only this cell.
    #[must_use]
    pub fn single(cell: usize) -> Self {
        Self(
            1_u64
                .checked_shl(u32::try_from(cell).unwrap_or(u32::MAX))
                .unwrap_or(0),
        )
    }

    /// Cells in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Cells in this but not in `other`.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether no cell is left.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether every cell is in `other`.
    #[must_use]
    pub fn is_inside(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The cells, ascending.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |cell| self.0 >> cell & 1 == 1)
    }
}

/// A condition in negation normal form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// The variable lies in one of these cells.
    Is {
        /// The variable.
        variable: VarId,
        /// The cells.
        cells: Cells,
    },
    /// The day lies in this period, half-open.
    During {
        /// First day.
        from: Option<Date>,
        /// First day after it.
        to: Option<Date>,
    },
    /// All hold; true when empty.
    All(Vec<Self>),
    /// At least one holds; false when empty.
    Any(Vec<Self>),
}

impl Condition {
    /// What always holds.
    #[must_use]
    pub fn always() -> Self {
        Self::All(Vec::new())
    }

    /// The conditions that all have to hold for this one to hold.
    fn conjuncts(&self) -> Vec<&Self> {
        match self {
            Self::All(parts) => parts.iter().flat_map(Self::conjuncts).collect(),
            Self::Is { .. } | Self::During { .. } | Self::Any(_) => vec![self],
        }
    }

    /// Calls `see` with each variable and its cells.
    pub fn each_variable(&self, see: &mut impl FnMut(VarId, Cells)) {
        match self {
            Self::Is { variable, cells } => see(*variable, *cells),
            Self::During { .. } => {}
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.each_variable(see))
            }
        }
    }
}

/// A recognised reason to refuse.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Its name.
    pub name: String,
    /// Mere silence of the law: never meets a demand for a ground.
    pub weak: bool,
    /// How people call it.
    pub label: Texts,
}

/// What must be done before refusing.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// When it is done.
    pub done: Condition,
    /// What to do.
    pub label: Texts,
}

/// What must be done when refusing.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Its name.
    pub name: String,
    /// What to do.
    pub label: Texts,
}

/// How sure the author of a norm was; ordered from sure to unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The text or a reliable account of it was seen.
    Verified,
    /// General knowledge; nobody opened the source.
    Recalled,
    /// Serious authorities disagree.
    Contested,
}

impl Confidence {
    /// All, from sure to unsure.
    pub const ALL: [Self; 3] = [Self::Verified, Self::Recalled, Self::Contested];

    /// As written in packs and opinions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Recalled => "recalled",
            Self::Contested => "contested",
        }
    }
}

/// Where a norm comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citation {
    /// How a lawyer cites it.
    pub cite: String,
    /// Its official address; empty for house policy without one.
    pub url: String,
    /// Where it was read.
    pub sources: Vec<String>,
    /// The day on which the sources were looked at.
    pub seen: Option<Date>,
}

/// One coded provision, in one version.
#[derive(Debug, Clone)]
pub struct Norm {
    /// Its id, such as `pl.kw.135`; the same for all its versions.
    pub id: String,
    /// The pack that holds it.
    pub pack: PackId,
    /// Where it stands.
    pub layer: Layer,
    /// What it says, in a line.
    pub title: Texts,
    /// What staff should know.
    pub note: Texts,
    /// First day in force; always when absent.
    pub from: Option<Date>,
    /// First day on which it no longer applies.
    pub to: Option<Date>,
    /// Where it comes from.
    pub citation: Citation,
    /// How sure its author was.
    pub confidence: Confidence,
    /// What its author doubts.
    pub doubts: Vec<String>,
    /// What it does.
    pub effect: Effect,
    /// When it applies: all of the places of its pack and what is written.
    pub when: Condition,
    /// When it does not apply.
    pub unless: Vec<Condition>,
    /// Norms that it takes out while it is live.
    pub overrides: Vec<NormId>,
    /// Lower layers may set it aside.
    pub yielding: bool,
    /// Where it is written.
    pub declared: (FileId, Span),
}

impl Norm {
    /// The conditions that all have to hold, without the places of its pack.
    #[must_use]
    pub fn conditions(&self) -> Vec<&Condition> {
        match &self.when {
            Condition::All(parts) => parts
                .iter()
                .skip(1)
                .flat_map(Condition::conjuncts)
                .collect(),
            other => vec![other],
        }
    }

    /// Whether it is in force on this day.
    #[must_use]
    pub fn in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }
}

/// What a norm does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Serve.
    ForbidRefusing,
    /// Refusing for one of these reasons is prohibited.
    ForbidRefusingBecause(Vec<VarId>),
    /// Refuse.
    ForbidServing,
    /// A ground that lower layers may narrow.
    Permit(GroundId),
    /// A ground that lower layers cannot take away.
    Entitle(GroundId),
    /// Without a ground, refusing is not justified. When the list is not empty,
    /// exactly these grounds count.
    NeedsGround(Vec<GroundId>),
    /// Something comes first.
    RequireStep {
        /// What.
        step: Steps,
        /// For refusals on this ground; on every ground when absent.
        ground: Option<GroundId>,
    },
    /// A duty accompanies a refusal.
    RequireDuty {
        /// The duty.
        duty: DutyId,
        /// Until when.
        within: Option<Within>,
    },
    /// A duty must not be done.
    ForbidDuty(DutyId),
    /// Only takes out the norms that it overrides.
    Except,
    /// A legal risk.
    Caution(Texts),
    /// What follows.
    Consequence {
        /// From serving instead of refusing.
        of_serving: bool,
        /// What.
        text: Texts,
    },
}

impl Effect {
    /// Stable name, as in opinions.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::ForbidRefusing => "forbid_refusing",
            Self::ForbidRefusingBecause(_) => "forbid_refusing_because",
            Self::ForbidServing => "forbid_serving",
            Self::Permit(_) => "permit_refusing",
            Self::Entitle(_) => "entitle_refusing",
            Self::NeedsGround(_) => "needs_ground",
            Self::RequireStep { .. } => "require_step",
            Self::RequireDuty { .. } => "require_duty",
            Self::ForbidDuty(_) => "forbid_duty",
            Self::Except => "except",
            Self::Caution(_) => "caution",
            Self::Consequence { .. } => "consequence",
        }
    }
}

/// Steps joined by `and` and `or`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Steps {
    /// One step.
    One(StepId),
    /// All of these.
    All(Vec<Self>),
    /// Any of these.
    Any(Vec<Self>),
}

impl Steps {
    /// All steps named in it.
    #[must_use]
    pub fn leaves(&self) -> Vec<StepId> {
        match self {
            Self::One(step) => vec![*step],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::leaves).collect(),
        }
    }
}

/// A time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// How many.
    pub count: i64,
    /// Of what.
    pub unit: Unit,
}

/// What cannot be otherwise.
#[derive(Debug, Clone)]
pub struct Assumption {
    /// What holds in every situation.
    pub holds: Condition,
    /// Why.
    pub because: Texts,
    /// Where it is written.
    pub declared: (FileId, Span),
}

/// Cells that are given for some variables.
pub type Given = Vec<(VarId, Cells)>;

/// A business whose lasting facts have a name.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// How people call it.
    pub label: Texts,
    /// Its facts.
    pub given: Given,
}

/// An example or a precedent.
#[derive(Debug, Clone)]
pub struct Test {
    /// The pack in which it stands.
    pub pack: PackId,
    /// What happens.
    pub title: String,
    /// Docket or name of the ruling; present in a precedent.
    pub docket: Option<String>,
    /// Name of the researched case.
    pub case: Option<String>,
    /// The day.
    pub on: Date,
    /// Facts of profiles, which give way to `given`.
    pub profile: Given,
    /// Facts.
    pub given: Given,
    /// Facts that are not given have their typical values.
    pub otherwise_typical: bool,
    /// What the opinion must be, with the place of each expectation.
    pub expectations: Vec<(Expectation, Span)>,
    /// Where it is written.
    pub declared: (FileId, Span),
}

/// What a test expects of an opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// This verdict, carried among others by these norms.
    Verdict(Verdict, Vec<String>),
    /// Exactly these verdicts are possible.
    Undetermined(Vec<Verdict>),
    /// Whether a permission is strong.
    Strong(bool),
    /// The tier that took the position.
    DecidedBy(Tier),
    /// A ground's status.
    Ground(GroundId, GroundStatus),
    /// Whether a step is outstanding.
    Step(StepId, bool),
    /// Whether a duty is due, by these norms.
    Duty(DutyId, bool, Vec<String>),
    /// Whether a norm's caution is shown.
    Caution(String, bool),
    /// Whether a norm's consequence is shown.
    Consequence(String, bool),
    /// A forbidden reason is in play, by these norms; or none is.
    Tainted(Option<Vec<String>>),
    /// The next question.
    Ask(FactId),
    /// The norm is certainly live (`true`) or certainly not live (`false`).
    Live(String, bool),
}

/// The headline of an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Law (or policy) forbids refusing.
    MustServe,
    /// A ground is asked for, and none is established.
    NotJustified,
    /// Refusing is allowed once the outstanding steps are done.
    MayRefuseAfter,
    /// Refusing is allowed now.
    MayRefuse,
    /// Law (or policy) forbids serving.
    MustRefuse,
    /// Rules of equal rank forbid both.
    Conflict,
}

impl Verdict {
    /// All, from serving to refusing, the clash last.
    pub const ALL: [Self; 6] = [
        Self::MustServe,
        Self::NotJustified,
        Self::MayRefuseAfter,
        Self::MayRefuse,
        Self::MustRefuse,
        Self::Conflict,
    ];

    /// As written in packs and opinions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MustServe => "must_serve",
            Self::NotJustified => "not_justified",
            Self::MayRefuseAfter => "may_refuse_after",
            Self::MayRefuse => "may_refuse",
            Self::MustRefuse => "must_refuse",
            Self::Conflict => "conflict",
        }
    }

    /// The verdict with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

/// How one ground stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroundStatus {
    /// It carries a refusal now.
    Open,
    /// It carries a refusal once its steps are done.
    AfterSteps,
    /// Its conditions do not hold.
    NotMet,
    /// Its conditions hold, but something forbids refusing all the same.
    Barred,
    /// The facts do not tell.
    Unknown,
}

impl GroundStatus {
    /// All.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::AfterSteps,
        Self::NotMet,
        Self::Barred,
        Self::Unknown,
    ];

    /// As written in packs and opinions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::AfterSteps => "after_steps",
            Self::NotMet => "not_met",
            Self::Barred => "barred",
            Self::Unknown => "unknown",
        }
    }
}

/// What must hold over the whole fact space; stored for the prover.
#[derive(Debug, Clone)]
pub struct Property {
    /// What it says.
    pub title: String,
    /// First day for which it is stated.
    pub from: Option<Date>,
    /// First day for which it is no longer stated.
    pub to: Option<Date>,
    /// It holds whatever stands below this tier.
    pub every_policy_below: Option<Tier>,
    /// The situations meant.
    pub whenever: Condition,
    /// Verdicts that must not occur.
    pub never: Vec<Verdict>,
    /// Verdicts of which one must occur; any when empty.
    pub always: Vec<Verdict>,
    /// Norms that may break it.
    pub except_by: Vec<String>,
    /// Where it is written.
    pub declared: (FileId, Span),
}
