//! YAML and JSON to a small tree with byte spans.
//!
//! JSON is read as the YAML that it is. Anchors, aliases, tags, merge keys,
//! directives and several documents are refused: a situation must mean the same
//! to every reader.

mod broken;
mod build;
mod offsets;

use demur_syntax::Span;

pub(super) use build::parse;

/// A value with its place.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) value: Tree,
}

/// What a value may be.
#[derive(Debug)]
pub(super) enum Tree {
    /// A single text; whether it is a number or a word is for the reader to say.
    Text(Text),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: String,
    /// It stands in quotes, or is a block of text.
    pub(super) quoted: bool,
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Span,
    pub(super) value: Node,
}

impl Node {
    /// Written as `null`, `~` or not at all.
    pub(super) fn is_null(&self) -> bool {
        match &self.value {
            Tree::Text(text) if !text.quoted => {
                matches!(text.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
            }
            Tree::Text(_) | Tree::List(_) | Tree::Map(_) => false,
        }
    }

    /// Null, or the word `unknown`.
    pub(super) fn is_unknown(&self) -> bool {
        self.is_null() || self.text().is_some_and(|text| text.text == "unknown")
    }

    pub(super) fn text(&self) -> Option<&Text> {
        match &self.value {
            Tree::Text(text) => Some(text),
            Tree::List(_) | Tree::Map(_) => None,
        }
    }

    /// What it is, in a message.
    pub(super) fn shown(&self) -> String {
        match &self.value {
            Tree::Text(_) if self.is_null() => "nothing".to_owned(),
            Tree::Text(text) => super::wording::quoted(&text.text),
            Tree::List(_) => "a list".to_owned(),
            Tree::Map(_) => "a mapping".to_owned(),
        }
    }
}
