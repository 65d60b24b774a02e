//! Formulas as expressions of Cedar over the context of a request.

use demur_lawbook::{Cells, Domain, FactId, Lawbook, VarId};

use super::super::formula::Formula;
use crate::words;

/// A string of Cedar.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// The body of a `when` or `unless`, with one line for each part.
pub(super) fn clause(lawbook: &Lawbook, formula: &Formula) -> String {
    let (parts, joiner) = match formula {
        Formula::All(parts) if !parts.is_empty() => (pieces(lawbook, parts, true), " &&\n  "),
        Formula::Any(parts) if !parts.is_empty() => (pieces(lawbook, parts, false), " ||\n  "),
        other => (vec![expression(lawbook, other)], ""),
    };
    format!("{{\n  {}\n}}", parts.join(joiner))
}

/// An expression that needs no brackets around it.
fn expression(lawbook: &Lawbook, formula: &Formula) -> String {
    match formula {
        Formula::Is(variable, cells) => is(lawbook, *variable, *cells),
        Formula::Not(inner) => format!("!({})", bare(&expression(lawbook, inner))),
        Formula::All(parts) if parts.is_empty() => "true".to_owned(),
        Formula::Any(parts) if parts.is_empty() => "false".to_owned(),
        Formula::All(parts) => joined(pieces(lawbook, parts, true), " && "),
        Formula::Any(parts) => joined(pieces(lawbook, parts, false), " || "),
    }
}

fn joined(pieces: Vec<String>, joiner: &str) -> String {
    match pieces.as_slice() {
        [only] => only.clone(),
        _ => format!("({})", pieces.join(joiner)),
    }
}

/// Without the brackets that `joined` put around a whole expression.
fn bare(text: &str) -> &str {
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    inner.filter(|inner| is_balanced(inner)).unwrap_or(text)
}

/// Whether no bracket closes one that was opened before the text. Values and attributes
/// of a lawbook are words, so no bracket stands in a string.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i64;
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    true
}

/// The parts of a conjunction (or disjunction), with elements of one set in one call.
fn pieces(lawbook: &Lawbook, parts: &[Formula], all: bool) -> Vec<String> {
    let mut done: Vec<(FactId, Cells)> = Vec::new();
    let mut pieces = Vec::new();
    for part in parts {
        let Some((fact, cells)) = element(lawbook, part) else {
            pieces.push(expression(lawbook, part));
            continue;
        };
        if done.contains(&(fact, cells)) {
            continue;
        }
        done.push((fact, cells));
        let alike = parts
            .iter()
            .filter(|other| element(lawbook, other) == Some((fact, cells)));
        let names: Vec<String> = alike
            .filter_map(|other| element_name(lawbook, other))
            .collect();
        if names.len() == 1 {
            pieces.push(expression(lawbook, part));
            continue;
        }
        let holds = cells == Cells::YES;
        let call = if all == holds {
            "containsAll"
        } else {
            "containsAny"
        };
        let not = if holds { "" } else { "!" };
        let set = attribute(lawbook, fact);
        pieces.push(format!("{not}{set}.{call}([{}])", names.join(", ")));
    }
    pieces
}

/// The set and whether an element has to be in it, when the formula speaks of an element.
fn element(lawbook: &Lawbook, formula: &Formula) -> Option<(FactId, Cells)> {
    let Formula::Is(variable, cells) = formula else {
        return None;
    };
    let info = lawbook.variables[*variable];
    info.element.map(|_| (info.fact, *cells))
}

fn element_name(lawbook: &Lawbook, formula: &Formula) -> Option<String> {
    let Formula::Is(variable, _) = formula else {
        return None;
    };
    let info = lawbook.variables[*variable];
    let values = lawbook.facts[info.fact].domain.values();
    values.get(info.element?).map(|value| quoted(&value.name))
}

fn attribute(lawbook: &Lawbook, fact: FactId) -> String {
    format!("context[{}]", quoted(&lawbook.facts[fact].name))
}

fn is(lawbook: &Lawbook, variable: VarId, cells: Cells) -> String {
    let info = lawbook.variables[variable];
    let fact = &lawbook.facts[info.fact];
    let attribute = attribute(lawbook, info.fact);
    let not = if cells == Cells::YES { "" } else { "!" };
    match &fact.domain {
        Domain::Bool => format!("{not}{attribute}"),
        Domain::OneOf(values) => {
            let named = |cells: Cells| {
                let values = cells.iter().filter_map(|cell| values.get(cell));
                values.map(|value| quoted(&value.name)).collect::<Vec<_>>()
            };
            let (inside, outside) = (named(cells), named(info.all().without(cells)));
            match (inside.as_slice(), outside.as_slice()) {
                ([only], _) => format!("{attribute} == {only}"),
                (_, [only]) => format!("{attribute} != {only}"),
                (some, others) if some.len() <= others.len() => {
                    format!("[{}].contains({attribute})", some.join(", "))
                }
                (_, others) => format!("!([{}].contains({attribute}))", others.join(", ")),
            }
        }
        Domain::SomeOf(values) => {
            let name = info.element.and_then(|element| values.get(element));
            let name = name.map_or("", |value| value.name.as_str());
            format!("{not}{attribute}.contains({})", quoted(name))
        }
        Domain::Int { low, high, .. } => {
            let ranges = words::ranges(&fact.domain, cells);
            let ranges = ranges.into_iter().map(|(from, to)| {
                if from == to {
                    format!("{attribute} == {from}")
                } else if from == *low {
                    format!("{attribute} <= {to}")
                } else if to == *high {
                    format!("{attribute} >= {from}")
                } else {
                    format!("({attribute} >= {from} && {attribute} <= {to})")
                }
            });
            joined(ranges.collect(), " || ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a \"b\" \\ c\n„ż”"), r#""a \"b\" \\ c\n„ż”""#);
    }

    #[test]
    fn only_brackets_around_everything_go() {
        assert_eq!(bare("(a && b)"), "a && b");
        assert_eq!(bare("(a) && (b)"), "(a) && (b)");
    }
}
