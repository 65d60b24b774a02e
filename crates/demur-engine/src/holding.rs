//! Complete situations, read off the circuit without a solver: which norms hold and
//! what follows.
//!
//! Where every fact is known Kleene's tables leave nothing open, so one pass over the
//! gates is exact. Whoever compares the engine with something else asks here.

use demur_lawbook::{Cells, Lawbook, NormId, VarId, Verdict};
use jiff::civil::Date;

use crate::circuit::{Gate, Truth};
use crate::knowledge::Knowledge;
use crate::program::Program;

/// What one day's law makes of complete situations.
#[derive(Debug)]
pub struct Holding<'l> {
    lawbook: &'l Lawbook,
    program: Program,
}

/// What holds in one complete situation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Norms whose own conditions hold, whatever overrides them; ascending.
    pub own: Vec<NormId>,
    /// Norms that are live; ascending.
    pub live: Vec<NormId>,
    /// The verdict.
    pub verdict: Verdict,
}

impl<'l> Holding<'l> {
    /// The law of this day.
    #[must_use]
    pub fn on(lawbook: &'l Lawbook, day: Date) -> Self {
        Self {
            lawbook,
            program: Program::new(lawbook, day),
        }
    }

    /// What holds where each variable lies in the cell that `cell` tells.
    ///
    /// Assumptions of the lawbook are not looked at: that is for whoever makes the
    /// situation. `None` when a cell is not one of its variable, so that the situation
    /// is not complete.
    #[must_use]
    pub fn of(&self, cell: impl Fn(VarId) -> usize) -> Option<Held> {
        let mut knowledge = Knowledge::nothing(self.lawbook);
        for (variable, info) in self.lawbook.variables.iter() {
            let known = Cells::single(cell(variable));
            if !known.is_inside(info.all()) || known.is_empty() {
                return None;
            }
            knowledge.set(variable, known);
        }
        let truths = self.program.circuit.evaluate(&knowledge);
        let is = |gate: Gate| truths.get(gate.position()) == Some(&Truth::True);
        let own = self.program.holds.iter().filter(|(_, gate)| is(*gate));
        let mut own: Vec<NormId> = own.map(|(norm, _)| *norm).collect();
        own.sort_unstable();
        let norms = self.lawbook.norms.ids();
        let mut verdicts = self.program.verdicts.iter().filter(|(_, gate)| is(*gate));
        let (verdict, _) = *verdicts.next()?;
        // Exactly one of them is true; a second one would be a fault of the circuit.
        verdicts.next().is_none().then(|| Held {
            own,
            live: norms.filter(|norm| is(self.program.live(*norm))).collect(),
            verdict,
        })
    }
}
