//! What the prover found, told as short stories.

use std::collections::BTreeMap;

use demur_app::engine::{Known, Situation};
use demur_app::lawbook::{Answer, Cells, Domain, Lawbook, NormId};
use demur_app::proof::prover::{Dependence, Finding, Kind, Mismatch, Proof, Scene};

use crate::names;
use crate::norm::reason_label;
use crate::phrase::Phrases;
use crate::words::Words;

/// What happens, what the norms say of it, and what to do.
#[must_use]
pub fn story(lawbook: &Lawbook, words: &Words, finding: &Finding) -> String {
    let mut parts = Vec::new();
    parts.extend(
        finding
            .scene
            .as_ref()
            .map(|scene| scenery(lawbook, words, scene)),
    );
    parts.push(said(lawbook, words, finding));
    let replaced = finding
        .scene
        .iter()
        .filter_map(|scene| scene.policy.as_ref());
    let replaced: Vec<NormId> = replaced
        .flat_map(|policy| policy.replaced.clone())
        .collect();
    if !replaced.is_empty() {
        let norms = ids(lawbook, words, &replaced);
        parts.push(words.fill("proof-replaced", &[("norms", norms.into())]));
    }
    parts.join(" ")
}

/// A line that can stand as the title of an example.
#[must_use]
pub fn title(lawbook: &Lawbook, words: &Words, finding: &Finding) -> String {
    let norms = ids(lawbook, words, &finding.kind.norms());
    let key = match finding.kind {
        Kind::Property(position) => {
            let property = lawbook.properties.get(position);
            return property.map(|each| each.title.clone()).unwrap_or_default();
        }
        Kind::TraitOpens(reason) => {
            let reason = reason_label(lawbook, words, reason);
            return words.fill("proof-title-trait", &[("reason", reason.into())]);
        }
        Kind::Clash(..) => "proof-title-clash",
        Kind::Gap => "proof-title-gap",
        Kind::Futile(_) => "proof-title-futile",
        Kind::AgainstLaw(_) => "proof-title-against-law",
        Kind::Dead(_) | Kind::Shadowed(_) | Kind::Idle(_) => "proof-title-norm",
    };
    words.fill(key, &[("norms", norms.into())])
}

/// Through which norms a reason changes the verdict.
#[must_use]
pub fn dependence(lawbook: &Lawbook, words: &Words, found: &Dependence) -> String {
    let norms = found.norms.iter();
    let norms: Vec<&str> = norms.map(|norm| lawbook.norms[*norm].id.as_str()).collect();
    let reason = reason_label(lawbook, words, found.reason);
    let gaps = [
        ("reason", reason.into()),
        ("norms", norms.join(", ").into()),
        ("n", norms.len().into()),
    ];
    words.fill("proof-dependence", &gaps)
}

/// A fault of this program, found when a situation was replayed.
#[must_use]
pub fn mismatch(words: &Words, found: &Mismatch) -> String {
    let gaps = [
        ("what", found.what.as_str().into()),
        ("said", found.said.as_str().into()),
    ];
    words.fill("proof-mismatch", &gaps)
}

/// How much was proved and found; `accepted` of the findings may stand.
#[must_use]
pub fn counts(words: &Words, proof: &Proof, accepted: usize) -> String {
    let open = proof.findings.len().saturating_sub(accepted);
    let gaps = [
        ("norms", proof.norms.into()),
        ("spans", proof.spans.len().into()),
        ("properties", proof.properties_proved.into()),
        ("findings", open.into()),
        ("accepted", accepted.into()),
    ];
    words.fill("proof-counts", &gaps)
}

fn ids(lawbook: &Lawbook, words: &Words, norms: &[NormId]) -> String {
    let named: Vec<String> = norms
        .iter()
        .map(|norm| {
            let norm = &lawbook.norms[*norm];
            format!("`{}` ({})", norm.id, norm.title.get(words.lang))
        })
        .collect();
    words.all_of(&named)
}

/// The situation in questions and answers, and what comes of it.
fn scenery(lawbook: &Lawbook, words: &Words, scene: &Scene) -> String {
    let situation = situation(lawbook, scene);
    let phrases = Phrases {
        lawbook,
        words,
        situation: &situation,
    };
    let facts = phrases.known(&scene.given).join("; ");
    let key = match (facts.is_empty(), scene.otherwise_typical) {
        (true, _) => "proof-scene-plain",
        (false, true) => "proof-scene-usual",
        (false, false) => "proof-scene-whatever",
    };
    let verdict = scene
        .verdict
        .map(|verdict| names::outcome(words, verdict))
        .unwrap_or_default();
    let gaps = [
        ("day", scene.day.to_string().into()),
        ("facts", facts.into()),
        ("verdict", verdict.into()),
    ];
    words.fill(key, &gaps)
}

/// The reasons as an answer, so that all of them are told at once.
fn situation(lawbook: &Lawbook, scene: &Scene) -> Situation {
    let mut answers = BTreeMap::new();
    if let Some(fact) = lawbook.reasons {
        let (mut includes, mut excludes) = (Vec::new(), Vec::new());
        let own = |each: &&Known| lawbook.variables[each.variable].fact == fact;
        for known in scene.given.iter().filter(own) {
            let element = lawbook.variables[known.variable].element;
            let side = if known.cells == Cells::YES {
                &mut includes
            } else {
                &mut excludes
            };
            side.extend(element);
        }
        let is_set = matches!(lawbook.facts[fact].domain, Domain::SomeOf(_));
        if is_set && !includes.is_empty() {
            answers.insert(fact, Answer::SomeOf { includes, excludes });
        }
    }
    Situation {
        answers,
        ..Situation::on(scene.day)
    }
}

fn said(lawbook: &Lawbook, words: &Words, finding: &Finding) -> String {
    let through = ids(lawbook, words, &finding.through);
    let norms = ids(lawbook, words, &finding.kind.norms());
    let count = finding.through.len();
    let about = match finding.kind {
        Kind::Property(position) => lawbook
            .properties
            .get(position)
            .map(|each| each.title.clone())
            .unwrap_or_default(),
        Kind::TraitOpens(reason) => reason_label(lawbook, words, reason),
        Kind::Idle(fact) => {
            let situation = Situation::on(jiff::civil::Date::default());
            Phrases {
                lawbook,
                words,
                situation: &situation,
            }
            .question(fact)
        }
        _ => String::new(),
    };
    let key = match finding.kind {
        Kind::Property(_) => "proof-property",
        Kind::TraitOpens(_) => "proof-trait",
        Kind::Clash(..) => "proof-clash",
        Kind::Dead(_) => "proof-dead",
        Kind::Shadowed(_) => "proof-shadowed",
        Kind::Gap => "proof-gap",
        Kind::Futile(_) => "proof-futile",
        Kind::Idle(_) => "proof-idle",
        Kind::AgainstLaw(_) => "proof-against-law",
    };
    let gaps = [
        ("norms", norms.into()),
        ("through", through.into()),
        ("n", count.into()),
        ("about", about.into()),
    ];
    words.fill(key, &gaps)
}
