//! A form of a case file that was sent: done, or shown again with what was typed and why not.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::Receipt;

use super::acting::actor;
use super::file::{Beside, Wrong, shown, wrong};
use super::step::Step;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

/// Takes a step.
pub(super) async fn take(
    State(app): State<App>,
    Path((number, step)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let taken = taken(&app, &who, &number, &step, fields).await;
    or_page(&app, &who, taken)
}

async fn taken(
    app: &App,
    who: &SignedIn,
    number: &str,
    name: &str,
    fields: Fields,
) -> Result<Response, Fault> {
    let step = Step::read(name, &fields).ok_or(Fault::NotFound)?;
    let done = match step {
        Ok(step) => done(app, who, number, step, &fields).await,
        Err((field, key)) => {
            let said = app.voices().of(who.visitor.lang).say(key);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let unread = Wrong {
                step: name.to_owned(),
                field,
                said,
                status,
            };
            return again(app, who, number, unread, fields).await;
        }
    };
    match done {
        // The code of the customer is shown only now.
        Ok(Receipt {
            letter: Some(letter),
            ..
        }) => {
            let beside = Beside {
                done: Some("done-decide"),
                letter: serde_json::to_string(&letter).ok(),
                ..Beside::default()
            };
            shown(app, who, number, beside).await
        }
        Ok(_) => {
            let address = format!("{}?done={name}", super::address(number));
            Ok(Redirect::to(&address).into_response())
        }
        Err(fault) => {
            let wrong = wrong(app, who, name, fault)?;
            again(app, who, number, wrong, fields).await
        }
    }
}

async fn again(
    app: &App,
    who: &SignedIn,
    number: &str,
    wrong: Wrong,
    typed: Fields,
) -> Result<Response, Fault> {
    let beside = Beside {
        wrong: Some(wrong),
        typed,
        ..Beside::default()
    };
    shown(app, who, number, beside).await
}

async fn done(
    app: &App,
    who: &SignedIn,
    number: &str,
    step: Step,
    fields: &Fields,
) -> Result<Receipt, Fault> {
    let actor = actor(who, step.operation())?;
    let version: i64 = fields
        .text("version")
        .parse()
        .map_err(|_| Fault::Unreadable)?;
    let (case, request) = (number.to_owned(), fields.text("request").to_owned());
    app.wait(move |app| {
        // The number may be written in small letters; the store keeps one form of it.
        let case = app.record().show(&actor, &case)?.number;
        step.take(&app.record(), &actor, &request, (&case, version))
    })
    .await
}
