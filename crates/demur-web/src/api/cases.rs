//! `/cases`: opening case files, finding them, and looking at one.

#![expect(
    unused_qualifications,
    reason = "the macro that describes addresses writes them"
)]

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{ETAG, LOCATION};
use axum::response::{IntoResponse, Response};
use demur_app::record::{Decided, Details, Judged, judge};
use demur_app::store::{
    Channel, Choice, Contact, Identity, Operation, Query, Receipt, State as Stands,
};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use super::asked::Asked;
use super::body::Body;
use super::caller::Caller;
use super::cursor;
use super::problem::{Kind, Problem};
use super::reading::{Members, Reading};
use super::schema;
use super::situations::{Sent, think};
use super::writing::{RequestKey, tag};
use crate::app::App;

/// Most case files on a page.
const MOST: i64 = 200;

/// A case file in the making.
#[derive(ToSchema)]
#[schema(as = NewCase)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct NewCaseBody {
    situation: schema::Situation,
    /// What a person decided, if they did. It needs the role that decides.
    decision: Option<DecisionBody>,
    /// The contact that carries the message. Without it nothing about the customer is kept.
    contact: Option<ContactBody>,
    /// What happened. Sealed, and looked at by the guard of free text.
    #[schema(max_length = 600)]
    facts: Option<String>,
    /// For whoever looks at an appeal. Sealed, and looked at by the guard of free text.
    #[schema(max_length = 300)]
    note_to_reviewer: Option<String>,
    /// Code of the site; that of the person, or the usual one, when absent.
    site: Option<String>,
}

/// What a person decided. There is no default: a person has both choice and words.
#[derive(ToSchema)]
#[schema(as = Decision)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct DecisionBody {
    /// What they decided.
    choice: schema::ChoiceName,
    /// Why, in their own words. Sealed.
    #[schema(min_length = 40, max_length = 600)]
    words: String,
    /// Why they refuse although the opinion does not carry it. Sealed.
    #[schema(min_length = 20, max_length = 600)]
    reason: Option<String>,
    /// The ground of the refusal; the one that the opinion found when absent.
    ground: Option<String>,
    /// What was offered instead, such as `another_time`.
    alternatives: Option<Vec<String>>,
    /// An adjustment was offered; which one is never kept.
    adjustment_offered: Option<bool>,
}

/// Name and contact of the customer. Sealed, and erased after their period.
#[derive(ToSchema)]
#[schema(as = Contact)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct ContactBody {
    /// The name that the message uses.
    name: Option<String>,
    /// The kind of contact.
    channel: schema::ContactName,
    /// The address or number.
    value: String,
}

/// Which case files are wanted.
#[derive(Default, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes parameters that are read one by one")]
pub(super) struct CasesQuery {
    /// Number of the case file.
    number: Option<String>,
    /// First day.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Last day.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// Ground of the refusal.
    #[param(pattern = "^[A-Za-z0-9._-]{1,96}$")]
    ground: Option<String>,
    /// Code of the site.
    #[param(pattern = "^[A-Za-z0-9._-]{1,96}$")]
    site: Option<String>,
    /// Where the case file stands.
    #[param(value_type = Option<schema::StateName>)]
    state: Option<Stands>,
    /// What was decided.
    #[param(value_type = Option<schema::ChoiceName>)]
    choice: Option<Choice>,
    /// Verdict of the opinion.
    #[param(value_type = Option<schema::HeadlineName>)]
    verdict: Option<String>,
    /// Something has to be done by this day; the most urgent come first.
    #[param(value_type = Option<String>, format = Date)]
    due_by: Option<Date>,
    /// Most case files on the page; 50 unless told.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before, with the same filters.
    cursor: Option<String>,
}

/// Some of the case files.
#[derive(Serialize, ToSchema)]
#[schema(as = CasePage)]
struct CasePage {
    /// The newest first; with `due_by` the most urgent first.
    #[schema(value_type = Vec<schema::Found>)]
    cases: Vec<demur_app::store::Found>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

/// Case files, a page at a time
///
/// By what the skeleton has, never by anything about a person. The desk sees its own open ones.
#[utoipa::path(
    get, path = "/cases", tag = "cases", operation_id = "findCases", params(CasesQuery),
    responses((status = 200, body = CasePage, description = "A page of case files")),
)]
pub(super) async fn find(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
) -> Result<Response, Problem> {
    let actor = caller.actor(Operation::Find)?;
    let (query, question) = query(asked)?;
    let page = app.wait(move |app| app.record().find(&actor, query)).await;
    let page = page.map_err(|fault| caller.problem(&fault))?;
    let next = page.next.map(|place| cursor::write(&question, &place));
    Ok(Json(CasePage {
        cases: page.cases,
        next,
    })
    .into_response())
}

/// The question with its filters in one text, to which cursors belong.
fn query(asked: Asked) -> Result<(Query, String), Problem> {
    let mut asked = asked.known(&[
        "number", "from", "to", "ground", "site", "state", "verdict", "choice", "due_by", "limit",
        "cursor",
    ]);
    let states: Vec<&str> = Stands::ALL.iter().map(|state| state.as_str()).collect();
    let choices: Vec<&str> = Choice::ALL.iter().map(|choice| choice.as_str()).collect();
    let verdicts = schema::headlines();
    let verdict = |text: &str| verdicts.contains(&text).then(|| text.to_owned());
    let limit = asked.whole("limit", 1, MOST);
    let after = asked.text("cursor");
    let number = asked.text("number");
    if number.as_deref().is_some_and(|number| !is_number(number)) {
        asked.note("number", "problem-parameter-number", Vec::new());
    }
    let mut query = Query {
        number,
        from: asked.day("from"),
        to: asked.day("to"),
        ground: asked.name("ground"),
        site: asked.name("site"),
        state: asked.word("state", Stands::parse, &states),
        verdict: asked.word("verdict", verdict, &verdicts),
        choice: asked.word("choice", Choice::parse, &choices),
        due_by: asked.day("due_by"),
        after: None,
        limit,
    };
    let filters = Query {
        limit: None,
        ..query.clone()
    };
    let question = serde_json::to_string(&filters).unwrap_or_default();
    if let Some(after) = after {
        query.after = cursor::read(&question, &after);
        if query.after.is_none() {
            asked.note("cursor", "problem-cursor", Vec::new());
        }
    }
    asked.finish()?;
    Ok((query, question))
}

/// Whether it can be the number of a case file.
pub(super) fn is_number(text: &str) -> bool {
    let coded = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    text.bytes().all(coded) && demur_app::store::parse_number(text).is_ok()
}

/// The number in an address; where it cannot be one, there is no such case file.
pub(super) fn number(text: String) -> Result<String, Problem> {
    if is_number(&text) {
        Ok(text)
    } else {
        Err(Kind::NotFound.into())
    }
}

/// A case file
///
/// Skeleton, situation, opinion and timeline; never contact or texts. What a role may not see is
/// not there. The entity tag is the version that a change has to name.
#[utoipa::path(
    get, path = "/cases/{number}", tag = "cases", operation_id = "showCase",
    params(("number" = String, Path, description = "Number of the case file")),
    responses((
        status = 200, body = schema::CaseFile, description = "The case file",
        headers(("ETag" = String, description = "Its version, in quotes")),
    )),
)]
pub(super) async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(number): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let actor = caller.actor(Operation::Show)?;
    asked.known(&[]).finish()?;
    let number = self::number(number)?;
    let file = app
        .wait(move |app| app.record().show(&actor, &number))
        .await;
    let file = file.map_err(|fault| caller.problem(&fault))?;
    Ok(([(ETAG, tag(file.version))], Json(file)).into_response())
}

/// Opens a case file
///
/// The opinion is asked for and kept beside the situation. Without a decision the case file stays
/// open until a person decides. The answer has the customer's letter: its code is shown only here.
#[utoipa::path(
    post, path = "/cases", tag = "cases", operation_id = "openCase",
    params(schema::KeyHeader),
    request_body(content = NewCaseBody, description = "What happened"),
    responses((
        status = 201, body = schema::Receipt, description = "It is on disk",
        headers(
            ("ETag" = String, description = "Its version, in quotes"),
            ("Location" = String, description = "Where the case file is"),
        ),
        links(("showCase" = (operation_id = "showCase", parameters(("number" = "$response.body#/case"))))),
    )),
)]
pub(super) async fn open(
    State(app): State<App>,
    caller: Caller,
    RequestKey(key): RequestKey,
    body: Body,
) -> Result<Response, Problem> {
    let known = [
        "situation",
        "decision",
        "contact",
        "facts",
        "note_to_reviewer",
        "site",
    ];
    let mut reading = Reading::default();
    let members = reading.object(&body.root, "", &known);
    let situation = members.some("situation");
    let situation = reading.needed(&members, "situation", situation);
    let details = Details {
        identity: identity(&mut reading, &members),
        facts: reading.text(&members, "facts"),
        note_to_reviewer: reading.text(&members, "note_to_reviewer"),
        decided: members.some("decision").and_then(|node| {
            let members = reading.object(node, "/decision", &DECISION);
            decided(&mut reading, &members)
        }),
    };
    let site = reading.text(&members, "site");
    let firm = app.firm().await.map_err(|fault| caller.problem(&fault))?;
    if let Some(unknown) = site
        .as_ref()
        .filter(|code| !firm.sites.iter().any(|site| site.code == **code))
    {
        let codes: Vec<&str> = firm.sites.iter().map(|site| site.code.as_str()).collect();
        reading.unknown_word("/site", unknown, &codes);
    }
    reading.finish()?;
    let situation = situation.ok_or(Kind::InvalidBody)?;
    let operation = match details.decided {
        Some(_) => Operation::Decide,
        None => Operation::Create,
    };
    let actor = caller.actor(operation)?;
    let judged = judged(&app, &caller, Sent::within(&body, situation)).await?;
    let site = firm.site_of(site.as_deref().or(caller.site())).to_owned();
    let written = app.wait(move |app| {
        let record = app.record().at_site(&site);
        Ok(record.record(&actor, &key, &judged, details))
    });
    let written = written.await.map_err(|fault| caller.problem(&fault))?;
    let receipt = written.map_err(|error| caller.refused(&error, &PLACES))?;
    let location = [(LOCATION, format!("/api/v1/cases/{}", receipt.case))];
    Ok((StatusCode::CREATED, location, receipt_of(&receipt)).into_response())
}

/// Where in a new case file stands what the record has a name for.
const PLACES: [(&str, &str); 10] = [
    ("words", "/decision/words"),
    ("reason", "/decision/reason"),
    ("alternatives", "/decision/alternatives"),
    ("grounds", "/situation/facts/refusal.reasons"),
    ("facts", "/facts"),
    ("note_to_reviewer", "/note_to_reviewer"),
    ("identity", "/contact"),
    ("identity.used", "/contact"),
    ("contact", "/contact/value"),
    ("situation.at", "/situation/at"),
];

/// The members of a decision.
pub(super) const DECISION: [&str; 6] = [
    "choice",
    "words",
    "reason",
    "ground",
    "alternatives",
    "adjustment_offered",
];

/// What was decided; nothing when something was wrong with it.
pub(super) fn decided(reading: &mut Reading, of: &Members<'_>) -> Option<Decided> {
    let choices: Vec<&str> = Choice::ALL.iter().map(|choice| choice.as_str()).collect();
    let choice = reading.word(of, "choice", Choice::parse, &choices);
    let choice = reading.needed(of, "choice", choice);
    let words = reading.text(of, "words");
    let words = reading.needed(of, "words", words);
    let reason = reading.text(of, "reason");
    let ground = reading.text(of, "ground");
    let alternatives = reading.texts(of, "alternatives").into_iter();
    let adjustment_offered = reading.flag(of, "adjustment_offered");
    Some(Decided {
        choice: choice?,
        words: words?,
        reason,
        ground,
        alternatives: alternatives.map(|(_, name)| name).collect(),
        adjustment_offered,
    })
}

fn identity(reading: &mut Reading, of: &Members<'_>) -> Option<Identity> {
    let node = of.some("contact")?;
    let of = reading.object(node, "/contact", &["name", "channel", "value"]);
    let channels: Vec<&str> = Channel::ALL
        .iter()
        .map(|channel| channel.as_str())
        .collect();
    let channel = reading.word(&of, "channel", Channel::parse, &channels);
    let channel = reading.needed(&of, "channel", channel);
    let value = reading.text(&of, "value");
    let value = reading.needed(&of, "value", value);
    let name = reading.text(&of, "name");
    let (channel, value) = (channel?, value?);
    Some(Identity {
        name,
        contacts: vec![Contact { channel, value }],
        used: channel,
        checked: false,
    })
}

async fn judged(app: &App, caller: &Caller, sent: Sent) -> Result<Judged, Problem> {
    let notice_lang = caller.notice_lang();
    let judged = think(app, caller, move |thinking| {
        let lawbook = &thinking.library.lawbook;
        let understood = sent.read(lawbook, thinking.today)?;
        let lang = thinking.lang();
        let judged = judge(
            thinking.engine,
            &understood.read.situation,
            lang,
            notice_lang,
        );
        judged.map_err(|found| understood.clash(lawbook, &found, thinking.words))
    });
    judged.await
}

/// The answer to a change.
pub(super) fn receipt_of(receipt: &Receipt) -> Response {
    ([(ETAG, tag(receipt.version))], Json(receipt)).into_response()
}
