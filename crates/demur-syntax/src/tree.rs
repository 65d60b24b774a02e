//! Syntax trees. They hold what was written and where, never what it means.

mod check;
mod condition;
mod norm;
mod vocabulary;
mod word;

use crate::source::{FileId, Span};

pub use check::*;
pub use condition::*;
pub use norm::*;
pub use vocabulary::*;
pub use word::*;

/// A parsed Markdown file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file it was parsed from.
    pub file: FileId,
    /// Keys and values between the `---` lines at the top.
    pub front_matter: Vec<Entry>,
    /// Where the front matter stands, when there is one.
    pub front_matter_span: Option<Span>,
    /// The first heading.
    pub title: Option<Text>,
    /// Bullets of the section `Doubts`.
    pub doubts: Vec<Text>,
    /// The blocks marked `demur`, in order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// All items of all blocks, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.blocks.iter().flat_map(|block| &block.items)
    }

    /// The front matter's entry with this key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.front_matter.iter().find(|entry| entry.key.text == key)
    }
}

/// One line of front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What stands before the colon.
    pub key: Word,
    /// What stands behind it, trimmed, without a comment.
    pub value: Text,
}

/// A fenced block marked `demur`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where its content stands; several ranges when it is nested in a list or quote.
    pub content: Vec<Span>,
    /// What it declares.
    pub items: Vec<Item>,
    /// Its comments, in order.
    pub comments: Vec<Comment>,
    /// Whether every part of it was understood, so that it may be reformatted.
    pub whole: bool,
}

/// A declaration, norm, test or property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it declares.
    pub kind: ItemKind,
    /// From its keyword to its last token.
    pub span: Span,
}

/// The kinds of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// `fact NAME : DOMAIN`
    Fact(Fact),
    /// `group NAME of FACT = { .. }`
    Group(Group),
    /// `together NAME of { FACT .. } ask ..`
    Together(Together),
    /// `ground NAME [weak]`
    Ground(Ground),
    /// `step NAME done when ..`
    Step(Step),
    /// `duty NAME`
    Duty(Duty),
    /// `measure NAME rank N`
    Measure(Measure),
    /// `define NAME = ..`
    Define(Define),
    /// `param NAME : LO..HI = N from DAY`
    Param(Param),
    /// `assume .. implies ..`
    Assume(Assume),
    /// `profile NAME given ..`
    Profile(Profile),
    /// `norm ID ..`
    Norm(Norm),
    /// `example ..` or `precedent ..`
    Test(Test),
    /// `property ..`
    Property(Property),
}
