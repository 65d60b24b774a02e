//! The words of a rule, ready to search with.

use std::ops::Range;

use regex::bytes::{Regex, RegexBuilder};

use super::folded::{Folded, fold_pattern};

/// Alternatives, searched at once. Nothing is found without one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Patterns(Option<Regex>);

/// A pattern of a rule that is no regular expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPattern {
    /// The pattern as it was written.
    pub pattern: String,
    /// What is wrong with it.
    pub message: String,
}

impl Patterns {
    pub(crate) fn new<'p>(
        alternatives: impl IntoIterator<Item = &'p String>,
    ) -> Result<Self, BadPattern> {
        let all: Vec<String> = alternatives
            .into_iter()
            .map(|pattern| format!("(?:{pattern})"))
            .collect();
        if all.is_empty() {
            return Ok(Self(None));
        }
        let pattern = all.join("|");
        compile(&fold_pattern(&pattern)).map(|regex| Self(Some(regex)))
    }

    pub(crate) fn find_in(&self, text: &Folded) -> Vec<Range<usize>> {
        let found = self
            .0
            .iter()
            .flat_map(|regex| regex.find_iter(text.bytes()));
        found.map(|hit| text.origin(&hit.range())).collect()
    }

    pub(crate) fn first_in(&self, text: &Folded) -> Option<Range<usize>> {
        let hit = self.0.as_ref()?.find(text.bytes())?;
        Some(text.origin(&hit.range()))
    }

    pub(crate) fn matches(&self, letters: &[u8]) -> bool {
        self.0.as_ref().is_some_and(|regex| regex.is_match(letters))
    }

    /// Whether the letters are one hit from end to end.
    pub(crate) fn covers(&self, letters: &[u8]) -> bool {
        let mut hits = self.0.iter().flat_map(|regex| regex.find_iter(letters));
        hits.any(|hit| hit.range() == (0..letters.len()))
    }
}

fn compile(pattern: &str) -> Result<Regex, BadPattern> {
    RegexBuilder::new(pattern)
        .unicode(false)
        .multi_line(true)
        .build()
        .map_err(|error| BadPattern {
            pattern: pattern.to_owned(),
            message: error.to_string(),
        })
}

/// A pattern that tells capitals from small letters is searched in the text as it is.
pub(crate) fn exact<'p>(
    alternatives: impl IntoIterator<Item = &'p String>,
) -> Result<Option<regex::Regex>, BadPattern> {
    let all: Vec<String> = alternatives
        .into_iter()
        .map(|pattern| format!("(?:{pattern})"))
        .collect();
    if all.is_empty() {
        return Ok(None);
    }
    let pattern = all.join("|");
    regex::Regex::new(&pattern)
        .map(Some)
        .map_err(|error| BadPattern {
            pattern,
            message: error.to_string(),
        })
}
