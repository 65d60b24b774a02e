//! Reasons alone reproduce what they are given as reasons for.

use demur_lawbook::Verdict;
use proptest::{prop_assert, prop_assert_eq};

use crate::case::{check, one_less};

#[test]
fn what_a_verdict_rests_on_gives_it_alone_and_nothing_less_does() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let survey = case.survey();
        match opinion.verdict {
            None => prop_assert!(opinion.rests_on.is_empty()),
            Some(verdict) => {
                prop_assert_eq!(survey.possible(&case.knowing(&opinion.rests_on)), [verdict]);
                for fewer in one_less(&opinion.rests_on) {
                    let possible = survey.possible(&case.knowing(&fewer));
                    prop_assert!(
                        possible.len() > 1,
                        "{fewer:?} would do instead of {:?}",
                        opinion.rests_on
                    );
                }
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_known_includes_every_reason() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let known = case.known();
        let because = opinion.because.iter().flat_map(|each| &each.facts);
        let why_not = opinion.why_not.iter().flat_map(|each| &each.facts);
        for fact in opinion.rests_on.iter().chain(because).chain(why_not) {
            prop_assert_eq!(
                known[demur_lawbook::Id::position(fact.variable)],
                fact.cells
            );
        }
        Ok(())
    });
}

#[test]
fn the_facts_beside_a_norm_alone_make_it_apply() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let survey = case.survey();
        for because in &opinion.because {
            let known = if because.certain {
                case.knowing(&because.facts)
            } else {
                case.known()
            };
            let live = survey.settled(&known, |_, outcome| outcome.live.contains(&because.norm));
            let expected = if because.certain {
                live == Some(true)
            } else {
                live != Some(false)
            };
            prop_assert!(
                expected,
                "{} because of {:?}: {live:?}",
                case.name(because.norm),
                because.facts
            );
        }
        Ok(())
    });
}

#[test]
fn the_norms_that_carry_a_duty_to_serve_forbid_refusing() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let survey = case.survey();
        let known = case.known();
        for because in opinion
            .because
            .iter()
            .filter(|_| opinion.verdict == Some(Verdict::MustServe))
        {
            let forbids = survey.settled(&known, |_, outcome| {
                outcome.forbids_refusing.contains(&because.norm)
            });
            prop_assert!(
                forbids != Some(false),
                "{} forbids nothing",
                case.name(because.norm)
            );
        }
        Ok(())
    });
}

#[test]
fn a_fixed_verdict_of_duty_names_the_norms_that_carry_it() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let carried = [
            Verdict::MustServe,
            Verdict::MustRefuse,
            Verdict::NotJustified,
            Verdict::Conflict,
        ];
        if opinion
            .verdict
            .is_some_and(|verdict| carried.contains(&verdict))
        {
            prop_assert!(!opinion.because.is_empty());
        }
        Ok(())
    });
}

#[test]
fn every_other_verdict_is_ruled_out_by_the_facts_beside_it() {
    check(|case| {
        let Ok(opinion) = case.decide() else {
            return Ok(());
        };
        let survey = case.survey();
        let excluded: Vec<Verdict> = opinion.why_not.iter().map(|each| each.verdict).collect();
        let others: Vec<Verdict> = Verdict::ALL
            .into_iter()
            .filter(|verdict| !opinion.possible.contains(verdict))
            .collect();
        prop_assert_eq!(excluded, others);
        for why_not in &opinion.why_not {
            let possible = |facts: &[_]| {
                survey
                    .possible(&case.knowing(facts))
                    .contains(&why_not.verdict)
            };
            prop_assert!(!possible(&why_not.facts), "{why_not:?}");
            for norm in &why_not.norms {
                let live = survey.settled(&case.known(), |_, outcome| outcome.live.contains(norm));
                prop_assert_eq!(live, Some(true), "{} in {:?}", case.name(*norm), why_not);
            }
            prop_assert!(why_not.norms.is_empty() || why_not.lacking.is_none());
            for miss in &why_not.near {
                let live = survey.settled(&case.known(), |_, outcome| {
                    outcome.live.contains(&miss.norm)
                });
                prop_assert_eq!(live, Some(false), "{} is live", case.name(miss.norm));
            }
            for fewer in one_less(&why_not.facts) {
                prop_assert!(
                    possible(&fewer),
                    "{fewer:?} would do instead of {why_not:?}"
                );
            }
        }
        Ok(())
    });
}
