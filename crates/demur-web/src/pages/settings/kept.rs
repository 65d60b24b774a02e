//! What is kept, for how long and why, in plain words; and shorter periods.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::{Profile, Schedule};

use super::firm::{set, stored};
use super::framed;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::field::{Input, Wrongs};
use crate::firm::Firm;
use crate::frame::{Frame, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;
use crate::watch::note;

#[derive(Template)]
#[template(path = "settings/kept.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    source: String,
    may_change: bool,
    wrongs: String,
    texts: String,
    skeleton: String,
    version: i64,
}

struct Row {
    what: String,
    how_long: String,
    why: String,
}

pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = stored(&app).await.map(|(firm, version)| {
        let typed = (typed(firm.texts_months), typed(firm.skeleton_months));
        form(&app, &who, &firm, version, &typed, &Wrongs::default())
    });
    or_page(&app, &who, shown)
}

fn typed(months: Option<i32>) -> String {
    months.map(|months| months.to_string()).unwrap_or_default()
}

fn form(
    app: &App,
    who: &SignedIn,
    firm: &Firm,
    version: i64,
    (texts, skeleton): &(String, String),
    wrongs: &Wrongs,
) -> Response {
    let frame = framed(app, who);
    let usual = Schedule::of(firm.periods());
    let months = |name, most: i32, value: &str| {
        let label = frame.t(&format!("kept-{name}"));
        let hint = frame.words.fill("kept-shorter-hint", &[("n", most.into())]);
        Input::number(name, label)
            .hint(hint)
            .value(value)
            .html(wrongs)
    };
    let page = Page {
        rows: rows(&frame, &firm.settings().schedule),
        source: frame.t(match firm.periods() {
            Profile::Pl => "kept-source-pl",
            Profile::Gb => "kept-source-gb",
            Profile::De => "kept-source-de",
            Profile::UsCredit => "kept-source-us-credit",
            Profile::Other => "kept-source-other",
        }),
        may_change: who.runs_the_app(),
        wrongs: wrongs.html(frame.t("form-wrong")),
        texts: months("texts", usual.texts_months(), texts),
        skeleton: months("skeleton", usual.skeleton_months(), skeleton),
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

fn rows(frame: &Frame, schedule: &Schedule) -> Vec<Row> {
    let row = |name: &str, how_long: String| Row {
        what: frame.t(&format!("kept-row-{name}")),
        how_long,
        why: frame.t(&format!("kept-row-{name}-why")),
    };
    let months = |n: i32| frame.words.fill("kept-months", &[("n", n.into())]);
    let said = |name: &str| frame.t(&format!("kept-row-{name}-time"));
    vec![
        row("texts", months(schedule.texts_months())),
        row("skeleton", months(schedule.skeleton_months())),
        row("undecided", said("undecided")),
        row("warning", said("warning")),
        row("exclusion", said("exclusion")),
        row("dispute", said("dispute")),
        row("interview", said("interview")),
        row("session", said("session")),
        row("people", said("people")),
        row("statistics", said("statistics")),
    ]
}

pub(super) async fn change(State(app): State<App>, Posted { who, fields }: Posted) -> Response {
    let done = changed(&app, &who, &fields).await;
    or_page(&app, &who, done)
}

async fn changed(app: &App, who: &SignedIn, fields: &Fields) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let frame = framed(app, who);
    let (mut firm, version) = stored(app).await?;
    let usual = Schedule::of(firm.periods());
    let mut wrongs = Wrongs::default();
    let mut shorter = |name: &'static str, most: i32| match fields.text(name) {
        "" => None,
        typed => {
            let months = typed
                .parse()
                .ok()
                .filter(|months| (1..=most).contains(months));
            if months.is_none() {
                wrongs.say(
                    name,
                    frame
                        .words
                        .fill("kept-shorter-wrong", &[("n", most.into())]),
                );
            }
            months
        }
    };
    firm.texts_months = shorter("texts", usual.texts_months());
    firm.skeleton_months = shorter("skeleton", usual.skeleton_months());
    if wrongs.is_empty() {
        let read: i64 = fields.text("version").parse().unwrap_or(-1);
        if set(app, firm.clone(), read).await? {
            note("periods set", Some(&who.person.pseudonym));
            return Ok(Redirect::to("/settings/kept").into_response());
        }
        wrongs.say("texts", frame.t("firm-stale"));
    }
    let typed = (
        fields.text("texts").to_owned(),
        fields.text("skeleton").to_owned(),
    );
    let (before, _) = stored(app).await?;
    Ok(form(app, who, &before, version, &typed, &wrongs))
}
