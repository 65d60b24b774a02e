//! Questions with their answers.

use demur_lawbook::{Answer, FactId};

use super::{Question, Reply, Subject, Unknown};

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) subject: Subject,
    /// Which facts were shown.
    pub(super) facts: Vec<FactId>,
    /// Facts that belong to the question but did not matter.
    pub(super) left_out: Vec<FactId>,
    pub(super) reply: Reply,
}

impl Asked {
    pub(super) fn new(question: &Question, reply: Reply) -> Self {
        let left_out = question.why.as_ref().map(|why| why.left_out.clone());
        Self {
            subject: question.subject,
            facts: question.facts.clone(),
            left_out: left_out.unwrap_or_default(),
            reply,
        }
    }

    /// Which profile was chosen, when the question was about that.
    pub(super) fn profile(&self) -> Option<Option<&str>> {
        match (&self.subject, &self.reply) {
            (_, Reply::Profile(name)) => Some(name.as_deref()),
            (Subject::Profile, _) => Some(None),
            _ => None,
        }
    }

    pub(super) fn is_about(&self, fact: FactId) -> bool {
        self.facts.contains(&fact)
    }

    /// Why a fact of this question stays unknown, if it does.
    pub(super) fn unknown(&self, fact: FactId) -> Option<Unknown> {
        match &self.reply {
            Reply::Unknown(why) => Some(*why),
            Reply::Ticked { unsure, .. } if unsure.contains(&fact) => Some(Unknown::Declined),
            Reply::Profile(_) | Reply::Known(_) | Reply::Ticked { .. } => None,
        }
    }

    /// What is known by the answer.
    pub(super) fn answers(&self) -> impl Iterator<Item = (FactId, Answer)> + '_ {
        self.facts
            .iter()
            .filter_map(|fact| Some((*fact, self.answer(*fact)?)))
    }

    fn answer(&self, fact: FactId) -> Option<Answer> {
        match &self.reply {
            Reply::Known(answer) => Some(answer.clone()),
            Reply::Ticked { so, unsure } => {
                (!unsure.contains(&fact)).then(|| Answer::Bool(so.contains(&fact)))
            }
            Reply::Profile(_) | Reply::Unknown(_) => None,
        }
    }

    /// Facts that this question leaves unknown for good.
    pub(super) fn closed(&self) -> impl Iterator<Item = FactId> + '_ {
        let unknown = self
            .facts
            .iter()
            .filter(|fact| self.unknown(**fact).is_some());
        unknown.chain(&self.left_out).copied()
    }

    /// Whether a question is the same as this one, at least in part.
    pub(super) fn touches(&self, subject: Subject, facts: &[FactId]) -> bool {
        (self.subject == subject && facts.is_empty())
            || facts.iter().any(|fact| self.facts.contains(fact))
    }

    /// Whether nothing of another answer is left when this one is given.
    pub(super) fn replaces(&self, other: &Self) -> bool {
        self.subject == other.subject && other.facts.iter().all(|fact| self.facts.contains(fact))
    }
}

/// What was answered to a question, out of answers to this or another question about
/// the same facts; nothing when it does not cover all of them.
pub(super) fn recall(kept: &[Asked], subject: Subject, facts: &[FactId]) -> Option<Reply> {
    let latest = |fact: FactId| kept.iter().rev().find(|asked| asked.is_about(fact));
    match subject {
        Subject::Profile => {
            let asked = kept.iter().rev().find(|asked| asked.subject == subject);
            asked.map(|asked| asked.reply.clone())
        }
        Subject::Fact(fact) => {
            let asked = latest(fact)?;
            let unknown = asked.unknown(fact).map(Reply::Unknown);
            asked.answer(fact).map(Reply::Known).or(unknown)
        }
        Subject::Together(_) => {
            let parts: Option<Vec<&Asked>> = facts.iter().map(|fact| latest(*fact)).collect();
            let parts: Vec<(FactId, &Asked)> = facts.iter().copied().zip(parts?).collect();
            let withheld =
                |(fact, asked): &(FactId, &Asked)| asked.unknown(*fact) == Some(Unknown::Withheld);
            if parts.iter().all(withheld) {
                return Some(Reply::Unknown(Unknown::Withheld));
            }
            let which = |is: &dyn Fn(FactId, &Asked) -> bool| -> Vec<FactId> {
                let found = parts.iter().filter(|(fact, asked)| is(*fact, asked));
                found.map(|(fact, _)| *fact).collect()
            };
            let unsure = which(&|fact, asked| asked.unknown(fact).is_some());
            if unsure.len() == parts.len() {
                return Some(Reply::Unknown(Unknown::Declined));
            }
            Some(Reply::Ticked {
                so: which(&|fact, asked| asked.answer(fact) == Some(Answer::Bool(true))),
                unsure,
            })
        }
    }
}
