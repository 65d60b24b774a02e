//! A value of a fact, as far as it is known.

use std::collections::BTreeMap;

use demur_lawbook::{Answer, Domain, Fact, Value};
use demur_syntax::{Diagnostic, Span};

use super::report::Report;
use super::tree::{Node, Tree};
use super::wording::{near, one_of};
use super::{numbers, sets};

/// What `node` says of `fact`; nothing when it says nothing or is wrong, which is
/// reported.
pub(super) fn answer(fact: &Fact, node: &Node, report: &mut Report) -> Option<Answer> {
    let unknown = node.is_unknown() && fact.value_named("unknown").is_none();
    if unknown || node.is_null() {
        return None;
    }
    match &fact.domain {
        Domain::Bool => yes_or_no(fact, node, report),
        Domain::OneOf(_) => alternatives(fact, node, report),
        Domain::SomeOf(_) => sets::set(fact, node, report),
        Domain::Int { low, high, .. } => numbers::number(fact, (*low, *high), node, report),
    }
}

/// An error that says what the fact can be.
pub(super) fn unfit(fact: &Fact, node: &Node, expected: &str, report: &Report) -> Diagnostic {
    let message = format!("`{}` cannot be {}", fact.name, node.shown());
    report.error("S006", message, node.span, format!("expected {expected}"))
}

fn yes_or_no(fact: &Fact, node: &Node, report: &mut Report) -> Option<Answer> {
    let word = node.text().map(|text| text.text.to_lowercase());
    match word.as_deref() {
        Some("true" | "yes" | "tak") => Some(Answer::Bool(true)),
        Some("false" | "no" | "nie") => Some(Answer::Bool(false)),
        _ => {
            let diagnostic = unfit(fact, node, "`true` or `false`", report)
                .help("leave the fact out, or write `unknown`, when it is not known");
            report.add(diagnostic);
            None
        }
    }
}

fn alternatives(fact: &Fact, node: &Node, report: &mut Report) -> Option<Answer> {
    match &node.value {
        Tree::Text(_) => value(fact, node, report).map(|position| Answer::OneOf(vec![position])),
        Tree::List(items) if items.is_empty() => {
            let diagnostic = report
                .error(
                    "S006",
                    format!("no value is left for `{}`", fact.name),
                    node.span,
                    "an empty list",
                )
                .help("list the values that are possible, or leave the fact out");
            report.add(diagnostic);
            None
        }
        Tree::List(items) => values(fact, items, report).map(Answer::OneOf),
        Tree::Map(_) => {
            let diagnostic = unfit_enumeration(fact, node, report)
                .help("write the value, or a list of those that are possible");
            report.add(diagnostic);
            None
        }
    }
}

/// The positions of several values, ascending; nothing when one of them is wrong.
pub(super) fn values(fact: &Fact, items: &[Node], report: &mut Report) -> Option<Vec<usize>> {
    let mut seen: BTreeMap<usize, Span> = BTreeMap::new();
    let mut all_fit = true;
    for item in items {
        match value(fact, item, report) {
            Some(position) => match seen.get(&position) {
                Some(first) => {
                    report.twice(format!("the value {}", item.shown()), *first, item.span)
                }
                None => {
                    seen.insert(position, item.span);
                }
            },
            None => all_fit = false,
        }
    }
    all_fit.then(|| seen.into_keys().collect())
}

/// The position of one value.
pub(super) fn value(fact: &Fact, node: &Node, report: &mut Report) -> Option<usize> {
    let found = node.text().and_then(|text| fact.value_named(&text.text));
    if found.is_none() {
        report.add(unfit_enumeration(fact, node, report));
    }
    found
}

fn unfit_enumeration(fact: &Fact, node: &Node, report: &Report) -> Diagnostic {
    let names = || fact.domain.values().iter().map(|value| value.name.as_str());
    let word = node
        .text()
        .map(|text| text.text.as_str())
        .unwrap_or_default();
    let labelled = fact
        .domain
        .values()
        .iter()
        .find(|value| is_label(value, word));
    let meant = labelled
        .map(|value| value.name.as_str())
        .or_else(|| near(word, names()));
    unfit(fact, node, &one_of(names()), report).did_you_mean(meant)
}

/// Whether people call the value by this word.
fn is_label(value: &Value, word: &str) -> bool {
    let same = |label: &str| !label.is_empty() && label.to_lowercase() == word.to_lowercase();
    same(&value.label.en) || same(&value.label.pl)
}
