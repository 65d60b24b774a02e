//! Notices, and what the lint says of texts.

use serde_json::Value;
use utoipa::ToSchema;

use crate::api::schema::words::LevelName as LevelWord;

/// A notice.
#[derive(ToSchema)]
pub(crate) struct Notice {
    scenario: String,
    channel: String,
    lang: String,
    address: String,
    text: String,
    /// Its parts, in bytes of the text.
    parts: Vec<NoticePart>,
    /// Where something was filled in.
    slots: Vec<NoticeSlot>,
    /// Places that are open, by name.
    missing: Vec<String>,
    /// What the lint says of it.
    lint: Vec<NoticeFinding>,
    /// What staff should know about it.
    remarks: Vec<NoticeRemark>,
    /// What it had to contain.
    plan: Vec<NoticePlan>,
}

/// A part of a notice.
#[derive(ToSchema)]
pub(crate) struct NoticePart {
    part: String,
    start: usize,
    end: usize,
}

/// Something that was filled in.
#[derive(ToSchema)]
pub(crate) struct NoticeSlot {
    slot: String,
    start: usize,
    end: usize,
}

/// A finding in a notice.
#[derive(ToSchema)]
pub(crate) struct NoticeFinding {
    rule: String,
    level: LevelWord,
    message: String,
    start: usize,
    end: usize,
}

/// Something that staff should know; what belongs to it depends on what it is.
#[derive(ToSchema)]
pub(crate) struct NoticeRemark {
    remark: String,
}

/// A part and whether it is needed.
#[derive(ToSchema)]
pub(crate) struct NoticePlan {
    part: String,
    /// `must`, `may` or `not`, with the duty that says so where there is one.
    need: Value,
}

/// What the lint found.
#[derive(ToSchema)]
pub(crate) struct Lint {
    errors: usize,
    warnings: usize,
    infos: usize,
    files: Vec<LintedText>,
}

/// A text with what was found in it.
#[derive(ToSchema)]
pub(crate) struct LintedText {
    path: String,
    /// The language by which it was judged.
    lang: String,
    /// An error keeps it from going out.
    blocked: bool,
    /// How it reads; null below 60 words.
    readability: Option<Readability>,
    findings: Vec<Finding>,
    /// Allowed for a written reason.
    allowed: Vec<Finding>,
}

/// How a text reads.
#[derive(ToSchema)]
pub(crate) struct Readability {
    formula: String,
    value: f64,
    /// Above this it should be simplified.
    limit: f64,
    words: usize,
    sentences: usize,
}

/// Something that was found.
#[derive(ToSchema)]
pub(crate) struct Finding {
    rule: String,
    level: LevelWord,
    message: String,
    why: String,
    source: String,
    /// Null when the text as a whole is meant.
    place: Option<TextPlace>,
    slot: Option<String>,
    /// Words to put in its place.
    replace: Option<String>,
    /// What to do.
    advice: Option<String>,
    /// The written reason for which it is allowed.
    allowed: Option<String>,
}

/// A place in a text. Lines and columns from 1, columns in characters, offsets in bytes.
#[derive(ToSchema)]
pub(crate) struct TextPlace {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
}
