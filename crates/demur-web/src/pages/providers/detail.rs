//! One provider: what it offers, where, when, and whom it does not take.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use demur_app::lawbook::Lawbook;
use demur_app::refer::providers::{At, Place, Provider, Room as Free, Service, Status};
use demur_words::condition;

use super::hours::{Day, week};
use super::list::fresh;
use super::{Reach, slug};
use crate::app::App;
use crate::directory::directory;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show};
use crate::signed_in::{SignedIn, percent};

#[derive(Template)]
#[template(path = "providers/detail.html")]
struct Page {
    frame: Frame,
    may_change: bool,
    name: String,
    reach: Reach,
    fictional: bool,
    services: Vec<Offered>,
}

struct Offered {
    name: String,
    description: String,
    terms: Vec<String>,
    status: Option<String>,
    languages: Vec<String>,
    areas: Vec<String>,
    room: Option<String>,
    fresh: String,
    ages: Option<String>,
    not_for: Vec<String>,
    places: Vec<Where>,
    reach: Reach,
    list: String,
    edit: Option<String>,
    is_register: bool,
}

struct Where {
    address: String,
    remote: bool,
    accessibility: Vec<String>,
    week: Vec<Day>,
    reach: Reach,
}

/// A provider by what its address ends in.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(wanted): Path<String>,
) -> Response {
    let shown = async {
        let listed = app.wait(directory).await?;
        let mut providers = listed.directory.providers.iter();
        let provider = providers
            .find(|provider| slug(provider) == wanted)
            .ok_or(Fault::NotFound)?;
        let frame = Frame::of(&app, &who).in_room(Room::Providers);
        let library = app.desk().library();
        Ok(show(&provider_page(
            &app,
            &who,
            provider,
            &library.lawbook,
            frame,
        )))
    }
    .await;
    or_page(&app, &who, shown)
}

fn provider_page(
    app: &App,
    who: &SignedIn,
    provider: &Provider,
    lawbook: &Lawbook,
    frame: Frame,
) -> Page {
    let services = provider.services.iter();
    Page {
        may_change: who.runs_the_app(),
        name: provider.name.clone(),
        reach: Reach::of(&provider.contact),
        fictional: provider.services.iter().any(|service| service.fictional),
        services: services
            .map(|service| offered(app, service, lawbook, &frame))
            .collect(),
        frame,
    }
}

fn offered(app: &App, service: &Service, lawbook: &Lawbook, frame: &Frame) -> Offered {
    let named = |code: &str, name: &str| {
        if name.is_empty() {
            code.to_owned()
        } else {
            name.to_owned()
        }
    };
    let days = service
        .confirmed()
        .map(|day| (app.today().duration_since(day).as_hours() / 24).max(0));
    let language = |code: &str| frame.t1("refer-language", "code", code);
    let not_for: Vec<String> = service
        .not_for
        .iter()
        .map(|each| each.condition.clone())
        .collect();
    let edit = match &service.origin.at {
        At::Line(line)
            if service.origin.file.ends_with(".csv") && !service.origin.file.contains('/') =>
        {
            Some(format!(
                "/providers/edit?list={}&line={line}",
                percent(&service.origin.file)
            ))
        }
        _ => None,
    };
    Offered {
        name: service.name.clone(),
        description: service.description.clone(),
        terms: service
            .terms
            .iter()
            .map(|term| named(&term.code, &term.name))
            .collect(),
        status: match service.status {
            Status::Active => None,
            Status::Paused => Some(frame.t("refer-why-paused")),
            Status::Ended => Some(frame.t("refer-why-ended")),
        },
        languages: service
            .languages
            .iter()
            .map(|each| language(&each.code))
            .collect(),
        areas: service
            .areas
            .iter()
            .map(|area| area.name.clone())
            .filter(|name| !name.is_empty())
            .collect(),
        room: service
            .capacity
            .as_ref()
            .map(|capacity| match capacity.room {
                Free::Free => frame.t("refer-room"),
                Free::Waiting => frame.t("refer-waiting"),
                Free::Full => frame.t("providers-full"),
            }),
        fresh: fresh(frame, days),
        ages: ages(service, frame),
        not_for: condition::conditions(lawbook, &frame.words, &not_for),
        places: service
            .places
            .iter()
            .map(|place| place_of(app, place, frame))
            .collect(),
        reach: Reach::of(&service.contact),
        list: service.origin.file.clone(),
        edit,
        is_register: service.register,
    }
}

fn ages(service: &Service, frame: &Frame) -> Option<String> {
    match (service.youngest, service.oldest) {
        (None, None) => None,
        (Some(low), None) => Some(frame.t1("phrase-at-least", "low", low)),
        (None, Some(high)) => Some(frame.t1("phrase-at-most", "high", high)),
        (Some(low), Some(high)) => Some(frame.t2("phrase-between", "low", low, "high", high)),
    }
}

fn place_of(app: &App, place: &Place, frame: &Frame) -> Where {
    let parts = [&place.name, &place.street, &place.town];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    Where {
        address: parts.join(", "),
        remote: place.remote,
        accessibility: place.accessibility.clone(),
        week: week(&place.hours, app.today(), frame),
        reach: Reach::of(&place.contact),
    }
}
