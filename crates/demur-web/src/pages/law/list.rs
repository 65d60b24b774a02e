//! Search over the norms, by words, pack, layer and day.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use demur_app::lawbook::{Lawbook, NormId, Tier};
use demur_words::{Words, names, norm};
use jiff::civil::Date;
use serde::Deserialize;

use super::shelf::{Shelf, shelf};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::signed_in::{SignedIn, percent};

/// So many norms stand on one page.
const AT_ONCE: usize = 30;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Sought {
    q: String,
    pack: String,
    layer: String,
    /// A day; empty for today.
    on: String,
    from: usize,
}

#[derive(Template)]
#[template(path = "law/list.html")]
struct Page {
    frame: Frame,
    sought: Sought,
    wrong_day: bool,
    day: String,
    packs: Vec<Choice>,
    layers: Vec<Choice>,
    found: Vec<Found>,
    count: usize,
    before: Option<String>,
    after: Option<String>,
    /// Whether somebody has asked for anything.
    asked: bool,
}

/// A pack or a layer to choose.
struct Choice {
    name: String,
    label: String,
    chosen: bool,
    norms: usize,
    note: String,
}

/// A norm in the list.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) effect: String,
    pub(super) layer: String,
    pub(super) cite: String,
    pub(super) in_force: String,
    pub(super) confidence: String,
    pub(super) confidence_name: &'static str,
}

/// A norm in a line.
pub(super) fn found(lawbook: &Lawbook, id: NormId, words: &Words) -> Found {
    let told = norm::told(lawbook, id, words);
    let confidence = lawbook.norms[id].confidence;
    Found {
        id: told.id,
        title: told.title,
        effect: told.effect,
        layer: told.layer,
        cite: told.cite,
        // A day is not broken at its dashes.
        in_force: told.in_force.replace('-', "\u{2011}"),
        confidence: words.say(confidence_key(confidence)),
        confidence_name: confidence.name(),
    }
}

pub(super) fn confidence_key(confidence: demur_app::lawbook::Confidence) -> &'static str {
    use demur_app::lawbook::Confidence as C;
    match confidence {
        C::Verified => "law-verified",
        C::Recalled => "law-recalled",
        C::Contested => "law-contested",
    }
}

/// The library.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Query(sought): Query<Sought>,
) -> Response {
    let shown = shown(&app, &who, sought).await;
    or_page(&app, &who, shown)
}

async fn shown(app: &App, who: &SignedIn, sought: Sought) -> Result<Response, Fault> {
    let shelf = app.wait(|app| Ok(shelf(app))).await?;
    let frame = Frame::of(app, who).in_room(Room::Law);
    let typed = sought.on.trim();
    let day = typed.parse::<Date>();
    let wrong_day = !typed.is_empty() && day.is_err();
    let day = day.unwrap_or_else(|_| app.today());
    let asked = ![&sought.q, &sought.pack, &sought.layer]
        .iter()
        .all(|each| each.trim().is_empty())
        || (!typed.is_empty() && !wrong_day);
    let all = chosen(&shelf, &sought, day);
    let lawbook = &shelf.library.lawbook;
    let from = sought.from.min(all.len());
    let here = all.iter().skip(from).take(AT_ONCE);
    let found = here.map(|id| found(lawbook, *id, &frame.words)).collect();
    let page = Page {
        packs: packs(lawbook, &frame.words, &sought, day),
        layers: layers(&frame.words, &sought),
        found,
        count: all.len(),
        before: (from > 0).then(|| link(&sought, from.saturating_sub(AT_ONCE))),
        after: (from + AT_ONCE < all.len()).then(|| link(&sought, from + AT_ONCE)),
        day: day.to_string(),
        frame,
        sought,
        wrong_day,
        asked,
    };
    let status = if wrong_day {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(show_as(status, &page))
}

fn chosen(shelf: &Shelf, sought: &Sought, day: Date) -> Vec<NormId> {
    let lawbook = &shelf.library.lawbook;
    let mut found = shelf.find(&sought.q);
    found.retain(|id| {
        let norm = &lawbook.norms[*id];
        (sought.pack.is_empty() || lawbook.packs[norm.pack].id == sought.pack)
            && (sought.layer.is_empty() || norm.layer.tier.name() == sought.layer)
            && norm.in_force(day)
    });
    found
}

fn packs(lawbook: &Lawbook, words: &Words, sought: &Sought, day: Date) -> Vec<Choice> {
    let each = lawbook.packs.iter().map(|(id, pack)| {
        let own = lawbook
            .norms
            .iter()
            .filter(|(_, norm)| norm.pack == id && norm.in_force(day));
        let as_of = pack
            .text_as_of
            .map(|day| day.to_string())
            .unwrap_or_default();
        Choice {
            name: pack.id.clone(),
            label: norm::label(words, &pack.titles, &pack.id),
            chosen: pack.id == sought.pack,
            norms: own.count(),
            note: words.fill("law-as-of", &[("day", as_of.into())]),
        }
    });
    each.collect()
}

fn layers(words: &Words, sought: &Sought) -> Vec<Choice> {
    let each = Tier::ALL.into_iter().map(|tier| Choice {
        name: tier.name().to_owned(),
        label: names::tier(words, tier),
        chosen: tier.name() == sought.layer,
        norms: 0,
        note: String::new(),
    });
    each.collect()
}

/// The same search from another place on.
fn link(sought: &Sought, from: usize) -> String {
    let parts = [
        ("q", &sought.q),
        ("pack", &sought.pack),
        ("layer", &sought.layer),
        ("on", &sought.on),
    ];
    let mut query: Vec<String> = parts
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", percent(value)))
        .collect();
    query.push(format!("from={from}"));
    format!("/law?{}", query.join("&"))
}
