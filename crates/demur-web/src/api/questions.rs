//! `/questions`: what to ask next, until no answer can change anything any more.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use demur_app::interview::{Interview, Question, Subject, Turn};
use demur_app::lawbook::{FactId, Lawbook, Verdict};
use demur_app::opinion_json::document;
use demur_app::syntax::nearest;
use demur_words::Words;
use demur_words::question::{Kind as Way, QuestionTold, told};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::body::Body;
use super::caller::Caller;
use super::problem::{Kind, Problem};
use super::reading::Reading;
use super::schema;
use super::situations::{Sent, think};
use crate::app::App;

/// Declined like a fact: none of the named businesses.
const PROFILE: &str = "profile";

/// What is known, and what nobody can answer.
#[derive(ToSchema)]
#[schema(as = Inquiry)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct InquiryBody {
    situation: schema::Situation,
    /// Facts that nobody can answer, or the customer will not; they are not asked. `profile` when
    /// it is none of the named businesses.
    #[schema(required = false, nullable = false)]
    declined: Vec<String>,
}

/// What to ask next, or the opinion when there is nothing to ask.
#[derive(Serialize, ToSchema)]
#[schema(as = Turn)]
struct TurnDocument {
    /// The next question; null when the opinion is fixed, or nothing further can be known.
    question: Option<QuestionDocument>,
    /// How many questions remain at most, this one included; most answers settle several.
    at_most: usize,
    /// Every verdict that is still possible.
    #[schema(value_type = Vec<schema::VerdictName>)]
    possible: Vec<&'static str>,
    /// The opinion, when there is no question.
    #[schema(value_type = Option<schema::Opinion>)]
    opinion: Option<Value>,
}

/// A question, in words and coded.
#[derive(Serialize, ToSchema)]
#[schema(as = Question)]
struct QuestionDocument {
    /// What it is about: one fact, several yes-or-no facts together, or the business.
    #[schema(value_type = schema::SubjectName)]
    about: &'static str,
    /// The names of the facts whose answers go into the next situation; none for the business,
    /// whose name goes into `profile`.
    facts: Vec<String>,
    /// How it is answered: `boxes` means that each of the facts is true or false.
    #[schema(value_type = schema::WayName)]
    kind: &'static str,
    /// The question in words.
    title: String,
    /// What is good to know before answering.
    help: Option<String>,
    /// What can be answered; empty for numbers.
    options: Vec<OptionDocument>,
    /// What "none of these" is called where that is an answer.
    none: Option<String>,
    /// The smallest number.
    low: Option<i64>,
    /// The largest number.
    high: Option<i64>,
    /// Why it is asked, in a line.
    why: Option<String>,
    /// The norms that look at the answer.
    norms: Vec<String>,
    /// Verdicts between which the answer alone can decide.
    #[schema(value_type = Vec<schema::VerdictName>)]
    decides: Vec<&'static str>,
    /// It goes so far into somebody's life that it is asked only when nothing else decides.
    intrusive: bool,
}

/// Something that can be answered.
#[derive(Serialize, ToSchema)]
#[schema(as = QuestionOption)]
struct OptionDocument {
    /// What goes into the next situation: a value, `true` or `false`, a fact, or a profile.
    name: String,
    /// How people call it.
    label: String,
    /// What is good to know about it.
    help: Option<String>,
}

/// The next question about a situation
///
/// Nothing is kept: send everything that is known each time. When `question` is null, the
/// opinion is there.
#[utoipa::path(
    post, path = "/questions", tag = "opinions", operation_id = "nextQuestion",
    request_body(content = InquiryBody, description = "What is known, and what nobody can answer"),
    responses((status = 200, body = TurnDocument, description = "The question or the opinion")),
)]
pub(super) async fn next(
    State(app): State<App>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let mut reading = Reading::default();
    let members = reading.object(&body.root, "", &["situation", "declined"]);
    let situation = members.some("situation");
    let situation = reading.needed(&members, "situation", situation);
    let declined = reading.texts(&members, "declined");
    let Some(situation) = situation else {
        reading.finish()?;
        return Err(Kind::InvalidBody.into());
    };
    let sent = Sent::within(&body, situation);
    let turn = think(&app, &caller, move |thinking| {
        let lawbook = &thinking.library.lawbook;
        let closed = closed(&mut reading, lawbook, &declined);
        reading.finish()?;
        let understood = sent.read(lawbook, thinking.today)?;
        let profile = declined.iter().any(|(_, name)| name == PROFILE);
        let situation = understood.read.situation.clone();
        let mut interview = Interview::new(situation).declining(closed, profile);
        let turn = interview.next(thinking.engine);
        let turn = turn.map_err(|found| understood.clash(lawbook, &found, thinking.words))?;
        Ok(written(lawbook, &turn, thinking.words))
    });
    Ok(Json(turn.await?).into_response())
}

/// The facts of these names.
fn closed(reading: &mut Reading, lawbook: &Lawbook, declined: &[(String, String)]) -> Vec<FactId> {
    let mut closed = Vec::new();
    for (at, name) in declined.iter().filter(|(_, name)| name != PROFILE) {
        match lawbook.fact_named(name) {
            Some(fact) => closed.push(fact),
            None => {
                let names = lawbook.facts.iter().map(|(_, fact)| fact.name.as_str());
                let near = nearest(name, names);
                let key = if near.is_some() {
                    "problem-no-fact-near"
                } else {
                    "problem-no-fact"
                };
                let gaps = vec![
                    ("name", name.chars().take(80).collect()),
                    ("near", near.unwrap_or_default().to_owned()),
                ];
                reading.note(at, "unknown-fact", key, gaps);
            }
        }
    }
    closed
}

fn written(lawbook: &Lawbook, turn: &Turn, words: &Words) -> TurnDocument {
    match turn {
        Turn::Ask(question) => TurnDocument {
            at_most: question.at_most,
            possible: question
                .possible
                .iter()
                .map(|verdict| verdict.name())
                .collect(),
            question: Some(asked(lawbook, question, told(lawbook, question, words))),
            opinion: None,
        },
        Turn::Done(opinion) => TurnDocument {
            question: None,
            at_most: 0,
            possible: opinion
                .possible
                .iter()
                .map(|verdict| verdict.name())
                .collect(),
            opinion: serde_json::to_value(document(lawbook, opinion, words.lang)).ok(),
        },
    }
}

fn asked(lawbook: &Lawbook, question: &Question, told: QuestionTold) -> QuestionDocument {
    let about = match question.subject {
        Subject::Profile => "profile",
        Subject::Fact(_) => "fact",
        Subject::Together(_) => "together",
    };
    let (kind, low, high) = match told.kind {
        Way::Profile => ("profile", None, None),
        Way::YesNo => ("yes_no", None, None),
        Way::OneOf => ("one_of", None, None),
        Way::SomeOf => ("some_of", None, None),
        Way::Boxes => ("boxes", None, None),
        Way::Number { low, high } => ("number", Some(low), Some(high)),
    };
    let norms = question.why.iter().flat_map(|why| &why.norms);
    let decides = question.why.iter().flat_map(|why| &why.decides);
    let options = told.options.into_iter();
    QuestionDocument {
        about,
        facts: question
            .facts
            .iter()
            .map(|fact| lawbook.facts[*fact].name.clone())
            .collect(),
        kind,
        title: told.title,
        help: told.help,
        options: options
            .map(|each| OptionDocument {
                name: each.name,
                label: each.label,
                help: each.help,
            })
            .collect(),
        none: told.none,
        low,
        high,
        why: told.why,
        norms: norms.map(|norm| lawbook.norms[*norm].id.clone()).collect(),
        decides: decides.copied().map(Verdict::name).collect(),
        intrusive: told.intrusive,
    }
}
