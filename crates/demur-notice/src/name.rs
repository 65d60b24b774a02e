//! Names that are typed, and what to say when there is none like that.

use std::fmt;

/// A name that is none of those known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    kind: &'static str,
    given: String,
    known: Vec<&'static str>,
}

impl UnknownName {
    pub(crate) fn pick<T: Copy>(
        kind: &'static str,
        given: &str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Result<T, Self> {
        let found = all.iter().copied().find(|item| name(*item) == given);
        found.ok_or_else(|| Self {
            kind,
            given: given.to_owned(),
            known: all.iter().map(|item| name(*item)).collect(),
        })
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, given, known } = self;
        write!(
            f,
            "`{given}` is no {kind}; it is one of {}",
            known.join(", ")
        )
    }
}

impl std::error::Error for UnknownName {}
