//! In which order to ask.

mod lanes;
mod likely;
mod matter;
mod open;
mod presupposed;

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Condition, Cost, FactId, VarId};

use crate::reasoner::Reasoner;
use lanes::{Lanes, Sheet};
pub(crate) use matter::Matter;
pub(crate) use open::{Goal, OpenPart};

/// Facts that are asked in one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// In the order in which they are shown.
    pub(crate) facts: Vec<FactId>,
    /// The question about all of them, by position in the lawbook; only with several.
    pub(crate) together: Option<usize>,
    /// Each fact with the open facts that it presupposes.
    ties: Vec<(FactId, BTreeSet<FactId>)>,
}

impl Unit {
    fn new(together: Option<usize>, ties: Vec<(FactId, BTreeSet<FactId>)>) -> Self {
        Self {
            facts: ties.iter().map(|(fact, _)| *fact).collect(),
            together,
            ties,
        }
    }

    /// Whether this question has to come after one about `facts`.
    fn waits_for(&self, facts: &[FactId]) -> bool {
        let mut presupposed = self.ties.iter().flat_map(|(_, presupposed)| presupposed);
        presupposed.any(|fact| facts.contains(fact) && !self.facts.contains(fact))
    }
}

/// The questions about `facts`, the next one first: what is urgent, then the place,
/// then why somebody would refuse, then the question that is least likely to turn out
/// needless. It is needless in a situation that could have been judged without it; how
/// often that is so is counted over likely situations, as told by the typical values.
/// Among equals the one that tells more comes first. This orders questions only and
/// never enters a verdict. A question that presupposes an answer to another one comes
/// after it.
pub(crate) fn order(reasoner: &Reasoner<'_>, part: &OpenPart, facts: &[FactId]) -> Vec<Unit> {
    let assumptions = open_assumptions(reasoner);
    let mut units = units(reasoner, &assumptions, facts);
    let scores = scores(reasoner, part, &assumptions, &units);
    let lawbook = reasoner.lawbook;
    let rank = |unit: &Unit| {
        let is = |fact: Option<FactId>| fact.is_some_and(|fact| unit.facts.contains(&fact));
        (
            !unit.facts.iter().any(|fact| lawbook.facts[*fact].urgent),
            !is(Some(lawbook.place)),
            !is(lawbook.reasons),
        )
    };
    let mut ranked: Vec<_> = units
        .drain(..)
        .zip(scores)
        .map(|(unit, score)| ((rank(&unit), score, unit.facts.first().copied()), unit))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    after_what_they_presuppose(ranked.into_iter().map(|(_, unit)| unit).collect())
}

/// Facts on which the goal may depend and those that they presuppose, ascending.
pub(crate) fn facts_and_what_they_presuppose(
    reasoner: &Reasoner<'_>,
    part: &OpenPart,
) -> Vec<FactId> {
    let assumptions = open_assumptions(reasoner);
    let open: BTreeSet<FactId> = facts_in(reasoner, part).into_iter().collect();
    let mut found: BTreeSet<FactId> = part.goal_facts.iter().copied().collect();
    let mut queue = part.goal_facts.clone();
    while let Some(fact) = queue.pop() {
        let presupposed = presupposed::presupposed(reasoner, &assumptions, fact, &open);
        queue.extend(presupposed.into_iter().filter(|each| found.insert(*each)));
    }
    found.into_iter().collect()
}

/// Assumptions that are not met yet.
fn open_assumptions<'r>(reasoner: &Reasoner<'r>) -> Vec<&'r Condition> {
    let gates = reasoner.program.assumptions.iter();
    let assumptions = reasoner.lawbook.assumptions.iter();
    gates
        .zip(assumptions)
        .filter(|(gate, _)| reasoner.is_open(**gate))
        .map(|(_, assumption)| &assumption.holds)
        .collect()
}

/// Facts that are asked together make one unit; those among them that presuppose
/// something outside of it wait on their own.
fn units(reasoner: &Reasoner<'_>, assumptions: &[&Condition], facts: &[FactId]) -> Vec<Unit> {
    let open: BTreeSet<FactId> = facts.iter().copied().collect();
    let mut waiting: BTreeMap<FactId, BTreeSet<FactId>> = open
        .iter()
        .map(|fact| {
            let presupposed = presupposed::presupposed(reasoner, assumptions, *fact, &open);
            (*fact, presupposed)
        })
        .collect();
    let mut units = Vec::new();
    for (number, together) in reasoner.lawbook.together.iter().enumerate() {
        let facts = ready(together.facts.iter().map(|(fact, _)| *fact), &waiting);
        if facts.len() > 1 {
            let ties = facts
                .into_iter()
                .filter_map(|fact| Some((fact, waiting.remove(&fact)?)));
            units.push(Unit::new(Some(number), ties.collect()));
        }
    }
    units.extend(waiting.into_iter().map(|tie| Unit::new(None, vec![tie])));
    units
}

/// Those of the facts that presuppose nothing but each other: they can stand in one list.
fn ready(
    facts: impl Iterator<Item = FactId>,
    waiting: &BTreeMap<FactId, BTreeSet<FactId>>,
) -> Vec<FactId> {
    let open: Vec<FactId> = facts.filter(|fact| waiting.contains_key(fact)).collect();
    let mut ready: BTreeSet<FactId> = BTreeSet::new();
    loop {
        let before = ready.len();
        for fact in &open {
            if waiting.get(fact).is_some_and(|tied| tied.is_subset(&ready)) {
                ready.insert(*fact);
            }
        }
        if ready.len() == before {
            return open
                .into_iter()
                .filter(|fact| ready.contains(fact))
                .collect();
        }
    }
}

/// Each unit behind those that it presupposes; units that presuppose each other keep
/// their order.
fn after_what_they_presuppose(units: Vec<Unit>) -> Vec<Unit> {
    let mut waiting = units;
    let mut ordered = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_free = |unit: &Unit| !waiting.iter().any(|other| unit.waits_for(&other.facts));
        let next = waiting.iter().position(is_free).unwrap_or(0);
        ordered.push(waiting.remove(next));
    }
    ordered
}

/// The fact, and all that presuppose it.
pub(crate) fn with_what_presupposes(units: &[Unit], fact: FactId) -> BTreeSet<FactId> {
    let mut found = BTreeSet::from([fact]);
    loop {
        let before = found.len();
        for (fact, presupposed) in units.iter().flat_map(|unit| &unit.ties) {
            if !presupposed.is_disjoint(&found) {
                found.insert(*fact);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// In tenths of a question.
fn cost(cost: Cost) -> u64 {
    match cost {
        Cost::Seen => 10,
        Cost::Ask => 12,
        Cost::Lookup => 15,
        Cost::Intrusive => 100,
    }
}

/// For each unit the cost that asking it would waste, less what it tells.
fn scores(
    reasoner: &Reasoner<'_>,
    part: &OpenPart,
    assumptions: &[&Condition],
    units: &[Unit],
) -> Vec<i64> {
    let lawbook = reasoner.lawbook;
    let known = Sheet::new(lawbook, &reasoner.knowledge);
    let facts = facts_in(reasoner, part);
    let worlds = likely::likely(lawbook, &known, &facts, assumptions);
    let sound = worlds.sound(lawbook);
    let costs: Vec<u64> = units
        .iter()
        .map(|unit| {
            let costs = unit
                .facts
                .iter()
                .map(|fact| cost(lawbook.facts[*fact].cost));
            costs.max().unwrap_or_default()
        })
        .collect();
    let needed = needed(reasoner, part, assumptions, units, &known, &worlds, &costs);
    let lanes = u64::from(sound.count_ones()).max(1);
    let goal = worlds.goal(part);
    units
        .iter()
        .zip(needed.iter().zip(&costs))
        .map(|(unit, (needed, cost))| {
            let needless = lanes - u64::from((needed & sound).count_ones());
            let told = told(reasoner, unit, &worlds, &goal, sound);
            let waits = |other: &&Unit| other.waits_for(&unit.facts);
            let waiting = units.iter().filter(waits).count().min(MOST_WAITING) as u64;
            (SCALE * cost * needless / lanes) as i64
                - (SCALE * (TELLING * told / lanes + OPENING * waiting)) as i64
        })
        .collect()
}

const SCALE: u64 = 100;
/// What it is worth to tell all likely situations apart, in tenths of a question.
const TELLING: u64 = 12;
/// What it is worth that another question no longer waits, in tenths of a question: it
/// can then be asked together with others.
const OPENING: u64 = 3;
/// Most waiting questions that count.
const MOST_WAITING: usize = 6;

fn facts_in(reasoner: &Reasoner<'_>, part: &OpenPart) -> Vec<FactId> {
    let facts = part.variables.iter();
    let facts: BTreeSet<FactId> = facts
        .map(|variable| reasoner.lawbook.variables[*variable].fact)
        .collect();
    facts.into_iter().collect()
}

/// For each unit the lanes that cannot be judged without it: units are left out one
/// after the other, the dearest first, as long as the rest suffices.
fn needed(
    reasoner: &Reasoner<'_>,
    part: &OpenPart,
    assumptions: &[&Condition],
    units: &[Unit],
    known: &Sheet,
    worlds: &Sheet,
    costs: &[u64],
) -> Vec<Lanes> {
    let lawbook = reasoner.lawbook;
    let variables = |unit: &Unit| -> Vec<VarId> {
        let facts = unit.facts.iter();
        facts
            .flat_map(|fact| lawbook.facts[*fact].variables.clone())
            .collect()
    };
    let mut kept = known.clone();
    for variable in units.iter().flat_map(variables) {
        kept.take(variable, worlds, Lanes::MAX);
    }
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse((costs.get(*index).copied(), *index)));
    let mut needed = vec![Lanes::MAX; units.len()];
    for index in order {
        let Some(unit) = units.get(index) else {
            continue;
        };
        let mut without = kept.clone();
        for variable in variables(unit) {
            without.take(variable, known, Lanes::MAX);
        }
        let mut closed = without.clone();
        closed.close(assumptions);
        let enough = closed.reached(part);
        for variable in variables(unit) {
            kept.take(variable, &without, enough);
        }
        if let Some(slot) = needed.get_mut(index) {
            *slot = !enough;
        }
    }
    needed
}

/// How many lanes the answer to this unit puts apart from others of another outcome
/// (Gini's impurity that it takes away, in lanes).
fn told(
    reasoner: &Reasoner<'_>,
    unit: &Unit,
    worlds: &Sheet,
    goal: &[(Lanes, Lanes)],
    sound: Lanes,
) -> u64 {
    let mut parts: Vec<Lanes> = vec![sound];
    let facts = unit.facts.iter();
    for variable in facts.flat_map(|fact| &reasoner.lawbook.facts[*fact].variables) {
        let cells = worlds.cells(*variable);
        parts = parts
            .iter()
            .flat_map(|part| cells.iter().map(move |cell| part & cell))
            .filter(|part| *part != 0)
            .collect();
    }
    let alike = |part: Lanes| -> u64 {
        let size = u64::from(part.count_ones()).max(1);
        let squares = goal
            .iter()
            .map(|(yes, _)| u64::from((yes & part).count_ones()).pow(2));
        squares.sum::<u64>() * 1000 / size
    };
    let after: u64 = parts.iter().map(|part| alike(*part)).sum();
    after.saturating_sub(alike(sound)) / 1000
}
