//! Exact answers from three-valued values: where these leave a gate open, the solver is asked.

use demur_lawbook::{Condition, Lawbook, NormId};
use jiff::civil::Date;

use super::Values;
use super::reasons::reasons;
use crate::circuit::{Gate, Truth};
use crate::gates::Gates;
use crate::kinds::Kinds;
use crate::knowledge::{Knowledge, Known};
use crate::program::Program;
use crate::reasoner::Reasoner;

/// Whether what is known can hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consistency {
    /// It can.
    Certain,
    /// Only the solver can tell.
    Open,
}

impl Consistency {
    /// Completes what is known in a simple way and looks whether all assumptions hold.
    pub(crate) fn of(
        lawbook: &Lawbook,
        program: &Program,
        day: Date,
        known: &Knowledge,
        values: &impl Values,
    ) -> Self {
        let violated = |gate: &Gate| values.truth(*gate) != Truth::False;
        if !program.violated.iter().any(violated) {
            return Self::Certain;
        }
        let completion = known.completed();
        let holds = |condition: &Condition| completion.satisfies(condition, day);
        let assumptions = &lawbook.assumptions;
        if assumptions.iter().all(|each| holds(&each.holds)) {
            Self::Certain
        } else {
            Self::Open
        }
    }
}

/// The gates of one situation, of which three-valued values are known.
pub(crate) struct Valued<'a, 'v, V> {
    pub(crate) lawbook: &'a Lawbook,
    pub(crate) program: &'a Program,
    pub(crate) known: &'v Knowledge,
    pub(crate) values: &'v V,
    /// The kinds of the norms that may apply.
    pub(crate) kinds: Kinds,
    /// Made when the first question is left open.
    pub(crate) solver: Option<Reasoner<'a>>,
}

impl<'a, V: Values> Valued<'a, '_, V> {
    fn ask<T>(&mut self, question: impl Fn(&mut Reasoner<'a>) -> T) -> Option<T> {
        if self.solver.is_none() {
            self.solver = Reasoner::new(self.lawbook, self.program, self.known.clone()).ok();
        }
        self.solver.as_mut().map(question)
    }
}

impl<'a, V: Values> Gates<'a> for Valued<'a, '_, V> {
    fn lawbook(&self) -> &'a Lawbook {
        self.lawbook
    }

    fn program(&self) -> &'a Program {
        self.program
    }

    fn norms(&self) -> &[NormId] {
        self.values.norms()
    }

    fn kinds(&self) -> Kinds {
        self.kinds
    }

    fn is_possible(&mut self, gate: Gate) -> bool {
        match self.values.truth(gate) {
            Truth::True => true,
            Truth::False => false,
            Truth::Unknown => self
                .ask(|solver| solver.is_possible(gate))
                .unwrap_or_default(),
        }
    }

    fn is_certain(&mut self, gate: Gate) -> bool {
        match self.values.truth(gate) {
            Truth::True => true,
            Truth::False => false,
            Truth::Unknown => self
                .ask(|solver| solver.is_certain(gate))
                .unwrap_or_default(),
        }
    }

    fn facts_behind(&mut self, gate: Gate) -> Vec<Known> {
        reasons(&self.program.circuit, self.known, gate)
            .or_else(|| self.ask(|solver| solver.facts_behind(gate)))
            .unwrap_or_default()
    }
}
