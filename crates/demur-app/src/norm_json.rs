//! A provision as JSON: its versions with their code and examples, and its parts.

use demur_lawbook::{Lawbook, NormId, Test};
use demur_syntax::{canonical_item, parse_document};
use serde_json::{Value, json};

use crate::library::Library;
use crate::vocabulary_json;

/// A provision in all its versions, with the ids of its parts; nothing when no norm is called so.
#[must_use]
pub fn provision(library: &Library, id: &str) -> Option<Value> {
    let versions: Vec<NormId> = library.lawbook.norms_named(id).collect();
    let parts = parts(&library.lawbook, id);
    if versions.is_empty() && parts.is_empty() {
        return None;
    }
    let versions: Vec<Value> = versions
        .iter()
        .map(|norm| version(library, *norm))
        .collect();
    Some(json!({ "norm": id, "versions": versions, "parts": parts }))
}

fn version(library: &Library, id: NormId) -> Value {
    let tests = examples(&library.lawbook, id).into_iter();
    let tests: Vec<_> = tests
        .map(
            |test| json!({ "title": test.title, "on": test.on.to_string(), "docket": test.docket }),
        )
        .collect();
    json!({
        "text": vocabulary_json::norm(&library.lawbook, id),
        "code": code(library, id),
        "examples": tests,
    })
}

/// Ids of the parts of a provision.
#[must_use]
pub fn parts<'l>(lawbook: &'l Lawbook, id: &str) -> Vec<&'l str> {
    let below = format!("{id}.");
    let mut parts: Vec<&str> = lawbook
        .norms
        .iter()
        .map(|(_, norm)| norm.id.as_str())
        .filter(|other| other.starts_with(&below))
        .collect();
    parts.dedup();
    parts
}

/// The code in canonical layout, read again from its text.
#[must_use]
pub fn code(library: &Library, id: NormId) -> String {
    let (file, span) = library.lawbook.norms[id].declared;
    let text = library
        .sources
        .source(file)
        .map_or("", |source| source.text.as_str());
    let (document, _) = parse_document(file, text);
    let item = document.items().find(|item| item.span == span);
    item.map_or_else(
        || {
            text.get(span.start..span.end)
                .unwrap_or_default()
                .to_owned()
        },
        canonical_item,
    )
}

/// The examples that stand in the same file.
#[must_use]
pub fn examples(lawbook: &Lawbook, id: NormId) -> Vec<&Test> {
    let file = lawbook.norms[id].declared.0;
    lawbook
        .tests
        .iter()
        .filter(|test| test.declared.0 == file)
        .collect()
}
