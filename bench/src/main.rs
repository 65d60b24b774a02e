//! Measures this project's engine against others, on the same norms and the same situations.
//!
//! `demur-bench SECTION` prints one section of `docs/benchmarks.md` to standard output;
//! `cargo xtask bench` puts it there.

mod agreement;
mod engines;
mod memory;
mod norms;
mod random;
mod sections;
mod table;
mod timing;

use std::process::ExitCode;

#[global_allocator]
static HEAP: memory::Counting = memory::Counting;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let section = match arguments.as_slice() {
        ["decide"] => sections::decide::section(),
        ["library"] => sections::decide::library(),
        ["batch"] => sections::batch::section(),
        ["load"] => sections::load::section(),
        _ => Err("which section? decide, library, batch or load".to_owned()),
    };
    match section {
        Ok(text) => {
            println!("{}", text.trim_end());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}
