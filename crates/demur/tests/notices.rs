//! What `demur notice` says about the situations in `examples/`, by the built-in library and
//! templates: one for each ground of the founding text, and what must not be written at all.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn notice(example: &str, flags: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demur"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .args(["notice", &format!("examples/{example}.yaml")])
        .args(flags)
        .output()
        .expect("the binary")
}

fn said(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

const SALON: [&str; 2] = ["--values", "examples/notices/gabinet.pl.yaml"];

#[test]
fn each_ground_has_its_words() {
    let script = |example, lang| said(&notice(example, &["--lang", lang]));
    assert!(script("gabinet-warned", "pl").contains("Dziś jej nie dokończymy"));
    assert!(script("gabinet-warned", "en").contains("We can't finish it today"));
    assert!(script("stopa-cukrzycowa", "pl").contains("Tego nie wykonamy"));
    assert!(script("alkohol-17", "pl").contains("od 18 lat, tak każe ustawa"));
    assert!(script("gabinet", "pl").contains("Jeśli to się powtórzy"));
}

#[test]
fn nothing_is_refused_that_may_not_be() {
    let no = refused(&notice("sklep-nie-lubie", &["--lang", "en"]));
    assert!(no.contains("no refusal is written"), "{no}");
    let open = refused(&notice("polowa-faktow", &["--lang", "en"]));
    assert!(open.contains("`demur ask`"), "{open}");
    let first = ["--lang", "en", "--scenario", "abuse.refusal"];
    let early = refused(&notice("gabinet", &first));
    assert!(early.contains("First: warn once"), "{early}");
}

#[test]
fn a_letter_is_complete_with_the_firms_values() {
    let flags = [&["--lang", "pl", "--channel", "letter"][..], &SALON].concat();
    let letter = said(&notice("gabinet-warned", &flags));
    assert!(
        letter.starts_with("Gabinet Stopa\nul. Wierzbowa 7"),
        "{letter}"
    );
    assert!(letter.contains("do 6 grudnia 2026 r."), "{letter}");
    assert!(!letter.contains('['), "{letter}");
}

#[test]
fn what_is_lacking_is_listed_for_programs_too() {
    let flags = ["--channel", "sms", "--in", "de", "--format", "json"];
    let document = said(&notice("alkohol-17", &flags));
    let document: Value = serde_json::from_str(&document).expect("JSON");
    assert_eq!(document["scenario"], "duty.age");
    let missing = document["missing"].as_array().expect("a list");
    assert!(missing.iter().any(|slot| slot == "business_name"));
}

#[test]
fn somebody_of_17_is_excluded_in_simple_words() {
    let flags = ["--scenario", "abuse.ban", "--channel", "letter"];
    let flags = [&flags[..], &["--in", "pl", "--format", "json"]].concat();
    let scenario = |example: &str| {
        let document = said(&notice(example, &flags));
        let document: Value = serde_json::from_str(&document).expect("JSON");
        document["scenario"].clone()
    };
    assert_eq!(scenario("alkohol-17"), "abuse.ban.minor");
    assert_eq!(scenario("gabinet-warned"), "abuse.ban");
}

#[test]
fn letters_and_signs_become_pdf() {
    let folder = tempfile::tempdir().expect("a folder");
    for (example, channel, values) in [
        ("gabinet-warned", "letter", "gabinet"),
        ("alkohol-17", "counter", "sklep"),
    ] {
        let path = folder.path().join(format!("{channel}.pdf"));
        let path = path.to_str().expect("UTF-8");
        let values = format!("examples/notices/{values}.pl.yaml");
        let flags = [
            "--lang",
            "pl",
            "--channel",
            channel,
            "--values",
            &values,
            "-o",
            path,
        ];
        said(&notice(example, &flags));
        let bytes = std::fs::read(path).expect("the file");
        assert!(bytes.starts_with(b"%PDF-1."), "{channel}");
    }
}
