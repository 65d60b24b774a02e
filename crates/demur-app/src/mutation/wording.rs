//! Conditions as an author wrote them: with the names of definitions and groups.

use demur_engine::Known;
use demur_lawbook::{Cells, Condition, Domain, Lawbook, VarId};

use crate::words;

/// A condition that an author sees as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// As it is written.
    pub(super) text: String,
    /// Its opposite, as it would be written.
    pub(super) opposite: String,
}

/// The condition as one that has a name: a definition, or a set by the name of its group.
pub(super) fn named(lawbook: &Lawbook, condition: &Condition) -> Option<Named> {
    let (Condition::All(_) | Condition::Any(_)) = condition else {
        return None;
    };
    for definition in &lawbook.definitions {
        let holds = definition.holds == *condition;
        if holds || definition.holds.negated(&lawbook.variables) == *condition {
            return Some(either_way(
                holds,
                &definition.name,
                &format!("not {}", definition.name),
            ));
        }
    }
    let (variables, any) = set(lawbook, condition)?;
    let group = lawbook
        .groups
        .iter()
        .find(|group| group.variables == variables)?;
    let fact = fact_name(lawbook, *variables.first()?);
    Some(either_way(
        any,
        &format!("{fact} includes any of {}", group.name),
        &format!("{fact} includes none of {}", group.name),
    ))
}

fn either_way(holds: bool, positive: &str, negative: &str) -> Named {
    let (text, opposite) = if holds {
        (positive, negative)
    } else {
        (negative, positive)
    };
    Named {
        text: text.to_owned(),
        opposite: opposite.to_owned(),
    }
}

/// A condition on several values of one set, with those values; whether it asks for any
/// of them (otherwise for none).
pub(super) fn set(lawbook: &Lawbook, condition: &Condition) -> Option<(Vec<VarId>, bool)> {
    let (parts, any, wanted) = match condition {
        Condition::Any(parts) => (parts, true, Cells::YES),
        Condition::All(parts) => (parts, false, Cells::NO),
        Condition::Is { .. } | Condition::During { .. } => return None,
    };
    let mut variables = Vec::new();
    for part in parts {
        match part {
            Condition::Is { variable, cells }
                if *cells == wanted && lawbook.variables[*variable].element.is_some() =>
            {
                variables.push(*variable);
            }
            _ => return None,
        }
    }
    let fact = lawbook.variables[*variables.first()?].fact;
    let same = variables
        .iter()
        .all(|variable| lawbook.variables[*variable].fact == fact);
    (same && variables.len() > 1).then_some((variables, any))
}

/// Whether the condition says of every value of a set whether it is in it.
pub(super) fn is_whole_set(lawbook: &Lawbook, condition: &Condition) -> bool {
    let (Condition::All(parts) | Condition::Any(parts)) = condition else {
        return false;
    };
    let Some(Condition::Is { variable, .. }) = parts.first() else {
        return false;
    };
    let variable = lawbook.variables[*variable];
    let fact = &lawbook.facts[variable.fact];
    let of_fact = |part: &Condition| match part {
        Condition::Is { variable, .. } => fact.variables.contains(variable),
        _ => false,
    };
    variable.element.is_some() && parts.len() == fact.variables.len() && parts.iter().all(of_fact)
}

/// The condition in the words of the rule language.
pub(super) fn text(lawbook: &Lawbook, condition: &Condition) -> String {
    if let Some(named) = named(lawbook, condition) {
        return named.text;
    }
    if let Some((variables, any)) = set(lawbook, condition) {
        let names: Vec<&str> = variables
            .iter()
            .map(|variable| value_name(lawbook, *variable))
            .collect();
        let fact = variables
            .first()
            .map_or("", |variable| fact_name(lawbook, *variable));
        let quantifier = if any { "any" } else { "none" };
        return format!("{fact} includes {quantifier} of {{{}}}", names.join(", "));
    }
    let joined = |parts: &[Condition], joiner: &str| {
        let parts: Vec<String> = parts.iter().map(|part| inner(lawbook, part)).collect();
        parts.join(joiner)
    };
    match condition {
        Condition::Is { variable, cells } => fact(
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
        Condition::All(parts) if parts.is_empty() => "always".to_owned(),
        Condition::Any(parts) if parts.is_empty() => "never".to_owned(),
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
    }
}

/// A part of a longer condition, in brackets where it needs them.
fn inner(lawbook: &Lawbook, condition: &Condition) -> String {
    let text = text(lawbook, condition);
    match condition {
        Condition::All(parts) | Condition::Any(parts)
            if parts.len() > 1
                && named(lawbook, condition).is_none()
                && set(lawbook, condition).is_none() =>
        {
            format!("({text})")
        }
        _ => text,
    }
}

/// What is known of a variable; a choice of most values as what it is not.
pub(super) fn fact(lawbook: &Lawbook, known: Known) -> String {
    let variable = lawbook.variables[known.variable];
    let fact = &lawbook.facts[variable.fact];
    let out = variable.all().without(known.cells);
    match &fact.domain {
        Domain::OneOf(values) if out.iter().count() < known.cells.iter().count() => {
            let names: Vec<&str> = out
                .iter()
                .filter_map(|cell| values.get(cell))
                .map(|value| value.name.as_str())
                .collect();
            match names.as_slice() {
                [only] => format!("{} is not {only}", fact.name),
                _ => format!("{} is not one of {{{}}}", fact.name, names.join(", ")),
            }
        }
        _ => words::known(lawbook, known),
    }
}

fn fact_name(lawbook: &Lawbook, variable: VarId) -> &str {
    &lawbook.facts[lawbook.variables[variable].fact].name
}

/// The name of the value of a set that a variable stands for.
pub(super) fn value_name(lawbook: &Lawbook, variable: VarId) -> &str {
    let variable = lawbook.variables[variable];
    let values = lawbook.facts[variable.fact].domain.values();
    let value = variable.element.and_then(|element| values.get(element));
    value.map_or("", |value| value.name.as_str())
}
