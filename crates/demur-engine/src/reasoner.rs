//! Questions about one situation: what is certain, what is possible, and from
//! which facts it follows.

use batsat::Lit;
use demur_lawbook::{Cells, FactId, Lawbook, NormId, VarId, Verdict};

use crate::circuit::{Gate, Truth};
use crate::exact::{Exact, minimal};
use crate::knowledge::{Contradiction, Knowledge, Known};
use crate::program::Program;

pub(crate) struct Reasoner<'a> {
    pub(crate) lawbook: &'a Lawbook,
    pub(crate) program: &'a Program,
    pub(crate) knowledge: Knowledge,
    /// Everything known, most telling first.
    pub(crate) known: Vec<Known>,
    truths: Vec<Truth>,
    exact: Exact,
    /// Literals of everything known and of all assumptions.
    fixed: Vec<Lit>,
}

impl<'a> Reasoner<'a> {
    /// # Errors
    ///
    /// What is known cannot hold together.
    pub(crate) fn new(
        lawbook: &'a Lawbook,
        program: &'a Program,
        knowledge: Knowledge,
    ) -> Result<Self, Contradiction> {
        let exact = Exact::new(lawbook, program);
        let truths = program.circuit.evaluate(&knowledge);
        let known = knowledge.known(lawbook);
        let mut reasoner = Self { lawbook, program, knowledge, known, truths, exact, fixed: Vec::new() };
        reasoner.fixed = reasoner.literals(&reasoner.known);
        reasoner.fixed.extend(reasoner.exact.assumptions().to_vec());
        let fixed = reasoner.fixed.clone();
        if reasoner.exact.satisfiable(&fixed) { Ok(reasoner) } else { Err(reasoner.contradiction()) }
    }

    fn literals(&self, known: &[Known]) -> Vec<Lit> {
        known.iter().flat_map(|known| self.exact.known(*known)).collect()
    }

    fn contradiction(&mut self) -> Contradiction {
        let known = self.known.clone();
        let switches = self.exact.assumptions().to_vec();
        let facts = minimal(&known, &mut |facts: &[Known]| {
            let mut literals = self.literals(facts);
            literals.extend(&switches);
            !self.exact.satisfiable(&literals)
        });
        let base = self.literals(&facts);
        let all: Vec<usize> = (0..switches.len()).collect();
        let assumptions = minimal(&all, &mut |chosen: &[usize]| {
            let mut literals = base.clone();
            literals.extend(chosen.iter().filter_map(|index| switches.get(*index)));
            !self.exact.satisfiable(&literals)
        });
        Contradiction { facts, assumptions }
    }

    /// The verdicts that are possible when these variables are set; none when that
    /// cannot be.
    pub(crate) fn possible_verdicts_with(&mut self, changes: &[(VarId, Cells)]) -> Vec<Verdict> {
        let mut knowledge = self.knowledge.clone();
        for (variable, cells) in changes {
            knowledge.set(*variable, *cells);
        }
        let mut literals = self.literals(&knowledge.known(self.lawbook));
        literals.extend(self.exact.assumptions().to_vec());
        if !self.exact.satisfiable(&literals) {
            return Vec::new();
        }
        let truths = self.program.circuit.evaluate(&knowledge);
        let verdicts = self.program.verdicts.clone();
        let possible = verdicts.into_iter().filter(|(_, gate)| match truths.get(gate.position()) {
            Some(Truth::True) => true,
            Some(Truth::False) => false,
            Some(Truth::Unknown) | None => {
                literals.push(self.exact.gate(*gate));
                let possible = self.exact.satisfiable(&literals);
                literals.pop();
                possible
            }
        });
        possible.map(|(verdict, _)| verdict).collect()
    }

    pub(crate) fn possible_verdicts(&mut self) -> Vec<Verdict> {
        let verdicts = self.program.verdicts.clone();
        verdicts.into_iter().filter(|(_, gate)| self.is_possible(*gate)).map(|(verdict, _)| verdict).collect()
    }

    fn truth(&self, gate: Gate) -> Truth {
        self.truths.get(gate.position()).copied().unwrap_or(Truth::Unknown)
    }

    /// Whether the gate is true in some completion.
    pub(crate) fn is_possible(&mut self, gate: Gate) -> bool {
        match self.truth(gate) {
            Truth::True => true,
            Truth::False => false,
            Truth::Unknown => {
                let literal = self.exact.gate(gate);
                self.with(literal)
            }
        }
    }

    /// Whether the gate is true in every completion.
    pub(crate) fn is_certain(&mut self, gate: Gate) -> bool {
        match self.truth(gate) {
            Truth::True => true,
            Truth::False => false,
            Truth::Unknown => {
                let literal = self.exact.gate(gate);
                !self.with(!literal)
            }
        }
    }

    fn with(&mut self, literal: Lit) -> bool {
        self.fixed.push(literal);
        let satisfiable = self.exact.satisfiable(&self.fixed);
        self.fixed.pop();
        satisfiable
    }

    /// Certainly true, certainly false, or open.
    pub(crate) fn settled(&mut self, gate: Gate) -> Option<bool> {
        if self.is_certain(gate) {
            Some(true)
        } else if self.is_possible(gate) {
            None
        } else {
            Some(false)
        }
    }

    pub(crate) fn applies(&mut self, norm: NormId) -> bool {
        self.is_certain(self.program.applies(norm))
    }

    /// A smallest set of `candidates` that alone forces the gate to be `value`.
    pub(crate) fn reason(&mut self, gate: Gate, value: bool, candidates: &[Known]) -> Vec<Known> {
        let literal = self.exact.gate(gate);
        let opposite = if value { !literal } else { literal };
        let switches = self.exact.assumptions().to_vec();
        minimal(candidates, &mut |facts: &[Known]| {
            let mut literals = self.literals(facts);
            literals.extend(&switches);
            literals.push(opposite);
            !self.exact.satisfiable(&literals)
        })
    }

    /// Facts on which one of `gates` may still depend, in the order of the vocabulary.
    pub(crate) fn open_facts(&self, gates: &[Gate]) -> Vec<FactId> {
        let mut facts = Vec::new();
        self.program.circuit.open_variables(gates, &self.truths, |variable| {
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
