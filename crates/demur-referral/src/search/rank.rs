//! The order of what is found. `docs/referral.md` tells it to people.

use std::cmp::Ordering;

use super::judged::Judged;
use super::{Candidate, Freshness, LeftOut, Query, Reason};
use crate::directory::{Provider, Service};
use crate::words::{Depth, Match, Wanted};

/// Whether a service is what is wanted, by the most direct match.
pub(super) fn find(query: &Query, provider: &Provider, service: &Service) -> Option<Match> {
    let matches = query.service.iter();
    let matches = matches.filter_map(|wanted| matched(wanted, provider, service));
    let near = matches.filter(|found| found.depth <= query.depth);
    near.min_by_key(|found| found.depth)
}

fn matched(wanted: &Wanted, provider: &Provider, service: &Service) -> Option<Match> {
    let code = service.terms.iter().find(|term| wanted.is(&term.code));
    if let Some(term) = code {
        let name = if term.name.is_empty() {
            &term.code
        } else {
            &term.name
        };
        return Some(Match {
            depth: Depth::Code,
            text: name.clone(),
        });
    }
    let terms = service
        .terms
        .iter()
        .map(|term| (Depth::Name, term.name.as_str()));
    let others = service
        .other_names
        .iter()
        .map(|name| (Depth::Name, name.as_str()));
    let names = std::iter::once((Depth::Name, service.name.as_str()));
    let rest = [
        (Depth::Description, service.description.as_str()),
        (Depth::Provider, provider.name.as_str()),
    ];
    wanted.find(names.chain(others).chain(terms).chain(rest))
}

/// The place at which a service fits best; candidates before those left out.
pub(super) fn best(judged: Vec<Judged<'_>>) -> Option<Judged<'_>> {
    judged.into_iter().min_by(|one, other| match (one, other) {
        (Judged::Candidate(one), Judged::Candidate(other)) => compare(one, other),
        (Judged::LeftOut(one), Judged::LeftOut(other)) => by_distance(one, other),
        (Judged::Candidate(_), Judged::LeftOut(_)) => Ordering::Less,
        (Judged::LeftOut(_), Judged::Candidate(_)) => Ordering::Greater,
    })
}

/// Those to whom nothing has to be asked first; then by how directly the service was
/// found, whether it is open, how fresh the entry is, the distance, and at last by name.
pub(super) fn compare(one: &Candidate<'_>, other: &Candidate<'_>) -> Ordering {
    let key = |each: &Candidate<'_>| {
        (
            !each.ask_first.is_empty(),
            depth(each),
            open(each),
            match each.freshness {
                Freshness::Fresh(_) => 0,
                Freshness::Stale(_) => 1,
                Freshness::Never => 2,
            },
        )
    };
    let distance = distance(one.kilometres, other.kilometres);
    key(one)
        .cmp(&key(other))
        .then(distance)
        .then_with(|| one.freshness.cmp(&other.freshness))
        .then_with(|| one.provider.name.cmp(&other.provider.name))
        .then_with(|| one.service.name.cmp(&other.service.name))
        .then_with(|| one.service.origin.cmp(&other.service.origin))
        .then_with(|| one.place.cmp(&other.place))
}

/// Codes and names are alike: both say what it is.
fn depth(candidate: &Candidate<'_>) -> Depth {
    let depths = candidate.reasons.iter().filter_map(|reason| match reason {
        Reason::Offers { depth, .. } => Some((*depth).max(Depth::Name)),
        _ => None,
    });
    depths.max().unwrap_or(Depth::Provider)
}

/// Open now, opening later, nobody knows, closed for weeks.
fn open(candidate: &Candidate<'_>) -> u8 {
    let classes = candidate.reasons.iter().filter_map(|reason| match reason {
        Reason::Open(_) => Some(0),
        Reason::Opens(_) => Some(1),
        Reason::HoursUnknown => Some(2),
        Reason::Closed => Some(3),
        _ => None,
    });
    classes.max().unwrap_or(2)
}

/// What comes to the customer is nearest.
fn distance(one: Option<f64>, other: Option<f64>) -> Ordering {
    one.unwrap_or(0.0).total_cmp(&other.unwrap_or(0.0))
}

/// The nearest first; what has no distance comes last.
pub(super) fn by_distance(one: &LeftOut<'_>, other: &LeftOut<'_>) -> Ordering {
    let far = |each: &LeftOut<'_>| each.kilometres.unwrap_or(f64::INFINITY);
    far(one)
        .total_cmp(&far(other))
        .then_with(|| one.provider.name.cmp(&other.provider.name))
        .then_with(|| one.service.name.cmp(&other.service.name))
        .then_with(|| one.service.origin.cmp(&other.service.origin))
}
