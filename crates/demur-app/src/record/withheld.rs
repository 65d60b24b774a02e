//! What an opinion needs and the record does not keep: facts about the body, and which trait of the
//! customer plays a part (PR-05, PR-07).

use std::collections::BTreeSet;

use demur_lawbook::{Domain, Lawbook};
use demur_store::Vocabulary;
use serde_json::{Map, Value as Json, json};

/// The group of the vocabulary that lists protected grounds among the reasons.
const TRAITS: &str = "traits";

/// Stands in the record for a trait among the reasons; which one is not kept.
pub const SOME_TRAIT: &str = "trait";

/// Stands behind the name of a fact whose answer is not kept.
pub const WITHHELD: &str = " (withheld)";

/// Facts that tell about health or body of a customer, however they are asked.
const ABOUT_THE_BODY: &[&str] = &[
    "conduct.from_illness",
    "customer.assistance_dog",
    "customer.dog_harness",
    "customer.dog_papers",
    "customer.intoxicated",
    "customer.urgent_medical",
];

/// The names out of the law library that the record has to know.
#[must_use]
pub fn vocabulary(lawbook: &Lawbook) -> Vocabulary {
    Vocabulary {
        protected_grounds: protected_grounds(lawbook),
        withheld_facts: withheld_facts(lawbook),
    }
}

fn protected_grounds(lawbook: &Lawbook) -> BTreeSet<String> {
    let Some(reasons) = lawbook.reasons else {
        return BTreeSet::new();
    };
    let values = lawbook.facts[reasons].domain.values();
    let groups = lawbook.groups.iter().filter(|group| group.name == TRAITS);
    let elements = groups
        .flat_map(|group| &group.variables)
        .map(|variable| lawbook.variables[*variable])
        .filter(|variable| variable.fact == reasons)
        .filter_map(|variable| values.get(variable.element?));
    elements.map(|value| value.name.clone()).collect()
}

/// Numbers about the customer, such as the age, and what tells about the body.
fn withheld_facts(lawbook: &Lawbook) -> BTreeSet<String> {
    let withheld = lawbook.facts.iter().filter(|(_, fact)| {
        let number = matches!(fact.domain, Domain::Int { .. });
        (number && fact.name.starts_with("customer."))
            || ABOUT_THE_BODY.contains(&fact.name.as_str())
    });
    withheld.map(|(_, fact)| fact.name.clone()).collect()
}

/// Takes out of an opinion what the record does not keep.
#[derive(Debug)]
pub(super) struct Redaction<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    /// Name of the fact that holds the reasons.
    pub(super) reasons: &'a str,
}

/// Keys of an opinion under which conditions stand.
const CONDITIONS: &[&str] = &["facts", "rests_on", "provided", "fails"];

impl Redaction<'_> {
    pub(super) fn opinion(&self, document: &mut Json) {
        if let Some(tainted) = document.get_mut("tainted").and_then(Json::as_array_mut) {
            for taint in tainted {
                self.reasons_of(taint);
            }
        }
        self.walk(document);
    }

    fn reasons_of(&self, taint: &mut Json) {
        if let Some(reasons) = taint.get_mut("reasons").and_then(Json::as_array_mut) {
            for reason in reasons {
                let named = reason.as_str().unwrap_or_default();
                if self.vocabulary.protected_grounds.contains(named) {
                    *reason = json!(SOME_TRAIT);
                }
            }
        }
    }

    fn walk(&self, value: &mut Json) {
        match value {
            Json::Object(map) => {
                self.change(map);
                for (key, value) in map.iter_mut() {
                    if CONDITIONS.contains(&key.as_str()) {
                        self.conditions(value);
                    } else {
                        self.walk(value);
                    }
                }
            }
            Json::Array(list) => list.iter_mut().for_each(|value| self.walk(value)),
            _ => {}
        }
    }

    /// What a way would change: the value of a withheld fact is left open.
    fn change(&self, map: &mut Map<String, Json>) {
        if let Some(change) = map.get_mut("change").and_then(Json::as_object_mut) {
            for (fact, value) in change.iter_mut() {
                if self.vocabulary.withheld_facts.contains(fact) {
                    *value = Json::Null;
                }
            }
        }
    }

    fn conditions(&self, value: &mut Json) {
        match value {
            Json::String(condition) => *condition = self.condition(condition),
            Json::Array(list) => list.iter_mut().for_each(|value| self.conditions(value)),
            other => self.walk(other),
        }
    }

    /// A condition about a withheld fact keeps its name and says that the answer is gone: the bare
    /// name would read as a yes. A trait becomes some trait.
    fn condition(&self, condition: &str) -> String {
        let names = |word: &str| word.trim_matches(|c: char| !is_name(c)).to_owned();
        let withheld = condition
            .split_whitespace()
            .map(names)
            .find(|word| self.vocabulary.withheld_facts.contains(word));
        if let Some(fact) = withheld {
            return format!("{fact}{WITHHELD}");
        }
        let about_reasons = condition
            .split_whitespace()
            .any(|word| word == self.reasons);
        // What a refusal does not rest on tells nothing about anybody.
        if !about_reasons || condition.contains("includes none of") {
            return condition.to_owned();
        }
        let words = condition.split(' ').map(|word| {
            let name = names(word);
            if self.vocabulary.protected_grounds.contains(&name) {
                word.replace(&name, SOME_TRAIT)
            } else {
                word.to_owned()
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '.' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redacted(mut document: Json) -> Json {
        let vocabulary = Vocabulary {
            protected_grounds: ["religion".to_owned()].into(),
            withheld_facts: ["customer.age".to_owned()].into(),
        };
        let redaction = Redaction {
            vocabulary: &vocabulary,
            reasons: "refusal.reasons",
        };
        redaction.opinion(&mut document);
        document
    }

    #[test]
    fn values_of_withheld_facts_and_traits_are_gone() {
        let document = redacted(json!({
            "rests_on": ["customer.age between 0 and 17", "not customer.consumer"],
            "because": [{"facts": ["refusal.reasons includes religion"]}],
            "why_not": [{"near": [{"fails": "customer.age = 40"}]}],
            "ways": [{"change": {"customer.age": "18..120", "history.warned": true}}],
            "tainted": [{"reasons": ["religion", "conduct"]}],
        }));
        assert_eq!(
            document,
            json!({
                "rests_on": ["customer.age (withheld)", "not customer.consumer"],
                "because": [{"facts": ["refusal.reasons includes trait"]}],
                "why_not": [{"near": [{"fails": "customer.age (withheld)"}]}],
                "ways": [{"change": {"customer.age": null, "history.warned": true}}],
                "tainted": [{"reasons": ["trait", "conduct"]}],
            })
        );
    }
}
