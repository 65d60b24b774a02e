//! In which order to ask.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Answer, Cells, Condition, Cost, Domain, FactId, Lawbook, VarId};

use crate::circuit::Gate;
use crate::knowledge::{Knowledge, cells_of};
use crate::reasoner::Reasoner;

/// How much likelier the typical value is than all others together. Little: whoever
/// asks whether to refuse does so because something is not as on most days.
const TYPICAL: u64 = 2;

/// Costs and expected numbers of questions are counted in thousandths of a question.
const QUESTION: u64 = 1000;

/// `facts` in the order in which to ask: first the place, then what is urgent, then
/// by the cost of the question and the number of questions that can be expected to
/// be left after it, as told by the declared typical values. This looks one question
/// ahead; it orders questions only and never enters a verdict. A question that
/// presupposes an answer to another one comes after it.
pub(crate) fn order(
    reasoner: &Reasoner<'_>,
    gates: &[Gate],
    mut facts: Vec<FactId>,
) -> Vec<FactId> {
    let lawbook = reasoner.lawbook;
    let scores: BTreeMap<FactId, u64> = facts
        .iter()
        .map(|fact| {
            (
                *fact,
                cost(lawbook.facts[*fact].cost) + expected_rest(reasoner, gates, *fact),
            )
        })
        .collect();
    facts.sort_by_key(|fact| {
        let urgent = *fact == lawbook.place || lawbook.facts[*fact].urgent;
        (
            *fact != lawbook.place,
            !urgent,
            scores.get(fact).copied(),
            *fact,
        )
    });
    let presupposed: BTreeMap<FactId, Vec<FactId>> = facts
        .iter()
        .map(|fact| (*fact, presupposed(reasoner, *fact, &facts)))
        .collect();
    after_what_they_presuppose(facts, &presupposed)
}

/// Each fact behind those that it presupposes; facts that presuppose each other keep
/// their order.
fn after_what_they_presuppose(
    facts: Vec<FactId>,
    presupposed: &BTreeMap<FactId, Vec<FactId>>,
) -> Vec<FactId> {
    let mut waiting = facts;
    let mut ordered = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_free = |fact: &FactId| {
            presupposed
                .get(fact)
                .is_none_or(|others| others.iter().all(|other| !waiting.contains(other)))
        };
        let next = waiting.iter().position(is_free).unwrap_or(0);
        ordered.push(waiting.remove(next));
    }
    ordered
}

/// Open facts that are narrowed down when this yes-or-no question is answered "yes":
/// whether the dog wears a harness is asked once there is a dog.
fn presupposed(reasoner: &Reasoner<'_>, fact: FactId, open: &[FactId]) -> Vec<FactId> {
    let lawbook = reasoner.lawbook;
    if lawbook.facts[fact].domain != Domain::Bool {
        return Vec::new();
    }
    let mut knowledge = reasoner.knowledge.clone();
    for (variable, cells) in cells_of(lawbook, fact, &Answer::Bool(true)) {
        knowledge.learn(variable, cells);
    }
    if !close(&mut knowledge, lawbook) {
        return Vec::new();
    }
    let narrowed = |other: &FactId| {
        let variables = &lawbook.facts[*other].variables;
        variables
            .iter()
            .any(|variable| knowledge.cells(*variable) != reasoner.knowledge.cells(*variable))
    };
    open.iter()
        .copied()
        .filter(|other| *other != fact && narrowed(other))
        .collect()
}

fn cost(cost: Cost) -> u64 {
    match cost {
        Cost::Seen => QUESTION,
        Cost::Ask => 2 * QUESTION,
        Cost::Lookup => 3 * QUESTION,
        Cost::Intrusive => 20 * QUESTION,
    }
}

/// Questions that are left after this one, averaged over its answers.
fn expected_rest(reasoner: &Reasoner<'_>, gates: &[Gate], fact: FactId) -> u64 {
    let (mut sum, mut weights) = (0, 0);
    for (weight, answer) in answers(reasoner.lawbook, fact) {
        let mut knowledge = reasoner.knowledge.clone();
        answer
            .into_iter()
            .for_each(|(variable, cells)| knowledge.learn(variable, cells));
        if close(&mut knowledge, reasoner.lawbook) {
            sum += weight * open_questions(reasoner, gates, &knowledge);
            weights += weight;
        }
    }
    sum.saturating_mul(QUESTION)
        .checked_div(weights)
        .unwrap_or(0)
}

fn open_questions(reasoner: &Reasoner<'_>, gates: &[Gate], knowledge: &Knowledge) -> u64 {
    let circuit = &reasoner.program.circuit;
    let truths = circuit.evaluate(knowledge);
    let mut open: BTreeSet<FactId> = BTreeSet::new();
    circuit.open_variables(gates, &truths, |variable| {
        open.insert(reasoner.lawbook.variables[variable].fact);
    });
    open.len() as u64
}

type WeightedAnswer = (u64, Vec<(VarId, Cells)>);

/// The answers that can be given, with their weights. Of a set only the answers with
/// one element are looked at: most refusals have one reason.
fn answers(lawbook: &Lawbook, fact: FactId) -> Vec<WeightedAnswer> {
    let info = &lawbook.facts[fact];
    let all: Vec<Answer> = match &info.domain {
        Domain::Bool => vec![Answer::Bool(false), Answer::Bool(true)],
        Domain::OneOf(values) => (0..values.len())
            .map(|value| Answer::OneOf(vec![value]))
            .collect(),
        Domain::SomeOf(values) => (0..values.len())
            .map(|value| only(value, values.len()))
            .collect(),
        Domain::Int { cells, .. } => cells
            .iter()
            .map(|first| Answer::Int {
                low: *first,
                high: *first,
            })
            .collect(),
    };
    let others = all.len().saturating_sub(1).max(1) as u64;
    let typical = info
        .typical
        .as_ref()
        .map(|answer| cells_of(lawbook, fact, answer));
    all.iter()
        .map(|answer| {
            let cells = cells_of(lawbook, fact, answer);
            let weight = if Some(&cells) == typical.as_ref() {
                TYPICAL * others
            } else {
                1
            };
            (weight, cells)
        })
        .collect()
}

fn only(value: usize, count: usize) -> Answer {
    Answer::SomeOf {
        includes: vec![value],
        excludes: (0..count).filter(|other| *other != value).collect(),
    }
}

/// Learns what plainly follows by the lawbook's assumptions; false when the
/// knowledge plainly cannot hold together.
fn close(knowledge: &mut Knowledge, lawbook: &Lawbook) -> bool {
    loop {
        let before = knowledge.clone();
        for assumption in &lawbook.assumptions {
            if !require(knowledge, &assumption.holds) {
                return false;
            }
        }
        if *knowledge == before {
            return true;
        }
    }
}

fn require(knowledge: &mut Knowledge, condition: &Condition) -> bool {
    match condition {
        Condition::During { .. } => true,
        Condition::Is { variable, cells } => {
            knowledge.learn(*variable, *cells);
            !knowledge.cells(*variable).is_empty()
        }
        Condition::All(parts) => parts.iter().all(|part| require(knowledge, part)),
        Condition::Any(parts) => {
            let mut possible = parts.iter().filter(|part| can_hold(knowledge, part));
            match (possible.next(), possible.next()) {
                (None, _) => false,
                (Some(only), None) => require(knowledge, only),
                (Some(_), Some(_)) => true,
            }
        }
    }
}

fn can_hold(knowledge: &Knowledge, condition: &Condition) -> bool {
    match condition {
        Condition::During { .. } => true,
        Condition::Is { variable, cells } => !knowledge.cells(*variable).and(*cells).is_empty(),
        Condition::All(parts) => parts.iter().all(|part| can_hold(knowledge, part)),
        Condition::Any(parts) => parts.iter().any(|part| can_hold(knowledge, part)),
    }
}
