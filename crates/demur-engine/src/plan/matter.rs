//! Whether a question can still matter, exactly.

use std::collections::BTreeSet;

use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use demur_lawbook::{Cells, FactId, Id, VarId};

use super::open::{Goal, OpenPart, Piece};
use crate::reasoner::Reasoner;

/// Most ways in which what cannot be asked may turn out that are tried for one question.
/// When they do not tell, a question is taken to matter: it may then be asked in vain,
/// but none that matters is left out.
const MOST_COUNTEREXAMPLES: usize = 16;

/// The literals of one copy of the open part.
struct Copy {
    /// For each variable of the part its possible cells with their literals.
    variables: Vec<Vec<(usize, Lit)>>,
    pieces: Vec<Lit>,
}

/// Compares two worlds that differ in one answer. An answer matters when some verdict
/// (or state of a step) is possible after it and impossible after another answer, all
/// else that can be asked being equal. What cannot be asked may turn out either way.
pub(crate) struct Matter<'r> {
    reasoner: &'r Reasoner<'r>,
    part: &'r OpenPart,
    /// Facts that will never be known.
    hidden: BTreeSet<FactId>,
    solver: BasicSolver,
    one: Copy,
    other: Copy,
    /// For each fact of the part a literal that says that both worlds agree on it.
    same: Vec<(FactId, Lit)>,
    /// What is possible after one answer only: the chosen observation.
    chosen: Vec<(Lit, Observation)>,
    /// How many more counterexamples may be looked for.
    budget: usize,
    /// Worlds to look for a counterexample in.
    checker: Option<(BasicSolver, Copy)>,
}

/// A gate with the value that is looked for.
type Observation = (usize, bool);

impl<'r> Matter<'r> {
    pub(crate) fn new(
        reasoner: &'r Reasoner<'r>,
        part: &'r OpenPart,
        askable: &BTreeSet<FactId>,
    ) -> Self {
        let mut solver = BasicSolver::default();
        let one = copy(&mut solver, reasoner, part, true);
        let other = copy(&mut solver, reasoner, part, true);
        let fact_of = |variable: &VarId| reasoner.lawbook.variables[*variable].fact;
        let facts: BTreeSet<FactId> = part.variables.iter().map(fact_of).collect();
        let hidden: BTreeSet<FactId> = facts.difference(askable).copied().collect();
        let mut same = Vec::new();
        for fact in facts {
            let switch = fresh(&mut solver);
            let both = part
                .variables
                .iter()
                .zip(one.variables.iter().zip(&other.variables));
            for (_, (ones, others)) in both.filter(|(variable, _)| fact_of(variable) == fact) {
                for ((_, left), (_, right)) in ones.iter().zip(others) {
                    clause(&mut solver, &[!switch, !*left, *right]);
                    clause(&mut solver, &[!switch, *left, !*right]);
                }
            }
            same.push((fact, switch));
        }
        let mut matter = Self {
            reasoner,
            part,
            hidden,
            solver,
            one,
            other,
            same,
            chosen: Vec::new(),
            budget: MOST_COUNTEREXAMPLES,
            checker: None,
        };
        matter.choose();
        matter
    }

    /// Something is so in the one world and not in the other.
    fn choose(&mut self) {
        let observations: Vec<Observation> = match &self.part.goal {
            Goal::WhichOf(gates) => gates.iter().map(|gate| (*gate, true)).collect(),
            Goal::EachOf(gates) => gates
                .iter()
                .flat_map(|gate| [(*gate, true), (*gate, false)])
                .collect(),
        };
        for observation in observations {
            let choice = fresh(&mut self.solver);
            let (in_one, in_other) = (self.one.seen(observation), self.other.seen(observation));
            clause(&mut self.solver, &[!choice, in_one]);
            clause(&mut self.solver, &[!choice, !in_other]);
            self.chosen.push((choice, observation));
        }
        let any: Vec<Lit> = self.chosen.iter().map(|(choice, _)| *choice).collect();
        clause(&mut self.solver, &any);
    }

    /// Whether the answers to these facts, taken together, matter.
    pub(crate) fn matters(&mut self, facts: &BTreeSet<FactId>) -> bool {
        let assumed: Vec<Lit> = self
            .same
            .iter()
            .filter(|(fact, _)| !facts.contains(fact) && !self.hidden.contains(fact))
            .map(|(_, same)| *same)
            .collect();
        loop {
            if self.solver.solve_limited(&assumed) != lbool::TRUE {
                return false;
            }
            let Some(budget) = self.budget.checked_sub(1) else {
                return true;
            };
            let Some(counterexample) = self.counterexample() else {
                return true;
            };
            self.rule_out(&counterexample);
            self.budget = budget;
        }
    }

    /// What is hidden, such that the chosen observation is possible in the other world.
    fn counterexample(&mut self) -> Option<Vec<Option<usize>>> {
        if self.hidden.is_empty() {
            return None;
        }
        let holds = |literal: Lit| self.solver.value_lit(literal) == lbool::TRUE;
        let (_, observation) = *self.chosen.iter().find(|(choice, _)| holds(*choice))?;
        let cell_in =
            |cells: &Vec<(usize, Lit)>| cells.iter().position(|(_, literal)| holds(*literal));
        let positions: Vec<Option<usize>> = self.other.variables.iter().map(cell_in).collect();
        let (mut solver, world) = self.checker.take().unwrap_or_else(|| {
            let mut solver = BasicSolver::default();
            let world = copy(&mut solver, self.reasoner, self.part, true);
            (solver, world)
        });
        let mut wanted = vec![world.seen(observation)];
        for (index, position) in positions.iter().enumerate() {
            let cells = world.variables.get(index);
            let literal = position.and_then(|position| cells?.get(position));
            wanted.extend(
                literal
                    .filter(|_| !self.is_hidden(index))
                    .map(|(_, literal)| *literal),
            );
        }
        let found = solver.solve_limited(&wanted) == lbool::TRUE;
        let hidden = found.then(|| {
            let cells = world.variables.iter().enumerate();
            let chosen = cells.map(|(index, cells)| {
                let cell = cells
                    .iter()
                    .position(|(_, literal)| solver.value_lit(*literal) == lbool::TRUE);
                cell.filter(|_| self.is_hidden(index))
            });
            chosen.collect()
        });
        self.checker = Some((solver, world));
        hidden
    }

    fn is_hidden(&self, index: usize) -> bool {
        let variable = self.part.variables.get(index);
        variable.is_some_and(|variable| {
            self.hidden
                .contains(&self.reasoner.lawbook.variables[*variable].fact)
        })
    }

    /// From now on what is chosen has to be impossible in the other world also when
    /// what is hidden is so.
    fn rule_out(&mut self, hidden: &[Option<usize>]) {
        let fixed = constant(&mut self.solver);
        let variables = self
            .other
            .variables
            .iter()
            .zip(hidden)
            .map(|(cells, hidden)| {
                cells
                    .iter()
                    .enumerate()
                    .map(|(position, (cell, literal))| {
                        let literal = match hidden {
                            Some(chosen) if *chosen == position => fixed,
                            Some(_) => !fixed,
                            None => *literal,
                        };
                        (*cell, literal)
                    })
                    .collect()
            });
        let variables: Vec<Vec<(usize, Lit)>> = variables.collect();
        let pieces = pieces(&mut self.solver, self.part, &variables);
        let world = Copy { variables, pieces };
        let legal: Vec<Lit> = self
            .part
            .assumptions
            .iter()
            .map(|assumption| !world.piece(*assumption))
            .collect();
        for (choice, observation) in &self.chosen {
            let mut literals = legal.clone();
            literals.extend([!*choice, !world.seen(*observation)]);
            clause(&mut self.solver, &literals);
        }
    }
}

impl Copy {
    fn piece(&self, number: usize) -> Lit {
        self.pieces.get(number).copied().unwrap_or(Lit::UNDEF)
    }

    fn seen(&self, (gate, value): Observation) -> Lit {
        let literal = self.piece(gate);
        if value { literal } else { !literal }
    }
}

fn fresh(solver: &mut BasicSolver) -> Lit {
    Lit::new(solver.new_var_default(), true)
}

fn constant(solver: &mut BasicSolver) -> Lit {
    let literal = fresh(solver);
    clause(solver, &[literal]);
    literal
}

fn clause(solver: &mut BasicSolver, literals: &[Lit]) {
    solver.add_clause_reuse(&mut literals.to_vec());
}

/// A world of its own; with `legal` it meets the assumptions.
fn copy(solver: &mut BasicSolver, reasoner: &Reasoner<'_>, part: &OpenPart, legal: bool) -> Copy {
    let variables: Vec<Vec<(usize, Lit)>> = part
        .variables
        .iter()
        .map(|variable| {
            let open: Vec<usize> = reasoner.knowledge.cells(*variable).iter().collect();
            cells(solver, &open)
        })
        .collect();
    let pieces = pieces(solver, part, &variables);
    let copy = Copy { variables, pieces };
    if legal {
        for assumption in &part.assumptions {
            clause(solver, &[copy.piece(*assumption)]);
        }
    }
    copy
}

/// Exactly one of the cells.
fn cells(solver: &mut BasicSolver, open: &[usize]) -> Vec<(usize, Lit)> {
    if let [first, second] = open {
        let second_it_is = fresh(solver);
        return vec![(*first, !second_it_is), (*second, second_it_is)];
    }
    let literals: Vec<Lit> = open.iter().map(|_| fresh(solver)).collect();
    clause(solver, &literals);
    for (index, one) in literals.iter().enumerate() {
        for other in literals.iter().skip(index + 1) {
            clause(solver, &[!*one, !*other]);
        }
    }
    open.iter().copied().zip(literals).collect()
}

fn pieces(solver: &mut BasicSolver, part: &OpenPart, variables: &[Vec<(usize, Lit)>]) -> Vec<Lit> {
    let mut literals: Vec<Lit> = Vec::with_capacity(part.pieces.len());
    for piece in &part.pieces {
        let literal = |number: &usize| literals.get(*number).copied().unwrap_or(Lit::UNDEF);
        let made = match piece {
            Piece::Is(variable, cells) => {
                let inside = inside(part, variables, *variable, *cells);
                any(solver, &inside)
            }
            Piece::Not(inner) => !literal(inner),
            Piece::Any(inner) => {
                let inner: Vec<Lit> = inner.iter().map(literal).collect();
                any(solver, &inner)
            }
            Piece::All(inner) => {
                let inner: Vec<Lit> = inner.iter().map(|number| !literal(number)).collect();
                !any(solver, &inner)
            }
        };
        literals.push(made);
    }
    literals
}

fn inside(
    part: &OpenPart,
    variables: &[Vec<(usize, Lit)>],
    variable: VarId,
    cells: Cells,
) -> Vec<Lit> {
    let index = part
        .variables
        .binary_search_by_key(&variable.position(), |each| each.position());
    let own = index.ok().and_then(|index| variables.get(index));
    own.into_iter()
        .flatten()
        .filter(|(cell, _)| Cells::single(*cell).is_inside(cells))
        .map(|(_, literal)| *literal)
        .collect()
}

/// A literal that is true exactly when one of these is.
fn any(solver: &mut BasicSolver, literals: &[Lit]) -> Lit {
    if let [only] = literals {
        return *only;
    }
    let any = Lit::new(solver.new_var(lbool::UNDEF, false), true);
    for literal in literals {
        clause(solver, &[!*literal, any]);
    }
    let mut all: Vec<Lit> = literals.to_vec();
    all.push(!any);
    clause(solver, &all);
    any
}
