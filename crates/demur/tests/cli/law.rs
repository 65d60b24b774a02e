//! `demur law`: list, show, check, test, fmt.

use crate::support::Desk;

#[test]
fn list() {
    let desk = Desk::new();
    let runs = ["", "--lang pl --pack s", "--plain --pack t"]
        .map(|flags| desk.run(&format!("law list {flags}")));
    assert!(runs.iter().all(|ran| ran.code == 0));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
    assert_eq!(
        desk.run("law list --format json").json()[1]["norms"]
            .as_array()
            .map(Vec::len),
        Some(14)
    );
    let ran = desk.run("law list --pack x");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.transcript());
}

#[test]
fn show() {
    let desk = Desk::new();
    let runs = ["", "--lang pl", "--plain"]
        .map(|flags| desk.run(&format!("law show t.act.goods {flags}")));
    assert!(runs.iter().all(|ran| ran.code == 0));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
    let ran = desk.run("law show t.act.good");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.transcript());
    let shown = desk.run("law show t.act.goods --format json").json();
    assert_eq!(shown["versions"][0]["text"]["confidence"], "verified");
    assert_eq!(
        desk.run("law show t.act.secret --format json").json()["parts"][0],
        "t.act.secret.quiet"
    );
}

#[test]
fn check() {
    let desk = Desk::new();
    let ran = desk.run("law check");
    assert_eq!(ran.code, 0);
    insta::assert_snapshot!(ran.transcript());
    let ran = desk.run_bare("law check law/t law/s --lang pl", "");
    assert_eq!(ran.code, 0);
    insta::assert_snapshot!(ran.transcript());
    assert_eq!(
        desk.run("law check --format json").json()["lawbook"]["norms"],
        15
    );
}

#[test]
fn test_that_passes() {
    let desk = Desk::new();
    let runs = [
        "--pack t",
        "--pack s --lang pl",
        "bread",
        "T",
        "t.act",
        "t.act --format json",
    ]
    .map(|flags| desk.run(&format!("law test {flags}")));
    assert!(runs.iter().all(|ran| ran.code == 0));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
    let ran = desk.run("law test nothing-like-that");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.transcript());
}

#[test]
fn test_that_fails() {
    let desk = Desk::new();
    desk.write(
        "law/t/act.md",
        desk.read("law/t/act.md")
            .replace("expect not_justified by t.act.goods", "expect may_refuse"),
    );
    let ran = desk.run("law test bread");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.transcript());
    let ran = desk.run("law test bread --plain --lang pl");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.transcript());
}

#[test]
fn format() {
    let desk = Desk::new();
    assert_eq!(desk.run("law fmt law").code, 0);
    let tidy = desk.read("law/t/act.md");
    let untidy = tidy.replace("norm t.act.aid\n", "norm   t.act.aid\n");
    assert_ne!(tidy, untidy);
    desk.write("law/t/act.md", &untidy);
    let ran = desk.run("law fmt --check law");
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.transcript());
    assert_eq!(desk.read("law/t/act.md"), untidy, "a check changes nothing");
    let ran = desk.run("law fmt law/t/act.md");
    assert_eq!(ran.code, 0);
    insta::assert_snapshot!(ran.transcript());
    assert_eq!(desk.read("law/t/act.md"), tidy);
    assert_eq!(desk.run("law fmt --check law").code, 0);
    assert_eq!(desk.run("law fmt nowhere").code, 2);
}

#[test]
fn format_leaves_what_it_does_not_understand() {
    let desk = Desk::new();
    let broken = desk
        .read("law/t/act.md")
        .replace("norm t.act.aid\n", "norm   t.act.aid\n  forbid\n");
    desk.write("law/t/act.md", &broken);
    let ran = desk.run("law fmt law/t/act.md");
    assert_eq!(ran.code, 1, "{}", ran.transcript());
    assert_eq!(desk.read("law/t/act.md"), broken);
}

#[test]
fn the_tests_of_several_packs() {
    let desk = Desk::new();
    let ran = desk.run("law test --pack t --pack s");
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    assert!(
        ran.out.contains("passed: 1 example, 1 precedent"),
        "{}",
        ran.out
    );
    assert_eq!(desk.run("law test --pack t --pack none").code, 2);
}
