//! The engine says what visiting every world says.

use std::collections::BTreeSet;

use demur_engine::{Engine, Opinion, Situation, Stage, Strength};
use demur_lawbook::{Cells, Effect, GroundStatus, NormId, Verdict};
use demur_testkit::survey::{self, Certain, Survey};
use proptest::{prop_assert, prop_assert_eq};

use crate::case::{Case, Checked, check};

/// Checks both opinions against each other, where there are opinions.
fn check_agreement(law: impl Fn(&Case<'_>, &Opinion, &Certain, &Survey<'_>) -> Checked) {
    check(|case| {
        let survey = case.survey();
        match (case.decide(), survey.opinion(&case.known())) {
            (Ok(opinion), Some(certain)) => law(case, &opinion, &certain, &survey),
            _ => Ok(()),
        }
    });
}

fn refusing_is_in_question(certain: &Certain) -> bool {
    !certain
        .possible
        .iter()
        .all(|verdict| matches!(verdict, Verdict::MustServe | Verdict::NotJustified))
}

fn live<'a>(
    case: &'a Case<'_>,
    certain: &'a Certain,
    is: impl Fn(&Effect) -> bool + 'a,
) -> Vec<NormId> {
    certain
        .live
        .iter()
        .copied()
        .filter(|norm| is(&case.lawbook.norms[*norm].effect))
        .collect()
}

#[test]
fn a_contradiction_is_reported_exactly_when_no_world_is_left() {
    check(|case| {
        prop_assert_eq!(
            case.decide().is_err(),
            case.survey().opinion(&case.known()).is_none()
        );
        Ok(())
    });
}

#[test]
fn a_contradiction_names_a_smallest_clash() {
    check(|case| {
        let Err(clash) = case.decide() else {
            return Ok(());
        };
        let survey = case.survey();
        let possible = |facts: &[_]| survey.completions(&case.knowing(facts)).next().is_some();
        prop_assert!(!possible(&clash.facts));
        for fewer in crate::case::one_less(&clash.facts) {
            prop_assert!(
                possible(&fewer),
                "{fewer:?} clash without the rest of {clash:?}"
            );
        }
        let mut lawbook = case.lawbook.clone();
        for assumption in &clash.assumptions {
            lawbook.assumptions = case.lawbook.assumptions.clone();
            lawbook.assumptions.remove(*assumption);
            let others: Vec<_> = clash
                .assumptions
                .iter()
                .filter(|each| *each != assumption)
                .collect();
            lawbook.assumptions = others
                .into_iter()
                .map(|each| case.lawbook.assumptions[*each].clone())
                .collect();
            prop_assert!(
                !survey::worlds(&lawbook, case.day, &case.knowing(&clash.facts)).is_empty()
            );
        }
        Ok(())
    });
}

#[test]
fn the_possible_verdicts_are_those_of_all_worlds() {
    check_agreement(|_, opinion, certain, _| {
        prop_assert_eq!(&opinion.possible, &certain.possible);
        let only = (certain.possible.len() == 1).then(|| certain.possible[0]);
        prop_assert_eq!(opinion.verdict, only);
        let within = |safe: &[Verdict]| {
            certain
                .possible
                .iter()
                .all(|verdict| safe.contains(verdict))
        };
        prop_assert_eq!(
            opinion.refusing_is_safe,
            within(&[Verdict::MustRefuse, Verdict::MayRefuse])
        );
        let unsafe_to_serve = [Verdict::MustRefuse, Verdict::Conflict];
        let serving = !certain
            .possible
            .iter()
            .any(|verdict| unsafe_to_serve.contains(verdict));
        prop_assert_eq!(opinion.serving_is_safe, serving);
        Ok(())
    });
}

#[test]
fn a_complete_world_has_exactly_one_verdict() {
    check(|case| {
        let survey = case.survey();
        let mut engine = Engine::new(&case.lawbook);
        for (world, outcome) in survey.completions(&case.known()).take(8) {
            let cells = world.iter().map(|cell| Cells::single(*cell));
            let profile = case.lawbook.variables.ids().zip(cells).collect();
            let opinion = engine.decide(&Situation {
                profile,
                ..Situation::on(case.day)
            });
            prop_assert_eq!(
                opinion.map(|opinion| opinion.possible),
                Ok(vec![outcome.verdict])
            );
        }
        Ok(())
    });
}

#[test]
fn answers_come_before_the_profile() {
    check(|case| {
        let answers = demur_testkit::packs::situation(&case.lawbook, &mut case.recipe);
        let given = Situation {
            answers,
            ..Situation::on(case.day)
        };
        let mut profile = Vec::new();
        for (variable, cells) in case.lawbook.variables.ids().zip(survey::knowledge(
            &case.lawbook,
            &given.answers,
            &Vec::new(),
        )) {
            profile.push((variable, cells));
        }
        let known = survey::knowledge(&case.lawbook, &case.answers, &profile);
        let opinion = Engine::new(&case.lawbook).decide(&Situation {
            profile,
            ..case.situation()
        });
        let possible = case.survey().possible(&known);
        prop_assert_eq!(
            opinion.map(|opinion| opinion.possible).unwrap_or_default(),
            possible
        );
        Ok(())
    });
}

#[test]
fn a_permission_is_strong_when_a_strong_ground_carries_it() {
    check_agreement(|_, opinion, certain, _| {
        let strength = certain
            .strong
            .filter(|_| certain.possible == [Verdict::MayRefuse]);
        let strength = strength.map(|strong| {
            if strong {
                Strength::Strong
            } else {
                Strength::Weak
            }
        });
        prop_assert_eq!(opinion.strength, strength);
        Ok(())
    });
}

#[test]
fn the_norms_whose_reasons_are_in_play_are_named() {
    check_agreement(|case, opinion, certain, _| {
        let named = case.names(opinion.tainted.iter().map(|taint| taint.norm));
        prop_assert_eq!(named, case.names(certain.tainted.iter().copied()));
        let known = case.known();
        for taint in &opinion.tainted {
            let Effect::ForbidRefusingBecause(reasons) = &case.lawbook.norms[taint.norm].effect
            else {
                panic!("{} forbids no reason", case.name(taint.norm));
            };
            let yes = |reason: &&demur_lawbook::VarId| {
                known[demur_lawbook::Id::position(**reason)] == Cells::YES
            };
            let in_play: Vec<_> = reasons.iter().filter(yes).copied().collect();
            prop_assert_eq!(&taint.reasons, &in_play);
        }
        Ok(())
    });
}

#[test]
fn the_norms_that_forbid_are_named() {
    check_agreement(|case, opinion, certain, _| {
        let forbidding = case.names(certain.forbids_refusing.iter().copied());
        prop_assert_eq!(
            case.names(opinion.forbids_refusing.iter().copied()),
            forbidding
        );
        let serving = live(case, certain, |effect| *effect == Effect::ForbidServing);
        prop_assert_eq!(
            case.names(opinion.forbids_serving.iter().copied()),
            case.names(serving)
        );
        Ok(())
    });
}

#[test]
fn grounds_stand_as_in_all_worlds() {
    check_agreement(|case, opinion, certain, _| {
        for (ground, status) in &certain.grounds {
            let name = &case.lawbook.grounds[*ground].name;
            let found = opinion.grounds.iter().find(|each| each.ground == *ground);
            let found_status = found.map_or(GroundStatus::NotMet, |each| each.status);
            prop_assert_eq!(
                found_status,
                *status,
                "{}, when {:?} is possible",
                name,
                certain.possible
            );
            let permits = live(
                case,
                certain,
                |effect| matches!(effect, Effect::Permit(each) | Effect::Entitle(each) if each == ground),
            );
            let norms = found.map(|each| each.norms.clone()).unwrap_or_default();
            prop_assert_eq!(case.names(norms), case.names(permits), "{}", name);
        }
        Ok(())
    });
}

#[test]
fn steps_are_listed_while_refusing_is_in_question() {
    check_agreement(|case, opinion, certain, survey| {
        let mut expected = BTreeSet::new();
        for norm in live(case, certain, |effect| {
            matches!(effect, Effect::RequireStep { .. })
        }) {
            let Effect::RequireStep { step, ground } = &case.lawbook.norms[norm].effect else {
                continue;
            };
            let never = |outcome: &demur_testkit::reference::Outcome| {
                ground.is_some_and(|ground| outcome.grounds[&ground] == GroundStatus::NotMet)
            };
            let moot = survey.settled(&case.known(), |_, outcome| never(outcome)) == Some(true);
            if refusing_is_in_question(certain) && !moot {
                expected.extend(
                    step.leaves()
                        .into_iter()
                        .map(|step| (step, norm, certain.done[&step])),
                );
            }
        }
        let found: BTreeSet<_> = opinion
            .steps
            .iter()
            .map(|each| (each.step, each.norm, each.done))
            .collect();
        prop_assert_eq!(found, expected);
        Ok(())
    });
}

#[test]
fn duties_accompany_a_refusal() {
    check_agreement(|case, opinion, certain, _| {
        let due: BTreeSet<_> = opinion
            .duties
            .iter()
            .map(|each| (each.duty, each.norm))
            .collect();
        let must_not: Vec<NormId> = opinion.must_not.iter().map(|each| each.norm).collect();
        if refusing_is_in_question(certain) {
            prop_assert_eq!(due, certain.duties.iter().copied().collect::<BTreeSet<_>>());
            let forbidden = live(case, certain, |effect| {
                matches!(effect, Effect::ForbidDuty(_))
            });
            prop_assert_eq!(case.names(must_not), case.names(forbidden));
        } else {
            prop_assert!(due.is_empty() && must_not.is_empty());
        }
        Ok(())
    });
}

#[test]
fn cautions_and_consequences_are_those_that_certainly_apply() {
    check_agreement(|case, opinion, certain, _| {
        let cautions = live(case, certain, |effect| matches!(effect, Effect::Caution(_)));
        prop_assert_eq!(
            case.names(opinion.cautions.iter().copied()),
            case.names(cautions)
        );
        let serving_forbidden = certain
            .possible
            .iter()
            .any(|verdict| matches!(verdict, Verdict::MustRefuse | Verdict::Conflict));
        let allowed_now = certain
            .possible
            .iter()
            .all(|verdict| matches!(verdict, Verdict::MustRefuse | Verdict::MayRefuse));
        let refusing = !allowed_now || !certain.tainted.is_empty();
        let consequences = live(case, certain, |effect| match effect {
            Effect::Consequence { of_serving, .. } => {
                if *of_serving {
                    serving_forbidden
                } else {
                    refusing
                }
            }
            _ => false,
        });
        prop_assert_eq!(
            case.names(opinion.consequences.iter().copied()),
            case.names(consequences)
        );
        Ok(())
    });
}

#[test]
fn the_layer_that_decides_is_the_one_that_took_the_position() {
    check_agreement(|case, opinion, certain, survey| {
        let known = case.known();
        let layers: BTreeSet<_> = survey
            .completions(&known)
            .map(|(_, outcome)| outcome.decided)
            .collect();
        match opinion.decided {
            Some(decided) if decided.stage != Stage::Steps => {
                let tiers: BTreeSet<_> = layers
                    .iter()
                    .map(|layer| layer.map(|layer| layer.tier))
                    .collect();
                prop_assert_eq!(tiers, BTreeSet::from([decided.tier]));
            }
            Some(_) => prop_assert_eq!(&certain.possible, &[Verdict::MayRefuseAfter]),
            None => prop_assert!(
                opinion.verdict.is_none()
                    || layers.len() > 1
                    || certain.possible == [Verdict::MustServe]
            ),
        }
        Ok(())
    });
}
