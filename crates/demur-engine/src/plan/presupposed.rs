//! What a question takes for granted.

use std::collections::BTreeSet;

use demur_lawbook::{Answer, Condition, Domain, FactId, Lawbook, VarId};

use crate::knowledge::{Knowledge, cells_of};
use crate::reasoner::Reasoner;

/// Open facts without which the answer that is worth asking about cannot be: whether the
/// dog wears a harness is asked once there is a dog. What is so on most days anyway is
/// taken for granted.
pub(crate) fn presupposed(
    reasoner: &Reasoner<'_>,
    assumptions: &[&Condition],
    fact: FactId,
    open: &BTreeSet<FactId>,
) -> BTreeSet<FactId> {
    let lawbook = reasoner.lawbook;
    let knowing = |answer: &Answer| {
        let mut knowledge = reasoner.knowledge.clone();
        learn(&mut knowledge, lawbook, fact, answer);
        knowledge
    };
    let has_many_values = lawbook.facts[fact].domain != Domain::Bool;
    let mut found = BTreeSet::new();
    for (plain, telling) in plain_and_telling(lawbook, fact) {
        let (plain, telling) = (knowing(&plain), knowing(&telling));
        for alternatives in assumptions
            .iter()
            .flat_map(|assumption| clauses(assumption))
        {
            let (own, others): (Vec<&Condition>, Vec<&Condition>) = alternatives
                .into_iter()
                .partition(|part| facts_of(lawbook, part).contains(&fact));
            let is_put_to_the_test = own.iter().any(|part| can_hold(part, &plain))
                && !own.iter().any(|part| can_hold(part, &telling));
            let is_loose = has_many_values && others.len() > 1;
            if is_put_to_the_test && !is_loose && !are_usual(reasoner, &others) {
                let facts = others.iter().flat_map(|part| facts_of(lawbook, part));
                found.extend(facts.filter(|other| open.contains(other)));
            }
        }
    }
    found
}

fn learn(knowledge: &mut Knowledge, lawbook: &Lawbook, fact: FactId, answer: &Answer) {
    for (variable, cells) in cells_of(lawbook, fact, answer) {
        knowledge.learn(variable, cells);
    }
}

fn facts_of(lawbook: &Lawbook, condition: &Condition) -> BTreeSet<FactId> {
    let mut facts = BTreeSet::new();
    condition.each_variable(&mut |variable: VarId, _| {
        facts.insert(lawbook.variables[variable].fact);
    });
    facts
}

/// The alternatives of which one has to hold, for each thing that has to hold.
fn clauses(condition: &Condition) -> Vec<Vec<&Condition>> {
    match condition {
        Condition::All(parts) => parts.iter().flat_map(clauses).collect(),
        other => vec![alternatives(other)],
    }
}

fn alternatives(condition: &Condition) -> Vec<&Condition> {
    match condition {
        Condition::Any(parts) => parts.iter().flat_map(alternatives).collect(),
        other => vec![other],
    }
}

/// Whether one of these holds on most days.
fn are_usual(reasoner: &Reasoner<'_>, parts: &[&Condition]) -> bool {
    let lawbook = reasoner.lawbook;
    let mut usual = reasoner.knowledge.clone();
    for fact in parts.iter().flat_map(|part| facts_of(lawbook, part)) {
        if let Some(typical) = &lawbook.facts[fact].typical {
            learn(&mut usual, lawbook, fact, typical);
        }
    }
    parts.iter().any(|part| holds(part, &usual))
}

/// Pairs of an answer that takes nothing for granted and one that may.
fn plain_and_telling(lawbook: &Lawbook, fact: FactId) -> Vec<(Answer, Answer)> {
    let info = &lawbook.facts[fact];
    let (yes, no) = (Answer::Bool(true), Answer::Bool(false));
    match (&info.domain, &info.typical) {
        (Domain::Bool, Some(Answer::Bool(true))) => {
            vec![(no.clone(), yes.clone()), (yes, no)]
        }
        (Domain::Bool, _) => vec![(no, yes)],
        (Domain::OneOf(values), Some(typical @ Answer::OneOf(usual))) => {
            let others = (0..values.len()).filter(|value| !usual.contains(value));
            vec![(typical.clone(), Answer::OneOf(others.collect()))]
        }
        _ => Vec::new(),
    }
}

/// Whether the condition plainly holds.
fn holds(condition: &Condition, knowledge: &Knowledge) -> bool {
    match condition {
        Condition::During { .. } => false,
        Condition::Is { variable, cells } => {
            let known = knowledge.cells(*variable);
            !known.is_empty() && known.is_inside(*cells)
        }
        Condition::All(parts) => parts.iter().all(|part| holds(part, knowledge)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, knowledge)),
    }
}

/// Whether the condition does not plainly fail.
fn can_hold(condition: &Condition, knowledge: &Knowledge) -> bool {
    match condition {
        Condition::During { .. } => true,
        Condition::Is { variable, cells } => !knowledge.cells(*variable).and(*cells).is_empty(),
        Condition::All(parts) => parts.iter().all(|part| can_hold(part, knowledge)),
        Condition::Any(parts) => parts.iter().any(|part| can_hold(part, knowledge)),
    }
}
