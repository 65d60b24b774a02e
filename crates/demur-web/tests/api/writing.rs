//! Changes: done once for each key, and not over what somebody else changed.

use serde_json::{Value, json};

use super::firm::{Firm, WORDS, warned};
use demur_app::store::Role;

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_with_the_same_body_is_answered_again() {
    let firm = Firm::salon();
    let key = firm.decider();
    let body = json!({
        "situation": warned(), "decision": {"choice": "refuse", "words": WORDS},
        "contact": {"name": "Anna Nowak", "channel": "email", "value": "anna@example.org"},
    });
    let headers = [("idempotency-key", "first-request-1")];
    let first = firm.post(&key, "/cases", &headers, &body).await;
    assert_eq!(
        first.status,
        201,
        "{}",
        String::from_utf8_lossy(&first.bytes)
    );
    let again = firm
        .post(
            &key,
            "/cases",
            &[("idempotency-key", "\"first-request-1\"")],
            &body,
        )
        .await;
    assert_eq!((again.status, &again.bytes), (first.status, &first.bytes));
    for name in ["location", "etag"] {
        assert!(!first.header(name).is_empty());
        assert_eq!(again.header(name), first.header(name));
    }
    let mut other = body.clone();
    other["decision"]["choice"] = json!("serve");
    let reused = firm.post(&key, "/cases", &headers, &other).await;
    assert_eq!(
        (reused.status.as_u16(), reused.problem().as_str()),
        (422, "idempotency-key-reused")
    );
    let all = firm.get(&key, "/cases").await.json();
    assert_eq!(all["cases"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_needs_its_key_and_its_version() {
    let firm = Firm::salon();
    let key = firm.decider();
    let body = json!({"situation": warned()});
    let missing = firm.post(&key, "/cases", &[], &body).await;
    assert_eq!(
        (missing.status.as_u16(), missing.problem().as_str()),
        (400, "idempotency-key-missing")
    );
    for wrong in [
        "short",
        "with space inside",
        &"x".repeat(65),
        "zażółć-gęślą",
    ] {
        let answer = firm
            .post(&key, "/cases", &[("idempotency-key", wrong)], &body)
            .await;
        assert_eq!(answer.problem(), "invalid-parameters", "{wrong}");
        assert_eq!(answer.wrong()[0].0, "Idempotency-Key");
    }
    let made = firm
        .post(&key, "/cases", &[("idempotency-key", "open-a-case")], &body)
        .await;
    assert_eq!(made.header("etag"), "\"1\"");
    let number = made.json()["case"].as_str().unwrap().to_owned();
    let path = format!("/cases/{number}/decision");
    let decision = json!({"choice": "refuse", "words": WORDS});
    let request = ("idempotency-key", "decide-it-1");
    let answer = firm.post(&key, &path, &[request], &decision).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem().as_str()),
        (428, "version-missing")
    );
    for wrong in ["*", "1", "\"x\"", "W/\"1\"", "\"-1\"", "\"99999999999\""] {
        let answer = firm
            .post(&key, &path, &[request, ("if-match", wrong)], &decision)
            .await;
        assert_eq!(answer.problem(), "invalid-parameters", "{wrong}");
    }
    let stale = firm
        .post(&key, &path, &[request, ("if-match", "\"2\"")], &decision)
        .await;
    assert_eq!(
        (stale.status.as_u16(), stale.problem().as_str()),
        (412, "stale")
    );
    let done = firm
        .post(&key, &path, &[request, ("if-match", "\"1\"")], &decision)
        .await;
    assert_eq!(done.status, 200, "{}", String::from_utf8_lossy(&done.bytes));
    assert_eq!(done.header("etag"), "\"2\"");
    assert!(done.json()["letter"]["code"].is_string());
    let again = firm
        .post(&key, &path, &[request, ("if-match", "\"1\"")], &decision)
        .await;
    assert_eq!((again.status, &again.bytes), (done.status, &done.bytes));
    let twice = [("idempotency-key", "decide-it-2"), ("if-match", "\"2\"")];
    let twice = firm.post(&key, &path, &twice, &decision).await;
    assert_eq!(
        (twice.status.as_u16(), twice.problem().as_str()),
        (409, "conflict")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_file_lives_from_opening_to_erasure() {
    let firm = Firm::salon();
    let key = firm.key(&[Role::Decider, Role::Privacy]);
    let body = json!({
        "situation": warned(), "decision": {"choice": "refuse", "words": WORDS},
        "contact": {"name": "Zenobia Kowalska", "channel": "phone", "value": "600 700 800"},
        "facts": "Padły wyzwiska, poprosiliśmy o spokój, potem padły kolejne.",
    });
    let made = firm
        .post(&key, "/cases", &[("idempotency-key", "life-1-open")], &body)
        .await;
    assert_eq!(made.status, 201, "{}", String::from_utf8_lossy(&made.bytes));
    let number = made.json()["case"].as_str().unwrap().to_owned();
    let path = format!("/cases/{number}");
    assert_eq!(made.header("location"), format!("/api/v1{path}"));

    let shown = firm.get(&key, &path).await;
    assert_eq!(shown.header("etag"), "\"2\"");
    let file = shown.json();
    assert_eq!(file["choice"], "refuse");
    assert!(!String::from_utf8(shown.bytes).unwrap().contains("Zenobia"));

    let notice = json!({"text": "Nie obsłużymy dziś Pani.", "channel": "letter", "language": "pl"});
    let headers = [("idempotency-key", "life-2-notice"), ("if-match", "\"2\"")];
    let told = firm
        .post(&key, &format!("{path}/notices"), &headers, &notice)
        .await;
    assert_eq!(told.status, 200, "{}", String::from_utf8_lossy(&told.bytes));
    assert_eq!(told.header("etag"), "\"3\"");

    let packet = firm.get(&key, &format!("{path}/packet")).await.json();
    assert_eq!(packet["version"], "demur-packet/v1");
    assert_eq!(packet["case"], number.as_str());
    assert!(packet.to_string().contains("Zenobia"), "privacy sees texts");

    let headers = [("idempotency-key", "life-3-erase"), ("if-match", "\"3\"")];
    let erase = json!({"reason": "requested"});
    let erased = firm
        .post(&key, &format!("{path}/erasure"), &headers, &erase)
        .await;
    assert_eq!(
        erased.status,
        200,
        "{}",
        String::from_utf8_lossy(&erased.bytes)
    );
    let again = firm
        .post(&key, &format!("{path}/erasure"), &headers, &erase)
        .await;
    assert_eq!((again.status, &again.bytes), (erased.status, &erased.bytes));
    assert_eq!(firm.get(&key, &path).await.json()["identity"], "destroyed");
    let packet = firm.get(&key, &format!("{path}/packet")).await.json();
    assert!(!packet.to_string().contains("Zenobia"));
    let headers = [("idempotency-key", "life-4-erase"), ("if-match", "\"4\"")];
    let gone = firm
        .post(&key, &format!("{path}/erasure"), &headers, &erase)
        .await;
    assert_eq!(
        (gone.status.as_u16(), gone.problem().as_str()),
        (410, "erased")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_record_does_not_take_is_pointed_at() {
    let firm = Firm::salon();
    let key = firm.decider();
    let with = |decision: Value| json!({"situation": warned(), "decision": decision});
    let discriminating = {
        let mut body = with(json!({"choice": "refuse", "words": WORDS}));
        body["situation"]["facts"]["refusal.reasons"] = json!(["conduct", "ethnic_origin"]);
        body
    };
    let tomorrow = {
        let mut body = with(json!({"choice": "refuse", "words": WORDS}));
        body["situation"]["at"] = json!("2026-11-25");
        body
    };
    let guarded = {
        let mut body = with(json!({"choice": "refuse", "words": WORDS}));
        body["facts"] = json!("Klient jest Żydem i wygląda na chorego psychicznie.");
        body
    };
    let unreachable = {
        let mut body = with(json!({"choice": "refuse", "words": WORDS}));
        body["contact"] = json!({"channel": "email", "value": "nobody"});
        body
    };
    let cases = [
        (
            with(json!({"choice": "refuse", "words": "Short."})),
            "/decision/words",
            "E_INVALID",
        ),
        (
            discriminating,
            "/situation/facts/refusal.reasons",
            "E_GROUND_STOP",
        ),
        (tomorrow, "/situation/at", "E_DOCUMENT"),
        (guarded, "/facts", "E_TEXT_REJECTED"),
        (unreachable, "/contact/value", "E_INVALID"),
    ];
    for (index, (body, at, code)) in cases.into_iter().enumerate() {
        let request = format!("not-recorded-{index}");
        let answer = firm
            .post(&key, "/cases", &[("idempotency-key", &request)], &body)
            .await;
        assert_eq!(
            (answer.status.as_u16(), answer.problem().as_str()),
            (422, "not-recorded"),
            "{at}"
        );
        assert_eq!(answer.wrong(), [(at.to_owned(), code.to_owned())]);
    }
    let body = json!({
        "situation": warned(), "site": "elsewhere", "contact": {"channel": "pigeon"},
        "decision": {"choice": "no", "reason": 7, "adjustment_offered": "yes"},
    });
    let answer = firm
        .post(
            &key,
            "/cases",
            &[("idempotency-key", "many-mistakes")],
            &body,
        )
        .await;
    assert_eq!(answer.problem(), "invalid-body");
    let mut wrong: Vec<String> = answer.wrong().into_iter().map(|(at, _)| at).collect();
    wrong.sort();
    let expected = [
        "/contact/channel",
        "/contact/value",
        "/decision/choice",
        "/decision/words",
        "/site",
    ];
    assert!(
        expected
            .iter()
            .all(|at| wrong.iter().any(|found| found == at)),
        "{wrong:?}"
    );
    assert_eq!(firm.get(&key, "/cases").await.json()["cases"], json!([]));
}
