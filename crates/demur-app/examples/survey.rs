//! x
#![allow(
    clippy::all,
    clippy::print_stdout,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason
)]
use demur_syntax::render::{Style, render};
fn main() {
    let lib = demur_app::library::load(Some(std::path::Path::new("law")), None)
        .map_err(|e| e.to_string())
        .unwrap();
    let t = std::time::Instant::now();
    for d in demur_app::checks::survey(&lib.lawbook) {
        println!("{}", render(&d, &lib.sources, Style::Lines));
    }
    println!("{:?}", t.elapsed());
}
