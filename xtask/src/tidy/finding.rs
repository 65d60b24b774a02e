//! What a check has to say: where, what is wrong, how to mend it.

use std::fmt;

/// One place that is not tidy.
#[derive(Debug, PartialEq)]
pub(crate) struct Finding {
    pub(crate) path: String,
    /// Counted from one.
    pub(crate) line: usize,
    pub(crate) message: String,
    pub(crate) mend: String,
}

impl Finding {
    pub(crate) fn new(
        path: &str,
        line: usize,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self {
            path: path.to_owned(),
            line,
            message: message.into(),
            mend: mend.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}\n  help: {}",
            self.path, self.line, self.message, self.mend
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_place_and_mend() {
        let finding = Finding::new("docs/a.md", 3, "`x/y` does not exist", "name what does");
        assert_eq!(
            finding.to_string(),
            "docs/a.md:3: `x/y` does not exist\n  help: name what does"
        );
    }
}
