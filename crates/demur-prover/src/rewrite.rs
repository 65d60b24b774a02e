//! Lawbooks with something changed.

use std::collections::BTreeSet;

use demur_lawbook::{Condition, Lawbook, Norm, NormId, Table};

/// The same lawbook in which these norms never apply.
pub(crate) fn silenced(lawbook: &Lawbook, norms: &BTreeSet<NormId>) -> Lawbook {
    let mut changed = lawbook.clone();
    changed.norms = Table::default();
    for (id, norm) in lawbook.norms.iter() {
        let mut norm = norm.clone();
        if norms.contains(&id) {
            norm.when = Condition::Any(Vec::new());
        }
        changed.norms.push(norm);
    }
    changed
}

/// The same lawbook with more norms behind its own.
pub(crate) fn with_norms(lawbook: &Lawbook, more: Vec<Norm>) -> Lawbook {
    let mut changed = lawbook.clone();
    for norm in more {
        changed.norms.push(norm);
    }
    changed
}
