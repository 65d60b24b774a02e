//! Bad input: each message says what, where, and how to mend it.

use crate::support::Desk;

fn decide(bytes: impl AsRef<[u8]>) -> String {
    let desk = Desk::new();
    desk.write("s.yaml", bytes);
    let ran = desk.run("decide s.yaml");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (2, ""),
        "{}",
        ran.transcript()
    );
    ran.transcript()
}

#[test]
fn no_such_file() {
    let desk = Desk::new();
    let runs = ["", "--lang pl", "--format json"]
        .map(|flags| desk.run(&format!("decide nowhere.yaml {flags}")));
    assert!(runs.iter().all(|ran| ran.code == 2));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
}

#[test]
fn a_folder_instead_of_a_file() {
    let ran = Desk::new().run("decide law");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.transcript());
}

#[test]
fn broken_yaml() {
    insta::assert_snapshot!(decide("place: pl\nfacts: [\n"));
}

#[test]
fn an_unknown_fact_with_a_near_name() {
    insta::assert_snapshot!(decide("facts:\n  danger.live: true\n"));
}

#[test]
fn a_wrong_type() {
    insta::assert_snapshot!(decide(
        "facts:\n  danger.life: perhaps\n  customer.age: old\n  request.object: gods\n"
    ));
}

#[test]
fn an_impossible_day() {
    insta::assert_snapshot!(decide("at: 2026-02-30\nfacts: {}\n"));
}

#[test]
fn a_huge_file() {
    insta::assert_snapshot!(decide(vec![b'#'; 50 << 20]));
}

#[test]
fn not_utf8() {
    insta::assert_snapshot!(decide(b"facts:\n  danger.life: \xff\xfe\n"));
}

#[test]
fn facts_that_clash() {
    let situation = "facts:\n  refusal.reasons: [dislike]\n  refusal.anyone_else: true\n";
    insta::assert_snapshot!(decide(situation));
    let desk = Desk::new();
    desk.write("s.yaml", situation);
    for flags in ["--plain", "--format json"] {
        let ran = desk.run(&format!("decide s.yaml {flags}"));
        assert_eq!(ran.code, 2);
        insta::assert_snapshot!(ran.transcript());
    }
}

#[test]
fn wrong_flags() {
    let desk = Desk::new();
    desk.write("s.yaml", "facts: {}\n");
    let runs = [
        "--at yesterday",
        "--place mars",
        "--profile circus",
        "--profile circus --lang pl",
    ]
    .map(|flags| desk.run(&format!("decide s.yaml {flags}")));
    assert!(runs.iter().all(|ran| ran.code == 2));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
}

#[test]
fn a_law_folder_that_is_not_there() {
    let desk = Desk::empty();
    let ran = desk.run("law check");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.transcript());
    std::fs::create_dir(desk.folder.join("law")).expect("a folder");
    assert_eq!(
        desk.run("law check").code,
        2,
        "an empty folder is no library"
    );
}

#[test]
fn a_broken_library_answers_nothing() {
    let desk = Desk::new();
    desk.write(
        "law/t/act.md",
        desk.read("law/t/act.md")
            .replace("forbid refusing\n    when danger.life", "forbid\n"),
    );
    desk.write("s.yaml", "facts:\n  danger.life: true\n");
    for args in [
        "decide s.yaml",
        "ask",
        "facts",
        "law list",
        "law test",
        "explain t.act.aid",
    ] {
        let ran = desk.run(args);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (2, ""),
            "{}",
            ran.transcript()
        );
        assert!(ran.err.contains("law/t/act.md"), "{}", ran.transcript());
    }
    insta::assert_snapshot!(desk.run("decide s.yaml --lang pl --plain").transcript());
    let ran = desk.run("law check");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.transcript());
}

#[test]
fn norms_that_override_each_other() {
    let desk = Desk::new();
    let text = desk
        .read("law/t/act.md")
        .replace(
            "when order.clash\n\nnorm t.act.order_refuse",
            "when order.clash\n  overrides t.act.order_refuse\n\nnorm t.act.order_refuse",
        )
        .replace(
            "forbid serving\n    when order.clash",
            "forbid serving\n    when order.clash\n  overrides t.act.order_serve",
        );
    desk.write("law/t/act.md", text);
    let ran = desk.run("law check --plain");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.transcript());
}
