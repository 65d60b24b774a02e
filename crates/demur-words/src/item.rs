//! A statement with what is said about it.

/// A statement with what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// What is said about it.
    pub details: Vec<String>,
    /// The id of the norm it rests on, when it is one.
    pub norm: Option<String>,
}

impl Item {
    /// A statement without more.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            details: Vec::new(),
            norm: None,
        }
    }

    /// A statement that rests on one norm.
    pub(crate) fn of_norm(text: impl Into<String>, norm: &str) -> Self {
        Self {
            norm: Some(norm.to_owned()),
            ..Self::plain(text)
        }
    }
}
