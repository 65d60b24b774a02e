//! Danger now, and leaving quickly. Both are there for everybody, signed in or not.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

use crate::app::App;
use crate::frame::{Frame, show};
use crate::signed_in::Visitor;
use crate::ways::{Need, Way};

#[derive(Template)]
#[template(path = "danger.html")]
struct Danger {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "away.html")]
struct Away {
    frame: Frame,
}

pub(super) const WAYS: &[Way] = &[
    Way::get("/danger", Need::Nothing),
    Way::get("/away", Need::Nothing),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/danger", get(danger))
        .route("/away", get(away))
}

async fn danger(State(app): State<App>, visitor: Visitor) -> Response {
    let frame = Frame::for_anybody(&app, &visitor);
    show(&Danger { frame })
}

async fn away(State(app): State<App>, visitor: Visitor) -> Response {
    let frame = Frame::for_anybody(&app, &visitor);
    show(&Away { frame })
}
