//! The lint of notices on files: what is asked, what is found, and its shapes for programs.

mod document;
mod sarif;

use demur_notice::lint::{Context, Level, Lint, Report, guess};
use demur_notice::{Channel, Lang, Scenario};

pub use document::{
    FileDocument, FindingDocument, LintDocument, RuleDocument, document, rule_document,
};
pub use sarif::sarif;

/// What is known about the files besides their words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// Their language; guessed from the words if it is not told.
    pub lang: Option<Lang>,
    /// The language if nothing can be guessed.
    pub fallback: Option<Lang>,
    /// How they reach the customer.
    pub channel: Option<Channel>,
    /// What they explain.
    pub scenario: Option<Scenario>,
    /// Findings below this are left out.
    pub least: Option<Level>,
}

/// A file that was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// How people call it.
    pub path: String,
    /// Its words.
    pub text: String,
    /// The language by which it was judged.
    pub lang: Lang,
    /// What was found.
    pub report: Report,
}

/// Checks one file.
#[must_use]
pub fn check(path: impl Into<String>, text: impl Into<String>, asked: &Asked) -> Checked {
    let text = text.into();
    let guessed = asked.lang.or_else(|| guess(&text));
    let lang = guessed.or(asked.fallback).unwrap_or(Lang::En);
    let mut context = Context::new(lang);
    context.channel = asked.channel;
    context.scenario = asked.scenario;
    let mut report = Lint::built_in().check_file(&text, &context);
    if let Some(least) = asked.least {
        report.findings.retain(|finding| finding.level >= least);
        report.allowed.retain(|finding| finding.level >= least);
    }
    Checked {
        path: path.into(),
        text,
        lang,
        report,
    }
}

/// How many open findings of this weight all files have.
#[must_use]
pub fn count(files: &[Checked], level: Level) -> usize {
    files.iter().map(|file| file.report.count(level)).sum()
}
