//! What can be wrong with settings, in words.

use std::path::PathBuf;

use demur_words::Words;

use super::kind::Needed;

/// What is wrong with a setting.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A file cannot be read.
    Unreadable(PathBuf, String),
    /// There is no such setting.
    Unknown {
        /// Where it stands.
        place: String,
        /// What stands there.
        name: String,
        /// The nearest one that there is; empty when none is near.
        near: &'static str,
    },
    /// A value is not what it has to be.
    Wrong {
        /// Where it stands.
        place: String,
        /// What it has to be.
        what: Needed,
    },
    /// A secret stands where many can read it.
    Secret {
        /// Where it stands.
        place: String,
        /// Which one.
        name: String,
    },
}

impl Fault {
    /// What is wrong, where, and what to do.
    pub(crate) fn said(&self, words: &Words) -> String {
        match self {
            Self::Unreadable(path, reason) => {
                let path = path.display().to_string();
                let gaps = [("path", path.into()), ("reason", reason.as_str().into())];
                words.fill("error-unreadable", &gaps)
            }
            Self::Unknown { place, name, near } => {
                let key = if near.is_empty() {
                    "config-unknown"
                } else {
                    "config-unknown-near"
                };
                let gaps = [
                    ("place", place.as_str().into()),
                    ("name", name.as_str().into()),
                    ("near", (*near).into()),
                ];
                words.fill(key, &gaps)
            }
            Self::Wrong { place, what } => {
                let needed: Vec<String> = what.words.iter().map(|&word| word.to_owned()).collect();
                let needed = words.fill(what.key, &[("words", words.any_of(&needed).into())]);
                let gaps = [("place", place.as_str().into()), ("needed", needed.into())];
                words.fill("config-wrong", &gaps)
            }
            Self::Secret { place, name } => {
                let gaps = [
                    ("place", place.as_str().into()),
                    ("name", name.as_str().into()),
                ];
                words.fill("config-secret", &gaps)
            }
        }
    }
}
