//! x
#![allow(clippy::all, clippy::pedantic, clippy::print_stdout, clippy::allow_attributes, clippy::allow_attributes_without_reason)]
use demur_app::library::{self, LoadError};
use demur_syntax::render::{Style, render};
fn main() {
    let law = std::path::Path::new("law");
    let policy = std::path::Path::new("examples/policy");
    match library::load(Some(law), Some(policy)) {
        Err(LoadError::Broken { sources, diagnostics }) => {
            for d in diagnostics.iter() { println!("{}", render(d, &sources, Style::Lines)); }
        }
        Err(e) => println!("{e}"),
        Ok(lib) => {
            for d in &lib.warnings { println!("{}", render(d, &lib.sources, Style::Lines)); }
            let t = std::time::Instant::now();
            let r = demur_app::examples::run(&lib.lawbook, |_| true);
            for d in &r.diagnostics { println!("{}", render(d, &lib.sources, Style::Lines)); }
            println!("norms {} facts {} vars {} examples {} precedents {} failed {} in {:?}", lib.lawbook.norms.len(), lib.lawbook.facts.len(), lib.lawbook.variables.len(), r.examples, r.precedents, r.failed, t.elapsed());
            for n in r.never_applied { println!("never applied: {}", lib.lawbook.norms[n].id); }
        }
    }
}
