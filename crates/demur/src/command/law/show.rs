//! `demur law show`: a norm with its code and its examples.

use std::io::Write;

use demur_app::lawbook::{Lawbook, NormId, Test};
use demur_app::library::Library;
use demur_app::syntax::{canonical_item, nearest, parse_document};
use serde_json::json;

use crate::context::{Context, Outcome};
use crate::document;
use crate::failure::Failure;
use crate::show::page::Page;
use demur_words::norm;

/// A norm: code, source, days, confidence, doubts, notes, examples
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur law show pl.kw.135")]
pub(crate) struct Args {
    /// Its id
    #[arg(value_name = "ID")]
    id: String,
}

/// Shows it, in all its versions.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let lawbook = &library.lawbook;
    let versions: Vec<NormId> = lawbook.norms_named(&args.id).collect();
    let parts = parts(lawbook, &args.id);
    if versions.is_empty() && parts.is_empty() {
        return Err(unknown(lawbook, &args.id, context));
    }
    if context.wants_json() {
        let documents: Vec<_> = versions
            .into_iter()
            .map(|norm| norm_document(&library, norm))
            .collect();
        let whole = json!({ "norm": args.id, "versions": documents, "parts": parts });
        writeln!(out, "{}", serde_json::to_string_pretty(&whole)?)?;
        return Ok(Outcome::Done);
    }
    let words = &context.words;
    let titles = norm::titles(words);
    let mut page = Page::new(context.look);
    for id in &versions {
        page.add(&norm::told(lawbook, *id, words).sheet(words));
        page.part(&titles.code);
        page.verbatim(&code(&library, *id));
    }
    if let Some(first) = versions.first() {
        page.part(&titles.examples);
        examples(lawbook, *first)
            .into_iter()
            .for_each(|test| page.item(&norm::example(words, test)));
    }
    if !parts.is_empty() {
        page.part(&titles.parts);
        parts.iter().for_each(|part| page.item(part));
    }
    out.write_all(page.finish().as_bytes())?;
    Ok(Outcome::Done)
}

/// Ids of the parts of a provision.
fn parts<'l>(lawbook: &'l Lawbook, id: &str) -> Vec<&'l str> {
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

fn unknown(lawbook: &Lawbook, id: &str, context: &Context) -> Failure {
    let words = &context.words;
    let near = nearest(id, lawbook.norms.iter().map(|(_, norm)| norm.id.as_str()));
    let help = match near {
        Some(near) => words.fill("error-did-you-mean", &[("near", near.into())]),
        None => words.say("error-see-lists"),
    };
    Failure::Said(format!(
        "{}; {help}",
        words.fill("error-unknown-name", &[("name", id.into())])
    ))
}

/// The code in canonical layout, read again from its text.
fn code(library: &Library, id: NormId) -> String {
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
fn examples(lawbook: &Lawbook, id: NormId) -> Vec<&Test> {
    let file = lawbook.norms[id].declared.0;
    lawbook
        .tests
        .iter()
        .filter(|test| test.declared.0 == file)
        .collect()
}

fn norm_document(library: &Library, id: NormId) -> serde_json::Value {
    let tests = examples(&library.lawbook, id).into_iter();
    let tests: Vec<_> = tests
        .map(
            |test| json!({ "title": test.title, "on": test.on.to_string(), "docket": test.docket }),
        )
        .collect();
    json!({
        "text": document::norm(&library.lawbook, id),
        "code": code(library, id),
        "examples": tests,
    })
}
