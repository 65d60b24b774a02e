//! The languages of notices.

use std::fmt;
use std::str::FromStr;

use crate::UnknownName;

/// The language of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Polish, complete in every channel.
    Pl,
    /// English, complete in every channel.
    En,
    /// German, SMS and letter only.
    De,
}

impl Lang {
    /// All languages, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Pl, Self::En, Self::De];

    /// ISO 639-1.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
            Self::De => "de",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        UnknownName::pick("language", text, &Self::ALL, |lang| lang.code())
    }
}
