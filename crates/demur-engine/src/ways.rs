//! What staff can do so that refusing becomes allowed.

use std::collections::BTreeSet;

use demur_lawbook::{Cells, Domain, Effect, FactId, VarId, Verdict};

use crate::gates::Gates as _;
use crate::opinion::Way;
use crate::reasoner::Reasoner;

/// Most changes in one way: nobody does more before turning someone away.
const MOST_CHANGES: usize = 3;

/// The smallest sets of changes to actionable facts after which the verdict is
/// `may_refuse` for every completion. Reasons and traits are never actionable.
pub(crate) fn ways(reasoner: &mut Reasoner<'_>, verdict: Option<Verdict>) -> Vec<Way> {
    if verdict != Some(Verdict::MayRefuseAfter) {
        return Vec::new();
    }
    let undone = undone(reasoner);
    let mut ways: Vec<Way> = Vec::new();
    for size in 1..=MOST_CHANGES {
        for change in subsets(&undone, size) {
            let known = |way: &Way| way.change.iter().all(|fact| change.contains(fact));
            if !ways.iter().any(known) && leads_to_refusal(reasoner, &change) {
                ways.push(Way {
                    change,
                    verdict: Verdict::MayRefuse,
                });
            }
        }
    }
    ways
}

/// Actionable facts that are not yet so and that an outstanding step asks for.
fn undone(reasoner: &mut Reasoner<'_>) -> Vec<FactId> {
    let lawbook = reasoner.lawbook;
    let mut facts = BTreeSet::new();
    for (norm, gate) in reasoner.program.outstanding.clone() {
        let Effect::RequireStep { step, .. } = &lawbook.norms[norm].effect else {
            continue;
        };
        if reasoner.is_possible(gate) {
            for step in step.leaves() {
                lawbook.steps[step].done.each_variable(&mut |variable, _| {
                    facts.insert(lawbook.variables[variable].fact);
                });
            }
        }
    }
    let actionable = |fact: &FactId| {
        lawbook.facts[*fact].actionable && lawbook.facts[*fact].domain == Domain::Bool
    };
    let is_so = |variable: &VarId| reasoner.knowledge.cells(*variable) == Cells::YES;
    facts
        .into_iter()
        .filter(actionable)
        .filter(|fact| !lawbook.facts[*fact].variables.iter().all(is_so))
        .collect()
}

fn leads_to_refusal(reasoner: &mut Reasoner<'_>, change: &[FactId]) -> bool {
    let variables = change
        .iter()
        .filter_map(|fact| reasoner.lawbook.facts[*fact].variables.first().copied());
    let changes: Vec<_> = variables.map(|variable| (variable, Cells::YES)).collect();
    reasoner.possible_verdicts_after(&changes) == [Verdict::MayRefuse]
}

fn subsets(facts: &[FactId], size: usize) -> Vec<Vec<FactId>> {
    match (size, facts.split_first()) {
        (0, _) => vec![Vec::new()],
        (_, None) => Vec::new(),
        (_, Some((first, rest))) => {
            let mut with: Vec<Vec<FactId>> = subsets(rest, size - 1);
            with.iter_mut().for_each(|subset| subset.insert(0, *first));
            with.extend(subsets(rest, size));
            with
        }
    }
}
