//! Opinions, questions, notices and the lint.

use demur_app::engine::Engine;
use demur_app::library::{built_in, compile};
use demur_app::opinion_json::{document, to_line};
use demur_app::situation::{Defaults, read};
use demur_app::store::Role;
use demur_app::syntax::Sources;
use demur_app::syntax::tree::Lang;
use jiff::civil::date;
use serde_json::{Value, json};

use super::firm::{Firm, root, warned};

/// The examples, by name.
fn examples() -> Vec<(String, Vec<u8>)> {
    let folder = std::fs::read_dir(root().join("examples")).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "yaml"))
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .collect();
    found.sort();
    assert!(found.len() > 5);
    found
}

/// What the library answers in English, with the line break of the command line.
fn from_the_library(bytes: &[u8]) -> Option<String> {
    let library = compile(built_in(), Vec::new()).unwrap();
    let defaults = Defaults {
        day: date(2026, 11, 24),
        place: None,
    };
    let mut sources = Sources::default();
    let read = read(
        &mut sources,
        "situation",
        bytes,
        &library.lawbook,
        &defaults,
    )
    .ok()?;
    let opinion = Engine::new(&library.lawbook).decide(&read.situation).ok()?;
    Some(to_line(&document(&library.lawbook, &opinion, Lang::En)) + "\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_example_is_answered_in_the_bytes_of_the_library() {
    let firm = Firm::salon();
    let key = firm.decider();
    let mut same = 0;
    for (name, bytes) in examples() {
        let answer = firm
            .post_bytes(&key, "/opinions", &[], "application/yaml", bytes.clone())
            .await;
        match from_the_library(&bytes) {
            Some(line) => {
                assert_eq!(String::from_utf8(answer.bytes).unwrap(), line, "{name}");
                assert_eq!(answer.status, 200);
                same += 1;
            }
            None => assert_eq!(answer.problem(), "invalid-situation", "{name}"),
        }
    }
    assert!(same > 5);
    let line = from_the_library(warned().to_string().as_bytes()).unwrap();
    let answer = firm.post(&key, "/opinions", &[], &warned()).await;
    assert_eq!(String::from_utf8(answer.bytes.clone()).unwrap(), line);
    assert_eq!(answer.json()["verdict"], "may_refuse");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_situation_is_pointed_at() {
    let firm = Firm::salon();
    let key = firm.decider();
    let body = json!({
        "place": "atlantis",
        "facts": {"customer": {"age": "old"}, "conduct.insults_stuff": true},
        "fact": {},
    });
    let answer = firm.post(&key, "/opinions", &[], &body).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.problem(), "invalid-situation");
    let mut wrong = answer.wrong();
    wrong.sort();
    let expected = [
        ("/fact", "S004"),
        ("/facts/conduct.insults_stuff", "S005"),
        ("/facts/customer/age", "S006"),
        ("/place", "S008"),
    ];
    assert_eq!(
        wrong,
        expected.map(|(at, code)| (at.to_owned(), code.to_owned()))
    );
    let help = answer.json()["errors"].to_string();
    assert!(
        help.contains("did you mean `conduct.insults_staff`?"),
        "{help}"
    );

    let embedded = json!({"situation": body});
    let answer = firm.post(&key, "/questions", &[], &embedded).await;
    assert!(
        answer
            .wrong()
            .iter()
            .any(|(at, _)| at == "/situation/facts/customer/age")
    );

    let yaml = b"place: pl\nfacts:\n  customer.age: old\n".to_vec();
    let answer = firm
        .post_bytes(&key, "/opinions", &[], "application/yaml", yaml)
        .await;
    let error = &answer.json()["errors"][0];
    assert_eq!((&error["line"], &error["column"]), (&json!(3), &json!(17)));
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_that_clash_are_told_in_both_languages() {
    let firm = Firm::salon();
    let key = firm.decider();
    let clash = std::fs::read(root().join("examples/sprzeczne.yaml")).unwrap();
    let english = firm
        .post_bytes(&key, "/opinions", &[], "application/yaml", clash.clone())
        .await;
    assert_eq!(english.wrong()[0].1, "S011");
    let english = english.json();
    assert!(
        english["errors"][0]["detail"]
            .as_str()
            .unwrap()
            .starts_with("This cannot be: ")
    );
    let request = axum::http::Request::post("/api/v1/opinions")
        .header("authorization", format!("Bearer {key}"))
        .header("accept-language", "pl-PL,pl;q=0.9")
        .header("content-type", "application/yaml");
    let polish = firm.send(request.body(clash.into()).unwrap()).await.json();
    assert!(
        polish["errors"][0]["detail"]
            .as_str()
            .unwrap()
            .starts_with("Tak nie może być: ")
    );
    assert_ne!(polish["title"], english["title"]);
}

/// Answers every question as on most days until the opinion is there.
#[tokio::test(flavor = "multi_thread")]
async fn questions_lead_to_the_opinion() {
    let firm = Firm::salon();
    let key = firm.decider();
    let mut situation = json!({"place": "pl", "facts": {"conduct.insults_staff": true}});
    let mut declined: Vec<String> = Vec::new();
    for asked in 0..40 {
        let body = json!({"situation": situation, "declined": declined});
        let answer = firm.post(&key, "/questions", &[], &body).await;
        assert_eq!(
            answer.status,
            200,
            "{}",
            String::from_utf8_lossy(&answer.bytes)
        );
        let turn = answer.json();
        let question = &turn["question"];
        if question.is_null() {
            assert!(asked > 2);
            assert_eq!(turn["at_most"], 0);
            let opinion = firm.post(&key, "/opinions", &[], &situation).await.json();
            assert_eq!(turn["opinion"], opinion);
            return;
        }
        assert!(turn["opinion"].is_null());
        assert!(!question["title"].as_str().unwrap().is_empty());
        let facts: Vec<String> = serde_json::from_value(question["facts"].clone()).unwrap();
        match question["kind"].as_str().unwrap() {
            "profile" => situation["profile"] = json!("gabinet"),
            "yes_no" | "boxes" => {
                for fact in facts {
                    situation["facts"][fact] = json!(false);
                }
            }
            _ => declined.extend(facts),
        }
    }
    panic!("it never ends");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_declined_is_not_asked() {
    let firm = Firm::salon();
    let key = firm.decider();
    let mut declined: Vec<Value> = Vec::new();
    for _ in 0..250 {
        let body =
            json!({"situation": {"place": "pl", "profile": "gabinet"}, "declined": declined});
        let turn = firm.post(&key, "/questions", &[], &body).await.json();
        let question = &turn["question"];
        if question.is_null() {
            assert_eq!(turn["opinion"]["verdict"], "undetermined");
            return;
        }
        let facts = question["facts"].as_array().unwrap();
        assert!(
            facts.iter().all(|fact| !declined.contains(fact)),
            "{facts:?}"
        );
        if question["kind"] == "profile" {
            declined.push(json!("profile"));
        }
        declined.extend(facts.iter().cloned());
    }
    panic!("it never ends");
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_that_are_not_known_cannot_be_declined() {
    let firm = Firm::salon();
    let key = firm.decider();
    let body = json!({"situation": {}, "declined": ["customer.agee", 7], "declines": []});
    let answer = firm.post(&key, "/questions", &[], &body).await;
    assert_eq!(answer.problem(), "invalid-body");
    let mut wrong = answer.wrong();
    wrong.sort();
    let expected = [
        ("/declined/0", "unknown-fact"),
        ("/declined/1", "type"),
        ("/declines", "unknown-field"),
    ];
    assert_eq!(
        wrong,
        expected.map(|(at, code)| (at.to_owned(), code.to_owned()))
    );
    let said = answer.json().to_string();
    assert!(
        said.contains("Is “declined” meant?") && said.contains("Is “customer.age” meant?"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_is_written_where_the_opinion_allows_it() {
    let firm = Firm::salon();
    let key = firm.decider();
    let body = json!({
        "situation": warned(), "channel": "email", "language": "en",
        "values": {"request": "a pedicure", "facts": "On 22 November there were insults."},
    });
    let answer = firm.post(&key, "/notices", &[], &body).await;
    assert_eq!(
        answer.status,
        200,
        "{}",
        String::from_utf8_lossy(&answer.bytes)
    );
    let notice = answer.json();
    let text = notice["text"].as_str().unwrap();
    assert!(text.contains("Gabinet Stopa"), "{text}");
    assert_eq!(notice["scenario"], "abuse.refusal");
    assert!(notice["missing"].is_array() && notice["lint"].is_array());

    let serve =
        json!({"situation": {"place": "pl", "facts": {"danger.life": true}}, "channel": "sms"});
    assert_eq!(
        firm.post(&key, "/notices", &[], &serve).await.problem(),
        "no-notice"
    );

    let wrong =
        json!({"situation": {}, "channel": "pigeon", "values": {"requets": "x", "facts": 1}});
    let mut wrong = firm.post(&key, "/notices", &[], &wrong).await.wrong();
    wrong.sort();
    let expected = [
        ("/channel", "unknown-word"),
        ("/values/facts", "type"),
        ("/values/requets", "unknown-place"),
    ];
    assert_eq!(
        wrong,
        expected.map(|(at, code)| (at.to_owned(), code.to_owned()))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lint_is_that_of_the_command_line() {
    let firm = Firm::salon();
    let key = firm.key(&[Role::Admin]);
    let body = json!({"text": "We refuse you because you are a foreigner.", "language": "en"});
    let found = firm.post(&key, "/lint", &[], &body).await.json();
    assert_eq!(found["files"][0]["blocked"], true);
    let rules = found["files"][0]["findings"].to_string();
    assert!(rules.contains("RM-L01"), "{rules}");
    let empty = firm.post(&key, "/lint", &[], &json!({})).await;
    assert_eq!(empty.wrong(), [("/text".to_owned(), "missing".to_owned())]);
}
