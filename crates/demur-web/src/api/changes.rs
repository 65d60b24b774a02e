//! What happens to a case file: a decision, a notice, an erasure; and the evidence of it.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use demur_app::store::{EraseReason, Notice, Operation, Receipt, StoreError};
use utoipa::ToSchema;

use super::asked::Asked;
use super::body::Body;
use super::caller::Caller;
use super::cases::{DECISION, DecisionBody, decided, number, receipt_of};
use super::notices::told;
use super::problem::{Kind, Problem};
use super::reading::Reading;
use super::schema;
use super::writing::{RequestKey, Version};
use crate::app::App;

/// Reasons that a person can have; the others are the program's.
const REASONS: [EraseReason; 3] = [
    EraseReason::Requested,
    EraseReason::Objection,
    EraseReason::Unlawful,
];

/// What the customer was told.
#[derive(ToSchema)]
#[schema(as = ToldNotice)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct ToldBody {
    /// The text as it was said or sent. Sealed.
    text: String,
    /// How it reached the customer.
    channel: schema::ChannelName,
    /// Its language.
    language: schema::LanguageName,
}

/// Why contact and texts are erased.
#[derive(ToSchema)]
#[schema(as = Erasure)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct ErasureBody {
    /// The person asked, objected, or it should not be there.
    reason: schema::EraseReasonName,
}

/// Writes something down on a thread that may wait.
async fn written(
    app: &App,
    caller: &Caller,
    places: &[(&str, &str)],
    write: impl FnOnce(&App) -> Result<Receipt, StoreError> + Send + 'static,
) -> Result<Response, Problem> {
    let written = app.wait(move |app| Ok(write(app))).await;
    let written = written.map_err(|fault| caller.problem(&fault))?;
    let receipt = written.map_err(|error| caller.refused(&error, places))?;
    Ok(receipt_of(&receipt))
}

/// Writes down what a person decided
///
/// About a case file that was opened without a decision. The answer has the customer's letter:
/// its code is shown only here.
#[utoipa::path(
    post, path = "/cases/{number}/decision", tag = "cases", operation_id = "decideCase",
    params(("number" = String, Path, description = "Number of the case file"), schema::KeyHeader, schema::VersionHeader),
    request_body(content = DecisionBody, description = "What a person decided"),
    responses((
        status = 200, body = schema::Receipt, description = "It is on disk",
        headers(("ETag" = String, description = "The new version, in quotes")),
    )),
)]
pub(super) async fn decide(
    State(app): State<App>,
    caller: Caller,
    Path(case): Path<String>,
    RequestKey(key): RequestKey,
    Version(version): Version,
    body: Body,
) -> Result<Response, Problem> {
    let actor = caller.actor(Operation::Decide)?;
    let case = number(case)?;
    let mut reading = Reading::default();
    let members = reading.object(&body.root, "", &DECISION);
    let decided = decided(&mut reading, &members);
    reading.finish()?;
    let decided = decided.ok_or(Kind::InvalidBody)?;
    let places = [
        ("words", "/words"),
        ("reason", "/reason"),
        ("alternatives", "/alternatives"),
        ("grounds", "/choice"),
    ];
    written(&app, &caller, &places, move |app| {
        app.record()
            .decide(&actor, &key, (&case, Some(version)), decided)
    })
    .await
}

/// Keeps what the customer was told
#[utoipa::path(
    post, path = "/cases/{number}/notices", tag = "cases", operation_id = "keepNotice",
    params(("number" = String, Path, description = "Number of the case file"), schema::KeyHeader, schema::VersionHeader),
    request_body(content = ToldBody, description = "What the customer was told"),
    responses((
        status = 200, body = schema::Receipt, description = "It is on disk",
        headers(("ETag" = String, description = "The new version, in quotes")),
    )),
)]
pub(super) async fn notify(
    State(app): State<App>,
    caller: Caller,
    Path(case): Path<String>,
    RequestKey(key): RequestKey,
    Version(version): Version,
    body: Body,
) -> Result<Response, Problem> {
    let actor = caller.actor(Operation::Notify)?;
    let case = number(case)?;
    let mut reading = Reading::default();
    let members = reading.object(&body.root, "", &["text", "channel", "language"]);
    let text = reading.text(&members, "text");
    let text = reading.needed(&members, "text", text);
    let (channel, language) = told(&mut reading, &members);
    let channel = reading.needed(&members, "channel", channel);
    let language = reading.needed(&members, "language", language);
    reading.finish()?;
    let (Some(text), Some(channel), Some(language)) = (text, channel, language) else {
        return Err(Kind::InvalidBody.into());
    };
    let notice = Notice {
        text,
        channel: channel.name().to_owned(),
        language: language.code().to_owned(),
    };
    written(&app, &caller, &[("notice", "/text")], move |app| {
        app.record()
            .notify(&actor, &key, (&case, Some(version)), notice)
    })
    .await
}

/// Erases contact and texts for good
///
/// Their key is destroyed. What was decided stays, without anything about the person.
#[utoipa::path(
    post, path = "/cases/{number}/erasure", tag = "cases", operation_id = "eraseCase",
    params(("number" = String, Path, description = "Number of the case file"), schema::KeyHeader, schema::VersionHeader),
    request_body(content = ErasureBody, description = "Why"),
    responses((
        status = 200, body = schema::Receipt, description = "It is on disk",
        headers(("ETag" = String, description = "The new version, in quotes")),
    )),
)]
pub(super) async fn erase(
    State(app): State<App>,
    caller: Caller,
    Path(case): Path<String>,
    RequestKey(key): RequestKey,
    Version(version): Version,
    body: Body,
) -> Result<Response, Problem> {
    let actor = caller.actor(Operation::Erase)?;
    let case = number(case)?;
    let mut reading = Reading::default();
    let members = reading.object(&body.root, "", &["reason"]);
    let names = REASONS.map(EraseReason::as_str);
    let parse = |text: &str| REASONS.into_iter().find(|reason| reason.as_str() == text);
    let reason = reading.word(&members, "reason", parse, &names);
    let reason = reading.needed(&members, "reason", reason);
    reading.finish()?;
    let reason = reason.ok_or(Kind::InvalidBody)?;
    written(&app, &caller, &[], move |app| {
        app.record()
            .erase(&actor, &key, (&case, Some(version)), reason)
    })
    .await
}

/// The evidence of a case
///
/// To be checked by somebody else's program (`docs/verify_case.py`). That it was built stands in
/// the journal. Texts are in it only for a role that may see them.
#[utoipa::path(
    get, path = "/cases/{number}/packet", tag = "cases", operation_id = "casePacket",
    params(("number" = String, Path, description = "Number of the case file")),
    responses((status = 200, body = schema::Packet, description = "The evidence")),
)]
pub(super) async fn packet(
    State(app): State<App>,
    caller: Caller,
    Path(case): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let actor = caller.actor(Operation::Packet)?;
    asked.known(&[]).finish()?;
    let case = number(case)?;
    let packet = app
        .wait(move |app| app.record().packet(&actor, &case))
        .await;
    Ok(Json(packet.map_err(|fault| caller.problem(&fault))?).into_response())
}
