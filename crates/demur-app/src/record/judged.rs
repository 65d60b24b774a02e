//! A situation and the opinion on it, as the record keeps them.

use demur_engine::{Contradiction, Engine, Opinion, Situation};
use demur_notice::{Basis, Lang};
use demur_store::GroundTest;
use demur_syntax::tree;
use serde_json::Value as Json;

use super::withheld::{self, Redaction};
use super::{coded, turning};
use crate::notice;
use crate::opinion_json::document;

/// A situation that was judged, ready to become a case file.
#[derive(Debug, Clone)]
pub struct Judged {
    pub(super) situation: Json,
    pub(super) opinion: Json,
    pub(super) tests: Vec<GroundTest>,
    pub(super) ground: Option<String>,
    pub(super) suggested: Vec<String>,
    /// What a notice about it has to know.
    pub basis: Basis,
    /// The verdict, or `undetermined`.
    pub verdict: &'static str,
    /// How the verdict came about, as the engine says it.
    pub reasoned: Opinion,
}

/// Asks for the opinion on a situation. Nothing is written.
///
/// # Errors
/// The known facts cannot hold together.
pub fn judge(
    engine: &mut Engine<'_>,
    situation: &Situation,
    lang: tree::Lang,
    notice_lang: Lang,
) -> Result<Judged, Contradiction> {
    let opinion = engine.decide(situation)?;
    let lawbook = engine.lawbook();
    let vocabulary = withheld::vocabulary(lawbook);
    let turning = turning::turning(engine, &vocabulary, situation, &opinion);
    let written = document(lawbook, &opinion, lang);
    let verdict = written.verdict;
    // Maps with text keys and plain values always serialise; a test reads every part again.
    let mut kept = serde_json::to_value(&written).unwrap_or_default();
    if let Some(map) = kept.as_object_mut() {
        map.insert("turning".to_owned(), turning);
    }
    let reasons = lawbook
        .reasons
        .map(|fact| lawbook.facts[fact].name.as_str());
    let redaction = Redaction {
        vocabulary: &vocabulary,
        reasons: reasons.unwrap_or_default(),
    };
    redaction.opinion(&mut kept);
    Ok(Judged {
        suggested: suggested(&kept),
        ground: held_ground(&kept),
        situation: coded::situation(lawbook, &vocabulary, situation),
        opinion: kept,
        tests: coded::ground_tests(lawbook, &vocabulary, situation),
        basis: notice::basis(lawbook, situation, &opinion, notice_lang),
        verdict,
        reasoned: opinion,
    })
}

/// Texts that the program offered: whoever copies one of them has not used words of their own.
pub(super) fn suggested(opinion: &Json) -> Vec<String> {
    let offered = [
        ("because", "title"),
        ("because", "note"),
        ("grounds", "label"),
        ("measures", "label"),
        ("cautions", "text"),
        ("consequences", "text"),
    ];
    let texts = offered.into_iter().flat_map(|(list, key)| {
        let entries = opinion.get(list).and_then(Json::as_array);
        let texts = entries.into_iter().flatten();
        texts.filter_map(move |entry| entry.get(key).and_then(Json::as_str))
    });
    texts.map(str::to_owned).collect()
}

/// The first ground that holds; a refusal against the opinion rests on none.
pub(super) fn held_ground(opinion: &Json) -> Option<String> {
    let verdict = opinion.get("verdict").and_then(Json::as_str)?;
    if !matches!(verdict, "may_refuse" | "may_refuse_after" | "must_refuse") {
        return None;
    }
    let grounds = opinion.get("grounds").and_then(Json::as_array)?;
    let held = grounds.iter().find(|ground| {
        let status = ground.get("status").and_then(Json::as_str);
        matches!(status, Some("open" | "after_steps"))
    })?;
    held.get("ground").and_then(Json::as_str).map(str::to_owned)
}
