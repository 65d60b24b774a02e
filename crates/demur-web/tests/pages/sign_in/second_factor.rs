//! The second factor: taken, asked for, each code once.

use axum::http::StatusCode;
use demur_app::store::Role;
use totp_rs::{Builder, Secret};

use super::{somebody, try_in};
use crate::start::PASSWORD;
use crate::support::{Browser, Firm};

/// What an app on a phone would show.
fn code(firm: &Firm, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret.replace(' ', "")).unwrap();
    let totp = Builder::new()
        .with_secret(secret)
        .with_account_name("x")
        .build()
        .unwrap();
    totp.generate(firm.now().as_second().unsigned_abs())
        .to_string()
}

/// Takes the second factor that the page offers; its secret as text.
async fn enrol(firm: &Firm, browser: &mut Browser) -> String {
    let page = browser.get("/second-factor").await;
    let secret = secret_on(&page.text());
    let held = page.hidden("held");
    let code = code(firm, &secret);
    let fields = [
        ("held", held.as_str()),
        ("to", "/settings/account"),
        ("code", code.as_str()),
    ];
    let before = browser.cookie("demur");
    let done = browser
        .post("/second-factor", "/second-factor", &fields)
        .await;
    assert_eq!(done.to(), "/settings/account");
    assert_ne!(
        browser.cookie("demur"),
        before,
        "the session was not rotated"
    );
    secret
}

fn secret_on(text: &str) -> String {
    let start = text.split("<code>").nth(1).unwrap();
    start.split("</code>").next().unwrap().to_owned()
}

async fn give(browser: &mut Browser, code: &str) -> crate::support::Answer {
    browser
        .post(
            "/sign-in/code",
            "/sign-in/code",
            &[("code", code), ("to", "/settings")],
        )
        .await
}

#[tokio::test]
async fn each_code_counts_once_and_the_session_changes() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut browser = firm.stranger();
    try_in(&mut browser, "Anna", PASSWORD).await;
    let secret = enrol(&firm, &mut browser).await;
    assert_eq!(browser.get("/settings").await.status, StatusCode::OK);
    // The code with which it was taken is used up.
    let mut other = firm.stranger();
    try_in(&mut other, "Anna", PASSWORD).await;
    assert_eq!(
        other.get("/settings").await.to(),
        "/sign-in/code?to=/settings"
    );
    let asked = other.get("/sign-in/code").await.text();
    assert!(
        asked.contains(r#"name="code" type="text""#),
        "there is nowhere to type a code"
    );
    let used = give(&mut other, &code(&firm, &secret)).await;
    assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);

    firm.pass(30);
    let fresh = code(&firm, &secret);
    let before = other.cookie("demur");
    assert_eq!(give(&mut other, &fresh).await.to(), "/settings");
    assert_ne!(other.cookie("demur"), before);
    assert_eq!(other.get("/settings").await.status, StatusCode::OK);
    let mut thief = firm.stranger();
    thief.cookies.push(("demur".to_owned(), before));
    assert_eq!(thief.get("/settings").await.to(), "/sign-in?to=/settings");

    let mut third = firm.stranger();
    try_in(&mut third, "Anna", PASSWORD).await;
    assert_eq!(
        give(&mut third, &fresh).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    firm.pass(300);
    assert_eq!(
        give(&mut third, &fresh).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn whoever_decides_needs_one_when_the_firm_says_so() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Decider]).await;
    somebody(&firm, "Berta", &[Role::Desk]).await;
    let house = firm.app.house();
    let set = house.setting("firm").unwrap().unwrap();
    let mut value = set.value;
    value["second_factor"] = true.into();
    house
        .put_setting("firm", Some(set.version), &value)
        .unwrap();

    let mut desk = firm.stranger();
    try_in(&mut desk, "Berta", PASSWORD).await;
    assert_eq!(desk.get("/settings").await.status, StatusCode::OK);

    let mut decider = firm.stranger();
    try_in(&mut decider, "Anna", PASSWORD).await;
    for way in demur_web::ways().filter(|way| way.method == "GET" && way.path != "/sign-in") {
        let path = way
            .path
            .replace("{token}", "x")
            .replace("{person}", "s-0x0x0x");
        let answer = decider.get(&path).await;
        match way.need {
            demur_web::Need::Nothing => {}
            demur_web::Need::AtTheDoor if path == "/second-factor" => {
                assert_eq!(answer.status, StatusCode::OK);
                assert!(!answer.text().contains("Nie teraz"));
            }
            demur_web::Need::AtTheDoor => assert_eq!(answer.to(), "/", "{path}"),
            _ => assert!(
                answer.to().starts_with("/second-factor"),
                "{path}: {}",
                answer.status
            ),
        }
    }
    enrol(&firm, &mut decider).await;
    assert_eq!(decider.get("/settings").await.status, StatusCode::OK);
    // It can be taken away, but then a new one is due at once.
    let fields = [("proof", PASSWORD)];
    let page = "/settings/account";
    let gone = decider
        .post(page, "/settings/account/second-factor", &fields)
        .await;
    assert_eq!(gone.to(), "/second-factor");
}

#[tokio::test]
async fn a_wrong_code_at_the_start_keeps_the_same_secret() {
    let firm = Firm::salon();
    let mut browser = firm.browser("Anna", &[Role::Desk], "en");
    let page = browser.get("/second-factor").await;
    assert!(page.text().contains("<svg class=\"qr\""));
    assert!(page.text().contains(r#"name="code" type="text""#));
    assert!(!page.text().contains("style="));
    let secret = secret_on(&page.text());
    let held = page.hidden("held");
    let fields = [("held", held.as_str()), ("code", "000 000")];
    let wrong = browser.post("/settings", "/second-factor", &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(secret_on(&wrong.text()), secret);
    assert!(wrong.text().contains("aria-invalid"));
    // A secret of another session is not taken.
    let mut other = firm.browser("Berta", &[Role::Desk], "en");
    let right = code(&firm, &secret);
    let fields = [("held", held.as_str()), ("code", right.as_str())];
    assert_eq!(
        other
            .post("/settings", "/second-factor", &fields)
            .await
            .to(),
        "/second-factor"
    );
    let people = firm.app.house().people().unwrap();
    assert!(people.iter().all(|person| !person.second_factor));
}

#[tokio::test]
async fn an_admin_takes_it_away_when_a_phone_is_lost() {
    let firm = Firm::salon();
    let pseudonym = somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut browser = firm.stranger();
    try_in(&mut browser, "Anna", PASSWORD).await;
    enrol(&firm, &mut browser).await;
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    let page = format!("/settings/people/{pseudonym}");
    admin
        .post(&page, &format!("{page}/second-factor"), &[])
        .await;
    assert_eq!(browser.get("/settings").await.status, StatusCode::SEE_OTHER);
    try_in(&mut browser, "Anna", PASSWORD).await;
    assert_eq!(browser.get("/settings").await.status, StatusCode::OK);
}

#[tokio::test]
async fn codes_are_not_guessed_all_day() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut browser = firm.stranger();
    try_in(&mut browser, "Anna", PASSWORD).await;
    let secret = enrol(&firm, &mut browser).await;
    firm.pass(30);
    let mut thief = firm.stranger_from([198, 51, 100, 7]);
    try_in(&mut thief, "Anna", PASSWORD).await;
    for _ in 0..5 {
        assert_eq!(
            give(&mut thief, "000000").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
    let right = code(&firm, &secret);
    assert_eq!(
        give(&mut thief, &right).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    // Anna herself still comes in from her own place.
    let mut anna = firm.stranger();
    try_in(&mut anna, "Anna", PASSWORD).await;
    assert_eq!(give(&mut anna, &right).await.to(), "/settings");
}
