//! A solver that is told of a gate only when somebody asks about it.

use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use demur_lawbook::{Cells, Id, VarId};

use super::{Claim, Point};
use crate::circuit::{Circuit, Gate, Node, Truth};
use crate::knowledge::Known;

/// Literals for those gates and cells that some question has needed so far.
#[derive(Default)]
pub(super) struct Search {
    solver: BasicSolver,
    gates: Vec<Option<Lit>>,
    cells: Vec<Option<Vec<Lit>>>,
    /// What is so in every situation that it looks at, by variable.
    kept: Vec<Option<Cells>>,
    /// What that makes of each gate; a gate that is settled is a constant to the solver.
    truths: Vec<Truth>,
    constant: Option<Lit>,
}

impl std::fmt::Debug for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Search")
            .field("gates", &self.gates.iter().flatten().count())
            .finish_non_exhaustive()
    }
}

impl Search {
    /// A search among the situations in which all of this is so.
    pub(super) fn keeping(known: &[Known]) -> Self {
        let mut search = Self::default();
        for known in known {
            let place = known.variable.position();
            if search.kept.len() <= place {
                search.kept.resize(place + 1, None);
            }
            if let Some(slot) = search.kept.get_mut(place) {
                *slot = Some(slot.map_or(known.cells, |cells| cells.and(known.cells)));
            }
        }
        search
    }

    fn kept(&self, variable: VarId) -> Option<Cells> {
        self.kept.get(variable.position()).copied().flatten()
    }

    /// Evaluates the gates that came since the last question.
    fn settle(&mut self, circuit: &Circuit) {
        if self.kept.is_empty() {
            return;
        }
        for node in circuit.nodes().iter().skip(self.truths.len()) {
            let truth = match node {
                Node::Is(variable, cells) => match self.kept(*variable) {
                    Some(kept) if kept.is_inside(*cells) => Truth::True,
                    Some(kept) if kept.and(*cells).is_empty() => Truth::False,
                    _ => Truth::Unknown,
                },
                _ => Circuit::truth(node, &self.truths).unwrap_or(Truth::Unknown),
            };
            self.truths.push(truth);
        }
    }

    pub(super) fn find(
        &mut self,
        circuit: &Circuit,
        sizes: &[u32],
        claims: &[Claim],
        known: &[Known],
    ) -> Option<Point> {
        if self.kept.iter().flatten().any(|cells| cells.is_empty()) {
            return None;
        }
        self.settle(circuit);
        // Claims come first: where they rule something out, the solver says so of that alone.
        let mut literals: Vec<Lit> = claims
            .iter()
            .map(|claim| self.gate(circuit, sizes, claim.0))
            .collect();
        for known in known {
            let kept = self.kept(known.variable);
            if kept.is_some_and(|kept| kept.is_inside(known.cells)) {
                continue;
            }
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
        let found = |place: usize| match self.cells.get(place) {
            Some(Some(cells)) => cells.iter().position(holds),
            _ => self.kept.get(place).copied().flatten()?.iter().next(),
        };
        let places = self.cells.len().max(self.kept.len());
        Some(Point {
            cells: (0..places).map(found).collect(),
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

    /// A literal that is true.
    fn constant(&mut self) -> Lit {
        if let Some(literal) = self.constant {
            return literal;
        }
        let literal = self.fresh();
        self.clause(vec![literal]);
        self.constant = Some(literal);
        literal
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
        if let Some(kept) = self.kept(variable) {
            for (cell, literal) in literals.iter().enumerate() {
                if !Cells::single(cell).is_inside(kept) {
                    self.clause(vec![!*literal]);
                }
            }
        }
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
        match self.truths.get(gate.position()) {
            Some(Truth::True) => return self.constant(),
            Some(Truth::False) => return !self.constant(),
            Some(Truth::Unknown) | None => {}
        }
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
            Node::Constant(true) => self.constant(),
            Node::Constant(false) => !self.constant(),
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
