//! What the customer is told: written from the opinion, checked while somebody changes it, copied,
//! printed, sent, and kept in the case file.

mod choices;
mod letter;
mod lint;
mod occasion;
mod offers;
mod options;
mod out;
mod places;
mod requests;
mod words;

use axum::Router;
use axum::routing::{get, post};
use demur_app::store::Operation;

use crate::app::App;
use crate::ways::{Need, Way};

pub(super) const WAYS: &[Way] = &[
    Way::get("/interview/{id}/notice", Need::SignedIn),
    Way::post("/interview/{id}/notice", Need::SignedIn),
    Way::post("/interview/{id}/notice/lint", Need::SignedIn),
    Way::get("/cases/{number}/notice", Need::May(Operation::Notify)),
    Way::post("/cases/{number}/notice", Need::May(Operation::Notify)),
    Way::post("/cases/{number}/notice/lint", Need::May(Operation::Notify)),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(
            "/interview/{id}/notice",
            get(requests::of_interview).post(requests::to_interview),
        )
        .route(
            "/interview/{id}/notice/lint",
            post(requests::lint_interview),
        )
        .route(
            "/cases/{number}/notice",
            get(requests::of_case).post(requests::to_case),
        )
        .route("/cases/{number}/notice/lint", post(requests::lint_case))
}
