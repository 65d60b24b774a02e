//! The living page of the design: every component with its states, made of the same style.

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
#[template(path = "components.html")]
struct Components {
    frame: Frame,
}

pub(super) const WAYS: &[Way] = &[Way::get("/components", Need::Nothing)];

pub(super) fn routes() -> Router<App> {
    Router::new().route("/components", get(components))
}

async fn components(State(app): State<App>, visitor: Visitor) -> Response {
    let frame = Frame::for_anybody(&app, &visitor);
    show(&Components { frame })
}
