//! The firm: its name, business, place, whom customers can turn to, and how people sign in.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::StoreError;
use serde::Deserialize;

use super::framed;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::field::Wrongs;
use crate::firm::{Firm, Site};
use crate::frame::{Frame, show_as};
use crate::pages::firm_form::{self, code_of};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;
use crate::watch::note;

#[derive(Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "settings/firm.html")]
struct Page {
    frame: Frame,
    done: bool,
    wrongs: String,
    firm: firm_form::Shown,
    second_factor: bool,
    version: i64,
}

/// The firm with its version; nothing and 0 before it was ever set.
pub(super) async fn stored(app: &App) -> Result<(Firm, i64), Fault> {
    app.wait(|app| {
        let version = Firm::version(app.house())?.unwrap_or(0);
        Ok((app.read_firm()?.unwrap_or_default(), version))
    })
    .await
}

/// Sets the firm, and lets the record go by it. False when somebody else was quicker.
pub(super) async fn set(app: &App, firm: Firm, version: i64) -> Result<bool, Fault> {
    let expected = (version > 0).then_some(version);
    app.wait(move |app| match firm.write(app.house(), expected) {
        Err(StoreError::Stale { .. }) => Ok(false),
        written => {
            written?;
            app.read_firm()?;
            Ok(true)
        }
    })
    .await
}

pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Query(done): Query<Done>,
) -> Response {
    let shown = match who.must_run_the_app() {
        Ok(()) => stored(&app).await.map(|(firm, version)| {
            let none = Wrongs::default();
            form(&app, &who, &firm, version, &none, done.done == "yes")
        }),
        Err(fault) => Err(fault),
    };
    or_page(&app, &who, shown)
}

fn form(
    app: &App,
    who: &SignedIn,
    firm: &Firm,
    version: i64,
    wrongs: &Wrongs,
    done: bool,
) -> Response {
    let frame = framed(app, who);
    let page = Page {
        done,
        wrongs: wrongs.html(frame.t("form-wrong")),
        firm: firm_form::shown(app, &frame, firm, wrongs),
        second_factor: firm.second_factor,
        version,
        frame,
    };
    let status = if wrongs.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    show_as(status, &page)
}

pub(super) async fn change(State(app): State<App>, Posted { who, fields }: Posted) -> Response {
    let done = changed(&app, &who, &fields).await;
    or_page(&app, &who, done)
}

async fn changed(app: &App, who: &SignedIn, fields: &Fields) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let frame = framed(app, who);
    let (before, version) = stored(app).await?;
    let mut wrongs = Wrongs::default();
    let mut firm = firm_form::read(app, &frame, fields, before, &mut wrongs);
    firm.second_factor = fields.has("second_factor");
    if firm.sites.is_empty() {
        let (code, name) = (code_of(&firm.name, &[]), firm.name.clone());
        firm.sites.push(Site { code, name });
    }
    if wrongs.is_empty() {
        // What somebody else set in the meantime is not overwritten unseen.
        let read: i64 = fields.text("version").parse().unwrap_or(-1);
        if set(app, firm.clone(), read).await? {
            note("firm set", Some(&who.person.pseudonym));
            return Ok(Redirect::to("/settings/firm?done=yes").into_response());
        }
        wrongs.say("name", frame.t("firm-stale"));
    }
    Ok(form(app, who, &firm, version, &wrongs, false))
}
