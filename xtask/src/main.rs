//! Chores of the repository, run as `cargo xtask NAME`. Never part of the product.
#![expect(
    clippy::print_stdout,
    reason = "a chore reports to the terminal that started it"
)]

mod api;
mod bench;
mod browser;
mod command;
mod fuzz;
mod mutate;
mod oracle;
mod product;
mod repository;
mod test;
mod tidy;

use std::process::ExitCode;

use product::Product;

/// Every chore, with what follows it on the command line and what it does.
const CHORES: &[(&str, &str, &str)] = &[
    (
        "test",
        "",
        "everything that has to pass before a change is merged",
    ),
    (
        "tidy",
        "[--update]",
        "what compiler and tests cannot see; --update rewrites shown outputs",
    ),
    (
        "browser",
        "[--headed] [NAME]",
        "the pages in Chromium: all tests, or those with NAME in their names",
    ),
    (
        "mutate",
        "",
        "whether the examples would notice a mistake in the law",
    ),
    (
        "fuzz",
        "[SECONDS]",
        "run each fuzz target for SECONDS (300 unless told)",
    ),
    (
        "api",
        "[SECONDS]",
        "the JSON API: example clients, and a fuzzer for SECONDS (60 unless told)",
    ),
    (
        "bench",
        "[SECTION]",
        "measure against other engines and write docs/benchmarks.md, or one section of it",
    ),
    (
        "oracle",
        "[SITUATIONS [SEED]]",
        "compare the engine with the reference and with Cedar (1000000 unless told)",
    ),
];

/// Zero: done. One: a check found something. Two: could not run.
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match *arguments.as_slice() {
        ["test"] => test::run(),
        ["tidy"] => Product::build().and_then(|product| tidy::run(tidy::Mode::Check, &product)),
        ["tidy", "--update"] => {
            Product::build().and_then(|product| tidy::run(tidy::Mode::Update, &product))
        }
        ["browser", ref arguments @ ..] => browser(arguments),
        ["mutate"] => mutate::run(),
        ["fuzz"] => fuzz::run(fuzz::DEFAULT_SECONDS),
        ["fuzz", seconds] => match seconds.parse() {
            Ok(seconds) => fuzz::run(seconds),
            Err(_) => Err(format!("`{seconds}` is not a whole number of seconds")),
        },
        ["api"] => api::run(api::DEFAULT_SECONDS),
        ["api", seconds] => match seconds.parse() {
            Ok(seconds) => api::run(seconds),
            Err(_) => Err(format!("`{seconds}` is not a whole number of seconds")),
        },
        ["bench"] => bench::run(None),
        ["bench", section] => bench::run(Some(section)),
        ["oracle"] => oracle::run(&[oracle::DEFAULT_SITUATIONS]),
        ["oracle", ref arguments @ ..] => oracle::run(arguments),
        [] | ["help" | "--help" | "-h"] => {
            print!("{}", help());
            Ok(true)
        }
        _ => Err(format!(
            "unknown chore `{}`\n\n{}",
            arguments.join(" "),
            help()
        )),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("error: {}", message.trim_end());
            ExitCode::from(2)
        }
    }
}

/// Builds the product as its users do, and tests it in a browser.
fn browser(arguments: &[&str]) -> Result<bool, String> {
    let wanted = browser::Wanted::read(arguments)?;
    let (passed, failed) = browser::run(&Product::build()?, &wanted)?;
    println!("{passed} passed, {failed} failed");
    Ok(failed == 0)
}

fn help() -> String {
    let mut text = String::from("Usage: cargo xtask CHORE\n\nChores:\n");
    for (name, rest, what) in CHORES {
        let call = format!("{name} {rest}");
        text.push_str(&format!("  {call:<27} {what}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_chore() {
        let text = help();
        for (name, ..) in CHORES {
            assert!(
                text.contains(&format!("\n  {name} ")),
                "{name} is missing from\n{text}"
            );
        }
    }
}
