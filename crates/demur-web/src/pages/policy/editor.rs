//! A file of the policy as text, with what is wrong with it and what the prover tells.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::check::{Checked, Reach};
use super::rules::FILE;
use super::written::{Change, Outcome, file, files, pack, save as save_change, tried};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::{SignedIn, percent};

#[derive(Template)]
#[template(path = "policy/editor.html")]
struct Page {
    frame: Frame,
    may_change: bool,
    /// Whether the file is still to be made.
    is_new: bool,
    name: String,
    text: String,
    version: String,
    is_form: bool,
    lines: Vec<String>,
    checked: Option<Checked>,
    /// Somebody wanted to save it, and it may not be in force.
    refused: bool,
    stale: bool,
    wrong_name: Option<String>,
}

/// Only what was found, for a page that is there already.
#[derive(Template)]
#[template(path = "policy/findings.html")]
struct Findings {
    frame: Frame,
    name: String,
    checked: Option<Checked>,
}

const BEGINNING: &str = include_str!("../../../rules/beginning.txt");

fn blank(app: &App, who: &SignedIn, name: &str, text: &str) -> Page {
    Page {
        frame: Frame::of(app, who).in_room(Room::Policy),
        may_change: who.runs_the_app(),
        is_new: false,
        name: name.to_owned(),
        text: text.to_owned(),
        version: String::new(),
        is_form: name == FILE,
        lines: text.lines().map(str::to_owned).collect(),
        checked: None,
        refused: false,
        stale: false,
        wrong_name: None,
    }
}

/// A file as it is kept.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(name): Path<String>,
) -> Response {
    let shown = async {
        let wanted = name.clone();
        let kept = app.wait(move |app| file(app, &wanted)).await?;
        let kept = kept.ok_or(Fault::NotFound)?;
        let mut page = blank(&app, &who, &kept.name, &kept.text);
        page.version = kept.version.to_string();
        Ok(show(&page))
    }
    .await;
    or_page(&app, &who, shown)
}

/// A file that does not exist yet.
pub(super) async fn new_page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = async {
        who.must_run_the_app()?;
        let firm = app.firm().await?;
        let name: String = firm
            .name
            .chars()
            .filter(|letter| !letter.is_control())
            .collect();
        let pack = pack(&app.wait(files).await?);
        let words = app.voices().of(who.visitor.lang);
        let text = BEGINNING
            .replace("{firm}", &name)
            .replace("{pack}", &pack)
            .replace("{title}", &words.say("policy-beginning-title"))
            .replace("{prose}", &words.say("policy-beginning"))
            .replace("{day}", &app.today().to_string());
        let mut page = blank(&app, &who, "rules.md", &text);
        page.is_new = true;
        Ok(show(&page))
    }
    .await;
    or_page(&app, &who, shown)
}

fn change(fields: &Fields) -> Change {
    Change {
        name: fields.text("name").to_owned(),
        expected: fields.text("version").parse().ok(),
        text: Some(fields.raw("text")),
    }
}

fn again(app: &App, who: &SignedIn, fields: &Fields) -> Page {
    let mut page = blank(app, who, fields.text("name"), &fields.raw("text"));
    page.version = fields.text("version").to_owned();
    page.is_new = fields.has("new");
    page
}

/// Says what is wrong with a text, and keeps nothing of it.
pub(super) async fn check(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let shown = async {
        who.must_run_the_app()?;
        let change = change(&fields);
        let is_part = fields.has("part");
        let reach = if is_part {
            Reach::Today
        } else {
            Reach::EveryDay
        };
        let checked = tried(&app, &who, &change, reach).await?;
        if is_part {
            let frame = Frame::of(&app, &who).in_room(Room::Policy);
            return Ok(show(&Findings {
                frame,
                name: change.name,
                checked: Some(checked),
            }));
        }
        let mut page = again(&app, &who, &fields);
        page.checked = Some(checked);
        Ok(show(&page))
    }
    .await;
    or_page(&app, &who, shown)
}

/// Makes a new file.
pub(super) async fn add(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let saved = saved(&app, &who, &fields).await;
    or_page(&app, &who, saved)
}

/// Changes a file.
pub(super) async fn save(
    State(app): State<App>,
    Path(name): Path<String>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let saved = async {
        who.must_run_the_app()?;
        if fields.text("name") != name {
            return Err(Fault::Unreadable);
        }
        saved(&app, &who, &fields).await
    }
    .await;
    or_page(&app, &who, saved)
}

async fn saved(app: &App, who: &SignedIn, fields: &Fields) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let change = change(fields);
    let mut page = again(app, who, fields);
    if !change.name.ends_with(".md") {
        page.wrong_name = Some(page.frame.t("policy-name-end"));
        return Ok(show_as(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let name = change.name.clone();
    match save_change(app, who, change).await? {
        Outcome::Saved => {
            let to = format!("/policy/files/{}?saved", percent(&name));
            Ok(Redirect::to(&to).into_response())
        }
        Outcome::Refused(checked) => {
            page.checked = Some(checked);
            page.refused = true;
            Ok(show_as(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Outcome::Stale(actual) => {
            page.stale = true;
            page.is_new = actual.is_none();
            page.version = actual
                .map(|version| version.to_string())
                .unwrap_or_default();
            Ok(show_as(StatusCode::CONFLICT, &page))
        }
        Outcome::Unfit(error) => {
            let words = app.voices().of(who.visitor.lang);
            page.wrong_name = Some(demur_words::record::error::message(&error, &words));
            Ok(show_as(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}
