//! A case file: what was decided and why, what happened, and what somebody may do about it.

use askama::Template;
use axum::extract::{Path, Query as Address, State};
use axum::http::StatusCode;
use axum::response::Response;
use demur_app::record::explain;
use demur_app::store::{CaseFile, Operation, Texts};
use demur_words::record::answers::objection_rejected;
use demur_words::record::file::{Part, PartKind, Shown, Told, told};
use demur_words::sheet::Block;
use demur_words::{Item, Words, names};
use serde::Deserialize;

use super::acting::{actor, request};
use super::may::{May, Options, may, options};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

#[derive(Template)]
#[template(path = "cases/file.html")]
pub(super) struct Page {
    frame: Frame,
    number: String,
    address: String,
    version: i64,
    request: String,
    told: Told,
    /// So many of the norms carry the opinion; the others did not apply.
    carrying: usize,
    timeline_title: String,
    timeline: Vec<Happening>,
    due: Option<String>,
    /// Contact and texts, after somebody asked for them.
    texts: Option<Vec<Block>>,
    /// What to answer to an objection that was not accepted.
    answer: Option<String>,
    may: May,
    options: Options,
    typed: Fields,
    wrong: Option<Wrong>,
    /// What was done just now.
    done: Option<String>,
    /// What the customer takes along; shown once.
    letter: Option<String>,
}

impl Page {
    /// Norms that carry the opinion.
    fn carrying<'a>(&self, part: &'a Part) -> &'a [Item] {
        part.items.get(..self.carrying).unwrap_or(&part.items)
    }

    /// Norms that did not apply.
    fn not_carrying<'a>(&self, part: &'a Part) -> &'a [Item] {
        part.items.get(self.carrying..).unwrap_or_default()
    }

    fn went_wrong(&self, step: &str) -> bool {
        self.wrong.as_ref().is_some_and(|wrong| wrong.step == step)
    }

    fn wrong_in(&self, step: &str, field: &str) -> bool {
        let wrong = self.wrong.as_ref();
        wrong.is_some_and(|wrong| wrong.step == step && wrong.field == field)
    }

    /// What was typed into the form of this step.
    fn typed(&self, step: &str, field: &str) -> String {
        if self.went_wrong(step) {
            self.typed.raw(field)
        } else {
            String::new()
        }
    }

    fn was(&self, step: &str, field: &str, value: &str) -> bool {
        self.went_wrong(step) && self.typed.text(field) == value
    }

    /// What was typed for a step that is no longer possible, so that it is not lost.
    fn stranded(&self) -> Vec<String> {
        let wrong = self
            .wrong
            .as_ref()
            .filter(|wrong| !self.may.offers(&wrong.step));
        let texts = ["words", "reason", "statement", "facts"];
        let texts = texts.into_iter().filter(|_| wrong.is_some());
        texts
            .map(|name| self.typed.raw(name))
            .filter(|text| !text.trim().is_empty())
            .collect()
    }
}

/// Why a step was not taken.
pub(super) struct Wrong {
    pub(super) step: String,
    pub(super) field: &'static str,
    pub(super) said: String,
    pub(super) status: StatusCode,
}

/// A step in the life of the case file.
struct Happening {
    when: String,
    what: String,
    by: String,
}

#[derive(Deserialize)]
pub(super) struct After {
    #[serde(default)]
    done: String,
}

/// What stands on the page besides the case file.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) texts: Option<Texts>,
    pub(super) typed: Fields,
    pub(super) wrong: Option<Wrong>,
    pub(super) done: Option<&'static str>,
    pub(super) letter: Option<String>,
}

/// The steps after which the page says what was done.
const DONE: [(&str, &str); 12] = [
    ("confirm", "done-confirm"),
    ("receive", "done-receive"),
    ("statement", "done-statement"),
    ("correct", "done-correct"),
    ("review", "done-review"),
    ("deadline", "done-deadline"),
    ("close", "done-close"),
    ("hold", "done-hold"),
    ("review-hold", "done-review-hold"),
    ("end-hold", "done-end-hold"),
    ("erase", "done-erase"),
    ("notice", "done-notice"),
];

/// A case file.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(number): Path<String>,
    Address(after): Address<After>,
) -> Response {
    let done = DONE.iter().find(|(step, _)| *step == after.done);
    let beside = Beside {
        done: done.map(|(_, key)| *key),
        ..Beside::default()
    };
    let shown = shown(&app, &who, &number, beside).await;
    or_page(&app, &who, shown)
}

/// Contact and texts. The look stands in the journal, so it is a form that asks for it.
pub(super) async fn texts(
    State(app): State<App>,
    Path(number): Path<String>,
    posted: Posted,
) -> Response {
    let who = posted.who;
    let shown = async {
        let looker = actor(&who, Operation::Reveal)?;
        let case = number.clone();
        let texts = app
            .wait(move |app| app.record().reveal(&looker, &case))
            .await;
        let beside = match texts {
            Ok(texts) => Beside {
                texts: Some(texts),
                ..Beside::default()
            },
            Err(fault) => Beside {
                wrong: Some(wrong(&app, &who, "texts", fault)?),
                ..Beside::default()
            },
        };
        shown(&app, &who, &number, beside).await
    }
    .await;
    or_page(&app, &who, shown)
}

/// What the store refuses, for the page; a fault that has a page of its own stays one.
pub(super) fn wrong(app: &App, who: &SignedIn, step: &str, fault: Fault) -> Result<Wrong, Fault> {
    let status = fault.status();
    let Fault::Store(error) = fault else {
        return Err(fault);
    };
    if status == StatusCode::NOT_FOUND || status == StatusCode::INTERNAL_SERVER_ERROR {
        return Err(Fault::Store(error));
    }
    use demur_app::store::StoreError as E;
    let words = app.voices().of(who.visitor.lang);
    Ok(Wrong {
        step: step.to_owned(),
        field: match &error {
            E::Invalid { field, .. } | E::TextRejected { field, .. } => field,
            E::WordsNotOwn => "words",
            E::ReasonMissing => "reason",
            E::HoldWithoutFact => "fact",
            _ => "",
        },
        said: demur_words::record::error::message(&error, &words),
        status,
    })
}

/// The case file as it is now.
pub(super) async fn read(app: &App, who: &SignedIn, number: &str) -> Result<CaseFile, Fault> {
    let looker = actor(who, Operation::Show)?;
    let case = number.to_owned();
    app.wait(move |app| app.record().show(&looker, &case)).await
}

pub(super) async fn shown(
    app: &App,
    who: &SignedIn,
    number: &str,
    beside: Beside,
) -> Result<Response, Fault> {
    let file = read(app, who, number).await?;
    let firm = app.firm().await?;
    let frame = Frame::of(app, who).in_room(Room::Cases);
    let library = app.desk().library();
    let lawbook = &library.lawbook;
    let words = &frame.words;
    let explained = explain(&file);
    let shown = Shown {
        file: &file,
        explained: &explained,
        texts: None,
        lawbook,
    };
    let status = beside
        .wrong
        .as_ref()
        .map_or(StatusCode::OK, |wrong| wrong.status);
    let page = Page {
        told: told(&shown, words),
        carrying: explained.norms.len().max(1),
        timeline_title: words.say("record-timeline"),
        timeline: timeline(&file, words),
        due: file.deadline.map(|day| {
            let kind = file.deadline_kind.as_deref().unwrap_or_default();
            super::step::due(lawbook, words, &day.to_string(), kind)
        }),
        answer: beside
            .texts
            .as_ref()
            .and_then(|texts| objection_rejected(&file, texts, firm.answering(), words)),
        texts: beside
            .texts
            .map(|texts| demur_words::record::texts(&texts, words).blocks),
        may: may(who, &file),
        options: options(&file, lawbook, words),
        address: super::address(&file.number),
        number: file.number,
        version: file.version,
        request: request()?,
        typed: beside.typed,
        wrong: beside.wrong,
        done: beside.done.map(|key| words.say(key)),
        letter: beside.letter,
        frame: frame.clone(),
    };
    Ok(show_as(status, &page))
}

fn timeline(file: &CaseFile, words: &Words) -> Vec<Happening> {
    let happened = file.timeline.iter().map(|happened| {
        let event = names::event(words, &happened.kind);
        let detail = demur_words::record::file::detail(happened, words);
        Happening {
            when: happened.when.clone(),
            what: detail.map_or_else(|| event.clone(), |detail| format!("{event}: {detail}")),
            by: names::role_named(words, &happened.role),
        }
    });
    happened.collect()
}
