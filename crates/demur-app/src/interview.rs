//! The state of an interview: which question comes next, what was answered, and
//! the way back. It knows nothing of terminals and pages; whoever shows the
//! questions keeps an [`Interview`] and asks it for the next [`Turn`].

use std::collections::BTreeSet;

use demur_engine::{Contradiction, Engine, Missing, Opinion, Situation};
use demur_lawbook::{Answer, FactId, Lawbook, Verdict};

/// What was asked and answered so far.
#[derive(Debug, Clone)]
pub struct Interview {
    start: Situation,
    profile: Option<String>,
    asked: Vec<Asked>,
    /// Answers behind the point to which the person went back, the next one last.
    kept: Vec<Asked>,
    /// The question to which the person went back.
    revised: Option<Subject>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    subject: Subject,
    reply: Reply,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Which of the named businesses it is.
    Profile,
    /// A fact.
    Fact(FactId),
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// One of the named businesses, or none of them.
    Profile(Option<String>),
    /// What is known of the fact.
    Known(Answer),
    /// The person does not know.
    Unknown,
}

/// What happens next.
#[derive(Debug, Clone)]
pub enum Turn {
    /// A question has to be answered.
    Ask(Box<Question>),
    /// No further answer can change anything, or nothing further is known.
    Done(Box<Opinion>),
}

/// The next question.
#[derive(Debug, Clone)]
pub struct Question {
    /// What it is about.
    pub subject: Subject,
    /// Why it is asked; absent for the profile.
    pub why: Option<Missing>,
    /// How many questions, this one included, remain at most.
    pub at_most: usize,
    /// The answer that was given before the person went back.
    pub earlier: Option<Reply>,
    /// The opinion so far.
    pub opinion: Opinion,
}

impl Interview {
    /// An interview about a situation of which something may be known already.
    #[must_use]
    pub fn new(start: Situation) -> Self {
        Self {
            start,
            profile: None,
            asked: Vec::new(),
            kept: Vec::new(),
            revised: None,
        }
    }

    /// The same interview when the business is known by the name of its profile.
    #[must_use]
    pub fn of_profile(mut self, name: impl Into<String>) -> Self {
        self.profile = Some(name.into());
        self
    }

    /// The name of the profile, when one was chosen.
    #[must_use]
    pub fn profile(&self) -> Option<&str> {
        let chosen = self
            .asked
            .iter()
            .rev()
            .find_map(|asked| match &asked.reply {
                Reply::Profile(name) => Some(name.as_deref()),
                Reply::Known(_) | Reply::Unknown => None,
            });
        chosen.unwrap_or(self.profile.as_deref())
    }

    /// What is known so far.
    #[must_use]
    pub fn situation(&self, lawbook: &Lawbook) -> Situation {
        let mut situation = self.start.clone();
        if let Some(profile) = self.profile().and_then(|name| lawbook.profile_named(name)) {
            situation.profile = profile.given.clone();
        }
        for asked in &self.asked {
            if let (Subject::Fact(fact), Reply::Known(answer)) = (asked.subject, &asked.reply) {
                situation.answers.insert(fact, answer.clone());
            }
        }
        situation
    }

    /// The next question, or the opinion when there is none. Answers from before
    /// the person went back are given again where they still apply.
    ///
    /// # Errors
    ///
    /// What was known from the start cannot hold together.
    pub fn next(&mut self, engine: &mut Engine<'_>) -> Result<Turn, Contradiction> {
        loop {
            let opinion = engine.decide(&self.situation(engine.lawbook()))?;
            let Some(question) = self.question(engine.lawbook(), &opinion) else {
                self.kept.clear();
                return Ok(Turn::Done(Box::new(opinion)));
            };
            if self.revised == Some(question.subject) || !self.replay(engine, question.subject) {
                return Ok(Turn::Ask(Box::new(question)));
            }
        }
    }

    /// Takes an answer to the question that [`Interview::next`] gave.
    ///
    /// # Errors
    ///
    /// The answer clashes with what is known; it is not kept.
    pub fn answer(
        &mut self,
        engine: &mut Engine<'_>,
        subject: Subject,
        reply: Reply,
    ) -> Result<(), Contradiction> {
        self.asked.push(Asked { subject, reply });
        if let Err(contradiction) = engine.decide(&self.situation(engine.lawbook())) {
            self.asked.pop();
            return Err(contradiction);
        }
        if self.revised.take() == Some(subject) {
            self.kept.retain(|kept| kept.subject != subject);
        }
        Ok(())
    }

    /// Goes back to the question before; its answer can then be changed, and the
    /// answers behind it are kept. `false` at the first question.
    pub fn back(&mut self) -> bool {
        let Some(last) = self.asked.pop() else {
            return false;
        };
        self.revised = Some(last.subject);
        self.kept.push(last);
        true
    }

    fn question(&self, lawbook: &Lawbook, opinion: &Opinion) -> Option<Question> {
        if opinion.verdict == Some(Verdict::MustRefuse) {
            // What is still open are steps, and a duty to refuse does not wait for them.
            return None;
        }
        let answered: BTreeSet<Subject> = self.asked.iter().map(|asked| asked.subject).collect();
        let open: Vec<&Missing> = opinion
            .missing
            .iter()
            .filter(|missing| !answered.contains(&Subject::Fact(missing.fact)))
            .collect();
        let first = open.first()?;
        let asks_profile = first.fact != lawbook.place
            && self.profile().is_none()
            && self.start.profile.is_empty()
            && !lawbook.profiles.is_empty()
            && !answered.contains(&Subject::Profile);
        let subject = if asks_profile {
            Subject::Profile
        } else {
            Subject::Fact(first.fact)
        };
        Some(Question {
            subject,
            why: (!asks_profile).then(|| (*first).clone()),
            at_most: open.len() + usize::from(asks_profile),
            earlier: self.earlier(subject),
            opinion: opinion.clone(),
        })
    }

    /// The answer that was given before, when the person went back to this question.
    fn earlier(&self, subject: Subject) -> Option<Reply> {
        let revised = self
            .kept
            .iter()
            .find(|kept| self.revised == Some(subject) && kept.subject == subject);
        revised.map(|kept| kept.reply.clone())
    }

    fn replay(&mut self, engine: &mut Engine<'_>, subject: Subject) -> bool {
        let Some(position) = self.kept.iter().rposition(|kept| kept.subject == subject) else {
            return false;
        };
        let Asked { subject, reply } = self.kept.remove(position);
        self.answer(engine, subject, reply).is_ok()
    }
}
