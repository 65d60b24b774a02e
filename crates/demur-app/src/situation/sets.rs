//! Sets: a list says all of it, `includes` and `excludes` say what is known.

use demur_lawbook::{Answer, Fact};
use demur_syntax::{Diagnostic, Span};

use super::report::Report;
use super::tree::{Entry, Node, Tree};
use super::values::{unfit, value, values};
use super::wording::{near, quoted};

const PARTS: [&str; 2] = ["includes", "excludes"];

pub(super) fn set(fact: &Fact, node: &Node, report: &mut Report) -> Option<Answer> {
    match &node.value {
        Tree::List(items) => {
            let includes = values(fact, items, report)?;
            let all = 0..fact.domain.values().len();
            let excludes = all
                .filter(|position| !includes.contains(position))
                .collect();
            Some(Answer::SomeOf { includes, excludes })
        }
        Tree::Map(entries) => partly(fact, node, entries, report),
        Tree::Text(_) => {
            report.add(single(fact, node, report));
            None
        }
    }
}

/// A single value leaves open whether the others are in the set.
fn single(fact: &Fact, node: &Node, report: &Report) -> Diagnostic {
    let text = node
        .text()
        .map(|text| text.text.as_str())
        .unwrap_or_default();
    let value = match fact.value_named(text) {
        Some(_) => text,
        None => fact
            .domain
            .values()
            .first()
            .map_or("", |value| value.name.as_str()),
    };
    unfit(fact, node, "a list", report)
        .help(format!("write `[{value}]` for exactly that"))
        .help(format!(
            "write `{{includes: [{value}]}}` when the others are not known"
        ))
}

fn partly(fact: &Fact, node: &Node, entries: &[Entry], report: &mut Report) -> Option<Answer> {
    let mut parts: [Option<(Vec<usize>, Span)>; 2] = [None, None];
    let mut all_fit = true;
    for entry in entries {
        let Some(index) = PARTS.iter().position(|part| *part == entry.key) else {
            report.add(unknown_part(fact, entry, report));
            all_fit = false;
            continue;
        };
        match (elements(fact, &entry.value, report), parts.get_mut(index)) {
            (Some(elements), Some(part)) => *part = Some((elements, entry.value.span)),
            _ => all_fit = false,
        }
    }
    let [includes, excludes] = parts;
    let (includes, _) = includes.unwrap_or_default();
    let (excludes, span) = excludes.unwrap_or_default();
    if let Some(both) = includes.iter().find(|position| excludes.contains(position)) {
        let name = fact
            .domain
            .values()
            .get(*both)
            .map_or("", |value| value.name.as_str());
        let message = format!("`{}` both includes and excludes `{name}`", fact.name);
        let diagnostic = report
            .error("S006", message, node.span.to(span), "cannot be both")
            .help("keep one of them, or neither when it is not known");
        report.add(diagnostic);
        return None;
    }
    let says_something = !includes.is_empty() || !excludes.is_empty();
    (all_fit && says_something).then_some(Answer::SomeOf { includes, excludes })
}

fn elements(fact: &Fact, node: &Node, report: &mut Report) -> Option<Vec<usize>> {
    match &node.value {
        Tree::List(items) => values(fact, items, report),
        Tree::Text(_) if node.is_null() => Some(Vec::new()),
        Tree::Text(_) | Tree::Map(_) => value(fact, node, report).map(|position| vec![position]),
    }
}

fn unknown_part(fact: &Fact, entry: &Entry, report: &Report) -> Diagnostic {
    let message = format!("the set `{}` has no part {}", fact.name, quoted(&entry.key));
    let label = "expected `includes` or `excludes`";
    report
        .error("S004", message, entry.key_span, label)
        .did_you_mean(near(&entry.key, PARTS))
}
