//! Where entries come from, and what became of those that cannot be used.

use std::fmt;

/// Where an entry stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file, as the caller calls it.
    pub file: String,
    /// The place in it.
    pub at: At,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole.
    Whole,
    /// A line, from 1.
    Line(u64),
    /// An element of a JSON document, as in RFC 6901.
    Pointer(String),
}

/// An entry, or a part of one, that cannot be used and is kept apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rejected {
    /// Where it stands.
    pub origin: Origin,
    /// What is wrong with it: one line, lower case, the author's words in backticks.
    pub why: String,
    /// What to do.
    pub mend: String,
}

impl Origin {
    /// The file as a whole.
    #[must_use]
    pub fn whole(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            at: At::Whole,
        }
    }

    /// A line of a file.
    #[must_use]
    pub fn line(file: &str, line: u64) -> Self {
        Self {
            file: file.to_owned(),
            at: At::Line(line),
        }
    }

    /// What stands below this under a name or a number. A line stays what it is.
    #[must_use]
    pub fn below(&self, step: &str) -> Self {
        let at = match &self.at {
            At::Line(line) => At::Line(*line),
            At::Whole => At::Pointer(format!("/{}", escaped(step))),
            At::Pointer(pointer) => At::Pointer(format!("{pointer}/{}", escaped(step))),
        };
        Self {
            file: self.file.clone(),
            at,
        }
    }
}

fn escaped(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            At::Whole => f.write_str(&self.file),
            At::Line(line) => write!(f, "{}:{line}", self.file),
            At::Pointer(pointer) => write!(f, "{}#{pointer}", self.file),
        }
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.origin, self.why, self.mend)
    }
}
