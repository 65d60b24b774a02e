//! `demur law export`.

use crate::support::Desk;

#[test]
fn cedar_in_a_folder() {
    let desk = Desk::new();
    let ran = desk.run("law export --format cedar --place pl --at 2026-11-22 -o cedar");
    insta::assert_snapshot!(ran.transcript());
    let norms = desk.read("cedar/norms.cedar");
    assert!(norms.contains("@id(\"t.act.goods\")"), "{norms}");
    assert!(!norms.contains("context[\"place\"]"), "{norms}");
    assert!(
        desk.read("cedar/verdict.cedar")
            .contains("Action::\"refuse\"")
    );
    assert!(
        desk.read("cedar/demur.cedarschema")
            .contains("action \"applies\"")
    );
    let printed = desk.run("law export --format cedar --place pl --at 2026-11-22");
    assert_eq!(printed.out, norms);
}

#[test]
fn json_is_the_same_printed_and_written() {
    let desk = Desk::new();
    let printed = desk.run("law export --format json --pack t");
    let document = printed.json();
    assert_eq!(document["form"], "demur-lawbook/1");
    let norms = document["norms"].as_array().unwrap();
    assert!(!norms.is_empty());
    assert!(norms.iter().all(|norm| norm["pack"] == "t"));
    assert_eq!(
        desk.run("law export --format json --pack t --out .").code,
        0
    );
    assert_eq!(desk.read("lawbook.json"), printed.out);
}

#[test]
fn what_cannot_be_exported() {
    let desk = Desk::new();
    let runs = [
        "law export",
        "law export --lang pl",
        "law export --format cedar --place mars",
        "law export --format cedar --at tomorrow",
        "law export --format json --pack nowhere",
        "law export --format yaml",
        "law export --format json -o law/t/act.md",
        "law list --format cedar",
    ];
    let runs = runs.map(|args| desk.run(args));
    assert!(runs.iter().all(|ran| ran.code == 2));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
}
