//! What a session is: begun anew at each signing in, and over in time.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use demur_app::store::Role;

use super::{somebody, try_in};
use crate::start::PASSWORD;
use crate::support::{Firm, Reached};

#[tokio::test]
async fn the_right_password_leads_back_to_where_somebody_was() {
    let firm = Firm::salon();
    somebody(&firm, "Łucja", &[Role::Desk]).await;
    let mut browser = firm.stranger();
    assert_eq!(
        browser.get("/settings/kept").await.to(),
        "/sign-in?to=/settings/kept"
    );
    let page = browser.get("/sign-in?to=/settings/kept").await;
    assert_eq!(page.hidden("to"), "/settings/kept");
    let fields = [
        ("login", " ŁUCJA "),
        ("password", PASSWORD),
        ("to", "/settings/kept"),
    ];
    assert_eq!(
        browser.post_bare("/sign-in", &fields).await.to(),
        "/settings/kept"
    );
    assert_eq!(browser.get("/settings/kept").await.status, StatusCode::OK);
    // Whoever is in already does not sign in again.
    assert_eq!(browser.get("/sign-in?to=/settings").await.to(), "/settings");
}

#[tokio::test]
async fn every_failure_sounds_the_same() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let off = somebody(&firm, "Bert", &[Role::Desk]).await;
    firm.app.house().set_disabled(&off, true).unwrap();
    firm.add("Celina", &[Role::Desk]);
    let mut heard = Vec::new();
    for (login, password) in [
        ("Anna", "wrong"),
        ("nobody", PASSWORD),
        ("Bert", PASSWORD),
        ("Celina", ""),
        ("", ""),
        ("a\0", "x"),
    ] {
        let answer = try_in(&mut firm.stranger(), login, password).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{login}");
        assert!(!answer.text().contains(PASSWORD));
        let text = answer.text().replace(&format!("value=\"{login}\""), "");
        heard.push(
            text.replace("value=\"a&#0;\"", "")
                .replace("value=\"a\0\"", ""),
        );
    }
    assert!(heard.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(heard[0].contains("Nazwa logowania lub hasło się nie zgadza."));
}

#[tokio::test]
async fn a_session_begins_anew_at_each_signing_in() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut browser = firm.stranger();
    // A cookie that somebody else put there is worth nothing afterwards.
    browser
        .cookies
        .push(("demur".to_owned(), "planted".to_owned()));
    try_in(&mut browser, "Anna", PASSWORD).await;
    let first = browser.cookie("demur");
    assert_ne!(first, "planted");
    // Sent twice it does no harm: one session goes, another comes.
    try_in(&mut browser, "Anna", PASSWORD).await;
    let second = browser.cookie("demur");
    assert_ne!(first, second);
    let mut thief = firm.stranger();
    thief.cookies.push(("demur".to_owned(), first));
    assert_eq!(thief.get("/settings").await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/settings").await.status, StatusCode::OK);
}

#[tokio::test]
async fn sessions_end_when_nobody_uses_them_and_after_a_day_of_work() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut browser = firm.stranger();
    try_in(&mut browser, "Anna", PASSWORD).await;
    for _ in 0..3 {
        firm.pass(29 * 60);
        assert_eq!(browser.get("/settings").await.status, StatusCode::OK);
    }
    firm.pass(30 * 60);
    assert_eq!(browser.get("/settings").await.to(), "/sign-in?to=/settings");

    try_in(&mut browser, "Anna", PASSWORD).await;
    for _ in 0..(12 * 60 / 20 - 1) {
        firm.pass(20 * 60);
        assert_eq!(browser.get("/settings").await.status, StatusCode::OK);
    }
    firm.pass(20 * 60);
    assert_eq!(browser.get("/settings").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_needs_a_form_of_ours() {
    let firm = Firm::salon();
    let mut browser = firm.browser("Anna", &[Role::Desk], "en");
    let kept = browser.cookies.clone();
    let bare = browser.post_bare("/sign-out", &[]).await;
    assert_eq!(bare.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.get("/settings").await.status, StatusCode::OK);
    let out = browser.post("/settings", "/sign-out", &[]).await;
    assert_eq!(out.to(), "/sign-in");
    let mut thief = firm.stranger();
    thief.cookies = kept;
    assert_eq!(thief.get("/settings").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn forms_of_others_are_turned_down() {
    let firm = Firm::salon();
    let mut browser = firm.browser("Anna", &[Role::Admin], "en");
    let token = browser.get("/settings/people").await.hidden("form_token");
    let body = format!("form_token={token}&login=Eve&roles=admin");
    let kind = "application/x-www-form-urlencoded";
    let foreign = [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ];
    for (name, value) in foreign {
        let request = Request::post("/settings/people").header(header::CONTENT_TYPE, kind);
        let answer = browser
            .send(request.header(name, value), Body::from(body.clone()))
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value}");
        let sign_in = Request::post("/sign-in").header(header::CONTENT_TYPE, kind);
        let answer = firm
            .stranger()
            .send(sign_in.header(name, value), Body::empty())
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    let mut other = firm.browser("Berta", &[Role::Admin], "en");
    let theirs = other.get("/settings/people").await.hidden("form_token");
    for wrong in ["", "0", theirs.as_str()] {
        let fields = [("form_token", wrong), ("login", "Eve"), ("roles", "admin")];
        let answer = browser.post_bare("/settings/people", &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{wrong}");
    }
    assert_eq!(firm.app.house().people().unwrap().len(), 2);
    let request = Request::post("/settings/people").header(header::CONTENT_TYPE, kind);
    let request = request
        .header("origin", "http://localhost")
        .header("sec-fetch-site", "same-origin");
    assert_eq!(
        browser.send(request, Body::from(body)).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn nobody_is_led_elsewhere() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    for to in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "evil",
        "/\t/evil",
        "/a@b",
        "",
    ] {
        let mut browser = firm.stranger();
        let page = browser
            .get(&format!("/sign-in?to={}", crate::support::percent(to)))
            .await;
        assert_eq!(page.hidden("to"), "/", "{to}");
        let fields = [("login", "Anna"), ("password", PASSWORD), ("to", to)];
        assert_eq!(
            browser.post_bare("/sign-in", &fields).await.to(),
            "/",
            "{to}"
        );
    }
}

#[tokio::test]
async fn cookies_stay_with_browser_host_and_tls() {
    for secure in [false, true] {
        let firm = Firm::reached(Reached {
            secure,
            ..Reached::default()
        });
        firm.becomes("gabinet");
        somebody(&firm, "Anna", &[Role::Desk]).await;
        let answer = try_in(&mut firm.stranger(), "Anna", PASSWORD).await;
        let cookies = answer.headers.get_all(header::SET_COOKIE).into_iter();
        let cookies: Vec<_> = cookies
            .map(|cookie| cookie.to_str().unwrap().to_owned())
            .collect();
        let name = if secure { "__Host-demur=" } else { "demur=" };
        let session = cookies
            .iter()
            .find(|cookie| cookie.starts_with(name))
            .unwrap();
        for flag in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(session.contains(flag), "{session}");
        }
        assert_eq!(session.contains("Secure"), secure, "{session}");
        assert!(
            !session.contains("Domain") && !session.contains("Max-Age"),
            "{session}"
        );
        assert_eq!(
            answer.headers.contains_key("strict-transport-security"),
            secure
        );
    }
}
