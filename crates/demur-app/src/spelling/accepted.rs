//! Words that are right although no dictionary has them: one a line in `spelling.txt`.

use std::collections::BTreeSet;
use std::path::Path;

use crate::library::{self, LoadError};

/// What the list is called, beside the packs.
const FILE: &str = "spelling.txt";

/// Words that are right although no dictionary has them.
#[derive(Debug, Clone, Default)]
pub struct Accepted(BTreeSet<String>);

impl Accepted {
    /// The words of a list; a line that starts with `#` is a comment.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let lines = text.lines().map(str::trim);
        let words = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self(words.map(str::to_owned).collect())
    }

    /// The lists of the library and of a policy. A folder without a list has no such words.
    ///
    /// # Errors
    ///
    /// A list is there and cannot be read.
    pub fn load(law: Option<&Path>, policy: Option<&Path>) -> Result<Self, LoadError> {
        let mut text = match law {
            Some(folder) => library::read_beside(folder, FILE)?,
            None => library::built_in_text(FILE).unwrap_or_default().to_owned(),
        };
        if let Some(folder) = policy {
            text.push('\n');
            text.push_str(&library::read_beside(folder, FILE)?);
        }
        Ok(Self::parse(&text))
    }

    /// Whether the word stands in a list; a word in small letters there may also begin
    /// with a capital.
    pub(super) fn contains(&self, word: &str) -> bool {
        if self.0.contains(word) {
            return true;
        }
        let mut letters = word.chars();
        let small = letters.next().map(char::to_lowercase);
        small.is_some_and(|first| self.0.contains(&first.chain(letters).collect::<String>()))
    }
}
