//! Requests about notices: opened, written, checked, sent, told.

use axum::extract::{Path, State};
use axum::response::Response;

use super::letter::{Letter, Outcome};
use super::occasion::Occasion;
use super::out;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::show;
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

/// The first notice on an interview.
pub(super) async fn of_interview(
    State(app): State<App>,
    who: SignedIn,
    Path(id): Path<String>,
) -> Response {
    let occasion = Occasion::of_interview(&app, &who, &id).await;
    let shown = opened(&app, &who, occasion).await;
    or_page(&app, &who, shown)
}

/// The first notice of a case file.
pub(super) async fn of_case(
    State(app): State<App>,
    who: SignedIn,
    Path(number): Path<String>,
) -> Response {
    let occasion = Occasion::of_case(&app, &who, &number).await;
    let shown = opened(&app, &who, occasion).await;
    or_page(&app, &who, shown)
}

async fn opened(
    app: &App,
    who: &SignedIn,
    occasion: Result<Occasion, Fault>,
) -> Result<Response, Fault> {
    let letter = Letter::of(app, who, occasion?, None).await?;
    letter.page(app, who, Outcome::default())
}

/// Something is done with the notice on an interview.
pub(super) async fn to_interview(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let occasion = Occasion::of_interview(&app, &who, &id).await;
    let done = done(&app, &who, occasion, fields).await;
    or_page(&app, &who, done)
}

/// Something is done with the notice of a case file.
pub(super) async fn to_case(
    State(app): State<App>,
    Path(number): Path<String>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let occasion = Occasion::of_case(&app, &who, &number).await;
    let done = done(&app, &who, occasion, fields).await;
    or_page(&app, &who, done)
}

async fn done(
    app: &App,
    who: &SignedIn,
    occasion: Result<Occasion, Fault>,
    fields: Fields,
) -> Result<Response, Fault> {
    let doing = fields.text("do").to_owned();
    let letter = Letter::of(app, who, occasion?, Some(fields)).await?;
    match doing.as_str() {
        "told" => out::told(app, who, letter).await,
        "mail" => out::mailed(app, who, letter).await,
        #[cfg(feature = "pdf")]
        "pdf" => out::paper(app, who, letter).await,
        _ => letter.page(app, who, Outcome::default()),
    }
}

/// Only what the lint says of a text on an interview.
pub(super) async fn lint_interview(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let occasion = Occasion::of_interview(&app, &who, &id).await;
    let shown = linted(&app, &who, occasion, fields).await;
    or_page(&app, &who, shown)
}

/// Only what the lint says of a text of a case file.
pub(super) async fn lint_case(
    State(app): State<App>,
    Path(number): Path<String>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let occasion = Occasion::of_case(&app, &who, &number).await;
    let shown = linted(&app, &who, occasion, fields).await;
    or_page(&app, &who, shown)
}

async fn linted(
    app: &App,
    who: &SignedIn,
    occasion: Result<Occasion, Fault>,
    fields: Fields,
) -> Result<Response, Fault> {
    let letter = Letter::of(app, who, occasion?, Some(fields)).await?;
    Ok(show(&letter.checked(app, who)))
}
