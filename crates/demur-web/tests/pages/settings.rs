//! The settings: people, firm, places, keys, periods, the record.

use axum::http::StatusCode;
use demur_app::store::Role;

use crate::sign_in::{somebody, try_in};
use crate::start::PASSWORD;
use crate::support::Firm;

#[tokio::test]
async fn everybody_sees_their_own_and_admins_the_rest() {
    let firm = Firm::salon();
    let mut desk = firm.browser("Anna", &[Role::Desk], "en");
    let page = desk.get("/settings").await.text();
    assert!(page.contains("/settings/account") && !page.contains("/settings/people"));
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    assert!(
        admin
            .get("/settings")
            .await
            .text()
            .contains("/settings/people")
    );
    let account = desk.get("/settings/account").await.text();
    assert!(account.contains("Anna") && account.contains("All places"));
    assert!(desk.get("/settings/account?done=%3Cb%3E").await.status == StatusCode::OK);
}

#[tokio::test]
async fn a_password_is_changed_by_whoever_knows_it() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let (mut here, mut there) = (firm.stranger(), firm.stranger());
    try_in(&mut here, "Anna", PASSWORD).await;
    try_in(&mut there, "Anna", PASSWORD).await;
    let new = "zupełnie inne słowa";
    let page = "/settings/account";
    let wrong = [("present", "not it"), ("password", new), ("again", new)];
    let answer = here.post(page, "/settings/account/password", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("present-wrong"));
    let right = [("present", PASSWORD), ("password", new), ("again", new)];
    let before = here.cookie("demur");
    let answer = here.post(page, "/settings/account/password", &right).await;
    assert_eq!(answer.to(), "/settings/account?done=password");
    assert_ne!(here.cookie("demur"), before);
    assert!(
        here.get(&answer.to())
            .await
            .text()
            .contains("Hasło zmienione")
    );
    assert_eq!(there.get("/settings").await.status, StatusCode::SEE_OTHER);
    assert_eq!(try_in(&mut there, "Anna", new).await.to(), "/");
    // And whoever forgot to sign out elsewhere does it from here.
    here.post(page, "/settings/account/sessions", &[]).await;
    assert_eq!(there.get("/settings").await.status, StatusCode::SEE_OTHER);
    assert_eq!(here.get("/settings").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_language_stays_with_the_person() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut browser = firm.stranger();
    try_in(&mut browser, "Anna", PASSWORD).await;
    browser
        .post(
            "/settings/account",
            "/settings/account/language",
            &[("lang", "en")],
        )
        .await;
    assert!(browser.get("/settings").await.text().contains("Settings"));
    let mut elsewhere = firm.stranger();
    try_in(&mut elsewhere, "Anna", PASSWORD).await;
    assert!(
        elsewhere
            .get("/settings")
            .await
            .text()
            .contains("Your account")
    );
}

#[tokio::test]
async fn the_last_admin_stays() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin, Role::Decider], "en");
    let people = firm.app.house().people().unwrap();
    let page = format!("/settings/people/{}", people[0].pseudonym);
    let less = admin.post(&page, &page, &[("roles", "desk")]).await;
    assert_eq!(less.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(less.text().contains("only person who can let others in"));
    let off = admin
        .post(&page, &format!("{page}/access"), &[("access", "off")])
        .await;
    assert_eq!(off.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        firm.app.house().people().unwrap()[0]
            .roles
            .contains(&Role::Admin)
    );
    firm.add("Second", &[Role::Admin]);
    assert_eq!(
        admin.post(&page, &page, &[("roles", "desk")]).await.to(),
        "/settings/people"
    );
    // At once: the roles of now count, not those of signing in.
    assert_eq!(
        admin.get("/settings/people").await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn somebody_is_switched_off_and_removed() {
    let firm = Firm::salon();
    let pseudonym = somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut anna = firm.stranger();
    try_in(&mut anna, "Anna", PASSWORD).await;
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    let page = format!("/settings/people/{pseudonym}");
    let early = admin.post(&page, &format!("{page}/remove"), &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    admin
        .post(&page, &format!("{page}/access"), &[("access", "off")])
        .await;
    assert_eq!(anna.get("/settings").await.status, StatusCode::SEE_OTHER);
    assert!(
        admin
            .get("/settings/people")
            .await
            .text()
            .contains("Switched off")
    );
    assert_eq!(
        admin.post(&page, &format!("{page}/remove"), &[]).await.to(),
        "/settings/people"
    );
    assert_eq!(admin.get(&page).await.status, StatusCode::NOT_FOUND);
    let fields = [("login", "Admin"), ("roles", "desk")];
    let taken = admin
        .post("/settings/people", "/settings/people", &fields)
        .await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        taken
            .text()
            .contains("Somebody signs in with this name already")
    );
    let none = admin
        .post("/settings/people", "/settings/people", &[("login", "New")])
        .await;
    assert!(none.text().contains("Choose at least one role"));
    assert!(none.text().contains(r#"value="New""#));
}

#[tokio::test]
async fn nobody_overwrites_the_firm_unseen() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    let version = admin.get("/settings/firm").await.hidden("version");
    let fields = |name| {
        vec![
            ("version", version.as_str()),
            ("name", name),
            ("profile", "sklep"),
            ("place", "eu"),
            ("periods", "de"),
            ("complaint_contact", "skargi@example.org"),
            ("second_factor", "yes"),
        ]
    };
    let saved = admin
        .post("/settings/firm", "/settings/firm", &fields("First"))
        .await;
    assert_eq!(saved.to(), "/settings/firm?done=yes");
    let stale = admin
        .post("/settings/firm", "/settings/firm", &fields("Second"))
        .await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.text().contains("Somebody else changed the settings"));
    assert!(stale.text().contains(r#"value="Second""#));
    let set = firm.app.house().setting("firm").unwrap().unwrap().value;
    assert_eq!(
        (set["name"].as_str(), set["profile"].as_str()),
        (Some("First"), Some("sklep"))
    );
    assert_eq!(
        (set["second_factor"].as_bool(), set["place"].as_str()),
        (Some(true), Some("eu"))
    );
    // What the form does not ask for stays.
    assert_eq!(set["sites"][0]["code"], "stopa");
}

#[tokio::test]
async fn places_get_codes_that_stay() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    let version = admin.get("/settings/sites").await.hidden("version");
    let fields = [
        ("version", version.as_str()),
        ("add", "yes"),
        ("site_name", "Stopa przy moście"),
    ];
    assert_eq!(
        admin
            .post("/settings/sites", "/settings/sites", &fields)
            .await
            .to(),
        "/settings/sites"
    );
    let version = admin.get("/settings/sites").await.hidden("version");
    let fields = [
        ("version", version.as_str()),
        ("name.stopa", "Rynek"),
        ("name.stopa2", "Most"),
        ("name.other", "Nobody asked"),
        ("usual", "stopa2"),
    ];
    admin
        .post("/settings/sites", "/settings/sites", &fields)
        .await;
    let set = firm.app.house().setting("firm").unwrap().unwrap().value;
    let expected = serde_json::json!([
        {"code": "stopa2", "name": "Most"},
        {"code": "stopa", "name": "Rynek"},
    ]);
    assert_eq!(set["sites"], expected);
    let fields = [
        ("version", version.as_str()),
        ("add", "yes"),
        ("site_name", "X"),
        ("site_code", "STOPA"),
    ];
    let taken = admin
        .post("/settings/sites", "/settings/sites", &fields)
        .await;
    assert!(taken.text().contains("Another place has this code already"));
}

#[tokio::test]
async fn keys_are_shown_once_and_revoked() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    assert!(
        admin
            .get("/settings/keys")
            .await
            .text()
            .contains("No keys yet")
    );
    let fields = [("label", "booking"), ("roles", "desk")];
    let made = admin
        .post("/settings/keys", "/settings/keys", &fields)
        .await
        .text();
    let start = made.find("dmr_").unwrap();
    let key = made[start..].split('<').next().unwrap();
    assert!(firm.app.house().api_key(key).unwrap().is_some());
    let list = admin.get("/settings/keys").await.text();
    assert!(list.contains("booking") && !list.contains("dmr_"));
    let id = firm.app.house().api_keys().unwrap()[0].id.clone();
    admin
        .post(
            "/settings/keys",
            &format!("/settings/keys/{id}/revoke"),
            &[],
        )
        .await;
    assert!(firm.app.house().api_key(key).unwrap().is_none());
    assert!(
        admin
            .get("/settings/keys")
            .await
            .text()
            .contains("Revoked 2026-11-24")
    );
    let none = admin
        .post("/settings/keys", "/settings/keys", &[("label", "x")])
        .await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn periods_become_shorter_and_never_longer() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    let page = admin.get("/settings/kept").await;
    assert!(page.text().contains("12 months after the decision"));
    assert!(page.text().contains("III OSK 4868/21"));
    let version = page.hidden("version");
    for wrong in ["13", "0", "-1", "x", "1.5"] {
        let fields = [("version", version.as_str()), ("texts", wrong)];
        let answer = admin
            .post("/settings/kept", "/settings/kept", &fields)
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let fields = [
        ("version", version.as_str()),
        ("texts", "3"),
        ("skeleton", ""),
    ];
    assert_eq!(
        admin
            .post("/settings/kept", "/settings/kept", &fields)
            .await
            .to(),
        "/settings/kept"
    );
    let page = admin.get("/settings/kept").await.text();
    assert!(page.contains("3 months after the decision") && page.contains("36 months"));
    let mut desk = firm.browser("Anna", &[Role::Desk], "pl");
    let page = desk.get("/settings/kept").await.text();
    assert!(page.contains("3 miesiące od decyzji") && !page.contains("Krótsze okresy"));
}

#[tokio::test]
async fn the_record_is_verified_by_whoever_may() {
    let firm = Firm::salon();
    let mut auditor = firm.browser("Audyt", &[Role::Auditor], "pl");
    let found = auditor
        .post("/settings/record", "/settings/record/verify", &[])
        .await;
    assert_eq!(found.status, StatusCode::OK);
    assert!(found.text().contains("Nienaruszony"), "{}", found.text());
    let mut desk = firm.browser("Anna", &[Role::Desk], "en");
    assert!(
        desk.get("/settings/record")
            .await
            .text()
            .contains("privacy and auditor")
    );
}

#[tokio::test]
async fn the_table_of_roles_is_the_one_that_decides() {
    let firm = Firm::salon();
    for lang in ["pl", "en"] {
        let mut desk = firm.browser(&format!("Anna-{lang}"), &[Role::Desk], lang);
        let text = desk.get("/settings/roles").await.text();
        let rows = text
            .split("<tbody>")
            .nth(1)
            .unwrap()
            .matches("<tr>")
            .count();
        assert_eq!(rows, demur_app::store::Operation::ALL.len() + 1);
        assert!(!text.contains("may-"), "a text is missing");
    }
}
