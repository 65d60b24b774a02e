//! Whether anybody may serve a request. Nobody is sent elsewhere with what the law forbids
//! there, too.

use std::collections::BTreeSet;

use demur_engine::{Contradiction, Engine, Opinion, Situation};
use demur_lawbook::{Effect, FactId, Lawbook, NormId, Tier, Verdict};

/// Whether the request may be served by anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lawful {
    /// Nothing forbids it whoever serves.
    Yes,
    /// These norms forbid it, whoever serves.
    No(Vec<NormId>),
    /// It depends on these facts, the next question first.
    Open(Vec<FactId>),
}

/// A norm binds every provider when it still forbids serving after everything that is
/// known of this business is forgotten.
pub(super) fn lawful(
    engine: &mut Engine<'_>,
    situation: &Situation,
    opinion: &Opinion,
) -> Result<Lawful, Contradiction> {
    let may_be_forbidden = opinion
        .possible
        .iter()
        .any(|verdict| matches!(verdict, Verdict::MustRefuse | Verdict::Conflict));
    if !may_be_forbidden {
        return Ok(Lawful::Yes);
    }
    let lawbook = engine.lawbook();
    let business = of_the_business(lawbook);
    let mut anyone = Situation::on(situation.day);
    let facts = situation.answers.iter();
    anyone.answers = facts
        .filter(|(fact, _)| !business.contains(fact))
        .map(|(fact, answer)| (*fact, answer.clone()))
        .collect();
    let mut forbidding = engine.decide(&anyone)?.forbids_serving;
    forbidding.retain(|norm| is_law(lawbook, *norm));
    if !forbidding.is_empty() {
        return Ok(Lawful::No(forbidding));
    }
    let open = opinion.missing.iter().filter(|missing| {
        let mut norms = missing.norms.iter();
        norms.any(|norm| is_law(lawbook, *norm) && binds_everybody(lawbook, *norm, &business))
    });
    let open: Vec<FactId> = open.map(|missing| missing.fact).collect();
    Ok(if open.is_empty() {
        Lawful::Yes
    } else {
        Lawful::Open(open)
    })
}

/// The facts that some profile gives: what lasts, of the business and not of the request.
fn of_the_business(lawbook: &Lawbook) -> BTreeSet<FactId> {
    let given = lawbook.profiles.iter().flat_map(|profile| &profile.given);
    given
        .map(|(variable, _)| lawbook.variables[*variable].fact)
        .collect()
}

fn is_law(lawbook: &Lawbook, norm: NormId) -> bool {
    let norm = &lawbook.norms[norm];
    norm.layer.tier == Tier::Law && norm.effect == Effect::ForbidServing
}

fn binds_everybody(lawbook: &Lawbook, norm: NormId, business: &BTreeSet<FactId>) -> bool {
    let norm = &lawbook.norms[norm];
    let mut free = true;
    for condition in std::iter::once(&norm.when).chain(&norm.unless) {
        condition.each_variable(&mut |variable, _| {
            free &= !business.contains(&lawbook.variables[variable].fact);
        });
    }
    free
}
