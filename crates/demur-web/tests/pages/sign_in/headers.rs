//! What every answer carries, and what no log does.

use std::io;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use demur_app::store::Role;

use super::{somebody, try_in};
use crate::start::PASSWORD;
use crate::support::{Answer, Firm};

fn check(what: &str, answer: &Answer) {
    let value = |name: &str| {
        let value = answer
            .headers
            .get(name)
            .unwrap_or_else(|| panic!("{what}: no {name}"));
        value.to_str().unwrap().to_owned()
    };
    let policy = value("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
        "{what}: {policy}"
    );
    assert!(
        policy.contains("frame-ancestors 'none'") && !policy.contains('*'),
        "{what}: {policy}"
    );
    assert_eq!(value("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(value("x-frame-options"), "DENY", "{what}");
    assert_eq!(value("referrer-policy"), "no-referrer", "{what}");
    if !what.contains("/assets/") {
        assert_eq!(value("cache-control"), "no-store", "{what}");
    }
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    for way in demur_web::ways().filter(|way| way.method == "GET") {
        let path = way
            .path
            .replace("{token}", "x")
            .replace("{person}", "s-0x0x0x");
        check(&path, &admin.get(&path).await);
        check(&path, &firm.stranger().get(&path).await);
    }
    let page = admin.get("/settings").await;
    for part in page
        .text()
        .split('"')
        .filter(|part| part.starts_with("/assets/"))
    {
        let asset = admin.get(part).await;
        assert_eq!(asset.status, StatusCode::OK);
        check(part, &asset);
    }
    check("gone", &admin.get("/no-such-page").await);
    check("bare", &admin.post_bare("/sign-out", &[]).await);
    let foreign = Request::post("/sign-in").header("origin", "https://evil.example");
    check(
        "foreign",
        &firm.stranger().send(foreign, Body::empty()).await,
    );
    let other = Request::builder().method("DELETE").uri("/settings");
    let not_allowed = admin.send(other, Body::empty()).await;
    assert_eq!(not_allowed.status, StatusCode::METHOD_NOT_ALLOWED);
    check("method", &not_allowed);
    let large = Request::post("/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    let body = Body::from(format!("login={}", "x".repeat(3 << 20)));
    let answer = firm.stranger().send(large, body).await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
    check("large", &answer);
}

#[tokio::test]
async fn pages_have_neither_style_nor_script_inside() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin, Role::Privacy], "pl");
    for way in demur_web::ways().filter(|way| way.method == "GET") {
        let text = admin.get(&way.path.replace("{token}", "x")).await.text();
        let bare = text.replace("<script type=\"module\" src=", "");
        for inline in [
            " style=",
            "<style",
            "<script",
            " onclick",
            "javascript:",
            "src=\"http",
            "@import",
        ] {
            assert!(!bare.contains(inline), "{}: {inline}", way.path);
        }
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_login_and_no_secret_gets_into_a_log() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .with_ansi(false)
        .finish();
    // Everything that the other tests of this program log ends here, too.
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let firm = Firm::salon();
    let login = "Kunegunda-Testowa";
    let pseudonym = somebody(&firm, login, &[Role::Admin]).await;
    let mut browser = firm.stranger_from([198, 51, 100, 77]);
    let wrong = "wrong-but-telling";
    for _ in 0..6 {
        try_in(&mut browser, login, wrong).await;
    }
    let mut browser = firm.stranger();
    try_in(&mut browser, login, PASSWORD).await;
    let session = browser.cookie("demur");
    let page = browser.get("/second-factor").await;
    let held = page.hidden("held");
    let form_token = page.hidden("form_token");
    let fields = [("login", "Zenobia-Testowa"), ("roles", "desk")];
    let link = browser
        .post("/settings/people", "/settings/people", &fields)
        .await
        .text();
    let token = link
        .split("/invitation/")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap();
    browser.get(&format!("/invitation/{token}")).await;
    let fields = [("label", "Testowy-klucz"), ("roles", "desk")];
    let key = browser
        .post("/settings/keys", "/settings/keys", &fields)
        .await
        .text();
    let key = key.split("dmr_").nth(1).unwrap().split('<').next().unwrap();

    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for event in [
        "sign-in failed",
        "sign-in has to wait",
        "signed in",
        "person added",
        "API key made",
    ] {
        assert!(text.contains(event), "nothing was logged: {event}");
    }
    assert!(text.contains(&pseudonym));
    for secret in [
        login,
        &login.to_lowercase(),
        wrong,
        PASSWORD,
        "198.51.100.77",
        &session,
        &held,
        &form_token,
        token,
        key,
        "Zenobia",
        "Testowy-klucz",
    ] {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
}
