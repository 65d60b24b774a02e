//! The first start: once, and nobody is left out.

use axum::http::StatusCode;
use demur_app::store::Role;
use demur_web::first_start;

use crate::support::{Firm, percent};

pub(crate) const PASSWORD: &str = "ogórek na drabinie";

fn answers(token: &str) -> Vec<(&str, &str)> {
    vec![
        ("token", token),
        ("profile", "gabinet"),
        ("name", "Gabinet Stopa"),
        ("site_name", "Gabinet przy rynku"),
        ("place", "pl"),
        ("periods", ""),
        ("complaint_contact", "600 100 200"),
        ("login", "Anna"),
        ("password", PASSWORD),
        ("again", PASSWORD),
    ]
}

fn token_of(address: &str) -> String {
    address.strip_prefix("/start?token=").unwrap().to_owned()
}

#[tokio::test]
async fn five_answers_make_a_firm_and_somebody_who_runs_it() {
    let firm = Firm::new();
    let mut browser = firm.stranger();
    assert_eq!(browser.get("/sign-in").await.to(), "/start");
    let token = token_of(&first_start(&firm.app).unwrap().unwrap());
    let page = browser.get(&format!("/start?token={token}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.hidden("token"), token);
    assert!(page.text().contains("Gabinet podologiczny"));
    let done = browser.post_bare("/start", &answers(&token)).await;
    assert_eq!(
        (done.status, done.to()),
        (StatusCode::SEE_OTHER, "/".to_owned())
    );
    let home = browser.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.text().contains("Co się dzieje?"));

    let set = firm.app.house().setting("firm").unwrap().unwrap().value;
    assert_eq!(
        set["sites"],
        serde_json::json!([{"code": "gabinet", "name": "Gabinet przy rynku"}])
    );
    assert_eq!(
        (set["periods"].as_str(), set["place"].as_str()),
        (Some("pl"), Some("pl"))
    );
    assert_eq!(set["contact"], "600 100 200");
    let people = firm.app.house().people().unwrap();
    assert_eq!(people.len(), 1);
    for role in [Role::Admin, Role::Decider, Role::Privacy, Role::Reviewer] {
        assert!(people[0].roles.contains(&role), "{role}");
    }
}

#[tokio::test]
async fn it_happens_once() {
    let firm = Firm::new();
    let older = token_of(&first_start(&firm.app).unwrap().unwrap());
    let token = token_of(&first_start(&firm.app).unwrap().unwrap());
    let mut browser = firm.stranger();
    for wrong in ["", "x", older.as_str()] {
        let refused = browser.post_bare("/start", &answers(wrong)).await;
        assert_eq!(refused.status, StatusCode::GONE, "{wrong}");
        assert!(firm.app.house().people().unwrap().is_empty());
    }
    browser.post_bare("/start", &answers(&token)).await;
    let mut other = firm.stranger();
    let again = other.post_bare("/start", &answers(&token)).await;
    assert_eq!(again.to(), "/sign-in");
    assert_eq!(
        other.get(&format!("/start?token={token}")).await.to(),
        "/sign-in"
    );
    assert_eq!(firm.app.house().people().unwrap().len(), 1);
    assert_eq!(first_start(&firm.app).unwrap(), None);
}

#[tokio::test]
async fn of_two_who_set_up_at_once_one_does() {
    let firm = Firm::new();
    let token = token_of(&first_start(&firm.app).unwrap().unwrap());
    let (mut one, mut two) = (firm.stranger(), firm.stranger());
    let fields = answers(&token);
    let (first, second) = tokio::join!(
        one.post_bare("/start", &fields),
        two.post_bare("/start", &fields)
    );
    let made = [first.status, second.status]
        .into_iter()
        .filter(|status| *status == StatusCode::SEE_OTHER);
    assert!(made.count() >= 1);
    assert_eq!(firm.app.house().people().unwrap().len(), 1);
}

#[tokio::test]
async fn the_address_counts_for_a_day() {
    let firm = Firm::new();
    let token = token_of(&first_start(&firm.app).unwrap().unwrap());
    firm.pass(24 * 3600 - 1);
    let mut browser = firm.stranger();
    assert_eq!(
        browser.get(&format!("/start?token={token}")).await.status,
        StatusCode::OK
    );
    firm.pass(1);
    assert_eq!(
        browser.get(&format!("/start?token={token}")).await.status,
        StatusCode::GONE
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_is_lost() {
    let firm = Firm::new();
    let token = token_of(&first_start(&firm.app).unwrap().unwrap());
    let mut browser = firm.stranger();
    browser.get("/language/en?to=/").await;
    let mut fields = answers(&token);
    fields.retain(|(name, _)| !["complaint_contact", "password", "again"].contains(name));
    fields.extend([("password", "gabinet stopa"), ("site_code", "no good")]);
    let page = browser.post_bare("/start", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    for sentence in [
        "Say how customers reach whoever looks at complaints.",
        "little more than your sign-in name or the firm",
        "A code has 2 to 12 letters",
    ] {
        assert!(text.contains(sentence), "{sentence}");
    }
    assert!(
        text.contains(r#"aria-invalid="true" aria-describedby="site_code-wrong site_code-hint""#)
    );
    assert!(text.contains(r#"value="Gabinet przy rynku""#));
    assert!(text.contains(r#"<option value="gabinet" selected>"#));
    assert!(!text.contains("gabinet stopa"), "a password was shown");
    // The other language finds the same form again.
    let way = format!(
        "/language/pl?to={}",
        percent(&format!("/start?token={token}")).replace("%2F", "/")
    );
    assert!(text.contains(&way), "{text}");
    assert_eq!(
        browser.post_bare("/start", &answers(&token)).await.to(),
        "/"
    );
}

#[tokio::test]
async fn periods_and_calling_code_follow_the_set_up_without_a_new_start() {
    let firm = Firm::new();
    let token = token_of(&first_start(&firm.app).unwrap().unwrap());
    let mut browser = firm.stranger();
    let mut fields = answers(&token);
    fields.retain(|(name, _)| *name != "periods");
    fields.push(("periods", "de"));
    browser.post_bare("/start", &fields).await;
    let kept = browser.get("/settings/kept").await.text();
    assert!(kept.contains("6 miesięcy od decyzji"), "{kept}");
    assert!(kept.contains("AGG"));
}
