//! Front matter: lines `key: value`, a small and safe part of YAML.

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::tree::{Entry, Text, Word};

/// Reads the lines of `span` in `text`.
pub(crate) fn parse(
    file: FileId,
    text: &str,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut start = span.start;
    for line in text
        .get(span.start..span.end)
        .unwrap_or_default()
        .split_inclusive('\n')
    {
        let line_span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        match entry(line, line_span) {
            Some(entry) => match entries
                .iter()
                .find(|other| other.key.text == entry.key.text)
            {
                Some(first) => diagnostics.push(
                    Diagnostic::error("E011", format!("`{}` is given twice", entry.key.text))
                        .at(file, entry.key.span, "again here")
                        .see(file, first.key.span, "first given here")
                        .help("keep one of the two"),
                ),
                None => entries.push(entry),
            },
            None => diagnostics.push(
                Diagnostic::error("E020", "this line of the front matter is not `key: value`")
                    .at(file, line_span, "expected a key, a colon and a value")
                    .help("write each entry on one line, for example `confidence: verified`"),
            ),
        }
    }
    entries
}

fn entry(line: &str, span: Span) -> Option<Entry> {
    let (before, after) = line.split_once(':')?;
    let key = before.trim();
    let well_formed = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let key_start = span.start + (before.len() - before.trim_start().len());
    let after_start = span.start + before.len() + 1;
    let raw = after.split(" #").next().unwrap_or_default();
    let value = raw.trim();
    let value_start = after_start + (raw.len() - raw.trim_start().len());
    well_formed.then(|| Entry {
        key: Word {
            text: key.to_owned(),
            span: Span::new(key_start, key_start + key.len()),
        },
        value: Text {
            value: value.to_owned(),
            span: Span::new(value_start, value_start + value.len()),
        },
    })
}
