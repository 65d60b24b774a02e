//! One file of templates, before values are filled in.

use crate::{Channel, Lang, Part};

mod parse;

pub(crate) use parse::parse;

/// The words of one scenario in one language, before values are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) lang: Lang,
    /// The scenario's name, `handover` or `frame`.
    pub(crate) name: String,
    /// What staff see in a list.
    pub(crate) title: String,
    /// When to use it.
    pub(crate) advice: String,
    pub(crate) sections: Vec<Section>,
}

impl Template {
    /// The section under a heading.
    pub(crate) fn section(&self, heading: &str) -> Option<&Section> {
        let mut sections = self.sections.iter();
        sections.find(|section| section.headings.iter().any(|name| name == heading))
    }

    pub(crate) fn has(&self, channel: Channel) -> bool {
        self.section(channel.name()).is_some()
    }
}

/// What is written under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) headings: Vec<String>,
    pub(crate) paragraphs: Vec<Vec<Line>>,
}

impl Section {
    pub(crate) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.paragraphs.iter().flatten()
    }
}

/// One line: words that serve one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) part: Part,
    /// Left out when a slot that it names is empty.
    pub(crate) optional: bool,
    /// An item of a list, on a line of its own.
    pub(crate) item: bool,
    /// The words with their slots.
    pub(crate) words: String,
    /// Line of the file, from one.
    pub(crate) at: usize,
}

/// What is wrong with a template file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// The file as it was named.
    pub file: String,
    /// Its line, from one.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl std::fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            file,
            line,
            message,
            help,
        } = self;
        write!(f, "{file}:{line}: {message}\n  help: {help}")
    }
}

impl std::error::Error for TemplateFault {}
