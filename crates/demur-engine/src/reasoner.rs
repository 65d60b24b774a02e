//! Questions about one situation: what is certain, what is possible, and from
//! which facts it follows.

use std::collections::{BTreeMap, BTreeSet};

use batsat::Lit;
use demur_lawbook::{FactId, Lawbook, NormId, Verdict};

use crate::circuit::{Gate, Truth};
use crate::exact::{Exact, World, minimal};
use crate::gates::Gates;
use crate::kinds::Kinds;
use crate::knowledge::{Contradiction, Knowledge, Known};
use crate::narrow::Narrow;
use crate::program::Program;

pub(crate) struct Reasoner<'a> {
    pub(crate) lawbook: &'a Lawbook,
    pub(crate) program: &'a Program,
    /// What was given.
    given: Knowledge,
    /// What was given, and what plainly follows from it by the lawbook's assumptions.
    pub(crate) knowledge: Knowledge,
    /// Everything known, most telling first.
    pub(crate) known: Vec<Known>,
    truths: Vec<Truth>,
    /// Norms that are not plainly out of the question.
    norms: Vec<NormId>,
    /// Knows the completions of what is known.
    fixed: Exact,
    /// Knows all situations; for questions about less, or other, than what is known.
    general: Option<Exact>,
    /// Completions of what is known that were met on the way. A question that one of
    /// them answers needs no search.
    worlds: Vec<World>,
    /// Each knows of the same completions only those with one verdict, and nothing but what
    /// decides about it.
    narrow: BTreeMap<Option<Verdict>, Narrow>,
}

/// Most worlds that are kept: more only make the look through them longer.
const MOST_WORLDS: usize = 128;

impl<'a> Reasoner<'a> {
    /// # Errors
    ///
    /// What is known cannot hold together.
    pub(crate) fn new(
        lawbook: &'a Lawbook,
        program: &'a Program,
        given: Knowledge,
    ) -> Result<Self, Contradiction> {
        let known = given.known(lawbook);
        let fixed = Exact::fixed(lawbook, program, &known);
        let mut reasoner = Self {
            lawbook,
            program,
            knowledge: given.clone(),
            given,
            known,
            truths: Vec::new(),
            norms: Vec::new(),
            fixed,
            general: None,
            worlds: Vec::new(),
            narrow: BTreeMap::new(),
        };
        let Some(world) = reasoner.fixed.world(&[]) else {
            return Err(reasoner.contradiction());
        };
        reasoner.worlds.push(world);
        for variable in lawbook.variables.ids() {
            reasoner
                .knowledge
                .learn(variable, reasoner.fixed.open_cells(variable));
        }
        reasoner.truths = program.circuit.evaluate(&reasoner.knowledge);
        let truth = |norm: &NormId| reasoner.truth(program.applies(*norm));
        let norms = lawbook.norms.ids();
        reasoner.norms = norms.filter(|norm| truth(norm) != Truth::False).collect();
        Ok(reasoner)
    }

    /// Both solvers number their literals alike, so a literal of one means the same
    /// in the other.
    fn general(&mut self) -> &mut Exact {
        self.general
            .get_or_insert_with(|| Exact::new(self.lawbook, self.program))
    }

    pub(crate) fn literals(&self, known: &[Known]) -> Vec<Lit> {
        known
            .iter()
            .flat_map(|known| self.fixed.known(*known))
            .collect()
    }

    fn contradiction(&mut self) -> Contradiction {
        let known = self.known.clone();
        let switches = self.fixed.assumptions().to_vec();
        let facts = minimal(&known, &mut |facts: &[Known]| {
            let mut literals = self.literals(facts);
            literals.extend(&switches);
            !self.general().satisfiable(&literals)
        });
        let base = self.literals(&facts);
        let all: Vec<usize> = (0..switches.len()).collect();
        let assumptions = minimal(&all, &mut |chosen: &[usize]| {
            let mut literals = base.clone();
            literals.extend(chosen.iter().filter_map(|index| switches.get(*index)));
            !self.general().satisfiable(&literals)
        });
        Contradiction { facts, assumptions }
    }

    /// Those of `candidates`, answers that what is known allows, each of which can be so; with
    /// this verdict if one is named.
    pub(crate) fn possible_among(
        &mut self,
        verdict: Option<Verdict>,
        candidates: &[Known],
    ) -> BTreeSet<Known> {
        let narrow = self.narrow.entry(verdict).or_insert_with(|| {
            let gate = verdict.map_or(Gate::TRUE, |verdict| self.program.verdict(verdict));
            let known = (&self.knowledge, self.truths.as_slice());
            Narrow::new(self.lawbook, self.program, known, &[gate], gate)
        });
        narrow.possible_among(candidates)
    }

    /// What was given, without what follows from it.
    pub(crate) fn given(&self) -> &Knowledge {
        &self.given
    }

    /// Three-valued values of all gates by what is known.
    pub(crate) fn truths(&self) -> &[Truth] {
        &self.truths
    }

    /// The literal of a gate, the same for every question.
    pub(crate) fn literal(&self, gate: Gate) -> Lit {
        self.fixed.gate(gate)
    }

    /// A world of all situations, not only of those that fit what is known, in which
    /// these literals hold.
    pub(crate) fn world_where(&mut self, literals: &[Lit]) -> Option<World> {
        self.general().world(literals)
    }

    /// Whether there is such a world.
    pub(crate) fn can_be_where(&mut self, literals: &[Lit]) -> bool {
        self.general().satisfiable(literals)
    }

    pub(crate) fn all_literals(&self, knowledge: &Knowledge) -> Vec<Lit> {
        let mut literals = self.literals(&knowledge.known(self.lawbook));
        literals.extend(self.fixed.assumptions());
        literals
    }

    /// Whether this knowledge can hold together.
    pub(crate) fn can_be(&mut self, knowledge: &Knowledge) -> bool {
        let literals = self.all_literals(knowledge);
        self.general().satisfiable(&literals)
    }

    pub(crate) fn truth(&self, gate: Gate) -> Truth {
        self.truths
            .get(gate.position())
            .copied()
            .unwrap_or(Truth::Unknown)
    }

    /// Whether the gate has this value in some completion.
    fn takes(&mut self, gate: Gate, value: bool) -> bool {
        match self.truth(gate) {
            Truth::True => value,
            Truth::False => !value,
            Truth::Unknown if self.worlds.iter().any(|world| world.gate(gate) == value) => true,
            Truth::Unknown => {
                let literal = self.fixed.gate(gate);
                self.with(&[if value { literal } else { !literal }])
            }
        }
    }

    fn with(&mut self, literals: &[Lit]) -> bool {
        let world = self.fixed.world(literals);
        let found = world.is_some();
        self.worlds
            .extend(world.filter(|_| self.worlds.len() < MOST_WORLDS));
        found
    }

    /// A smallest set of `candidates` that alone forces the gate to be `value`.
    pub(crate) fn reason(&mut self, gate: Gate, value: bool, candidates: &[Known]) -> Vec<Known> {
        let literal = self.fixed.gate(gate);
        let opposite = if value { !literal } else { literal };
        let switches = self.fixed.assumptions().to_vec();
        let mut against: Vec<World> = Vec::new();
        minimal(candidates, &mut |facts: &[Known]| {
            if against
                .iter()
                .any(|world| facts.iter().all(|known| world.fits(*known)))
            {
                return false;
            }
            let mut literals = self.literals(facts);
            literals.extend(&switches);
            literals.push(opposite);
            let world = self.general().world(&literals);
            let forced = world.is_none();
            against.extend(world);
            forced
        })
    }

    /// A completion in which the gate is true, if there is one.
    pub(crate) fn case(&mut self, gate: Gate) -> Option<Vec<Known>> {
        let literal = self.fixed.gate(gate);
        self.fixed.world(&[literal]).map(|world| world.known())
    }

    /// Facts on which one of `gates` may still depend, in the order of the vocabulary.
    pub(crate) fn open_facts(&self, gates: &[Gate]) -> Vec<FactId> {
        let mut facts = Vec::new();
        self.program
            .circuit
            .open_variables(gates, &self.truths, |variable| {
                facts.push(self.lawbook.variables[variable].fact);
            });
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    pub(crate) fn is_open(&self, gate: Gate) -> bool {
        self.truth(gate) == Truth::Unknown
    }
}

impl<'a> Gates<'a> for Reasoner<'a> {
    fn lawbook(&self) -> &'a Lawbook {
        self.lawbook
    }

    fn program(&self) -> &'a Program {
        self.program
    }

    fn norms(&self) -> &[NormId] {
        &self.norms
    }

    fn kinds(&self) -> Kinds {
        self.program.kinds(&self.norms)
    }

    fn is_possible(&mut self, gate: Gate) -> bool {
        self.takes(gate, true)
    }

    fn is_certain(&mut self, gate: Gate) -> bool {
        !self.takes(gate, false)
    }

    fn facts_behind(&mut self, gate: Gate) -> Vec<Known> {
        let known = self.known.clone();
        self.reason(gate, true, &known)
    }
}
