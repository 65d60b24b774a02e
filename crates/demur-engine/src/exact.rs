//! Exact answers by a SAT solver: is there a completion of the facts such that ..?

use std::collections::BTreeSet;

use batsat::{Callbacks, Lit, Solver, SolverInterface, lbool};
use demur_lawbook::{Cells, Id, Lawbook, VarId};

use crate::circuit::{Circuit, Gate, Node, Truth};
use crate::knowledge::{Knowledge, Known};
use crate::program::Program;

/// Nothing watches the solver, so an engine may move to another thread.
#[derive(Default)]
struct Silent;

impl Callbacks for Silent {}

/// A solver that knows the circuit of a [`Program`] and the domains of all variables.
pub(crate) struct Exact {
    solver: Solver<Silent>,
    /// One literal for each gate.
    gates: Vec<Lit>,
    /// For each variable one literal for each cell.
    cells: Vec<Vec<Lit>>,
    /// Switches the assumptions of the lawbook on, one by one.
    assumptions: Vec<Lit>,
}

impl std::fmt::Debug for Exact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Exact")
            .field("gates", &self.gates.len())
            .finish_non_exhaustive()
    }
}

impl Exact {
    pub(crate) fn new(lawbook: &Lawbook, program: &Program) -> Self {
        let mut exact = Self::without_gates(lawbook);
        exact.learn_gates(&program.circuit);
        exact.assume(&program.assumptions);
        exact
    }

    /// A solver that knows the variables only.
    pub(crate) fn without_gates(lawbook: &Lawbook) -> Self {
        let mut exact = Self {
            solver: Solver::default(),
            gates: Vec::new(),
            cells: Vec::new(),
            assumptions: Vec::new(),
        };
        for (_, variable) in lawbook.variables.iter() {
            let literals = exact.variable(variable.cells as usize);
            exact.cells.push(literals);
        }
        exact
    }

    /// Learns the gates of a circuit that it does not know yet; it has to be the circuit
    /// of which it knows the others.
    pub(crate) fn learn_gates(&mut self, circuit: &Circuit) {
        for node in circuit.nodes().iter().skip(self.gates.len()) {
            let literal = self.node(node);
            self.gates.push(literal);
        }
    }

    /// Makes switches for assumptions whose gates it knows.
    pub(crate) fn assume(&mut self, assumptions: &[Gate]) {
        for assumption in assumptions {
            let switch = self.derived();
            let holds = self.gate(*assumption);
            self.clause(vec![!switch, holds]);
            self.assumptions.push(switch);
        }
    }

    /// A solver for completions of what is known only: it need not take `known` back.
    pub(crate) fn fixed(lawbook: &Lawbook, program: &Program, known: &[Known]) -> Self {
        let mut exact = Self::new(lawbook, program);
        let literals: Vec<Lit> = known
            .iter()
            .flat_map(|known| exact.known(*known).collect::<Vec<_>>())
            .collect();
        for literal in literals.into_iter().chain(exact.assumptions.clone()) {
            exact.clause(vec![literal]);
        }
        exact
    }

    /// A solver for completions of what is known that looks only at what `roots` and the
    /// assumptions still depend on. Gates that `truths` settles are constants; it knows nothing
    /// of the others, nor of variables that nothing of this reads.
    pub(crate) fn narrowed(
        lawbook: &Lawbook,
        program: &Program,
        (knowledge, truths): (&Knowledge, &[Truth]),
        roots: &[Gate],
    ) -> Self {
        let mut exact = Self {
            solver: Solver::default(),
            gates: Vec::new(),
            cells: vec![Vec::new(); lawbook.variables.len()],
            assumptions: Vec::new(),
        };
        let roots = [roots, &program.assumptions].concat();
        let open: BTreeSet<Gate> = program
            .circuit
            .open_gates(&roots, truths)
            .into_iter()
            .collect();
        let yes = exact.derived();
        exact.clause(vec![yes]);
        for (gate, node) in program.circuit.gates() {
            let literal = match truths.get(gate.position()) {
                Some(Truth::True) => yes,
                Some(Truth::False) => !yes,
                _ if !open.contains(&gate) => Lit::UNDEF,
                _ => {
                    if let Node::Is(variable, _) = node {
                        exact.open_variable(lawbook, *variable, knowledge.cells(*variable));
                    }
                    exact.node(node)
                }
            };
            exact.gates.push(literal);
        }
        for assumption in &program.assumptions {
            exact.require(*assumption);
        }
        exact
    }

    /// From now on only completions count in which this gate is true.
    pub(crate) fn require(&mut self, gate: Gate) {
        let holds = self.gate(gate);
        self.clause(vec![holds]);
    }

    /// Makes the literals of a variable that has none yet.
    fn open_variable(&mut self, lawbook: &Lawbook, variable: VarId, open: Cells) {
        if self.knows(variable) {
            return;
        }
        let literals = self.variable(lawbook.variables[variable].cells as usize);
        for (cell, literal) in literals.iter().enumerate() {
            if open.and(Cells::single(cell)).is_empty() {
                self.clause(vec![!*literal]);
            }
        }
        if let Some(cells) = self.cells.get_mut(variable.position()) {
            *cells = literals;
        }
    }

    /// Whether anything that it looks at reads the variable.
    pub(crate) fn knows(&self, variable: VarId) -> bool {
        let cells = self.cells.get(variable.position());
        cells.is_some_and(|cells| !cells.is_empty())
    }

    fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// A literal that follows from others: the solver never has to guess it.
    fn derived(&mut self) -> Lit {
        Lit::new(self.solver.new_var(lbool::UNDEF, false), true)
    }

    fn clause(&mut self, mut literals: Vec<Lit>) {
        self.solver.add_clause_reuse(&mut literals);
    }

    fn variable(&mut self, cells: usize) -> Vec<Lit> {
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

    fn node(&mut self, node: &Node) -> Lit {
        match node {
            Node::Constant(value) => {
                let literal = self.derived();
                self.clause(vec![if *value { literal } else { !literal }]);
                literal
            }
            Node::Not(inner) => !self.gate(*inner),
            Node::Is(variable, cells) => {
                let literals: Vec<Lit> = self.literals(*variable, *cells);
                match literals.as_slice() {
                    [only] => *only,
                    _ => self.any(&literals),
                }
            }
            Node::Any(gates) => {
                let literals: Vec<Lit> = gates.iter().map(|gate| self.gate(*gate)).collect();
                self.any(&literals)
            }
            Node::All(gates) => {
                let literals: Vec<Lit> = gates.iter().map(|gate| !self.gate(*gate)).collect();
                !self.any(&literals)
            }
        }
    }

    /// A literal that is true exactly when one of `literals` is.
    fn any(&mut self, literals: &[Lit]) -> Lit {
        let any = self.derived();
        for literal in literals {
            self.clause(vec![!*literal, any]);
        }
        self.clause(literals.iter().copied().chain([!any]).collect());
        any
    }

    fn literals(&self, variable: VarId, cells: Cells) -> Vec<Lit> {
        let all = self
            .cells
            .get(variable.position())
            .map(Vec::as_slice)
            .unwrap_or_default();
        cells
            .iter()
            .filter_map(|cell| all.get(cell).copied())
            .collect()
    }

    pub(crate) fn gate(&self, gate: Gate) -> Lit {
        self.gates
            .get(gate.position())
            .copied()
            .unwrap_or(Lit::UNDEF)
    }

    /// The literals that say what is known: every other cell is excluded.
    pub(crate) fn known(&self, known: Known) -> impl Iterator<Item = Lit> + '_ {
        let all = self
            .cells
            .get(known.variable.position())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let excluded = all
            .iter()
            .enumerate()
            .filter(move |(cell, _)| known.cells.and(Cells::single(*cell)).is_empty());
        excluded.map(|(_, literal)| !*literal)
    }

    /// The switch of each assumption.
    pub(crate) fn assumptions(&self) -> &[Lit] {
        &self.assumptions
    }

    /// The cells of a variable that what is known does not plainly rule out.
    pub(crate) fn open_cells(&self, variable: VarId) -> Cells {
        let all = self
            .cells
            .get(variable.position())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let open = all
            .iter()
            .enumerate()
            .filter(|(_, literal)| self.solver.value_lvl_0(**literal) != lbool::FALSE);
        open.fold(Cells::default(), |cells, (cell, _)| {
            Cells(cells.0 | Cells::single(cell).0)
        })
    }

    /// Whether some completion satisfies all `literals`.
    pub(crate) fn satisfiable(&mut self, literals: &[Lit]) -> bool {
        self.solver.solve_limited(literals) == lbool::TRUE
    }

    /// Whether the last search, which found nothing, failed because of what is known here.
    pub(crate) fn failed_because_of(&self, known: Known) -> bool {
        self.known(known)
            .any(|literal| self.solver.unsat_core_contains_var(literal.var()))
    }

    /// A completion that satisfies all `literals`, in which as many of `wanted` are so as hold
    /// together; of those that clash the last ones are left out.
    pub(crate) fn world_with_most(
        &mut self,
        literals: &[Lit],
        mut wanted: Vec<Known>,
    ) -> Option<World> {
        loop {
            let known = wanted.iter().flat_map(|known| self.known(*known));
            let all: Vec<Lit> = literals.iter().copied().chain(known).collect();
            if let Some(world) = self.world(&all) {
                return Some(world);
            }
            let clash = |known: &Known| self.failed_because_of(*known);
            let last = wanted.iter().rposition(clash)?;
            wanted.remove(last);
        }
    }

    /// A completion that satisfies all `literals`, if there is one.
    pub(crate) fn world(&mut self, literals: &[Lit]) -> Option<World> {
        self.satisfiable(literals).then(|| {
            let holds = |literal: &Lit| self.solver.value_lit(*literal) == lbool::TRUE;
            World {
                cells: self
                    .cells
                    .iter()
                    .map(|cells| cells.iter().position(holds).unwrap_or(0))
                    .collect(),
                gates: self.gates.iter().map(holds).collect(),
            }
        })
    }
}

/// A complete world: the cell of every variable, and with it the value of every gate.
#[derive(Debug)]
pub(crate) struct World {
    cells: Vec<usize>,
    gates: Vec<bool>,
}

impl World {
    pub(crate) fn fits(&self, known: Known) -> bool {
        let cell = self.cells.get(known.variable.position()).copied();
        cell.is_some_and(|cell| !known.cells.and(Cells::single(cell)).is_empty())
    }

    /// Everything about this world, variable by variable.
    pub(crate) fn known(&self) -> Vec<Known> {
        let cells = self.cells.iter().enumerate();
        cells
            .map(|(variable, cell)| Known {
                variable: VarId::from_position(variable),
                cells: Cells::single(*cell),
            })
            .collect()
    }

    pub(crate) fn gate(&self, gate: Gate) -> bool {
        self.gates.get(gate.position()).copied().unwrap_or(false)
    }
}

/// A smallest part of `candidates` such that `holds` is true of it; `holds` must be
/// true of all of them and stay true when more are added. Earlier candidates are
/// kept rather than later ones. (QuickXplain: U. Junker, AAAI 2004.)
pub(crate) fn minimal<T: Copy>(candidates: &[T], holds: &mut impl FnMut(&[T]) -> bool) -> Vec<T> {
    if holds(&[]) {
        return Vec::new();
    }
    let mut kept = Vec::new();
    narrow(&mut kept, candidates, false, holds)
}

/// `kept` is in every trial; it grew since the last one when `grown`.
fn narrow<T: Copy>(
    kept: &mut Vec<T>,
    candidates: &[T],
    grown: bool,
    holds: &mut impl FnMut(&[T]) -> bool,
) -> Vec<T> {
    if grown && holds(kept) {
        return Vec::new();
    }
    if let [only] = candidates {
        return vec![*only];
    }
    let (first, second) = candidates.split_at(candidates.len() / 2);
    if first.is_empty() {
        return second.to_vec();
    }
    let depth = kept.len();
    kept.extend(first);
    let mut needed = narrow(kept, second, true, holds);
    kept.truncate(depth);
    kept.extend(&needed);
    let more = narrow(kept, first, !needed.is_empty(), holds);
    kept.truncate(depth);
    needed.extend(more);
    needed
}

#[cfg(test)]
mod tests {
    use super::minimal;

    #[test]
    fn keeps_what_is_needed_and_prefers_the_front() {
        let all: Vec<u32> = (0..20).collect();
        let mut found = minimal(&all, &mut |set: &[u32]| {
            set.contains(&3) && set.contains(&17)
        });
        found.sort_unstable();
        assert_eq!(found, [3, 17]);
        let either = minimal(&all, &mut |set: &[u32]| {
            set.contains(&5) || set.contains(&9)
        });
        assert_eq!(either, [5]);
        assert_eq!(minimal(&all, &mut |_: &[u32]| true), Vec::<u32>::new());
    }
}
