//! Conditions, and facts as given.

use crate::source::Span;

use super::{Int, Word};

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
