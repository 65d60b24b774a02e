//! `demur law test`: do the examples and precedents hold?

use std::io::Write;

use demur_app::examples::{self, Report};
use demur_app::lawbook::{Lawbook, Test};
use demur_app::library::Library;
use demur_app::syntax::Sources;
use serde_json::json;

use super::{folder_of, known_pack};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::diagnostics;
use crate::show::page::Page;

/// Run all examples and precedents
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur law test pl.kw.135")]
pub(crate) struct Args {
    /// Only those of this pack
    #[arg(long, value_name = "PACK")]
    pack: Option<String>,
    /// Only those with this in their title, docket, file or the id of their provision
    #[arg(value_name = "FILTER")]
    filter: Option<String>,
}

/// Runs them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let library = context.library()?;
    let lawbook = &library.lawbook;
    known_pack(lawbook, args.pack.as_deref(), context)?;
    let folder = args
        .pack
        .as_deref()
        .and_then(|pack| folder_of(&library.sources, pack));
    let wanted = |test: &Test| {
        let path = path(&library.sources, test);
        folder
            .as_ref()
            .is_none_or(|folder| path.starts_with(folder.as_str()))
            && args
                .filter
                .as_ref()
                .is_none_or(|filter| fits(test, path, filter))
    };
    let report = examples::run(lawbook, wanted);
    let passed = report.examples + report.precedents;
    if let Some(filter) = args.filter.as_ref().filter(|_| passed + report.failed == 0) {
        return Err(Failure::Said(
            context
                .words
                .fill("law-no-tests", &[("filter", filter.as_str().into())]),
        ));
    }
    let never = never_applied(lawbook, &report, args);
    if context.wants_json() {
        write_json(&report, &never, &library.sources, out)?;
    } else {
        write(&report, &never, &library, context, out)?;
    }
    Ok(if report.failed == 0 {
        Outcome::Done
    } else {
        Outcome::Found
    })
}

fn path<'s>(sources: &'s Sources, test: &Test) -> &'s str {
    sources
        .source(test.declared.0)
        .map_or("", |source| source.path.as_str())
}

/// Whether a test is meant. The id of a provision is the path of its file, with dots.
fn fits(test: &Test, path: &str, filter: &str) -> bool {
    let docket = test.docket.as_deref().unwrap_or_default();
    let case = test.case.as_deref().unwrap_or_default();
    let id = path.strip_suffix(".md").unwrap_or(path).replace('/', ".");
    [test.title.as_str(), docket, case, path, &id]
        .into_iter()
        .any(|text| text.contains(filter))
}

/// Norms that apply in no example; a part of the examples cannot tell.
fn never_applied<'l>(lawbook: &'l Lawbook, report: &Report, args: &Args) -> Vec<&'l str> {
    if args.filter.is_some() {
        return Vec::new();
    }
    let of_pack = |id: &demur_app::lawbook::NormId| {
        let pack = &lawbook.packs[lawbook.norms[*id].pack].id;
        args.pack.as_ref().is_none_or(|wanted| wanted == pack)
    };
    report
        .never_applied
        .iter()
        .filter(|id| of_pack(id))
        .map(|id| lawbook.norms[*id].id.as_str())
        .collect()
}

fn write(
    report: &Report,
    never: &[&str],
    library: &Library,
    context: &Context,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    diagnostics::write(&report.diagnostics, &library.sources, context.look, out)?;
    let words = &context.words;
    let mut page = Page::new(context.look);
    page.paragraph(&words.fill(
        "law-tested",
        &[
            ("examples", report.examples.into()),
            ("precedents", report.precedents.into()),
            ("failed", report.failed.into()),
        ],
    ));
    if !never.is_empty() {
        let gaps = [
            ("n", never.len().into()),
            ("norms", never.join(", ").into()),
        ];
        page.paragraph(&words.fill("law-never", &gaps));
    }
    out.write_all(page.finish().as_bytes())?;
    Ok(())
}

fn write_json(
    report: &Report,
    never: &[&str],
    sources: &Sources,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let found = diagnostics::documents(&report.diagnostics, sources);
    let document = json!({
        "examples": report.examples, "precedents": report.precedents, "failed": report.failed,
        "never_applied": never, "diagnostics": found,
    });
    writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
    Ok(())
}
