//! A norm in words: what it does, where it comes from, and how sure that is.

use demur_app::lawbook::{Effect, Lawbook, Norm, NormId, Steps, Test, Texts, VarId};

use crate::names;
use crate::sheet::Sheet;
use crate::words::Words;

/// Everything that is known of a norm, without its code. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormTold {
    /// Its id.
    pub id: String,
    /// What it says, in a line.
    pub title: String,
    /// What it does, in a sentence.
    pub effect: String,
    /// Who speaks.
    pub layer: String,
    /// Since when and until when.
    pub in_force: String,
    /// How a lawyer cites it.
    pub cite: String,
    /// Where its text is.
    pub url: String,
    /// Where it was read.
    pub sources: Vec<String>,
    /// The day on which the source was looked at.
    pub seen: Option<String>,
    /// How sure its author was.
    pub confidence: String,
    /// Ids of the norms that it takes out.
    pub overrides: Vec<String>,
    /// What staff should remember.
    pub note: String,
    /// What its author was not sure of, in the language of the author.
    pub doubts: Vec<String>,
}

/// A norm in words.
#[must_use]
pub fn told(lawbook: &Lawbook, id: NormId, words: &Words) -> NormTold {
    let norm = &lawbook.norms[id];
    let citation = &norm.citation;
    let overrides = norm.overrides.iter();
    NormTold {
        id: norm.id.clone(),
        title: text(words, &norm.title),
        effect: effect(lawbook, words, &norm.effect),
        layer: names::tier(words, norm.layer.tier),
        in_force: in_force(words, norm),
        cite: citation.cite.clone(),
        url: citation.url.clone(),
        sources: citation.sources.clone(),
        seen: citation.seen.map(|day| day.to_string()),
        confidence: names::confidence(words, norm.confidence),
        overrides: overrides
            .map(|other| lawbook.norms[*other].id.clone())
            .collect(),
        note: text(words, &norm.note),
        doubts: norm.doubts.clone(),
    }
}

impl NormTold {
    /// One statement a line.
    #[must_use]
    pub fn sheet(&self, words: &Words) -> Sheet {
        let mut sheet = Sheet::new();
        sheet.gap();
        let gaps = [
            ("id", self.id.as_str().into()),
            ("title", self.title.as_str().into()),
        ];
        sheet.paragraph(&words.fill("norm-head", &gaps));
        let mut line = |key: &str, value: &str| {
            if !value.is_empty() {
                sheet.detail(&words.fill(key, &[("value", value.into())]));
            }
        };
        line("norm-effect", &self.effect);
        line("norm-layer", &self.layer);
        line("norm-in-force", &self.in_force);
        line("norm-cite", &self.cite);
        line("norm-url", &self.url);
        for source in &self.sources {
            line("norm-source", source);
        }
        line("norm-seen", self.seen.as_deref().unwrap_or_default());
        line("norm-confidence", &self.confidence);
        line("norm-overrides", &self.overrides.join(", "));
        line("norm-note", &self.note);
        for doubt in &self.doubts {
            line("norm-doubt", doubt);
        }
        sheet
    }
}

/// Titles of what stands beside a norm on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titles {
    /// Of its code.
    pub code: String,
    /// Of its examples.
    pub examples: String,
    /// Of the parts of a provision.
    pub parts: String,
}

/// Titles of what stands beside a norm on its page.
#[must_use]
pub fn titles(words: &Words) -> Titles {
    Titles {
        code: words.say("norm-code"),
        examples: words.say("norm-examples"),
        parts: words.say("norm-parts"),
    }
}

/// An example or precedent in a line.
#[must_use]
pub fn example(words: &Words, test: &Test) -> String {
    let gaps = |docket: &str| {
        [
            ("day", test.on.to_string().into()),
            ("title", test.title.clone().into()),
            ("docket", docket.to_owned().into()),
        ]
    };
    match &test.docket {
        Some(docket) => words.fill("norm-precedent", &gaps(docket)),
        None => words.fill("norm-example", &gaps("")),
    }
}

/// A text in the language of the page.
#[must_use]
pub fn text(words: &Words, texts: &Texts) -> String {
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
#[must_use]
pub fn label(words: &Words, texts: &Texts, name: &str) -> String {
    if texts.is_empty() {
        name.to_owned()
    } else {
        text(words, texts)
    }
}

/// How people call a reason.
#[must_use]
pub fn reason_label(lawbook: &Lawbook, words: &Words, reason: VarId) -> String {
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
#[must_use]
pub fn in_force(words: &Words, norm: &Norm) -> String {
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
