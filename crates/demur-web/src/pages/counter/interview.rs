//! One question a page: what is asked, why, and the way back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::engine::Engine;
use demur_app::interview::{Interview, Turn};
use demur_app::interview::{Question, Subject};
use demur_app::lawbook::{Cost, Lawbook};
use demur_words::question::{self, Clash, Kind, QuestionTold};
use demur_words::{Headline, Words, names};

use super::answers;
use super::led::Led;
use super::openings::{self, Opening};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

#[derive(Template)]
#[template(path = "interview.html")]
struct Page {
    frame: Frame,
    id: String,
    opening: &'static str,
    asked: Asked,
    opened: Option<&'static Opening>,
    alarm: Option<Headline>,
    /// What was wrong with the answer that was sent.
    wrong: Option<String>,
    /// What cannot be so together with what is known.
    clash: Option<Clash>,
}

impl Page {
    /// Whether a box is ticked: as it was before, else as what is happening suggests.
    fn is_ticked(&self, name: &str) -> bool {
        if self.asked.question.earlier.is_some() || !self.asked.of_reasons {
            return self.asked.was(name);
        }
        self.opened.is_some_and(|opening| opening.suggests(name))
    }

    /// Whether a box is ticked that nobody has ticked yet.
    fn is_suggested(&self) -> bool {
        let options = &self.asked.question.options;
        self.asked.question.earlier.is_none()
            && options.iter().any(|option| self.is_ticked(&option.name))
    }
}

/// How a label stands alone on a button.
fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_uppercase(), letters.as_str())
    })
}

/// A question as it stands.
struct Asked {
    /// Which one it is, so that an answer is never taken for another's.
    name: String,
    question: QuestionTold,
    possible: Vec<String>,
    number: usize,
    /// Whether the customer has to be asked, who may not want to say.
    of_customer: bool,
    /// Whether it is why staff would refuse.
    of_reasons: bool,
}

impl Asked {
    fn is(&self, kind: &str) -> bool {
        let own = match self.question.kind {
            Kind::YesNo => "yes-no",
            Kind::OneOf | Kind::Profile => "one",
            Kind::SomeOf | Kind::Boxes => "some",
            Kind::Number { .. } => "number",
        };
        own == kind
    }

    fn is_profile(&self) -> bool {
        self.question.kind == Kind::Profile
    }

    /// Name of the field that ticked boxes fill.
    fn box_name(&self) -> &'static str {
        if self.question.kind == Kind::Boxes {
            "so"
        } else {
            "value"
        }
    }

    fn was(&self, name: &str) -> bool {
        let earlier = self.question.earlier.as_ref();
        earlier.is_some_and(|earlier| earlier.chosen.iter().any(|chosen| chosen == name))
    }

    /// The number that was given before.
    fn number_before(&self) -> &str {
        let earlier = self.question.earlier.as_ref();
        earlier
            .and_then(|earlier| earlier.chosen.first())
            .map_or("", String::as_str)
    }
}

/// Begins an interview about what is happening.
pub(super) async fn begin(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let begun = begun(&app, &who, &fields).await;
    or_page(&app, &who, begun)
}

async fn begun(app: &App, who: &SignedIn, fields: &Fields) -> Result<Response, Fault> {
    let opening = openings::named(fields.text("opening")).ok_or(Fault::NotFound)?;
    let firm = app.firm().await?;
    app.wait(|app| {
        app.desk().refresh(false);
        Ok(())
    })
    .await?;
    let led = Led::begin(app, who, &firm, opening).await?;
    Ok(Redirect::to(&format!("/interview/{}", led.id)).into_response())
}

/// The next question, or the way to the opinion.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(id): Path<String>,
) -> Response {
    let shown = shown(&app, &who, &id).await;
    or_page(&app, &who, shown)
}

async fn shown(app: &App, who: &SignedIn, id: &str) -> Result<Response, Fault> {
    let mut led = Led::of(app, who, id).await?;
    let words = app.voices().of(who.visitor.lang);
    let next = led
        .go_on(app, who, move |interview, engine, library| {
            next(interview, engine, &library.lawbook, &words)
        })
        .await?;
    match next? {
        None => Ok(Redirect::to(&format!("/interview/{id}/opinion")).into_response()),
        Some(asked) => Ok(asked_page(app, who, &led, asked, None, None)),
    }
}

/// Nothing when no question matters any more.
fn next(
    interview: &mut Interview,
    engine: &mut Engine<'_>,
    lawbook: &Lawbook,
    words: &Words,
) -> Result<Option<Asked>, Fault> {
    let turn = interview.next(engine);
    let turn = turn.map_err(|_| Fault::Broken("an interview began with a clash"))?;
    let Turn::Ask(question) = turn else {
        return Ok(None);
    };
    let possible = question.possible.iter();
    let mut facts = question.facts.iter().map(|fact| &lawbook.facts[*fact]);
    Ok(Some(Asked {
        name: name(lawbook, &question),
        possible: possible
            .map(|verdict| names::outcome(words, *verdict))
            .collect(),
        of_customer: facts.any(|fact| matches!(fact.cost, Cost::Ask | Cost::Intrusive)),
        of_reasons: lawbook
            .reasons
            .is_some_and(|fact| question.subject == Subject::Fact(fact)),
        question: question::told(lawbook, &question, words),
        number: interview.answered() + 1,
    }))
}

/// The name of a question: those of its facts.
fn name(lawbook: &Lawbook, question: &Question) -> String {
    if question.subject == Subject::Profile {
        return "profile".to_owned();
    }
    let names = question
        .facts
        .iter()
        .map(|fact| lawbook.facts[*fact].name.as_str());
    names.collect::<Vec<_>>().join(" ")
}

fn asked_page(
    app: &App,
    who: &SignedIn,
    led: &Led,
    asked: Asked,
    wrong: Option<&str>,
    clash: Option<Clash>,
) -> Response {
    let frame = Frame::of(app, who).in_room(Room::Counter);
    let opened = openings::named(&led.opening);
    let status = if wrong.is_some() || clash.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = Page {
        id: led.id.clone(),
        opening: opened.map_or("", |opening| opening.said(frame.lang).title.as_str()),
        opened,
        alarm: led.is_alarm().then(|| question::alarm(&frame.words)),
        asked,
        wrong: wrong.map(|key| frame.t(key)),
        clash,
        frame,
    };
    show_as(status, &page)
}

/// What an answer led to.
enum Heard {
    Taken,
    Again(Box<Asked>, Option<&'static str>, Option<Clash>),
}

/// Takes an answer; one that is none is asked for again on the spot.
pub(super) async fn answer(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let answered = answered(&app, &who, &id, fields).await;
    or_page(&app, &who, answered)
}

async fn answered(app: &App, who: &SignedIn, id: &str, fields: Fields) -> Result<Response, Fault> {
    let mut led = Led::of(app, who, id).await?;
    let words = app.voices().of(who.visitor.lang);
    let heard = led
        .go_on(app, who, move |interview, engine, library| {
            hear(interview, engine, &library.lawbook, &words, &fields)
        })
        .await?;
    Ok(match heard? {
        Heard::Taken => Redirect::to(&format!("/interview/{id}")).into_response(),
        Heard::Again(asked, wrong, clash) => asked_page(app, who, &led, *asked, wrong, clash),
    })
}

fn hear(
    interview: &mut Interview,
    engine: &mut Engine<'_>,
    lawbook: &Lawbook,
    words: &Words,
    fields: &Fields,
) -> Result<Heard, Fault> {
    let turn = interview.next(engine);
    let Ok(Turn::Ask(question)) = turn else {
        return Ok(Heard::Taken);
    };
    if fields.text("question") != name(lawbook, &question) {
        // The page was an old one: its answer belongs to another question.
        return Ok(Heard::Taken);
    }
    let (wrong, clash) = match answers::read(lawbook, &question, fields) {
        Err(wrong) => (Some(wrong), None),
        Ok(reply) => match interview.answer(engine, &question, reply) {
            Ok(()) => return Ok(Heard::Taken),
            Err(found) => {
                let situation = interview.situation(lawbook);
                (
                    None,
                    Some(question::clash(lawbook, &situation, &found, words)),
                )
            }
        },
    };
    let asked = next(interview, engine, lawbook, words)?;
    let asked = asked.ok_or(Fault::Broken("a question went away"))?;
    Ok(Heard::Again(Box::new(asked), wrong, clash))
}

/// The question before, with its answer.
pub(super) async fn back(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    let who = posted.who;
    let gone = async {
        let mut led = Led::of(&app, &who, &id).await?;
        let back = led
            .go_on(&app, &who, |interview, _, _| interview.back())
            .await?;
        let to = if back {
            format!("/interview/{id}")
        } else {
            "/".to_owned()
        };
        Ok(Redirect::to(&to).into_response())
    }
    .await;
    or_page(&app, &who, gone)
}

/// Throws the interview away.
pub(super) async fn leave(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    let who = posted.who;
    let left = async {
        Led::of(&app, &who, &id).await?.forget(&app, &who).await?;
        Ok(Redirect::to("/").into_response())
    }
    .await;
    or_page(&app, &who, left)
}
