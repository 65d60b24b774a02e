//! An opinion in words: the verdict first, then why, what to do, what to say,
//! what to beware of, what would change it, and how sure all this is.

mod change;
mod conditional;
mod instead;
mod risk;
mod speech;
mod todo;
mod told;
mod trust;
mod verdict;
mod why;

use demur_app::engine::{Opinion, Situation};
use demur_app::lawbook::{Answer, Id, Lawbook, Norm, NormId, Steps, Tier};

use crate::phrase::Phrases;
use crate::sheet::Headline;
use crate::words::Words;

pub use crate::item::Item;
pub use conditional::conditional;
pub use told::{PartKind, TitledPart, Told};

/// An opinion with what is needed to say it.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The lawbook that was asked.
    pub lawbook: &'a Lawbook,
    /// What it answered.
    pub opinion: &'a Opinion,
    /// On what.
    pub situation: &'a Situation,
    /// What is said, and in which language.
    pub words: &'a Words,
    /// Say everything.
    pub explain: bool,
}

/// The whole opinion.
#[must_use]
pub fn told(view: View<'_>) -> Told {
    let (alarm, headline) = verdict::headlines(view);
    let parts = [
        Some(why::part(view)),
        todo::part(view),
        Some(speech::part(view)),
        risk::part(view),
        change::part(view),
        Some(change::others(view)),
        Some(trust::part(view)),
    ];
    Told {
        alarm,
        headline,
        parts: parts.into_iter().flatten().collect(),
    }
}

/// Only its headlines: the alarm when somebody is in danger, then the verdict.
#[must_use]
pub fn headlines(view: View<'_>) -> Vec<Headline> {
    let (alarm, headline) = verdict::headlines(view);
    alarm.into_iter().chain([headline]).collect()
}

/// What to say to the customer next, as plain text.
#[must_use]
pub fn speech(view: View<'_>) -> String {
    speech::text(view)
}

impl<'a> View<'a> {
    fn norm(&self, norm: NormId) -> &'a Norm {
        &self.lawbook.norms[norm]
    }

    pub(crate) fn phrases(&self) -> Phrases<'a> {
        Phrases {
            lawbook: self.lawbook,
            words: self.words,
            situation: self.situation,
        }
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// Whether somebody is known to be in danger.
    fn life_in_danger(&self) -> bool {
        self.is_known_to_hold("danger.life")
    }

    /// Whether whoever helps is known to be in danger, too.
    fn helper_at_risk(&self) -> bool {
        self.is_known_to_hold("danger.helper_at_risk")
    }

    /// Whether somebody strikes or threatens: staff leave and get help.
    fn violence(&self) -> bool {
        self.is_known_to_hold("conduct.violent") || self.is_known_to_hold("conduct.threatens")
    }

    fn is_known_to_hold(&self, name: &str) -> bool {
        let fact = self.lawbook.fact_named(name);
        fact.and_then(|fact| self.situation.answers.get(&fact)) == Some(&Answer::Bool(true))
    }

    /// The layer that decides, by the highest norm where it is not one place.
    fn tier(&self) -> Option<Tier> {
        let decided = self.opinion.decided.and_then(|decided| decided.tier);
        decided.or_else(|| {
            self.opinion
                .because
                .iter()
                .map(|each| self.norm(each.norm).layer.tier)
                .min()
        })
    }

    /// Steps that are not done, or not known to be done, one phrase for each demand.
    fn outstanding(&self) -> Vec<String> {
        let mut phrases = Vec::new();
        for demand in self.demands() {
            if let Some(phrase) = self.step_phrase(demand)
                && !phrases.contains(&phrase)
            {
                phrases.push(phrase);
            }
        }
        phrases
    }

    /// What each norm that requires steps requires.
    fn demands(&self) -> Vec<&'a Steps> {
        use demur_app::lawbook::Effect;
        let mut norms: Vec<NormId> = self.opinion.steps.iter().map(|each| each.norm).collect();
        norms.dedup();
        let step = |norm: NormId| match &self.norm(norm).effect {
            Effect::RequireStep { step, .. } => Some(step),
            _ => None,
        };
        norms.into_iter().filter_map(step).collect()
    }

    /// What is left to do of these steps; nothing when they are done.
    fn step_phrase(&self, steps: &Steps) -> Option<String> {
        match steps {
            Steps::One(step) => {
                let done = self
                    .opinion
                    .steps
                    .iter()
                    .any(|each| each.step == *step && each.done == Some(true));
                (!done).then(|| {
                    self.label(
                        &self.lawbook.steps[*step].label,
                        &self.lawbook.steps[*step].name,
                    )
                })
            }
            Steps::All(parts) => {
                let open: Vec<String> = parts
                    .iter()
                    .filter_map(|part| self.step_phrase(part))
                    .collect();
                (!open.is_empty()).then(|| self.words.all_of(&open))
            }
            Steps::Any(parts) => {
                let open: Option<Vec<String>> =
                    parts.iter().map(|part| self.step_phrase(part)).collect();
                open.filter(|open| !open.is_empty())
                    .map(|open| self.words.any_of(&open))
            }
        }
    }

    fn label(&self, texts: &demur_app::lawbook::Texts, name: &str) -> String {
        let text = texts.get(self.words.lang);
        if text.is_empty() {
            name.to_owned()
        } else {
            text.to_owned()
        }
    }

    fn norm_title(&self, norm: NormId) -> String {
        let norm = self.norm(norm);
        self.label(&norm.title, &norm.id)
    }

    /// How a lawyer cites a norm; its id when it has no citation.
    fn cite(&self, norm: NormId) -> &'a str {
        let norm = self.norm(norm);
        if norm.citation.cite.is_empty() {
            &norm.id
        } else {
            &norm.citation.cite
        }
    }

    /// The first of several versions or duplicates of each, in order.
    fn distinct<T: Id + PartialEq>(ids: impl IntoIterator<Item = T>) -> Vec<T> {
        let mut found = Vec::new();
        for id in ids {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }
}
