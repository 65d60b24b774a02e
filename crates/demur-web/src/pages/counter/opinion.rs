//! The opinion: the verdict in words, what to say now, what to do, why; and the decision of a person.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::engine::{Engine, Opinion, Situation};
use demur_app::interview::Turn;
use demur_app::lawbook::Verdict;
use demur_app::library::Library;
use demur_app::notices;
use demur_app::record::{Decided, Details, Judged, judge};
use demur_app::store::{Channel, Choice, Contact, Identity, Operation, Receipt, StoreError};
use demur_app::syntax::tree::Lang;
use demur_words::opinion::{PartKind, TitledPart, View, conditional, speech, told};
use demur_words::record::error::message;
use demur_words::{Headline, Words};

use super::led::Led;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

#[derive(Template)]
#[template(path = "opinion.html")]
struct Page {
    frame: Frame,
    id: String,
    answer: Answer,
    may_decide: bool,
    may_record: bool,
    typed: Fields,
    /// What was wrong with what was typed.
    wrong: Option<Wrong>,
}

impl Page {
    /// What is wrong with a field.
    fn wrong_with(&self, field: &str) -> Option<&str> {
        let wrong = self.wrong.as_ref().filter(|wrong| wrong.field == field)?;
        Some(&wrong.said)
    }
}

/// What was wrong with what was typed, and in which field.
struct Wrong {
    field: &'static str,
    said: String,
}

impl Wrong {
    fn of(error: &StoreError, words: &Words) -> Self {
        let field = match error {
            StoreError::Invalid { field, .. } | StoreError::TextRejected { field, .. } => {
                field.to_string()
            }
            StoreError::ReasonMissing => "reason".to_owned(),
            StoreError::WordsNotOwn => "words".to_owned(),
            _ => String::new(),
        };
        let field = match field.as_str() {
            "words" => "words",
            "reason" => "reason",
            "facts" => "facts",
            "contact" | "identity" | "identity.used" => "contact",
            _ => "choice",
        };
        Self {
            field,
            said: message(error, words),
        }
    }
}

/// An opinion in words.
struct Answer {
    alarm: Option<Headline>,
    headline: Headline,
    /// What to say to the customer.
    say: String,
    /// What matters now, the most urgent first.
    brief: Vec<TitledPart>,
    /// Everything.
    whole: Vec<TitledPart>,
    /// Whether refusing is what it says that may be done.
    allows_refusing: bool,
    /// Whether the record asks whoever refuses nevertheless for a reason.
    needs_reason: bool,
    /// The verdict, for the figures.
    verdict: &'static str,
}

/// What follows a headline, as a sentence of its own.
fn sentence(headline: &Headline) -> String {
    let text = headline.rest.trim_start_matches([':', ',', '.', ' ', ';']);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        format!(
            "{}{}.",
            first.to_uppercase(),
            letters.as_str().trim_end_matches('.')
        )
    })
}

/// Nobody has decided until somebody says so.
fn is_chosen(typed: &Fields, choice: &str) -> bool {
    typed.text("choice") == choice
}

/// What stands under the words to say, in this order.
const BRIEF: [PartKind; 5] = [
    PartKind::Change,
    PartKind::ToDo,
    PartKind::Why,
    PartKind::Risk,
    PartKind::Trust,
];

#[derive(Template)]
#[template(path = "recorded.html")]
struct Recorded {
    frame: Frame,
    case: String,
    refused: bool,
    may_notify: bool,
    /// What the customer takes along to prove that the record was not altered.
    letter: Option<String>,
}

/// The opinion on an interview that is over.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(id): Path<String>,
) -> Response {
    let shown = async {
        let mut led = Led::of(&app, &who, &id).await?;
        let words = app.voices().of(who.visitor.lang);
        let done = led
            .go_on(&app, &who, move |interview, engine, library| {
                let Ok(Turn::Done(opinion)) = interview.next(engine) else {
                    return None;
                };
                let situation = interview.situation(&library.lawbook);
                Some(answer(engine, library, &situation, &opinion, &words))
            })
            .await?;
        match done {
            None => Ok(Redirect::to(&format!("/interview/{id}")).into_response()),
            Some(answer) => {
                app.metrics().opinion(answer.verdict);
                let typed = Fields::default();
                Ok(opinion_page(&app, &who, id, answer, typed, None))
            }
        }
    }
    .await;
    or_page(&app, &who, shown)
}

fn answer(
    engine: &mut Engine<'_>,
    library: &Library,
    situation: &Situation,
    opinion: &Opinion,
    words: &Words,
) -> Answer {
    let duties = engine.conditional_duties(situation).unwrap_or_default();
    let view = View {
        lawbook: &library.lawbook,
        opinion,
        situation,
        words,
        explain: false,
    };
    let short = told(view);
    let mut parts = short.parts;
    parts.extend(conditional(view.lawbook, &duties, words));
    let brief = BRIEF
        .iter()
        .filter_map(|kind| parts.iter().find(|part| part.kind == *kind));
    let whole = told(View {
        explain: true,
        ..view
    })
    .parts;
    let allows = [
        Verdict::MayRefuse,
        Verdict::MayRefuseAfter,
        Verdict::MustRefuse,
    ];
    Answer {
        say: speech(view),
        alarm: short.alarm,
        headline: short.headline,
        brief: brief.cloned().collect(),
        whole: whole
            .into_iter()
            .filter(|part| part.kind != PartKind::Say)
            .collect(),
        allows_refusing: opinion
            .verdict
            .is_some_and(|verdict| allows.contains(&verdict)),
        needs_reason: !matches!(
            opinion.verdict,
            Some(Verdict::MayRefuse | Verdict::MustRefuse)
        ),
        verdict: opinion.verdict.map_or("undetermined", Verdict::name),
    }
}

fn opinion_page(
    app: &App,
    who: &SignedIn,
    id: String,
    answer: Answer,
    typed: Fields,
    wrong: Option<Wrong>,
) -> Response {
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = Page {
        frame: Frame::of(app, who).in_room(Room::Counter),
        id,
        answer,
        may_decide: who.may(Operation::Decide),
        may_record: who.may(Operation::Create),
        typed,
        wrong,
    };
    show_as(status, &page)
}

/// Opens a case file, with the decision of whoever may decide.
pub(super) async fn record(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    let Posted { who, fields } = posted;
    let recorded = recorded(&app, &who, id, fields).await;
    or_page(&app, &who, recorded)
}

async fn recorded(
    app: &App,
    who: &SignedIn,
    id: String,
    fields: Fields,
) -> Result<Response, Fault> {
    who.actor(Operation::Create)?;
    let led = Led::of(app, who, &id).await?;
    let lang = who.visitor.lang;
    let library = app.desk().library();
    let situation = led.situation(&library.lawbook);
    let judged = {
        let situation = situation.clone();
        let asked = app
            .desk()
            .ask(move |engine, _| judge(engine, &situation, lang, notice(lang)));
        asked.await?.map_err(|_| clash())?
    };
    match entered(app, who, &id, judged, &fields).await {
        Ok(receipt) => {
            led.forget(app, who).await?;
            Ok(recorded_page(app, who, &receipt, &fields))
        }
        Err(Fault::Store(error)) if is_about_what_was_typed(&error) => {
            let words = app.voices().of(lang);
            let wrong = Wrong::of(&error, &words);
            let answer = app
                .desk()
                .ask(move |engine, library| {
                    let opinion = engine.decide(&situation).map_err(|_| clash())?;
                    let answer = answer(engine, library, &situation, &opinion, &words);
                    Ok::<_, Fault>(answer)
                })
                .await??;
            Ok(opinion_page(app, who, id, answer, fields, Some(wrong)))
        }
        Err(fault) => Err(fault),
    }
}

/// An interview never keeps an answer that clashes with what is known.
fn clash() -> Fault {
    Fault::Broken("known facts clash")
}

fn is_about_what_was_typed(error: &StoreError) -> bool {
    Fault::Store(error.clone()).status() == StatusCode::UNPROCESSABLE_ENTITY
}

async fn entered(
    app: &App,
    who: &SignedIn,
    id: &str,
    judged: Judged,
    fields: &Fields,
) -> Result<Receipt, Fault> {
    let firm = app.firm().await?;
    let details = details(fields)?;
    let operation = if details.decided.is_some() {
        Operation::Decide
    } else {
        Operation::Create
    };
    let actor = who.actor(operation)?;
    let site = firm.site_of(who.person.site.as_deref()).to_owned();
    // The interview has one case file, however often the form is sent.
    let request = format!("interview-{id}");
    app.wait(move |app| {
        let record = app.record().at_site(&site);
        record.record(&actor, &request, &judged, details)
    })
    .await
}

fn details(fields: &Fields) -> Result<Details, Fault> {
    let choice = match fields.text("choice") {
        "" => None,
        text => Some(Choice::parse(text).ok_or(Fault::Unreadable)?),
    };
    let own = |name: &str| fields.some(name).map(str::to_owned);
    let decided = choice.map(|choice| Decided {
        choice,
        words: fields.text("words").to_owned(),
        reason: own("reason"),
        ground: None,
        alternatives: Vec::new(),
        adjustment_offered: None,
    });
    Ok(Details {
        identity: identity(fields)?,
        facts: own("facts"),
        note_to_reviewer: None,
        decided,
    })
}

fn identity(fields: &Fields) -> Result<Option<Identity>, Fault> {
    let Some(value) = fields.some("contact") else {
        return Ok(None);
    };
    let channel = Channel::parse(fields.text("channel")).ok_or(Fault::Unreadable)?;
    Ok(Some(Identity {
        name: fields.some("name").map(str::to_owned),
        contacts: vec![Contact {
            channel,
            value: value.to_owned(),
        }],
        used: channel,
        checked: false,
    }))
}

fn recorded_page(app: &App, who: &SignedIn, receipt: &Receipt, fields: &Fields) -> Response {
    let letter = receipt.letter.as_ref();
    show(&Recorded {
        frame: Frame::of(app, who).in_room(Room::Counter),
        case: receipt.case.clone(),
        refused: fields.text("choice") == Choice::Refuse.as_str(),
        may_notify: who.may(Operation::Notify),
        letter: letter.and_then(|letter| serde_json::to_string(letter).ok()),
    })
}

/// Staff read in one language; a notice begins in the same.
pub(super) fn notice(lang: Lang) -> notices::Lang {
    match lang {
        Lang::Pl => notices::Lang::Pl,
        Lang::En => notices::Lang::En,
    }
}
