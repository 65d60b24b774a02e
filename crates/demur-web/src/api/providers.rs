//! `/providers` and `/referrals`: who else there is, and who can take this customer.

#![expect(
    unused_qualifications,
    reason = "the macro that describes addresses writes them"
)]

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use demur_app::refer::providers::{
    Clock, Depth, Directory, Index, Language, Near, NearError, Position, Provider, Query, Service,
    Status, Wanted, folded,
};
use demur_app::refer::{ReferError, Request, document, refer};
use jiff::civil::DateTime;
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
use crate::app::App;
use crate::directory::directory;

const MOST: i64 = 200;
const USUAL: usize = 50;
/// Kilometres that a customer can go, unless told.
const FAR: i64 = 50;
/// Kilometres around the whole earth, half way.
const FARTHEST: i64 = 20_000;
/// Days after which a confirmation is old.
const STALE_AFTER: i64 = 30;

/// Which providers are wanted.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes parameters that are read one by one")]
pub(super) struct ProvidersQuery {
    /// What they offer, in words or as a code.
    #[param(max_length = 200)]
    service: Option<String>,
    /// A town of the firm's lists, or latitude,longitude.
    #[param(max_length = 200)]
    near: Option<String>,
    /// Kilometres around it; 50 unless told.
    #[param(minimum = 1, maximum = 20000)]
    within: Option<i64>,
    /// Most providers on the page; 50 unless told.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// `next` of the page before, with the same filters.
    cursor: Option<String>,
}

/// Some of the providers.
#[derive(Serialize, ToSchema)]
#[schema(as = ProviderPage)]
struct ProviderPage {
    /// In the order of the lists; with `near` the nearest first.
    providers: Vec<ProviderDocument>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

/// Who offers something.
#[derive(Serialize, ToSchema)]
#[schema(as = Provider)]
struct ProviderDocument {
    /// Their name.
    provider: String,
    #[schema(value_type = schema::ProviderContact)]
    contact: ContactDocument,
    /// Kilometres from `near` to their nearest place, where that is known.
    kilometres: Option<f64>,
    /// What they offer; with `service` only what was asked for.
    services: Vec<ServiceDocument>,
}

#[derive(Serialize)]
struct ContactDocument {
    phone: String,
    email: String,
    url: String,
}

/// Something that is offered.
#[derive(Serialize, ToSchema)]
#[schema(as = ProviderService)]
struct ServiceDocument {
    service: String,
    description: String,
    /// `active`, `paused` or `ended`.
    status: &'static str,
    /// Codes of languages; empty when nobody wrote that down.
    languages: Vec<String>,
    places: Vec<PlaceDocument>,
    /// The day on which somebody last looked whether they can take people.
    confirmed: Option<String>,
    /// It only tells where such services are listed.
    register: bool,
    /// It is made up.
    fictional: bool,
}

/// Where it can be had.
#[derive(Serialize, ToSchema)]
#[schema(as = ProviderPlace)]
struct PlaceDocument {
    name: String,
    street: String,
    town: String,
    /// Online or by telephone.
    remote: bool,
    accessibility: Vec<String>,
}

/// The firm's providers, a page at a time
///
/// Whether one of them can take a customer is what `/referrals` tells.
#[utoipa::path(
    get, path = "/providers", tag = "providers", operation_id = "findProviders",
    params(ProvidersQuery),
    responses((status = 200, body = ProviderPage, description = "A page of providers")),
)]
pub(super) async fn find(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
) -> Result<Response, Problem> {
    let mut asked = asked.known(&["service", "near", "within", "limit", "cursor"]);
    let service = asked.text("service");
    let near = asked.text("near");
    let within = asked.whole("within", 1, FARTHEST).unwrap_or(FAR);
    let limit = asked.whole("limit", 1, MOST);
    let limit = limit
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(USUAL);
    let question = format!("{service:?} {near:?} {within}");
    let after: usize = match asked.text("cursor") {
        None => 0,
        Some(after) => {
            let place = cursor::read(&question, &after).and_then(|place| place.parse().ok());
            if place.is_none() {
                asked.note("cursor", "problem-cursor", Vec::new());
            }
            place.unwrap_or(0)
        }
    };
    let wanted = service.as_deref().map(Wanted::new);
    if wanted == Some(None) {
        asked.note("service", "problem-no-service-words", Vec::new());
    }
    let listed = app
        .wait(directory)
        .await
        .map_err(|fault| caller.problem(&fault))?;
    let from = near
        .as_deref()
        .map(|near| position(&listed.directory, near));
    if let Some(Err(towns)) = &from {
        asked.note("near", "problem-no-town", vec![("towns", towns.join(", "))]);
    }
    asked.finish()?;
    let from = from.and_then(Result::ok);
    let found = matching(&listed.directory, wanted.flatten().as_ref(), from, within);
    let more = found.len() > after.saturating_add(limit);
    let next = more.then(|| cursor::write(&question, &(after + limit).to_string()));
    let providers = found.into_iter().skip(after).take(limit).collect();
    Ok(Json(ProviderPage { providers, next }).into_response())
}

/// Where a town lies; the towns that are known when it is none of them.
fn position(directory: &Directory, near: &str) -> Result<Position, Vec<String>> {
    match self::near(near) {
        Near::Position(position) => Ok(position),
        Near::Town(town) => {
            let index = Index::new(directory);
            let mut towns = index.towns();
            let found = towns.find(|each| folded(&each.name) == folded(town.trim()));
            found.map(|found| found.middle).ok_or_else(|| {
                index
                    .towns()
                    .take(20)
                    .map(|each| each.name.clone())
                    .collect()
            })
        }
    }
}

fn near(text: &str) -> Near {
    let numbers = text.split_once(',').and_then(|(latitude, longitude)| {
        Position::new(
            latitude.trim().parse().ok()?,
            longitude.trim().parse().ok()?,
        )
    });
    numbers.map_or_else(|| Near::Town(text.to_owned()), Near::Position)
}

fn matching(
    directory: &Directory,
    wanted: Option<&Wanted>,
    from: Option<Position>,
    within: i64,
) -> Vec<ProviderDocument> {
    let mut found: Vec<(Option<f64>, ProviderDocument)> = Vec::new();
    for provider in &directory.providers {
        let offers = |service: &&Service| wanted.is_none_or(|wanted| offers(service, wanted));
        let services: Vec<&Service> = provider.services.iter().filter(offers).collect();
        if services.is_empty() {
            continue;
        }
        let far = from.and_then(|from| nearest(&services, from));
        #[expect(
            clippy::cast_precision_loss,
            reason = "a few thousand kilometres are exact"
        )]
        let limit = within as f64;
        if from.is_some() && far.is_none_or(|far| far > limit) {
            continue;
        }
        found.push((far, written(provider, &services, far)));
    }
    found.sort_by(|(one, _), (other, _)| one.unwrap_or(0.0).total_cmp(&other.unwrap_or(0.0)));
    found.into_iter().map(|(_, provider)| provider).collect()
}

fn offers(service: &Service, wanted: &Wanted) -> bool {
    let terms = service
        .terms
        .iter()
        .flat_map(|term| [&term.code, &term.name]);
    let mut texts = [&service.name, &service.description]
        .into_iter()
        .chain(&service.other_names)
        .chain(terms);
    texts.any(|text| wanted.is_in(text))
}

/// What can be had from anywhere is as near to everybody.
fn nearest(services: &[&Service], from: Position) -> Option<f64> {
    let places = services.iter().flat_map(|service| &service.places);
    let far = places.filter_map(|place| match place.position {
        _ if place.remote => Some(0.0),
        position => Some(position?.kilometres_to(from)),
    });
    far.min_by(f64::total_cmp)
}

fn written(provider: &Provider, services: &[&Service], far: Option<f64>) -> ProviderDocument {
    ProviderDocument {
        provider: provider.name.clone(),
        contact: ContactDocument {
            phone: provider.contact.phone.clone(),
            email: provider.contact.email.clone(),
            url: provider.contact.url.clone(),
        },
        kilometres: far.map(|far| (far * 10.0).round() / 10.0),
        services: services.iter().map(|service| offered(service)).collect(),
    }
}

fn offered(service: &Service) -> ServiceDocument {
    let places = service.places.iter();
    ServiceDocument {
        service: service.name.clone(),
        description: service.description.clone(),
        status: match service.status {
            Status::Active => "active",
            Status::Paused => "paused",
            Status::Ended => "ended",
        },
        languages: service
            .languages
            .iter()
            .map(|each| each.code.clone())
            .collect(),
        places: places
            .map(|place| PlaceDocument {
                name: place.name.clone(),
                street: place.street.clone(),
                town: place.town.clone(),
                remote: place.remote,
                accessibility: place.accessibility.clone(),
            })
            .collect(),
        confirmed: service.confirmed().map(|day| day.to_string()),
        register: service.register,
        fictional: service.fictional,
    }
}

/// For whom somebody else is looked for.
#[derive(ToSchema)]
#[schema(as = ReferralOrder)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct ReferralBody {
    situation: schema::Situation,
    /// What the customer needs, in words or as a code; what the duties of the opinion ask for
    /// when absent.
    #[schema(max_length = 200)]
    service: Option<String>,
    /// Where the customer is: a town of the firm's lists, or latitude,longitude.
    #[schema(max_length = 200)]
    near: String,
    /// Kilometres that the customer can go; 50 unless told.
    #[schema(minimum = 1, maximum = 20000)]
    within: Option<i64>,
    /// Languages that have to be spoken, by code or name.
    speaks: Option<Vec<String>>,
    /// What the place has to have, such as wheelchair.
    access: Option<Vec<String>>,
    /// When the customer goes there, as in `2026-11-20T10:00`; now when absent.
    at: Option<String>,
}

struct Order {
    service: Option<Wanted>,
    near: Near,
    within: i64,
    speaks: Vec<Language>,
    access: Vec<Wanted>,
    at: Option<DateTime>,
}

/// Who else can help this customer, and why
///
/// Nobody is named for a request that the law forbids everybody to serve. The same document as
/// `demur refer --format json`.
#[utoipa::path(
    post, path = "/referrals", tag = "providers", operation_id = "refer",
    request_body(content = ReferralBody, description = "The situation, and what is looked for"),
    responses((status = 200, body = schema::Referral, description = "Who can help")),
)]
pub(super) async fn give(
    State(app): State<App>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let known = [
        "situation",
        "service",
        "near",
        "within",
        "speaks",
        "access",
        "at",
    ];
    let mut reading = Reading::default();
    let members = reading.object(&body.root, "", &known);
    let situation = members.some("situation");
    let situation = reading.needed(&members, "situation", situation);
    let order = order(&mut reading, &members);
    reading.finish()?;
    let (Some(situation), Some(order)) = (situation, order) else {
        return Err(Kind::InvalidBody.into());
    };
    let listed = app
        .wait(directory)
        .await
        .map_err(|fault| caller.problem(&fault))?;
    let sent = Sent::within(&body, situation);
    let now = app.now();
    let found = think(&app, &caller, move |thinking| {
        let lawbook = &thinking.library.lawbook;
        let listed = listed.over(lawbook);
        let understood = sent.read(lawbook, thinking.today)?;
        let at = order.at.unwrap_or(now);
        let request = Request {
            service: order.service,
            query: Query {
                service: Vec::new(),
                depth: Depth::Provider,
                near: order.near,
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "a few thousand kilometres are exact"
                )]
                within: order.within as f64,
                clock: Clock {
                    now: at,
                    offset: None,
                },
                stale_after: STALE_AFTER,
                languages: order.speaks,
                accessibility: order.access,
            },
        };
        let index = Index::new(&listed.directory);
        let situation = &understood.read.situation;
        let found = refer(
            thinking.engine,
            situation,
            &index,
            &listed.conditions,
            &request,
        );
        let found = found.map_err(|error| match error {
            ReferError::Contradiction(found) => understood.clash(lawbook, &found, thinking.words),
            ReferError::Near(error) => no_town(error),
            ReferError::NoService => no_service(),
        })?;
        Ok(document(
            lawbook,
            &found,
            &listed.rejected,
            at,
            thinking.lang(),
        ))
    });
    Ok(Json(found.await?).into_response())
}

fn order(reading: &mut Reading, of: &Members<'_>) -> Option<Order> {
    let service = reading.text(of, "service");
    let wanted = service.as_deref().map(Wanted::new);
    if wanted == Some(None) {
        reading.note(
            &of.at("service"),
            "value",
            "problem-no-service-words",
            Vec::new(),
        );
    }
    let near = reading.text(of, "near");
    let near = reading.needed(of, "near", near);
    let within = reading.whole(of, "within", 1, FARTHEST).unwrap_or(FAR);
    let speaks = reading.texts(of, "speaks").into_iter();
    let mut access = Vec::new();
    for (at, text) in reading.texts(of, "access") {
        match Wanted::new(&text) {
            Some(wanted) => access.push(wanted),
            None => reading.note(&at, "value", "problem-no-service-words", Vec::new()),
        }
    }
    let at = reading
        .text(of, "at")
        .map(|text| text.parse::<DateTime>().ok());
    if at == Some(None) {
        reading.note(&of.at("at"), "value", "problem-no-moment", Vec::new());
    }
    Some(Order {
        service: wanted.flatten(),
        near: self::near(&near?),
        within,
        speaks: speaks.map(|(_, text)| Language::named(&text)).collect(),
        access,
        at: at.flatten(),
    })
}

fn no_town(error: NearError) -> Problem {
    let mut towns = error.towns;
    towns.truncate(20);
    let mut reading = Reading::default();
    let gaps = vec![("towns", towns.join(", "))];
    reading.note("/near", "value", "problem-no-town", gaps);
    reading
        .finish()
        .err()
        .unwrap_or_else(|| Kind::InvalidBody.into())
}

fn no_service() -> Problem {
    let mut reading = Reading::default();
    reading.note("/service", "missing", "problem-no-service", Vec::new());
    reading
        .finish()
        .err()
        .unwrap_or_else(|| Kind::InvalidBody.into())
}
