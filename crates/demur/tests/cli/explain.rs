//! `demur explain`, `demur facts` and `demur` alone.

use crate::support::Desk;

#[test]
fn names() {
    let desk = Desk::new();
    let runs = [
        "t.act.origin",
        "customer.age",
        "refusal.reasons --lang pl",
        "misconduct",
        "warn --lang pl",
        "reasons",
        "history.warned --plain",
    ]
    .map(|name| desk.run(&format!("explain {name}")));
    assert!(runs.iter().all(|ran| ran.code == 0));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
    assert_eq!(
        desk.run("explain misconduct --format json").json()[0]["norms"][0],
        "t.act.misconduct"
    );
    assert_eq!(
        desk.run("explain customer.age --format json").json()[0]["high"],
        120
    );
}

#[test]
fn unknown_names() {
    let desk = Desk::new();
    let runs = ["t.act.orgin", "weather", "weather --lang pl"]
        .map(|name| desk.run(&format!("explain {name}")));
    assert!(runs.iter().all(|ran| ran.code == 2));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
}

#[test]
fn codes() {
    let ran = Desk::empty().run_bare("explain s005", "");
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    assert!(ran.out.starts_with("S005\n"), "{}", ran.transcript());
}

#[test]
fn facts() {
    let desk = Desk::new();
    let ran = desk.run("facts");
    insta::assert_snapshot!(ran.transcript());
    insta::assert_snapshot!(desk.run("facts --format human --lang pl").transcript());
    let count = |args: &str| desk.run(args).json()["facts"].as_array().map(Vec::len);
    assert_eq!(count("facts --place pl"), Some(10));
    assert_eq!(desk.run("facts --place mars").code, 2);
}

#[test]
fn welcome() {
    let desk = Desk::empty();
    let runs = ["", "--lang pl", "--plain"].map(|flags| desk.run_bare(flags, ""));
    assert!(runs.iter().all(|ran| ran.code == 0 && ran.err.is_empty()));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
}

#[test]
fn help_and_version() {
    let desk = Desk::empty();
    for args in [
        "--help",
        "ask --help",
        "decide --help",
        "explain --help",
        "facts --help",
        "law --help",
        "law test --help",
    ] {
        let ran = desk.run_bare(args, "");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args}");
        assert!(ran.out.contains("Usage: demur"), "{args}");
    }
    assert!(desk.run_bare("--version", "").out.starts_with("demur "));
    assert_eq!(desk.run_bare("ask-me", "").code, 2);
}
