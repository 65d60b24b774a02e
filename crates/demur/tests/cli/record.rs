//! The record from outside: SQLite in the user's folders, PostgreSQL by URL.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

mod user;

use user::{EMAIL, FACTS, NAME, REASON, User, WORDS, collect, contains};

fn number(receipt: &Value) -> &str {
    receipt["case"].as_str().expect("a number")
}

/// From the first case to its erasure, wherever the record is.
fn a_life(user: &User) {
    let receipt = user.refuse();
    let number = number(&receipt);
    assert!(number.starts_with("SHOP-"), "{receipt}");
    assert_eq!(receipt["against_must_serve"], false);
    let code = receipt["letter"]["code"].as_str().expect("a code");

    let listed = user.run(&["case", "list"]);
    assert!(listed.text().contains(number), "{}", listed.out);
    let none = user.run(&["case", "list", "--ground", "debt"]);
    assert!(!none.text().contains(number), "{}", none.out);

    let shown = user.run(&["case", "show", number]);
    for part in [
        "Norms checked",
        "standard.misconduct",
        "Facts used",
        "would have changed",
        "If the answer had been no:",
    ] {
        assert!(shown.text().contains(part), "{part} in\n{}", shown.out);
    }
    assert!(
        !shown.out.contains(NAME) && !shown.out.contains(WORDS),
        "{}",
        shown.out
    );
    let opened = user.run(&["case", "show", number, "--texts", "--lang", "pl"]);
    assert!(
        opened.text().contains(NAME) && opened.out.contains(FACTS),
        "{}",
        opened.out
    );

    verifies(user, number, code);

    let access = user
        .run(&[
            "case",
            "export",
            "--contact",
            "email: Anna.Nowak@EXAMPLE.org",
            "--as",
            "privacy:s-0009",
        ])
        .json();
    assert_eq!(access["cases"].as_array().expect("cases").len(), 1);
    assert!(!access.to_string().contains("s-0001"), "no staff in it");

    assert!(user.run(&["backup", "backup.jsonl"]).code == 0);
    let denied = user.run(&["case", "erase", number]);
    assert_eq!(denied.code, 2);
    assert!(denied.err.contains("--as privacy:s-0001"), "{}", denied.err);
    let erased = user.run(&["case", "erase", number, "--as", "privacy:s-0009"]);
    assert!(erased.text().contains("erased"), "{}", erased.out);
    let again = user.run(&["case", "show", number, "--texts"]);
    assert_eq!(again.code, 2);
    let after = user.run(&["verify", "letter.json"]);
    assert!(
        after.text().contains("MATCH, unaltered"),
        "{}{}",
        after.out,
        after.err
    );
    assert!(user.run(&["verify"]).text().contains("as it was written"));
}

/// The journal, the letter, the packet, and somebody else's program.
fn verifies(user: &User, number: &str, code: &str) {
    assert!(user.run(&["verify"]).text().contains("as it was written"));
    let letter = user.run(&["verify", "letter.json"]);
    assert!(letter.text().contains("MATCH, unaltered"), "{}", letter.out);
    let changed =
        user.desk
            .read("letter.json")
            .replacen(code.get(..5).expect("a long code"), "00000", 1);
    user.desk.write("forged.json", changed);
    let forged = user.run(&["verify", "forged.json"]);
    assert_eq!(forged.code, 1, "{}{}", forged.out, forged.err);
    assert!(forged.out.contains("ALTERED"), "{}", forged.out);

    assert_eq!(user.packet(number, "privacy:s-0009", "packet.json").code, 0);
    let fine = user.run(&["verify", "packet.json"]);
    assert!(fine.text().contains("2 of 2"), "{}", fine.out);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify_case.py");
    let checked = Command::new("python3")
        .arg(script)
        .arg(user.folder().join("packet.json"))
        .args(["--code", code])
        .output()
        .expect("python3 is needed for this test: apt-get install python3");
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(
        checked.status.success() && said.contains("unaltered"),
        "{said}"
    );
    let packet = user
        .desk
        .read("packet.json")
        .replace("\"refuse\"", "\"serve\"");
    user.desk.write("changed.json", packet);
    let changed = user.run(&["verify", "changed.json"]);
    assert_eq!(changed.code, 1, "{}{}", changed.out, changed.err);
}

#[test]
fn a_case_lives_in_a_file() {
    let user = User::new();
    a_life(&user);
    // Exports and the backup are the user's own; record and keys hold nothing any more.
    let bytes = user.bytes_on_disk();
    assert!(contains(&bytes, "SQLite format 3"), "the record is there");
    for secret in [NAME, EMAIL, "Nowak", WORDS, FACTS] {
        assert!(!contains(&bytes, secret), "{secret} is on the disk");
    }
}

#[test]
fn a_case_lives_on_a_server() {
    let user = User::on_server();
    a_life(&user);
    assert!(user.folder().join("home/data/demur/keys.db").exists());
    assert!(!user.folder().join("home/data/demur/record.db").exists());
}

#[test]
fn an_old_backup_comes_back_without_what_was_erased() {
    let user = User::new();
    let receipt = user.refuse();
    let number = number(&receipt);
    assert_eq!(user.run(&["backup", "backup.jsonl"]).code, 0);
    let privacy = ["case", "erase", number, "--as", "privacy:s-0009"];
    assert_eq!(user.run(&privacy).code, 0);
    let lost = user.run(&["restore", "backup.jsonl", "--db", "third.db"]);
    assert!(
        lost.code == 2 && lost.err.contains("third-keys.db"),
        "{}",
        lost.err
    );
    let full = user.run(&["restore", "backup.jsonl"]);
    assert_eq!(
        full.code, 2,
        "a record that has something in it stays as it is"
    );
    let keys = user.folder().join("home/data/demur/keys.db");
    let elsewhere = [
        "--db",
        "second.db",
        "--keys",
        keys.to_str().expect("a path"),
    ];
    let mut restore = vec!["restore", "backup.jsonl"];
    restore.extend(elsewhere);
    let restored = user.run(&restore);
    assert!(restored.text().contains("One erasure"), "{}", restored.out);
    let mut show = vec!["case", "show", number, "--texts"];
    show.extend(elsewhere);
    let shown = user.run(&show);
    assert_eq!(shown.code, 2);
    assert!(shown.err.contains("were erased"), "{}", shown.err);
    let mut bytes = Vec::new();
    collect(&user.folder().join("second.db"), &mut bytes);
    assert!(!contains(&bytes, "Nowak"));
}

#[test]
fn a_refusal_against_must_serve_warns_and_keeps_the_warning() {
    let user = User::new();
    let refuse = [
        "case",
        "record",
        "nieprzytomny.yaml",
        "--decision",
        "refuse",
        "--words",
        WORDS,
    ];
    let without = user.run(&refuse);
    assert_eq!(without.code, 2);
    assert!(without.err.contains("--reason"), "{}", without.err);
    let mut with = refuse.to_vec();
    with.extend(["--reason", REASON]);
    let recorded = user.run(&with);
    assert!(
        recorded
            .text()
            .contains("although the opinion says: must serve"),
        "{}",
        recorded.out
    );
    let listed = user.run(&["case", "list", "--format", "json"]).json();
    let cases = listed["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 1, "the first try wrote nothing");
    let number = cases[0]["number"].as_str().expect("a number");
    let shown = user.run(&["case", "show", number, "--lang", "pl"]);
    assert!(
        shown.text().contains("trzeba obsłużyć. Jest decyzją firmy"),
        "{}",
        shown.out
    );
}

#[test]
fn pr_26_no_command_decides_without_words_and_choice() {
    let user = User::new();
    let silent = user.run(&[
        "case",
        "record",
        "gabinet-warned.yaml",
        "--decision",
        "refuse",
    ]);
    assert_eq!(silent.code, 2);
    assert!(silent.err.contains("--words"), "{}", silent.err);
    let opened = user
        .run(&["case", "record", "gabinet-warned.yaml", "--format", "json"])
        .json();
    assert!(
        opened["letter"].is_null() && opened["deviation"].is_null(),
        "{opened}"
    );
    let number = number(&opened);
    let shown = user
        .run(&["case", "show", number, "--format", "json"])
        .json();
    assert_eq!(shown["case"]["state"], "open");
    let desk = user.run(&[
        "case",
        "decide",
        number,
        "--decision",
        "refuse",
        "--words",
        WORDS,
        "--as",
        "desk:s-0001",
    ]);
    assert_eq!(desk.code, 2);
    assert!(desk.err.contains("decider"), "{}", desk.err);
    let late = user.run(&[
        "case",
        "decide",
        number,
        "--decision",
        "serve",
        "--words",
        WORDS,
        "--expect",
        "7",
    ]);
    assert_eq!(late.code, 2);
    let decided = user.run(&[
        "case",
        "decide",
        number,
        "--decision",
        "serve-differently",
        "--words",
        WORDS,
    ]);
    assert!(
        decided.text().contains("serve another way"),
        "{}",
        decided.out
    );
    let twice = user.run(&[
        "case",
        "decide",
        number,
        "--decision",
        "serve",
        "--words",
        WORDS,
    ]);
    assert_eq!(twice.code, 2);
}

#[test]
fn the_same_request_writes_once() {
    let user = User::new();
    let args = [
        "case",
        "record",
        "gabinet-warned.yaml",
        "--request",
        "shop-till-0001",
        "--format",
        "json",
    ];
    let first = user.run(&args).json();
    assert_eq!(first, user.run(&args).json());
    let listed = user.run(&["case", "list", "--format", "json"]).json();
    assert_eq!(listed["cases"].as_array().expect("cases").len(), 1);
    let mut other = args.to_vec();
    other[2] = "alkohol-17.yaml";
    let reused = user.run(&other);
    assert_eq!(reused.code, 2);
    assert!(reused.err.contains("E_REQUEST_REUSED"), "{}", reused.err);
}

#[test]
fn a_notice_goes_into_the_case_file() {
    let user = User::new();
    let args = [
        "case",
        "record",
        "gabinet-warned.yaml",
        "--decision",
        "refuse",
        "--words",
        WORDS,
        "--notice-channel",
        "letter",
        "--in",
        "en",
    ];
    let lacking = user.run(&args);
    assert_eq!(lacking.code, 2);
    assert!(lacking.err.contains("--set"), "{}", lacking.err);
    let none = user.run(&["case", "list"]);
    assert_eq!(
        none.code, 2,
        "nothing was recorded, and looking makes no record"
    );
    assert!(none.err.contains("no record"), "{}", none.err);
    assert!(!user.folder().join("home/data").exists());

    let opened = user.refuse();
    let number = number(&opened);
    user.desk.write(
        "sent.txt",
        "We do not serve you today. You can come back tomorrow.",
    );
    let told = user.run(&[
        "case",
        "notify",
        number,
        "--channel",
        "email",
        "--text",
        "sent.txt",
    ]);
    assert!(
        told.text().contains("kept what the customer was told"),
        "{}",
        told.out
    );
    let shown = user
        .run(&["case", "show", number, "--texts", "--format", "json"])
        .json();
    assert_eq!(shown["case"]["state"], "notified");
    assert_eq!(shown["texts"]["notices"][0]["channel"], "email");
}

#[test]
fn a_name_as_pseudonym_a_trait_and_a_wrong_contact_are_refused_in_words() {
    let user = User::new();
    let named = user.run(&["case", "list", "--as", "decider:barbara"]);
    assert!(
        named.code == 2 && named.err.contains("never a name"),
        "{}",
        named.err
    );
    let who = user.run(&["case", "list", "--as", "boss:s-0001", "--lang", "pl"]);
    assert!(
        who.code == 2 && who.err.contains("Kim jesteś"),
        "{}",
        who.err
    );
    let words = "She is a Muslim and people like that are not wanted in this place.";
    let args = [
        "case",
        "record",
        "gabinet-warned.yaml",
        "--decision",
        "refuse",
        "--words",
        words,
    ];
    let rejected = user.run(&args);
    assert!(
        rejected.code == 2 && rejected.err.contains("Nothing was written"),
        "{}",
        rejected.err
    );
    let fax = user.run(&[
        "case",
        "record",
        "gabinet-warned.yaml",
        "--contact",
        "fax:123",
    ]);
    assert!(
        fax.code == 2 && fax.err.contains("email:a@example.org"),
        "{}",
        fax.err
    );
}

#[test]
fn a_changed_record_is_found_out() {
    let user = User::new();
    let receipt = user.refuse();
    let path = user.folder().join("home/data/demur/record.db");
    let number = number(&receipt).to_owned();
    replace_in_file(&path, b"\"choice\":\"refuse\"", b"\"choice\":\"defuse\"");
    let found = user.run(&["verify"]);
    assert_eq!(found.code, 1, "{}{}", found.out, found.err);
    assert!(found.out.contains("was changed"), "{} {number}", found.out);
}

/// Changes bytes behind the back of the program.
fn replace_in_file(path: &PathBuf, from: &[u8], to: &[u8]) {
    let mut bytes = fs::read(path).expect("a file");
    let mut changed = 0;
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if &bytes[at..at + from.len()] == from {
            bytes[at..at + to.len()].copy_from_slice(to);
            changed += 1;
        }
    }
    assert!(changed > 0, "the record has these bytes");
    fs::write(path, bytes).expect("a file");
}

#[test]
fn the_master_key_may_come_from_outside() {
    let mut user = User::new();
    user.master = Some("ab".repeat(32));
    let receipt = user.refuse();
    assert!(!user.folder().join("home/conf/demur/master.key").exists());
    user.master = Some("cd".repeat(32));
    let other = user.run(&["case", "show", number(&receipt)]);
    assert_eq!(other.code, 2, "{}", other.out);
    assert!(other.err.contains("Master key"), "{}", other.err);
}
