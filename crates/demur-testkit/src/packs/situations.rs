//! Situations in which little or much is known.

use std::collections::BTreeMap;

use demur_lawbook::{Answer, Domain, Fact, FactId, Lawbook};
use jiff::civil::Date;

use super::days;
use super::recipe::Recipe;

/// One of a few days between which the law may change.
#[must_use]
pub fn day(recipe: &mut Recipe<'_>) -> Date {
    let mut days = days();
    days.reverse();
    recipe.pick(&days).unwrap_or_default()
}

/// Answers to some of the questions, some of them partial.
#[must_use]
pub fn situation(lawbook: &Lawbook, recipe: &mut Recipe<'_>) -> BTreeMap<FactId, Answer> {
    let much = recipe.below(4) * 4;
    let answered = lawbook.facts.iter().filter_map(|(id, fact)| {
        let answer = recipe.chance(much).then(|| answer(fact, recipe));
        answer.flatten().map(|answer| (id, answer))
    });
    answered.collect()
}

fn answer(fact: &Fact, recipe: &mut Recipe<'_>) -> Option<Answer> {
    match &fact.domain {
        Domain::Bool => Some(Answer::Bool(recipe.below(2) == 1)),
        Domain::OneOf(values) => {
            let positions: Vec<usize> = (0..values.len()).collect();
            let known = recipe.chance(12);
            let chosen = if known {
                recipe.pick(&positions).into_iter().collect()
            } else {
                recipe.some(&positions)
            };
            Some(Answer::OneOf(chosen)).filter(|_| !positions.is_empty())
        }
        Domain::SomeOf(values) => {
            let (mut includes, mut excludes) = (Vec::new(), Vec::new());
            for element in 0..values.len() {
                match recipe.below(5) {
                    0..=1 => excludes.push(element),
                    2..=3 => includes.push(element),
                    _ => {}
                }
            }
            Some(Answer::SomeOf { includes, excludes })
        }
        Domain::Int { low, high, .. } => {
            let numbers: Vec<i64> = (*low..=*high).collect();
            let first = recipe.pick(&numbers)?;
            let last = if recipe.chance(10) {
                first
            } else {
                recipe.pick(&numbers)?
            };
            Some(Answer::Int {
                low: first.min(last),
                high: first.max(last),
            })
        }
    }
}
