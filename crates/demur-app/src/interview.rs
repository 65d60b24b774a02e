//! The state of an interview: which question comes next, what was answered, and
//! the way back. It knows nothing of terminals and pages; whoever shows the
//! questions keeps an [`Interview`] and asks it for the next [`Turn`].

mod memory;
mod saved;

use std::collections::BTreeSet;

use demur_engine::{Contradiction, Engine, NextQuestion, Opinion, Progress, Situation};
use demur_lawbook::{Answer, FactId, Lawbook, Verdict};

use memory::Asked;
pub use saved::Saved;

/// What was asked and answered so far.
#[derive(Debug, Clone)]
pub struct Interview {
    start: Situation,
    profile: Option<String>,
    asked: Vec<Asked>,
    /// Answers that the person went back behind, the latest last.
    kept: Vec<Asked>,
    /// The question to which the person went back.
    revised: Option<Asked>,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Which of the named businesses it is.
    Profile,
    /// A fact.
    Fact(FactId),
    /// Several yes-or-no facts: the question of the lawbook with this position.
    Together(usize),
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// One of the named businesses, or none of them.
    Profile(Option<String>),
    /// What is known of the fact.
    Known(Answer),
    /// Some of the facts that were shown are so, of some the person is not sure, the
    /// others are not so.
    Ticked {
        /// These are so.
        so: Vec<FactId>,
        /// These stay unknown.
        unsure: Vec<FactId>,
    },
    /// It stays unknown, and is not asked again.
    Unknown(Unknown),
}

/// Why a fact is unknown. For an opinion all are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// Nobody asked, or nobody needed to.
    Unasked,
    /// Asked, and the person does not know.
    Declined,
    /// Asked, and the customer will not say.
    Withheld,
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
    /// The facts it is about, in the order in which they are shown; none for the profile.
    pub facts: Vec<FactId>,
    /// Why it is asked; absent for the profile.
    pub why: Option<NextQuestion>,
    /// How many questions, this one included, remain at most.
    pub at_most: usize,
    /// The answer that was given before the person went back.
    pub earlier: Option<Reply>,
    /// Every verdict that is still possible.
    pub possible: Vec<Verdict>,
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

    /// The same interview when it is known which questions nobody can answer: about these facts,
    /// and about the business if `profile` says so.
    #[must_use]
    pub fn declining(mut self, facts: impl IntoIterator<Item = FactId>, profile: bool) -> Self {
        let declined = |subject, facts, reply| Asked {
            subject,
            facts,
            left_out: Vec::new(),
            reply,
        };
        if profile {
            let none = Reply::Profile(None);
            self.asked
                .push(declined(Subject::Profile, Vec::new(), none));
        }
        let facts = facts.into_iter().map(|fact| {
            let unknown = Reply::Unknown(Unknown::Declined);
            declined(Subject::Fact(fact), vec![fact], unknown)
        });
        self.asked.extend(facts);
        self
    }

    /// The name of the profile, when one was chosen.
    #[must_use]
    pub fn profile(&self) -> Option<&str> {
        let chosen = self.asked.iter().rev().find_map(Asked::profile);
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
            situation.answers.extend(asked.answers());
        }
        situation
    }

    /// Why a fact is unknown; nothing when it was answered here.
    #[must_use]
    pub fn unknown(&self, fact: FactId) -> Option<Unknown> {
        let asked = self.asked.iter().rev().find(|asked| asked.is_about(fact));
        asked.map_or(Some(Unknown::Unasked), |asked| asked.unknown(fact))
    }

    /// The next question, or the opinion when there is none. Answers from before
    /// the person went back are given again where they still apply.
    ///
    /// # Errors
    ///
    /// What was known from the start cannot hold together.
    pub fn next(&mut self, engine: &mut Engine<'_>) -> Result<Turn, Contradiction> {
        loop {
            let situation = self.situation(engine.lawbook());
            let (possible, next) = match engine.proceed(&situation, &self.closed())? {
                Progress::Ask { possible, next } => (possible, next),
                Progress::Done(opinion) => {
                    self.kept.clear();
                    return Ok(Turn::Done(opinion));
                }
            };
            let question = self.question(engine.lawbook(), next, possible);
            if self.is_revised(&question) || !self.replay(engine, &question) {
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
        question: &Question,
        reply: Reply,
    ) -> Result<(), Contradiction> {
        self.asked.push(Asked::new(question, reply));
        let situation = self.situation(engine.lawbook());
        if let Err(contradiction) = engine.admit(&situation) {
            self.asked.pop();
            return Err(contradiction);
        }
        if self.is_revised(question) {
            self.revised = None;
        }
        let answered = self.asked.last();
        self.kept
            .retain(|kept| answered.is_none_or(|asked| !asked.replaces(kept)));
        Ok(())
    }

    /// Goes back to the question before; its answer can then be changed, and the
    /// answers behind it are kept. `false` at the first question.
    pub fn back(&mut self) -> bool {
        let Some(last) = self.asked.pop() else {
            return false;
        };
        self.revised = Some(last.clone());
        self.kept.push(last);
        true
    }

    /// Facts that are not asked any more.
    fn closed(&self) -> BTreeSet<FactId> {
        self.asked.iter().flat_map(Asked::closed).collect()
    }

    fn question(&self, lawbook: &Lawbook, next: NextQuestion, possible: Vec<Verdict>) -> Question {
        let comes_first = |fact: &FactId| *fact == lawbook.place || lawbook.facts[*fact].urgent;
        let asks_profile = !next.facts.iter().any(comes_first)
            && self.profile().is_none()
            && self.start.profile.is_empty()
            && !lawbook.profiles.is_empty()
            && !self.asked.iter().any(|asked| asked.profile().is_some());
        if asks_profile {
            return Question {
                subject: Subject::Profile,
                facts: Vec::new(),
                why: None,
                at_most: next.at_most + 1,
                earlier: self.earlier(Subject::Profile, &[]),
                possible,
            };
        }
        let subject = match (next.together, next.facts.as_slice()) {
            (Some(together), _) => Subject::Together(together),
            (None, [fact, ..]) => Subject::Fact(*fact),
            (None, []) => Subject::Profile,
        };
        Question {
            subject,
            facts: next.facts.clone(),
            at_most: next.at_most,
            earlier: self.earlier(subject, &next.facts),
            why: Some(next),
            possible,
        }
    }

    fn is_revised(&self, question: &Question) -> bool {
        let revised = self.revised.as_ref();
        revised.is_some_and(|revised| revised.touches(question.subject, &question.facts))
    }

    /// The answer that was given before, when the person went back to this question.
    fn earlier(&self, subject: Subject, facts: &[FactId]) -> Option<Reply> {
        let revised = self.revised.as_ref();
        let revised = revised.filter(|revised| revised.touches(subject, facts))?;
        memory::recall(std::slice::from_ref(revised), subject, facts)
    }

    fn replay(&mut self, engine: &mut Engine<'_>, question: &Question) -> bool {
        let Some(reply) = memory::recall(&self.kept, question.subject, &question.facts) else {
            return false;
        };
        self.answer(engine, question, reply).is_ok()
    }
}
