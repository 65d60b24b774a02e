//! Facts in the words of the rule language, for messages and machine-readable output.

use demur_engine::Known;
use demur_lawbook::{Cells, Condition, Domain, Lawbook};

/// What is known of one variable, as a condition of the rule language.
#[must_use]
pub fn known(lawbook: &Lawbook, known: Known) -> String {
    let variable = lawbook.variables[known.variable];
    let fact = &lawbook.facts[variable.fact];
    let name = &fact.name;
    match &fact.domain {
        Domain::Bool if known.cells == Cells::YES => name.clone(),
        Domain::Bool => format!("not {name}"),
        Domain::OneOf(values) => {
            let names: Vec<&str> = known
                .cells
                .iter()
                .filter_map(|cell| values.get(cell))
                .map(|value| value.name.as_str())
                .collect();
            match names.as_slice() {
                [only] => format!("{name} is {only}"),
                _ => format!("{name} is one of {{{}}}", names.join(", ")),
            }
        }
        Domain::SomeOf(_) if known.cells == Cells::YES => {
            format!("{name} includes {}", element(lawbook, known))
        }
        Domain::SomeOf(_) => format!("{name} includes none of {{{}}}", element(lawbook, known)),
        Domain::Int { .. } => {
            let ranges: Vec<(i64, i64)> = ranges(&fact.domain, known.cells);
            let written: Vec<String> = ranges
                .iter()
                .map(|(low, high)| {
                    if low == high {
                        format!("{name} = {low}")
                    } else {
                        format!("{name} between {low} and {high}")
                    }
                })
                .collect();
            written.join(" or ")
        }
    }
}

/// A condition as it could be written in a pack.
#[must_use]
pub fn condition(lawbook: &Lawbook, condition: &Condition) -> String {
    let joined = |parts: &[Condition], joiner: &str| {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| self::condition(lawbook, part))
            .collect();
        if parts.len() == 1 {
            parts.concat()
        } else {
            format!("({})", parts.join(joiner))
        }
    };
    match condition {
        Condition::Is { variable, cells } => known(
            lawbook,
            Known {
                variable: *variable,
                cells: *cells,
            },
        ),
        Condition::During { from, to } => {
            let day = |day: &Option<jiff::civil::Date>| {
                day.map(|day| day.to_string()).unwrap_or_default()
            };
            format!("{}..{}", day(from), day(to))
        }
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
    }
}

/// Everything that is known, with what a set does not include in one condition.
#[must_use]
pub fn list(lawbook: &Lawbook, facts: &[Known]) -> Vec<String> {
    let excluded_from = |each: &Known| {
        let fact = lawbook.variables[each.variable].fact;
        let is_set = matches!(lawbook.facts[fact].domain, Domain::SomeOf(_));
        (is_set && each.cells == Cells::NO).then_some(fact)
    };
    let mut told = Vec::new();
    let mut list = Vec::new();
    for each in facts {
        match excluded_from(each) {
            None => list.push(known(lawbook, *each)),
            Some(fact) if told.contains(&fact) => {}
            Some(fact) => {
                told.push(fact);
                let out = facts
                    .iter()
                    .filter(|other| excluded_from(other) == Some(fact));
                let names: Vec<&str> = out.map(|other| element(lawbook, *other)).collect();
                list.push(format!(
                    "{} includes none of {{{}}}",
                    lawbook.facts[fact].name,
                    names.join(", ")
                ));
            }
        }
    }
    list
}

/// The element of a set that a variable stands for.
fn element(lawbook: &Lawbook, known: Known) -> &str {
    let variable = lawbook.variables[known.variable];
    let values = lawbook.facts[variable.fact].domain.values();
    let value = variable.element.and_then(|element| values.get(element));
    value.map_or("", |value| value.name.as_str())
}

/// The numbers that a set of cells stands for, as ranges with both ends included.
#[must_use]
pub fn ranges(domain: &Domain, cells: Cells) -> Vec<(i64, i64)> {
    let Domain::Int {
        high,
        cells: firsts,
        ..
    } = domain
    else {
        return Vec::new();
    };
    let mut ranges: Vec<(i64, i64)> = Vec::new();
    for cell in cells.iter() {
        let Some(first) = firsts.get(cell) else {
            continue;
        };
        let last = firsts.get(cell + 1).map_or(*high, |next| next - 1);
        match ranges.last_mut() {
            Some((_, end)) if *end + 1 == *first => *end = last,
            _ => ranges.push((*first, last)),
        }
    }
    ranges
}
