//! The JSON API under `/api/v1`, with its own description, problems and pages about them.
//!
//! One file for each group of addresses. Everything that is wrong with a request is told at once,
//! place by place, in the language that was asked for.

mod asked;
mod body;
mod caller;
mod cases;
mod changes;
mod cursor;
mod description;
mod library;
mod limits;
mod notices;
mod opinions;
mod pages;
mod problem;
mod providers;
mod questions;
mod reading;
mod schema;
mod situations;
mod tree;
mod writing;

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::limits::Limits;
use self::problem::{Kind, Problem, spoken};
use crate::app::App;
use crate::lang;

pub use description::openapi;

/// Where the API is.
const ROOT: &str = "/api/v1";

/// Every address of the API with its description.
fn described() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(description::frame())
        .routes(routes!(opinions::give))
        .routes(routes!(questions::next))
        .routes(routes!(notices::write))
        .routes(routes!(notices::lint))
        .routes(routes!(cases::find, cases::open))
        .routes(routes!(cases::show))
        .routes(routes!(changes::decide))
        .routes(routes!(changes::notify))
        .routes(routes!(changes::erase))
        .routes(routes!(changes::packet))
        .routes(routes!(providers::find))
        .routes(routes!(providers::give))
        .routes(routes!(library::facts))
        .routes(routes!(library::norms))
        .routes(routes!(library::one))
        .routes(routes!(library::lawbook))
}

/// The API, and the pages about its problems.
pub(crate) fn routes(app: &App) -> Router<App> {
    let (addresses, _) = described().split_for_parts();
    let api = addresses
        .route("/openapi.json", get(description::serve))
        .fallback(|| async { Problem::from(Kind::NotFound) })
        .method_not_allowed_fallback(|| async { Problem::from(Kind::MethodNotAllowed) })
        .layer(Extension(Arc::new(Limits::default())))
        .layer(from_fn_with_state(app.clone(), around));
    Router::new().nest(ROOT, api).merge(pages::routes())
}

/// What is the same for every address: the form of the answer, and the language of problems.
async fn around(State(app): State<App>, request: Request, next: Next) -> Response {
    let words = app.voices().of(lang::of(request.headers()));
    let answer = if takes_json(request.headers()) {
        next.run(request).await
    } else {
        Problem::from(Kind::NotAcceptable).into_response()
    };
    let mut answer = spoken(answer, &words);
    answer
        .headers_mut()
        .append(VARY, HeaderValue::from_static("accept-language"));
    answer
}

/// Whether somebody takes JSON; whoever says nothing takes anything.
fn takes_json(headers: &HeaderMap) -> bool {
    let mut lists = headers.get_all(ACCEPT).iter().peekable();
    if lists.peek().is_none() {
        return true;
    }
    let entries = lists
        .filter_map(|list| list.to_str().ok())
        .flat_map(|list| list.split(','));
    let mut taken = entries.filter_map(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let kind = parts.next()?.to_ascii_lowercase();
        let refused = parts.any(|part| {
            let weight = part
                .strip_prefix("q=")
                .and_then(|weight| weight.parse::<f32>().ok());
            weight == Some(0.0)
        });
        (!refused).then_some(kind)
    });
    taken.any(|kind| matches!(kind.as_str(), "*/*" | "application/*" | "application/json"))
}
