//! `/facts`, `/norms` and `/lawbook`: by which law opinions are given.

#![expect(
    unused_qualifications,
    reason = "the macro that describes addresses writes them"
)]

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use demur_app::lawbook::{Lawbook, Norm, NormId};
use demur_app::library::Library;
use demur_app::norm_json::provision;
use demur_app::vocabulary_json::{NormDocument, PackDocument, facts_at, norm, pack, vocabulary};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use super::asked::Asked;
use super::caller::Caller;
use super::cursor;
use super::opinions::json;
use super::problem::{Kind, Problem};
use super::schema;
use crate::app::App;

const MOST: i64 = 200;
const USUAL: usize = 50;

/// The law as it is now.
async fn library(app: &App, caller: &Caller) -> Result<Arc<Library>, Problem> {
    let library = app.wait(|app| {
        app.desk().refresh(false);
        Ok(app.desk().library())
    });
    library.await.map_err(|fault| caller.problem(&fault))
}

/// Which facts are wanted.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes parameters that are read one by one")]
pub(super) struct FactsQuery {
    /// Only facts of packs that apply in this place, such as `pl`.
    place: Option<String>,
}

/// Everything that can be asked
///
/// Facts with their types, values and questions, and the named businesses: the same document as
/// `demur facts --format json`.
#[utoipa::path(
    get, path = "/facts", tag = "library", operation_id = "listFacts", params(FactsQuery),
    responses((status = 200, body = schema::Vocabulary, description = "The vocabulary")),
)]
pub(super) async fn facts(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
) -> Result<Response, Problem> {
    let mut asked = asked.known(&["place"]);
    let place = asked.text("place");
    let library = library(&app, &caller).await?;
    let lawbook = &library.lawbook;
    let places = &lawbook.facts[lawbook.place];
    if let Some(unknown) = place
        .as_deref()
        .filter(|place| places.value_named(place).is_none())
    {
        let names = places
            .domain
            .values()
            .iter()
            .map(|value| value.name.clone());
        let names: Vec<String> = names.collect();
        let gaps = vec![
            ("word", unknown.chars().take(80).collect()),
            ("known", names.join(", ")),
        ];
        asked.note("place", "problem-unknown-word", gaps);
    }
    asked.finish()?;
    let facts = match &place {
        Some(place) => facts_at(lawbook, place),
        None => lawbook.facts.ids().collect(),
    };
    Ok(json(
        serde_json::to_string(&vocabulary(lawbook, &facts)).unwrap_or_default(),
    ))
}

/// Which norms are wanted.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes parameters that are read one by one")]
pub(super) struct NormsQuery {
    /// Words that stand in its id, title or citation.
    #[param(max_length = 200)]
    q: Option<String>,
    /// A day on which it is in force.
    #[param(value_type = Option<String>, format = Date)]
    on: Option<Date>,
    /// Most norms on the page; 50 unless told.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before, with the same filters.
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = NormPage)]
struct NormPage<'l> {
    /// By id, the older version first.
    #[schema(value_type = Vec<schema::Norm>)]
    norms: Vec<NormDocument<'l>>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

/// Norms, a page at a time
#[utoipa::path(
    get, path = "/norms", tag = "library", operation_id = "findNorms", params(NormsQuery),
    responses((status = 200, body = NormPage, description = "A page of norms")),
)]
pub(super) async fn norms(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
) -> Result<Response, Problem> {
    let mut asked = asked.known(&["q", "on", "limit", "cursor"]);
    let q = asked.text("q");
    let on = asked.day("on");
    let limit = asked.whole("limit", 1, MOST);
    let question = format!("{q:?} {on:?}");
    let after = asked
        .text("cursor")
        .map(|after| cursor::read(&question, &after));
    if after == Some(None) {
        asked.note("cursor", "problem-cursor", Vec::new());
    }
    asked.finish()?;
    let library = library(&app, &caller).await?;
    let lawbook = &library.lawbook;
    let words: Vec<String> = q
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let mut found: Vec<(String, NormId)> = lawbook
        .norms
        .iter()
        .filter(|(_, norm)| on.is_none_or(|day| is_in_force(norm, day)))
        .filter(|(_, norm)| words.iter().all(|word| speaks_of(norm, word)))
        .map(|(id, norm)| (place_of(norm), id))
        .filter(|(place, _)| {
            after
                .as_ref()
                .and_then(Option::as_ref)
                .is_none_or(|after| place > after)
        })
        .collect();
    found.sort();
    let limit = limit
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(USUAL);
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found
        .last()
        .filter(|_| more)
        .map(|(place, _)| cursor::write(&question, place));
    let norms = found.iter().map(|(_, id)| norm(lawbook, *id)).collect();
    Ok(Json(NormPage { norms, next }).into_response())
}

/// Orders norms by id and first day.
fn place_of(norm: &Norm) -> String {
    let from = norm.from.map(|day| day.to_string()).unwrap_or_default();
    format!("{}\u{1}{from}", norm.id)
}

fn is_in_force(norm: &Norm, day: Date) -> bool {
    norm.from.is_none_or(|from| from <= day) && norm.to.is_none_or(|to| day < to)
}

fn speaks_of(norm: &Norm, word: &str) -> bool {
    let texts = [
        &norm.id,
        &norm.title.en,
        &norm.title.pl,
        &norm.citation.cite,
    ];
    texts.iter().any(|text| text.to_lowercase().contains(word))
}

/// A norm in all its versions
///
/// With source, code, examples and doubts, and the ids of its parts: the same document as
/// `demur law show --format json`.
#[utoipa::path(
    get, path = "/norms/{id}", tag = "library", operation_id = "showNorm",
    params(("id" = String, Path, description = "Its id", example = "pl.kw.135")),
    responses((status = 200, body = schema::Provision, description = "The norm")),
)]
pub(super) async fn one(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.known(&[]).finish()?;
    let library = library(&app, &caller).await?;
    let found = provision(&library, &id).ok_or(Kind::NotFound)?;
    Ok(Json(found).into_response())
}

#[derive(Serialize, ToSchema)]
#[schema(as = Lawbook)]
struct LawbookDocument<'l> {
    /// SHA-256 of all that can change an opinion.
    hash: &'l str,
    /// Its packs.
    #[schema(value_type = Vec<schema::Pack>)]
    packs: Vec<PackDocument<'l>>,
}

/// By which law opinions are given
#[utoipa::path(
    get, path = "/lawbook", tag = "library", operation_id = "showLawbook",
    responses((status = 200, body = LawbookDocument, description = "Hash and packs")),
)]
pub(super) async fn lawbook(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.known(&[]).finish()?;
    let library = library(&app, &caller).await?;
    let lawbook: &Lawbook = &library.lawbook;
    let packs = lawbook.packs.ids().map(|id| pack(lawbook, id)).collect();
    Ok(Json(LawbookDocument {
        hash: &lawbook.hash,
        packs,
    })
    .into_response())
}
