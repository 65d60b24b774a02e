//! `/opinions`: the opinion on a situation, in the bytes of `demur decide --format json`.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use demur_app::opinion_json::{document, to_line};

use super::body::AnyBody;
use super::caller::Caller;
use super::problem::Problem;
use super::schema;
use super::situations::{Sent, think};
use crate::app::App;

/// The opinion on a situation
///
/// Nothing is kept. The same situation and lawbook give the same bytes. A fact that is absent is
/// unknown; when it matters, it is among `missing`. An opinion never decides: a person does.
#[utoipa::path(
    post, path = "/opinions", tag = "opinions", operation_id = "giveOpinion",
    request_body(content(
        (schema::Situation = "application/json"), (schema::Situation = "application/yaml"),
    ), description = "A situation"),
    responses((status = 200, body = schema::Opinion, description = "The opinion")),
)]
pub(super) async fn give(
    State(app): State<App>,
    caller: Caller,
    body: AnyBody,
) -> Result<Response, Problem> {
    let sent = Sent::from(body);
    let given = think(&app, &caller, move |thinking| {
        let lawbook = &thinking.library.lawbook;
        let understood = sent.read(lawbook, thinking.today)?;
        let decided = thinking.engine.decide(&understood.read.situation);
        let opinion = decided.map_err(|found| understood.clash(lawbook, &found, thinking.words))?;
        let document = document(lawbook, &opinion, thinking.lang());
        Ok((document.verdict, to_line(&document)))
    });
    let (verdict, line) = given.await?;
    app.metrics().opinion(verdict);
    Ok(json(line + "\n"))
}

/// A text that is JSON already.
pub(super) fn json(text: String) -> Response {
    ([(CONTENT_TYPE, "application/json")], text).into_response()
}
