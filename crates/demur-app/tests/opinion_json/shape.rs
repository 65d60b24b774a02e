//! What single parts look like.

use demur_app::opinion_json::{document, to_line};
use demur_engine::Opinion;
use demur_lawbook::Lawbook;
use demur_syntax::tree::Lang;
use serde_json::{Value, json};

use super::{decide, lawbook};

fn as_json(lawbook: &Lawbook, opinion: &Opinion, lang: Lang) -> Value {
    serde_json::from_str(&to_line(&document(lawbook, opinion, lang))).unwrap()
}

fn illegal(lawbook: &Lawbook) -> Opinion {
    let no = [
        "danger.life",
        "request.goods",
        "request.contract",
        "conduct.insults_staff",
    ];
    decide(lawbook, &["request.illegal"], &no, Some(1))
}

#[test]
fn time_limits_are_iso_durations() {
    let lawbook = lawbook();
    let json = as_json(&lawbook, &illegal(&lawbook), Lang::En);
    let limits: Vec<(&str, &Value, Option<&Value>)> = json["duties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|duty| {
            (
                duty["norm"].as_str().unwrap(),
                &duty["within"],
                duty.get("working_days"),
            )
        })
        .collect();
    assert_eq!(
        limits,
        [
            ("pl.act.reasons", &json!("P14D"), None),
            ("pl.act.record", &Value::Null, None),
            ("pl.act.record_period", &json!("P1M"), None),
            ("pl.act.referral", &json!("P3D"), Some(&json!(true))),
            ("pl.act.refund", &json!("P2W"), None),
            ("pl.act.report", &json!("PT2H"), None),
        ]
    );
}

#[test]
fn must_not_and_consequences() {
    let lawbook = lawbook();
    let json = as_json(&lawbook, &illegal(&lawbook), Lang::Pl);
    assert_eq!(
        json["must_not"],
        json!([{
            "duty": "tip_off", "label": "powiedz klientowi dlaczego", "norm": "pl.act.tip_off", "within": null,
        }])
    );
    assert_eq!(
        json["consequences"],
        json!([{
            "norm": "pl.act.prison", "of": "serving", "text": "Grozi więzienie.",
            "cite": "Act on refusing, art. 1", "confidence": "verified",
        }])
    );
}

#[test]
fn a_norm_is_shown_with_all_that_is_known_of_it() {
    let lawbook = lawbook();
    let no = ["danger.life", "request.illegal", "request.goods"];
    let opinion = decide(&lawbook, &["customer.regular"], &no, Some(1));
    let json = as_json(&lawbook, &opinion, Lang::Pl);
    assert_eq!(
        json["because"],
        json!([{
            "norm": "firm.policy", "title": "Stałych klientów obsługujemy", "layer": "house",
            "effect": "forbid_refusing", "cite": "Our policy, 1", "url": null,
            "in_force": "2020-01-01..", "confidence": "recalled", "certain": true,
            "facts": ["customer.regular"], "note": "Zapytaj kierownika.",
            "doubts": ["Nobody remembers why."],
        }])
    );
    assert_eq!(
        json["decided"],
        json!({"layer": "house", "stage": "forbids_refusing"})
    );
    assert_eq!(json["confidence"], "recalled");
}

#[test]
fn a_forbidden_reason_is_named() {
    let lawbook = lawbook();
    let opinion = decide(&lawbook, &["request.illegal"], &["danger.life"], Some(0));
    let json = as_json(&lawbook, &opinion, Lang::En);
    assert_eq!(
        json["tainted"],
        json!([{"norm": "pl.act.equal", "reasons": ["race"]}])
    );
    assert_eq!(json["because"][0]["in_force"], "2000-01-01..2030-01-01");
}

#[test]
fn the_keys_keep_their_order_and_the_bytes_are_the_same() {
    let (lawbook, again) = (lawbook(), lawbook());
    let line = to_line(&document(&lawbook, &illegal(&lawbook), Lang::En));
    assert_eq!(line, to_line(&document(&again, &illegal(&again), Lang::En)));
    let keys = [
        "verdict",
        "possible",
        "safe",
        "strength",
        "tainted",
        "decided",
        "confidence",
        "grounds",
        "forbids_refusing",
        "forbids_serving",
        "steps",
        "duties",
        "must_not",
        "measures",
        "cautions",
        "consequences",
        "missing",
        "ways",
        "because",
        "rests_on",
        "why_not",
        "would_be",
        "lawbook",
        "at",
    ];
    let mut rest = line.as_str();
    for key in keys {
        let at = rest
            .find(&format!("\"{key}\":"))
            .unwrap_or_else(|| panic!("{key} in {rest}"));
        rest = &rest[at..];
    }
    assert!(
        line.starts_with(
            r#"{"verdict":"must_refuse","possible":["must_refuse"],"safe":["refuse"],"#
        )
    );
    assert!(line.ends_with(r#""packs":{"firm":"2026.11.1","pl":"2026.11.1"}},"at":"2026-11-22"}"#));
}
