//! The shape of a case file in words, for whoever lays it out.

use crate::item::Item;
use crate::sheet::Headline;

/// A case file in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Number, decision and time.
    pub headline: Headline,
    /// What else is told, in the order in which it is read.
    pub parts: Vec<Part>,
}

/// A part of a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is about.
    pub kind: PartKind,
    /// Its title.
    pub title: String,
    /// Its statements.
    pub items: Vec<Item>,
}

/// What a part of a case file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// The decision is not what the opinion says.
    Warning,
    /// Opinion, decision, ground, state, deadline.
    Facts,
    /// The norms that were checked.
    Norms,
    /// The facts that alone give the verdict.
    RestsOn,
    /// What would have changed the outcome.
    Turning,
    /// What happened, in order.
    Timeline,
    /// Until when what is kept.
    Kept,
}

impl PartKind {
    /// Its stable name, such as for an anchor of a page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Facts => "facts",
            Self::Norms => "norms",
            Self::RestsOn => "rests-on",
            Self::Turning => "turning",
            Self::Timeline => "timeline",
            Self::Kept => "kept",
        }
    }
}
