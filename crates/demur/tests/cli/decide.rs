//! `demur decide`: formats, flags, pipes and JSON lines.

use crate::support::Desk;

const GOODS: &str = "at: 2026-11-22\nplace: pl\nprofile: stall\nfacts:\n  danger.life: false\n  request.secret: false\n  \
    order.clash: false\n  customer.age: 40\n  conduct.insults_staff: false\n  refusal.reasons: [dislike]\n";

#[test]
fn a_pipe_gets_json_on_one_line() {
    let desk = Desk::new();
    desk.write("s.yaml", GOODS);
    let ran = desk.run("decide s.yaml");
    insta::assert_snapshot!(ran.transcript());
    assert_eq!(ran.json()["verdict"], "not_justified");
    assert_eq!(
        desk.run("decide s.yaml").out,
        ran.out,
        "the same bytes each time"
    );
}

#[test]
fn standard_input_takes_yaml_and_json() {
    let desk = Desk::new();
    assert_eq!(
        desk.run_with("decide -", GOODS).json()["verdict"],
        "not_justified"
    );
    let json = "{\n \"place\": \"pl\",\n \"at\": \"2026-11-22\",\n \"facts\": {\"danger.life\": true, \"order.clash\": false, \
        \"request.secret\": false, \"customer.age\": 40}\n}\n";
    assert_eq!(
        desk.run_with("decide -", json).json()["verdict"],
        "must_serve"
    );
}

#[test]
fn flags_win_over_the_file() {
    let desk = Desk::new();
    desk.write("s.yaml", GOODS);
    let opinion = desk
        .run("decide s.yaml --profile salon --at 2010-05-01")
        .json();
    assert_eq!(opinion["verdict"], "not_justified");
    assert_eq!(
        opinion["decided"]["layer"], "standard",
        "a salon sells services, so the law asks for nothing"
    );
    assert_eq!(opinion["at"], "2010-05-01");
    assert_eq!(
        desk.run("decide s.yaml --place pl").json()["verdict"],
        "not_justified"
    );
}

#[test]
fn the_language_comes_from_the_flag_and_goes_into_the_json() {
    let desk = Desk::new();
    desk.write("s.yaml", GOODS);
    let title = |flags: &str| {
        desk.run(&format!("decide s.yaml {flags}")).json()["because"][0]["title"].clone()
    };
    assert_eq!(title(""), "Goods are sold unless there is a reason");
    assert_eq!(
        title("--lang pl"),
        "Towar się sprzedaje, chyba że jest powód"
    );
}

#[test]
fn json_lines_give_json_lines_and_go_on_after_a_mistake() {
    let desk = Desk::new();
    let lines = concat!(
        "{\"at\": \"2026-11-22\", \"place\": \"pl\", \"facts\": {\"order.clash\": true}}\n",
        "\n",
        "{\"facts\": {\"danger.live\": true}}\n",
        "{\"facts\": {\"refusal.anyone_else\": true, \"refusal.reasons\": [\"dislike\"]}}\n",
        "not json\n",
        "{\"at\": \"2026-11-22\", \"place\": \"pl\", \"facts\": {\"danger.life\": true, \"order.clash\": false, \
         \"request.secret\": false, \"customer.age\": 40}}",
    );
    let ran = desk.run_with("decide -", lines);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.err, "");
    let answers: Vec<serde_json::Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let brief: Vec<String> = answers
        .iter()
        .map(|answer| match answer["verdict"].as_str() {
            Some(verdict) => verdict.to_owned(),
            None => format!(
                "line {}: {}",
                answer["line"], answer["error"]["diagnostics"][0]["code"]
            ),
        })
        .collect();
    assert_eq!(
        brief,
        [
            "conflict",
            "line 3: \"S005\"",
            "line 4: \"S011\"",
            "line 5: \"S003\"",
            "must_serve"
        ]
    );
    desk.write("many.jsonl", lines);
    let file = desk.run("decide many.jsonl");
    assert_eq!(file.code, 2);
    assert_eq!(file.out.lines().count(), 5);
}

#[test]
fn one_json_line_is_enough() {
    let desk = Desk::new();
    let ran = desk.run_with("decide -", "{\"facts\": {\"order.crash\": true}}\n");
    assert_eq!(ran.code, 2);
    assert!(ran.out.starts_with("{\"error\":"), "{}", ran.transcript());
}

#[test]
fn the_closed_pipe_of_a_reader_is_no_mistake() {
    let desk = Desk::new();
    let ran = desk.run("facts --format json");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}
