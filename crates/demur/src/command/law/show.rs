//! `demur law show`: a norm with its code and its examples.

use std::io::Write;

use demur_app::lawbook::{Lawbook, NormId};
use demur_app::norm_json::{self, code, examples, parts};
use demur_app::syntax::nearest;

use crate::context::{Context, Outcome};
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
        let whole = norm_json::provision(&library, &args.id);
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
