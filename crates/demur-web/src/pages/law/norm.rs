//! A norm: what it says, when, where that stands, how sure it is, and where it was tried.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::lawbook::{Lawbook, NormId};
use demur_words::Words;
use demur_words::norm::{self, NormTold};
use jiff::civil::Date;
use serde::Deserialize;

use super::list::{Found, confidence_key, found};
use super::shelf::{Shelf, shelf};
use super::{host, is_web};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show};
use crate::signed_in::{SignedIn, percent};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct When {
    on: String,
}

#[derive(Template)]
#[template(path = "law/norm.html")]
struct Page {
    frame: Frame,
    told: NormTold,
    confidence: String,
    meaning: String,
    confidence_name: &'static str,
    pack: String,
    pack_title: String,
    in_force_now: bool,
    yielding: bool,
    said: String,
    prose: String,
    provision: String,
    code: String,
    sources: Vec<Source>,
    link: Option<String>,
    overrides: Vec<Found>,
    overridden_by: Vec<Found>,
    facts: Vec<FactLink>,
    examples: Vec<Example>,
    versions: Vec<Version>,
    siblings: Vec<Found>,
}

struct Source {
    url: String,
    host: String,
}

struct FactLink {
    name: String,
    ask: String,
}

struct Example {
    title: String,
    day: String,
    docket: Option<String>,
    known: Vec<String>,
    given: String,
    otherwise_typical: bool,
    expected: String,
}

struct Version {
    in_force: String,
    href: String,
    title: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "law/provision.html")]
struct Provision {
    frame: Frame,
    id: String,
    norms: Vec<Found>,
}

/// A norm, or the parts of a provision.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(id): Path<String>,
    Query(when): Query<When>,
) -> Response {
    let shown = async {
        let shelf = app.wait(|app| Ok(shelf(app))).await?;
        let frame = Frame::of(&app, &who).in_room(Room::Law);
        let day = when.on.parse().unwrap_or_else(|_| app.today());
        let lawbook = &shelf.library.lawbook;
        match version_on(lawbook, &id, day) {
            Some(norm) => Ok(show(&norm_page(&shelf, norm, app.today(), frame))),
            None => parts(lawbook, &id, frame),
        }
    }
    .await;
    or_page(&app, &who, shown)
}

/// The version of this day; the last one when there was none.
fn version_on(lawbook: &Lawbook, id: &str, day: Date) -> Option<NormId> {
    let mut versions = lawbook.norms_named(id);
    let on_the_day = lawbook
        .norms_named(id)
        .find(|norm| lawbook.norms[*norm].in_force(day));
    on_the_day.or_else(|| versions.by_ref().last())
}

fn parts(lawbook: &Lawbook, id: &str, frame: Frame) -> Result<Response, Fault> {
    let below = format!("{id}.");
    let parts = lawbook
        .norms
        .iter()
        .filter(|(_, norm)| norm.id.starts_with(&below));
    let norms: Vec<Found> = parts
        .map(|(norm, _)| found(lawbook, norm, &frame.words))
        .collect();
    let pack = id.split('.').next().unwrap_or_default();
    let known = lawbook.packs.iter().any(|(_, each)| each.id == pack);
    if norms.is_empty() && known {
        // Vocabularies and heads of packs have no page of their own.
        return Ok(Redirect::to(&format!("/law?pack={}", percent(pack))).into_response());
    }
    if norms.is_empty() {
        return Err(Fault::NotFound);
    }
    Ok(show(&Provision {
        id: id.to_owned(),
        norms,
        frame,
    }))
}

fn norm_page(shelf: &Shelf, id: NormId, today: Date, frame: Frame) -> Page {
    let lawbook = &shelf.library.lawbook;
    let (words, lang) = (&frame.words, frame.lang);
    let norm = &lawbook.norms[id];
    let told = norm::told(lawbook, id, words);
    let read = shelf.readings.norm(id).cloned().unwrap_or_default();
    let pack = &lawbook.packs[norm.pack];
    let lines = |ids: Vec<NormId>| {
        ids.into_iter()
            .map(|id| found(lawbook, id, words))
            .collect()
    };
    let sources = told
        .sources
        .iter()
        .filter(|url| is_web(url))
        .map(|url| Source {
            url: url.clone(),
            host: host(url).to_owned(),
        });
    let facts = shelf.readings.facts_of(id).map(|fact| {
        let fact = &lawbook.facts[fact];
        let ask = fact.ask.get(lang);
        FactLink {
            name: fact.name.clone(),
            ask: if ask.is_empty() {
                fact.name.clone()
            } else {
                ask.to_owned()
            },
        }
    });
    Page {
        confidence: words.say(confidence_key(norm.confidence)),
        meaning: told
            .confidence
            .split_once(": ")
            .map_or("", |(_, meaning)| meaning)
            .to_owned(),
        confidence_name: norm.confidence.name(),
        pack: pack.id.clone(),
        pack_title: norm::label(words, &pack.titles, &pack.id),
        in_force_now: norm.in_force(today),
        yielding: norm.yielding,
        said: read.said.get(lang).to_owned(),
        prose: read.prose,
        provision: read.provision,
        code: read.code,
        sources: sources.collect(),
        link: Some(told.url.clone()).filter(|url| is_web(url)),
        overrides: lines(norm.overrides.clone()),
        overridden_by: lines(shelf.readings.overridden_by(id).collect()),
        facts: facts.collect(),
        examples: examples(shelf, &norm.id, &frame),
        versions: versions(lawbook, id, words),
        siblings: lines(siblings(lawbook, id)),
        told,
        frame,
    }
}

fn examples(shelf: &Shelf, id: &str, frame: &Frame) -> Vec<Example> {
    let positions = shelf.readings.shown_in(id).iter();
    let each = positions.filter_map(|position| {
        let test = shelf.library.lawbook.tests.get(*position)?;
        let read = shelf.readings.test(*position)?;
        Some(Example {
            title: test.title.clone(),
            day: test.on.to_string(),
            docket: test.docket.clone(),
            known: read.known.clone(),
            given: read.given.get(frame.lang).to_owned(),
            otherwise_typical: read.otherwise_typical,
            expected: read.expected.get(frame.lang).to_owned(),
        })
    });
    let mut each: Vec<Example> = each.collect();
    // What courts decided comes before what authors thought of.
    each.sort_by_key(|example| example.docket.is_none());
    each
}

fn versions(lawbook: &Lawbook, id: NormId, words: &Words) -> Vec<Version> {
    let name = &lawbook.norms[id].id;
    let all: Vec<NormId> = lawbook.norms_named(name).collect();
    if all.len() < 2 {
        return Vec::new();
    }
    let version = |each: NormId| {
        let norm = &lawbook.norms[each];
        let day = norm
            .from
            .or_else(|| norm.to.and_then(|to| to.yesterday().ok()));
        Version {
            in_force: norm::in_force(words, norm),
            href: format!(
                "/law/{name}?on={}",
                day.map(|day| day.to_string()).unwrap_or_default()
            ),
            title: norm.title.get(words.lang).to_owned(),
            here: each == id,
        }
    };
    all.into_iter().map(version).collect()
}

/// Other norms of the same provision, each once.
fn siblings(lawbook: &Lawbook, id: NormId) -> Vec<NormId> {
    let own = &lawbook.norms[id];
    let mut seen = vec![own.id.as_str()];
    let mut others = Vec::new();
    for (other, norm) in lawbook.norms.iter() {
        if norm.declared.0 == own.declared.0 && !seen.contains(&norm.id.as_str()) {
            seen.push(&norm.id);
            others.push(other);
        }
    }
    others
}
