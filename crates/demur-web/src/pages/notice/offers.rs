//! Who else can help: providers that a notice can name.

use std::sync::Arc;

use demur_app::engine::{Engine, Situation};
use demur_app::lawbook::Verdict;
use demur_app::library::Library;
use demur_app::refer::providers::{Clock, Depth, Index, Near, Query, Wanted};
use demur_app::refer::{self, Lawful, ReferError, Request};
use demur_words::Words;
use demur_words::opinion::View;
use demur_words::referral::{ProviderTold, Shown, told};
use jiff::civil::DateTime;

use super::occasion::Occasion;
use crate::app::App;
use crate::directory::{Listed, directory};
use crate::fault::Fault;
use crate::firm::Firm;
use crate::posted::Fields;

/// How far people go, in kilometres.
const WITHIN: u16 = 50;
/// After so many days a confirmation is old.
const STALE_AFTER: i64 = 30;
/// More are not read out.
const MOST: usize = 3;

/// What is offered beside a notice.
#[derive(Default)]
pub(super) struct Offers {
    /// What was looked for.
    pub(super) service: String,
    pub(super) near: String,
    pub(super) towns: Vec<String>,
    /// Nobody is in the directory yet.
    pub(super) is_empty: bool,
    /// What to know before somebody is named, or why nobody is.
    pub(super) said: Option<String>,
    pub(super) offers: Vec<Offer>,
}

/// Somebody who can be named.
#[derive(Clone)]
pub(super) struct Offer {
    pub(super) name: String,
    pub(super) told: ProviderTold,
}

impl Offers {
    /// Looks for providers, with the town of the firm unless another one was typed.
    pub(super) async fn of(
        app: &App,
        occasion: &Occasion,
        firm: &Firm,
        fields: &Fields,
        words: &Arc<Words>,
    ) -> Result<Self, Fault> {
        let listed = app.wait(directory).await?;
        let near = match fields.some("near") {
            Some(town) => town.to_owned(),
            None => match listed.town_in(&firm.address) {
                Some(Near::Town(town)) => town,
                _ => String::new(),
            },
        };
        let index = Index::new(&listed.directory);
        let mut offers = Self {
            service: fields.text("service").to_owned(),
            near,
            towns: index.towns().map(|town| town.name.clone()).collect(),
            is_empty: listed.directory.providers.is_empty(),
            ..Self::default()
        };
        let library = app.desk().library();
        let situation = occasion
            .situation(app, &library)
            .filter(|_| !offers.near.is_empty());
        if let Some(situation) = situation.filter(|_| !offers.is_empty) {
            let request = request(&offers, app.now());
            let (now, words) = (app.now(), Arc::clone(words));
            let ask = move |engine: &mut Engine<'_>, library: &Library| {
                looked(engine, library, &situation, &listed, &request, now, &words)
            };
            (offers.said, offers.offers) = app.desk().ask(ask).await?;
        }
        Ok(offers)
    }

    /// The one of this name.
    pub(super) fn named(&self, name: &str) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.name == name)
    }
}

fn request(offers: &Offers, now: DateTime) -> Request {
    Request {
        service: Wanted::new(&offers.service),
        query: Query {
            service: Vec::new(),
            depth: Depth::Provider,
            near: Near::Town(offers.near.clone()),
            within: f64::from(WITHIN),
            clock: Clock { now, offset: None },
            stale_after: STALE_AFTER,
            languages: Vec::new(),
            accessibility: Vec::new(),
        },
    }
}

fn looked(
    engine: &mut Engine<'_>,
    library: &Library,
    situation: &Situation,
    listed: &Arc<Listed>,
    request: &Request,
    now: DateTime,
    words: &Words,
) -> (Option<String>, Vec<Offer>) {
    let listed = listed.over(&library.lawbook);
    let index = Index::new(&listed.directory);
    let found = refer::refer(engine, situation, &index, &listed.conditions, request);
    let found = match found {
        Ok(found) => found,
        Err(ReferError::NoService) => return (Some(words.say("tell-refer-service")), Vec::new()),
        Err(ReferError::Near(error)) => {
            let gaps = [("towns", words.any_of(&error.towns).into())];
            return (Some(words.fill("tell-refer-town", &gaps)), Vec::new());
        }
        // What clashes has no opinion, and the page says so already.
        Err(ReferError::Contradiction(_)) => return (None, Vec::new()),
    };
    let shown = Shown {
        view: View {
            lawbook: &library.lawbook,
            opinion: &found.opinion,
            situation,
            words,
            explain: false,
        },
        referral: &found,
        rejected: &[],
        now,
        within: WITHIN,
        all: false,
    };
    let candidates = found.search.iter().flat_map(|search| &search.candidates);
    let offers = candidates.take(MOST).map(|candidate| Offer {
        name: candidate.provider.name.clone(),
        told: told(shown, candidate),
    });
    let offers: Vec<Offer> = offers.collect();
    let serve = found
        .opinion
        .possible
        .iter()
        .all(|verdict| matches!(verdict, Verdict::MustServe | Verdict::NotJustified));
    let said = match &found.lawful {
        Lawful::No(_) => Some("tell-refer-unlawful"),
        Lawful::Open(_) => Some("tell-refer-open"),
        Lawful::Yes if serve => Some("refer-serve-here"),
        Lawful::Yes if offers.is_empty() => Some("tell-nobody"),
        Lawful::Yes => None,
    };
    (said.map(|key| words.say(key)), offers)
}
