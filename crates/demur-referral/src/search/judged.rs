//! One service at one place: why it is offered, what is in doubt, or why it is left out.

use super::index::area;
use super::{Candidate, Doubt, Freshness, LeftOut, Query, Reason, Why};
use crate::directory::{Place, Provider, Room, Service, Status};
use crate::hours::{Openness, openness};
use crate::position::Position;
use crate::words::Match;

/// What became of it.
#[derive(Debug)]
pub(super) enum Judged<'d> {
    Candidate(Box<Candidate<'d>>),
    LeftOut(Box<LeftOut<'d>>),
}

/// Judges a service at a place (with its distance), or at none.
pub(super) fn one<'d>(
    (query, from): (&Query, Position),
    provider: &'d Provider,
    service: &'d Service,
    at: Option<(usize, f64)>,
    matched: &Match,
) -> Judged<'d> {
    let number = at.map(|(number, _)| number).or_else(|| {
        let mut places = service.places.iter();
        let remote = places.position(|place| place.remote);
        // What only comes to people has hours, and no address.
        let mut places = service.places.iter();
        remote
            .or_else(|| places.position(|place| place.town.is_empty() && place.position.is_none()))
    });
    let case = Case {
        query,
        from,
        service,
        place: number.and_then(|number| service.places.get(number)),
    };
    let kilometres = at.map(|(_, kilometres)| kilometres);
    let mut doubts = Vec::new();
    match case.left_out(&mut doubts) {
        Some(why) => Judged::LeftOut(Box::new(LeftOut {
            provider,
            service,
            kilometres,
            why,
        })),
        None => {
            let reasons = case.reasons(kilometres, matched, &mut doubts);
            Judged::Candidate(Box::new(Candidate {
                provider,
                service,
                place: number,
                kilometres,
                reasons,
                ask_first: doubts,
                freshness: case.freshness(service.confirmed()),
            }))
        }
    }
}

struct Case<'q, 'd> {
    query: &'q Query,
    from: Position,
    service: &'d Service,
    place: Option<&'d Place>,
}

impl Case<'_, '_> {
    fn freshness(&self, day: Option<jiff::civil::Date>) -> Freshness {
        Freshness::of(day, self.query.clock.now.date(), self.query.stale_after)
    }

    /// Why it cannot be offered. What is only in doubt is added to `doubts`.
    fn left_out(&self, doubts: &mut Vec<Doubt>) -> Option<Why> {
        if self.service.status != Status::Active {
            return Some(Why::Status(self.service.status));
        }
        self.full(doubts)
            .or_else(|| self.lacks_language(doubts))
            .or_else(|| self.lacks_access(doubts))
    }

    /// A full house was full on the day of its confirmation; later nobody knows.
    fn full(&self, doubts: &mut Vec<Doubt>) -> Option<Why> {
        let capacity = self.service.capacity.as_ref();
        let full = capacity.filter(|capacity| capacity.room == Room::Full)?;
        match self.freshness(full.confirmed) {
            Freshness::Fresh(days) => return Some(Why::Full(days)),
            Freshness::Stale(days) => doubts.push(Doubt::Room(Some(days))),
            Freshness::Never => doubts.push(Doubt::Room(None)),
        }
        None
    }

    fn lacks_language(&self, doubts: &mut Vec<Doubt>) -> Option<Why> {
        let spoken = self.place.map_or(&[][..], |place| &place.languages);
        let mut all = self.service.languages.iter().chain(spoken).peekable();
        let unknown = all.peek().is_none();
        let spoken: Vec<_> = all.collect();
        for wanted in &self.query.languages {
            if unknown {
                doubts.push(Doubt::Language(wanted.code.clone()));
            } else if !spoken.contains(&wanted) {
                return Some(Why::Language(wanted.code.clone()));
            }
        }
        None
    }

    fn lacks_access(&self, doubts: &mut Vec<Doubt>) -> Option<Why> {
        // Whoever is served at home or by telephone needs nothing of the place.
        let place = self.place.filter(|place| !place.remote)?;
        for wanted in &self.query.accessibility {
            if place.accessibility.is_empty() {
                doubts.push(Doubt::Accessibility(wanted.typed().to_owned()));
            } else if feature(place, wanted).is_none() {
                return Some(Why::Accessibility(wanted.typed().to_owned()));
            }
        }
        None
    }

    fn reasons(
        &self,
        kilometres: Option<f64>,
        matched: &Match,
        doubts: &mut Vec<Doubt>,
    ) -> Vec<Reason> {
        let mut reasons = vec![Reason::Offers {
            depth: matched.depth,
            text: matched.text.clone(),
        }];
        reasons.extend(self.where_it_is(kilometres, doubts));
        reasons.push(self.when_it_is_open());
        for language in &self.query.languages {
            let in_doubt = doubts.contains(&Doubt::Language(language.code.clone()));
            reasons.extend((!in_doubt).then(|| Reason::Speaks(language.code.clone())));
        }
        let features = self.query.accessibility.iter().filter_map(|wanted| {
            let place = self.place.filter(|place| !place.remote)?;
            feature(place, wanted).map(|text| Reason::Accessible(text.to_owned()))
        });
        reasons.extend(features);
        let room = self.service.capacity.as_ref().map(|capacity| capacity.room);
        reasons.extend(room.filter(|room| *room != Room::Full).map(Reason::Room));
        reasons
    }

    fn where_it_is(&self, kilometres: Option<f64>, doubts: &mut Vec<Doubt>) -> Option<Reason> {
        if let (Some(kilometres), Some(place)) = (kilometres, self.place) {
            return Some(Reason::Distance {
                kilometres,
                about: place.position.is_none(),
            });
        }
        if self.place.is_some_and(|place| place.remote) {
            return Some(Reason::Remote);
        }
        let served = area(self.service, self.from, &self.query.near);
        if served.is_none() {
            doubts.push(Doubt::Place);
        }
        served.map(Reason::Serves)
    }

    fn when_it_is_open(&self) -> Reason {
        let hours = self.place.map_or(&[][..], |place| &place.hours);
        match openness(hours, self.query.clock) {
            Openness::Open(until) => Reason::Open(until),
            Openness::Closed(Some(next)) => Reason::Opens(next),
            Openness::Closed(None) => Reason::Closed,
            Openness::Unknown => Reason::HoursUnknown,
        }
    }
}

/// Words by which publishers of both languages call the same thing.
const ALIKE: [&[&str]; 6] = [
    &[
        "wheelchair",
        "wózek inwalidzki",
        "podjazd",
        "ramp",
        "step-free",
        "bez barier",
    ],
    &["lift", "elevator", "winda"],
    &["induction loop", "pętla indukcyjna"],
    &["sign language", "język migowy"],
    &["toilet", "toaleta"],
    &["parking", "parking place"],
];

/// The text of a place that has what is wanted, also by another name of it.
fn feature<'p>(place: &'p Place, wanted: &crate::words::Wanted) -> Option<&'p str> {
    let names = ALIKE.iter().find(|names| {
        let same = |name: &&&str| wanted.is_in(name);
        names.iter().any(|name| same(&name))
    });
    let other = names.copied().unwrap_or_default();
    let has = |text: &&String| {
        wanted.is_in(text)
            || other
                .iter()
                .any(|name| crate::words::Wanted::new(name).is_some_and(|name| name.is_in(text)))
    };
    place.accessibility.iter().find(has).map(String::as_str)
}
