//! The house policy: what it says, a form for the usual rules, the files themselves, and what the
//! prover finds in them. Everybody reads; whoever runs the app changes.

mod check;
mod editor;
mod form;
mod history;
mod overview;
mod rules;
mod written;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::ways::{Need, Way};

/// What each way asks of whoever comes.
pub(super) const WAYS: &[Way] = &[
    Way::get("/policy", Need::SignedIn),
    Way::get("/policy/form", Need::SignedIn),
    Way::post("/policy/form", Need::Admin),
    Way::get("/policy/new", Need::Admin),
    Way::post("/policy/new", Need::Admin),
    Way::get("/policy/files/{*name}", Need::SignedIn),
    Way::post("/policy/files/{*name}", Need::Admin),
    Way::post("/policy/check", Need::Admin),
    Way::get("/policy/history/{*name}", Need::SignedIn),
    Way::post("/policy/restore", Need::Admin),
    Way::post("/policy/remove", Need::Admin),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/policy", get(overview::page))
        .route("/policy/form", get(form::page).post(form::save))
        .route("/policy/new", get(editor::new_page).post(editor::add))
        .route(
            "/policy/files/{*name}",
            get(editor::page).post(editor::save),
        )
        .route("/policy/check", post(editor::check))
        .route("/policy/history/{*name}", get(history::page))
        .route("/policy/restore", post(history::restore))
        .route("/policy/remove", post(history::remove))
}
