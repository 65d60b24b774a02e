//! What staff can do so that refusing becomes allowed.

use demur_lawbook::{Cells, Domain, FactId, Verdict};

use crate::opinion::Way;
use crate::reasoner::Reasoner;

/// Most changes in one way: nobody does more before turning someone away.
const MOST_CHANGES: usize = 3;

/// The smallest sets of changes to actionable facts after which the verdict is
/// `may_refuse` for every completion. Reasons and traits are never actionable.
pub(crate) fn ways(reasoner: &mut Reasoner<'_>, verdict: Option<Verdict>) -> Vec<Way> {
    if verdict.is_some_and(|verdict| verdict != Verdict::MayRefuseAfter) {
        return Vec::new();
    }
    let lawbook = reasoner.lawbook;
    let undone: Vec<FactId> = lawbook
        .facts
        .iter()
        .filter(|(_, fact)| fact.actionable && fact.domain == Domain::Bool)
        .filter(|(_, fact)| fact.variables.iter().all(|variable| reasoner.knowledge.cells(*variable) != Cells::YES))
        .map(|(id, _)| id)
        .collect();
    let mut ways: Vec<Way> = Vec::new();
    for size in 1..=MOST_CHANGES {
        for change in subsets(&undone, size) {
            let known = |way: &Way| way.change.iter().all(|fact| change.contains(fact));
            if !ways.iter().any(known) && leads_to_refusal(reasoner, &change) {
                ways.push(Way { change, verdict: Verdict::MayRefuse });
            }
        }
    }
    ways
}

fn leads_to_refusal(reasoner: &mut Reasoner<'_>, change: &[FactId]) -> bool {
    let variables = change.iter().filter_map(|fact| reasoner.lawbook.facts[*fact].variables.first().copied());
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
