//! Every question that can matter is asked.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Cells, FactId, Id, Verdict};
use proptest::{prop_assert, prop_assert_eq};

use crate::case::{Case, check};

/// Facts of which one answer gives another verdict than another answer, all else equal.
fn facts_that_matter(case: &Case<'_>) -> BTreeSet<FactId> {
    let survey = case.survey();
    let known = case.known();
    let mut matter = BTreeSet::new();
    for (fact, info) in case.lawbook.facts.iter() {
        let own: Vec<usize> = info
            .variables
            .iter()
            .map(|variable| variable.position())
            .collect();
        let mut seen: BTreeMap<Vec<usize>, Verdict> = BTreeMap::new();
        for (world, outcome) in survey.completions(&known) {
            let rest = world
                .iter()
                .enumerate()
                .filter(|(index, _)| !own.contains(index))
                .map(|(_, cell)| *cell);
            let verdict = *seen.entry(rest.collect()).or_insert(outcome.verdict);
            if verdict != outcome.verdict {
                matter.insert(fact);
            }
        }
    }
    matter
}

#[test]
fn what_can_change_the_verdict_is_asked() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let asked: BTreeSet<FactId> = opinion.missing.iter().map(|each| each.fact).collect();
        if opinion.verdict.is_none() {
            prop_assert!(!asked.is_empty());
            let matter = facts_that_matter(case);
            prop_assert!(
                matter.is_subset(&asked),
                "{matter:?} matter, {asked:?} are asked"
            );
        }
        Ok(())
    });
}

#[test]
fn the_verdicts_beside_a_question_are_those_that_its_answers_tell_apart() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let survey = case.survey();
        for missing in opinion.missing.iter().filter(|_| opinion.verdict.is_none()) {
            let mut always = opinion.possible.clone();
            for variable in &case.lawbook.facts[missing.fact].variables {
                for cell in case.known()[variable.position()].iter() {
                    let mut known = case.known();
                    known[variable.position()] = Cells::single(cell);
                    let possible = survey.possible(&known);
                    always.retain(|verdict| possible.is_empty() || possible.contains(verdict));
                }
            }
            let told_apart: Vec<Verdict> = opinion
                .possible
                .iter()
                .copied()
                .filter(|verdict| !always.contains(verdict))
                .collect();
            prop_assert_eq!(&missing.decides, &told_apart);
        }
        Ok(())
    });
}
