//! `demur law mutate`: changes that no example notices, examples that would, and changes
//! that are accepted.

use crate::support::{Desk, Ran};

/// The day before the act nobody asks about goods that are sold.
const UNNOTICED: &str = "u.act: `from 1999-12-31` instead of `from 2000-01-01`";

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.copy("sound", "law");
    desk
}

fn survivors(ran: &Ran) -> Vec<String> {
    let document = ran.json();
    let survivors = document.get("survivors").and_then(|all| all.as_array());
    let names = survivors.into_iter().flatten();
    names
        .filter_map(|each| Some(each.get("mutant")?.as_str()?.to_owned()))
        .collect()
}

#[test]
fn what_no_example_notices() {
    let desk = desk();
    let ran = desk.run("law mutate --floor 0 --format json");
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    let found = survivors(&ran);
    assert!(found.iter().any(|each| each == UNNOTICED), "{found:?}");
    let missing = "u.act.choice: without the norm".to_owned();
    assert!(!found.contains(&missing), "{found:?}");

    let act = desk.read("law/act.md");
    let shown = "  expect may_refuse\n  expect applies u.act.choice\n";
    assert!(act.contains(shown), "{act}");
    desk.write(
        "law/act.md",
        act.replace(shown, "  expect inapplicable u.act\n"),
    );
    let ran = desk.run("law mutate --floor 0 --format json");
    assert!(survivors(&ran).contains(&missing), "{}", ran.out);
    let ran = desk.run("law mutate --norm u.act.choice");
    assert_eq!(ran.code, 1, "{}", ran.transcript());
    assert!(
        ran.out
            .contains("no example notices that `u.act.choice` is missing"),
        "{}",
        ran.out
    );
}

#[test]
fn the_suggested_example_notices_it() {
    let desk = desk();
    let ran = desk.run("law mutate --floor 0 --format json --suggest");
    let document = ran.json();
    let survivor = document["survivors"]
        .as_array()
        .and_then(|all| all.iter().find(|each| each["mutant"] == UNNOTICED))
        .unwrap();
    let example = survivor["example"].as_str().unwrap();
    let act = desk.read("law/act.md");
    let (before, last) = act.rsplit_once("```").unwrap();
    desk.write("law/act.md", format!("{before}\n{example}\n```{last}"));
    assert_eq!(desk.run("law test --pack u").code, 0, "{example}");
    let ran = desk.run("law mutate --floor 0 --format json");
    let found = survivors(&ran);
    assert!(!found.iter().any(|each| each == UNNOTICED), "{found:?}");
}

#[test]
fn what_is_accepted() {
    let desk = desk();
    desk.write("law/mutants.txt", format!("# Nobody asks.\n{UNNOTICED}\n"));
    let ran = desk.run("law mutate --floor 0 --format json");
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    assert_eq!(ran.json()["all"]["accepted"], 1);

    desk.write(
        "law/mutants.txt",
        "# It is noticed.\nu.act: without the norm\n",
    );
    let ran = desk.run("law mutate --floor 0");
    assert_eq!(ran.code, 1, "{}", ran.transcript());
    assert!(ran.out.contains("u.act: without the norm"), "{}", ran.out);
}

#[test]
fn a_norm_that_does_not_exist() {
    let ran = desk().run("law mutate --norm u.axt");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("u.axt"), "{}", ran.err);
}
