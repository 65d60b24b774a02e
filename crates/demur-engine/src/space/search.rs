//! A solver that is told of a gate only when somebody asks about it.

use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use demur_lawbook::{Cells, Id, VarId};

use super::{Claim, Point};
use crate::circuit::{Circuit, Gate, Node};
use crate::knowledge::Known;

/// Literals for those gates and cells that some question has needed so far.
#[derive(Default)]
pub(super) struct Search {
    solver: BasicSolver,
    gates: Vec<Option<Lit>>,
    cells: Vec<Option<Vec<Lit>>>,
}

impl std::fmt::Debug for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Search")
            .field("gates", &self.gates.iter().flatten().count())
            .finish_non_exhaustive()
    }
}

impl Search {
    pub(super) fn find(
        &mut self,
        circuit: &Circuit,
        sizes: &[u32],
        claims: &[Claim],
        known: &[Known],
    ) -> Option<Point> {
        // Claims come first: where they rule something out, the solver says so of that alone.
        let mut literals: Vec<Lit> = claims
            .iter()
            .map(|claim| self.gate(circuit, sizes, claim.0))
            .collect();
        for known in known {
            let cells = self.variable(sizes, known.variable);
            let excluded = cells
                .into_iter()
                .enumerate()
                .filter(|(cell, _)| !Cells::single(*cell).is_inside(known.cells));
            literals.extend(excluded.map(|(_, literal)| !literal));
        }
        if self.solver.solve_limited(&literals) != lbool::TRUE {
            return None;
        }
        let holds = |literal: &Lit| self.solver.value_lit(*literal) == lbool::TRUE;
        let cell = |cells: &Option<Vec<Lit>>| cells.as_ref()?.iter().position(holds);
        Some(Point {
            cells: self.cells.iter().map(cell).collect(),
        })
    }

    /// Whether the last search, which found nothing, failed because of what is known here.
    pub(super) fn failed_because_of(&self, known: Known) -> bool {
        let cells = self.cells.get(known.variable.position());
        let mut cells = cells.into_iter().flatten().flatten();
        cells.any(|literal| self.solver.unsat_core_contains_var(literal.var()))
    }

    /// The solver may guess every literal, also one that follows from others: proofs that
    /// two laws never differ go through their inner gates.
    fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    fn clause(&mut self, mut literals: Vec<Lit>) {
        self.solver.add_clause_reuse(&mut literals);
    }

    /// One literal for each cell.
    fn variable(&mut self, sizes: &[u32], variable: VarId) -> Vec<Lit> {
        if let Some(Some(literals)) = self.cells.get(variable.position()) {
            return literals.clone();
        }
        let literals = self.new_variable(sizes.get(variable.position()).copied().unwrap_or(0));
        if self.cells.len() <= variable.position() {
            self.cells.resize(variable.position() + 1, None);
        }
        if let Some(slot) = self.cells.get_mut(variable.position()) {
            *slot = Some(literals.clone());
        }
        literals
    }

    fn new_variable(&mut self, cells: u32) -> Vec<Lit> {
        if cells == 2 {
            let yes = self.fresh();
            return vec![!yes, yes];
        }
        let literals: Vec<Lit> = (0..cells).map(|_| self.fresh()).collect();
        self.clause(literals.clone());
        for (index, one) in literals.iter().enumerate() {
            for other in literals.iter().skip(index + 1) {
                self.clause(vec![!*one, !*other]);
            }
        }
        literals
    }

    fn gate(&mut self, circuit: &Circuit, sizes: &[u32], gate: Gate) -> Lit {
        if let Some(Some(literal)) = self.gates.get(gate.position()) {
            return *literal;
        }
        let literal = self.new_gate(circuit, sizes, gate);
        if self.gates.len() <= gate.position() {
            self.gates.resize(gate.position() + 1, None);
        }
        if let Some(slot) = self.gates.get_mut(gate.position()) {
            *slot = Some(literal);
        }
        literal
    }

    fn new_gate(&mut self, circuit: &Circuit, sizes: &[u32], gate: Gate) -> Lit {
        match circuit.node(gate) {
            Node::Constant(value) => {
                let literal = self.fresh();
                self.clause(vec![if *value { literal } else { !literal }]);
                literal
            }
            Node::Not(inner) => !self.gate(circuit, sizes, *inner),
            Node::Is(variable, cells) => {
                let all = self.variable(sizes, *variable);
                let chosen: Vec<Lit> = cells
                    .iter()
                    .filter_map(|cell| all.get(cell).copied())
                    .collect();
                match chosen.as_slice() {
                    [only] => *only,
                    _ => self.any(&chosen),
                }
            }
            Node::Any(gates) => {
                let literals: Vec<Lit> = gates
                    .iter()
                    .map(|gate| self.gate(circuit, sizes, *gate))
                    .collect();
                self.any(&literals)
            }
            Node::All(gates) => {
                let literals: Vec<Lit> = gates
                    .iter()
                    .map(|gate| !self.gate(circuit, sizes, *gate))
                    .collect();
                !self.any(&literals)
            }
        }
    }

    /// A literal that is true exactly when one of `literals` is.
    fn any(&mut self, literals: &[Lit]) -> Lit {
        let any = self.fresh();
        for literal in literals {
            self.clause(vec![!*literal, any]);
        }
        self.clause(literals.iter().copied().chain([!any]).collect());
        any
    }
}
