//! Norms without any language: what every engine is given in its own words.

pub mod generated;
pub mod library;
pub mod situations;
pub mod walk;

/// A set of norms over facts. Facts, derived facts and norms are known by their position.
#[derive(Debug, Clone, Default)]
pub struct NormSet {
    /// What can be known of a situation.
    pub facts: Vec<Kind>,
    /// Facts that follow from others.
    pub derived: Vec<Formula>,
    /// The norms.
    pub norms: Vec<Norm>,
    /// The fact by which norms are scoped to one sector, if they are.
    pub sector: Option<usize>,
}

/// What a fact may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Bool,
    /// One of so many values.
    OneOf(usize),
    /// Any set of so many values, at most 64.
    SomeOf(usize),
    /// A whole number between these, both included.
    Int(i64, i64),
}

/// What a norm does, as far as the benchmark looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// A ground for refusing, by its position.
    Ground(usize),
    /// Serve.
    ForbidRefusing,
    /// Refuse.
    ForbidServing,
    /// Something comes first, by its position.
    Step(usize),
    /// A risk.
    Caution,
    /// Everything that generated sets do not have.
    Other,
}

/// A norm.
#[derive(Debug, Clone)]
pub struct Norm {
    /// What it does.
    pub effect: Effect,
    /// When it applies.
    pub when: Formula,
    /// When it does not.
    pub unless: Vec<Formula>,
    /// Norms that it takes out.
    pub overrides: Vec<usize>,
}

/// A condition in negation normal form.
#[derive(Debug, Clone)]
pub enum Formula {
    /// A fact passes a test.
    Fact(usize, Test),
    /// A derived fact holds.
    Derived(usize),
    /// All hold.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
}

/// What is asked of one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// A yes-or-no fact is yes.
    Yes,
    /// A yes-or-no fact is no.
    No,
    /// The value is one of these.
    In(Vec<usize>),
    /// The value is none of these.
    NotIn(Vec<usize>),
    /// The set includes this value.
    Has(usize),
    /// The set does not include this value.
    HasNot(usize),
    /// The number lies between these, both included.
    Between(i64, i64),
}

/// What is known of one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// The position of a value.
    One(usize),
    /// One bit for each value.
    Set(u64),
    /// A number.
    Int(i64),
}

/// A complete situation: a value for each fact.
pub type Situation = Vec<Value>;
