//! Examples, precedents and properties, and the answers that they expect.

use demur_syntax::{FileId, Span};
use jiff::civil::Date;

use super::{Condition, Given, Tier};
use crate::table::{DutyId, FactId, GroundId, MeasureId, PackId, StepId};

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
    /// Exactly these measures are suggested; in the order of the lawbook.
    Measures(Vec<MeasureId>),
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
