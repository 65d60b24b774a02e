//! How many questions everyday situations take, and that they come in an order that
//! makes sense.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "in a helper of a test as in a test: what is not there stops it"
)]

use std::collections::BTreeMap;

use demur_app::library;
use demur_engine::{Engine, Situation};
use demur_lawbook::{Answer, Domain, Fact, FactId, Lawbook, Verdict};

/// What is so in a situation, as `fact=value`; the rest is as on most days.
struct Everyday {
    profile: &'static str,
    so: &'static [&'static str],
    verdict: Verdict,
    at_most: usize,
}

const EVERYDAY: [Everyday; 10] = [
    Everyday {
        profile: "gabinet",
        so: &[
            "request.object=service",
            "conduct.insults_staff=yes",
            "refusal.reasons=conduct",
        ],
        verdict: Verdict::MayRefuseAfter,
        at_most: 18,
    },
    Everyday {
        profile: "gabinet",
        so: &[
            "request.object=service",
            "conduct.insults_staff=yes",
            "history.warned=yes",
            "refusal.reasons=conduct",
        ],
        verdict: Verdict::MayRefuse,
        at_most: 18,
    },
    Everyday {
        profile: "gabinet",
        so: &[
            "request.object=service",
            "conduct.insults_staff=yes",
            "refusal.anyone_else=no",
            "refusal.reasons=conduct,ethnic_origin",
        ],
        verdict: Verdict::MustServe,
        at_most: 18,
    },
    Everyday {
        profile: "gabinet",
        so: &[
            "request.object=service",
            "request.contraindicated=yes",
            "refusal.reasons=request",
        ],
        verdict: Verdict::MayRefuse,
        at_most: 12,
    },
    Everyday {
        profile: "gabinet",
        so: &["request.object=service", "refusal.reasons=dislike"],
        verdict: Verdict::NotJustified,
        at_most: 12,
    },
    Everyday {
        profile: "gabinet",
        so: &[
            "danger.life=yes",
            "request.object=service",
            "refusal.reasons=dislike",
        ],
        verdict: Verdict::MustServe,
        at_most: 5,
    },
    Everyday {
        profile: "sklep",
        so: &[
            "request.object=goods",
            "offer.for_sale=yes",
            "refusal.reasons=dislike",
        ],
        verdict: Verdict::NotJustified,
        at_most: 10,
    },
    Everyday {
        profile: "sklep",
        so: &[
            "request.object=goods",
            "request.product=alcohol",
            "offer.for_sale=yes",
            "customer.age=17",
            "refusal.reasons=legal_duty",
        ],
        verdict: Verdict::MustRefuse,
        at_most: 12,
    },
    Everyday {
        profile: "drukarnia",
        so: &[
            "request.object=service",
            "request.impossible=yes",
            "refusal.reasons=request",
        ],
        verdict: Verdict::MayRefuse,
        at_most: 12,
    },
    Everyday {
        profile: "restauracja",
        so: &[
            "request.object=entry",
            "customer.assistance_dog=yes",
            "refusal.reasons=assistance_dog",
        ],
        verdict: Verdict::MustServe,
        at_most: 10,
    },
];

#[test]
fn everyday_situations_take_few_questions() {
    let library = library::load(None, None).unwrap();
    let lawbook = &library.lawbook;
    let mut engine = Engine::new(lawbook);
    for everyday in &EVERYDAY {
        let (verdict, asked) = interview(&mut engine, lawbook, everyday);
        let name = format!("{} {:?}", everyday.profile, everyday.so);
        assert_eq!(verdict, Some(everyday.verdict), "{name}: {asked:?}");
        assert!(
            asked.len() <= everyday.at_most,
            "{name}: {} questions: {asked:?}",
            asked.len()
        );
        assert_eq!(asked[0], "danger.life", "danger comes first");
        let harness = asked.iter().position(|fact| fact == "customer.dog_harness");
        let dog = asked
            .iter()
            .position(|fact| fact == "customer.assistance_dog");
        assert!(
            harness.is_none() || dog < harness,
            "a harness before a dog: {asked:?}"
        );
    }
}

fn interview(
    engine: &mut Engine<'_>,
    lawbook: &Lawbook,
    everyday: &Everyday,
) -> (Option<Verdict>, Vec<String>) {
    let so: BTreeMap<FactId, Answer> = everyday.so.iter().map(|so| answer(lawbook, so)).collect();
    let place = answer(lawbook, "place=pl");
    let mut situation = Situation::on("2026-11-24".parse().unwrap()).with(place.0, place.1);
    situation.profile = lawbook
        .profile_named(everyday.profile)
        .unwrap()
        .given
        .clone();
    let mut asked = Vec::new();
    loop {
        let opinion = engine
            .decide(&situation)
            .expect("answers that fit together");
        let Some(question) = opinion.missing.first() else {
            return (opinion.verdict, asked);
        };
        let fact = &lawbook.facts[question.fact];
        asked.push(fact.name.clone());
        assert!(asked.len() < 100, "no end: {asked:?}");
        let answer = so.get(&question.fact).cloned();
        let answer = answer
            .or_else(|| fact.typical.clone())
            .unwrap_or_else(|| nothing_special(fact));
        situation.answers.insert(question.fact, answer);
    }
}

fn nothing_special(fact: &Fact) -> Answer {
    match &fact.domain {
        Domain::Bool => Answer::Bool(false),
        Domain::OneOf(_) => Answer::OneOf(vec![0]),
        Domain::SomeOf(values) => Answer::SomeOf {
            includes: Vec::new(),
            excludes: (0..values.len()).collect(),
        },
        Domain::Int { low, .. } => Answer::Int {
            low: *low,
            high: *low,
        },
    }
}

fn answer(lawbook: &Lawbook, so: &str) -> (FactId, Answer) {
    let (name, value) = so.split_once('=').unwrap();
    let id = lawbook.fact_named(name).unwrap();
    let fact = &lawbook.facts[id];
    let position = |value: &str| fact.value_named(value).unwrap();
    let answer = match &fact.domain {
        Domain::Bool => Answer::Bool(value == "yes"),
        Domain::OneOf(_) => Answer::OneOf(vec![position(value)]),
        Domain::SomeOf(values) => {
            let includes: Vec<usize> = value.split(',').map(position).collect();
            let excludes = (0..values.len())
                .filter(|each| !includes.contains(each))
                .collect();
            Answer::SomeOf { includes, excludes }
        }
        Domain::Int { .. } => {
            let number = value.parse().unwrap();
            Answer::Int {
                low: number,
                high: number,
            }
        }
    };
    (id, answer)
}
