//! `demur decide --batch`: files of many situations.

use serde_json::Value;

use crate::support::Desk;

const ROWS: &str = r#"{"at": "2026-11-22", "place": "pl", "profile": "stall", "facts": {"danger.life": false, "request.secret": false, "order.clash": false, "customer.age": 40, "conduct.insults_staff": false, "refusal.reasons": ["dislike"]}}

{"at": "2026-11-22", "place": "pl", "facts": {"danger.life": true, "order.clash": false, "request.secret": false, "customer.age": 40}}
{"facts": {"customer.age": 999}}
not a situation
"#;

const TABLE: &str = "\
id,at,place,profile,danger.life,request.secret,order.clash,customer.age,conduct.insults_staff,refusal.reasons
first,2026-11-22,pl,stall,no,no,no,40,no,dislike
second,2026-11-22,pl,,yes,no,no,40,,
third,,,,,,,999,,
";

fn answers(desk: &Desk, path: &str) -> Vec<Value> {
    let lines = desk.read(path);
    let answers = lines.lines().map(serde_json::from_str);
    answers
        .collect::<Result<_, _>>()
        .expect("JSON on each line")
}

/// What a run with rows that are wrong reports.
fn summary(out: &str) -> Value {
    serde_json::from_str(out).expect("a summary in JSON")
}

#[test]
fn each_row_gets_the_verdict_that_it_gets_alone() {
    let desk = Desk::new();
    desk.write("rows.jsonl", ROWS);
    let ran = desk.run("decide --batch rows.jsonl -o out.jsonl");
    assert_eq!(ran.code, 2, "two rows are wrong");
    let summary = summary(&ran.out);
    assert_eq!(
        (&summary["judged"], &summary["rejected"]),
        (&2.into(), &2.into())
    );
    let judged = answers(&desk, "out.jsonl");
    for (answer, row) in judged.iter().zip([1, 3]) {
        let line = ROWS.lines().nth(row - 1).expect("a line");
        let alone = desk.run_with("decide -", line).json();
        assert_eq!(answer["row"], row);
        for key in ["verdict", "possible", "safe", "strength", "confidence"] {
            assert_eq!(answer[key], alone[key], "{key} of row {row}");
        }
        let norms = alone["because"].as_array().expect("a list").iter();
        let norms: Vec<&Value> = norms.map(|each| &each["norm"]).collect();
        assert_eq!(answer["because"], serde_json::json!(norms));
    }
}

#[test]
fn wrong_rows_are_kept_apart_with_their_lines() {
    let desk = Desk::new();
    desk.write("rows.jsonl", ROWS);
    desk.run("decide --batch rows.jsonl -o out.jsonl");
    let rejected = answers(&desk, "out.rejected.jsonl");
    let lines: Vec<&Value> = rejected.iter().map(|each| &each["row"]).collect();
    assert_eq!(lines, [4, 5]);
    assert_eq!(rejected[0]["given"], r#"{"facts": {"customer.age": 999}}"#);
    let said = rejected[0]["errors"][0].as_str().expect("a sentence");
    assert!(said.contains("customer.age"), "{said}");
}

#[test]
fn tables_say_the_same_as_lines() {
    let desk = Desk::new();
    desk.write("rows.jsonl", ROWS).write("rows.csv", TABLE);
    desk.run("decide --batch rows.jsonl -o lines.jsonl");
    desk.run("decide --batch rows.csv -o table.jsonl");
    let without_name = |mut answer: Value| {
        let object = answer.as_object_mut().expect("an object");
        object.remove("row");
        object.remove("id");
        answer
    };
    let lines: Vec<Value> = answers(&desk, "lines.jsonl")
        .into_iter()
        .map(without_name)
        .collect();
    let table = answers(&desk, "table.jsonl");
    assert_eq!(table[0]["id"], "first");
    assert_eq!(table[1]["row"], 3, "the header is line 1");
    assert_eq!(
        table.into_iter().map(without_name).collect::<Vec<_>>(),
        lines
    );
}

#[test]
fn parquet_is_written_and_read() {
    let desk = Desk::new();
    desk.write("rows.csv", TABLE);
    let ran = desk.run("decide --batch rows.csv -o out.parquet");
    assert_eq!(summary(&ran.out)["judged"], 2);
    let wrong = desk.run("decide --batch out.parquet -o again.jsonl");
    assert_eq!(wrong.code, 2, "answers are not situations");
    assert!(wrong.err.contains("`row`"), "{}", wrong.err);
}

#[test]
fn a_wrong_column_or_ending_is_named() {
    let desk = Desk::new();
    desk.write("rows.csv", "custmer.age\n40\n");
    let ran = desk.run("decide --batch rows.csv -o out.csv");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`customer.age`"), "{}", ran.err);
    let ran = desk.run("decide --batch rows.csv -o out.txt");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(".parquet"), "{}", ran.err);
}
