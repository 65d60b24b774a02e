//! Collects what is wrong with one text.

use demur_syntax::{Diagnostic, FileId, Span};

/// So many mistakes are told; whoever made more sees the first ones and a count.
const MAX_TOLD: usize = 100;

pub(super) struct Report {
    pub(super) file: FileId,
    told: Vec<Diagnostic>,
    untold: usize,
}

impl Report {
    pub(super) fn new(file: FileId) -> Self {
        Self {
            file,
            told: Vec::new(),
            untold: 0,
        }
    }

    /// Room for an error that points at `span`; it counts once it is added.
    pub(super) fn error(
        &self,
        code: &'static str,
        message: impl Into<String>,
        span: Span,
        label: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::error(code, message).at(self.file, span, label)
    }

    pub(super) fn add(&mut self, diagnostic: Diagnostic) {
        if self.told.len() < MAX_TOLD {
            self.told.push(diagnostic);
        } else {
            self.untold += 1;
        }
    }

    /// Something is given a second time.
    pub(super) fn twice(&mut self, what: String, first: Span, second: Span) {
        let diagnostic = self
            .error("S010", format!("{what} is given twice"), second, "again")
            .see(self.file, first, "first here")
            .help("keep one of them: which one counts is not guessed");
        self.add(diagnostic);
    }

    /// What was found, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.told
            .sort_by_key(|diagnostic| diagnostic.place.as_ref().map(|place| place.span));
        if self.untold > 0
            && let Some(last) = self.told.pop()
        {
            let more = format!("{} more mistakes are not shown", self.untold);
            self.told.push(last.help(more));
        }
        self.told
    }
}
