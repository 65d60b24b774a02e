//! Numbers and ranges of numbers.

use demur_lawbook::{Answer, Fact};
use demur_syntax::Diagnostic;

use super::report::Report;
use super::tree::{Entry, Node, Tree};
use super::values::unfit;
use super::wording::{near, quoted};

const ENDS: [&str; 2] = ["from", "to"];

type Bounds = (i64, i64);

pub(super) fn number(
    fact: &Fact,
    bounds: Bounds,
    node: &Node,
    report: &mut Report,
) -> Option<Answer> {
    let range = match &node.value {
        Tree::Text(text) => match range(&text.text, bounds) {
            Some(_) if text.quoted && !text.text.contains("..") => {
                report.add(in_quotes(fact, bounds, node, report));
                return None;
            }
            Some(range) => range,
            None => {
                report.add(unfit_number(fact, bounds, node, report));
                return None;
            }
        },
        Tree::Map(entries) => between(fact, bounds, entries, report)?,
        Tree::List(_) => {
            report.add(unfit_number(fact, bounds, node, report));
            return None;
        }
    };
    within(fact, bounds, range, node, report)
}

/// The range, when it is one of numbers that the fact can have.
fn within(
    fact: &Fact,
    bounds: Bounds,
    range: Bounds,
    node: &Node,
    report: &mut Report,
) -> Option<Answer> {
    let (low, high) = range;
    if low > high {
        let message = format!("the range of `{}` runs backwards", fact.name);
        let label = format!("no number is both {low} or more and {high} or less");
        let diagnostic = report.error("S006", message, node.span, label);
        report.add(diagnostic.help("write the smaller number first"));
        return None;
    }
    if low < bounds.0 || bounds.1 < high {
        report.add(unfit_number(fact, bounds, node, report));
        return None;
    }
    Some(Answer::Int { low, high })
}

/// `17`, `16..17`, `18..` or `..15`.
fn range(text: &str, bounds: Bounds) -> Option<Bounds> {
    let Some((low, high)) = text.split_once("..") else {
        let number = whole(text)?;
        return Some((number, number));
    };
    let end = |text: &str, open: i64| match text.trim() {
        "" => Some(open),
        text => whole(text),
    };
    if low.trim().is_empty() && high.trim().is_empty() {
        return None;
    }
    Some((end(low, bounds.0)?, end(high, bounds.1)?))
}

fn whole(text: &str) -> Option<i64> {
    text.parse().ok()
}

fn between(fact: &Fact, bounds: Bounds, entries: &[Entry], report: &mut Report) -> Option<Bounds> {
    let (mut low, mut high) = bounds;
    let mut all_fit = true;
    for entry in entries {
        let node = &entry.value;
        let end = match entry.key.as_str() {
            "from" => &mut low,
            "to" => &mut high,
            _ => {
                report.add(unknown_end(fact, entry, report));
                all_fit = false;
                continue;
            }
        };
        match node
            .text()
            .and_then(|text| Some((whole(&text.text)?, text.quoted)))
        {
            _ if node.is_null() => {}
            Some((number, false)) => *end = number,
            Some((_, true)) => {
                report.add(in_quotes(fact, bounds, node, report));
                all_fit = false;
            }
            None => {
                report.add(unfit(fact, node, &expected(bounds), report));
                all_fit = false;
            }
        }
    }
    all_fit.then_some((low, high))
}

fn expected((low, high): Bounds) -> String {
    format!("a whole number from {low} to {high}")
}

fn unfit_number(fact: &Fact, bounds: Bounds, node: &Node, report: &Report) -> Diagnostic {
    unfit(fact, node, &expected(bounds), report)
        .help("a range is written as `16..17`, `18..` (or more) or `..15` (or less)")
}

fn in_quotes(fact: &Fact, bounds: Bounds, node: &Node, report: &Report) -> Diagnostic {
    let text = node
        .text()
        .map(|text| text.text.as_str())
        .unwrap_or_default();
    let message = format!("`{}` cannot be a number in quotes", fact.name);
    let label = format!("expected {}", expected(bounds));
    report
        .error("S006", message, node.span, label)
        .help(format!("write `{text}` without quotes"))
}

fn unknown_end(fact: &Fact, entry: &Entry, report: &Report) -> Diagnostic {
    let message = format!(
        "a range of `{}` has no end {}",
        fact.name,
        quoted(&entry.key)
    );
    let label = "expected `from` or `to`";
    report
        .error("S004", message, entry.key_span, label)
        .did_you_mean(near(&entry.key, ENDS))
}
