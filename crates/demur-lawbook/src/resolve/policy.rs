//! What a firm's own policy may not do.

use demur_syntax::{Diagnostic, Span};

use super::{Builder, Unit};
use crate::lawbook::{Cells, Condition};
use crate::table::VarId;

impl Builder<'_, '_> {
    /// A firm may not answer the law's questions by assumption. Its assumptions have
    /// to hold whenever all its own facts are "no" (or have their first value),
    /// whatever the facts of the library are.
    pub(super) fn check_own_facts(&mut self, unit: &Unit, holds: &Condition, span: Span) {
        let owner = |variable| self.lawbook.facts[self.lawbook.variables[variable].fact].pack;
        let first = |variable, cells: Cells| {
            (owner(variable) == Some(unit.pack)).then_some(cells.0 & 1 == 1)
        };
        if holds_with(holds, &first) != Some(true) {
            self.report(
                Diagnostic::error(
                    "E123",
                    "a policy cannot assume anything about facts of the library",
                )
                .at(
                    unit.file,
                    span,
                    "restricts them although no own fact says so",
                )
                .help("write `assume OWN_FACT implies ..`, or a norm with a condition"),
            );
        }
    }
}

/// Whether the condition holds when `value` tells what is known of each variable.
fn holds_with(
    condition: &Condition,
    value: &impl Fn(VarId, Cells) -> Option<bool>,
) -> Option<bool> {
    let each = |parts: &[Condition]| -> Vec<Option<bool>> {
        parts.iter().map(|part| holds_with(part, value)).collect()
    };
    match condition {
        Condition::Is { variable, cells } => value(*variable, *cells),
        Condition::During { .. } => None,
        Condition::All(parts) => match each(parts) {
            values if values.contains(&Some(false)) => Some(false),
            values if values.contains(&None) => None,
            _ => Some(true),
        },
        Condition::Any(parts) => match each(parts) {
            values if values.contains(&Some(true)) => Some(true),
            values if values.contains(&None) => None,
            _ => Some(false),
        },
    }
}
