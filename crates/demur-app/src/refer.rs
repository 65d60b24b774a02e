//! Sends a customer to somebody who can help: reads directories of providers, and joins
//! what they say with the opinion on a situation.
//!
//! Nobody is named for a request that the law forbids everybody to serve. Whom a provider
//! does not take is weighed by the facts of the situation; unknown is never no.

mod conditions;
mod document;
mod duties;
mod files;
mod lawful;

use demur_engine::{Contradiction, Engine, Opinion, Situation, Weighing};
use demur_referral::{Depth, Index, NearError, Provider, Query, Search, Service, Wanted};

pub use conditions::Conditions;
pub use demur_referral as providers;
pub use document::document;
pub use duties::{DutyToRefer, Met};
pub use files::{load, read};
pub use lawful::Lawful;

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The service; when absent it is what the duties of the opinion ask for.
    pub service: Option<Wanted>,
    /// Everything else.
    pub query: Query,
}

/// What came of it.
#[derive(Debug)]
pub struct Referral<'d> {
    /// The opinion on the situation.
    pub opinion: Opinion,
    /// Whether the request may be served at all, by anybody.
    pub lawful: Lawful,
    /// Who was found; absent when nobody may be named.
    pub search: Option<Search<'d>>,
    /// What the opinion says about sending the customer elsewhere.
    pub duties: Vec<DutyToRefer<'d>>,
    /// Public lists of what was looked for, and of what unmet duties ask for.
    pub registers: Vec<(&'d Provider, &'d Service)>,
}

/// Why there is no referral.
#[derive(Debug)]
pub enum ReferError {
    /// The known facts clash.
    Contradiction(Contradiction),
    /// The directory has no such town.
    Near(NearError),
    /// Neither the request nor a duty says what is looked for.
    NoService,
}

impl From<Contradiction> for ReferError {
    fn from(error: Contradiction) -> Self {
        Self::Contradiction(error)
    }
}

impl From<NearError> for ReferError {
    fn from(error: NearError) -> Self {
        Self::Near(error)
    }
}

/// Finds who can take the customer.
///
/// # Errors
///
/// The facts clash, the town is unknown, or nothing says what is looked for.
pub fn refer<'d>(
    engine: &mut Engine<'_>,
    situation: &Situation,
    index: &Index<'d>,
    conditions: &Conditions,
    request: &Request,
) -> Result<Referral<'d>, ReferError> {
    let lawbook = engine.lawbook();
    let opinion = engine.decide(situation)?;
    let lawful = lawful::lawful(lawbook, situation, &opinion);
    if matches!(lawful, Lawful::No(_)) {
        return Ok(Referral {
            duties: duties::unmet(lawbook, &opinion),
            opinion,
            lawful,
            search: None,
            registers: Vec::new(),
        });
    }
    let mut weighing = Weighing::by(lawbook, situation);
    let mut judge = |service: &Service| conditions.ruling(lawbook, &mut weighing, service);
    let service = match &request.service {
        Some(wanted) => vec![wanted.clone()],
        None => duties::wanted(lawbook, &opinion),
    };
    if service.is_empty() {
        return Err(ReferError::NoService);
    }
    let query = Query {
        service,
        depth: Depth::Provider,
        ..request.query.clone()
    };
    let search = demur_referral::search(index, &query, &mut judge)?;
    let (duties, more) = duties::met(lawbook, &opinion, index, &query, &search, &mut judge)?;
    let mut registers = search.registers.clone();
    for each in more {
        let known = registers
            .iter()
            .any(|(_, known)| std::ptr::eq(*known, each.1));
        registers.extend((!known).then_some(each));
    }
    Ok(Referral {
        opinion,
        lawful,
        search: Some(search),
        duties,
        registers,
    })
}
