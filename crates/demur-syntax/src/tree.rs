//! Syntax trees. They hold what was written and where, never what it means.

use jiff::civil::Date;

use crate::source::{FileId, Span};

/// A parsed Markdown file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file it was parsed from.
    pub file: FileId,
    /// Keys and values between the `---` lines at the top.
    pub front_matter: Vec<Entry>,
    /// Where the front matter stands, when there is one.
    pub front_matter_span: Option<Span>,
    /// The first heading.
    pub title: Option<Text>,
    /// Bullets of the section `Doubts`.
    pub doubts: Vec<Text>,
    /// The blocks marked `demur`, in order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// All items of all blocks, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.blocks.iter().flat_map(|block| &block.items)
    }

    /// The front matter's entry with this key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.front_matter.iter().find(|entry| entry.key.text == key)
    }
}

/// One line of front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What stands before the colon.
    pub key: Word,
    /// What stands behind it, trimmed, without a comment.
    pub value: Text,
}

/// A fenced block marked `demur`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where its content stands; several ranges when it is nested in a list or quote.
    pub content: Vec<Span>,
    /// What it declares.
    pub items: Vec<Item>,
    /// Its comments, in order.
    pub comments: Vec<Comment>,
    /// Whether every part of it was understood, so that it may be reformatted.
    pub whole: bool,
}

/// A comment, from `#` to the end of its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The text behind the `#`, trimmed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether nothing stands before it on its line.
    pub own_line: bool,
}

/// A name or path as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The letters.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A string as meant, without quotes and escapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub value: String,
    /// Where, with its quotes.
    pub span: Span,
}

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Where.
    pub span: Span,
}

/// A whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Int {
    /// The number.
    pub value: i64,
    /// Where.
    pub span: Span,
}

/// A language that packs speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Polish.
    Pl,
}

impl Lang {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 2] = [Self::En, Self::Pl];

    /// ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Pl => "pl",
        }
    }

    /// The language with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// The same text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts(pub Vec<(Lang, Text)>);

impl Texts {
    /// The text in this language.
    #[must_use]
    pub fn lang(&self, lang: Lang) -> Option<&Text> {
        self.0
            .iter()
            .find(|(each, _)| *each == lang)
            .map(|(_, text)| text)
    }
}

/// A clause with the range that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause<K> {
    /// What it says.
    pub kind: K,
    /// Where.
    pub span: Span,
}

/// A declaration, norm, test or property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it declares.
    pub kind: ItemKind,
    /// From its keyword to its last token.
    pub span: Span,
}

/// The kinds of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// `fact NAME : DOMAIN`
    Fact(Fact),
    /// `group NAME of FACT = { .. }`
    Group(Group),
    /// `together NAME of { FACT .. } ask ..`
    Together(Together),
    /// `ground NAME [weak]`
    Ground(Ground),
    /// `step NAME done when ..`
    Step(Step),
    /// `duty NAME`
    Duty(Duty),
    /// `measure NAME rank N`
    Measure(Measure),
    /// `define NAME = ..`
    Define(Define),
    /// `param NAME : LO..HI = N from DAY`
    Param(Param),
    /// `assume .. implies ..`
    Assume(Assume),
    /// `profile NAME given ..`
    Profile(Profile),
    /// `norm ID ..`
    Norm(Norm),
    /// `example ..` or `precedent ..`
    Test(Test),
    /// `property ..`
    Property(Property),
}

/// A named input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its path.
    pub name: Word,
    /// What it may be.
    pub domain: Domain,
    /// What else is said of it.
    pub clauses: Vec<Clause<FactClause>>,
}

/// What a fact may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Domain {
    /// Yes or no.
    Bool(Span),
    /// Exactly one of these.
    OneOf(Vec<Value>, Span),
    /// Any number of these.
    SomeOf(Vec<Value>, Span),
    /// A whole number between two bounds, both included.
    Int {
        /// Smallest.
        low: Int,
        /// Largest.
        high: Int,
    },
}

/// A value of an enumeration with its labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its name.
    pub name: Word,
    /// How people call it.
    pub texts: Texts,
}

/// Clauses of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactClause {
    /// The question.
    Ask(Texts),
    /// Help with the question.
    Help(Texts),
    /// What asking costs.
    Cost(Word),
    /// The value that `otherwise typical` stands for.
    Typical(Literal),
    /// Staff can change it.
    Actionable,
    /// Staff can offer a way round it.
    Avoidable,
    /// It is never asked.
    NeverAsk,
    /// It is asked before anything else.
    Urgent,
    /// It holds the reasons for refusing.
    Reason,
    /// It tells whether anyone else would be refused for the same.
    Comparator,
}

/// A value written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// `yes` or `no`.
    Bool(bool, Span),
    /// A number.
    Int(Int),
    /// A value of an enumeration.
    Name(Word),
    /// A set of values.
    Set(Vec<Word>, Span),
}

/// A named subset of a fact's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: Word,
    /// The fact.
    pub fact: Word,
    /// The values.
    pub values: Vec<Word>,
}

/// Yes-or-no facts that are asked in one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// Its name.
    pub name: Word,
    /// The facts, each with what stands beside its box.
    pub facts: Vec<Value>,
    /// Where the facts stand, with their braces.
    pub facts_span: Span,
    /// The question and its help.
    pub clauses: Vec<Clause<TogetherClause>>,
}

/// Clauses of a question about several facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TogetherClause {
    /// The question.
    Ask(Texts),
    /// Help with the question.
    Help(Texts),
}

/// A recognised reason to refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// Its name.
    pub name: Word,
    /// Whether it is mere silence of the law.
    pub weak: bool,
    /// Labels.
    pub texts: Texts,
}

/// What must be done before refusing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: Word,
    /// When it is done.
    pub done: Expr,
    /// Labels.
    pub texts: Texts,
}

/// What must be done when refusing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Its name.
    pub name: Word,
    /// Labels.
    pub texts: Texts,
}

/// What can be done instead of refusing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name.
    pub name: Word,
    /// How much it restricts the customer; 1 is least.
    pub rank: Int,
    /// Labels.
    pub texts: Texts,
}

/// A name for a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Define {
    /// Its path.
    pub name: Word,
    /// The condition.
    pub expr: Expr,
}

/// A dated number of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: Word,
    /// Smallest.
    pub low: Int,
    /// Largest.
    pub high: Int,
    /// Each value with the first day on which it holds.
    pub values: Vec<(Int, Day)>,
}

/// What cannot be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assume {
    /// The condition, or what it follows from.
    pub premise: Expr,
    /// What follows.
    pub implied: Option<Expr>,
    /// Why.
    pub because: Texts,
}

/// A business whose lasting facts have a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: Word,
    /// Labels.
    pub texts: Texts,
    /// Its facts.
    pub given: Vec<Given>,
}

/// A norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// Its id.
    pub id: Word,
    /// What is said of it.
    pub clauses: Vec<Clause<NormClause>>,
}

/// Clauses of a norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NormClause {
    /// Its title.
    Title(Texts),
    /// Its days, half-open.
    InForce {
        /// First day.
        from: Day,
        /// First day on which it no longer applies.
        to: Option<Day>,
    },
    /// How sure its author is.
    Confidence(Word),
    /// Lower layers may set it aside.
    Yielding,
    /// What it does.
    Effect(Effect),
    /// When it applies.
    When(Expr),
    /// When it does not apply.
    Unless(Expr),
    /// Which norms it takes out while it is live.
    Overrides(Vec<Word>),
    /// What staff should know.
    Note(Texts),
}

/// What a norm does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// `forbid refusing`
    ForbidRefusing,
    /// `forbid refusing because of ..`
    ForbidRefusingBecause(SetRef),
    /// `forbid serving`
    ForbidServing,
    /// `permit refusing as G`
    Permit(Word),
    /// `entitle refusing as G`
    Entitle(Word),
    /// `refusing needs a ground [admitting {..}]`
    NeedsGround(Vec<Word>),
    /// `require STEP before refusing [as G]`
    RequireStep {
        /// The step or steps.
        step: Expr,
        /// The ground for which it is required; every ground when absent.
        ground: Option<Word>,
    },
    /// `require DUTY [within ..] when refusing`
    RequireDuty {
        /// The duty.
        duty: Word,
        /// Until when.
        within: Option<Within>,
    },
    /// `forbid duty DUTY when refusing`
    ForbidDuty(Word),
    /// `suggest MEASURE instead of refusing [as G]`
    Suggest {
        /// The measure.
        measure: Word,
        /// The ground that it answers; every ground when absent.
        ground: Option<Word>,
    },
    /// `except NORM`
    Except(Word),
    /// `caution ..`
    Caution(Texts),
    /// `consequence [of serving] ..`
    Consequence {
        /// Whether it follows from serving instead of refusing.
        of_serving: bool,
        /// What follows.
        texts: Texts,
    },
}

/// A time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// How many.
    pub count: Int,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Calendar days.
    Days,
    /// Days on which offices work.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Calendar months.
    Months,
}

impl Unit {
    /// As written in a pack.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
            Self::WorkingDays => "working days",
            Self::Weeks => "weeks",
            Self::Months => "months",
        }
    }
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// One comparison.
    Atom(Atom),
    /// The opposite.
    Not(Box<Self>, Span),
    /// All hold.
    All(Vec<Self>, Span),
    /// At least one holds.
    Any(Vec<Self>, Span),
}

impl Expr {
    /// The range that it covers.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Atom(atom) => atom.span,
            Self::Not(_, span) | Self::All(_, span) | Self::Any(_, span) => *span,
        }
    }
}

/// A fact (or definition) compared with constants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    /// The fact or definition.
    pub path: Word,
    /// The comparison.
    pub test: AtomTest,
    /// Where.
    pub span: Span,
}

/// Comparisons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AtomTest {
    /// It is yes.
    Holds,
    /// `is V`, `is not V`, `is one of {..}`, `is not one of {..}`
    Is {
        /// Whether `not` stands before the value.
        negated: bool,
        /// The values.
        values: Vec<Word>,
        /// Whether it was written as `one of`.
        set: bool,
    },
    /// `< 18`
    Compare(Comparison, Operand),
    /// `between 16 and 17`
    Between(Operand, Operand),
    /// `includes ..`
    Includes(Quantifier, SetRef),
}

/// Order comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
}

impl Comparison {
    /// As written.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "=",
        }
    }
}

/// What a number is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A number.
    Int(Int),
    /// A parameter.
    Param(Word),
}

/// How many of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantifier {
    /// `includes V`
    One,
    /// `includes any of`
    Any,
    /// `includes all of`
    All,
    /// `includes none of`
    None,
    /// `includes only`
    Only,
}

/// A set written out, or a group's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetRef {
    /// `{a, b}`
    Values(Vec<Word>, Span),
    /// A group.
    Group(Word),
}

/// Something a situation of a test holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// A profile's facts.
    Profile(Word, Span),
    /// One fact.
    Fact(Expr),
}

impl Given {
    /// The range that it covers.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Profile(_, span) => *span,
            Self::Fact(expr) => expr.span(),
        }
    }
}

/// An example or precedent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// What happens, in a few words.
    pub title: Text,
    /// Docket or name of the ruling; present in a precedent.
    pub docket: Option<Text>,
    /// The day.
    pub on: Day,
    /// The rest.
    pub clauses: Vec<Clause<TestClause>>,
}

/// Clauses of a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TestClause {
    /// Name of the researched case.
    Case(Word),
    /// What staff knew then.
    Known(Text),
    /// Facts.
    Given(Vec<Given>),
    /// Facts that are not given have their typical values.
    OtherwiseTypical,
    /// What the opinion must be.
    Expect(Expectation),
}

/// What a test expects of an opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// This verdict, carried by these norms.
    Verdict {
        /// The verdict.
        verdict: Word,
        /// Norms that must be among those that carry it.
        by: Vec<Word>,
    },
    /// Exactly these verdicts are possible.
    Undetermined(Vec<Word>),
    /// `strong` or `weak`.
    Strength(Word),
    /// The layer that took the position.
    DecidedBy(Word),
    /// A ground's status.
    Ground {
        /// The ground.
        ground: Word,
        /// Its status.
        status: Word,
    },
    /// Whether a named part of the opinion is there.
    Part {
        /// What kind of part.
        part: Part,
        /// Whether it must be absent.
        absent: bool,
        /// Its name: a step, a duty or a norm.
        name: Word,
        /// Norms that must demand it.
        by: Vec<Word>,
    },
    /// Exactly these measures are suggested.
    Measures(Vec<Word>),
    /// A forbidden reason is in play, by these norms.
    Tainted(Vec<Word>),
    /// No forbidden reason is in play.
    NotTainted,
    /// The next question.
    Ask(Word),
    /// The norm is certainly live.
    Applies(Word),
    /// The norm is certainly not live.
    Inapplicable(Word),
}

/// Parts of an opinion that a test can look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// An outstanding step.
    Step,
    /// A duty when refusing.
    Duty,
    /// A caution.
    Caution,
    /// A consequence.
    Consequence,
}

impl Part {
    /// As written.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Duty => "duty",
            Self::Caution => "caution",
            Self::Consequence => "consequence",
        }
    }
}

/// What must hold over the whole fact space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// What it says.
    pub title: Text,
    /// For which days.
    pub period: Period,
    /// The rest.
    pub clauses: Vec<Clause<PropertyClause>>,
}

/// Days for which a property is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// `at all times`
    Always,
    /// `on or after DAY`
    From(Day),
    /// `from DAY to DAY`, half-open.
    Between(Day, Day),
}

/// Clauses of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PropertyClause {
    /// `for every policy below LAYER`
    EveryPolicyBelow(Word),
    /// The situations meant.
    Whenever(Expr),
    /// Verdicts that must not occur.
    Never(Vec<Word>),
    /// Verdicts of which one must occur.
    Always(Vec<Word>),
    /// Norms that may break it.
    ExceptBy(Vec<Word>),
}
