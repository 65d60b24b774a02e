//! Conditions that stand outside the packs, such as whom a provider cannot take.

use super::Condition;
use crate::table::{FactId, VarId};

/// A condition over the facts of a lawbook, compiled after the lawbook was.
///
/// A lawbook cuts numbers only where its own norms tell them apart. Where this
/// condition asks for more, it has variables of its own, listed in `finer`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// When it holds; over the lawbook's variables and those in `finer`.
    pub holds: Condition,
    /// Variables that the lawbook does not have.
    pub finer: Vec<Finer>,
}

/// A number fact cut into more cells than its lawbook cuts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finer {
    /// The variable that stands for it in the criterion.
    pub variable: VarId,
    /// The fact.
    pub fact: FactId,
    /// First number of each cell, ascending; at most 64. Every first number of the
    /// lawbook's own cells is among them.
    pub cells: Vec<i64>,
}
