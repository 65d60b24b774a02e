//! A firm may narrow what the law permits, never widen it.

use demur_engine::{Engine, Opinion, Situation};
use demur_lawbook::{Effect, Lawbook, Steps, Tier, Verdict};
use demur_testkit::reference::Outcome;
use proptest::prop_assert;

use crate::case::{check, compile};

fn binds(tier: Tier) -> bool {
    matches!(tier, Tier::Law | Tier::Code)
}

/// Whether the law itself lets others depart from it.
fn yields(lawbook: &Lawbook) -> bool {
    lawbook
        .norms
        .iter()
        .any(|(_, norm)| norm.yielding && binds(norm.layer.tier))
}

/// Whether the law requires a step before any refusal, and it is not done.
fn law_wants_a_step(lawbook: &Lawbook, outcome: &Outcome) -> bool {
    outcome.outstanding.iter().any(|(_, norm)| {
        let norm = &lawbook.norms[*norm];
        let undone = matches!(
            &norm.effect,
            Effect::RequireStep {
                step: Steps::One(_),
                ground: None
            }
        );
        undone && binds(norm.layer.tier)
    })
}

/// Whether it is the law itself that forbids serving.
fn by_duty(opinion: &Opinion) -> bool {
    opinion.verdict == Some(Verdict::MustRefuse)
        && opinion
            .decided
            .and_then(|decided| decided.tier)
            .is_some_and(binds)
}

#[test]
fn no_policy_allows_what_the_law_does_not() {
    check(|case| {
        let plain = compile(case.packs.without_house().files());
        if yields(&plain) {
            return Ok(());
        }
        let survey = case.survey();
        let (mut with, mut without) = (Engine::new(&case.lawbook), Engine::new(&plain));
        let known = case.known();
        for (world, outcome) in survey.completions(&known).take(12) {
            let answers = case
                .lawbook
                .facts
                .ids()
                .map(|fact| (fact, case.answer_in(world, fact)))
                .collect();
            let situation = Situation {
                answers,
                ..Situation::on(case.day)
            };
            let (Ok(with), Ok(without)) = (with.decide(&situation), without.decide(&situation))
            else {
                panic!("the world is possible");
            };
            let by_law = without
                .decided
                .and_then(|decided| decided.tier)
                .is_some_and(binds);
            let refused = matches!(
                without.verdict,
                Some(Verdict::MustServe | Verdict::NotJustified)
            );
            if (by_law && refused) || law_wants_a_step(&case.lawbook, outcome) {
                prop_assert!(
                    !with.refusing_is_safe || by_duty(&with),
                    "{:?} became {:?}",
                    without.verdict,
                    with.verdict
                );
            }
        }
        Ok(())
    });
}
