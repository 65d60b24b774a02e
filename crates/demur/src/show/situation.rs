//! A situation in the form in which it can be read again.

use std::fmt::Write as _;

use demur_app::engine::Situation;
use demur_app::lawbook::{Answer, Fact, Lawbook, Value};
use demur_app::situation::inherited;

/// The situation as YAML. `profile` is the name of its profile, when it is known.
pub(crate) fn yaml(lawbook: &Lawbook, situation: &Situation, profile: Option<&str>) -> String {
    let named = profile.or_else(|| {
        let same = lawbook
            .profiles
            .iter()
            .find(|profile| profile.given == situation.profile);
        same.filter(|profile| !profile.given.is_empty())
            .map(|profile| profile.name.as_str())
    });
    let mut text = format!("at: {}\n", situation.day);
    if let Some(Answer::OneOf(places)) = situation.answers.get(&lawbook.place)
        && places.len() == 1
    {
        line(
            &mut text,
            "",
            "place",
            &names(lawbook.facts[lawbook.place].domain.values(), places),
        );
    }
    if let Some(name) = named {
        line(&mut text, "", "profile", name);
    }
    text.push_str("facts:\n");
    let inherited = if named.is_none() {
        inherited(lawbook, situation)
    } else {
        Vec::new()
    };
    let answers = situation
        .answers
        .iter()
        .map(|(fact, answer)| (*fact, answer.clone()));
    for (fact, answer) in inherited
        .into_iter()
        .chain(answers)
        .filter(|(fact, _)| *fact != lawbook.place)
    {
        let fact = &lawbook.facts[fact];
        line(&mut text, "  ", &fact.name, &value(fact, &answer));
    }
    text
}

fn line(text: &mut String, indent: &str, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{indent}{key}: {value}");
}

fn value(fact: &Fact, answer: &Answer) -> String {
    let values = fact.domain.values();
    match answer {
        Answer::Bool(yes) => yes.to_string(),
        Answer::OneOf(positions) if positions.len() == 1 => names(values, positions),
        Answer::OneOf(positions) => format!("[{}]", names(values, positions)),
        Answer::SomeOf { includes, excludes }
            if includes.len() + excludes.len() == values.len() =>
        {
            format!("[{}]", names(values, includes))
        }
        Answer::SomeOf { includes, excludes } => {
            format!(
                "{{includes: [{}], excludes: [{}]}}",
                names(values, includes),
                names(values, excludes)
            )
        }
        Answer::Int { low, high } if low == high => low.to_string(),
        Answer::Int { low, high } => format!("{low}..{high}"),
    }
}

fn names(values: &[Value], positions: &[usize]) -> String {
    let names: Vec<&str> = positions
        .iter()
        .filter_map(|position| values.get(*position))
        .map(|value| value.name.as_str())
        .collect();
    names.join(", ")
}
