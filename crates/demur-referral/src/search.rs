//! Who can take a customer: near, open, and confirmed not long ago, with the reasons for
//! each and for those who are left out.

mod index;
mod judged;
mod rank;

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use crate::directory::{Language, Provider, Room, Service, Status};
use crate::hours::Clock;
use crate::position::Position;
use crate::words::{Depth, Wanted};

pub use index::{Index, Town};

use index::Key;
use judged::Judged;

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Query {
    /// The service: any of these.
    pub service: Vec<Wanted>,
    /// How directly it has to be found: nothing deeper counts.
    pub depth: Depth,
    /// Where the customer is.
    pub near: Near,
    /// How far the customer can go, in kilometres.
    pub within: f64,
    /// When: entries are judged by this moment.
    pub clock: Clock,
    /// After how many days a confirmation counts as old.
    pub stale_after: i64,
    /// Languages of which each has to be spoken.
    pub languages: Vec<Language>,
    /// What the place has to offer people with disabilities.
    pub accessibility: Vec<Wanted>,
}

/// Where the customer is.
#[derive(Debug, Clone, PartialEq)]
pub enum Near {
    /// In a town of the directory.
    Town(String),
    /// Here.
    Position(Position),
}

/// That a town is not in the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearError {
    /// The towns that are, in alphabetical order.
    pub towns: Vec<String>,
}

/// Whether a provider takes this customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// Nothing stands against it.
    Takes,
    /// It does not, by this condition.
    TakesNot(String),
    /// It depends on these facts, by name; the cheapest to find out first.
    Ask(Vec<String>),
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Search<'d> {
    /// Where was searched from.
    pub from: Position,
    /// Who can take the customer; the best first.
    pub candidates: Vec<Candidate<'d>>,
    /// Who offers it and is left out, with why; by distance.
    pub left_out: Vec<LeftOut<'d>>,
    /// Public lists of such services.
    pub registers: Vec<(&'d Provider, &'d Service)>,
}

/// Somebody who can take the customer.
#[derive(Debug, Clone)]
pub struct Candidate<'d> {
    /// Who.
    pub provider: &'d Provider,
    /// What is offered.
    pub service: &'d Service,
    /// The place that fits best, by position in the service's places; none where no place
    /// is known.
    pub place: Option<usize>,
    /// How far away it is, in kilometres; none for what is remote, comes to the customer
    /// or lies nobody knows where.
    pub kilometres: Option<f64>,
    /// Why it is here, in the order in which that is told.
    pub reasons: Vec<Reason>,
    /// What to ask before sending anybody; empty when nothing is in doubt.
    pub ask_first: Vec<Doubt>,
    /// When somebody last looked whether it can take people.
    pub freshness: Freshness,
}

/// Somebody who offers it and is left out.
#[derive(Debug, Clone)]
pub struct LeftOut<'d> {
    /// Who.
    pub provider: &'d Provider,
    /// What is offered.
    pub service: &'d Service,
    /// How far away it is, in kilometres, where that is known.
    pub kilometres: Option<f64>,
    /// Why.
    pub why: Why,
}

/// When somebody last looked whether a provider can take people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// So many days ago.
    Fresh(i64),
    /// So many days ago, which is long.
    Stale(i64),
    /// Nobody wrote it down.
    Never,
}

/// Why a provider is offered.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// What was looked for is in this text.
    Offers {
        /// Where.
        depth: Depth,
        /// The text.
        text: String,
    },
    /// It is so many kilometres away.
    Distance {
        /// How far.
        kilometres: f64,
        /// Only the town is known.
        about: bool,
    },
    /// It can be had from anywhere.
    Remote,
    /// It comes to, or serves, this area.
    Serves(String),
    /// It is open now, until then; always when absent.
    Open(Option<DateTime>),
    /// It opens then.
    Opens(DateTime),
    /// It is closed, and no opening is known in the next weeks.
    Closed,
    /// Nobody wrote down when it is open.
    HoursUnknown,
    /// It speaks this language, by code.
    Speaks(String),
    /// It has this for people with disabilities.
    Accessible(String),
    /// It has room, as of so many days ago.
    Room(Room),
}

/// What to ask before anybody is sent there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Facts of the situation, by name: they decide whether it takes this customer.
    Facts(Vec<String>),
    /// Whether it speaks this language.
    Language(String),
    /// Whether it has this for people with disabilities.
    Accessibility(String),
    /// Where it is.
    Place,
    /// Whether it has room again: it had none so many days ago.
    Room(Option<i64>),
}

/// Why somebody is left out.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// It is not offered now, or no more.
    Status(Status),
    /// It had no room so many days ago.
    Full(i64),
    /// It does not speak this language.
    Language(String),
    /// It does not have this for people with disabilities.
    Accessibility(String),
    /// It does not take this customer, by this condition.
    TakesNot(String),
    /// It is too far away.
    TooFar,
}

/// A place of a service, by position, with its distance in kilometres.
type Spot = (usize, f64);

/// Looks for providers. `judge` tells whether a service takes this customer.
///
/// The order of what is found depends on the directory, the query and what `judge` says,
/// and on nothing else.
///
/// # Errors
///
/// The directory has no such town.
pub fn search<'d>(
    index: &Index<'d>,
    query: &Query,
    judge: &mut dyn FnMut(&Service) -> Ruling,
) -> Result<Search<'d>, NearError> {
    let from = index.resolve(&query.near)?;
    let mut reached: BTreeMap<Key, Vec<Option<Spot>>> = BTreeMap::new();
    for (key, place, kilometres) in index.within(from, query.within) {
        reached
            .entry(key)
            .or_default()
            .push(Some((place, kilometres)));
    }
    for key in index.serving(from, &query.near) {
        reached.entry(key).or_insert_with(|| vec![None]);
    }
    let mut found = Search {
        from,
        candidates: Vec::new(),
        left_out: Vec::new(),
        registers: Vec::new(),
    };
    for (key, places) in reached {
        let Some((provider, service)) = index.service(key) else {
            continue;
        };
        let Some(matched) = rank::find(query, provider, service) else {
            continue;
        };
        if service.register {
            found.registers.push((provider, service));
            continue;
        }
        let judged = places
            .into_iter()
            .map(|place| judged::one((query, from), provider, service, place, &matched));
        match rank::best(judged.collect()) {
            Some(Judged::Candidate(candidate)) => {
                add(&mut found, *candidate, judge(service));
            }
            Some(Judged::LeftOut(left_out)) => found.left_out.push(*left_out),
            None => {}
        }
    }
    found.candidates.sort_by(rank::compare);
    if found.candidates.is_empty() {
        found.left_out.extend(beyond(index, query, from));
    }
    found.left_out.sort_by(rank::by_distance);
    Ok(found)
}

fn add<'d>(found: &mut Search<'d>, mut candidate: Candidate<'d>, ruling: Ruling) {
    match ruling {
        Ruling::Takes => found.candidates.push(candidate),
        Ruling::Ask(facts) => {
            candidate.ask_first.insert(0, Doubt::Facts(facts));
            found.candidates.push(candidate);
        }
        Ruling::TakesNot(condition) => found.left_out.push(LeftOut {
            provider: candidate.provider,
            service: candidate.service,
            kilometres: candidate.kilometres,
            why: Why::TakesNot(condition),
        }),
    }
}

/// How many places beyond the radius are looked at, and how many are told.
const LOOKED_AT: usize = 5_000;
const TOLD: usize = 3;

/// The nearest who offer it beyond the radius, when nobody within it does.
fn beyond<'d>(index: &Index<'d>, query: &Query, from: Position) -> Vec<LeftOut<'d>> {
    let mut found: Vec<LeftOut<'d>> = Vec::new();
    for (key, _, kilometres) in index.nearest(from).take(LOOKED_AT) {
        let Some((provider, service)) = index.service(key) else {
            continue;
        };
        let told = found.iter().any(|each| std::ptr::eq(each.service, service));
        if kilometres > query.within
            && !told
            && !service.register
            && rank::find(query, provider, service).is_some()
        {
            found.push(LeftOut {
                provider,
                service,
                kilometres: Some(kilometres),
                why: Why::TooFar,
            });
        }
        if found.len() == TOLD {
            break;
        }
    }
    found
}

impl Freshness {
    /// How fresh a day is.
    fn of(confirmed: Option<Date>, today: Date, stale_after: i64) -> Self {
        match confirmed {
            None => Self::Never,
            Some(day) => {
                let days = (today.duration_since(day).as_hours() / 24).max(0);
                if days > stale_after {
                    Self::Stale(days)
                } else {
                    Self::Fresh(days)
                }
            }
        }
    }
}
