//! The counter: what is happening, the questions, the opinion, the words to say.

mod answers;
mod home;
mod interview;
mod led;
mod openings;
mod opinion;

use axum::Router;
use axum::routing::{get, post};
use demur_app::store::Operation;

use crate::app::App;
use crate::ways::{Need, Way};

pub(crate) use led::Led;

pub(super) const WAYS: &[Way] = &[
    Way::get("/", Need::SignedIn),
    Way::post("/interview", Need::SignedIn),
    Way::get("/interview/{id}", Need::SignedIn),
    Way::post("/interview/{id}", Need::SignedIn),
    Way::post("/interview/{id}/back", Need::SignedIn),
    Way::get("/interview/{id}/opinion", Need::SignedIn),
    Way::post("/interview/{id}/record", Need::May(Operation::Create)),
    Way::post("/interview/{id}/leave", Need::SignedIn),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home::page))
        .route("/interview", post(interview::begin))
        .route(
            "/interview/{id}",
            get(interview::page).post(interview::answer),
        )
        .route("/interview/{id}/back", post(interview::back))
        .route("/interview/{id}/opinion", get(opinion::page))
        .route("/interview/{id}/record", post(opinion::record))
        .route("/interview/{id}/leave", post(interview::leave))
}
