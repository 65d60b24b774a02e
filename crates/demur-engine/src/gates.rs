//! What an opinion reads: the value of gates for everything that is known.

use demur_lawbook::{Lawbook, NormId, Verdict};

use crate::circuit::Gate;
use crate::kinds::Kinds;
use crate::knowledge::Known;
use crate::program::Program;

/// Answers, exact for all completions of what is known, about the gates of a program.
pub(crate) trait Gates<'a> {
    fn lawbook(&self) -> &'a Lawbook;

    fn program(&self) -> &'a Program;

    /// The norms that are not plainly out of the question, ascending.
    fn norms(&self) -> &[NormId];

    /// The kinds of those norms.
    fn kinds(&self) -> Kinds;

    /// Whether the gate is true in some completion.
    fn is_possible(&mut self, gate: Gate) -> bool;

    /// Whether the gate is true in every completion.
    fn is_certain(&mut self, gate: Gate) -> bool;

    /// Known facts that alone make a gate true which is certain.
    fn facts_behind(&mut self, gate: Gate) -> Vec<Known>;

    /// Certainly true, certainly false, or open.
    fn settled(&mut self, gate: Gate) -> Option<bool> {
        if self.is_certain(gate) {
            Some(true)
        } else if self.is_possible(gate) {
            None
        } else {
            Some(false)
        }
    }

    fn applies(&mut self, norm: NormId) -> bool {
        let gate = self.program().applies(norm);
        self.is_certain(gate)
    }

    /// Norms of these kinds that are not plainly out of the question.
    fn of_kinds(&self, kinds: Kinds) -> Vec<NormId> {
        if !self.kinds().meet(kinds) {
            return Vec::new();
        }
        let program = self.program();
        let mut norms = self.norms().to_vec();
        norms.retain(|norm| program.kind(*norm).meet(kinds));
        norms
    }

    /// Norms of these kinds that certainly apply.
    fn applying(&mut self, kinds: Kinds) -> Vec<NormId> {
        let mut applying = self.of_kinds(kinds);
        applying.retain(|norm| self.applies(*norm));
        applying
    }

    fn possible_verdicts(&mut self) -> Vec<Verdict> {
        let verdicts = self.program().verdicts.iter();
        verdicts
            .filter(|(_, gate)| self.is_possible(*gate))
            .map(|(verdict, _)| *verdict)
            .collect()
    }
}
