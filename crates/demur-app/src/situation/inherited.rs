//! What a profile gives, as answers: the form in which a situation without the profile's name
//! can be read again.

use demur_engine::Situation;
use demur_lawbook::{Answer, Cells, Domain, Fact, FactId, Lawbook};

use crate::words::ranges;

/// What the profile gives and the situation itself does not say, in the order of the vocabulary.
#[must_use]
pub fn inherited(lawbook: &Lawbook, situation: &Situation) -> Vec<(FactId, Answer)> {
    let mut found: Vec<(FactId, Answer)> = Vec::new();
    for (variable, cells) in &situation.profile {
        let variable = lawbook.variables[*variable];
        if situation.answers.contains_key(&variable.fact) {
            continue;
        }
        let earlier = found.iter_mut().find(|(fact, _)| *fact == variable.fact);
        match (earlier, variable.element) {
            (Some((_, Answer::SomeOf { includes, excludes })), Some(element)) => {
                if *cells == Cells::YES {
                    includes.push(element);
                } else {
                    excludes.push(element);
                }
            }
            _ => found.push((
                variable.fact,
                answer(&lawbook.facts[variable.fact], variable.element, *cells),
            )),
        }
    }
    found
}

fn answer(fact: &Fact, element: Option<usize>, cells: Cells) -> Answer {
    match (&fact.domain, element) {
        (Domain::SomeOf(_), Some(element)) if cells == Cells::YES => Answer::SomeOf {
            includes: vec![element],
            excludes: Vec::new(),
        },
        (Domain::SomeOf(_), element) => Answer::SomeOf {
            includes: Vec::new(),
            excludes: element.into_iter().collect(),
        },
        (Domain::OneOf(_), _) => Answer::OneOf(cells.iter().collect()),
        (Domain::Int { low, high, .. }, _) => {
            let ranges = ranges(&fact.domain, cells);
            let low = ranges.first().map_or(*low, |(first, _)| *first);
            let high = ranges.last().map_or(*high, |(_, last)| *last);
            Answer::Int { low, high }
        }
        (Domain::Bool, _) => Answer::Bool(cells == Cells::YES),
    }
}
