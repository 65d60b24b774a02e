//! Every verdict fits the schema.

use demur_engine::Opinion;
use demur_lawbook::{Lawbook, Verdict};

use super::{checked, decide, lawbook, validator};

const REST: [&str; 7] = [
    "danger.life",
    "request.illegal",
    "request.goods",
    "request.contract",
    "conduct.insults_staff",
    "customer.regular",
    "refusal.same_for_all",
];

/// The opinion when everything but `yes` is known not to be so.
fn with(lawbook: &Lawbook, yes: &[&str], reason: usize) -> Opinion {
    let no: Vec<&str> = REST
        .into_iter()
        .filter(|fact| !yes.contains(fact))
        .collect();
    decide(lawbook, yes, &no, Some(reason))
}

#[test]
fn every_verdict() {
    let (lawbook, validator) = (lawbook(), validator());
    let cases: &[(&str, &[&str], usize)] = &[
        ("must_serve", &["danger.life"], 1),
        ("not_justified", &["request.goods"], 1),
        ("may_refuse", &["request.contract"], 1),
        (
            "may_refuse",
            &["conduct.insults_staff", "history.warned"],
            1,
        ),
        ("must_refuse", &["request.illegal"], 1),
        ("must_refuse", &["request.illegal"], 0),
        ("conflict", &["danger.life", "request.illegal"], 1),
        ("must_serve", &["customer.regular"], 1),
        ("must_serve", &[], 0),
    ];
    for (verdict, yes, reason) in cases {
        let opinion = with(&lawbook, yes, *reason);
        let json = checked(&validator, &lawbook, &opinion);
        assert_eq!(json["verdict"], *verdict, "{yes:?}");
        assert_eq!(json["possible"], serde_json::json!([verdict]), "{yes:?}");
    }
    let mut reached: Vec<&str> = cases.iter().map(|(verdict, _, _)| *verdict).collect();
    reached.push("may_refuse_after");
    assert!(
        Verdict::ALL
            .iter()
            .all(|verdict| reached.contains(&verdict.name()))
    );
}

#[test]
fn after_steps_there_is_a_way() {
    let (lawbook, validator) = (lawbook(), validator());
    let no: Vec<&str> = REST
        .into_iter()
        .filter(|fact| *fact != "conduct.insults_staff")
        .collect();
    let no: Vec<&str> = no.into_iter().chain(["history.warned"]).collect();
    let opinion = decide(&lawbook, &["conduct.insults_staff"], &no, Some(1));
    let json = checked(&validator, &lawbook, &opinion);
    assert_eq!(json["verdict"], "may_refuse_after");
    assert_eq!(
        json["steps"],
        serde_json::json!([{
            "step": "warn", "label": "warn once and note it", "norm": "pl.act.warning", "done": false,
        }])
    );
    assert_eq!(
        json["ways"],
        serde_json::json!([{
            "goal": "refuse", "change": {"history.warned": true}, "cost": 4,
            "verdict": "may_refuse", "possible": ["may_refuse"], "certain": true, "provided": [],
            "depends_on_reasons": false,
        }])
    );
}

#[test]
fn what_is_not_known_is_asked() {
    let (lawbook, validator) = (lawbook(), validator());
    let opinion = decide(&lawbook, &[], &[], None);
    let json = checked(&validator, &lawbook, &opinion);
    assert_eq!(json["verdict"], "undetermined");
    assert_eq!(json["because"], serde_json::json!([]));
    assert!(json["possible"].as_array().unwrap().len() > 1);
    let first = &json["missing"][0];
    assert!(first["question"].as_str().unwrap().ends_with('?'));
    assert!(
        first["why"][0]["norm"]
            .as_str()
            .unwrap()
            .starts_with("pl.act.")
    );
}
