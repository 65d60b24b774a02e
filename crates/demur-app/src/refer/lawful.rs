//! Whether anybody may serve a request. Nobody is sent elsewhere with what the law forbids
//! there, too.

use std::collections::BTreeSet;

use demur_engine::{Opinion, Situation, Standing, Weighing};
use demur_lawbook::{Condition, Criterion, Effect, FactId, Lawbook, NormId, Tier, Verdict};

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

/// A norm binds every provider when its own conditions still hold after everything that is
/// known of this business is forgotten. That another norm might override it elsewhere, as in
/// an emergency, is no reason to send somebody there.
pub(super) fn lawful(lawbook: &Lawbook, situation: &Situation, opinion: &Opinion) -> Lawful {
    let forbids = |verdict: &Verdict| matches!(verdict, Verdict::MustRefuse | Verdict::Conflict);
    if !opinion.possible.iter().any(forbids) {
        return Lawful::Yes;
    }
    let business = of_the_business(lawbook);
    let mut anyone = Situation::on(situation.day);
    let facts = situation.answers.iter();
    anyone.answers = facts
        .filter(|(fact, _)| !business.contains(fact))
        .map(|(fact, answer)| (*fact, answer.clone()))
        .collect();
    let mut weighing = Weighing::by(lawbook, &anyone);
    let mut forbidding: Vec<NormId> = opinion.forbids_serving.clone();
    if opinion.possible.iter().all(forbids) {
        // One of several norms forbids it for certain, and nobody knows which.
        forbidding.extend(opinion.because.iter().map(|each| each.norm));
    }
    forbidding.retain(|norm| {
        is_law(lawbook, *norm)
            && match weighing.weigh(&own_conditions(lawbook, *norm)) {
                Standing::Holds => true,
                Standing::HoldsNot => false,
                Standing::Open(facts) => !facts.iter().any(|fact| business.contains(fact)),
            }
    });
    forbidding.sort_unstable();
    forbidding.dedup();
    if !forbidding.is_empty() {
        return Lawful::No(forbidding);
    }
    let open = opinion.missing.iter().filter(|missing| {
        let mut norms = missing.norms.iter();
        norms.any(|norm| is_law(lawbook, *norm) && binds_everybody(lawbook, *norm, &business))
    });
    let open: Vec<FactId> = open.map(|missing| missing.fact).collect();
    if open.is_empty() {
        Lawful::Yes
    } else {
        Lawful::Open(open)
    }
}

/// Under which a norm holds, whatever overrides it.
fn own_conditions(lawbook: &Lawbook, norm: NormId) -> Criterion {
    let norm = &lawbook.norms[norm];
    let exceptions = norm.unless.iter();
    let mut parts = vec![norm.when.clone()];
    parts.extend(exceptions.map(|unless| unless.negated(&lawbook.variables)));
    Criterion {
        holds: Condition::All(parts),
        finer: Vec::new(),
    }
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
