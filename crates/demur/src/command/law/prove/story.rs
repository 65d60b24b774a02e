//! A finding told as a short story.

use std::collections::BTreeMap;

use demur_app::engine::{Known, Situation};
use demur_app::lawbook::{Answer, Cells, Domain, Lawbook, NormId, VarId};
use demur_app::proof::prover::{Finding, Kind, Scene};

use demur_words::Words;
use demur_words::names;
use demur_words::phrase::Phrases;

/// What happens, what the norms say of it, and what to do.
pub(super) fn story(lawbook: &Lawbook, words: &Words, finding: &Finding) -> String {
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
pub(super) fn title(lawbook: &Lawbook, words: &Words, finding: &Finding) -> String {
    let norms = ids(lawbook, words, &finding.kind.norms());
    let key = match finding.kind {
        Kind::Property(position) => {
            let property = lawbook.properties.get(position);
            return property.map(|each| each.title.clone()).unwrap_or_default();
        }
        Kind::TraitOpens(reason) => {
            let reason = self::reason(lawbook, words, reason);
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

/// How people call a reason.
pub(super) fn reason(lawbook: &Lawbook, words: &Words, reason: VarId) -> String {
    let info = lawbook.variables[reason];
    let values = lawbook.facts[info.fact].domain.values();
    let value = info.element.and_then(|element| values.get(element));
    value
        .map(|value| value.label.get(words.lang).to_owned())
        .unwrap_or_default()
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
        Kind::TraitOpens(reason) => self::reason(lawbook, words, reason),
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
