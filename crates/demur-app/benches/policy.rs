//! How long it takes to check a house policy against the built-in library, beside reading the
//! library. Prints a Markdown table.
//!
//! `cargo bench -p demur-app --bench policy`

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what is not there stops the measurement"
)]

#[path = "policy/house.rs"]
mod house;

use std::time::{Duration, Instant};

use demur_app::library::{self, Library};
use demur_app::proof::prover::{Proof, Request, prove};
use demur_lawbook::PackFile;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 22);
const RUNS: usize = 15;
/// Checking every day takes longer, and is not done while somebody waits.
const RUNS_OF_ALL_DAYS: usize = 5;

fn main() {
    println!(
        "| norms | library read and compiled | check, law of today | norms found fault with | check, law of all days |"
    );
    println!("|--:|--:|--:|--:|--:|");
    for norms in [8, 20, 50] {
        let files = library::built_in();
        let own = house::policy(norms);
        let all: Vec<PackFile> = [files.clone(), own.clone()].concat();
        let compiled = || library::compile(files.clone(), own.clone()).unwrap();
        let library = compiled();
        let reading = median(RUNS, || drop(compiled()));
        let check = |at| proof(&library, &all, at);
        let found = check(Some(TODAY));
        assert!(found.mismatches.is_empty(), "{:?}", found.mismatches);
        println!(
            "| {norms} | {} | {} | {} | {} |",
            shown(reading),
            shown(median(RUNS, || drop(check(Some(TODAY))))),
            found.findings.len(),
            shown(median(RUNS_OF_ALL_DAYS, || drop(check(None)))),
        );
    }
}

fn proof(library: &Library, files: &[PackFile], at: Option<Date>) -> Proof {
    prove(&Request {
        lawbook: &library.lawbook,
        files,
        today: TODAY,
        at,
        policy_only: true,
        pack: None,
    })
}

fn median(runs: usize, mut done: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            done();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(runs / 2).copied().unwrap()
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
