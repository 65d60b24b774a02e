//! Who may ask, in which form, and how often.

use axum::body::Body;
use axum::http::Request;
use demur_app::store::Role;
use serde_json::json;

use super::firm::{Firm, WORDS, warned};

fn get(path: &str) -> axum::http::request::Builder {
    Request::get(path).header("accept-language", "en")
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_asks_without_a_key_that_counts() {
    let firm = Firm::salon();
    let key = firm.decider();
    let revoked = firm.decider();
    let keys = firm.app.house().api_keys().unwrap();
    let hash_of = |text: &str| firm.app.house().api_key(text).unwrap().unwrap().id;
    let revoked_id = hash_of(&revoked);
    assert_eq!(keys.len(), 2);
    firm.app.house().revoke_api_key(&revoked_id).unwrap();
    let wrong = [
        None,
        Some("Bearer dmr_nobody".to_owned()),
        Some(format!("Bearer {revoked}")),
        Some(format!("Basic {key}")),
        Some(key.clone()),
        Some("Bearer".to_owned()),
    ];
    for given in wrong {
        let mut request = get("/api/v1/lawbook");
        if let Some(given) = &given {
            request = request.header("authorization", given);
        }
        let answer = firm.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 401, "{given:?}");
        assert_eq!(answer.problem(), "unauthenticated");
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
    let scheme = get("/api/v1/lawbook").header("authorization", format!("bearer  {key}"));
    assert_eq!(
        firm.send(scheme.body(Body::empty()).unwrap()).await.status,
        200
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_reads_and_needs_its_token_for_changes() {
    let firm = Firm::salon();
    let secret = firm.session("anna", &[Role::Decider]);
    let cookie = format!("demur={secret}");
    let read = get("/api/v1/lawbook").header("cookie", &cookie);
    assert_eq!(
        firm.send(read.body(Body::empty()).unwrap()).await.status,
        200
    );
    let post = |token: Option<String>| {
        let mut request = Request::post("/api/v1/opinions")
            .header("cookie", &cookie)
            .header("content-type", "application/json");
        if let Some(token) = token {
            request = request.header("x-form-token", token);
        }
        request.body(Body::from(warned().to_string())).unwrap()
    };
    for token in [None, Some("0".repeat(64))] {
        let answer = firm.send(post(token)).await;
        assert_eq!(
            (answer.status.as_u16(), answer.problem().as_str()),
            (403, "form-token-missing")
        );
    }
    let page = Request::get("/")
        .header("cookie", &cookie)
        .body(Body::empty())
        .unwrap();
    let page = String::from_utf8(firm.send(page).await.bytes).unwrap();
    let start = page.find("name=\"form_token\" value=\"").unwrap() + 25;
    let token = page[start..].split('"').next().unwrap().to_owned();
    assert_eq!(firm.send(post(Some(token))).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_decides_gives_a_second_factor_where_the_firm_asks_for_it() {
    let firm = Firm::salon();
    let decider = firm.session("anna", &[Role::Decider]);
    let desk = firm.session("ewa", &[Role::Desk]);
    let setting = firm.app.house().setting("firm").unwrap().unwrap();
    let mut value = setting.value;
    value["second_factor"] = json!(true);
    firm.app
        .house()
        .put_setting("firm", Some(setting.version), &value)
        .unwrap();
    for (secret, status) in [(&decider, 403), (&desk, 200)] {
        let read = get("/api/v1/lawbook").header("cookie", format!("demur={secret}"));
        assert_eq!(
            firm.send(read.body(Body::empty()).unwrap()).await.status,
            status
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_permit_what_they_permit_on_pages() {
    let firm = Firm::salon();
    let decision = json!({"situation": warned(), "decision": {"choice": "refuse", "words": WORDS}});
    let open = json!({"situation": warned()});
    let decider = firm.decider();
    let headers = [("idempotency-key", "key-for-roles-1")];
    let made = firm.post(&decider, "/cases", &headers, &decision).await;
    let number = made.json()["case"].as_str().unwrap().to_owned();
    let erase = json!({"reason": "requested"});
    let notice =
        json!({"text": "Nie obsłużymy dziś Państwa.", "channel": "spoken", "language": "pl"});
    for role in Role::ALL.iter().filter(|role| **role != Role::System) {
        let key = firm.key(&[*role]);
        let may = |operation| demur_app::store::permits(*role, operation);
        use demur_app::store::Operation as O;
        let write = [
            (O::Create, "/cases".to_owned(), &open),
            (O::Decide, "/cases".to_owned(), &decision),
            (
                O::Decide,
                format!("/cases/{number}/decision"),
                &decision["decision"],
            ),
            (O::Notify, format!("/cases/{number}/notices"), &notice),
            (O::Erase, format!("/cases/{number}/erasure"), &erase),
        ];
        for (index, (operation, path, body)) in write.into_iter().enumerate() {
            let request = format!("roles-{role}-{index}");
            // A version that never is: whoever may is told so, and nothing changes.
            let headers = [
                ("idempotency-key", request.as_str()),
                ("if-match", "\"999\""),
            ];
            let answer = firm.post(&key, &path, &headers, body).await;
            let forbidden = answer.status == 403;
            assert_eq!(
                forbidden,
                !may(operation),
                "{role} {path} {}",
                answer.status
            );
            if forbidden {
                assert_eq!(answer.problem(), "forbidden");
            }
        }
        let read = [
            (O::Find, "/cases".to_owned()),
            (O::Show, format!("/cases/{number}")),
            (O::Packet, format!("/cases/{number}/packet")),
        ];
        for (operation, path) in read {
            let answer = firm.get(&key, &path).await;
            assert_eq!(
                answer.status == 403,
                !may(operation),
                "{role} {path} {}",
                answer.status
            );
        }
        assert_eq!(firm.get(&key, "/facts").await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_another_form_is_told_so() {
    let firm = Firm::salon();
    let key = firm.decider();
    let lost = firm.get(&key, "/nowhere").await;
    assert_eq!(
        (lost.status.as_u16(), lost.problem().as_str()),
        (404, "not-found")
    );
    let method = firm.post(&key, "/lawbook", &[], &json!({})).await;
    assert_eq!(
        (method.status.as_u16(), method.problem().as_str()),
        (405, "method-not-allowed")
    );
    assert!(
        method.header("allow").contains("GET"),
        "{}",
        method.header("allow")
    );
    let body = warned().to_string().into_bytes();
    for kind in ["text/plain", "application/xml", ""] {
        let answer = firm
            .post_bytes(&key, "/opinions", &[], kind, body.clone())
            .await;
        assert_eq!(
            (answer.status.as_u16(), answer.problem().as_str()),
            (415, "unsupported-media-type")
        );
    }
    let charset = "Application/JSON; charset=utf-8";
    assert_eq!(
        firm.post_bytes(&key, "/opinions", &[], charset, body)
            .await
            .status,
        200
    );
    for (accept, status) in [
        ("text/html", 406),
        ("application/json;q=0", 406),
        ("text/html, */*;q=0.1", 200),
        ("application/*", 200),
        ("application/json", 200),
        ("application/problem+json", 406),
    ] {
        let request = get("/api/v1/lawbook")
            .header("authorization", format!("Bearer {key}"))
            .header("accept", accept);
        let answer = firm.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, status, "{accept}");
        if status == 406 {
            assert_eq!(answer.problem(), "not-acceptable");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_too_often_waits() {
    let firm = Firm::salon();
    let (busy, other) = (firm.decider(), firm.decider());
    let mut refused = None;
    for _ in 0..2000 {
        let answer = firm.get(&busy, "/norms?limit=1").await;
        if answer.status != 200 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("nobody is ever stopped");
    assert_eq!(
        (refused.status.as_u16(), refused.problem().as_str()),
        (429, "too-many-requests")
    );
    assert!(refused.header("retry-after").parse::<u64>().unwrap() >= 1);
    assert_eq!(firm.get(&other, "/lawbook").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_by_anybody_in_between() {
    let firm = Firm::salon();
    let answer = firm.get(&firm.decider(), "/cases").await;
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("vary").contains("accept-language"));
}
