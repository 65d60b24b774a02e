//! Many questions at once about what can be so.

use std::collections::BTreeSet;

use batsat::Lit;
use demur_lawbook::Lawbook;

use crate::circuit::{Gate, Truth};
use crate::exact::{Exact, World};
use crate::knowledge::{Knowledge, Known};
use crate::program::Program;

/// A solver that looks at some gates only, with the completions that it found.
#[derive(Debug)]
pub(crate) struct Narrow {
    pub(crate) exact: Exact,
    worlds: Vec<World>,
}

impl Narrow {
    /// Looks at what `roots` still depend on when this is known.
    pub(crate) fn new(
        lawbook: &Lawbook,
        program: &Program,
        knowledge: &Knowledge,
        truths: &[Truth],
        roots: &[Gate],
    ) -> Self {
        Self {
            exact: Exact::narrowed(lawbook, program, knowledge, truths, roots),
            worlds: Vec::new(),
        }
    }

    /// Those of `candidates` each of which can be so, with `gate` true if one is named; those
    /// that it does not look at are left out.
    ///
    /// A search tries many at once, one for each variable: a completion that has all of them
    /// answers for each. Where there is none, the solver names some that cannot hold together:
    /// all of these but one wait for a later search, and one that fails alone is impossible.
    pub(crate) fn possible_among(
        &mut self,
        gate: Option<Gate>,
        candidates: &[Known],
    ) -> BTreeSet<Known> {
        let mut open = candidates.to_vec();
        open.retain(|known| self.exact.knows(known.variable));
        let mut found = BTreeSet::new();
        for world in &self.worlds {
            take(&mut open, &mut found, world, gate);
        }
        let goal: Vec<Lit> = gate.map(|gate| self.exact.gate(gate)).into_iter().collect();
        while !open.is_empty() {
            let mut together = one_for_each_variable(&open);
            while !together.is_empty() {
                let known = together.iter().flat_map(|known| self.exact.known(*known));
                let literals: Vec<Lit> = goal.iter().copied().chain(known).collect();
                if let Some(world) = self.exact.world(&literals) {
                    take(&mut open, &mut found, &world, gate);
                    self.worlds.push(world);
                    break;
                }
                let clash = |known: &Known| self.exact.failed_because_of(*known);
                let clashing: Vec<Known> = together.iter().copied().filter(clash).collect();
                match clashing.as_slice() {
                    // Not even the gate can be true.
                    [] => return found,
                    [alone] => {
                        open.retain(|known| known != alone);
                        together.retain(|known| known != alone);
                    }
                    [_, others @ ..] => together.retain(|known| !others.contains(known)),
                }
            }
        }
        found
    }
}

/// Moves what is so in this world.
fn take(open: &mut Vec<Known>, found: &mut BTreeSet<Known>, world: &World, gate: Option<Gate>) {
    if gate.is_none_or(|gate| world.gate(gate)) {
        open.retain(|known| {
            let fits = world.fits(*known);
            if fits {
                found.insert(*known);
            }
            !fits
        });
    }
}

/// The first candidate about each variable.
fn one_for_each_variable(candidates: &[Known]) -> Vec<Known> {
    let mut seen = BTreeSet::new();
    let mut first = candidates.to_vec();
    first.retain(|known| seen.insert(known.variable));
    first
}
