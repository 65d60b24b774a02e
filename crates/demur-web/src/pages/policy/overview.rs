//! What the house policy says, in words.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use demur_app::lawbook::Tier;
use demur_app::store::Document;

use super::rules::FILE;
use super::written::files;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show};
use crate::pages::law::shelf;
use crate::signed_in::SignedIn;

#[derive(Template)]
#[template(path = "policy/overview.html")]
struct Page {
    frame: Frame,
    may_change: bool,
    files: Vec<Document>,
    norms: Vec<Own>,
    /// Files are kept, and the app does not go by them.
    idle: bool,
    has_form: bool,
}

/// A norm of the house.
struct Own {
    id: String,
    title: String,
    said: String,
    note: String,
    in_force: bool,
}

/// What the firm's policy says.
pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = shown(&app, &who).await;
    or_page(&app, &who, shown)
}

async fn shown(app: &App, who: &SignedIn) -> Result<Response, Fault> {
    let (shelf, files) = app.wait(|app| Ok((shelf(app), files(app)?))).await?;
    let frame = Frame::of(app, who).in_room(Room::Policy);
    let (lawbook, lang) = (&shelf.library.lawbook, frame.lang);
    let own = lawbook
        .norms
        .iter()
        .filter(|(_, norm)| norm.layer.tier == Tier::House);
    let norms = own.map(|(id, norm)| {
        let read = shelf.readings.norm(id);
        Own {
            id: norm.id.clone(),
            title: norm.title.get(lang).to_owned(),
            said: read
                .map(|read| read.said.get(lang).to_owned())
                .unwrap_or_default(),
            note: norm.note.get(lang).to_owned(),
            in_force: norm.in_force(app.today()),
        }
    });
    let taken = |file: &Document| {
        let path = format!("policy/{}", file.name);
        shelf
            .library
            .sources
            .iter()
            .any(|(_, source)| source.path == path && source.text == file.text)
    };
    Ok(show(&Page {
        may_change: who.runs_the_app(),
        norms: norms.collect(),
        idle: !files.iter().all(taken),
        has_form: files.iter().any(|file| file.name == FILE),
        files,
        frame,
    }))
}
