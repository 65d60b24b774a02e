//! Examples, precedents and properties.

use super::{Clause, Day, Expr, Given, Text, Word};

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
