//! A situation as the record keeps it: coded values, without what is withheld.

use demur_engine::Situation;
use demur_lawbook::{Answer, Fact, FactId, Lawbook, Value};
use demur_store::{GroundTest, Outcome, Vocabulary};
use serde_json::{Map, Value as Json, json};

use super::withheld::SOME_TRAIT;
use crate::situation::inherited;

/// The document of a situation.
pub(super) fn situation(lawbook: &Lawbook, vocabulary: &Vocabulary, situation: &Situation) -> Json {
    let named = lawbook
        .profiles
        .iter()
        .find(|profile| profile.given == situation.profile && !profile.given.is_empty());
    let unnamed = if named.is_none() {
        inherited(lawbook, situation)
    } else {
        Vec::new()
    };
    let answers = situation.answers.iter();
    let answers = answers.map(|(fact, answer)| (*fact, answer.clone()));
    let mut facts = Map::new();
    let mut document = Map::new();
    document.insert("at".to_owned(), json!(situation.day.to_string()));
    if let Some(profile) = named {
        document.insert("profile".to_owned(), json!(profile.name));
    }
    for (id, answer) in unnamed.into_iter().chain(answers) {
        let fact = &lawbook.facts[id];
        if vocabulary.withheld_facts.contains(&fact.name) {
            continue;
        }
        let coded = coded(lawbook, vocabulary, id, &answer);
        if id == lawbook.place {
            document.insert("place".to_owned(), coded);
        } else {
            facts.insert(fact.name.clone(), coded);
        }
    }
    document.insert("facts".to_owned(), Json::Object(facts));
    Json::Object(document)
}

fn coded(lawbook: &Lawbook, vocabulary: &Vocabulary, id: FactId, answer: &Answer) -> Json {
    let fact = &lawbook.facts[id];
    let values = fact.domain.values();
    match answer {
        Answer::Bool(yes) => json!(yes),
        Answer::OneOf(positions) => match names(values, positions).as_slice() {
            [only] => json!(only),
            several => json!(several),
        },
        Answer::SomeOf { includes, excludes } => {
            let mut included = names(values, includes);
            if lawbook.reasons == Some(id) {
                included = without_traits(included, vocabulary);
            }
            if is_whole(fact, includes, excludes) {
                json!(included)
            } else {
                json!({"includes": included, "excludes": names(values, excludes)})
            }
        }
        Answer::Int { low, high } if low == high => json!(low),
        Answer::Int { low, high } => json!(format!("{low}..{high}")),
    }
}

fn is_whole(fact: &Fact, includes: &[usize], excludes: &[usize]) -> bool {
    includes.len() + excludes.len() == fact.domain.values().len()
}

fn names(values: &[Value], positions: &[usize]) -> Vec<String> {
    let found = positions
        .iter()
        .filter_map(|position| values.get(*position));
    found.map(|value| value.name.clone()).collect()
}

/// That a trait plays a part is kept, which one is not.
fn without_traits(names: Vec<String>, vocabulary: &Vocabulary) -> Vec<String> {
    let traits = |name: &String| vocabulary.protected_grounds.contains(name);
    let some = names.iter().any(traits);
    let mut kept: Vec<String> = names.into_iter().filter(|name| !traits(name)).collect();
    if some {
        kept.push(SOME_TRAIT.to_owned());
    }
    kept
}

/// The ground tests that the answer about the reasons is: one for each protected ground, or none
/// while one of them is unanswered.
pub(super) fn ground_tests(
    lawbook: &Lawbook,
    vocabulary: &Vocabulary,
    situation: &Situation,
) -> Vec<GroundTest> {
    let Some(reasons) = lawbook.reasons else {
        return Vec::new();
    };
    let Some(Answer::SomeOf { includes, excludes }) = situation.answers.get(&reasons) else {
        return Vec::new();
    };
    let values = lawbook.facts[reasons].domain.values();
    let (included, excluded) = (names(values, includes), names(values, excludes));
    let mut tests = Vec::new();
    for ground in &vocabulary.protected_grounds {
        let outcome = if included.contains(ground) {
            Outcome::Stop
        } else if excluded.contains(ground) {
            Outcome::NotTheReason
        } else {
            continue;
        };
        let ground = ground.clone();
        tests.push(GroundTest { ground, outcome });
    }
    // A stop is an answer by itself; otherwise all of them have to be asked.
    let stops = tests.iter().any(|test| test.outcome == Outcome::Stop);
    if stops || tests.len() == vocabulary.protected_grounds.len() {
        tests
    } else {
        Vec::new()
    }
}

/// The same from a situation that was kept. `None` when a trait played a part: which one is not
/// kept, and there is no refusal.
pub(super) fn kept_ground_tests(
    vocabulary: &Vocabulary,
    reasons: &str,
    situation: &Json,
) -> Option<Vec<GroundTest>> {
    let Some(kept) = situation.get("facts").and_then(|facts| facts.get(reasons)) else {
        return Some(Vec::new());
    };
    let list = |value: Option<&Json>| -> Vec<String> {
        let list = value.and_then(Json::as_array);
        let words = list.into_iter().flatten().filter_map(Json::as_str);
        words.map(str::to_owned).collect()
    };
    let (included, excluded) = match kept {
        Json::Array(_) => (list(Some(kept)), None),
        partly => (
            list(partly.get("includes")),
            Some(list(partly.get("excludes"))),
        ),
    };
    if included.iter().any(|name| name == SOME_TRAIT) {
        return None;
    }
    let answered = vocabulary
        .protected_grounds
        .iter()
        .all(|ground| excluded.as_ref().is_none_or(|names| names.contains(ground)));
    if !answered {
        return Some(Vec::new());
    }
    let tests = vocabulary
        .protected_grounds
        .iter()
        .map(|ground| GroundTest {
            ground: ground.clone(),
            outcome: Outcome::NotTheReason,
        });
    Some(tests.collect())
}
