//! What was typed at a question.

use demur_app::interview::Unknown;
use demur_app::lawbook::{Answer, Domain, Fact, FactId, Profile};
use demur_app::syntax::tree::Lang;

/// What was typed at a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Typed<T> {
    /// An answer.
    Answer(T),
    /// "I do not know", or "the customer will not say".
    Unknown(Unknown),
    /// Help, please.
    Help,
    /// Why do you ask?
    Why,
    /// Back to the question before.
    Back,
    /// Enough.
    Quit,
    /// Nothing.
    Empty,
    /// Something else.
    Nonsense,
}

/// What was typed at the question about a fact.
pub(super) fn about_fact(text: &str, fact: &Fact, lang: Lang) -> Typed<Answer> {
    command(text, lang)
        .unwrap_or_else(|word| answer(&word, fact, lang).map_or(Typed::Nonsense, Typed::Answer))
}

/// What was typed at the list of profiles: one of them, or none.
pub(super) fn about_profile(text: &str, profiles: &[Profile], lang: Lang) -> Typed<Option<String>> {
    command(text, lang).unwrap_or_else(|word| {
        let by_name = profiles.iter().find(|profile| profile.name == word);
        let number: Option<usize> = word.parse().ok();
        match (by_name, number) {
            (Some(profile), _) => Typed::Answer(Some(profile.name.clone())),
            (None, Some(0)) => Typed::Answer(None),
            (None, Some(number)) => match profiles.get(number - 1) {
                Some(profile) => Typed::Answer(Some(profile.name.clone())),
                None => Typed::Nonsense,
            },
            (None, None) => Typed::Nonsense,
        }
    })
}

/// What was typed at a question about several facts: which are so, and of which the
/// person is not sure.
pub(super) fn about_facts(
    text: &str,
    facts: &[FactId],
    lang: Lang,
) -> Typed<(Vec<FactId>, Vec<FactId>)> {
    command(text, lang).unwrap_or_else(|word| match boxes(&word, facts) {
        Some(ticked) => Typed::Answer(ticked),
        None => Typed::Nonsense,
    })
}

/// Numbers from the list, with `?` behind those that are not sure; `0` is none of them.
fn boxes(word: &str, facts: &[FactId]) -> Option<(Vec<FactId>, Vec<FactId>)> {
    let (mut so, mut unsure) = (Vec::new(), Vec::new());
    if word == "0" {
        return Some((so, unsure));
    }
    for part in word.split([',', ' ', ';']).filter(|part| !part.is_empty()) {
        let (number, chosen) = match part.strip_suffix('?') {
            Some(number) => (number, &mut unsure),
            None => (part, &mut so),
        };
        let position = number.parse::<usize>().ok()?.checked_sub(1)?;
        chosen.push(*facts.get(position)?);
    }
    let clash = so.iter().any(|fact| unsure.contains(fact));
    (!clash && so.len() + unsure.len() > 0).then_some((so, unsure))
}

/// A command, or else the word that is not one.
fn command<T>(text: &str, lang: Lang) -> Result<Typed<T>, String> {
    let word = text.trim().to_lowercase();
    let unknown = match lang {
        Lang::En => "don't know",
        Lang::Pl => "nie wiem",
    };
    match word.as_str() {
        "" => Ok(Typed::Empty),
        "?" => Ok(Typed::Help),
        "w" => Ok(Typed::Why),
        "b" => Ok(Typed::Back),
        "q" => Ok(Typed::Quit),
        "d" => Ok(Typed::Unknown(Unknown::Declined)),
        "x" => Ok(Typed::Unknown(Unknown::Withheld)),
        other if other == unknown => Ok(Typed::Unknown(Unknown::Declined)),
        _ => Err(word),
    }
}

fn answer(word: &str, fact: &Fact, lang: Lang) -> Option<Answer> {
    match &fact.domain {
        Domain::Bool => yes_or_no(word, lang).map(Answer::Bool),
        Domain::OneOf(_) => position(word, fact).map(|position| Answer::OneOf(vec![position])),
        Domain::SomeOf(values) => {
            let includes = positions(word, fact)?;
            let excludes = (0..values.len())
                .filter(|position| !includes.contains(position))
                .collect();
            Some(Answer::SomeOf { includes, excludes })
        }
        Domain::Int { low, high, .. } => {
            let number: i64 = word.parse().ok()?;
            (*low <= number && number <= *high).then_some(Answer::Int {
                low: number,
                high: number,
            })
        }
    }
}

fn yes_or_no(word: &str, lang: Lang) -> Option<bool> {
    match (lang, word) {
        (Lang::En, "y" | "yes") | (Lang::Pl, "t" | "tak" | "y") => Some(true),
        (Lang::En, "n" | "no") | (Lang::Pl, "n" | "nie") => Some(false),
        _ => None,
    }
}

/// A number from the list, or the value's own name.
fn position(word: &str, fact: &Fact) -> Option<usize> {
    let number = word
        .parse::<usize>()
        .ok()
        .and_then(|number| number.checked_sub(1));
    number
        .filter(|position| *position < fact.domain.values().len())
        .or_else(|| fact.value_named(word))
}

/// Numbers from the list, ascending; `0` is none of them.
fn positions(word: &str, fact: &Fact) -> Option<Vec<usize>> {
    if word == "0" {
        return Some(Vec::new());
    }
    let parts = word.split([',', ' ', ';']).filter(|part| !part.is_empty());
    let mut found = parts
        .map(|part| position(part, fact))
        .collect::<Option<Vec<usize>>>()?;
    found.sort_unstable();
    found.dedup();
    (!found.is_empty()).then_some(found)
}
