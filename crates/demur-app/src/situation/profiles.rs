//! Profiles: named businesses whose lasting facts are known.

use std::collections::BTreeMap;

use demur_engine::{Known, Situation};
use demur_lawbook::{Cells, FactId, Given, Lawbook, Profile, VarId};
use demur_syntax::Span;

use super::report::Report;
use super::tree::{Node, Tree};
use super::wording::{all_of, near, quoted};
use crate::words;

/// The facts of a profile, or of several.
pub(super) fn given(node: &Node, lawbook: &Lawbook, report: &mut Report) -> Given {
    let mut given = Given::new();
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for name in names(node) {
        match profile(name, lawbook) {
            Some(profile) => match seen.insert(&profile.name, name.span) {
                Some(first) => {
                    report.twice(format!("the profile {}", name.shown()), first, name.span)
                }
                None => given.extend(profile.given.iter().copied()),
            },
            None => unknown(name, lawbook, report),
        }
    }
    given
}

fn names(node: &Node) -> &[Node] {
    match &node.value {
        Tree::List(names) => names,
        Tree::Text(_) | Tree::Map(_) => std::slice::from_ref(node),
    }
}

fn profile<'l>(name: &Node, lawbook: &'l Lawbook) -> Option<&'l Profile> {
    lawbook.profile_named(&name.text()?.text)
}

fn unknown(node: &Node, lawbook: &Lawbook, report: &mut Report) {
    let names = || lawbook.profiles.iter().map(|profile| profile.name.as_str());
    let known = match all_of(names()) {
        none if none.is_empty() => "these law packs have no profiles; leave it out".to_owned(),
        some => format!("known profiles: {some}"),
    };
    let word = node.text().map(|text| text.text.as_str());
    let (message, label) = match word {
        Some(_) => (
            format!("there is no profile {}", node.shown()),
            "no profile has this name",
        ),
        None => (
            format!("a profile cannot be {}", node.shown()),
            "expected the name of a profile",
        ),
    };
    let diagnostic = report
        .error("S009", message, node.span, label)
        .did_you_mean(word.and_then(|word| near(word, names())))
        .help(known);
    report.add(diagnostic);
}

/// Reports facts on which two profiles disagree and which the situation leaves open.
pub(super) fn clashes(node: &Node, situation: &Situation, lawbook: &Lawbook, report: &mut Report) {
    let mut facts: BTreeMap<FactId, (&str, Known)> = BTreeMap::new();
    let mut left: BTreeMap<VarId, Cells> = BTreeMap::new();
    for profile in names(node).iter().filter_map(|name| profile(name, lawbook)) {
        for (variable, cells) in &profile.given {
            let fact = lawbook.variables[*variable].fact;
            if situation.answers.contains_key(&fact) {
                continue;
            }
            let both = left
                .get(variable)
                .map_or(*cells, |before| before.and(*cells));
            left.insert(*variable, both);
            let known = Known {
                variable: *variable,
                cells: *cells,
            };
            match facts.get(&fact) {
                Some(first) if both.is_empty() => {
                    report.add(clash(
                        report,
                        lawbook,
                        node.span,
                        *first,
                        (&profile.name, known),
                    ));
                    return;
                }
                _ => {
                    facts.insert(fact, (&profile.name, known));
                }
            }
        }
    }
}

fn clash(
    report: &Report,
    lawbook: &Lawbook,
    span: Span,
    first: (&str, Known),
    second: (&str, Known),
) -> demur_syntax::Diagnostic {
    let message = format!(
        "the profiles {} and {} contradict each other",
        quoted(first.0),
        quoted(second.0)
    );
    let says =
        |(name, known): (&str, Known)| format!("{name} says `{}`", words::known(lawbook, known));
    let name = &lawbook.facts[lawbook.variables[first.1.variable].fact].name;
    report
        .error(
            "S011",
            message,
            span,
            format!("{}, {}", says(first), says(second)),
        )
        .help(format!(
            "keep one profile, or say below `facts` what holds for `{name}`"
        ))
}
