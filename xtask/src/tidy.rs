//! `cargo xtask tidy`: what compiler and tests cannot see. One file a check.
//!
//! A check gets the texts of the project and returns findings; it prints nothing and changes
//! nothing. Only [`console`] can also rewrite, with `--update`.

mod absolute;
mod commands;
mod confidence;
mod console;
mod edges;
mod finding;
mod links;
mod markdown;
mod module_docs;
mod paths;
mod quotations;
mod words;

use crate::product::{Product, metadata};
use crate::repository::Repository;
use finding::Finding;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Mode {
    Check,
    /// Also rewrite the outputs that the pages show.
    Update,
}

const NO_TERMINAL: &str = "seeing what a person sees needs `script` of util-linux";

/// False when there is a finding; each is printed with its place and its mend.
pub(crate) fn run(mode: Mode, product: &Product) -> Result<bool, String> {
    let mut repository = Repository::open()?;
    let terminal = Product::has_terminal();
    if mode == Mode::Update {
        if !terminal {
            return Err(NO_TERMINAL.to_owned());
        }
        for path in console::update(&repository, product)? {
            println!("rewritten: {path}");
        }
        repository = Repository::open()?;
    }
    let workspace = metadata()?;
    let mut checks: Vec<(&str, Vec<Finding>)> = vec![
        ("crate edges", edges::check(&repository, &workspace)),
        ("paths in prose", paths::check(&repository)),
        ("links", links::check(&repository)),
        (
            "commands in prose",
            commands::check(&repository, &workspace, product),
        ),
        ("left-over words", words::check(&repository)),
        ("module docs", module_docs::check(&repository)),
        ("confidence of norms", confidence::check(&repository)),
        ("absolute paths", absolute::check(&repository)),
        ("quoted norms", quotations::check(&repository)),
    ];
    if terminal {
        checks.push(("shown outputs", console::check(&repository, product)?));
    } else {
        println!("shown outputs: skipped; {NO_TERMINAL}");
    }
    let mut count = 0;
    for (name, findings) in &checks {
        for finding in findings {
            eprintln!("{finding}\n");
        }
        count += findings.len();
        let verdict = match findings.len() {
            0 => "ok".to_owned(),
            1 => "1 finding".to_owned(),
            n => format!("{n} findings"),
        };
        println!("{name}: {verdict}");
    }
    Ok(count == 0)
}
