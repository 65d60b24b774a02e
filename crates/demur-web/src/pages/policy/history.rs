//! Earlier versions of a file of the policy, and the way back to one of them.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::{DocumentKind, StoreError};

use super::check::Checked;
use super::written::{Change, Outcome, file, save as save_change};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::posted::Posted;
use crate::signed_in::{SignedIn, percent};

#[derive(Template)]
#[template(path = "policy/history.html")]
struct Page {
    frame: Frame,
    may_change: bool,
    name: String,
    /// The version that holds; nothing when the file was removed.
    current: Option<i64>,
    versions: Vec<Version>,
    checked: Option<Checked>,
    stale: bool,
}

struct Version {
    version: i64,
    holds: bool,
    text: String,
    changed: String,
    by: String,
    removed: bool,
}

/// All versions that are kept.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(name): Path<String>,
) -> Response {
    let shown = async {
        let page = versions(&app, &who, &name).await?;
        Ok(show_as(StatusCode::OK, &page))
    }
    .await;
    or_page(&app, &who, shown)
}

async fn versions(app: &App, who: &SignedIn, name: &str) -> Result<Page, Fault> {
    let wanted = name.to_owned();
    let history = app
        .wait(
            move |app| match app.house().history(DocumentKind::Policy, &wanted) {
                Err(StoreError::Invalid { .. }) => Ok(Vec::new()),
                other => other,
            },
        )
        .await?;
    let newest = history.first().ok_or(Fault::NotFound)?;
    Ok(Page {
        frame: Frame::of(app, who).in_room(Room::Policy),
        may_change: who.runs_the_app(),
        name: name.to_owned(),
        current: (!newest.removed).then_some(newest.version),
        versions: history
            .iter()
            .map(|each| Version {
                version: each.version,
                holds: each.version == newest.version && !newest.removed,
                text: each.text.clone(),
                changed: each.changed.to_string(),
                by: each.by.clone(),
                removed: each.removed,
            })
            .collect(),
        checked: None,
        stale: false,
    })
}

/// Puts an earlier version in place of what is there.
pub(super) async fn restore(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let done = async {
        who.must_run_the_app()?;
        let name = fields.text("name").to_owned();
        let version: i64 = fields.text("to").parse().map_err(|_| Fault::Unreadable)?;
        let mut page = versions(&app, &who, &name).await?;
        let earlier = page
            .versions
            .iter()
            .find(|each| each.version == version && !each.removed);
        let change = Change {
            name: name.clone(),
            expected: fields.text("version").parse().ok(),
            text: Some(earlier.ok_or(Fault::NotFound)?.text.clone()),
        };
        match save_change(&app, &who, change).await? {
            Outcome::Saved => {
                Ok(Redirect::to(&format!("/policy/files/{}", percent(&name))).into_response())
            }
            other => Ok(not_done(&mut page, other)?),
        }
    }
    .await;
    or_page(&app, &who, done)
}

/// Takes a file out of the policy. Its history stays.
pub(super) async fn remove(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let done = async {
        who.must_run_the_app()?;
        let name = fields.text("name").to_owned();
        let wanted = name.clone();
        app.wait(move |app| file(app, &wanted))
            .await?
            .ok_or(Fault::NotFound)?;
        let change = Change {
            name: name.clone(),
            expected: fields.text("version").parse().ok(),
            text: None,
        };
        match save_change(&app, &who, change).await? {
            Outcome::Saved => Ok(Redirect::to("/policy").into_response()),
            other => {
                let mut page = versions(&app, &who, &name).await?;
                Ok(not_done(&mut page, other)?)
            }
        }
    }
    .await;
    or_page(&app, &who, done)
}

fn not_done(page: &mut Page, outcome: Outcome) -> Result<Response, Fault> {
    let status = match outcome {
        Outcome::Refused(checked) => {
            page.checked = Some(checked);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Outcome::Unfit(error) => return Err(Fault::Store(error)),
        Outcome::Stale(_) | Outcome::Saved => {
            page.stale = true;
            StatusCode::CONFLICT
        }
    };
    Ok(show_as(status, page))
}
