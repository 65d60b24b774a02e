//! How a notice reaches the customer.

use std::fmt;
use std::str::FromStr;

use crate::UnknownName;

/// How a notice reaches the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// Said to a calm customer, at most 20 seconds.
    Spoken,
    /// Said to an agitated customer: serving is still the aim, refusing comes last.
    SpokenAgitated,
    /// Said when the contact ends.
    SpokenEnding,
    /// SMS or chat, at most 320 UTF-16 units.
    Sms,
    /// E-mail.
    Email,
    /// A formal letter on paper or as PDF.
    Letter,
    /// A sign at the counter: a rule for everybody, not a decision about a person.
    Counter,
    /// The notice of an exclusion.
    Exclusion,
    /// The reply of an AI agent.
    Agent,
}

impl Channel {
    /// All channels, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Spoken,
        Self::SpokenAgitated,
        Self::SpokenEnding,
        Self::Sms,
        Self::Email,
        Self::Letter,
        Self::Counter,
        Self::Exclusion,
        Self::Agent,
    ];

    /// As written on the command line and as heading of a template.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Spoken => "spoken",
            Self::SpokenAgitated => "spoken-agitated",
            Self::SpokenEnding => "spoken-ending",
            Self::Sms => "sms",
            Self::Email => "email",
            Self::Letter => "letter",
            Self::Counter => "counter",
            Self::Exclusion => "exclusion",
            Self::Agent => "agent",
        }
    }

    /// Said aloud by staff.
    #[must_use]
    pub fn is_spoken(self) -> bool {
        matches!(
            self,
            Self::Spoken | Self::SpokenAgitated | Self::SpokenEnding
        )
    }

    /// Has a head, a salutation, a closing and a foot around its text.
    #[must_use]
    pub fn is_framed(self) -> bool {
        matches!(self, Self::Email | Self::Letter | Self::Exclusion)
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Channel {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        UnknownName::pick("channel", text, &Self::ALL, |channel| channel.name())
    }
}
