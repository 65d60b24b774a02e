//! What a program has otherwise than the lawbook from which it is built.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{NormId, VarId};

use crate::circuit::Gate;

/// Changes to a lawbook that need no other lawbook.
#[derive(Debug, Clone, Default)]
pub(crate) struct Variation {
    /// Norms that are never in force.
    pub(crate) without: BTreeSet<NormId>,
    /// Variables that stand for others.
    pub(crate) renamed: BTreeMap<VarId, VarId>,
    /// Norms that apply as they do in another program.
    pub(crate) shared: BTreeMap<NormId, Shared>,
}

/// A norm as it is in another program, where `switch` is true.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shared {
    pub(crate) switch: Gate,
    pub(crate) live: Gate,
    pub(crate) applies: Gate,
}

impl Variation {
    /// The variable that stands for this one.
    pub(crate) fn variable(&self, variable: VarId) -> VarId {
        self.renamed.get(&variable).copied().unwrap_or(variable)
    }
}
