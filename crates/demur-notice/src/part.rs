//! What a piece of a notice does for its reader.

use std::fmt;
use std::str::FromStr;

use crate::UnknownName;

/// What a piece of a notice does for its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// One sentence: what was asked for, thanks or understanding.
    Acknowledge,
    /// What exactly is not done, from when, until when.
    Decision,
    /// What happened, or what sets the limit: date, place, number.
    Fact,
    /// Which rule, and what it means in plain words.
    Rule,
    /// What can be done here instead.
    Alternative,
    /// Who else can help, and how to reach them.
    Referral,
    /// The condition, date or document after which the answer is yes.
    Change,
    /// Where to write, until when, who decides, when the answer comes.
    Review,
    /// How to reach the firm.
    Contact,
    /// That the decision is recorded, on what basis, with which rights.
    Data,
    /// Place, first and last day, review date of an exclusion.
    Exclusion,
    /// Name of the firm, role of who decided, case number, date.
    Identity,
    /// That an AI agent answers.
    Ai,
    /// That help in an emergency stays available.
    Safety,
    /// None of these: a request, a label, a thank-you.
    Other,
}

impl Part {
    /// All parts, in the order of a written notice.
    pub const ALL: [Self; 15] = [
        Self::Acknowledge,
        Self::Decision,
        Self::Fact,
        Self::Rule,
        Self::Alternative,
        Self::Referral,
        Self::Change,
        Self::Review,
        Self::Contact,
        Self::Data,
        Self::Exclusion,
        Self::Identity,
        Self::Ai,
        Self::Safety,
        Self::Other,
    ];

    /// As written before a line of a template.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledge",
            Self::Decision => "decision",
            Self::Fact => "fact",
            Self::Rule => "rule",
            Self::Alternative => "alternative",
            Self::Referral => "referral",
            Self::Change => "change",
            Self::Review => "review",
            Self::Contact => "contact",
            Self::Data => "data",
            Self::Exclusion => "exclusion",
            Self::Identity => "identity",
            Self::Ai => "ai",
            Self::Safety => "safety",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Part {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        UnknownName::pick("part", text, &Self::ALL, |part| part.name())
    }
}
