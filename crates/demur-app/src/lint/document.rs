//! What the lint found, as JSON.

use demur_notice::Lang;
use demur_notice::lint::{Finding, Level, Place, Rewrite, Rule, Wording};
use serde::Serialize;

use super::{Checked, count};

/// All files.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LintDocument<'a> {
    /// Open findings of this weight.
    pub errors: usize,
    /// Open findings of this weight.
    pub warnings: usize,
    /// Open findings of this weight.
    pub infos: usize,
    /// Each file, in the order in which they were named.
    pub files: Vec<FileDocument<'a>>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FileDocument<'a> {
    /// How people call it.
    pub path: &'a str,
    /// The language by which it was judged.
    pub lang: &'static str,
    /// Whether an error keeps it from going out.
    pub blocked: bool,
    /// How it reads; null below 60 words.
    pub readability: Option<ReadabilityDocument>,
    /// What was found, in the order of the text.
    pub findings: Vec<FindingDocument<'a>>,
    /// What was found and is allowed for a written reason.
    pub allowed: Vec<FindingDocument<'a>>,
}

/// How a text reads.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReadabilityDocument {
    /// The name of the formula.
    pub formula: &'static str,
    /// Its value.
    pub value: f64,
    /// Above this it should be simplified.
    pub limit: f64,
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingDocument<'a> {
    /// The rule; `demur explain RULE` describes it.
    pub rule: &'a str,
    /// `error`, `warn` or `info`.
    pub level: &'static str,
    /// What is wrong.
    pub message: &'a str,
    /// Why it matters.
    pub why: &'a str,
    /// On what the rule rests.
    pub source: &'a str,
    /// Where; null when the text as a whole is meant.
    pub place: Option<SpanDocument>,
    /// The slot in whose value it stands.
    pub slot: Option<&'a str>,
    /// Words to put in its place, in the language of the text.
    pub replace: Option<&'a str>,
    /// What to do, in the language of the interface.
    pub advice: Option<&'a str>,
    /// The written reason for which it is allowed.
    pub allowed: Option<&'a str>,
}

/// A place in a text. Lines and columns start at 1, columns count characters, offsets bytes, and
/// the end is the first character after the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SpanDocument {
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// First column after the place.
    pub end_column: usize,
    /// First byte.
    pub start: usize,
    /// First byte after the place.
    pub end: usize,
}

/// A rule, with its reason and its examples.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RuleDocument<'a> {
    /// Such as `RM-L01`.
    pub rule: &'a str,
    /// Such as `no-protected-characteristic`.
    pub name: &'a str,
    /// What it weighs where nothing else is said: `error`, `warn` or `info`.
    pub level: &'static str,
    /// Whether nobody may allow what it finds.
    pub binding: bool,
    /// To which channels, scenarios and languages it applies.
    pub applies: String,
    /// What it is about.
    pub title: Wording,
    /// Why it matters.
    pub why: Wording,
    /// What to write instead.
    pub hint: Wording,
    /// On what it rests.
    pub source: &'a str,
    /// Texts that it finds and spares.
    pub examples: Vec<ExampleDocument<'a>>,
}

/// A text that a rule finds, and one that it spares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExampleDocument<'a> {
    /// The language of both.
    pub lang: &'static str,
    /// It is found.
    pub bad: &'a str,
    /// It is not found.
    pub good: &'a str,
}

/// The JSON shape of a rule.
#[must_use]
pub fn rule_document(rule: &Rule) -> RuleDocument<'_> {
    let examples = Lang::ALL.into_iter().filter_map(|lang| {
        Some(ExampleDocument {
            lang: lang.code(),
            bad: rule.bad(lang)?.text,
            good: rule.good(lang)?.text,
        })
    });
    RuleDocument {
        rule: rule.id(),
        name: rule.name(),
        level: rule.level().name(),
        binding: rule.is_binding(),
        applies: rule.scope(),
        title: rule.title(),
        why: rule.why(),
        hint: rule.hint(),
        source: rule.source(),
        examples: examples.collect(),
    }
}

/// The JSON shape of what was found, in a language of the interface.
#[must_use]
pub fn document(files: &[Checked], lang: Lang) -> LintDocument<'_> {
    LintDocument {
        errors: count(files, Level::Error),
        warnings: count(files, Level::Warn),
        infos: count(files, Level::Info),
        files: files.iter().map(|each| file(each, lang)).collect(),
    }
}

fn file(file: &Checked, lang: Lang) -> FileDocument<'_> {
    FileDocument {
        path: &file.path,
        lang: file.lang.code(),
        blocked: file.report.is_blocked(),
        readability: file.report.readability.map(|measured| ReadabilityDocument {
            formula: measured.formula.name(),
            value: (measured.value * 10.0).round() / 10.0,
            limit: measured.limit,
            words: measured.words,
            sentences: measured.sentences,
        }),
        findings: findings(&file.report.findings, file, lang),
        allowed: findings(&file.report.allowed, file, lang),
    }
}

fn findings<'a>(found: &'a [Finding], file: &Checked, lang: Lang) -> Vec<FindingDocument<'a>> {
    let documents = found.iter().map(|each| finding(each, &file.text, lang));
    documents.collect()
}

fn finding<'a>(found: &'a Finding, text: &str, lang: Lang) -> FindingDocument<'a> {
    let (replace, advice) = match &found.suggestion {
        Some(Rewrite::Replace(words)) => (Some(words.as_str()), None),
        Some(Rewrite::Advise(advice)) => (None, Some(advice.say(lang))),
        None => (None, None),
    };
    FindingDocument {
        rule: &found.rule,
        level: found.level.name(),
        message: found.message.say(lang),
        why: found.why.say(lang),
        source: &found.source,
        place: (!found.place.is_whole()).then(|| span(&found.place, text)),
        slot: found.slot.as_deref(),
        replace,
        advice,
        allowed: found.allowed.as_deref(),
    }
}

/// A place with its end.
pub(super) fn span(place: &Place, text: &str) -> SpanDocument {
    let end = Place::new(text, place.range.end..place.range.end);
    SpanDocument {
        line: place.line,
        column: place.column,
        end_line: end.line,
        end_column: end.column,
        start: place.range.start,
        end: place.range.end,
    }
}
