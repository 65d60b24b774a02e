//! Each verdict in both languages, and for a screen reader.

use crate::support::Desk;

/// The rest of the facts, so that only what a test says is unusual.
const USUAL: &str = "at: 2026-11-22\nplace: pl\nfacts:\n";

fn transcript(facts: &[&str]) -> String {
    let desk = Desk::new();
    let facts: String = facts.iter().map(|fact| format!("  {fact}\n")).collect();
    desk.write("s.yaml", format!("{USUAL}{facts}"));
    let runs = [
        "--lang en",
        "--lang pl",
        "--lang en --plain",
        "--lang pl --plain",
    ];
    let runs = runs.map(|flags| desk.run(&format!("decide s.yaml --format human {flags}")));
    assert!(runs.iter().all(|ran| ran.code == 0 && ran.err.is_empty()));
    runs.map(|ran| ran.transcript()).join("\n")
}

const CALM: [&str; 4] = [
    "danger.life: false",
    "request.secret: false",
    "order.clash: false",
    "customer.age: 40",
];

fn with(facts: &[&'static str]) -> Vec<&'static str> {
    [&CALM, facts].concat()
}

#[test]
fn must_serve() {
    insta::assert_snapshot!(transcript(&[
        "danger.life: true",
        "order.clash: false",
        "request.secret: false",
        "customer.age: 40"
    ]));
}

#[test]
fn must_serve_for_a_mixed_motive() {
    insta::assert_snapshot!(transcript(&with(&[
        "request.object: service",
        "conduct.insults_staff: true",
        "history.warned: true",
        "refusal.reasons: [conduct, origin]",
        "refusal.anyone_else: false"
    ])));
}

#[test]
fn not_justified_by_law() {
    insta::assert_snapshot!(transcript(&with(&[
        "request.object: goods",
        "conduct.insults_staff: false",
        "refusal.reasons: [dislike]"
    ])));
}

#[test]
fn not_justified_by_the_standard() {
    insta::assert_snapshot!(transcript(&with(&[
        "request.object: service",
        "conduct.insults_staff: false",
        "refusal.reasons: [dislike]"
    ])));
}

#[test]
fn may_refuse_after_a_warning() {
    insta::assert_snapshot!(transcript(&with(&[
        "request.object: goods",
        "conduct.insults_staff: true",
        "history.warned: false",
        "refusal.reasons: [conduct]",
        "refusal.anyone_else: true"
    ])));
}

#[test]
fn may_refuse_strong() {
    insta::assert_snapshot!(transcript(&with(&[
        "request.object: goods",
        "conduct.insults_staff: true",
        "history.warned: true",
        "refusal.reasons: [conduct]",
        "refusal.anyone_else: true"
    ])));
}

#[test]
fn may_refuse_weak() {
    insta::assert_snapshot!(transcript(&with(&[
        "request.object: service",
        "conduct.insults_staff: false",
        "refusal.reasons: []"
    ])));
}

#[test]
fn may_refuse_tainted() {
    insta::assert_snapshot!(transcript(&with(&[
        "request.object: service",
        "conduct.insults_staff: true",
        "history.warned: true",
        "refusal.reasons: [conduct, origin]",
        "refusal.anyone_else: true"
    ])));
}

#[test]
fn must_refuse() {
    insta::assert_snapshot!(transcript(&[
        "danger.life: false",
        "order.clash: false",
        "request.secret: false",
        "request.object: goods",
        "customer.age: 17",
        "refusal.reasons: [origin]"
    ]));
}

#[test]
fn must_refuse_in_silence() {
    insta::assert_snapshot!(transcript(&[
        "danger.life: false",
        "order.clash: false",
        "request.secret: true"
    ]));
}

#[test]
fn conflict() {
    insta::assert_snapshot!(transcript(&["order.clash: true"]));
}

#[test]
fn undetermined() {
    insta::assert_snapshot!(transcript(&[
        "danger.life: false",
        "order.clash: false",
        "request.secret: false",
        "request.object: goods",
        "customer.age: 40"
    ]));
}

#[test]
fn everything_explained() {
    let desk = Desk::new();
    desk.write(
        "s.yaml",
        format!(
            "{USUAL}  danger.life: false\n  order.clash: false\n  request.secret: false\n  \
        request.object: goods\n  customer.age: 18..30\n  conduct.insults_staff: true\n"
        ),
    );
    let runs = ["--lang en", "--lang pl"];
    let runs = runs.map(|flags| {
        desk.run(&format!("decide s.yaml --format human --explain {flags}"))
            .transcript()
    });
    insta::assert_snapshot!(runs.join("\n"));
}
