//! `cargo xtask test`: everything that has to pass before a change is merged, cheapest first.

use std::ffi::OsString;
use std::process::Command;
use std::time::Instant;

use crate::api;
use crate::browser;
use crate::command;
use crate::oracle;
use crate::product::{Product, cargo};
use crate::repository::root;
use crate::tidy;

/// Cargo's arguments. The law is read from its folder, so that a file added since the last build
/// counts.
const STEPS: &[(&str, &[&str])] = &[
    ("format", &["fmt", "--all", "--check"]),
    (
        "lints",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    ),
    (
        "lock file of the benchmarks",
        &[
            "update",
            "--workspace",
            "--locked",
            "--manifest-path",
            "bench/Cargo.toml",
        ],
    ),
];

/// Not the oracle: Cedar switches on features of crates that the product shares with it.
const TESTS: (&str, &[&str]) = (
    "tests",
    &[
        "test",
        "--workspace",
        "--exclude",
        "demur-oracle",
        "--no-fail-fast",
    ],
);

/// The only step that compiles Cedar to run it.
const ORACLE_TESTS: &[&str] = &[
    "test",
    "--profile",
    oracle::PROFILE,
    "--package",
    "demur-oracle",
];

/// What the product is asked about the library.
const LAW_STEPS: &[(&str, &str)] = &[
    ("law: check", "law check --law law"),
    ("law: layout", "law fmt --check law examples/policy"),
    (
        "law and example policy: examples, precedents and checks",
        "law test --law law --policy examples/policy",
    ),
    // One day: the law of the date of the packs. Every day takes minutes.
    ("law: proof", "law prove --law law --at 2026-11-22"),
    (
        "example policy: proof",
        "law prove --law law --policy examples/policy",
    ),
];

/// Component of the toolchain, and the subcommand that it brings.
const COMPONENTS: &[(&str, &str)] = &[("rustfmt", "fmt"), ("clippy", "clippy")];

/// False at the first step that fails. The last line sums the tests, whatever happened.
pub(crate) fn run() -> Result<bool, String> {
    let mut counts = Counts::default();
    let outcome = steps(&mut counts);
    println!();
    if let Ok(Some(failed)) = &outcome {
        println!("failed at: {failed}");
    }
    println!("{} passed, {} failed", counts.passed, counts.failed);
    outcome.map(|failed| failed.is_none())
}

/// The heading of the step that failed.
fn steps(counts: &mut Counts) -> Result<Option<&'static str>, String> {
    for (component, subcommand) in COMPONENTS {
        if !command::answers(cargo().args([subcommand, "--version"])) {
            println!("== installing the component {component}");
            let mut rustup = Command::new("rustup");
            if !command::succeeds(rustup.args(["component", "add", component]))? {
                return Err(format!(
                    "install {component} for this toolchain, then start again"
                ));
            }
        }
    }
    for (heading, arguments) in STEPS {
        if !step(heading, arguments, &[], counts)? {
            return Ok(Some(heading));
        }
    }
    println!("\n== for the API: its clients and its fuzzer");
    let outside = timed(|| api::fetched(api::DEFAULT_SECONDS))?;
    let (heading, arguments) = TESTS;
    if !step(heading, arguments, &outside, counts)? {
        return Ok(Some(heading));
    }
    let product = Product::built()?;
    for (heading, line) in LAW_STEPS {
        println!("\n== {heading}: demur {line}");
        let mut demur = product.command();
        demur.args(line.split(' '));
        if !timed(|| command::watch(&mut demur, |_| {}))? {
            return Ok(Some(heading));
        }
    }
    println!("\n== tidy: cargo xtask tidy");
    if !timed(|| tidy::run(tidy::Mode::Check, &product))? {
        return Ok(Some("tidy"));
    }
    println!("\n== in a browser: cargo xtask browser");
    let (passed, failed) = timed(|| browser::run(&product, &browser::Wanted::default()))?;
    counts.passed += passed;
    counts.failed += failed;
    if failed > 0 {
        return Ok(Some("in a browser"));
    }
    let comparison = [oracle::RUN, &[oracle::DEFAULT_SITUATIONS]].concat();
    for (heading, arguments) in [
        ("oracle: tests", ORACLE_TESTS),
        ("oracle: engine, reference and Cedar", &comparison),
    ] {
        if !step(heading, arguments, &[], counts)? {
            return Ok(Some(heading));
        }
    }
    Ok(None)
}

fn step(
    heading: &str,
    arguments: &[&str],
    variables: &[(&str, OsString)],
    counts: &mut Counts,
) -> Result<bool, String> {
    let mut step = cargo();
    step.current_dir(root()).args(arguments);
    step.envs(variables.iter().cloned());
    println!("\n== {heading}: cargo {}", arguments.join(" "));
    timed(|| command::watch(&mut step, |line| counts.add(line)))
}

/// Says afterwards how long it took.
fn timed<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let outcome = work();
    println!("== took {} s", start.elapsed().as_secs());
    outcome
}

/// Sums over the lines `test result: ok. 3 passed; 0 failed; …`.
#[derive(Debug, Default, PartialEq)]
struct Counts {
    passed: usize,
    failed: usize,
}

impl Counts {
    fn add(&mut self, line: &str) {
        let Some((_, results)) = line.split_once("test result: ") else {
            return;
        };
        for part in results.split(['.', ';']) {
            match part.trim().split_once(' ') {
                Some((count, "passed")) => self.passed += count.parse().unwrap_or(0),
                Some((count, "failed")) => self.failed += count.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_summed_over_all_lines() {
        let mut counts = Counts::default();
        counts.add("running 12 tests");
        counts.add("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out");
        counts.add("test result: FAILED. 3 passed; 2 failed; 0 ignored; finished in 0.01s");
        counts.add("test passed");
        assert_eq!(
            counts,
            Counts {
                passed: 15,
                failed: 2
            }
        );
    }
}
