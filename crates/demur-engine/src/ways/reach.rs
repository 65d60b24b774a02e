//! What can be reached by changes, by a solver that looks at nothing else.

use std::collections::BTreeSet;

use batsat::Lit;
use demur_lawbook::VarId;

use super::Aim;
use super::options::Choice;
use crate::circuit::Truth;
use crate::exact::{Exact, World};
use crate::knowledge::{Knowledge, Known};
use crate::reasoner::Reasoner;

/// The situations that changes can lead to, as far as the goal depends on them.
#[derive(Debug)]
pub(super) struct Reach {
    exact: Exact,
    /// That the goal is met.
    goal: Lit,
    /// What can be changed.
    variables: Vec<VarId>,
}

impl Reach {
    /// `widened` is what is known when any of the changes may have been made.
    pub(super) fn new(
        reasoner: &Reasoner<'_>,
        widened: (&Knowledge, &[Truth]),
        (gate, value): Aim,
        choices: &[Choice],
    ) -> Self {
        let exact = Exact::narrowed(reasoner.lawbook, reasoner.program, widened, &[gate]);
        let literal = exact.gate(gate);
        let variables: BTreeSet<VarId> = choices.iter().map(|choice| choice.variable).collect();
        Self {
            exact,
            goal: if value { literal } else { !literal },
            variables: variables.into_iter().collect(),
        }
    }

    /// Whether the goal can be met at all, whatever is changed.
    pub(super) fn can_be_reached(&mut self) -> bool {
        self.exact.satisfiable(&[self.goal])
    }

    /// Whether this can be so, whatever is changed.
    pub(super) fn can_be(&mut self, known: Known) -> bool {
        let literals: Vec<Lit> = self.exact.known(known).collect();
        self.exact.satisfiable(&literals)
    }

    /// Whether this knowledge can hold together.
    pub(super) fn holds_together(&mut self, knowledge: &Knowledge) -> bool {
        let literals = self.literals(knowledge);
        self.exact.satisfiable(&literals)
    }

    /// Whether some completion of this knowledge meets the goal.
    pub(super) fn may_meet(&mut self, knowledge: &Knowledge) -> bool {
        let mut literals = self.literals(knowledge);
        literals.push(self.goal);
        self.exact.satisfiable(&literals)
    }

    /// A completion of this knowledge that misses the goal, with as much of `done` as holds
    /// together; nothing when all of them meet it.
    pub(super) fn miss(&mut self, knowledge: &Knowledge, done: Vec<Known>) -> Option<World> {
        let mut literals = self.literals(knowledge);
        literals.push(!self.goal);
        self.exact.world_with_most(&literals, done)
    }

    /// What is not changed is fixed already.
    fn literals(&self, knowledge: &Knowledge) -> Vec<Lit> {
        let known = self.variables.iter().map(|variable| Known {
            variable: *variable,
            cells: knowledge.cells(*variable),
        });
        known.flat_map(|known| self.exact.known(known)).collect()
    }
}
