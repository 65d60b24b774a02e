//! What authors accept of what a check finds, with the reason, in lists beside the packs.
//!
//! Paragraphs with an empty line between them. In each, the lines that begin with `#` are
//! the reason, the others are what is accepted: a change by its
//! [`Mutant::key`](crate::mutation::Mutant::key), a finding of the prover by its
//! [`key`](crate::proof::key).

use std::collections::BTreeMap;
use std::path::Path;

use crate::library::{self, LoadError};

/// The list of changes that no example has to notice.
pub(crate) const MUTANTS: &str = "mutants.txt";

/// The list of what the prover may find.
pub(crate) const FINDINGS: &str = "findings.txt";

/// What is accepted, each with its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accepted(BTreeMap<String, String>);

impl Accepted {
    /// The entries of a list. One without a reason is not accepted.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut accepted = BTreeMap::new();
        for paragraph in text.split("\n\n") {
            let lines: Vec<&str> = paragraph
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .collect();
            let reason: Vec<&str> = lines
                .iter()
                .filter_map(|line| line.strip_prefix('#'))
                .map(str::trim)
                .collect();
            if !reason.is_empty() {
                let keys = lines.iter().filter(|line| !line.starts_with('#'));
                accepted.extend(keys.map(|key| ((*key).to_owned(), reason.join(" "))));
            }
        }
        Self(accepted)
    }

    /// The lists of the library and of a policy. A folder without a list accepts none.
    ///
    /// # Errors
    ///
    /// A list is there and cannot be read.
    pub(crate) fn load(
        file: &str,
        law: Option<&Path>,
        policy: Option<&Path>,
    ) -> Result<Self, LoadError> {
        let mut text = match law {
            Some(folder) => library::read_beside(folder, file)?,
            None => library::built_in_text(file).unwrap_or_default().to_owned(),
        };
        if let Some(folder) = policy {
            text.push_str("\n\n");
            text.push_str(&library::read_beside(folder, file)?);
        }
        Ok(Self::parse(&text))
    }

    /// Why this is accepted, if it is.
    #[must_use]
    pub fn reason(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Everything that is accepted, by its key.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::Accepted;

    #[test]
    fn a_reason_goes_for_its_paragraph() {
        let accepted = Accepted::parse(
            "# What this list is.\n\n# Both say\n# the same.\na.b: without `x`\n\nc.d: without `y`\n",
        );
        assert_eq!(
            accepted.reason("a.b: without `x`"),
            Some("Both say the same.")
        );
        assert_eq!(accepted.reason("c.d: without `y`"), None);
        assert_eq!(accepted.keys().count(), 1);
    }
}
