//! How many questions everyday situations take, and that they come in an order that
//! makes sense.

use std::collections::BTreeMap;

use demur_app::interview::Interview;
use demur_app::library;
use demur_engine::{Engine, Situation};
use demur_lawbook::{Answer, Domain, Fact, FactId, Lawbook, Verdict};

use crate::person::{Otherwise, Person};

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
        at_most: 5,
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
        at_most: 5,
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
        at_most: 6,
    },
    Everyday {
        profile: "gabinet",
        so: &[
            "request.object=service",
            "request.contraindicated=yes",
            "refusal.reasons=request",
        ],
        verdict: Verdict::MayRefuse,
        at_most: 5,
    },
    Everyday {
        profile: "gabinet",
        so: &["request.object=service", "refusal.reasons=dislike"],
        verdict: Verdict::NotJustified,
        at_most: 5,
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
        at_most: 6,
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
        at_most: 10,
    },
    Everyday {
        profile: "drukarnia",
        so: &[
            "request.object=service",
            "request.impossible=yes",
            "refusal.reasons=request",
        ],
        verdict: Verdict::MayRefuse,
        at_most: 7,
    },
    Everyday {
        profile: "restauracja",
        so: &[
            "request.object=entry",
            "customer.assistance_dog=yes",
            "refusal.reasons=assistance_dog",
        ],
        verdict: Verdict::MustServe,
        at_most: 5,
    },
];

#[test]
fn everyday_situations_take_few_questions() {
    let library = library::load(None, None).unwrap();
    let lawbook = &library.lawbook;
    let mut engine = Engine::new(lawbook);
    let mut counts = Vec::new();
    for everyday in &EVERYDAY {
        let (verdict, asked) = interview(&mut engine, lawbook, everyday);
        let name = format!("{} {:?}", everyday.profile, everyday.so);
        assert_eq!(verdict, Some(everyday.verdict), "{name}: {asked:?}");
        counts.push((asked.len(), everyday.at_most, name));
        assert_eq!(asked[0], "danger.life", "danger comes first");
        let reasons = asked.iter().position(|asked| asked == "refusal.reasons");
        assert!(reasons.is_none_or(|place| place == 1), "{asked:?}");
        let place = |fact: &str| asked.iter().position(|asked| asked.contains(fact));
        let (harness, dog) = (
            place("customer.dog_harness"),
            place("customer.assistance_dog"),
        );
        assert!(
            harness.is_none() || dog.is_none() || dog <= harness,
            "a harness before a dog: {asked:?}"
        );
    }
    let exceeded = counts.iter().any(|(count, at_most, _)| count > at_most);
    assert!(!exceeded, "{counts:#?}");
}

/// The verdict, and of each question the names of its facts.
fn interview(
    engine: &mut Engine<'_>,
    lawbook: &Lawbook,
    everyday: &Everyday,
) -> (Option<Verdict>, Vec<String>) {
    let place = answer(lawbook, "place=pl");
    let mut situation = Situation::on("2026-11-24".parse().unwrap()).with(place.0, place.1);
    situation.profile = lawbook
        .profile_named(everyday.profile)
        .unwrap()
        .given
        .clone();
    let so = everyday.so.iter().map(|so| answer(lawbook, so));
    let mut knows: BTreeMap<FactId, Answer> = so.collect();
    for (id, fact) in lawbook
        .facts
        .iter()
        .filter(|(_, fact)| fact.typical.is_none())
    {
        knows.entry(id).or_insert_with(|| nothing_special(fact));
    }
    let person = Person {
        knows,
        otherwise: Otherwise::Typical,
    };
    let led = person.lead(engine, &mut Interview::new(situation));
    let names = led.questions.iter().map(|question| {
        let names = question
            .facts
            .iter()
            .map(|fact| lawbook.facts[*fact].name.clone());
        names.collect::<Vec<_>>().join(" ")
    });
    (led.opinion.verdict, names.collect())
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
