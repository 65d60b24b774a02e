//! `demur lint`: on files, from a pipe, for people and for programs.

use crate::support::Desk;

const DRAFT: &str = "\
Szanowni Państwo,
uprzejmie informujemy, iż z przyczyn organizacyjnych nie przyjmiemy zlecenia!
Odpowiemy niebawem. Pytania: biuro@petla.example.
";
const CLEAN: &str = "\
Thank you for asking. We cannot take this order because all 14 places on 12 May are taken. The
next free date is 19 May. If this is wrong, write to help@loop.example and somebody else will
review it.
";

#[test]
fn a_draft_for_people() {
    let desk = Desk::empty();
    desk.write("draft.txt", DRAFT);
    let drawn = desk.run("lint draft.txt");
    assert_eq!(drawn.code, 1);
    for part in [
        "error[RM-V01]: “z przyczyn organizacyjnych” is no reason",
        "draft.txt:2:27",
        "━━━",
        "help: write “że”",
        "why: Generalities are the opposite of being concrete.",
    ] {
        assert!(drawn.out.contains(part), "{part}\n{}", drawn.out);
    }
    let polish = desk.run("lint draft.txt --lang pl --min-level error");
    assert!(polish.out.contains("błąd[RM-V01]"), "{}", polish.out);
    assert!(
        polish.out.ends_with("1 błąd, bez ostrzeżeń, bez uwag.\n"),
        "{}",
        polish.out
    );
    let plain = desk.run("lint draft.txt --plain --min-level warn --channel email");
    let lines =
        "error RM-V01: “z przyczyn organizacyjnych” is no reason\n  draft.txt:2:27\n  help: ";
    assert!(plain.out.contains(lines), "{}", plain.out);
}

#[test]
fn a_clean_text_and_a_pipe() {
    let desk = Desk::empty();
    desk.write("clean.txt", CLEAN);
    let clean = desk.run("lint clean.txt --min-level warn");
    assert_eq!(
        (clean.code, clean.out.as_str()),
        (0, "No errors, no warnings, no notes.\n")
    );
    let piped = desk.run_with("lint - --format json --channel sms", DRAFT);
    let document = piped.json();
    assert_eq!(
        (piped.code, document["files"][0]["lang"].as_str()),
        (1, Some("pl"))
    );
    let found = document["files"][0]["findings"]
        .as_array()
        .expect("findings");
    let vague = found
        .iter()
        .find(|each| each["rule"] == "RM-V01")
        .expect("the vague reason");
    assert_eq!(vague["place"]["line"], 2);
    assert_eq!(
        vague["message"],
        "“z przyczyn organizacyjnych” is no reason"
    );
    let sarif = desk.run_with("lint - --format sarif", DRAFT).json();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["name"], "demur");
}

#[test]
fn a_reason_allows_a_finding() {
    let desk = Desk::empty();
    desk.write(
        "allowed.txt",
        format!("# demur-lint: allow RM-V01 because the form says so\n{DRAFT}"),
    );
    let allowed = desk.run("lint allowed.txt --format json --in pl");
    let document = allowed.json();
    assert_eq!(allowed.code, 0);
    assert_eq!(
        document["files"][0]["allowed"][0]["allowed"],
        "the form says so"
    );
    desk.write("bare.txt", format!("# demur-lint: allow RM-V01\n{DRAFT}"));
    let bare = desk.run("lint bare.txt --format json --in pl");
    assert_eq!((bare.code, bare.json()["errors"].as_u64()), (1, Some(2)));
}

#[test]
fn mistakes() {
    let desk = Desk::empty();
    desk.write("latin.txt", b"za\xbf\xf3\xb3\xe6");
    for (command, said) in [
        ("lint nowhere.txt", "cannot find `nowhere.txt`"),
        (
            "lint latin.txt",
            "`latin.txt` is not UTF-8 text; save it as plain text in UTF-8",
        ),
        (
            "lint latin.txt --channel leter",
            "`leter` is no channel; it is one of spoken",
        ),
    ] {
        let ran = desk.run(command);
        assert_eq!(ran.code, 2, "{command}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn a_rule_is_explained() {
    let desk = Desk::empty();
    let ran = desk.run("explain rm-l01");
    assert_eq!(ran.code, 0);
    let begin =
        "RM-L01: No protected characteristic\n    Weight: error\n    Applies to: all\n    Why: ";
    assert!(ran.out.starts_with(begin), "{}", ran.out);
    assert!(
        ran.out.contains("Bad (de): Menschen im Rollstuhl"),
        "{}",
        ran.out
    );
    let document = desk.run("explain RM-T08 --format json").json();
    assert_eq!(document["applies"], "pl, de; not abuse.ban.minor");
    assert_eq!(document["examples"][0]["lang"], "pl");
}
