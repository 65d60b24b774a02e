//! From what is happening to an answer.

use axum::http::StatusCode;
use demur_app::store::Role;

use crate::support::Firm;

#[tokio::test]
async fn whoever_has_not_signed_in_sees_danger_and_nothing_else() {
    let firm = Firm::salon();
    let mut stranger = firm.stranger();
    assert_eq!(stranger.get("/").await.to(), "/sign-in");
    assert_eq!(
        stranger.get("/cases?state=open").await.to(),
        "/sign-in?to=/cases%3Fstate%3Dopen"
    );
    let danger = stranger.get("/danger").await;
    assert_eq!(danger.status, StatusCode::OK);
    assert!(danger.text().contains("tel:112"));
}

#[tokio::test]
async fn the_first_page_asks_what_is_happening_in_both_languages() {
    let firm = Firm::salon();
    let mut desk = firm.browser("Anna", &[Role::Desk], "pl");
    let page = desk.get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Co się dzieje?"));
    assert!(page.text().contains("Obraża lub krzyczy"));
    desk.get("/language/en?to=/").await;
    assert!(desk.get("/").await.text().contains("What is happening?"));
}
