//! The pages to which the types of problems lead. They are there for everybody.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;

use super::problem::Kind;
use crate::app::App;
use crate::fault::Fault;
use crate::frame::{Frame, show};
use crate::signed_in::Visitor;

/// A kind of problem in words.
struct Told {
    code: &'static str,
    status: u16,
    title: String,
    help: String,
}

impl Told {
    fn of(kind: Kind, frame: &Frame) -> Self {
        let code = kind.code();
        Self {
            code,
            status: kind.status().as_u16(),
            title: frame.t(&format!("problem-{code}")),
            help: frame.t(&format!("problem-{code}-help")),
        }
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct One {
    frame: Frame,
    problem: Told,
}

#[derive(Template)]
#[template(path = "problems.html")]
struct All {
    frame: Frame,
    problems: Vec<Told>,
}

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/problems", get(all))
        .route("/problems/{code}", get(one))
}

async fn all(State(app): State<App>, visitor: Visitor) -> Response {
    let frame = Frame::for_anybody(&app, &visitor);
    let problems = Kind::ALL
        .iter()
        .map(|kind| Told::of(*kind, &frame))
        .collect();
    show(&All { frame, problems })
}

async fn one(State(app): State<App>, visitor: Visitor, Path(code): Path<String>) -> Response {
    let frame = Frame::for_anybody(&app, &visitor);
    match Kind::ALL.iter().find(|kind| kind.code() == code) {
        Some(kind) => show(&One {
            problem: Told::of(*kind, &frame),
            frame,
        }),
        None => Fault::NotFound.page(&app, Some(&visitor)),
    }
}
