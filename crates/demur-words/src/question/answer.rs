//! Answers in words, and as names of options.

use demur_app::interview::{Question, Reply, Subject, Unknown};
use demur_app::lawbook::{Answer, Fact, FactId, Lawbook, Value};

use super::box_label;
use crate::norm::label;
use crate::words::Words;

/// What was answered before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// In words.
    pub text: String,
    /// The names of the options that were chosen; a number stands here in digits.
    pub chosen: Vec<String>,
    /// The names of the options of which the person was not sure.
    pub unsure: Vec<String>,
    /// Why there was no answer, when there was none.
    pub unknown: Option<Unknown>,
}

pub(super) fn earlier(
    lawbook: &Lawbook,
    question: &Question,
    reply: &Reply,
    words: &Words,
) -> Earlier {
    let names = |facts: &[FactId]| -> Vec<String> {
        let facts = facts.iter().map(|fact| &lawbook.facts[*fact]);
        facts.map(|fact| fact.name.clone()).collect()
    };
    let mut earlier = Earlier {
        text: said(lawbook, question, reply, words),
        chosen: Vec::new(),
        unsure: Vec::new(),
        unknown: None,
    };
    match (question.subject, reply) {
        (_, Reply::Unknown(why)) => earlier.unknown = Some(*why),
        (_, Reply::Profile(profile)) => earlier.chosen.extend(profile.clone()),
        (_, Reply::Ticked { so, unsure }) => {
            earlier.chosen = names(so);
            earlier.unsure = names(unsure);
        }
        (Subject::Fact(fact), Reply::Known(answer)) => {
            earlier.chosen = chosen(&lawbook.facts[fact], answer);
        }
        (Subject::Profile | Subject::Together(_), Reply::Known(_)) => {}
    }
    earlier
}

fn said(lawbook: &Lawbook, question: &Question, reply: &Reply, words: &Words) -> String {
    match (question.subject, reply) {
        (_, Reply::Unknown(why)) => unknown(words, *why),
        (_, Reply::Profile(None)) => words.say("ask-profile-none"),
        (_, Reply::Profile(Some(name))) => {
            let profile = lawbook.profile_named(name);
            profile.map_or_else(
                || name.clone(),
                |profile| label(words, &profile.label, name),
            )
        }
        (_, Reply::Ticked { so, .. }) if so.is_empty() => words.say("ask-profile-none"),
        (subject, Reply::Ticked { so, .. }) => {
            let labels = so
                .iter()
                .map(|fact| box_label(lawbook, subject, *fact, words));
            labels.collect::<Vec<_>>().join("; ")
        }
        (Subject::Fact(fact), Reply::Known(known)) => answer(words, &lawbook.facts[fact], known),
        (Subject::Profile | Subject::Together(_), Reply::Known(_)) => String::new(),
    }
}

/// Why there is no answer.
#[must_use]
pub fn unknown(words: &Words, why: Unknown) -> String {
    words.say(match why {
        Unknown::Withheld => "ask-withheld",
        Unknown::Unasked | Unknown::Declined => "ask-unknown",
    })
}

/// An answer about a fact.
#[must_use]
pub fn answer(words: &Words, fact: &Fact, answer: &Answer) -> String {
    let labels = |positions: &[usize]| -> Vec<String> {
        let values = at(fact, positions);
        values
            .map(|value| label(words, &value.label, &value.name))
            .collect()
    };
    match answer {
        Answer::Bool(yes) => words.say(if *yes { "phrase-yes" } else { "phrase-no" }),
        Answer::OneOf(positions) => words.any_of(&labels(positions)),
        Answer::SomeOf { includes, .. } if includes.is_empty() => words.say("ask-profile-none"),
        Answer::SomeOf { includes, .. } => words.all_of(&labels(includes)),
        Answer::Int { low, high } if low == high => low.to_string(),
        Answer::Int { low, high } => {
            let gaps = [
                ("low", low.to_string().into()),
                ("high", high.to_string().into()),
            ];
            words.fill("phrase-between", &gaps)
        }
    }
}

fn chosen(fact: &Fact, answer: &Answer) -> Vec<String> {
    let names = |positions: &[usize]| {
        at(fact, positions)
            .map(|value| value.name.clone())
            .collect()
    };
    match answer {
        Answer::Bool(yes) => vec![yes.to_string()],
        Answer::OneOf(positions) => names(positions),
        Answer::SomeOf { includes, .. } => names(includes),
        Answer::Int { low, .. } => vec![low.to_string()],
    }
}

fn at<'a>(fact: &'a Fact, positions: &'a [usize]) -> impl Iterator<Item = &'a Value> {
    let values = fact.domain.values();
    positions
        .iter()
        .filter_map(move |position| values.get(*position))
}
