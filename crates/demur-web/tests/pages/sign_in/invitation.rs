//! Letting somebody in by a link.

use axum::http::StatusCode;
use demur_app::store::Role;

use super::try_in;
use crate::start::PASSWORD;
use crate::support::{Browser, Firm};

/// The link that the page shows.
fn link_on(text: &str) -> String {
    let start = text.find("http://localhost/invitation/").expect("no link");
    text[start..].split('<').next().unwrap().to_owned()
}

async fn invite(admin: &mut Browser, login: &str) -> String {
    let fields = [
        ("login", login),
        ("roles", "desk"),
        ("roles", "decider"),
        ("lang", "en"),
    ];
    let page = admin
        .post("/settings/people", "/settings/people", &fields)
        .await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    link_on(&page.text())
        .strip_prefix("http://localhost")
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_link_lets_one_person_choose_a_password_once() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    let path = invite(&mut admin, "Anna").await;
    assert!(!admin.get("/settings/people").await.text().contains(&path));

    let mut anna = firm.stranger();
    let page = anna.get(&path).await;
    assert!(page.text().contains("Gabinet Stopa"));
    assert!(
        page.text()
            .contains(r#"value="Anna" autocomplete="username" readonly"#)
    );
    for (password, again, sentence) in [
        ("short", "short", "co najmniej 12 znaków"),
        ("qwertyuiop12345", "qwertyuiop12345", "pierwszych haseł"),
        (PASSWORD, "something else", "Hasła nie są takie same"),
    ] {
        let wrong = anna
            .post_bare(&path, &[("password", password), ("again", again)])
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{password}");
        assert!(wrong.text().contains(sentence), "{sentence}");
        assert!(!wrong.text().contains(password));
    }
    let done = anna
        .post_bare(&path, &[("password", PASSWORD), ("again", PASSWORD)])
        .await;
    assert_eq!(done.to(), "/second-factor");
    // The language that the admin chose for her.
    assert!(anna.get("/second-factor").await.text().contains("Not now"));
    assert_eq!(anna.get("/").await.status, StatusCode::OK);

    let mut other = firm.stranger();
    assert_eq!(other.get(&path).await.status, StatusCode::GONE);
    let again = other
        .post_bare(
            &path,
            &[
                ("password", "other words here"),
                ("again", "other words here"),
            ],
        )
        .await;
    assert_eq!(again.status, StatusCode::GONE);
    assert_eq!(try_in(&mut other, "Anna", PASSWORD).await.to(), "/");
}

#[tokio::test]
async fn links_count_for_seven_days_and_newer_ones_replace_them() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    let path = invite(&mut admin, "Anna").await;
    firm.pass(7 * 24 * 3600 - 1);
    assert_eq!(firm.stranger().get(&path).await.status, StatusCode::OK);
    firm.pass(1);
    assert_eq!(firm.stranger().get(&path).await.status, StatusCode::GONE);

    let mut admin = firm.session_of_login("Admin", "en");
    let people = firm.app.house().people().unwrap();
    let anna = people.iter().find(|person| person.login == "Anna").unwrap();
    let page = format!("/settings/people/{}", anna.pseudonym);
    let first = link_on(
        &admin
            .post(&page, &format!("{page}/password"), &[])
            .await
            .text(),
    );
    let second = link_on(
        &admin
            .post(&page, &format!("{page}/password"), &[])
            .await
            .text(),
    );
    let first = first.strip_prefix("http://localhost").unwrap();
    let second = second.strip_prefix("http://localhost").unwrap();
    assert_eq!(firm.stranger().get(first).await.status, StatusCode::GONE);
    assert_eq!(firm.stranger().get(second).await.status, StatusCode::OK);
    admin
        .post(&page, &format!("{page}/access"), &[("access", "off")])
        .await;
    assert_eq!(firm.stranger().get(second).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_new_password_signs_out_whoever_has_the_old_one() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Admin", &[Role::Admin], "en");
    let pseudonym = super::somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut anna = firm.stranger();
    try_in(&mut anna, "Anna", PASSWORD).await;
    let page = format!("/settings/people/{pseudonym}");
    let link = link_on(
        &admin
            .post(&page, &format!("{page}/password"), &[])
            .await
            .text(),
    );
    assert_eq!(anna.get("/settings").await.status, StatusCode::OK);
    let path = link.strip_prefix("http://localhost").unwrap();
    let new = "zupełnie inne słowa";
    firm.stranger()
        .post_bare(path, &[("password", new), ("again", new)])
        .await;
    assert_eq!(anna.get("/settings").await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        try_in(&mut firm.stranger(), "Anna", PASSWORD).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(try_in(&mut firm.stranger(), "Anna", new).await.to(), "/");
}
