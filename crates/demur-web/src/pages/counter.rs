//! The counter: what is happening, the questions, the opinion, the words to say.

mod home;
mod led;
mod openings;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::ways::{Need, Way};

pub(crate) use led::Led;

pub(super) const WAYS: &[Way] = &[Way::get("/", Need::SignedIn)];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home::page))
}
