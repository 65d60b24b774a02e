//! `demur law weave`: the library as a folder of web pages.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use demur_app::library;
use demur_app::weave::{Page as WebPage, weave};
use serde_json::json;

use crate::context::{Context, Outcome};
use crate::failure::Failure;
use crate::show::page::Page;

/// Write the library as web pages that need no server
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: demur law weave --out pages")]
pub(crate) struct Args {
    /// Folder for the pages, new, empty or of an earlier weave
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// The page to start with.
const START: &str = "index.html";
/// The folder of the provisions below that of the pages.
const PROVISIONS: &str = "law";
/// Stands in the title of every page, so also in those of an earlier weave.
const TITLE: &str = "Demur law library</title>";

/// Writes them.
pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let folder = &args.out;
    may_write(folder, context)?;
    let pages = pages(context)?;
    write(folder, &pages)
        .and_then(|()| remove_stale(folder, &pages))
        .map_err(|(path, error)| unwritable(&path, &error, context))?;
    let count = pages.iter().filter(|page| is_html(&page.path)).count();
    let start = folder.join(START).display().to_string();
    if context.wants_json() {
        writeln!(out, "{}", json!({ "pages": count, "start": start }))?;
        return Ok(Outcome::Done);
    }
    let gaps = [("n", count.into()), ("start", start.into())];
    let mut page = Page::new(context.look);
    page.paragraph(&context.words.fill("law-woven", &gaps));
    out.write_all(page.finish().as_bytes())?;
    Ok(Outcome::Done)
}

fn pages(context: &Context) -> Result<Vec<WebPage>, Failure> {
    let mut files = match &context.law {
        Some(folder) => library::read_folder(folder)?,
        None => library::built_in(),
    };
    let policy = context
        .policy
        .as_deref()
        .map(library::read_folder)
        .transpose()?
        .unwrap_or_default();
    let library = library::compile(files.clone(), policy.clone())?;
    files.extend(policy);
    Ok(weave(&library, &files))
}

/// Nothing that was not woven is mixed with the pages, and nothing of it is overwritten.
fn may_write(folder: &Path, context: &Context) -> Result<(), Failure> {
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(unwritable(folder, &error, context)),
    };
    let earlier = fs::read_to_string(folder.join(START)).is_ok_and(|page| page.contains(TITLE));
    if earlier || entries.next().is_none() {
        return Ok(());
    }
    let path = folder.display().to_string();
    Err(Failure::Said(
        context
            .words
            .fill("error-not-woven", &[("path", path.into())]),
    ))
}

fn write(folder: &Path, pages: &[WebPage]) -> Result<(), (PathBuf, io::Error)> {
    for page in pages {
        let path = folder.join(&page.path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, &page.bytes))
            .map_err(|error| (path, error))?;
    }
    Ok(())
}

/// Removes the pages of provisions that an earlier weave had and the library no longer has.
fn remove_stale(folder: &Path, pages: &[WebPage]) -> Result<(), (PathBuf, io::Error)> {
    let woven: BTreeSet<PathBuf> = pages.iter().map(|page| folder.join(&page.path)).collect();
    let mut folders = vec![folder.join(PROVISIONS)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.map_err(|error| (folder.clone(), error))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if is_html(&path.to_string_lossy()) && !woven.contains(&path) {
                fs::remove_file(&path).map_err(|error| (path, error))?;
            }
        }
    }
    Ok(())
}

fn is_html(path: &str) -> bool {
    path.ends_with(".html")
}

fn unwritable(path: &Path, error: &io::Error, context: &Context) -> Failure {
    let gaps = [
        ("path", path.display().to_string().into()),
        ("reason", error.to_string().into()),
    ];
    Failure::Said(context.words.fill("error-unwritable", &gaps))
}
