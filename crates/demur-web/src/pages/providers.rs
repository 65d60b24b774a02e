//! Who else can help: the firm's lists of providers, and who of them fits a situation.

mod detail;
mod entry;
mod hours;
mod import;
mod list;
mod lists;
mod refer;
mod reply;
mod table;

use axum::Router;
use axum::routing::{get, post};
use demur_app::refer::providers::{Contact, Provider};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::ways::{Need, Way};

/// What each way asks of whoever comes.
pub(super) const WAYS: &[Way] = &[
    Way::get("/providers", Need::SignedIn),
    Way::get("/providers/of/{slug}", Need::SignedIn),
    Way::get("/providers/import", Need::Admin),
    Way::post("/providers/import", Need::Admin),
    Way::get("/providers/lists/{*name}", Need::SignedIn),
    Way::post("/providers/remove-list", Need::Admin),
    Way::get("/providers/new", Need::Admin),
    Way::post("/providers/new", Need::Admin),
    Way::get("/providers/edit", Need::Admin),
    Way::post("/providers/edit", Need::Admin),
    Way::post("/providers/remove", Need::Admin),
    Way::get("/interview/{id}/providers", Need::SignedIn),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/providers", get(list::page))
        .route("/providers/of/{slug}", get(detail::page))
        .route("/providers/import", get(import::page).post(import::save))
        .route("/providers/lists/{*name}", get(lists::page))
        .route("/providers/remove-list", post(lists::remove))
        .route("/providers/new", get(entry::new_page).post(entry::add))
        .route("/providers/edit", get(entry::page).post(entry::save))
        .route("/providers/remove", post(entry::remove))
        .route("/interview/{id}/providers", get(refer::page))
}

/// Under which a provider has its page: identifiers of lists are no names for addresses.
fn slug(provider: &Provider) -> String {
    let digest = Sha256::digest(provider.id.as_bytes());
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Ways to reach somebody, each with its address.
#[derive(Clone, Default)]
struct Reach {
    phone: Option<(String, String)>,
    email: Option<(String, String)>,
    url: Option<(String, Option<String>)>,
}

impl Reach {
    fn of(contact: &Contact) -> Self {
        let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Self {
            phone: some(&contact.phone).map(|phone| (dialled(&phone), phone)),
            email: some(&contact.email).map(|email| (email.clone(), email)),
            url: some(&contact.url).map(|url| {
                let is_web = url.starts_with("https://") || url.starts_with("http://");
                let link = is_web.then(|| url.clone());
                (url, link)
            }),
        }
    }
}

/// What a telephone dials.
fn dialled(phone: &str) -> String {
    phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}
