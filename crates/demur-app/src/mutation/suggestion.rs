//! An example that would catch a survivor, as it could stand in the file.

use demur_engine::{Difference, Known};
use demur_lawbook::{Cells, Domain, Expectation, Lawbook};
use demur_syntax::tree::Lang;

use super::wording;
use crate::words;

/// Widest line of a pack.
const WIDTH: usize = 100;

/// The example block. Its title says what is known in the words in which staff are asked;
/// an author who knows the matter writes a better one.
#[must_use]
pub fn block(lawbook: &Lawbook, difference: &Difference) -> String {
    let mut given = Vec::new();
    let facts = ordered(lawbook, &difference.facts);
    for known in &facts {
        given.push(fact(lawbook, *known));
    }
    let mut lines = vec![format!(
        "example \"{}\" on {}",
        title(lawbook, &facts).replace(['"', '\\'], "'"),
        difference.day
    )];
    if !given.is_empty() {
        lines.extend(wrapped("  given ", &given));
    }
    lines.push(format!(
        "  expect {}",
        expectation(lawbook, &difference.expectation)
    ));
    lines.join("\n")
}

/// The place first, then what is known otherwise.
fn ordered(lawbook: &Lawbook, facts: &[Known]) -> Vec<Known> {
    let is_place = |known: &&Known| lawbook.variables[known.variable].fact == lawbook.place;
    let places = facts.iter().filter(is_place);
    let others = facts.iter().filter(|known| !is_place(known));
    places.chain(others).copied().collect()
}

fn fact(lawbook: &Lawbook, known: Known) -> String {
    let variable = lawbook.variables[known.variable];
    match lawbook.facts[variable.fact].domain {
        Domain::OneOf(_) => wording::fact(lawbook, known),
        Domain::Bool | Domain::SomeOf(_) | Domain::Int { .. } => words::known(lawbook, known),
    }
}

fn wrapped(head: &str, parts: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = head.to_owned();
    for (index, part) in parts.iter().enumerate() {
        let comma = if index + 1 < parts.len() { "," } else { "" };
        let is_first = line.trim_end().len() == head.trim_end().len() || line.trim().is_empty();
        if !is_first && line.len() + 1 + part.len() + comma.len() > WIDTH {
            lines.push(line.trim_end().to_owned());
            line = " ".repeat(8);
        }
        line.push_str(part);
        line.push_str(comma);
        line.push(' ');
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The last two known facts as a question and its answer; the place goes without saying.
fn title(lawbook: &Lawbook, facts: &[Known]) -> String {
    let told = facts
        .iter()
        .filter(|known| lawbook.variables[known.variable].fact != lawbook.place);
    let told: Vec<String> = told.map(|known| question(lawbook, *known)).collect();
    let last = told.len().saturating_sub(2);
    let last: Vec<&str> = told.iter().skip(last).map(String::as_str).collect();
    if last.is_empty() {
        "anywhere and whatever the facts".to_owned()
    } else {
        last.join(" ")
    }
}

fn question(lawbook: &Lawbook, known: Known) -> String {
    let variable = lawbook.variables[known.variable];
    let fact = &lawbook.facts[variable.fact];
    let ask = fact.ask.get(Lang::En);
    let answer = match &fact.domain {
        Domain::Bool if known.cells == Cells::YES => "Yes".to_owned(),
        Domain::Bool => "No".to_owned(),
        Domain::OneOf(values) => {
            let out = variable.all().without(known.cells);
            let (cells, not) = if out.iter().count() < known.cells.iter().count() {
                (out, "not ")
            } else {
                (known.cells, "")
            };
            let labels = cells.iter().filter_map(|cell| values.get(cell));
            let labels: Vec<&str> = labels.map(|value| value.label.get(Lang::En)).collect();
            format!("{not}{}", labels.join(" or "))
        }
        Domain::SomeOf(values) => {
            let value = variable.element.and_then(|element| values.get(element));
            let label = value.map_or("", |value| value.label.get(Lang::En));
            if known.cells == Cells::YES {
                label.to_owned()
            } else {
                format!("not {label}")
            }
        }
        Domain::Int { .. } => {
            let ranges = words::ranges(&fact.domain, known.cells);
            let said = ranges.iter().map(|(low, high)| match low == high {
                true => low.to_string(),
                false => format!("{low} to {high}"),
            });
            said.collect::<Vec<_>>().join(" or ")
        }
    };
    format!("{ask} {answer}.")
}

/// An expectation in the rule language.
#[must_use]
pub fn expectation(lawbook: &Lawbook, expectation: &Expectation) -> String {
    let by = |ids: &[String]| match ids {
        [] => String::new(),
        ids => format!(" by {}", ids.join(", ")),
    };
    let no = |wanted: bool| if wanted { "" } else { "no " };
    match expectation {
        Expectation::Verdict(verdict, ids) => format!("{}{}", verdict.name(), by(ids)),
        Expectation::Undetermined(verdicts) => {
            let names: Vec<&str> = verdicts.iter().map(|verdict| verdict.name()).collect();
            format!("undetermined {{{}}}", names.join(", "))
        }
        Expectation::Strong(true) => "strength strong".to_owned(),
        Expectation::Strong(false) => "strength weak".to_owned(),
        Expectation::DecidedBy(tier) => format!("decided by {}", tier.name()),
        Expectation::Ground(ground, status) => {
            format!("ground {} {}", lawbook.grounds[*ground].name, status.name())
        }
        Expectation::Step(step, wanted) => {
            format!("{}step {}", no(*wanted), lawbook.steps[*step].name)
        }
        Expectation::Duty(duty, wanted, ids) => format!(
            "{}duty {}{}",
            no(*wanted),
            lawbook.duties[*duty].name,
            by(ids)
        ),
        Expectation::Caution(id, wanted) => format!("{}caution {id}", no(*wanted)),
        Expectation::Consequence(id, wanted) => format!("{}consequence {id}", no(*wanted)),
        Expectation::Measures(measures) => {
            let names: Vec<&str> = measures
                .iter()
                .map(|measure| lawbook.measures[*measure].name.as_str())
                .collect();
            format!("measures {{{}}}", names.join(", "))
        }
        Expectation::Tainted(Some(ids)) => format!("tainted{}", by(ids)),
        Expectation::Tainted(None) => "not tainted".to_owned(),
        Expectation::Ask(fact) => format!("ask {}", lawbook.facts[*fact].name),
        Expectation::Live(id, true) => format!("applies {id}"),
        Expectation::Live(id, false) => format!("inapplicable {id}"),
    }
}
