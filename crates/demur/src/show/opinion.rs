//! An opinion for people: the verdict first, then why, what to do, what to say,
//! what to beware of, what would change it, and how sure all this is.

mod change;
mod instead;
mod risk;
mod speech;
mod todo;
mod trust;
mod verdict;
mod why;

use demur_app::engine::{Opinion, Situation};
use demur_app::lawbook::{Answer, Id, Lawbook, Norm, NormId, Steps, Tier};

use crate::context::Look;
use crate::show::page::Page;
use demur_words::Words;
use demur_words::phrase::Phrases;

/// An opinion with what is needed to show it.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    /// The lawbook that was asked.
    pub(crate) lawbook: &'a Lawbook,
    /// What it answered.
    pub(crate) opinion: &'a Opinion,
    /// On what.
    pub(crate) situation: &'a Situation,
    /// What the program says.
    pub(crate) words: &'a Words,
    /// Show everything.
    pub(crate) explain: bool,
}

/// Only its headline.
pub(crate) fn headline(view: View<'_>, page: &mut Page) {
    verdict::add(view, page);
}

/// The whole page.
pub(crate) fn page(view: View<'_>, look: Look) -> String {
    let mut page = Page::new(look);
    verdict::add(view, &mut page);
    why::add(view, &mut page);
    todo::add(view, &mut page);
    speech::add(view, &mut page);
    risk::add(view, &mut page);
    change::add(view, &mut page);
    trust::add(view, &mut page);
    page.finish()
}

impl<'a> View<'a> {
    fn norm(&self, norm: NormId) -> &'a Norm {
        &self.lawbook.norms[norm]
    }

    fn phrases(&self) -> Phrases<'a> {
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
