//! Interviews ask little, only what matters, and keep what they promise.

use std::collections::{BTreeMap, BTreeSet};

use demur_engine::{Engine, Inquiry, Progress, Situation};
use demur_lawbook::{FactId, Verdict};
use demur_testkit::survey::{self, Knowledge, World};
use proptest::{prop_assert, prop_assert_eq};

use crate::case::{Case, check};
use crate::optimum::{self, outcome};

/// Answers the questions of an interview as things are in `world`, but does not know
/// `hidden`.
fn lead(
    case: &Case<'_>,
    (world, hidden): (&World, &BTreeSet<FactId>),
    mut see: impl FnMut(&Inquiry, &Situation, &BTreeSet<FactId>),
) -> Situation {
    let mut engine = Engine::new(&case.lawbook);
    let mut situation = case.situation();
    let mut closed = BTreeSet::new();
    loop {
        let inquiry = engine
            .inquire(&situation, &closed)
            .expect("facts that can hold together");
        see(&inquiry, &situation, &closed);
        let progress = engine.proceed(&situation, &closed);
        match (progress.expect("the same facts"), &inquiry.next) {
            (Progress::Ask { possible, next }, Some(asked)) => {
                assert_eq!((&possible, &next), (&inquiry.possible, asked));
            }
            (Progress::Done(opinion), None) => {
                assert_eq!(engine.decide(&situation).as_ref(), Ok(&*opinion));
            }
            (progress, asked) => panic!("{progress:?} where {asked:?} is asked"),
        }
        let Some(next) = inquiry.next else {
            return situation;
        };
        closed.extend(next.left_out);
        for fact in next.facts {
            if hidden.contains(&fact) {
                closed.insert(fact);
            } else {
                situation.answers.insert(fact, case.answer_in(world, fact));
            }
        }
    }
}

/// A world of this case, and a set of facts that the person does not know.
fn person(case: &mut Case<'_>) -> Option<(World, BTreeSet<FactId>)> {
    let known = case.known();
    let worlds = survey::worlds(&case.lawbook, case.day, &known);
    let world = worlds.get(case.recipe.below(worlds.len().max(1)))?.clone();
    let facts: Vec<FactId> = case.lawbook.facts.ids().collect();
    let hidden = facts
        .into_iter()
        .filter(|_| case.recipe.chance(3))
        .collect();
    Some((world, hidden))
}

#[test]
fn an_interview_ends_when_no_answer_matters_and_keeps_its_promise() {
    check(|case| {
        let Some((world, hidden)) = person(case) else {
            return Ok(());
        };
        let mut promised: Vec<usize> = Vec::new();
        let mut asked: BTreeSet<FactId> = BTreeSet::new();
        let mut twice = false;
        let end = lead(case, (&world, &hidden), |inquiry, _, _| {
            promised.extend(inquiry.next.iter().map(|next| next.at_most));
            for fact in inquiry.next.iter().flat_map(|next| &next.facts) {
                twice |= !asked.insert(*fact);
            }
        });
        prop_assert!(!twice, "a fact is asked twice");
        let count = promised.len();
        for (number, at_most) in promised.iter().enumerate() {
            prop_assert!(
                count - number <= *at_most,
                "{count} questions, {promised:?}"
            );
        }
        if asked.is_disjoint(&hidden) {
            let known = survey::knowledge(&case.lawbook, &end.answers, &Vec::new());
            let survey = case.survey();
            let ends: BTreeSet<_> = survey
                .completions(&known)
                .map(|(world, found)| outcome(&case.lawbook, case.day, world, found.verdict))
                .collect();
            prop_assert_eq!(ends.len(), 1, "not fixed: {:?}", ends);
        }
        Ok(())
    });
}

/// Whether the answers to a fact lead, for some knowledge of everything else that can
/// be asked, to different possible verdicts.
fn can_matter(case: &Case<'_>, known: &Knowledge, fact: FactId, hidden: &BTreeSet<FactId>) -> bool {
    let lawbook = &case.lawbook;
    let survey = case.survey();
    let mut seen: BTreeMap<Vec<usize>, BTreeMap<Vec<usize>, BTreeSet<Verdict>>> = BTreeMap::new();
    for (world, found) in survey.completions(known) {
        let of = |is: &dyn Fn(FactId) -> bool| -> Vec<usize> {
            let cells = lawbook.variables.iter().zip(world);
            cells
                .filter(|((_, info), _)| is(info.fact))
                .map(|(_, cell)| *cell)
                .collect()
        };
        let rest = of(&|each| each != fact && !hidden.contains(&each));
        let own = of(&|each| each == fact);
        seen.entry(rest)
            .or_default()
            .entry(own)
            .or_default()
            .insert(found.verdict);
    }
    seen.values().any(|answers| {
        let sets: BTreeSet<_> = answers.values().collect();
        sets.len() > 1
    })
}

#[test]
fn nothing_is_asked_that_cannot_matter() {
    check(|case| {
        let Some((world, hidden)) = person(case) else {
            return Ok(());
        };
        let tied = !case.lawbook.assumptions.is_empty();
        let mut idle = Vec::new();
        lead(case, (&world, &hidden), |inquiry, situation, closed| {
            if inquiry.possible.len() < 2 || tied {
                // Where assumptions tie facts, several matter together that alone do not.
                return;
            }
            let known = survey::knowledge(&case.lawbook, &situation.answers, &Vec::new());
            for fact in inquiry.next.iter().flat_map(|next| &next.facts) {
                if !can_matter(case, &known, *fact, closed) {
                    idle.push(case.lawbook.facts[*fact].name.clone());
                }
            }
        });
        prop_assert!(idle.is_empty(), "asked in vain: {idle:?}");
        Ok(())
    });
}

#[test]
fn questions_are_few_beside_the_fewest_possible() {
    let found = optimum::measured();
    assert_eq!(found.packs, 60, "too few packs of this size");
    assert!(found.planned / found.best < 1.15, "{found:?}");
}
