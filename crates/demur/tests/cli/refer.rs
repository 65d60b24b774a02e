//! `demur refer` by the built-in library and the directories in `examples/providers`.

use std::path::Path;

use serde_json::Value;

use crate::support::{Desk, Ran};

const WHEN: &str = "--at 2026-11-20T10:30";

/// A foot with an ulcer: refuse, and send to a doctor.
const FOOT: &str = "stopa-cukrzycowa.yaml";

fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name);
    std::fs::read_to_string(path).expect("an example")
}

/// A desk with the example directories, without the small law.
fn desk() -> Desk {
    let desk = Desk::empty();
    desk.copy("../../../../examples/providers", "providers");
    desk.write("foot.yaml", example(FOOT));
    desk
}

fn refer(desk: &Desk, args: &str) -> Ran {
    desk.run_bare(&format!("refer {args} {WHEN}"), "")
}

fn names<'v>(document: &'v Value, list: &str) -> Vec<&'v str> {
    let list = document[list].as_array().expect("a list");
    list.iter()
        .filter_map(|each| each["provider"].as_str())
        .collect()
}

#[test]
fn a_foot_for_the_doctor() {
    let ran = refer(
        &desk(),
        "foot.yaml --near Poznań --directory providers --format human",
    );
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    insta::assert_snapshot!(ran.transcript());
}

#[test]
fn the_same_in_polish_for_a_screen_reader() {
    let args = "foot.yaml --service podologia --near poznan --directory providers \
                --format human --plain --lang pl --all --speaks uk";
    let ran = refer(&desk(), args);
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    insta::assert_snapshot!(ran.transcript());
}

#[test]
fn conditions_leave_out_let_in_and_ask() {
    let desk = desk();
    let args = "- --service podologia --near Gniezno --within 80 --directory providers --place pl";
    let of = |facts: &str| {
        let situation = format!(
            "profile: gabinet\nfacts:\n  danger.life: false\n  request.object: service\n  request.illegal: false\n{facts}"
        );
        let ran = desk.run_bare(&format!("refer {args} {WHEN}"), situation);
        let document = ran.json();
        let asked = document["providers"].as_array().expect("a list").iter();
        let asked = asked.filter(|each| !each["ask_first"].as_array().expect("a list").is_empty());
        let asked: Vec<String> = asked.map(|each| each["provider"].to_string()).collect();
        (
            names(&document, "providers").join(", "),
            asked.join(", "),
            document,
        )
    };
    // The clinic takes nobody with a contraindication, and nobody knows about one.
    let (found, asked, document) = of("  request.hygiene_risk: false\n  customer.age: 40\n");
    assert!(found.contains("Podologia Bajkowa"), "{found}");
    assert!(asked.contains("Podologia Bajkowa"), "{asked}");
    let question = &document["providers"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|each| each["provider"] == "Podologia Bajkowa")
        .expect("it")["ask_first"][0];
    assert_eq!(question["kind"], "facts");
    assert_eq!(question["facts"][0]["fact"], "request.contraindicated");
    assert!(
        question["facts"][0]["question"]
            .as_str()
            .expect("a text")
            .contains('?')
    );
    let (found, asked, _) =
        of("  request.contraindicated: false\n  request.hygiene_risk: false\n  customer.age: 40\n");
    assert!(found.contains("Podologia Bajkowa"), "{found}");
    assert!(!asked.contains("Podologia Bajkowa"), "{asked}");
    // The age of two is no limit of any law.
    let (found, _, document) =
        of("  request.contraindicated: false\n  request.hygiene_risk: false\n  customer.age: 2\n");
    assert!(!found.contains("Podologia Bajkowa"), "{found}");
    let left = document["left_out"].as_array().expect("a list").iter();
    let mut left = left.filter(|each| each["provider"] == "Podologia Bajkowa");
    assert_eq!(left.next().expect("left out")["why"]["kind"], "takes_not");
}

#[test]
fn nobody_is_named_for_what_the_law_forbids_everybody() {
    let desk = desk();
    desk.write("alcohol.yaml", example("alkohol-17.yaml"));
    desk.write(
        "shop.csv",
        "provider,service,town,latitude,longitude\nSklep,Alkohol,Poznań,52.4,16.9\n",
    );
    let args = "alcohol.yaml --service alkohol --near Poznań --directory shop.csv";
    let ran = refer(&desk, args);
    let document = ran.json();
    assert_eq!(document["lawful"], "no");
    assert_eq!(document["providers"], serde_json::json!([]));
    assert_eq!(document["unlawful_by"][0]["norm"], "pl.alk.15.minor");
    assert!(!ran.out.contains("Sklep"), "{}", ran.out);
    let shown = refer(&desk, &format!("{args} --format human"));
    assert_eq!(shown.code, 0);
    insta::assert_snapshot!(shown.transcript());
}

/// A notary refuses an act in the notary's own interest. Another notary does it.
#[test]
fn what_the_law_forbids_this_business_only_is_told() {
    let desk = desk();
    desk.write(
        "notary.yaml",
        "place: pl\nfacts:\n  danger.life: false\n  request.object: service\n  request.illegal: false\n  \
         business.kind: legal\n  business.profession: notary\n  legal.conflict: own_interest\n",
    );
    let args = "notary.yaml --service podologia --near Poznań --directory providers";
    let document = refer(&desk, args).json();
    assert_eq!(document["verdict"], "must_refuse");
    assert_eq!(document["lawful"], "yes");
    let shown = refer(&desk, &format!("{args} --format human"));
    assert!(
        shown
            .out
            .contains("The law forbids this business to serve here"),
        "{}",
        shown.out
    );
}

#[test]
fn a_duty_is_met_perhaps_met_or_its_lack_is_said() {
    let desk = desk();
    let duty = |directory: &str, more: &str| {
        let args =
            format!("foot.yaml --service podologia --near Poznań --directory {directory} {more}");
        let document = refer(&desk, &args).json();
        let duties = document["duties"].as_array().expect("a list").iter();
        let mut duties = duties.filter(|each| each["duty"] == "refer_to_doctor");
        let duty = duties.next().expect("the duty");
        (
            duty["met"].as_str().expect("a text").to_owned(),
            duty["by"]["provider"].clone(),
        )
    };
    assert_eq!(
        duty("providers", ""),
        ("yes".to_owned(), "Przychodnia Zmyślona".into())
    );
    assert_eq!(
        duty("providers/podologia.csv", ""),
        ("no".to_owned(), Value::Null)
    );
    let row = "Dr Fikcja,Porada,LEK: Lekarz,Poznań,52.4,16.9,request.beyond_skill\n";
    desk.write(
        "one.csv",
        format!("provider,service,terms,town,latitude,longitude,not_for\n{row}"),
    );
    assert_eq!(
        duty("one.csv", ""),
        ("perhaps".to_owned(), "Dr Fikcja".into())
    );
    let unmet = refer(
        &desk,
        "foot.yaml --service podologia --near Poznań --directory providers/podologia.csv providers/rejestry.csv --format human",
    );
    assert!(
        unmet.out.contains("Not met: send the customer to a doctor"),
        "{}",
        unmet.out
    );
}

#[test]
fn rows_that_cannot_be_used_are_told() {
    let desk = desk();
    desk.write(
        "list.csv",
        "provider,service,town,latitude,longitude,not_for\n\
         A,Podologia,Poznań,52.4,16.9,\n\
         B,Podologia,Poznań,52.4,16.9,request.hygiene_rik\n\
         C,Podologia,Poznań,52.4,916.9,\n",
    );
    let args = "foot.yaml --service podologia --near Poznań --directory list.csv";
    let document = refer(&desk, args).json();
    assert_eq!(names(&document, "providers"), ["A"]);
    let rejected = document["rejected"].as_array().expect("a list");
    let places: Vec<&str> = rejected
        .iter()
        .filter_map(|each| each["place"].as_str())
        .collect();
    assert_eq!(places, ["list.csv:4", "list.csv:3"]);
    assert!(
        rejected[1]["why"]
            .as_str()
            .expect("a text")
            .contains("unknown fact `request.hygiene_rik`")
    );
    assert!(
        rejected[1]["mend"]
            .as_str()
            .expect("a text")
            .contains("request.hygiene_risk")
    );
}

#[test]
fn a_duty_to_serve_is_said_first() {
    let desk = desk();
    desk.write("origin.yaml", example("gabinet-origin.yaml"));
    let ran = refer(
        &desk,
        "origin.yaml --service podologia --near Poznań --directory providers --format human",
    );
    assert_eq!(ran.code, 0, "{}", ran.transcript());
    assert!(
        ran.out
            .contains("Serve here: naming somebody else is no way round"),
        "{}",
        ran.out
    );
}

#[test]
fn mistakes_on_the_command_line() {
    let desk = desk();
    desk.write("half.yaml", example("polowa-faktow.yaml"));
    let runs = [
        "foot.yaml --service podologia --near Pozna --directory providers",
        "foot.yaml --service podologia --near Kraków --directory providers",
        "foot.yaml --service podologia --near Poznań --directory nowhere",
        "foot.yaml --service ... --near Poznań --directory providers",
        "half.yaml --near Poznań --directory providers/podologia.csv --place pl",
    ]
    .map(|args| refer(&desk, args));
    assert!(
        runs.iter().all(|ran| ran.code == 2),
        "{}",
        runs[4].transcript()
    );
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
}
