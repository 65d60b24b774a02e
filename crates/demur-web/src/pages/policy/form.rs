//! A form for the usual rules of a house.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::check::Checked;
use super::rules::{Chosen, FILE, RULES, WAYS, Wrong};
use super::written::{Change, Outcome, files, pack, save as save_change};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

#[derive(Template)]
#[template(path = "policy/form.html")]
struct Page {
    frame: Frame,
    may_change: bool,
    rules: Vec<Offered>,
    ways: Vec<Ticked>,
    version: String,
    /// The file was changed by hand, which saving undoes.
    by_hand: bool,
    stale: bool,
    any_wrong: bool,
    checked: Option<Checked>,
}

/// A rule that can be chosen.
struct Offered {
    id: &'static str,
    chosen: bool,
    gaps: Vec<Number>,
    has_ways: bool,
}

impl Offered {
    fn label(&self) -> String {
        format!("rule-{}", self.id)
    }

    fn hint(&self) -> String {
        format!("rule-{}-hint", self.id)
    }
}

struct Number {
    name: &'static str,
    value: String,
    low: i64,
    high: i64,
    wrong: bool,
}

impl Number {
    fn label(&self) -> String {
        format!("rule-number-{}", self.name)
    }
}

struct Ticked {
    name: &'static str,
    chosen: bool,
}

impl Ticked {
    fn label(&self) -> String {
        format!("rule-way-{}", self.name)
    }
}

/// The rules, with those ticked that hold.
pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = async {
        let firm = app.firm().await?;
        let files = app.wait(files).await?;
        let pack = pack(&files);
        let kept = files.into_iter().find(|file| file.name == FILE);
        let text = kept.as_ref().map_or("", |file| file.text.as_str());
        let chosen = Chosen::of(text);
        let mut page = empty(&app, &who);
        page.rules = RULES
            .iter()
            .map(|rule| Offered {
                id: rule.id,
                chosen: chosen.has(rule.id),
                gaps: rule
                    .gaps
                    .iter()
                    .map(|gap| Number {
                        name: gap.name,
                        value: chosen.number(rule, gap).to_string(),
                        low: gap.low,
                        high: gap.high,
                        wrong: false,
                    })
                    .collect(),
                has_ways: rule.has_ways,
            })
            .collect();
        page.ways = WAYS
            .iter()
            .map(|(name, ..)| Ticked {
                name,
                chosen: chosen.has_way(name),
            })
            .collect();
        page.by_hand = kept
            .as_ref()
            .is_some_and(|file| file.text != chosen.text(&firm.name, &pack));
        page.version = kept
            .map(|file| file.version.to_string())
            .unwrap_or_default();
        Ok(show_as(StatusCode::OK, &page))
    }
    .await;
    or_page(&app, &who, shown)
}

fn empty(app: &App, who: &SignedIn) -> Page {
    Page {
        frame: Frame::of(app, who).in_room(Room::Policy),
        may_change: who.runs_the_app(),
        rules: Vec::new(),
        ways: Vec::new(),
        version: String::new(),
        by_hand: false,
        stale: false,
        any_wrong: false,
        checked: None,
    }
}

/// What was sent, as it was sent.
fn again(app: &App, who: &SignedIn, fields: &Fields, wrong: &[Wrong]) -> Page {
    let mut page = empty(app, who);
    page.rules = RULES
        .iter()
        .map(|rule| Offered {
            id: rule.id,
            chosen: fields.all("rule").any(|id| id == rule.id),
            gaps: rule
                .gaps
                .iter()
                .map(|gap| Number {
                    name: gap.name,
                    value: fields.text(gap.name).to_owned(),
                    low: gap.low,
                    high: gap.high,
                    wrong: wrong
                        .iter()
                        .any(|each| each.rule == rule.id && each.gap == gap.name),
                })
                .collect(),
            has_ways: rule.has_ways,
        })
        .collect();
    let ticked = |name: &&str| fields.all("way").any(|way| way == *name);
    page.ways = WAYS
        .iter()
        .map(|(name, ..)| Ticked {
            name,
            chosen: ticked(name),
        })
        .collect();
    page.version = fields.text("version").to_owned();
    page.any_wrong = !wrong.is_empty();
    page
}

/// Writes the chosen rules.
pub(super) async fn save(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let saved = saved(&app, &who, &fields).await;
    or_page(&app, &who, saved)
}

async fn saved(app: &App, who: &SignedIn, fields: &Fields) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let firm = app.firm().await?;
    let files = app.wait(files).await?;
    let pack = pack(&files);
    let kept = files.into_iter().find(|file| file.name == FILE);
    let before = Chosen::of(kept.as_ref().map_or("", |file| file.text.as_str()));
    let chosen = match Chosen::sent(fields, &before, app.today()) {
        Ok(chosen) => chosen,
        Err(wrong) => {
            let page = again(app, who, fields, &wrong);
            return Ok(show_as(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let change = Change {
        name: FILE.to_owned(),
        expected: fields.text("version").parse().ok(),
        text: Some(chosen.text(&firm.name, &pack)),
    };
    let mut page = again(app, who, fields, &[]);
    match save_change(app, who, change).await? {
        Outcome::Saved => Ok(Redirect::to("/policy").into_response()),
        Outcome::Refused(checked) => {
            page.checked = Some(checked);
            Ok(show_as(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Outcome::Stale(actual) => {
            page.stale = true;
            page.version = actual
                .map(|version| version.to_string())
                .unwrap_or_default();
            Ok(show_as(StatusCode::CONFLICT, &page))
        }
        Outcome::Unfit(error) => Err(Fault::Store(error)),
    }
}
