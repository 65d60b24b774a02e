//! A norm for people: what it does, where it comes from, and how sure that is.

use demur_app::lawbook::{Effect, Lawbook, Norm, NormId, Steps, Texts, VarId};

use super::names;
use super::page::Page;
use crate::words::Words;

/// Adds everything that is known of a norm, without its code and examples.
pub(crate) fn add(lawbook: &Lawbook, id: NormId, words: &Words, page: &mut Page) {
    let norm = &lawbook.norms[id];
    page.gap();
    page.paragraph(&words.fill(
        "norm-head",
        &[
            ("id", norm.id.as_str().into()),
            ("title", text(words, &norm.title).into()),
        ],
    ));
    let line = |page: &mut Page, key: &str, value: &str| {
        if !value.is_empty() {
            page.detail(&words.fill(key, &[("value", value.into())]));
        }
    };
    line(page, "norm-effect", &effect(lawbook, words, &norm.effect));
    line(page, "norm-layer", &names::tier(words, norm.layer.tier));
    line(page, "norm-in-force", &in_force(words, norm));
    line(page, "norm-cite", &norm.citation.cite);
    line(page, "norm-url", &norm.citation.url);
    for source in &norm.citation.sources {
        line(page, "norm-source", source);
    }
    line(
        page,
        "norm-seen",
        &norm
            .citation
            .seen
            .map(|day| day.to_string())
            .unwrap_or_default(),
    );
    line(
        page,
        "norm-confidence",
        &names::confidence(words, norm.confidence),
    );
    let overrides: Vec<&str> = norm
        .overrides
        .iter()
        .map(|other| lawbook.norms[*other].id.as_str())
        .collect();
    line(page, "norm-overrides", &overrides.join(", "));
    line(page, "norm-note", &text(words, &norm.note));
    for doubt in &norm.doubts {
        line(page, "norm-doubt", doubt);
    }
}

/// A text in the language of the page.
pub(crate) fn text(words: &Words, texts: &Texts) -> String {
    texts.get(words.lang).to_owned()
}

/// What an effect says, in a sentence.
fn effect(lawbook: &Lawbook, words: &Words, effect: &Effect) -> String {
    let with = |key: &str, value: String| words.fill(key, &[("value", value.into())]);
    let ground = |ground| {
        label(
            words,
            &lawbook.grounds[ground].label,
            &lawbook.grounds[ground].name,
        )
    };
    match effect {
        Effect::ForbidRefusing => words.say("effect-forbid-refusing"),
        Effect::ForbidRefusingBecause(reasons) => {
            let labels: Vec<String> = reasons
                .iter()
                .map(|reason| reason_label(lawbook, words, *reason))
                .collect();
            with("effect-forbid-refusing-because", words.any_of(&labels))
        }
        Effect::ForbidServing => words.say("effect-forbid-serving"),
        Effect::Permit(id) => with("effect-permit", ground(*id)),
        Effect::Entitle(id) => with("effect-entitle", ground(*id)),
        Effect::NeedsGround(grounds) if grounds.is_empty() => words.say("effect-needs-ground"),
        Effect::NeedsGround(grounds) => {
            let labels: Vec<String> = grounds.iter().map(|id| ground(*id)).collect();
            with("effect-needs-ground-of", words.any_of(&labels))
        }
        Effect::RequireStep { step, .. } => {
            with("effect-require-step", steps(lawbook, words, step))
        }
        Effect::RequireDuty { duty, within } => {
            let duty = label(
                words,
                &lawbook.duties[*duty].label,
                &lawbook.duties[*duty].name,
            );
            let within = within
                .map(|within| format!(", {}", names::within(words, within)))
                .unwrap_or_default();
            with("effect-require-duty", format!("{duty}{within}"))
        }
        Effect::ForbidDuty(duty) => with(
            "effect-forbid-duty",
            label(
                words,
                &lawbook.duties[*duty].label,
                &lawbook.duties[*duty].name,
            ),
        ),
        Effect::Suggest { measure, .. } => with(
            "effect-suggest",
            label(
                words,
                &lawbook.measures[*measure].label,
                &lawbook.measures[*measure].name,
            ),
        ),
        Effect::Except => words.say("effect-except"),
        Effect::Caution(texts) => with("effect-caution", text(words, texts)),
        Effect::Consequence {
            of_serving: false,
            text: texts,
        } => with("effect-consequence", text(words, texts)),
        Effect::Consequence {
            of_serving: true,
            text: texts,
        } => with("effect-consequence-serving", text(words, texts)),
    }
}

/// A label, or the name of what has none.
pub(crate) fn label(words: &Words, texts: &Texts, name: &str) -> String {
    if texts.is_empty() {
        name.to_owned()
    } else {
        text(words, texts)
    }
}

fn reason_label(lawbook: &Lawbook, words: &Words, reason: VarId) -> String {
    let variable = lawbook.variables[reason];
    let values = lawbook.facts[variable.fact].domain.values();
    let value = variable.element.and_then(|element| values.get(element));
    value
        .map(|value| label(words, &value.label, &value.name))
        .unwrap_or_default()
}

fn steps(lawbook: &Lawbook, words: &Words, step: &Steps) -> String {
    match step {
        Steps::One(id) => label(words, &lawbook.steps[*id].label, &lawbook.steps[*id].name),
        Steps::All(parts) => words.all_of(
            &parts
                .iter()
                .map(|part| steps(lawbook, words, part))
                .collect::<Vec<_>>(),
        ),
        Steps::Any(parts) => words.any_of(
            &parts
                .iter()
                .map(|part| steps(lawbook, words, part))
                .collect::<Vec<_>>(),
        ),
    }
}

/// Since when, until when.
pub(crate) fn in_force(words: &Words, norm: &Norm) -> String {
    let day = |day: jiff::civil::Date| day.to_string();
    match (norm.from, norm.to) {
        (None, None) => words.say("norm-always"),
        (Some(from), None) => words.fill("norm-since", &[("from", day(from).into())]),
        (None, Some(to)) => words.fill("norm-until", &[("to", day(to).into())]),
        (Some(from), Some(to)) => words.fill(
            "norm-during",
            &[("from", day(from).into()), ("to", day(to).into())],
        ),
    }
}
