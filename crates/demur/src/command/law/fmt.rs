//! `demur law fmt`: the canonical layout of the code in packs.

use std::fs;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use demur_app::lawbook::PackFile;
use demur_app::library;
use demur_app::syntax::{Diagnostic, Sources, format_document, parse_document};
use serde_json::json;

use crate::command::given::{open, unreadable};
use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::diagnostics;
use crate::show::page::Page;

/// Format the code in packs; prose is never touched
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur law fmt --check law")]
pub(crate) struct Args {
    /// Only tell which files would change
    #[arg(long)]
    check: bool,
    /// Files or folders
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
}

/// What formatting led to.
#[derive(Default)]
struct Formatted {
    files: usize,
    changed: Vec<String>,
    sources: Sources,
    errors: Vec<Diagnostic>,
}

/// Formats them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let mut formatted = Formatted::default();
    for path in &args.paths {
        for file in files(path, context)? {
            formatted.take(&file, args.check, context)?;
        }
    }
    if context.wants_json() {
        let found = diagnostics::documents(&formatted.errors, &formatted.sources);
        let report =
            json!({ "files": formatted.files, "changed": formatted.changed, "diagnostics": found });
        writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
    } else {
        formatted.write(args.check, context, out)?;
    }
    let found = !formatted.errors.is_empty() || (args.check && !formatted.changed.is_empty());
    Ok(if found { Outcome::Found } else { Outcome::Done })
}

/// The Markdown files that a path stands for.
fn files(path: &Path, context: &Context) -> Result<Vec<PackFile>, Failure> {
    if path.is_dir() {
        let mut files = library::read_folder(path)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        return Ok(files);
    }
    let path = path.display().to_string();
    let mut text = String::new();
    open(&path, context)?
        .read_to_string(&mut text)
        .map_err(|error| unreadable(&path, &error, context))?;
    Ok(vec![PackFile { path, text }])
}

impl Formatted {
    fn take(&mut self, file: &PackFile, check: bool, context: &Context) -> Result<(), Failure> {
        self.files += 1;
        let id = self.sources.add(file.path.as_str(), file.text.as_str());
        let (document, found) = parse_document(id, &file.text);
        self.errors
            .extend(found.into_iter().filter(Diagnostic::is_error));
        let text = format_document(&file.text, &document);
        if text == file.text {
            return Ok(());
        }
        if !check {
            write_whole(&file.path, &text, context)?;
        }
        self.changed.push(file.path.clone());
        Ok(())
    }

    fn write(&self, check: bool, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
        let words = &context.words;
        diagnostics::write(&self.errors, &self.sources, context.look, out)?;
        let mut page = Page::new(context.look);
        let (each, counts) = if check {
            ("law-unformatted", "law-format-counts")
        } else {
            ("law-formatted", "law-format-done")
        };
        for path in &self.changed {
            page.paragraph(&words.fill(each, &[("path", path.as_str().into())]));
        }
        page.paragraph(&words.fill(
            counts,
            &[
                ("files", self.files.into()),
                ("changed", self.changed.len().into()),
            ],
        ));
        if check && !self.changed.is_empty() {
            page.paragraph(&words.say("law-format-hint"));
        }
        out.write_all(page.finish().as_bytes())?;
        Ok(())
    }
}

/// Writes beside the file first, so that a full disk does not leave half a norm.
fn write_whole(path: &str, text: &str, context: &Context) -> Result<(), Failure> {
    let beside = format!("{path}.new");
    fs::write(&beside, text)
        .and_then(|()| fs::rename(&beside, path))
        .map_err(|error| {
            let gaps = [("path", path.into()), ("reason", error.to_string().into())];
            Failure::Said(context.words.fill("error-unwritable", &gaps))
        })
}
