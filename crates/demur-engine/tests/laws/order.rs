//! Order, repetition and further knowledge change nothing that was certain.

use std::collections::{BTreeMap, BTreeSet};

use demur_engine::{Engine, Opinion, Situation};
use demur_lawbook::{Answer, FactId, GroundStatus, Lawbook, NormId};
use demur_testkit::survey::World;
use proptest::{prop_assert, prop_assert_eq};

use crate::case::{check, compile};

#[test]
fn the_order_of_files_changes_nothing() {
    check(|case| {
        let mut files = case.packs.files();
        case.recipe.shuffle(&mut files);
        let lawbook = compile(files);
        prop_assert_eq!(&lawbook.hash, &case.lawbook.hash);
        prop_assert_eq!(
            Engine::new(&lawbook).decide(&case.situation()),
            case.decide()
        );
        Ok(())
    });
}

#[test]
fn the_order_of_blocks_and_declarations_changes_no_opinion() {
    check(|case| {
        let lawbook = compile(case.packs.shuffled(&mut case.recipe).files());
        let renamed = |(fact, answer): (&FactId, &Answer)| {
            let name = &case.lawbook.facts[*fact].name;
            (
                lawbook.fact_named(name).expect("the same facts"),
                answer.clone(),
            )
        };
        let answers = case.answers.iter().map(renamed).collect();
        let opinion = Engine::new(&lawbook).decide(&Situation {
            answers,
            ..Situation::on(case.day)
        });
        prop_assert_eq!(&lawbook.hash, &case.lawbook.hash);
        match (case.decide(), opinion) {
            (Ok(one), Ok(other)) => {
                prop_assert_eq!(by_names(&case.lawbook, &one), by_names(&lawbook, &other))
            }
            (one, other) => prop_assert_eq!(one.is_err(), other.is_err()),
        }
        Ok(())
    });
}

/// All that an opinion says, but for the order in which it says it.
fn by_names(lawbook: &Lawbook, opinion: &Opinion) -> BTreeMap<&'static str, BTreeSet<String>> {
    let norm = |norm: NormId| {
        let norm = &lawbook.norms[norm];
        format!("{} {:?}", norm.id, norm.from)
    };
    let norms = |norms: &[NormId]| {
        norms
            .iter()
            .map(|id| norm(*id))
            .collect::<BTreeSet<String>>()
    };
    let fact = |fact: FactId| lawbook.facts[fact].name.clone();
    BTreeMap::from([
        (
            "verdict",
            BTreeSet::from([format!("{:?} {:?}", opinion.verdict, opinion.possible)]),
        ),
        (
            "strength",
            BTreeSet::from([format!("{:?} {:?}", opinion.strength, opinion.confidence)]),
        ),
        (
            "decided",
            BTreeSet::from([format!("{:?}", opinion.decided)]),
        ),
        (
            "tainted",
            opinion
                .tainted
                .iter()
                .map(|taint| norm(taint.norm))
                .collect(),
        ),
        (
            "grounds",
            opinion
                .grounds
                .iter()
                .filter(|each| each.status != GroundStatus::NotMet)
                .map(|each| {
                    let name = &lawbook.grounds[each.ground].name;
                    format!(
                        "{name} {:?} {:?} {:?}",
                        each.status,
                        norms(&each.norms),
                        norms(&each.barred_by)
                    )
                })
                .collect(),
        ),
        ("forbids", norms(&opinion.forbids_refusing)),
        ("forbids serving", norms(&opinion.forbids_serving)),
        (
            "steps",
            opinion
                .steps
                .iter()
                .map(|each| {
                    format!(
                        "{} {} {:?}",
                        lawbook.steps[each.step].name,
                        norm(each.norm),
                        each.done
                    )
                })
                .collect(),
        ),
        (
            "duties",
            opinion
                .duties
                .iter()
                .map(|each| format!("{} {}", lawbook.duties[each.duty].name, norm(each.norm)))
                .collect(),
        ),
        (
            "must not",
            opinion
                .must_not
                .iter()
                .map(|each| format!("{} {}", lawbook.duties[each.duty].name, norm(each.norm)))
                .collect(),
        ),
        ("cautions", norms(&opinion.cautions)),
        ("consequences", norms(&opinion.consequences)),
        (
            "missing",
            opinion
                .missing
                .iter()
                .map(|each| {
                    format!(
                        "{} {:?} {:?}",
                        fact(each.fact),
                        norms(&each.norms),
                        each.decides
                    )
                })
                .collect(),
        ),
        (
            "ways",
            opinion
                .ways
                .iter()
                .map(|way| {
                    format!(
                        "{:?}",
                        way.change
                            .iter()
                            .map(|known| {
                                let variable = lawbook.variables[known.variable];
                                let element = variable.element;
                                format!("{} {element:?} {:?}", fact(variable.fact), known.cells)
                            })
                            .collect::<BTreeSet<_>>()
                    )
                })
                .collect(),
        ),
        (
            "because",
            opinion
                .because
                .iter()
                .map(|each| format!("{} {}", norm(each.norm), each.certain))
                .collect(),
        ),
        (
            "why not",
            opinion
                .why_not
                .iter()
                .map(|each| format!("{:?}", each.verdict))
                .collect(),
        ),
    ])
}

#[test]
fn what_was_asked_before_changes_nothing() {
    check(|case| {
        let mut engine = Engine::new(&case.lawbook);
        let first = engine.decide(&case.situation());
        for _ in 0..3 {
            let day = demur_testkit::packs::day(&mut case.recipe);
            let answers = demur_testkit::packs::situation(&case.lawbook, &mut case.recipe);
            let other = Situation {
                answers,
                ..Situation::on(day)
            };
            let before = engine.decide(&other);
            prop_assert_eq!(&engine.decide(&case.situation()), &first);
            prop_assert_eq!(Engine::new(&case.lawbook).decide(&other), before);
        }
        Ok(())
    });
}

#[test]
fn knowing_more_never_unsettles_what_was_certain() {
    check(|case| {
        let Ok(before) = case.decide() else {
            return Ok(());
        };
        let mut facts: Vec<FactId> = case.lawbook.facts.ids().collect();
        case.recipe.shuffle(&mut facts);
        let chosen = case.recipe.below(256);
        let survey = case.survey();
        let known = case.known();
        let worlds: Vec<&World> = survey.completions(&known).map(|(world, _)| world).collect();
        let world = worlds[chosen % worlds.len()];
        let mut situation = case.situation();
        let mut last = before;
        for fact in facts {
            situation = situation.with(fact, case.answer_in(world, fact));
            let next = Engine::new(&case.lawbook)
                .decide(&situation)
                .expect("the world is possible");
            prop_assert!(
                next.possible
                    .iter()
                    .all(|verdict| last.possible.contains(verdict))
            );
            prop_assert!(last.verdict.is_none() || next.verdict == last.verdict);
            let settled = |opinion: &Opinion| -> BTreeMap<_, _> {
                let settled = opinion
                    .grounds
                    .iter()
                    .filter(|each| each.status != GroundStatus::Unknown);
                settled.map(|each| (each.ground, each.status)).collect()
            };
            let (earlier, later) = (settled(&last), settled(&next));
            for (ground, status) in earlier {
                prop_assert_eq!(later.get(&ground), Some(&status));
            }
            prop_assert!(
                last.forbids_refusing
                    .iter()
                    .all(|norm| next.forbids_refusing.contains(norm))
            );
            prop_assert!(
                last.cautions
                    .iter()
                    .all(|norm| next.cautions.contains(norm))
            );
            last = next;
        }
        prop_assert_eq!(last.possible.len(), 1);
        Ok(())
    });
}
