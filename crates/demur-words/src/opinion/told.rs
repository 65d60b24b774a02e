//! The shape of an opinion in words, for whoever lays it out.

use crate::item::Item;
use crate::sheet::{Headline, Sheet};

/// An opinion in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What comes before everything else when somebody is in danger.
    pub alarm: Option<Headline>,
    /// The verdict.
    pub headline: Headline,
    /// What else is said, in the order in which it is read.
    pub parts: Vec<TitledPart>,
}

/// What a part of an opinion is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// The norms that carry the verdict.
    Why,
    /// What to do, and what could be done instead.
    ToDo,
    /// What to say to the customer.
    Say,
    /// What to beware of.
    Risk,
    /// What would change the verdict.
    Change,
    /// Why the other verdicts do not hold.
    Others,
    /// How sure all this is.
    Trust,
    /// Duties that depend on what was not asked.
    Conditional,
}

impl PartKind {
    /// Its stable name, such as for an anchor of a page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Why => "why",
            Self::ToDo => "to-do",
            Self::Say => "say",
            Self::Risk => "risk",
            Self::Change => "change",
            Self::Others => "others",
            Self::Trust => "trust",
            Self::Conditional => "conditional",
        }
    }

    /// Whether its statements are sentences of one text, not points of a list.
    fn is_running_text(self) -> bool {
        matches!(self, Self::Say | Self::Trust)
    }
}

/// A part of an opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitledPart {
    /// What it is about.
    pub kind: PartKind,
    /// Its title.
    pub title: String,
    /// Its statements, the most important first.
    pub items: Vec<Item>,
    /// What was left out, and where to find it.
    pub more: Option<String>,
}

impl TitledPart {
    /// Adds it to a sheet.
    fn add(&self, sheet: &mut Sheet) {
        sheet.part(&self.title);
        for item in &self.items {
            if self.kind.is_running_text() {
                sheet.line(&item.text);
            } else {
                sheet.item(&item.text);
            }
            item.details.iter().for_each(|detail| sheet.detail(detail));
        }
        match &self.more {
            Some(more) if self.items.is_empty() => sheet.line(more),
            Some(more) => sheet.detail(more),
            None => {}
        }
    }
}

impl Told {
    /// The part of a kind, when the opinion has it.
    #[must_use]
    pub fn part(&self, kind: PartKind) -> Option<&TitledPart> {
        self.parts.iter().find(|part| part.kind == kind)
    }

    /// The whole opinion on one sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new();
        for headline in self.alarm.iter().chain([&self.headline]) {
            sheet.headline(headline.clone());
        }
        self.parts.iter().for_each(|part| part.add(&mut sheet));
        sheet
    }
}
