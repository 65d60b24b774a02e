//! Many questions at once about what can be so.

use std::collections::BTreeSet;

use batsat::Lit;
use demur_lawbook::Lawbook;

use crate::circuit::{Gate, Truth};
use crate::exact::{Exact, World};
use crate::knowledge::{Knowledge, Known};
use crate::program::Program;

/// A solver that looks at some gates only, with the completions that it found. The gate that it is
/// about is true in all of them; there are none where it cannot be.
#[derive(Debug)]
pub(crate) struct Narrow {
    exact: Exact,
    worlds: Vec<World>,
}

impl Narrow {
    /// Looks at what `roots` still depend on when this is known, where `gate` is true.
    pub(crate) fn new(
        lawbook: &Lawbook,
        program: &Program,
        (knowledge, truths): (&Knowledge, &[Truth]),
        roots: &[Gate],
        gate: Gate,
    ) -> Self {
        let mut exact = Exact::narrowed(lawbook, program, (knowledge, truths), roots);
        exact.require(gate);
        let worlds = exact.world(&[]).into_iter().collect();
        Self { exact, worlds }
    }

    /// Those of `candidates`, answers that `knowledge` allows, each of which can be so.
    ///
    /// A search tries many at once, one for each variable: a completion that has all of them
    /// answers for each. Where there is none, the solver names some that cannot hold together:
    /// all of these but one wait for a later search, and one that fails alone is impossible.
    pub(crate) fn possible_among(&mut self, candidates: &[Known]) -> BTreeSet<Known> {
        if self.worlds.is_empty() {
            return BTreeSet::new();
        }
        let (mut open, free): (Vec<Known>, Vec<Known>) = candidates
            .iter()
            .partition(|known| self.exact.knows(known.variable));
        // Nothing that it looks at reads these, so any answer goes with any completion.
        let mut found: BTreeSet<Known> = free.into_iter().collect();
        open.retain(|known| {
            let possible = self.exact.open_cells(known.variable);
            !possible.and(known.cells).is_empty()
        });
        for world in &self.worlds {
            take(&mut open, &mut found, world);
        }
        while !open.is_empty() {
            let mut together = one_for_each_variable(&open);
            while !together.is_empty() {
                let literals: Vec<Lit> = together
                    .iter()
                    .flat_map(|known| self.exact.known(*known))
                    .collect();
                if let Some(world) = self.exact.world(&literals) {
                    take(&mut open, &mut found, &world);
                    self.worlds.push(world);
                    break;
                }
                let clash = |known: &Known| self.exact.failed_because_of(*known);
                let clashing: Vec<Known> = together.iter().copied().filter(clash).collect();
                match clashing.as_slice() {
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
fn take(open: &mut Vec<Known>, found: &mut BTreeSet<Known>, world: &World) {
    open.retain(|known| {
        let fits = world.fits(*known);
        if fits {
            found.insert(*known);
        }
        !fits
    });
}

/// The first candidate about each variable.
fn one_for_each_variable(candidates: &[Known]) -> Vec<Known> {
    let mut seen = BTreeSet::new();
    let mut first = candidates.to_vec();
    first.retain(|known| seen.insert(known.variable));
    first
}
