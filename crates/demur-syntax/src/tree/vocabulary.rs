//! What a pack can speak of.

use crate::source::Span;

use super::{Clause, Day, Expr, Given, Int, Texts, Word};

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
