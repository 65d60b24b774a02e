//! Before contact and texts are erased: what goes, what stays, and why it is done.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::{CaseFile, EraseReason, Operation};
use demur_words::record::answers::erasure_held;

use super::acting::{actor, request};
use super::file::{Wrong, read, wrong};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

/// Reasons that a person can have; an old backup that was put back is the program's.
const REASONS: [EraseReason; 4] = [
    EraseReason::Requested,
    EraseReason::Objection,
    EraseReason::Unlawful,
    EraseReason::PeriodEnded,
];

#[derive(Template)]
#[template(path = "cases/erase.html")]
struct Page {
    frame: Frame,
    number: String,
    address: String,
    version: i64,
    request: String,
    on_hold: bool,
    /// What to answer to whoever asked for it while a dispute holds the case file.
    answer: Option<String>,
    gone: bool,
    skeleton_until: String,
    reasons: Vec<(&'static str, String)>,
    chosen: String,
    wrong: Option<Wrong>,
}

/// What would go and what would stay.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(number): Path<String>,
) -> Response {
    let shown = async {
        actor(&who, Operation::Erase)?;
        let file = read(&app, &who, &number).await?;
        confirmation(&app, &who, file, String::new(), None).await
    }
    .await;
    or_page(&app, &who, shown)
}

async fn confirmation(
    app: &App,
    who: &SignedIn,
    file: CaseFile,
    chosen: String,
    wrong: Option<Wrong>,
) -> Result<Response, Fault> {
    let frame = Frame::of(app, who).in_room(Room::Cases);
    let firm = app.firm().await?;
    let status = wrong.as_ref().map_or(StatusCode::OK, |wrong| wrong.status);
    let reason = |reason: EraseReason| {
        let key = format!("erase-{}", reason.as_str().replace('_', "-"));
        (reason.as_str(), frame.t(&key))
    };
    let answer = erasure_held(&file, firm.answering(), &frame.words);
    let page = Page {
        address: super::address(&file.number),
        number: file.number,
        version: file.version,
        request: request()?,
        on_hold: file.on_hold,
        answer,
        gone: file.identity == "destroyed",
        skeleton_until: file.skeleton_until.to_string(),
        reasons: REASONS.map(reason).to_vec(),
        chosen,
        wrong,
        frame: frame.clone(),
    };
    Ok(show_as(status, &page))
}

/// Erases.
pub(super) async fn erase(
    State(app): State<App>,
    Path(number): Path<String>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let erased = erased(&app, &who, &number, &fields).await;
    or_page(&app, &who, erased)
}

async fn erased(
    app: &App,
    who: &SignedIn,
    number: &str,
    fields: &Fields,
) -> Result<Response, Fault> {
    let eraser = actor(who, Operation::Erase)?;
    let chosen = fields.text("reason").to_owned();
    let reason = EraseReason::parse(&chosen).filter(|reason| REASONS.contains(reason));
    let Some(reason) = reason else {
        let unread = Wrong {
            step: "erase".to_owned(),
            field: "reason",
            said: app.voices().of(who.visitor.lang).say("erase-no-reason"),
            status: StatusCode::UNPROCESSABLE_ENTITY,
        };
        let file = read(app, who, number).await?;
        return confirmation(app, who, file, chosen, Some(unread)).await;
    };
    let version: i64 = fields
        .text("version")
        .parse()
        .map_err(|_| Fault::Unreadable)?;
    let (case, request) = (number.to_owned(), fields.text("request").to_owned());
    let erased = app
        .wait(move |app| {
            app.record()
                .erase(&eraser, &request, (&case, Some(version)), reason)
        })
        .await;
    match erased {
        Ok(receipt) => {
            let address = format!("{}?done=erase", super::address(&receipt.case));
            Ok(Redirect::to(&address).into_response())
        }
        Err(fault) => {
            let wrong = wrong(app, who, "erase", fault)?;
            let file = read(app, who, number).await?;
            confirmation(app, who, file, chosen, Some(wrong)).await
        }
    }
}
