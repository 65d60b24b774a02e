//! All providers, with a search by service and place.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use demur_app::refer::providers::Query as Looked;
use demur_app::refer::providers::{
    Clock, Depth, Freshness, Index, Near, NearError, Provider, Ruling, Search, Service, Wanted,
    folded, search,
};
use demur_words::referral::kilometres;
use serde::Deserialize;

use super::{Reach, slug};
use crate::app::App;
use crate::directory::{Listed, directory};
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::signed_in::{SignedIn, percent};

/// So many providers stand on one page.
const AT_ONCE: usize = 50;
/// After how many days a confirmation is old.
pub(super) const STALE_AFTER: i64 = 30;
const WITHIN: f64 = 100.0;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Sought {
    q: String,
    near: String,
    from: usize,
}

#[derive(Template)]
#[template(path = "providers/list.html")]
struct Page {
    frame: Frame,
    may_change: bool,
    sought: Sought,
    towns: Vec<String>,
    unknown_town: bool,
    found: Vec<Line>,
    count: usize,
    all: usize,
    registers: Vec<Line>,
    lists: Vec<List>,
    before: Option<String>,
    after: Option<String>,
}

/// Somebody in the list.
struct Line {
    slug: String,
    name: String,
    services: String,
    towns: String,
    far: Option<String>,
    fresh: String,
    reach: Reach,
    fictional: bool,
}

struct List {
    name: String,
    changed: String,
    rejected: usize,
}

/// All providers, or those who were looked for.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Query(sought): Query<Sought>,
) -> Response {
    let shown = shown(&app, &who, sought).await;
    or_page(&app, &who, shown)
}

async fn shown(app: &App, who: &SignedIn, sought: Sought) -> Result<Response, Fault> {
    let listed = app.wait(directory).await?;
    let frame = Frame::of(app, who).in_room(Room::Providers);
    let index = Index::new(&listed.directory);
    let towns: Vec<String> = index.towns().map(|town| town.name.clone()).collect();
    let (all, unknown_town) = match found(app, &listed, &index, &sought, &frame) {
        Ok(found) => (found, false),
        Err(_) => (Vec::new(), true),
    };
    let (registers, found): (Vec<Line>, Vec<Line>) = {
        let is_register = |line: &Line| of(&listed, &line.slug).is_some_and(only_registers);
        all.into_iter().partition(is_register)
    };
    let (count, from) = (found.len(), sought.from.min(found.len()));
    let page = Page {
        may_change: who.runs_the_app(),
        towns,
        unknown_town,
        count,
        all: listed.directory.providers.len(),
        registers,
        lists: lists(&listed),
        before: (from > 0).then(|| link(&sought, from.saturating_sub(AT_ONCE))),
        after: (from + AT_ONCE < count).then(|| link(&sought, from + AT_ONCE)),
        found: found.into_iter().skip(from).take(AT_ONCE).collect(),
        sought,
        frame,
    };
    let status = if unknown_town {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(show_as(status, &page))
}

fn of<'l>(listed: &'l Listed, wanted: &str) -> Option<&'l Provider> {
    listed
        .directory
        .providers
        .iter()
        .find(|provider| slug(provider) == wanted)
}

fn only_registers(provider: &Provider) -> bool {
    provider.services.iter().all(|service| service.register)
}

fn found(
    app: &App,
    listed: &Arc<Listed>,
    index: &Index<'_>,
    sought: &Sought,
    frame: &Frame,
) -> Result<Vec<Line>, NearError> {
    let wanted = Wanted::new(&sought.q);
    let near = sought.near.trim();
    if let (Some(wanted), false) = (&wanted, near.is_empty()) {
        return by_distance(app, index, wanted, near, frame);
    }
    let providers = listed.directory.providers.iter().filter(|provider| {
        let service = wanted.as_ref().is_none_or(|wanted| {
            provider
                .services
                .iter()
                .any(|service| wanted.is_in(&words(provider, service)))
        });
        service && (near.is_empty() || provider.services.iter().any(|each| reaches(each, near)))
    });
    let mut lines: Vec<Line> = providers
        .map(|provider| line(app, provider, None, frame))
        .collect();
    if !near.is_empty()
        && !index.towns().any(|town| folded(&town.name) == folded(near))
        && lines.is_empty()
    {
        return Err(NearError { towns: Vec::new() });
    }
    lines.sort_by_key(|line| folded(&line.name));
    Ok(lines)
}

fn words(provider: &Provider, service: &Service) -> String {
    let terms = service
        .terms
        .iter()
        .flat_map(|term| [term.code.as_str(), term.name.as_str()]);
    let names = service.other_names.iter().map(String::as_str);
    let own = [&provider.name, &service.name, &service.description];
    own.into_iter()
        .map(String::as_str)
        .chain(terms)
        .chain(names)
        .collect::<Vec<_>>()
        .join(" ")
}

fn reaches(service: &Service, near: &str) -> bool {
    let town = folded(near);
    let there = service
        .places
        .iter()
        .any(|place| place.remote || folded(&place.town) == town);
    there
        || service
            .areas
            .iter()
            .any(|area| folded(&area.name).contains(&town))
}

/// The nearest first, by the same search as in a referral.
fn by_distance(
    app: &App,
    index: &Index<'_>,
    wanted: &Wanted,
    near: &str,
    frame: &Frame,
) -> Result<Vec<Line>, NearError> {
    let looked = Looked {
        service: vec![wanted.clone()],
        depth: Depth::Provider,
        near: Near::Town(near.to_owned()),
        within: WITHIN,
        clock: Clock {
            now: app.now(),
            offset: None,
        },
        stale_after: STALE_AFTER,
        languages: Vec::new(),
        accessibility: Vec::new(),
    };
    let Search {
        candidates,
        left_out,
        registers,
        ..
    } = search(index, &looked, &mut |_| Ruling::Takes)?;
    let near = candidates
        .into_iter()
        .map(|each| (each.provider, each.kilometres));
    let far = left_out
        .into_iter()
        .map(|each| (each.provider, each.kilometres));
    let registers = registers.into_iter().map(|(provider, _)| (provider, None));
    let mut lines: Vec<Line> = Vec::new();
    for (provider, kilometres) in near.chain(far).chain(registers) {
        let next = line(app, provider, kilometres, frame);
        if !lines.iter().any(|line| line.slug == next.slug) {
            lines.push(next);
        }
    }
    Ok(lines)
}

fn line(app: &App, provider: &Provider, far: Option<f64>, frame: &Frame) -> Line {
    let mut services: Vec<&str> = Vec::new();
    let mut towns: Vec<&str> = Vec::new();
    let areas = provider.services.iter().flat_map(|service| &service.areas);
    let areas: Vec<&str> = areas.map(|area| area.name.as_str()).collect();
    let mut contact = provider.contact.clone();
    for service in &provider.services {
        contact = contact.or(&service.contact);
        if !services.contains(&service.name.as_str()) {
            services.push(&service.name);
        }
        for place in service.places.iter().filter(|place| !place.town.is_empty()) {
            contact = contact.or(&place.contact);
            if !towns.contains(&place.town.as_str()) {
                towns.push(&place.town);
            }
        }
    }
    let confirmed = provider
        .services
        .iter()
        .filter_map(Service::confirmed)
        .max();
    let days = confirmed.map(|day| (app.today().duration_since(day).as_hours() / 24).max(0));
    Line {
        slug: slug(provider),
        name: provider.name.clone(),
        services: services.join(", "),
        towns: if towns.is_empty() {
            areas.join(", ")
        } else {
            towns.join(", ")
        },
        far: far.map(|far| frame.t1("refer-distance", "km", kilometres(frame.lang, far))),
        fresh: fresh(frame, days),
        reach: Reach::of(&contact),
        fictional: provider.services.iter().any(|service| service.fictional),
    }
}

/// How long ago somebody last looked.
pub(super) fn fresh(frame: &Frame, days: Option<i64>) -> String {
    let freshness = match days {
        None => Freshness::Never,
        Some(days) if days > STALE_AFTER => Freshness::Stale(days),
        Some(days) => Freshness::Fresh(days),
    };
    match freshness {
        Freshness::Fresh(days) => frame.words.fill("refer-fresh", &[("days", days.into())]),
        Freshness::Stale(days) => frame.words.fill("refer-stale", &[("days", days.into())]),
        Freshness::Never => frame.t("refer-never"),
    }
}

fn lists(listed: &Listed) -> Vec<List> {
    let each = listed.lists.iter().map(|list| List {
        name: list.name.clone(),
        changed: list.changed.to_string(),
        rejected: listed
            .rejected
            .iter()
            .filter(|each| each.origin.file == list.name)
            .count(),
    });
    each.collect()
}

fn link(sought: &Sought, from: usize) -> String {
    format!(
        "/providers?q={}&near={}&from={from}",
        percent(&sought.q),
        percent(&sought.near)
    )
}
