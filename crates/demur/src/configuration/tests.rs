//! What is in force, from everywhere at once.

use std::fs;

use tempfile::TempDir;

use super::kind::without_password;
use super::*;

fn read(text: &str, environment: &[(&str, &str)]) -> Result<Configuration, Fault> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("demur.toml");
    fs::write(&path, text).unwrap();
    let pairs = environment
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let asked = Asked {
        environment: pairs.collect(),
        ..Asked::default()
    };
    Configuration::read(asked, Some(path))
}

#[test]
fn a_flag_beats_the_environment_which_beats_the_file_which_beats_what_is_built_in() {
    let built_in = read("", &[]).unwrap();
    assert_eq!(built_in.text("listen"), Some("127.0.0.1:8650"));
    assert_eq!(built_in.get("listen").unwrap().origin, Origin::BuiltIn);
    let file = "listen = \"127.0.0.1:1\"\n[session]\nidle = \"5m\"\n";
    let from_file = read(file, &[]).unwrap();
    assert_eq!(from_file.text("listen"), Some("127.0.0.1:1"));
    assert_eq!(from_file.span("session.idle"), Duration::from_secs(300));
    let both = read(file, &[("DEMUR_LISTEN", "127.0.0.1:2")]).unwrap();
    assert_eq!(both.text("listen"), Some("127.0.0.1:2"));
    assert_eq!(both.get("session.idle").unwrap().origin, Origin::File);
    let flag = both.with([("listen", "127.0.0.1:3".to_owned())]).unwrap();
    assert_eq!(flag.get("listen").unwrap().origin, Origin::Flag);
}

#[test]
fn a_slip_in_the_file_is_an_error_with_its_line_and_the_nearest_key() {
    let Err(Fault::Unknown { place, name, near }) = read("\nlistn = \"x\"\n", &[]) else {
        panic!("a slip passes");
    };
    assert!(place.ends_with("demur.toml:2"), "{place}");
    assert_eq!((name.as_str(), near), ("listn", "listen"));
    let Err(Fault::Unknown { name, near, .. }) = read("[smtp]\nhosts = \"x\"\n", &[]) else {
        panic!("a slip in a table passes");
    };
    assert_eq!((name.as_str(), near), ("smtp.hosts", "smtp.host"));
}

#[test]
fn wrong_values_are_refused_wherever_they_stand() {
    for text in [
        "behind_proxy = \"maybe\"",
        "behind_proxy = 3",
        "[session]\nidle = \"soon\"",
        "[session]\nidle = \"0m\"",
        "[smtp]\nport = 70000",
        "[log]\nform = \"xml\"",
        "listen = [1]",
        "listen",
        "log = \"text\"",
    ] {
        assert!(read(text, &[]).is_err(), "{text}");
    }
    let wrong = read("", &[("DEMUR_SMTP_PORT", "many")]);
    assert!(matches!(wrong, Err(Fault::Wrong { place, .. }) if place == "DEMUR_SMTP_PORT"));
}

#[test]
fn secrets_do_not_stand_in_the_file() {
    for text in [
        "master_key = \"00\"",
        "[smtp]\npassword = \"p\"",
        "db = \"postgres://demur:secret@db/demur\"",
        "db = \"postgres://db/demur?user=demur&password=secret\"",
    ] {
        assert!(
            matches!(read(text, &[]), Err(Fault::Secret { .. })),
            "{text}"
        );
    }
    assert!(read("db = \"postgres://demur@db/demur\"", &[]).is_ok());
}

#[test]
fn a_secret_may_come_from_a_file_of_its_own() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("password"), "from a file\n").unwrap();
    let path = folder.path().join("demur.toml");
    fs::write(&path, "[smtp]\npassword_file = \"password\"\n").unwrap();
    let asked = Asked {
        file: Some(path),
        ..Asked::default()
    };
    let all = Configuration::read(asked, None).unwrap();
    assert_eq!(
        all.secret("smtp.password").unwrap().as_deref(),
        Some("from a file")
    );
    assert_eq!(all.secret("master_key").unwrap(), None);
}

#[test]
fn variables_that_are_no_settings_are_noticed() {
    let all = read("", &[("DEMUR_LISTN", "x")]).unwrap();
    assert_eq!(all.strangers, ["DEMUR_LISTN"]);
}

#[test]
fn passwords_are_hidden() {
    for (shown, hidden) in [
        ("postgres://demur:p@ss@db/x", "postgres://demur:…@db/x"),
        (
            "postgres:///x?user=a&password=b",
            "postgres:///x?user=a&password=…",
        ),
        ("postgres://demur@db/x", "postgres://demur@db/x"),
        ("record.db", "record.db"),
    ] {
        assert_eq!(without_password(shown), hidden);
    }
}
