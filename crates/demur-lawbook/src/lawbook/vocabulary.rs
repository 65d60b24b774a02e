//! Facts and what is built on them: conditions, grounds, steps, duties, profiles.

use demur_syntax::{FileId, Span};
use jiff::civil::Date;

use super::Texts;
use crate::table::{FactId, PackId, Table, VarId};

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
    /// Staff can bring it about: make it so, let a number grow, choose another value.
    pub actionable: bool,
    /// Staff can offer a way round it, so that it is no longer so; of yes-or-no facts.
    pub avoidable: bool,
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
    pub(super) fn conjuncts(&self) -> Vec<&Self> {
        match self {
            Self::All(parts) => parts.iter().flat_map(Self::conjuncts).collect(),
            Self::Is { .. } | Self::During { .. } | Self::Any(_) => vec![self],
        }
    }

    /// The condition that holds exactly when this one does not.
    #[must_use]
    pub fn negated(&self, variables: &Table<VarId, Variable>) -> Self {
        let each = |parts: &[Self]| parts.iter().map(|part| part.negated(variables)).collect();
        match self {
            Self::Is { variable, cells } => Self::Is {
                variable: *variable,
                cells: variables[*variable].all().without(*cells),
            },
            Self::During { from, to } => {
                let before = from.map(|from| Self::During {
                    from: None,
                    to: Some(from),
                });
                let after = to.map(|to| Self::During {
                    from: Some(to),
                    to: None,
                });
                Self::Any(before.into_iter().chain(after).collect())
            }
            Self::All(parts) => Self::Any(each(parts)),
            Self::Any(parts) => Self::All(each(parts)),
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

/// A condition with a name.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Its name, such as `conduct.offensive`.
    pub name: String,
    /// When it holds.
    pub holds: Condition,
}

/// A number that changes by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its values, each with its first day; by day.
    pub values: Vec<(i64, Date)>,
}

/// Values of a set fact with a name.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// The variables of its values, in the order in which they are written.
    pub variables: Vec<VarId>,
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

/// What can be done instead of refusing.
#[derive(Debug, Clone)]
pub struct Measure {
    /// Its name.
    pub name: String,
    /// How much it restricts the customer, 1 (least) to 9.
    pub rank: u8,
    /// What to do.
    pub label: Texts,
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

/// Yes-or-no facts that are asked in one question.
#[derive(Debug, Clone)]
pub struct Together {
    /// Its name.
    pub name: String,
    /// The facts, each with what stands beside its box. No fact is in two questions.
    pub facts: Vec<(FactId, Texts)>,
    /// The question.
    pub ask: Texts,
    /// Help with the question; may be empty.
    pub help: Texts,
}
