//! Exact answers from three-valued values: where these leave a gate open, the solver is asked.

use batsat::Lit;
use demur_lawbook::{Lawbook, NormId};

use super::reasons::reasons;
use super::samples::Samples;
use super::{Means, Prepared, Values};
use crate::circuit::{Gate, Truth};
use crate::exact::{Exact, World};
use crate::gates::Gates;
use crate::kinds::Kinds;
use crate::knowledge::Known;
use crate::program::Program;
use crate::reasoner::Reasoner;

/// The gates of one situation, of which three-valued values are known.
pub(super) struct Valued<'a, 'v, V> {
    pub(super) lawbook: &'a Lawbook,
    pub(super) program: &'a Program,
    pub(super) situation: &'v Prepared,
    pub(super) values: &'v V,
    /// The kinds of the norms that may apply.
    pub(super) kinds: Kinds,
    pub(super) means: &'v mut Means,
    /// What is known, in literals of the solver.
    pub(super) literals: Vec<Lit>,
    /// Whether the samples are bent to what is known.
    pub(super) bent: bool,
    /// Completions that were met on the way.
    pub(super) worlds: Vec<World>,
}

impl<'a, V: Values> Valued<'a, '_, V> {
    /// Whether what is known can hold together.
    pub(super) fn can_be(&mut self) -> bool {
        let values = self.values;
        let holds = |violated: &Gate| values.truth(*violated) == Truth::False;
        self.program.violated.iter().all(holds)
            || self.samples().has_completion()
            || self.search(None)
    }

    /// Whether the gate, which is open, has this value in some completion.
    fn takes(&mut self, gate: Gate, value: bool) -> bool {
        let met = |world: &World| world.gate(gate) == value;
        self.samples().takes(gate, value)
            || self.worlds.iter().any(met)
            || self.search(Some((gate, value)))
    }

    /// Witnesses that agree with what is known.
    fn samples(&mut self) -> &mut Samples {
        let (lawbook, program) = (self.lawbook, self.program);
        let Prepared { day, known } = self.situation;
        let samples = self
            .means
            .samples
            .get_or_insert_with(|| Samples::new(lawbook, program, *day));
        if !self.bent {
            samples.learn(lawbook, program, known);
            self.bent = true;
        }
        samples
    }

    /// Looks for a completion, in which the gate has this value.
    fn search(&mut self, wanted: Option<(Gate, bool)>) -> bool {
        let (lawbook, program) = (self.lawbook, self.program);
        let solver = self
            .means
            .solver
            .get_or_insert_with(|| Exact::fixed(lawbook, program, &[]));
        if self.literals.is_empty() {
            let known = self.situation.known.known(lawbook);
            let literals = known.iter().flat_map(|known| solver.known(*known));
            self.literals = literals.collect();
        }
        let known = self.literals.len();
        self.literals.extend(wanted.map(|(gate, value)| {
            let literal = solver.gate(gate);
            if value { literal } else { !literal }
        }));
        let world = solver.world(&self.literals);
        self.literals.truncate(known);
        let found = world.is_some();
        self.worlds.extend(world);
        found
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
            Truth::Unknown => self.takes(gate, true),
        }
    }

    fn is_certain(&mut self, gate: Gate) -> bool {
        match self.values.truth(gate) {
            Truth::True => true,
            Truth::False => false,
            Truth::Unknown => !self.takes(gate, false),
        }
    }

    fn facts_behind(&mut self, gate: Gate) -> Vec<Known> {
        let plain = reasons(&self.program.circuit, &self.situation.known, gate);
        plain.unwrap_or_else(|| {
            let reasoner = Reasoner::new(self.lawbook, self.program, self.situation.known.clone());
            reasoner.map_or_else(|_| Vec::new(), |mut reasoner| reasoner.facts_behind(gate))
        })
    }
}
