//! The log says what was done and nothing about whom.

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Running, demur};

/// What is typed in the scenario, and what the made-up salon is filled with.
const NEVER: [&str; 12] = [
    "Anna",
    "Nowak",
    "anna.nowak",
    "example.org",
    "zmyslona",
    "Zmyślona",
    "600 000 115",
    "600000115",
    "wlascicielka",
    "STOPA-",
    "token=",
    "demur=",
];

fn scenario(form: &str) -> String {
    let home = TempDir::new().unwrap();
    let mut command = demur(home.path());
    command.args(["serve", "--demo", "--listen", "0", "--lang", "pl"]);
    command.args(["--log-form", form, "--log-level", "debug"]);
    let running = Running::start(command);
    let mut owner = running.client();
    owner.get(&running.path());
    owner.get("/?q=Anna+Nowak");
    owner.get("/cases/STOPA-2026-AAAA1111?contact=anna.nowak@example.org");
    owner.get("/Anna/Nowak");
    owner.post(
        "/sign-in",
        &[("login", "wlascicielka"), ("password", "Anna Nowak 1")],
    );
    owner.post("/interview", &[("opening", "Anna Nowak")]);
    owner.send(
        "ANNA",
        "/Nowak",
        &[("user-agent", "Anna Nowak"), ("referer", "/Anna")],
        "",
    );
    owner.get("/readyz");
    let (status, log) = running.terminate();
    assert!(status.success());
    log
}

#[test]
fn nothing_that_people_wrote_and_nobodys_name_is_in_it() {
    for form in ["text", "json"] {
        let log = scenario(form);
        assert!(log.lines().count() >= 10, "{log}");
        for word in NEVER {
            assert!(!log.contains(word), "`{word}` is in the log:\n{log}");
        }
    }
}

#[test]
fn each_request_is_one_line_for_programs() {
    let log = scenario("json");
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let answered: Vec<&Value> = lines
        .iter()
        .filter(|line| line["message"] == "answered")
        .collect();
    assert_eq!(answered.len(), 8, "{log}");
    let first = answered[0];
    assert_eq!(
        (&first["method"], &first["route"]),
        (&"GET".into(), &"/demo".into())
    );
    assert_eq!(first["status"], 303);
    assert!(
        first["ms"].as_f64().is_some_and(|ms| ms < 10_000.0),
        "{first}"
    );
    let other = answered
        .iter()
        .find(|line| line["method"] == "OTHER")
        .unwrap();
    assert_eq!(other["route"], "none", "{other}");
    assert!(lines.iter().any(|line| line["message"] == "started"));
    assert!(lines.iter().any(|line| line["message"] == "stopped"));
    assert!(
        lines
            .iter()
            .any(|line| line["message"] == "the daily round is done"),
        "{log}"
    );
}
