//! The smallest parts: words, texts, numbers, days, and where they stand.

use jiff::civil::Date;

use crate::source::Span;

/// A comment, from `#` to the end of its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The text behind the `#`, trimmed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether nothing stands before it on its line.
    pub own_line: bool,
}

/// A name or path as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The letters.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A string as meant, without quotes and escapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub value: String,
    /// Where, with its quotes.
    pub span: Span,
}

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Where.
    pub span: Span,
}

/// A whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Int {
    /// The number.
    pub value: i64,
    /// Where.
    pub span: Span,
}

/// A language that packs speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Polish.
    Pl,
}

impl Lang {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 2] = [Self::En, Self::Pl];

    /// ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Pl => "pl",
        }
    }

    /// The language with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// The same text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts(pub Vec<(Lang, Text)>);

impl Texts {
    /// The text in this language.
    #[must_use]
    pub fn lang(&self, lang: Lang) -> Option<&Text> {
        self.0
            .iter()
            .find(|(each, _)| *each == lang)
            .map(|(_, text)| text)
    }
}

/// A clause with the range that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause<K> {
    /// What it says.
    pub kind: K,
    /// Where.
    pub span: Span,
}
