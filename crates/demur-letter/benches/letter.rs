//! How long a letter and a counter notice take: the first of a process, then the usual one.
//!
//! `cargo bench -p demur-letter`. No framework: three figures of three pages, each the middle of
//! many runs, say enough, and what comes first cannot be repeated within a process.

#![expect(clippy::print_stdout, reason = "the figures are the result")]
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark of a page that cannot be made has nothing to say"
)]

#[expect(dead_code, reason = "the tests use all of the sample pages")]
#[path = "../tests/it/sample.rs"]
mod sample;

use std::hint::black_box;
use std::time::{Duration, Instant};

use demur_letter::{letter, poster};

const RUNS: usize = 40;

fn main() {
    let (short, long, notice) = (sample::polish(), sample::german(), sample::conduct());
    let began = Instant::now();
    let bytes = letter(&short).unwrap();
    println!(
        "first letter      {:>9.1?}  {} bytes",
        began.elapsed(),
        bytes.len()
    );
    report("letter, 1 page", || letter(&short).unwrap().len());
    report("letter, 3 pages", || letter(&long).unwrap().len());
    report("counter notice", || poster(&notice).unwrap().len());
}

fn report(name: &str, make: impl Fn() -> usize) {
    let mut times: Vec<Duration> = Vec::with_capacity(RUNS);
    let mut size = 0;
    for _ in 0..RUNS {
        let began = Instant::now();
        size = black_box(make());
        times.push(began.elapsed());
    }
    times.sort_unstable();
    let middle = times.get(RUNS / 2).copied().unwrap_or_default();
    println!("{name:<17} {middle:>9.1?}  {size} bytes");
}
