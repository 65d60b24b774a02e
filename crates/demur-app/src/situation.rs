//! Reads situations from YAML and JSON, with the place of every mistake.
//!
//! Owns the written form of a situation and the messages about it, `S001` to
//! `S013`. It does not know files, the clock or what an opinion is.

mod contradiction;
mod days;
mod facts;
mod inherited;
mod keys;
mod lines;
mod numbers;
mod profiles;
mod report;
mod sets;
mod slots;
mod text;
mod tree;
mod values;
mod wording;

use std::collections::BTreeMap;

use demur_engine::Situation;
use demur_lawbook::{FactId, Lawbook};
use demur_notice::Values;
use demur_syntax::{Diagnostic, FileId, Sources, Span};
use jiff::civil::Date;

pub use contradiction::contradiction;
pub use inherited::inherited;
pub use lines::{Line, Lines, read_lines};
pub use slots::read_values;

use report::Report;

/// Largest situation, in bytes. Whoever reads a file or a request need not take
/// in more than one byte above it: the rest is refused all the same.
pub const MAX_BYTES: usize = 1 << 20;

/// What holds when the situation does not say otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defaults {
    /// The day, when there is no `at`.
    pub day: Date,
    /// The place, when there is no `place`; unknown when absent.
    pub place: Option<String>,
}

/// A situation and where it says what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The situation.
    pub situation: Situation,
    /// Where its facts stand.
    pub places: Places,
    /// What notices about it are filled in with.
    pub notice: Values,
}

/// Where the parts of a situation stand in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The text.
    pub file: FileId,
    /// The facts that it gives, `place` among them.
    pub facts: BTreeMap<FactId, Span>,
    /// The profile, or the list of profiles.
    pub profile: Option<Span>,
}

/// Reads one situation and adds its text to `sources` under the name `path`.
///
/// A fact that is absent, `null` or `unknown` is unknown; where a profile gives
/// it, the profile holds.
///
/// # Errors
///
/// Everything that is wrong with it, in the order of the text.
pub fn read(
    sources: &mut Sources,
    path: &str,
    bytes: &[u8],
    lawbook: &Lawbook,
    defaults: &Defaults,
) -> Result<Read, Vec<Diagnostic>> {
    let text = text::decode(sources, path, bytes).map_err(|diagnostic| vec![*diagnostic])?;
    let file = sources.add(path, text);
    let mut report = Report::new(file);
    let read = tree::parse(text, &mut report)
        .and_then(|root| keys::situation(&root, lawbook, defaults, &mut report));
    match (read, report.finish()) {
        (Some(read), found) if found.is_empty() => Ok(read),
        (_, found) => Err(found),
    }
}
