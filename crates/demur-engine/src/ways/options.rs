//! Which changes are in the power of staff and can matter.

use demur_lawbook::{Cells, Cost, Domain, Fact, FactId, VarId};

use super::reach::Reach;
use super::{Aim, above};
use crate::circuit::Truth;
use crate::knowledge::{Knowledge, Known};
use crate::opinion::Goal;
use crate::reasoner::Reasoner;

/// One change: the variable gets this value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choice {
    pub(super) variable: VarId,
    pub(super) cell: usize,
    /// A number grows to this, so that growing less is less of a change.
    pub(super) grows: bool,
    /// There is no other choice for this variable.
    pub(super) is_only: bool,
    pub(super) cost: u32,
}

impl Choice {
    pub(super) fn known(self) -> Known {
        Known {
            variable: self.variable,
            cells: Cells::single(self.cell),
        }
    }
}

/// All changes that can matter for a goal, in the order of the vocabulary.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) choices: Vec<Choice>,
    given: Knowledge,
}

impl Options {
    /// The choices on which the goal can depend, and what can be reached by them; nothing when
    /// no change can reach the goal.
    pub(super) fn new(reasoner: &Reasoner<'_>, goal: Goal, aim: Aim) -> Option<(Self, Reach)> {
        let lawbook = reasoner.lawbook;
        let mut choices: Vec<Choice> = Vec::new();
        for (id, fact) in lawbook.facts.iter() {
            choices.extend(in_power(reasoner, goal, id, fact));
        }
        let given = reasoner.given();
        let mut widened = given.clone();
        for choice in &choices {
            let cells = widened.cells(choice.variable);
            widened.set(
                choice.variable,
                Cells(cells.0 | Cells::single(choice.cell).0),
            );
        }
        let (gate, value) = aim;
        let circuit = &reasoner.program.circuit;
        let truths = circuit.evaluate(&widened);
        let opposite = if value { Truth::False } else { Truth::True };
        if truths.get(gate.position()) == Some(&opposite) {
            return None;
        }
        let mut matters: Vec<VarId> = Vec::new();
        circuit.open_variables(&[gate], &truths, |variable| matters.push(variable));
        // What the goal does not look at can still be what an assumption ties it to.
        let assumed = &reasoner.program.assumptions;
        circuit.open_variables(assumed, &truths, |variable| matters.push(variable));
        choices.retain(|choice| matters.contains(&choice.variable));
        let mut reach = Reach::new(reasoner, (&widened, &truths), aim, &choices);
        choices.retain(|choice| {
            // Only what plainly follows from the facts that were given is worth a closer look.
            let cell = Cells::single(choice.cell);
            let fits = |knowledge: &Knowledge| cell.is_inside(knowledge.cells(choice.variable));
            !fits(given) || fits(&reasoner.knowledge) || reach.can_be(choice.known())
        });
        let options = Self {
            choices,
            given: given.clone(),
        };
        (!options.choices.is_empty() && reach.can_be_reached()).then_some((options, reach))
    }

    /// What is known after these changes.
    pub(super) fn after(&self, change: &[Choice]) -> Knowledge {
        let mut knowledge = self.given.clone();
        for choice in change {
            knowledge.set(choice.variable, Cells::single(choice.cell));
        }
        knowledge
    }
}

/// What staff can make of a fact that is not certainly so already.
fn in_power(reasoner: &Reasoner<'_>, goal: Goal, id: FactId, fact: &Fact) -> Vec<Choice> {
    let lawbook = reasoner.lawbook;
    let avoidable = fact.avoidable && goal == Goal::Serve;
    let motive = [lawbook.reasons, lawbook.comparator].contains(&Some(id));
    if motive || !(fact.actionable || avoidable) {
        return Vec::new();
    }
    let (grows, cost) = (matches!(fact.domain, Domain::Int { .. }), cost(fact.cost));
    let mut choices = Vec::new();
    for variable in &fact.variables {
        let all = lawbook.variables[*variable].all();
        let now = reasoner.given().cells(*variable);
        let wanted = match fact.domain {
            Domain::Bool => Cells(
                if fact.actionable { Cells::YES.0 } else { 0 }
                    | if avoidable { Cells::NO.0 } else { 0 },
            ),
            Domain::SomeOf(_) => Cells::YES,
            Domain::OneOf(_) => all,
            Domain::Int { .. } => above(now, all),
        };
        let open = wanted.iter().filter(|cell| now != Cells::single(*cell));
        let cells: Vec<usize> = open.collect();
        choices.extend(cells.iter().map(|cell| Choice {
            variable: *variable,
            cell: *cell,
            grows,
            is_only: cells.len() == 1,
            cost,
        }));
    }
    choices
}

/// What a change costs: as much as it takes to find the fact out.
fn cost(cost: Cost) -> u32 {
    match cost {
        Cost::Seen => 1,
        Cost::Ask => 2,
        Cost::Lookup => 4,
        Cost::Intrusive => 8,
    }
}
