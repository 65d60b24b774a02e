//! The situations in `examples/` have the outcomes that they promise, by the
//! built-in library.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn decide(name: &str, flags: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demur"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .arg("decide")
        .arg(format!("examples/{name}.yaml"))
        .args(flags)
        .output()
        .expect("the binary")
}

fn opinion(name: &str) -> Value {
    let output = decide(name, &["--format", "json"]);
    assert!(
        output.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn shown(name: &str, lang: &str) -> String {
    let output = decide(name, &["--format", "human", "--lang", lang]);
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The values of one key of each element of a list.
fn all<'o>(opinion: &'o Value, list: &str, key: &str) -> Vec<&'o str> {
    let elements = opinion[list].as_array().expect("a list");
    elements
        .iter()
        .filter_map(|element| element[key].as_str())
        .collect()
}

#[test]
fn insults_before_the_warning() {
    let opinion = opinion("gabinet");
    assert_eq!(opinion["verdict"], "may_refuse_after");
    assert_eq!(opinion["steps"][0]["step"], "warn");
    assert_eq!(opinion["ways"][0]["change"]["history.warned"], true);
    assert!(shown("gabinet", "pl").starts_with("◆ MOŻESZ ODMÓWIĆ, ale najpierw: ostrzeż raz"));
}

#[test]
fn insults_after_the_warning() {
    let opinion = opinion("gabinet-warned");
    assert_eq!(opinion["verdict"], "may_refuse");
    assert_eq!(opinion["strength"], "strong");
}

#[test]
fn a_mixed_motive_is_named() {
    let opinion = opinion("gabinet-origin");
    assert_eq!(opinion["verdict"], "must_serve");
    assert_eq!(opinion["tainted"][0]["reasons"][0], "ethnic_origin");
    assert!(
        all(&opinion, "because", "norm").contains(&"pl.uwrt.6"),
        "{opinion}"
    );
    let shown = shown("gabinet-origin", "pl");
    assert!(
        shown.starts_with("✔ OBSŁUŻ: prawo zabrania odmowy z takiego powodu"),
        "{shown}"
    );
    assert!(shown.contains("Motyw mieszany"), "{shown}");
    assert!(shown.contains("pochodzenie etniczne"), "{shown}");
}

#[test]
fn a_dislike_does_not_keep_bread_on_the_shelf() {
    let opinion = opinion("sklep-nie-lubie");
    assert_eq!(opinion["verdict"], "not_justified");
    assert_eq!(opinion["decided"]["layer"], "law");
    let norms = all(&opinion, "because", "norm");
    assert!(
        norms.contains(&"pl.kw.135") && norms.contains(&"pl.kc.543"),
        "{norms:?}"
    );
    assert!(all(&opinion, "consequences", "norm").contains(&"pl.kw.135.liability"));
}

#[test]
fn no_alcohol_at_seventeen() {
    let opinion = opinion("alkohol-17");
    assert_eq!(opinion["verdict"], "must_refuse");
    assert!(all(&opinion, "because", "norm").contains(&"pl.alk.15.minor"));
}

#[test]
fn a_foot_for_the_doctor() {
    let opinion = opinion("stopa-cukrzycowa");
    assert_eq!(opinion["verdict"], "may_refuse");
    assert!(all(&opinion, "duties", "duty").contains(&"refer_to_doctor"));
    assert!(shown("stopa-cukrzycowa", "en").contains("Please see a doctor"));
}

#[test]
fn help_for_the_unconscious() {
    assert_eq!(opinion("nieprzytomny")["verdict"], "must_serve");
    assert!(shown("nieprzytomny", "pl").starts_with("‼ ZADZWOŃ TERAZ POD 112"));
}

#[test]
fn half_of_the_facts() {
    let opinion = opinion("polowa-faktow");
    assert_eq!(opinion["verdict"], "undetermined");
    assert!(!all(&opinion, "missing", "question").is_empty());
    assert!(shown("polowa-faktow", "en").contains("Next question: "));
}

#[test]
fn facts_that_clash() {
    let output = decide("sprzeczne", &["--plain"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let errors = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(
        errors.contains("S011") && errors.contains("offer.priced_on_display"),
        "{errors}"
    );
    assert!(
        errors.contains("examples/sprzeczne.yaml:7:3")
            || errors.contains("examples/sprzeczne.yaml:6:3"),
        "{errors}"
    );
}
