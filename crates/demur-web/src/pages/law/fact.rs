//! A fact of the vocabulary: how staff are asked it, what it may be, which norms need it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use demur_app::lawbook::{Domain, FactId};
use demur_words::{names, norm};

use super::list::{Found, found};
use super::shelf::{Shelf, shelf};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show};
use crate::signed_in::SignedIn;

#[derive(Template)]
#[template(path = "law/fact.html")]
struct Page {
    frame: Frame,
    name: String,
    ask: String,
    help: String,
    kind: String,
    cost: String,
    pack: Option<(String, String)>,
    values: Vec<(String, String)>,
    marks: Vec<&'static str>,
    norms: Vec<Found>,
}

/// A fact by its name.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(name): Path<String>,
) -> Response {
    let shown = async {
        let shelf = app.wait(|app| Ok(shelf(app))).await?;
        let fact = shelf
            .library
            .lawbook
            .fact_named(&name)
            .ok_or(Fault::NotFound)?;
        let frame = Frame::of(&app, &who).in_room(Room::Law);
        Ok(show(&fact_page(&shelf, fact, frame)))
    }
    .await;
    or_page(&app, &who, shown)
}

fn fact_page(shelf: &Shelf, id: FactId, frame: Frame) -> Page {
    let lawbook = &shelf.library.lawbook;
    let words = &frame.words;
    let fact = &lawbook.facts[id];
    let marks = [
        (fact.actionable, "fact-actionable"),
        (fact.avoidable, "fact-avoidable"),
        (fact.never_ask, "fact-never-ask"),
    ];
    let ask = fact.ask.get(frame.lang);
    let kind = match &fact.domain {
        Domain::Bool => words.say("fact-kind-bool"),
        Domain::OneOf(_) => words.say("fact-kind-one"),
        Domain::SomeOf(_) => words.say("fact-kind-some"),
        Domain::Int { low, high, .. } => {
            let gaps = [
                ("low", low.to_string().into()),
                ("high", high.to_string().into()),
            ];
            words.fill("phrase-between", &gaps)
        }
    };
    let values = fact.domain.values().iter();
    let mut seen = Vec::new();
    let mut norms = Vec::new();
    for other in shelf.readings.speaking_of(id) {
        let name = lawbook.norms[other].id.as_str();
        if !seen.contains(&name) {
            seen.push(name);
            norms.push(found(lawbook, other, words));
        }
    }
    Page {
        name: fact.name.clone(),
        ask: if ask.is_empty() {
            fact.name.clone()
        } else {
            ask.to_owned()
        },
        help: fact.help.get(frame.lang).to_owned(),
        kind,
        cost: names::cost(words, fact.cost),
        pack: fact.pack.map(|pack| {
            let pack = &lawbook.packs[pack];
            (pack.id.clone(), norm::label(words, &pack.titles, &pack.id))
        }),
        values: values
            .map(|value| {
                (
                    value.name.clone(),
                    norm::label(words, &value.label, &value.name),
                )
            })
            .collect(),
        marks: marks
            .into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, key)| key)
            .collect(),
        norms,
        frame,
    }
}
