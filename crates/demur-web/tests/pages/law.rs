//! The law library: search, a norm with everything that is known of it, a fact.

use axum::http::StatusCode;
use demur_app::store::Role;

use crate::support::Firm;

#[tokio::test]
async fn a_norm_is_found_by_words_without_accents_and_read_in_both_languages() {
    let firm = Firm::salon();
    let mut desk = firm.browser("Anna", &[Role::Desk], "pl");
    let shelf = desk.get("/law").await;
    assert_eq!(shelf.status, StatusCode::OK);
    assert!(shelf.text().contains("href=\"/law?pack=pl\""));
    let found = desk.get("/law?q=odmowic+gotowki&layer=law").await.text();
    assert!(
        found.contains("href=\"/law/pl.uup.59ea\""),
        "not found without accents"
    );
    assert!(!found.contains("href=\"/law/standard.misconduct\""));

    let norm = desk.get("/law/pl.kw.135").await;
    assert_eq!(norm.status, StatusCode::OK);
    let text = norm.text();
    for expected in [
        "Nie wolno odmówić sprzedaży towaru bez uzasadnionej przyczyny",
        "Kodeks wykroczeń, art. 135",
        "rel=\"noreferrer\"",
        "jeżeli zachodzi każda z tych okoliczności",
        "href=\"/law/facts/offer.for_sale\"",
        "href=\"/law/pl.kc.353_1\"",
        "sprawdzone",
        "  refusing needs a ground\n",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    desk.get("/language/en?to=/").await;
    let english = desk.get("/law/pl.kw.135").await.text();
    assert!(english.contains("if all of these hold"));
}

#[tokio::test]
async fn a_day_decides_which_version_is_shown() {
    let firm = Firm::salon();
    let mut desk = firm.browser("Anna", &[Role::Desk], "en");
    let earlier = desk.get("/law?q=pl.kel.7&on=1999-01-01").await.text();
    let today = desk.get("/law?q=pl.kel.7").await.text();
    assert_ne!(
        earlier.contains("/law/pl.kel.7\""),
        earlier.contains("Nothing was found")
    );
    assert!(today.contains("/law/pl.kel.7\""));
    let wrong = desk.get("/law?on=yesterday").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("aria-invalid=\"true\""));
    let versions = desk.get("/law/pl.kel.7").await.text();
    assert!(versions.contains("?on="), "no way to the other version");
}

#[tokio::test]
async fn facts_and_provisions_have_pages_and_nothing_else_has() {
    let firm = Firm::salon();
    let mut desk = firm.browser("Anna", &[Role::Desk], "en");
    let fact = desk.get("/law/facts/customer.age").await.text();
    assert!(fact.contains("How old is the customer?"));
    assert!(fact.contains("href=\"/law/pl.") || fact.contains("href=\"/law/eu."));
    let provision = desk.get("/law/pl.podolog.ogolne").await.text();
    assert!(provision.contains("/law/pl.podolog.ogolne.refer"));
    assert_eq!(desk.get("/law/pl.facts").await.to(), "/law?pack=pl");
    assert_eq!(
        desk.get("/law/no.such.norm").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        desk.get("/law/facts/no.such").await.status,
        StatusCode::NOT_FOUND
    );
    let hostile = desk
        .get("/law?q=%3Cscript%3Ealert(1)%3C/script%3E")
        .await
        .text();
    assert!(!hostile.contains("<script>alert"));
}

#[tokio::test]
async fn every_norm_and_every_fact_has_a_page_without_dead_links() {
    let firm = Firm::salon();
    let mut desk = firm.browser("Anna", &[Role::Desk], "pl");
    let library = demur_app::library::load(None, None).unwrap();
    let lawbook = &library.lawbook;
    let mut wanted = std::collections::BTreeSet::new();
    for (id, norm) in lawbook.norms.iter().step_by(9) {
        let page = desk.get(&format!("/law/{}", norm.id)).await;
        assert_eq!(page.status, StatusCode::OK, "{id:?}");
        let text = page.text();
        let links = text
            .split("href=\"/law/")
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        wanted.extend(links.map(|link| format!("/law/{}", link.split('?').next().unwrap())));
    }
    assert!(wanted.len() > 100);
    for link in wanted {
        let page = desk.get(&link).await;
        assert!(page.status != StatusCode::NOT_FOUND, "{link} leads nowhere");
    }
}
