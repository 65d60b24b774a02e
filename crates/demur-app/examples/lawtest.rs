//! x
#![allow(
    clippy::all,
    clippy::pedantic,
    clippy::print_stdout,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason
)]
use demur_app::library::{self, LoadError};
use demur_syntax::render::{Style, render};
fn main() {
    let law = std::path::Path::new("law");
    let policy = std::env::args().nth(1);
    match library::load(
        Some(law),
        policy.as_ref().map(|p| std::path::Path::new(p.as_str())),
    ) {
        Err(LoadError::Broken {
            sources,
            diagnostics,
        }) => {
            for d in diagnostics.iter() {
                println!("{}", render(d, &sources, Style::Lines));
            }
        }
        Err(e) => println!("{e}"),
        Ok(lib) => {
            for d in &lib.warnings {
                println!("{}", render(d, &lib.sources, Style::Lines));
            }
            let t = std::time::Instant::now();
            let r = demur_app::examples::run(&lib.lawbook, |t| {
                demur_app::examples::belongs(&lib.lawbook, t)
            });
            for d in &r.diagnostics {
                println!("{}", render(d, &lib.sources, Style::Lines));
            }
            println!(
                "norms {} facts {} vars {} examples {} precedents {} failed {} in {:?}",
                lib.lawbook.norms.len(),
                lib.lawbook.facts.len(),
                lib.lawbook.variables.len(),
                r.examples,
                r.precedents,
                r.failed,
                t.elapsed()
            );
            for n in r.never_applied {
                println!("never applied: {}", lib.lawbook.norms[n].id);
            }
        }
    }
}
