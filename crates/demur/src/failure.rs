//! Why a command could not run.

use std::fmt;
use std::io;

use demur_app::library::LoadError;
use demur_app::syntax::{Diagnostic, Sources};

/// Why a command could not run.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Said in one sentence, with what to do.
    Said(String),
    /// The record does not do it; with the stable name of the error, for programs.
    Record {
        /// The name.
        code: &'static str,
        /// What is wrong and what to do.
        message: String,
    },
    /// The situation is wrong.
    Situation {
        /// Its text.
        sources: Sources,
        /// What is wrong with it.
        diagnostics: Vec<Diagnostic>,
    },
    /// The packs are wrong, so that nothing can be answered by them.
    Packs {
        /// Their texts.
        sources: Sources,
        /// What is wrong with them.
        diagnostics: Vec<Diagnostic>,
    },
    /// The answer could not be written.
    Output(io::Error),
}

impl Failure {
    /// Whether the reader of the output went away, which is nobody's fault.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(message) | Self::Record { message, .. } => f.write_str(message),
            Self::Situation { diagnostics, .. } | Self::Packs { diagnostics, .. } => {
                let messages: Vec<&str> = diagnostics
                    .iter()
                    .map(|each| each.message.as_str())
                    .collect();
                f.write_str(&messages.join("; "))
            }
            Self::Output(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Unreadable { .. } => Self::Said(error.to_string()),
            LoadError::Broken {
                sources,
                diagnostics,
            } => Self::Packs {
                sources,
                diagnostics,
            },
        }
    }
}
