//! Who else can help the customer of an interview.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use demur_app::engine::Engine;
use demur_app::library::Library;
use demur_app::refer::providers::Query as Looked;
use demur_app::refer::providers::{Clock, Depth, Index, Near, NearError, Wanted};
use demur_app::refer::{self, ReferError, Request};
use demur_words::Words;
use demur_words::opinion::View;
use demur_words::referral::Shown;
use jiff::civil::DateTime;
use serde::Deserialize;

use super::list::STALE_AFTER;
use super::reply::{Reply, reply};
use crate::app::App;
use crate::directory::{Listed, directory};
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::pages::counter::Led;
use crate::signed_in::{SignedIn, percent};

const FARTHEST: u16 = 1_000;
const USUAL: u16 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Sought {
    service: Option<String>,
    near: Option<String>,
    within: String,
    all: Option<String>,
}

#[derive(Template)]
#[template(path = "providers/refer.html")]
struct Page {
    frame: Frame,
    id: String,
    service: String,
    near: String,
    within: u16,
    all: bool,
    towns: Vec<String>,
    may_change: bool,
    /// What is to be filled in before anything can be found.
    wrong: Option<Wrong>,
    /// Whether somebody has looked already; whoever has not did nothing wrong.
    looked: bool,
    reply: Option<Reply>,
}

/// A field without which nothing can be found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Town,
    NoTown,
    Service,
    /// There is no provider at all.
    Nobody,
}

impl Wrong {
    fn key(&self) -> &'static str {
        match self {
            Self::Town => "refer-page-town",
            Self::NoTown => "refer-page-no-town",
            Self::Service => "refer-page-service",
            Self::Nobody => "refer-page-nobody",
        }
    }
}

impl Page {
    /// The same, with everybody.
    fn everybody(&self) -> String {
        let (service, near) = (percent(&self.service), percent(&self.near));
        format!(
            "?service={service}&near={near}&within={}&all=yes",
            self.within
        )
    }

    fn is_about(&self, field: &str) -> bool {
        matches!(
            (self.wrong, field),
            (Some(Wrong::Town | Wrong::NoTown), "near") | (Some(Wrong::Service), "service")
        )
    }
}

/// Who can help, near the firm unless somebody says another place.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(id): Path<String>,
    Query(sought): Query<Sought>,
) -> Response {
    let shown = shown(&app, &who, id, sought).await;
    or_page(&app, &who, shown)
}

async fn shown(app: &App, who: &SignedIn, id: String, sought: Sought) -> Result<Response, Fault> {
    let led = Led::of(app, who, &id).await?;
    let firm = app.firm().await?;
    let listed = app.wait(directory).await?;
    let towns: Vec<String> = Index::new(&listed.directory)
        .towns()
        .map(|town| town.name.clone())
        .collect();
    let typed = sought.near.as_deref().unwrap_or_default();
    let near = near(&listed, typed, &firm.address, &towns);
    let within = sought
        .within
        .trim()
        .parse()
        .unwrap_or(USUAL)
        .clamp(1, FARTHEST);
    let all = sought.all.is_some();
    let words = app.voices().of(who.visitor.lang);
    let service = Wanted::new(sought.service.as_deref().unwrap_or_default());
    // The law is asked even where nobody could be found: it may forbid to look for anybody.
    let town = Near::Town(near.clone().unwrap_or_default());
    let request = request(service, town, within, app.now());
    let task = Task {
        listed: Arc::clone(&listed),
        request,
        now: app.now(),
        within,
        all,
    };
    let asked = app.desk().ask(move |engine, library| {
        let situation = led.situation(&library.lawbook);
        task.run(engine, library, &situation, &words)
    });
    let (reply, wrong) = match asked.await?? {
        Ok(reply) => (Some(reply), None),
        Err(_) if listed.directory.providers.is_empty() => (None, Some(Wrong::Nobody)),
        Err(Wrong::Town) if near.is_none() => (None, Some(Wrong::NoTown)),
        Err(wrong) => (None, Some(wrong)),
    };
    let looked = sought.service.is_some() || sought.near.is_some();
    let status = match wrong {
        Some(Wrong::Town | Wrong::NoTown | Wrong::Service) if looked => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        _ => StatusCode::OK,
    };
    let page = Page {
        frame: Frame::of(app, who).in_room(Room::Counter),
        id,
        service: sought.service.unwrap_or_default(),
        near: near.unwrap_or_default(),
        within,
        all,
        towns,
        may_change: who.runs_the_app(),
        wrong,
        looked,
        reply,
    };
    Ok(show_as(status, &page))
}

/// Where the customer is: as typed, else where the firm is, else the only town that is known.
fn near(listed: &Listed, typed: &str, address: &str, towns: &[String]) -> Option<String> {
    if !typed.trim().is_empty() {
        return Some(typed.trim().to_owned());
    }
    match (listed.town_in(address), towns) {
        (Some(Near::Town(town)), _) => Some(town),
        (_, [only]) => Some(only.clone()),
        _ => None,
    }
}

fn request(service: Option<Wanted>, near: Near, within: u16, now: DateTime) -> Request {
    Request {
        service,
        query: Looked {
            service: Vec::new(),
            depth: Depth::Provider,
            near,
            within: f64::from(within),
            clock: Clock { now, offset: None },
            stale_after: STALE_AFTER,
            languages: Vec::new(),
            accessibility: Vec::new(),
        },
    }
}

/// What an engine is asked.
struct Task {
    listed: Arc<Listed>,
    request: Request,
    now: DateTime,
    within: u16,
    all: bool,
}

impl Task {
    fn run(
        self,
        engine: &mut Engine<'_>,
        library: &Library,
        situation: &demur_app::engine::Situation,
        words: &Words,
    ) -> Result<Result<Reply, Wrong>, Fault> {
        let listed = self.listed.over(&library.lawbook);
        let index = Index::new(&listed.directory);
        let found = refer::refer(engine, situation, &index, &listed.conditions, &self.request);
        let referral = match found {
            Ok(referral) => referral,
            Err(ReferError::Contradiction(_)) => return Err(Fault::Broken("known facts clash")),
            Err(ReferError::Near(NearError { .. })) => return Ok(Err(Wrong::Town)),
            Err(ReferError::NoService) => return Ok(Err(Wrong::Service)),
        };
        let view = View {
            lawbook: &library.lawbook,
            opinion: &referral.opinion,
            situation,
            words,
            explain: false,
        };
        Ok(Ok(reply(Shown {
            view,
            referral: &referral,
            rejected: &[],
            now: self.now,
            within: self.within,
            all: self.all,
        })))
    }
}
