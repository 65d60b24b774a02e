//! PR-05: what the record has no place for never reaches it.

use demur_app::record::{Details, vocabulary};
use demur_app::store::Role;

use crate::support::*;

#[test]
fn the_vocabulary_comes_out_of_the_library() {
    let lawbook = &library().lawbook;
    let vocabulary = vocabulary(lawbook);
    for ground in [
        "race",
        "religion",
        "disability",
        "age",
        "orientation",
        "pregnancy",
    ] {
        assert!(vocabulary.protected_grounds.contains(ground), "{ground}");
    }
    for neutral in ["conduct", "debt", "legal_duty", "dislike"] {
        assert!(!vocabulary.protected_grounds.contains(neutral), "{neutral}");
    }
    for fact in [
        "customer.age",
        "customer.intoxicated",
        "conduct.from_illness",
    ] {
        assert!(vocabulary.withheld_facts.contains(fact), "{fact}");
    }
    for fact in &vocabulary.withheld_facts {
        assert!(lawbook.fact_named(fact).is_some(), "{fact}");
    }
}

#[test]
fn pr_05_an_age_is_judged_and_not_kept() {
    let shop = Shop::new();
    let judged = judged(SEVENTEEN);
    assert_eq!(judged.verdict, "must_refuse");
    let receipt = shop
        .record
        .record(&decider(), "request-1", &judged, Details::default());
    let number = receipt.expect("a case").case;
    let packet = shop
        .record
        .packet(&actor(Role::Auditor), &number)
        .expect("a packet");
    assert!(
        !packet.situation.contains("customer.age\""),
        "{}",
        packet.situation
    );
    let opinion: serde_json::Value = serde_json::from_str(&packet.opinion).expect("JSON");
    let mut conditions = Vec::new();
    collect(&opinion, &mut conditions);
    let about: Vec<&String> = conditions
        .iter()
        .filter(|text| text.starts_with("customer.age"))
        .collect();
    assert!(
        about.iter().any(|text| *text == "customer.age (withheld)"),
        "the fact is named: {conditions:?}"
    );
    for text in about {
        let name = text
            .trim_end_matches(" (withheld)")
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_');
        assert!(name, "a value is kept: {text}");
    }
}

/// Every text of a document that is a condition.
fn collect(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => found.push(text.clone()),
        serde_json::Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
        serde_json::Value::Object(map) => map.values().for_each(|value| collect(value, found)),
        _ => {}
    }
}
