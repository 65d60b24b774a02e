//! A decision beside the opinion: what may be decided, and how it stands to what was advised.

use serde_json::{Map, Value as Json, json};

use crate::case::{Choice, Decision, Deviation, Outcome};
use crate::document::check_name;
use crate::error::{Result, StoreError};
use crate::guard::{FreeText, TextGuard};
use crate::store::Vocabulary;

/// How a decision stands to the opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) deviation: Deviation,
    pub(crate) against_must_serve: bool,
}

pub(crate) fn judge(
    decision: &Decision,
    verdict: &str,
    vocabulary: &Vocabulary,
    guard: &dyn TextGuard,
) -> Result<Judged> {
    FreeText::WORDS.check(&decision.words, guard)?;
    if let Some(reason) = &decision.reason {
        FreeText::REASON.check(reason, guard)?;
    }
    if let Some(suggestion) = &decision.suggestion
        && plain(suggestion) == plain(&decision.words)
    {
        return Err(StoreError::WordsNotOwn);
    }
    for name in decision.alternatives.iter().chain(&decision.ground) {
        check_name("alternatives", name)?;
    }
    if decision.seconds.is_some_and(|seconds| seconds < 0) {
        return Err(StoreError::invalid("seconds", "not below zero"));
    }
    ground_tests(decision, vocabulary)?;
    let judged = compare(decision.choice, verdict);
    if judged.deviation == Deviation::TowardsRefusing && decision.reason.is_none() {
        return Err(StoreError::ReasonMissing);
    }
    Ok(judged)
}

fn ground_tests(decision: &Decision, vocabulary: &Vocabulary) -> Result<()> {
    for test in &decision.grounds_tested {
        if !vocabulary.protected_grounds.contains(&test.ground) {
            return Err(StoreError::invalid(
                "grounds_tested",
                "only protected grounds of the vocabulary, never a value of theirs",
            ));
        }
    }
    if decision.choice != Choice::Refuse {
        return Ok(());
    }
    let stop = decision
        .grounds_tested
        .iter()
        .find(|test| test.outcome == Outcome::Stop);
    if let Some(test) = stop {
        let ground = test.ground.clone();
        return Err(StoreError::GroundStop { ground });
    }
    if decision.grounds_tested.is_empty() && !vocabulary.protected_grounds.is_empty() {
        return Err(StoreError::GroundsUntested);
    }
    Ok(())
}

fn compare(choice: Choice, verdict: &str) -> Judged {
    let carried = matches!(verdict, "may_refuse" | "must_refuse");
    let deviation = match choice {
        Choice::Refuse if !carried => Deviation::TowardsRefusing,
        Choice::Serve if verdict == "must_refuse" => Deviation::TowardsServing,
        _ => Deviation::None,
    };
    Judged {
        deviation,
        against_must_serve: choice == Choice::Refuse && verdict == "must_serve",
    }
}

fn plain(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The coded part of a decision, as the skeleton and the timeline have it.
pub(crate) fn coded(decision: &Decision, judged: Judged) -> Map<String, Json> {
    let mut map = Map::new();
    let mut put = |key: &str, value: Json| map.insert(key.to_owned(), value);
    put("choice", json!(decision.choice));
    put("deviation", json!(judged.deviation));
    put("against_must_serve", json!(judged.against_must_serve));
    put("grounds_tested", json!(decision.grounds_tested));
    put("alternatives", json!(decision.alternatives));
    put("adjustment_offered", json!(decision.adjustment_offered));
    put("reason_given", json!(decision.reason.is_some()));
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_carried_refusal_is_no_deviation() {
        for (verdict, deviation) in [
            ("may_refuse", Deviation::None),
            ("must_refuse", Deviation::None),
            ("may_refuse_after", Deviation::TowardsRefusing),
            ("must_serve", Deviation::TowardsRefusing),
            ("not_justified", Deviation::TowardsRefusing),
            ("conflict", Deviation::TowardsRefusing),
            ("undetermined", Deviation::TowardsRefusing),
        ] {
            let judged = compare(Choice::Refuse, verdict);
            assert_eq!(judged.deviation, deviation, "{verdict}");
            assert_eq!(judged.against_must_serve, verdict == "must_serve");
            let serving = compare(Choice::ServeDifferently, verdict);
            assert_eq!(serving.deviation, Deviation::None);
        }
    }
}
