//! `demur config`: what is in force, and from where.

use std::fs;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{demur, ends};

fn found(mut command: Command, name: &str) -> Value {
    let (code, out, said) = ends(command.args(["config", "--format", "json"]));
    assert_eq!(code, Some(0), "{said}");
    let all: Value = serde_json::from_str(&out).unwrap();
    let mut settings = all["settings"].as_array().unwrap().iter();
    settings
        .find(|setting| setting["name"] == name)
        .unwrap()
        .clone()
}

#[test]
fn each_source_beats_the_next() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join(".config/demur");
    let plain = || demur(home.path());
    assert_eq!(found(plain(), "listen")["from"], "built_in");
    fs::create_dir_all(&folder).unwrap();
    fs::write(
        folder.join("demur.toml"),
        "listen = \"9001\"\ndb = \"r.db\"\n",
    )
    .unwrap();
    let file = found(plain(), "listen");
    assert_eq!(
        (&file["value"], &file["from"]),
        (&"9001".into(), &"file".into())
    );
    let db = found(plain(), "db");
    assert_eq!(
        db["value"],
        folder.join("r.db").display().to_string(),
        "from the file's folder"
    );
    let mut command = plain();
    command.env("DEMUR_LISTEN", "9002");
    let variable = found(command, "listen");
    assert_eq!(
        (&variable["value"], &variable["set_by"]),
        (&"9002".into(), &"DEMUR_LISTEN".into())
    );
    let mut command = plain();
    command
        .env("DEMUR_LISTEN", "9002")
        .args(["config", "--listen", "9003", "--format", "json"]);
    let (_, out, _) = ends(&mut command);
    assert!(out.contains("9003") && !out.contains("9002"), "{out}");
}

#[test]
fn secrets_are_never_shown() {
    let home = TempDir::new().unwrap();
    for format in ["human", "json"] {
        let mut command = demur(home.path());
        command.env("DEMUR_MASTER_KEY", "ab".repeat(32));
        command.env("DEMUR_SMTP_PASSWORD", "hush-hush");
        command.env(
            "DEMUR_DB",
            "postgres://demur:hush-hush@db/record?password=hush-hush",
        );
        let (code, out, said) = ends(command.args(["config", "--format", format]));
        assert_eq!(code, Some(0), "{said}");
        assert!(!out.contains("hush") && !out.contains("abab"), "{out}");
        assert!(out.contains("postgres://demur:…@db/record"), "{out}");
        assert!(out.contains("set"), "{out}");
    }
}

#[test]
fn people_see_every_setting_in_their_language() {
    let home = TempDir::new().unwrap();
    for (lang, built_in) in [("en", "built in"), ("pl", "wbudowane")] {
        let mut command = demur(home.path());
        command.env("DEMUR_LISTN", "1");
        let (code, out, _) = ends(command.args(["config", "--format", "human", "--lang", lang]));
        assert_eq!(code, Some(0));
        let session = out
            .lines()
            .find(|line| line.contains("session.absolute"))
            .unwrap();
        assert!(
            session.contains("12h") && session.contains(built_in),
            "{session}"
        );
        assert!(
            out.contains("DEMUR_LISTN"),
            "a slip in the environment is said: {out}"
        );
    }
}

#[test]
fn a_slip_in_the_file_ends_every_command_with_its_line() {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("own.toml"), "\n[smtp]\nhots = \"mail\"\n").unwrap();
    for command in ["config", "serve", "facts"] {
        let mut demur = demur(home.path());
        let (code, _, said) = ends(demur.args([command, "--config", "own.toml"]));
        assert_eq!(code, Some(2), "{said}");
        assert!(
            said.contains("own.toml:3") && said.contains("smtp.host"),
            "{said}"
        );
    }
}

#[test]
fn the_example_in_dist_sets_nothing_and_names_everything() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist/demur.toml");
    let text = fs::read_to_string(path).unwrap();
    let home = TempDir::new().unwrap();
    let mut command = demur(home.path());
    let (code, out, said) = ends(command.args(["config", "--format", "json", "--config", path]));
    assert_eq!(code, Some(0), "{said}");
    let all: Value = serde_json::from_str(&out).unwrap();
    for setting in all["settings"].as_array().unwrap() {
        assert_ne!(setting["from"], "file", "{setting}");
        let name = setting["name"].as_str().unwrap();
        let key = name.rsplit('.').next().unwrap();
        let is_secret = ["master_key", "metrics.token", "smtp.password"].contains(&name);
        let stands = text
            .lines()
            .any(|line| line.starts_with(&format!("#{key} =")));
        assert_eq!(stands, !is_secret, "{name}");
    }
    // With every line in force it is still a file without a mistake.
    let lines = text.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if rest.contains(" = ") => rest,
        _ => line,
    });
    fs::write(
        home.path().join("all.toml"),
        lines.collect::<Vec<_>>().join("\n"),
    )
    .unwrap();
    let mut command = demur(home.path());
    let (code, _, said) = ends(command.args(["config", "--config", "all.toml"]));
    assert_eq!(code, Some(0), "{said}");
}
