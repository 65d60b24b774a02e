//! Diagnostics as JSON, for editors and programs.

use demur_syntax::{Diagnostic, Place, Severity, Sources};
use serde::Serialize;

/// A diagnostic with its places as people count them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiagnosticDocument<'a> {
    /// Stable code; `demur explain CODE` describes it.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// One line: what is wrong.
    pub message: &'a str,
    /// Where; all its parts are null when the whole input is meant.
    #[serde(flatten)]
    pub place: PlaceDocument<'a>,
    /// Other places that explain it.
    pub related: Vec<PlaceDocument<'a>>,
    /// What to do.
    pub help: &'a [String],
}

/// A place in a text. Lines and columns start at 1, columns count characters, and
/// the end is the first character after the place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PlaceDocument<'a> {
    /// The text's name.
    pub path: Option<&'a str>,
    /// First line.
    pub line: Option<usize>,
    /// First column.
    pub column: Option<usize>,
    /// Last line.
    pub end_line: Option<usize>,
    /// First column after the place.
    pub end_column: Option<usize>,
    /// What is to be seen there.
    pub label: Option<&'a str>,
}

/// The JSON shape of a diagnostic.
#[must_use]
pub fn document<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> DiagnosticDocument<'a> {
    let place = |place: &'a Place| place_document(place, sources);
    DiagnosticDocument {
        code: diagnostic.code.0,
        severity: match diagnostic.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        },
        message: &diagnostic.message,
        place: diagnostic.place.as_ref().map(place).unwrap_or_default(),
        related: diagnostic.related.iter().map(place).collect(),
        help: &diagnostic.help,
    }
}

fn place_document<'a>(place: &'a Place, sources: &'a Sources) -> PlaceDocument<'a> {
    let Some(source) = sources.source(place.file) else {
        return PlaceDocument::default();
    };
    let span = source.clamp(place.span);
    let (start, end) = (source.line_column(span.start), source.line_column(span.end));
    PlaceDocument {
        path: Some(&source.path),
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
        label: Some(place.label.as_str()).filter(|label| !label.is_empty()),
    }
}
