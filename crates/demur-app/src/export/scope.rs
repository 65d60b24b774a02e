//! What part of a lawbook is exported.

use std::collections::BTreeSet;

use demur_lawbook::{Cells, Condition, Lawbook, Norm, NormId, PackId, VarId};
use jiff::civil::Date;

use super::formula::Formula;

/// A part of a lawbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The place, by its position among the values of the fact `place`; every place
    /// when absent.
    pub place: Option<usize>,
    /// Only norms of these packs; of all packs when empty.
    pub packs: BTreeSet<PackId>,
}

impl Scope {
    /// The whole lawbook as it applies in the place of this name.
    #[must_use]
    pub fn in_place(lawbook: &Lawbook, name: &str) -> Option<Self> {
        let place = lawbook.facts[lawbook.place].value_named(name)?;
        Some(Self {
            place: Some(place),
            packs: BTreeSet::new(),
        })
    }

    /// The name of its place.
    pub(super) fn place_name<'l>(&self, lawbook: &'l Lawbook) -> Option<&'l str> {
        let values = lawbook.facts[lawbook.place].domain.values();
        values.get(self.place?).map(|value| value.name.as_str())
    }

    /// A condition of the lawbook, with what the place and the day settle already.
    /// Without a day, every period may still come.
    pub(super) fn settle(
        &self,
        lawbook: &Lawbook,
        day: Option<Date>,
        condition: &Condition,
    ) -> Formula {
        let join = |parts: &[Condition]| {
            parts
                .iter()
                .map(|part| self.settle(lawbook, day, part))
                .collect::<Vec<_>>()
        };
        match condition {
            Condition::Is { variable, cells } => self.is(lawbook, *variable, *cells),
            Condition::During { from, to } => Formula::constant(day.is_none_or(|day| {
                from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to)
            })),
            Condition::All(parts) => Formula::all(join(parts)),
            Condition::Any(parts) => Formula::any(join(parts)),
        }
    }

    fn is(&self, lawbook: &Lawbook, variable: VarId, cells: Cells) -> Formula {
        let info = lawbook.variables[variable];
        let possible = match self.place {
            Some(place) if info.fact == lawbook.place => Cells::single(place),
            _ => info.all(),
        };
        if possible.is_inside(cells) {
            Formula::constant(true)
        } else if possible.and(cells).is_empty() {
            Formula::constant(false)
        } else {
            Formula::Is(variable, cells)
        }
    }

    /// Norms of the packs meant that can hold in the place, on the day if there is one.
    pub(super) fn norms(&self, lawbook: &Lawbook, day: Option<Date>) -> Vec<NormId> {
        let can_hold =
            |norm: &Norm| self.settle(lawbook, day, &norm.when) != Formula::constant(false);
        let meant = lawbook.norms.iter().filter(|(_, norm)| {
            (self.packs.is_empty() || self.packs.contains(&norm.pack))
                && day.is_none_or(|day| norm.in_force(day))
                && can_hold(norm)
        });
        meant.map(|(id, _)| id).collect()
    }
}
