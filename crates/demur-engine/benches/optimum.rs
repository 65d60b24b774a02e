//! How many questions the planner asks beside the fewest that will do, where these can be
//! reckoned. Prints a Markdown table.
//!
//! `cargo bench -p demur-engine --bench optimum`

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "what is not there stops the measurement"
)]

#[path = "../tests/laws/case.rs"]
#[expect(dead_code, reason = "tests look closer at a case")]
mod case;
#[path = "../tests/laws/optimum.rs"]
mod optimum;

fn main() {
    let found = optimum::measured();
    let mean = |sum: f64| sum / f64::from(found.packs);
    println!(
        "| {} made-up packs of 7 to 10 variables | mean questions |",
        found.packs
    );
    println!("|---|--:|");
    println!("| planner | {:.2} |", mean(found.planned));
    println!(
        "| optimum: every order tried, for every knowledge | {:.2} |",
        mean(found.best)
    );
    println!(
        "| planner by optimum (bar: at most 1.15) | {:.3} |",
        found.planned / found.best
    );
}
