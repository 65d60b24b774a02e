//! The one type in which Demur reports what is wrong with a text.

use crate::source::{FileId, Span};

/// Stable identifier of a kind of diagnostic, such as `E101`; its page is
/// printed by `demur explain`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The text can be used; something in it is probably not meant.
    Warning,
    /// The text cannot be used as it stands.
    Error,
}

/// A span of a source with a short remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The text.
    pub file: FileId,
    /// The range in it.
    pub span: Span,
    /// What is to be seen there; may be empty.
    pub label: String,
}

/// What is wrong, where, and how to mend it.
///
/// Messages are lower case, without a final full stop, with the user's own
/// words in backticks, and never name a type of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// One line: what is wrong.
    pub message: String,
    /// Where; absent when the whole input is meant.
    pub place: Option<Place>,
    /// Other places that explain it.
    pub related: Vec<Place>,
    /// What to do, one sentence each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// An error with this code and message.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::with_severity(code, Severity::Error, message.into())
    }

    /// A warning with this code and message.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::with_severity(code, Severity::Warning, message.into())
    }

    fn with_severity(code: &'static str, severity: Severity, message: String) -> Self {
        Self {
            code: Code(code),
            severity,
            message,
            place: None,
            related: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Points at the place that is wrong.
    #[must_use]
    pub fn at(mut self, file: FileId, span: Span, label: impl Into<String>) -> Self {
        self.place = Some(Place {
            file,
            span,
            label: label.into(),
        });
        self
    }

    /// Points at another place that explains the first.
    #[must_use]
    pub fn see(mut self, file: FileId, span: Span, label: impl Into<String>) -> Self {
        self.related.push(Place {
            file,
            span,
            label: label.into(),
        });
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds "did you mean" when there is a near name.
    #[must_use]
    pub fn did_you_mean(self, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.help(format!("did you mean `{near}`?")),
            None => self,
        }
    }

    /// Whether this is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
