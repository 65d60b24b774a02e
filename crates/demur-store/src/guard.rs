//! The guard of free text, handed in by whoever knows the rules (PR-06).

use crate::error::{Result, StoreError};

/// Judges a free text before it is sealed. Without a guard no store opens.
pub trait TextGuard: Send + Sync {
    /// What is wrong with the text and how to say it instead; `None` when nothing is.
    ///
    /// `field` is one of `facts`, `note_to_reviewer`, `words`, `reason`.
    fn objection(&self, field: &str, text: &str) -> Option<String>;
}

impl<F> TextGuard for F
where
    F: Fn(&str, &str) -> Option<String> + Send + Sync,
{
    fn objection(&self, field: &str, text: &str) -> Option<String> {
        self(field, text)
    }
}

/// The free texts that the record has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FreeText {
    pub(crate) field: &'static str,
    least: usize,
    most: usize,
    guarded: bool,
}

impl FreeText {
    pub(crate) const FACTS: Self = Self::guarded("facts", 1, 600);
    pub(crate) const NOTE: Self = Self::guarded("note_to_reviewer", 1, 300);
    pub(crate) const WORDS: Self = Self::guarded("words", 40, 600);
    pub(crate) const REASON: Self = Self::guarded("reason", 20, 600);
    /// The customer's own words, who may say about themselves what they like.
    pub(crate) const STATEMENT: Self = Self {
        field: "statement",
        least: 1,
        most: 600,
        guarded: false,
    };
    /// What was said already; the notice lint has looked at it before it was sent.
    pub(crate) const NOTICE: Self = Self {
        field: "notice",
        least: 1,
        most: 20_000,
        guarded: false,
    };

    const fn guarded(field: &'static str, least: usize, most: usize) -> Self {
        Self {
            field,
            least,
            most,
            guarded: true,
        }
    }

    pub(crate) fn check_length(self, text: &str) -> Result<()> {
        let length = text.trim().chars().count();
        if (self.least..=self.most).contains(&length) {
            return Ok(());
        }
        let why = format!("{} to {} characters, not {length}", self.least, self.most);
        Err(StoreError::invalid(self.field, why))
    }

    pub(crate) fn check(self, text: &str, guard: &dyn TextGuard) -> Result<()> {
        self.check_length(text)?;
        if !self.guarded {
            return Ok(());
        }
        match guard.objection(self.field, text) {
            None => Ok(()),
            Some(hint) => Err(StoreError::TextRejected {
                field: self.field,
                hint,
            }),
        }
    }
}
