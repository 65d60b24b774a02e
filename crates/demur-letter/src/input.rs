//! What a letter and a counter notice consist of: plain words, ready to be printed.

use jiff::civil::Date;
use serde::Serialize;

/// The language of a page. It decides hyphenation, which words stay together and what a screen
/// reader pronounces.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Polish.
    #[default]
    Pl,
    /// English, as written in Britain.
    En,
    /// German.
    De,
}

/// A letter on A4 paper.
///
/// Every string is printed as it is, whatever it contains; `\n` begins a new line. A list or an
/// option that is empty leaves no gap. Only `sender`, `date` and `blocks` must say something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// The language of the words.
    pub lang: Lang,
    /// The firm: its name first, then address and ways to reach it, one line each.
    pub sender: Vec<String>,
    /// The day of the letter, for the metadata of the file.
    pub day: Date,
    /// The same day in words, as printed: "22 listopada 2026 r."
    pub date: String,
    /// Case number and the like, below the date; the first also stands at the foot of each page
    /// of a longer letter.
    pub references: Vec<Reference>,
    /// To whom, line by line, placed for the window of an envelope. Without it the letter begins
    /// further up and has no folding marks.
    pub recipient: Vec<String>,
    /// What it is about: the heading of the letter and the title of the file, so no place for a
    /// customer's name.
    pub subject: Option<String>,
    /// "Dzień dobry,"
    pub salutation: String,
    /// The body.
    pub blocks: Vec<Block>,
    /// "Z poważaniem"
    pub closing: String,
    /// Below the room for a signature: role and firm.
    pub signature: Vec<String>,
    /// At the end of the last page, below a line: the data notice and the like.
    pub foot: Vec<String>,
    /// A word that says what the paper is not, such as "WZÓR": at the head of the letter and in
    /// grey behind every page.
    pub mark: Option<String>,
}

/// A label and its value: "Sprawa" and "D-2026-0147".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// What the value is, without a colon.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A part of a letter's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph {
        /// Words in bold that open the paragraph, such as "Powód:".
        lead: Option<String>,
        /// The rest.
        text: String,
    },
    /// Points of equal rank. A paragraph before it that ends in a colon stays on its page.
    List(Vec<String>),
}

/// A counter notice: one A4 page that says a rule, not a decision about a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Poster {
    /// The language of the words.
    pub lang: Lang,
    /// Who says it, small at the top.
    pub firm: String,
    /// The day of the notice, for the metadata of the file; it is not printed.
    pub day: Date,
    /// The rule in one sentence; also the title of the file.
    pub heading: String,
    /// What follows from it, a paragraph each.
    pub lines: Vec<String>,
    /// Basis and contact, for those who step closer: half as large as the lines.
    pub foot: Vec<String>,
}
