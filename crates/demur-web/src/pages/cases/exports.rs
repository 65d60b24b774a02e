//! What leaves the record as a file: the evidence of a case, and everything about one contact for
//! the person behind it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use demur_app::store::{AccessExport, Channel, Contact, Operation};
use demur_words::Block;
use demur_words::record::access;
use serde::Serialize;

use super::acting::actor;
use super::file::{Beside, Wrong, shown, wrong};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

const CHANNELS: [Channel; 4] = [
    Channel::Email,
    Channel::Phone,
    Channel::Post,
    Channel::Account,
];

#[derive(Template)]
#[template(path = "cases/access.html")]
struct Page {
    frame: Frame,
    channels: Vec<(&'static str, String)>,
    typed: Fields,
    wrong: Option<Wrong>,
    /// Nothing is held about the contact.
    nothing: bool,
}

#[derive(Template)]
#[template(path = "cases/access_answer.html")]
struct Answer {
    frame: Frame,
    blocks: Vec<Block>,
}

/// The evidence, to be checked by somebody else's program.
pub(super) async fn packet(
    State(app): State<App>,
    Path(number): Path<String>,
    posted: Posted,
) -> Response {
    let who = posted.who;
    let made = async {
        let maker = actor(&who, Operation::Packet)?;
        let case = number.clone();
        let packet = app
            .wait(move |app| app.record().packet(&maker, &case))
            .await;
        match packet {
            Ok(packet) => file(&format!("demur-{}.json", packet.case), &packet),
            Err(fault) => {
                let wrong = Some(wrong(&app, &who, "packet", fault)?);
                shown(
                    &app,
                    &who,
                    &number,
                    Beside {
                        wrong,
                        ..Beside::default()
                    },
                )
                .await
            }
        }
    }
    .await;
    or_page(&app, &who, made)
}

/// Asks for a contact.
pub(super) async fn ask(State(app): State<App>, who: SignedIn) -> Response {
    let shown = actor(&who, Operation::ExportAccess)
        .map(|_| asked(&app, &who, Fields::default(), None, false));
    or_page(&app, &who, shown)
}

fn asked(
    app: &App,
    who: &SignedIn,
    typed: Fields,
    wrong: Option<Wrong>,
    nothing: bool,
) -> Response {
    let frame = Frame::of(app, who).in_room(Room::Cases);
    let status = wrong.as_ref().map_or(StatusCode::OK, |wrong| wrong.status);
    let channel = |channel: Channel| {
        (
            channel.as_str(),
            frame.t(&format!("access-channel-{}", channel.as_str())),
        )
    };
    let page = Page {
        channels: CHANNELS.map(channel).to_vec(),
        typed,
        wrong,
        nothing,
        frame: frame.clone(),
    };
    show_as(status, &page)
}

/// Gives out everything held about a contact.
pub(super) async fn give(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let given = given(&app, &who, fields).await;
    or_page(&app, &who, given)
}

async fn given(app: &App, who: &SignedIn, fields: Fields) -> Result<Response, Fault> {
    let giver = actor(who, Operation::ExportAccess)?;
    let channel = Channel::parse(fields.text("channel")).ok_or(Fault::Unreadable)?;
    let contact = Contact {
        channel,
        value: fields.text("contact").to_owned(),
    };
    match app
        .wait(move |app| app.record().access(&giver, &contact))
        .await
    {
        Ok(export) if export.cases.is_empty() => Ok(asked(app, who, fields, None, true)),
        Ok(export) if fields.text("form") == "words" => Ok(in_words(app, who, &export)),
        Ok(export) => file(&format!("demur-access-{}.json", export.made_on), &export),
        Err(fault) => {
            let wrong = wrong(app, who, "access", fault)?;
            Ok(asked(app, who, fields, Some(wrong), false))
        }
    }
}

/// The answer on a page, to be read with the person or printed for them.
fn in_words(app: &App, who: &SignedIn, export: &AccessExport) -> Response {
    let frame = Frame::of(app, who).in_room(Room::Cases);
    let sheet = access::sheet(export, &app.desk().library().lawbook, &frame.words);
    show(&Answer {
        blocks: sheet.blocks,
        frame,
    })
}

/// A JSON file to be saved.
fn file(name: &str, content: &impl Serialize) -> Result<Response, Fault> {
    let text = serde_json::to_string_pretty(content);
    let text = text.map_err(|_| Fault::Broken("an export cannot be written"))?;
    let headers = [
        (CONTENT_TYPE, "application/json".to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, text).into_response())
}
