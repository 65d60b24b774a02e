//! `demur law check`: do the packs compile?

use std::io::Write;
use std::path::PathBuf;

use demur_app::lawbook::Lawbook;
use demur_app::library::{self, Library, LoadError};
use demur_app::syntax::{Diagnostic, Sources};
use serde_json::json;

use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::diagnostics;
use crate::show::page::Page;

/// Compile the packs and show what is wrong with them
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur law check law examples/policy")]
pub(crate) struct Args {
    /// Folders with packs, compiled together [default: the library]
    #[arg(value_name = "DIR")]
    folders: Vec<PathBuf>,
}

/// Checks them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    match load(args, context) {
        Ok(Library {
            sources,
            lawbook,
            warnings,
        }) => {
            report(&warnings, &sources, Some(&lawbook), context, out)?;
            Ok(Outcome::Done)
        }
        Err(LoadError::Broken {
            sources,
            diagnostics,
        }) => {
            report(&diagnostics, &sources, None, context, out)?;
            Ok(Outcome::Found)
        }
        Err(unreadable @ LoadError::Unreadable { .. }) => Err(unreadable.into()),
    }
}

fn load(args: &Args, context: &Context) -> Result<Library, LoadError> {
    if args.folders.is_empty() {
        return library::load(context.law.as_deref(), context.policy.as_deref());
    }
    let mut files = Vec::new();
    for folder in &args.folders {
        files.extend(library::read_folder(folder)?);
    }
    let policy = context
        .policy
        .as_deref()
        .map(library::read_folder)
        .transpose()?;
    library::compile(files, policy.unwrap_or_default())
}

fn report(
    found: &[Diagnostic],
    sources: &Sources,
    lawbook: Option<&Lawbook>,
    context: &Context,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let errors = found.iter().filter(|each| each.is_error()).count();
    let warnings = found.len() - errors;
    if context.wants_json() {
        let counts = lawbook.map(|lawbook| {
            json!({
                "packs": lawbook.packs.len(), "norms": lawbook.norms.len(), "facts": lawbook.facts.len(),
                "tests": lawbook.tests.len(), "hash": lawbook.hash,
            })
        });
        let found = diagnostics::documents(found, sources);
        let report = json!({ "errors": errors, "warnings": warnings, "lawbook": counts, "diagnostics": found });
        writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
        return Ok(());
    }
    diagnostics::write(found, sources, context.look, out)?;
    let words = &context.words;
    let mut page = Page::new(context.look);
    if let Some(lawbook) = lawbook {
        page.paragraph(&words.fill(
            "law-counts",
            &[
                ("packs", lawbook.packs.len().into()),
                ("norms", lawbook.norms.len().into()),
                ("facts", lawbook.facts.len().into()),
                ("tests", lawbook.tests.len().into()),
            ],
        ));
    }
    page.paragraph(&words.fill(
        "law-found",
        &[("errors", errors.into()), ("warnings", warnings.into())],
    ));
    out.write_all(page.finish().as_bytes())?;
    Ok(())
}
