//! Each way to write a value, and what it says.

use std::collections::BTreeMap;

use demur_lawbook::Answer;
use jiff::civil::date;

use super::{lawbook, read};

/// What a situation with this one fact knows of it.
fn answer(name: &str, written: &str) -> Option<Answer> {
    let lawbook = lawbook();
    let fact = lawbook.fact_named(name).unwrap();
    let read = read(&format!("facts:\n  {name}: {written}\n")).unwrap();
    assert!(read.places.facts.contains_key(&fact), "{name}: {written}");
    read.situation.answers.get(&fact).cloned()
}

#[test]
fn yes_and_no() {
    for yes in ["true", "True", "yes", "tak", "TAK", "\"yes\""] {
        assert_eq!(
            answer("history.warned", yes),
            Some(Answer::Bool(true)),
            "{yes}"
        );
    }
    for no in ["false", "no", "nie", "'false'"] {
        assert_eq!(
            answer("history.warned", no),
            Some(Answer::Bool(false)),
            "{no}"
        );
    }
}

#[test]
fn unknown_is_no_answer() {
    for fact in [
        "history.warned",
        "request.object",
        "refusal.reasons",
        "customer.age",
    ] {
        for unknown in ["null", "~", "", "unknown", "\"unknown\""] {
            assert_eq!(answer(fact, unknown), None, "{fact}: {unknown}");
        }
    }
}

#[test]
fn one_value_or_those_that_are_possible() {
    assert_eq!(
        answer("request.object", "goods"),
        Some(Answer::OneOf(vec![1]))
    );
    assert_eq!(
        answer("request.object", "\"goods\""),
        Some(Answer::OneOf(vec![1]))
    );
    assert_eq!(
        answer("request.object", "[entry, service]"),
        Some(Answer::OneOf(vec![0, 2]))
    );
    assert_eq!(
        answer("request.object", "\n    - goods"),
        Some(Answer::OneOf(vec![1]))
    );
}

#[test]
fn sets() {
    let set = |includes: &[usize], excludes: &[usize]| {
        Some(Answer::SomeOf {
            includes: includes.to_vec(),
            excludes: excludes.to_vec(),
        })
    };
    assert_eq!(
        answer("refusal.reasons", "[conduct, race]"),
        set(&[0, 2], &[1])
    );
    assert_eq!(answer("refusal.reasons", "[]"), set(&[], &[0, 1, 2]));
    assert_eq!(
        answer("refusal.reasons", "{includes: [race]}"),
        set(&[0], &[])
    );
    assert_eq!(
        answer("refusal.reasons", "{includes: race, excludes: [age]}"),
        set(&[0], &[1])
    );
    assert_eq!(
        answer("refusal.reasons", "{excludes: [age, race]}"),
        set(&[], &[0, 1])
    );
    assert_eq!(
        answer("refusal.reasons", "{includes: [], excludes: null}"),
        None
    );
}

#[test]
fn numbers_and_ranges() {
    let between = |low, high| Some(Answer::Int { low, high });
    let written = [
        ("17", (17, 17)),
        ("0", (0, 0)),
        ("16..17", (16, 17)),
        ("16 .. 17", (16, 17)),
        ("18..", (18, 120)),
        ("\"..15\"", (0, 15)),
        ("{from: 16, to: 17}", (16, 17)),
        ("{from: 18}", (18, 120)),
        ("{to: 15, from: null}", (0, 15)),
    ];
    for (text, (low, high)) in written {
        assert_eq!(answer("customer.age", text), between(low, high), "{text}");
    }
}

#[test]
fn names_may_be_nested_and_json_says_the_same() {
    let yaml = read(
        "at: 2026-11-23\nplace: pl\nprofile: gabinet\nfacts:\n  customer:\n    age: 17\n  history.warned: no\n  danger:\n",
    );
    let json = read(
        "{\n\t\"at\": \"2026-11-23\", \"place\": \"pl\", \"profile\": [\"gabinet\"],\r\n\t\"facts\": {\"customer.age\": 17, \"history\": {\"warned\": false}}\n}\n",
    );
    let (yaml, json) = (yaml.unwrap(), json.unwrap());
    assert_eq!(yaml.situation, json.situation);
    assert_eq!(yaml.situation.day, date(2026, 11, 23));
    assert_eq!(yaml.situation.profile.len(), 2);
    assert_eq!(yaml.situation.answers.len(), 3);
}

#[test]
fn nothing_has_to_be_said() {
    let read = read("facts: {}").unwrap();
    assert_eq!(read.situation.day, date(2026, 11, 22));
    assert_eq!(read.situation.answers, BTreeMap::new());
    assert_eq!(
        super::read("at: null\nplace: unknown\nprofile: ~\nfacts:\n")
            .unwrap()
            .situation,
        read.situation
    );
}

#[test]
fn places_point_at_the_facts_although_letters_are_wide() {
    let text = "\u{feff}# zażółć gęślą jaźń\nfacts:\n  history.warned: tak # ż\n  refusal.reasons:\n    - race\n    - age\n\n  customer:\n    age: {from: 1,\n      to: 2}\nplace: pl\n";
    let read = read(text).unwrap();
    let at = |name: &str| {
        let span = read.places.facts[&lawbook().fact_named(name).unwrap()];
        text.get(span.start..span.end).unwrap()
    };
    assert_eq!(at("history.warned"), "history.warned: tak");
    assert_eq!(
        at("refusal.reasons"),
        "refusal.reasons:\n    - race\n    - age"
    );
    assert_eq!(at("customer.age"), "age: {from: 1,\n      to: 2}");
    assert_eq!(at("place"), "pl");
}

#[test]
fn the_default_place_holds_unless_the_situation_speaks() {
    let lawbook = lawbook();
    let mut defaults = super::defaults();
    defaults.place = Some("pl".to_owned());
    let mut sources = demur_syntax::Sources::default();
    let mut place = |text: &str| {
        let read =
            demur_app::situation::read(&mut sources, "x", text.as_bytes(), &lawbook, &defaults);
        read.unwrap().situation.answers.get(&lawbook.place).cloned()
    };
    assert_eq!(place("facts: {}"), Some(Answer::OneOf(vec![0])));
    assert_eq!(place("place: unknown"), None);
}
