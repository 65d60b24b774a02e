//! Doing more never makes matters worse, and ways lead where they say.

use std::collections::BTreeSet;

use demur_engine::Engine;
use demur_lawbook::{Answer, Cells, Domain, FactId, Id, Lawbook, VarId, Verdict};
use proptest::{prop_assert, prop_assert_eq};

use crate::case::{Case, check};

/// Yes-or-no facts that staff can change.
fn actionable(lawbook: &Lawbook) -> Vec<FactId> {
    let facts = lawbook
        .facts
        .iter()
        .filter(|(_, fact)| fact.actionable && fact.domain == Domain::Bool);
    facts.map(|(id, _)| id).collect()
}

/// Whether some norm, and not only a step, looks at this fact.
fn decides_norms(lawbook: &Lawbook, fact: FactId) -> bool {
    let mut found = false;
    let mut see = |variable: VarId, _| found |= lawbook.variables[variable].fact == fact;
    for (_, norm) in lawbook.norms.iter() {
        norm.when.each_variable(&mut see);
        norm.unless
            .iter()
            .for_each(|unless| unless.each_variable(&mut see));
    }
    found
}

#[test]
fn doing_a_step_never_makes_matters_worse() {
    check(|case| {
        let mut engine = Engine::new(&case.lawbook);
        for fact in actionable(&case.lawbook) {
            let situation = case.situation();
            let done = engine.decide(&situation.clone().with(fact, Answer::Bool(true)));
            let undone = engine.decide(&situation.with(fact, Answer::Bool(false)));
            let (Ok(done), Ok(undone)) = (done, undone) else {
                continue;
            };
            let (Some(before), Some(after)) = (undone.verdict, done.verdict) else {
                continue;
            };
            let better = before == Verdict::MayRefuseAfter
                && matches!(after, Verdict::MayRefuse | Verdict::MustRefuse);
            if !decides_norms(&case.lawbook, fact) && case.lawbook.assumptions.is_empty() {
                prop_assert!(before == after || better, "{before:?} became {after:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn ways_are_the_smallest_changes_after_which_refusing_is_allowed() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let found: BTreeSet<BTreeSet<FactId>> = opinion
            .ways
            .iter()
            .map(|way| way.change.iter().copied().collect())
            .collect();
        prop_assert!(
            opinion
                .ways
                .iter()
                .all(|way| way.verdict == Verdict::MayRefuse)
        );
        let smallest = smallest_changes(case);
        prop_assert!(
            found.is_subset(&smallest),
            "{found:?} are not among {smallest:?}"
        );
        if opinion.verdict == Some(Verdict::MayRefuseAfter) {
            let asked = facts_of_outstanding_steps(case);
            let steps: BTreeSet<_> = smallest
                .into_iter()
                .filter(|change| change.is_subset(&asked))
                .collect();
            prop_assert!(
                steps.is_subset(&found),
                "{steps:?} are not all among {found:?}"
            );
        } else if opinion.verdict.is_some() {
            prop_assert_eq!(found, BTreeSet::new());
        }
        Ok(())
    });
}

/// What has to be so for the steps that are still to be done.
fn facts_of_outstanding_steps(case: &Case<'_>) -> BTreeSet<FactId> {
    let mut facts = BTreeSet::new();
    for (_, outcome) in case.survey().completions(&case.known()) {
        for (step, _) in &outcome.outstanding {
            case.lawbook.steps[*step]
                .done
                .each_variable(&mut |variable, _| {
                    facts.insert(case.lawbook.variables[variable].fact);
                });
        }
    }
    facts
}

fn smallest_changes(case: &Case<'_>) -> BTreeSet<BTreeSet<FactId>> {
    let survey = case.survey();
    let position = |fact: FactId| case.lawbook.facts[fact].variables[0].position();
    let known = case.known();
    let open: Vec<FactId> = actionable(&case.lawbook)
        .into_iter()
        .filter(|fact| known[position(*fact)] != Cells::YES)
        .collect();
    let mut leading: Vec<BTreeSet<FactId>> = Vec::new();
    for chosen in 1..1_usize << open.len() {
        let change: BTreeSet<FactId> = open
            .iter()
            .enumerate()
            .filter(|(index, _)| chosen >> index & 1 == 1)
            .map(|(_, fact)| *fact)
            .collect();
        let mut after = known.clone();
        change
            .iter()
            .for_each(|fact| after[position(*fact)] = Cells::YES);
        if change.len() <= 3 && survey.possible(&after) == [Verdict::MayRefuse] {
            leading.push(change);
        }
    }
    let is_smallest = |change: &&BTreeSet<FactId>| {
        !leading
            .iter()
            .any(|other| other != *change && other.is_subset(change))
    };
    leading.iter().filter(is_smallest).cloned().collect()
}
