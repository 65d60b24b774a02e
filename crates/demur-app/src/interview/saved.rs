//! An interview that waits: everything by its name, so that it outlives a change of the lawbook.

use demur_engine::Situation;
use demur_lawbook::{Answer, Fact, FactId, Lawbook};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::memory::Asked;
use super::{Interview, Reply, Subject, Unknown};

/// An interview as a document. What the lawbook does not know any more is left out when it is
/// resumed, and then asked again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    at: String,
    profile: Option<String>,
    known: Vec<(String, SavedAnswer)>,
    asked: Vec<SavedAsked>,
    kept: Vec<SavedAsked>,
    revised: Option<SavedAsked>,
}

impl Saved {
    /// Whether a yes-or-no fact is known to be so.
    #[must_use]
    pub fn says_yes(&self, fact: &str) -> bool {
        let so = |(name, answer): &(String, SavedAnswer)| {
            name == fact && *answer == SavedAnswer::Bool(true)
        };
        let asked = |asked: &SavedAsked| match &asked.reply {
            SavedReply::Known(answer) => {
                asked.facts.iter().any(|name| name == fact) && *answer == SavedAnswer::Bool(true)
            }
            SavedReply::Ticked(names, _) => names.iter().any(|name| name == fact),
            _ => false,
        };
        self.known.iter().any(so) || self.asked.iter().any(asked)
    }
}

impl std::fmt::Debug for Saved {
    /// What people answered does not get into a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Saved({} questions)", self.asked.len())
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
enum SavedAnswer {
    Bool(bool),
    OneOf(Vec<String>),
    SomeOf(Vec<String>, Vec<String>),
    Int(i64, i64),
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
enum SavedSubject {
    Profile,
    Fact(String),
    Together(Vec<String>),
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
enum SavedReply {
    Profile(Option<String>),
    Known(SavedAnswer),
    Ticked(Vec<String>, Vec<String>),
    Declined,
    Withheld,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct SavedAsked {
    subject: SavedSubject,
    facts: Vec<String>,
    left_out: Vec<String>,
    reply: SavedReply,
}

impl Interview {
    /// The interview as a document.
    #[must_use]
    pub fn save(&self, lawbook: &Lawbook) -> Saved {
        let writer = Names(lawbook);
        let known = self.start.answers.iter();
        let known = known.map(|(fact, answer)| {
            let fact = &lawbook.facts[*fact];
            (fact.name.clone(), written(fact, answer))
        });
        let all = |list: &[Asked]| list.iter().map(|asked| writer.asked(asked)).collect();
        Saved {
            at: self.start.day.to_string(),
            profile: self.profile.clone(),
            known: known.collect(),
            asked: all(&self.asked),
            kept: all(&self.kept),
            revised: self.revised.as_ref().map(|asked| writer.asked(asked)),
        }
    }

    /// The interview of a document. The profile of the start is found again by its name.
    #[must_use]
    pub fn resume(saved: &Saved, lawbook: &Lawbook, today: Date) -> Self {
        let reader = Names(lawbook);
        let mut start = Situation::on(saved.at.parse().unwrap_or(today));
        for (name, answer) in &saved.known {
            let known = reader.fact(name);
            let answer = known.and_then(|fact| read(&lawbook.facts[fact], answer));
            if let (Some(fact), Some(answer)) = (known, answer) {
                start.answers.insert(fact, answer);
            }
        }
        let all = |list: &[SavedAsked]| {
            let read = list.iter().map_while(|asked| reader.read(asked));
            read.collect()
        };
        let mut interview = Self::new(start);
        interview.profile.clone_from(&saved.profile);
        interview.asked = all(&saved.asked);
        interview.kept = all(&saved.kept);
        interview.revised = saved.revised.as_ref().and_then(|asked| reader.read(asked));
        interview
    }

    /// How many questions were answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.asked.len()
    }
}

struct Names<'a>(&'a Lawbook);

impl Names<'_> {
    fn fact(&self, name: &str) -> Option<FactId> {
        self.0.fact_named(name)
    }

    fn names(&self, facts: &[FactId]) -> Vec<String> {
        let facts = facts.iter().map(|fact| self.0.facts[*fact].name.clone());
        facts.collect()
    }

    fn facts(&self, names: &[String]) -> Option<Vec<FactId>> {
        names.iter().map(|name| self.fact(name)).collect()
    }

    fn asked(&self, asked: &Asked) -> SavedAsked {
        let subject = match asked.subject {
            Subject::Profile => SavedSubject::Profile,
            Subject::Fact(fact) => SavedSubject::Fact(self.0.facts[fact].name.clone()),
            Subject::Together(index) => {
                let together = self.0.together.get(index);
                let boxes = together.map(|each| each.facts.iter().map(|(fact, _)| *fact));
                let facts: Vec<FactId> = boxes.into_iter().flatten().collect();
                SavedSubject::Together(self.names(&facts))
            }
        };
        SavedAsked {
            subject,
            facts: self.names(&asked.facts),
            left_out: self.names(&asked.left_out),
            reply: self.reply(asked),
        }
    }

    fn reply(&self, asked: &Asked) -> SavedReply {
        match (&asked.reply, asked.facts.as_slice()) {
            (Reply::Profile(name), _) => SavedReply::Profile(name.clone()),
            (Reply::Known(answer), [fact, ..]) => {
                SavedReply::Known(written(&self.0.facts[*fact], answer))
            }
            (Reply::Ticked { so, unsure }, _) => {
                SavedReply::Ticked(self.names(so), self.names(unsure))
            }
            (Reply::Unknown(Unknown::Withheld), _) => SavedReply::Withheld,
            (Reply::Unknown(_) | Reply::Known(_), _) => SavedReply::Declined,
        }
    }

    fn read(&self, saved: &SavedAsked) -> Option<Asked> {
        let subject = match &saved.subject {
            SavedSubject::Profile => Subject::Profile,
            SavedSubject::Fact(name) => Subject::Fact(self.fact(name)?),
            SavedSubject::Together(names) => {
                let wanted = self.facts(names)?;
                let same = |each: &demur_lawbook::Together| {
                    each.facts
                        .iter()
                        .map(|(fact, _)| *fact)
                        .eq(wanted.iter().copied())
                };
                Subject::Together(self.0.together.iter().position(same)?)
            }
        };
        let facts = self.facts(&saved.facts)?;
        let reply = match (&saved.reply, facts.as_slice()) {
            (SavedReply::Profile(name), _) => Reply::Profile(name.clone()),
            (SavedReply::Known(answer), [fact, ..]) => {
                Reply::Known(read(&self.0.facts[*fact], answer)?)
            }
            (SavedReply::Known(_), []) => return None,
            (SavedReply::Ticked(so, unsure), _) => Reply::Ticked {
                so: self.facts(so)?,
                unsure: self.facts(unsure)?,
            },
            (SavedReply::Declined, _) => Reply::Unknown(Unknown::Declined),
            (SavedReply::Withheld, _) => Reply::Unknown(Unknown::Withheld),
        };
        let left_out = self.facts(&saved.left_out)?;
        Some(Asked {
            subject,
            facts,
            left_out,
            reply,
        })
    }
}

fn written(fact: &Fact, answer: &Answer) -> SavedAnswer {
    let values = fact.domain.values();
    let names = |positions: &[usize]| -> Vec<String> {
        let found = positions
            .iter()
            .filter_map(|position| values.get(*position));
        found.map(|value| value.name.clone()).collect()
    };
    match answer {
        Answer::Bool(yes) => SavedAnswer::Bool(*yes),
        Answer::OneOf(positions) => SavedAnswer::OneOf(names(positions)),
        Answer::SomeOf { includes, excludes } => {
            SavedAnswer::SomeOf(names(includes), names(excludes))
        }
        Answer::Int { low, high } => SavedAnswer::Int(*low, *high),
    }
}

fn read(fact: &Fact, answer: &SavedAnswer) -> Option<Answer> {
    let positions = |names: &[String]| -> Option<Vec<usize>> {
        names.iter().map(|name| fact.value_named(name)).collect()
    };
    match answer {
        SavedAnswer::Bool(yes) => Some(Answer::Bool(*yes)),
        SavedAnswer::OneOf(names) => Some(Answer::OneOf(positions(names)?)),
        SavedAnswer::SomeOf(includes, excludes) => Some(Answer::SomeOf {
            includes: positions(includes)?,
            excludes: positions(excludes)?,
        }),
        SavedAnswer::Int(low, high) => Some(Answer::Int {
            low: *low,
            high: *high,
        }),
    }
}
