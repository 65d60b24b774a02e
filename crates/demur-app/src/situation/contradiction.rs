//! Facts that cannot hold together, as a message.

use std::collections::BTreeMap;

use demur_engine::{Contradiction, Known};
use demur_lawbook::{Assumption, FactId, Lawbook};
use demur_syntax::{Diagnostic, Span};

use super::Places;
use crate::words;

/// Says which facts clash and why. With `places` it points at them in the text of
/// the situation; without, when nobody wrote one, it only names them.
#[must_use]
pub fn contradiction(
    lawbook: &Lawbook,
    contradiction: &Contradiction,
    places: Option<&Places>,
) -> Diagnostic {
    let facts = by_fact(lawbook, &contradiction.facts);
    let all: Vec<&str> = facts.values().map(String::as_str).collect();
    let message = format!("these facts cannot hold together: {}", all.join("; "));
    let mut diagnostic = Diagnostic::error("S011", message);
    if let Some(places) = places {
        diagnostic = pointing(diagnostic, places, &facts);
    }
    let broken = contradiction
        .assumptions
        .iter()
        .filter_map(|index| lawbook.assumptions.get(*index));
    for text in broken.map(because) {
        diagnostic = diagnostic.help(text);
    }
    diagnostic.help("correct one of them, or leave out what is not known")
}

/// What is known of each fact; a set has several variables.
fn by_fact(lawbook: &Lawbook, facts: &[Known]) -> BTreeMap<FactId, String> {
    let mut found: BTreeMap<FactId, String> = BTreeMap::new();
    for known in facts {
        let fact = lawbook.variables[known.variable].fact;
        let said = words::known(lawbook, *known);
        found
            .entry(fact)
            .and_modify(|before| *before += &format!(" and {said}"))
            .or_insert(said);
    }
    found
}

fn pointing(
    mut diagnostic: Diagnostic,
    places: &Places,
    facts: &BTreeMap<FactId, String>,
) -> Diagnostic {
    for (span, label) in spans(places, facts) {
        diagnostic = match diagnostic.place {
            None => diagnostic.at(places.file, span, label),
            Some(_) => diagnostic.see(places.file, span, label),
        };
    }
    diagnostic
}

/// Where each fact stands, in the order of the text.
fn spans(places: &Places, facts: &BTreeMap<FactId, String>) -> Vec<(Span, String)> {
    let mut found: Vec<(Span, String)> = Vec::new();
    let mut inherited = Vec::new();
    for (fact, said) in facts {
        match places.facts.get(fact) {
            Some(span) => found.push((*span, said.clone())),
            None => inherited.push(said.as_str()),
        }
    }
    if let (Some(span), false) = (places.profile, inherited.is_empty()) {
        found.push((span, format!("from the profile: {}", inherited.join("; "))));
    }
    found.sort();
    found
}

fn because(assumption: &Assumption) -> String {
    let texts = [&assumption.because.en, &assumption.because.pl];
    let given: Vec<&str> = texts
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    format!("because {}", given.join(" / "))
}
