//! The words of a notice, with where its slots and parts stand.

use std::ops::Range;

use crate::Part;

/// The words of a notice, with what is known about where they come from.
///
/// All ranges are byte offsets into [`content`](Self::content).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    content: String,
    slots: Vec<SlotSpan>,
    parts: Vec<PartSpan>,
}

/// Where the value of a slot stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotSpan {
    /// The slot.
    pub name: String,
    /// Its value in the text.
    pub range: Range<usize>,
}

/// Where a part stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartSpan {
    /// The part.
    pub part: Part,
    /// Its words.
    pub range: Range<usize>,
}

impl Text {
    /// A text of which nothing else is known.
    #[must_use]
    pub fn plain(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            ..Self::default()
        }
    }

    /// All of it, as the customer reads or hears it.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }

    /// Values that were filled in, in the order of the text.
    #[must_use]
    pub fn slots(&self) -> &[SlotSpan] {
        &self.slots
    }

    /// The parts, in the order of the text; empty in a [plain](Self::plain) text.
    #[must_use]
    pub fn parts(&self) -> &[PartSpan] {
        &self.parts
    }

    /// Whether words of this part stand in the text.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.parts.iter().any(|span| span.part == part)
    }

    pub(crate) fn push(&mut self, words: &str) -> Range<usize> {
        let start = self.content.len();
        self.content.push_str(words);
        start..self.content.len()
    }

    pub(crate) fn push_slot(&mut self, name: &str, value: &str) -> Range<usize> {
        let range = self.push(value);
        self.slots.push(SlotSpan {
            name: name.to_owned(),
            range: range.clone(),
        });
        range
    }

    pub(crate) fn mark(&mut self, part: Part, range: Range<usize>) {
        self.parts.push(PartSpan { part, range });
    }
}
