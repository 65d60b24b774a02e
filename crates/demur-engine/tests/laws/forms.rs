//! The forms made for speed say what the exact engine says.

use demur_engine::{Because, Contradiction, Engine, Opinion, Prepared, Situation};
use demur_lawbook::Verdict;
use demur_testkit::survey;
use proptest::{prop_assert, prop_assert_eq};

use crate::case::{Case, Checked, check};

/// What both forms say: an opinion without its questions, ways and smallest reasons.
fn what_holds(opinion: Opinion) -> Opinion {
    let because = opinion.because.into_iter();
    Opinion {
        missing: Vec::new(),
        ways: Vec::new(),
        rests_on: Vec::new(),
        why_not: Vec::new(),
        because: because
            .map(|each| Because {
                facts: Vec::new(),
                ..each
            })
            .collect(),
        ..opinion
    }
}

/// The situation of the case, the same with each answer left out, and some completions.
fn situations(case: &Case<'_>) -> Vec<Situation> {
    let given = case.situation();
    let mut situations = vec![given.clone()];
    for fact in given.answers.keys() {
        let mut fewer = given.clone();
        fewer.answers.remove(fact);
        situations.push(fewer);
    }
    let worlds = survey::worlds(&case.lawbook, case.day, &case.known());
    for world in worlds.iter().step_by(worlds.len() / 8 + 1) {
        let facts = case.lawbook.facts.ids();
        situations.push(Situation {
            answers: facts
                .map(|fact| (fact, case.answer_in(world, fact)))
                .collect(),
            ..Situation::on(case.day)
        });
    }
    situations
}

#[test]
fn one_by_one_they_agree_with_the_exact_engine() {
    check(|case| {
        let mut engine = Engine::new(&case.lawbook);
        for situation in situations(case) {
            let expected = engine.decide(&situation).map(what_holds);
            let prepared = engine.prepare(&situation);
            prop_assert_eq!(engine.judge(&prepared).map(what_holds), expected);
        }
        Ok(())
    });
}

#[test]
fn side_by_side_they_agree_with_one_by_one() {
    check(|case| {
        let mut engine = Engine::new(&case.lawbook);
        let situations = situations(case);
        let prepared: Vec<Prepared> = situations
            .iter()
            .map(|situation| engine.prepare(situation))
            .collect();
        let expected: Vec<Result<Opinion, Contradiction>> = prepared
            .iter()
            .map(|situation| engine.judge(situation))
            .collect();
        prop_assert_eq!(engine.judge_many(&prepared), expected.clone());
        check_verdicts(&mut engine, &prepared, &expected)
    });
}

/// Verdicts alone are never wrong, and settled where everything is known.
fn check_verdicts(
    engine: &mut Engine<'_>,
    prepared: &[Prepared],
    expected: &[Result<Opinion, Contradiction>],
) -> Checked {
    for (situation, expected) in prepared.iter().zip(expected) {
        let Ok(expected) = expected else { continue };
        let alone = std::slice::from_ref(situation);
        let alone = engine.side_by_side(alone).expect("one situation");
        let verdicts = engine.verdicts(&alone);
        match verdicts.of(0) {
            Some(verdict) => prop_assert_eq!(Some(verdict), expected.verdict),
            None => prop_assert!(!situation.is_complete()),
        }
        let counted = Verdict::ALL
            .map(|verdict| verdicts.count(verdict))
            .iter()
            .sum::<u32>();
        prop_assert_eq!(counted, u32::from(verdicts.of(0).is_some()));
    }
    Ok(())
}

#[test]
fn the_facts_beside_a_norm_make_it_apply() {
    check(|case| {
        let mut engine = Engine::new(&case.lawbook);
        let prepared = engine.prepare(&case.situation());
        let Ok(opinion) = engine.judge(&prepared) else {
            return Ok(());
        };
        let survey = case.survey();
        for because in opinion.because.iter().filter(|each| each.certain) {
            let known = case.knowing(&because.facts);
            let live = survey.settled(&known, |_, outcome| outcome.live.contains(&because.norm));
            prop_assert_eq!(live, Some(true), "{}", case.name(because.norm));
        }
        Ok(())
    });
}
