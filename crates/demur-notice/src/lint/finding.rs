//! What the lint says.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Lang, UnknownName};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth knowing.
    Info,
    /// Should be changed.
    Warn,
    /// Must be changed, or allowed with a written reason, before the notice goes out.
    Error,
}

impl Level {
    /// All levels, the lightest first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Warn, Self::Error];

    /// As written in rules and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }

    /// One step lighter, for what is judged by words alone.
    #[must_use]
    pub(crate) fn lighter(self) -> Self {
        match self {
            Self::Error => Self::Warn,
            Self::Warn | Self::Info => Self::Info,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Level {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        UnknownName::pick("level", text, &Self::ALL, |level| level.name())
    }
}

/// A sentence for whoever writes notices, in both languages of the interface.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// English.
    pub en: String,
    /// Polish.
    pub pl: String,
}

impl Wording {
    /// The sentence in this language; German readers get English.
    #[must_use]
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Pl => &self.pl,
            Lang::En | Lang::De => &self.en,
        }
    }

    /// Fills the gaps `{name}` of both.
    pub(crate) fn fill(&self, gaps: &[(&str, String)]) -> Self {
        let filled = |words: &str| {
            gaps.iter().fold(words.to_owned(), |words, (name, value)| {
                words.replace(&format!("{{{name}}}"), value)
            })
        };
        Self {
            en: filled(&self.en),
            pl: filled(&self.pl),
        }
    }
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Bytes of the text; empty at the start when the text as a whole is meant.
    pub range: Range<usize>,
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

impl Place {
    /// The place of this range in `text`.
    #[must_use]
    pub fn new(text: &str, range: Range<usize>) -> Self {
        let before = text.get(..range.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            range,
        }
    }

    /// Whether the text as a whole is meant.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.range.is_empty()
    }
}

/// What to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rewrite {
    /// These words, in the language of the text, in place of the found ones.
    Replace(String),
    /// Advice for the writer.
    Advise(Wording),
}

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule, such as `RM-L01`.
    pub rule: String,
    /// What it weighs here.
    pub level: Level,
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub message: Wording,
    /// Why it matters.
    pub why: Wording,
    /// On what the rule rests.
    pub source: String,
    /// What to write instead, where something can be said.
    pub suggestion: Option<Rewrite>,
    /// The slot in whose value it stands.
    pub slot: Option<String>,
    /// Why it is allowed here, if somebody wrote down a reason.
    pub allowed: Option<String>,
}

impl Finding {
    /// Whether it keeps the notice from going out.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.level == Level::Error && self.allowed.is_none()
    }
}

/// What the lint says about a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// What was found, in the order of the text. Errors by rules about the law stay here when
    /// they are allowed; see [`Finding::allowed`].
    pub findings: Vec<Finding>,
    /// What was found and is allowed by a written reason.
    pub allowed: Vec<Finding>,
    /// How the text reads; none below the words that the formulas need.
    pub readability: Option<super::Readability>,
}

impl Report {
    /// Whether an error is open, so that the notice must not go out.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(Finding::blocks)
    }

    /// How many open findings weigh this much.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        let open = self.findings.iter().filter(|each| each.allowed.is_none());
        open.filter(|each| each.level == level).count()
    }
}
