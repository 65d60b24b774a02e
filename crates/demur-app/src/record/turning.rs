//! Which fact would change the outcome, each by itself (PR-27).

use std::collections::BTreeSet;

use demur_engine::{Engine, Opinion, Situation};
use demur_lawbook::{Answer, FactId, Verdict};
use demur_store::Vocabulary;
use serde_json::{Value as Json, json};

/// Facts of the situation without which, or with the opposite of which, the verdict is another.
///
/// Yes-or-no facts are turned round. Of others it is told what would be possible if they were
/// different: no value is named, so that the record keeps none that it should not.
pub(super) fn turning(
    engine: &mut Engine<'_>,
    vocabulary: &Vocabulary,
    situation: &Situation,
    opinion: &Opinion,
) -> Json {
    let lawbook = engine.lawbook();
    let now: BTreeSet<&str> = names(&opinion.possible);
    let mut found = Vec::new();
    for (fact, answer) in &situation.answers {
        if *fact == lawbook.place {
            continue;
        }
        let verdicts = otherwise(engine, situation, *fact, answer);
        let Some(verdicts) = verdicts.filter(|verdicts| *verdicts != now) else {
            continue;
        };
        let name = &lawbook.facts[*fact].name;
        let turned = match answer {
            Answer::Bool(yes) if !vocabulary.withheld_facts.contains(name) => json!(!yes),
            _ => Json::Null,
        };
        found.push(json!({
            "fact": name,
            "otherwise": turned,
            "verdicts": verdicts,
        }));
    }
    Json::Array(found)
}

/// The verdicts that are possible then; `None` when the other facts do not allow it.
fn otherwise(
    engine: &mut Engine<'_>,
    situation: &Situation,
    fact: FactId,
    answer: &Answer,
) -> Option<BTreeSet<&'static str>> {
    let mut other = situation.clone();
    match answer {
        Answer::Bool(yes) => other.answers.insert(fact, Answer::Bool(!yes)),
        _ => other.answers.remove(&fact),
    };
    let opinion = engine.decide(&other).ok()?;
    Some(names(&opinion.possible))
}

fn names(verdicts: &[Verdict]) -> BTreeSet<&'static str> {
    verdicts.iter().map(|verdict| verdict.name()).collect()
}
