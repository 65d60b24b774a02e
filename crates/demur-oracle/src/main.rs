//! `demur-oracle SITUATIONS [SEED]`: compares every form of the built-in library's law
//! with the reference. Exit codes: 0 they agree, 1 they do not, 2 could not run.
#![expect(
    clippy::print_stdout,
    reason = "a chore reports to the terminal that started it"
)]

use std::process::ExitCode;

use demur_oracle::run::{Plan, run};

/// Most situations that also go through Cedar, to an opinion, and with unknown facts.
const THROUGH_CEDAR: u64 = 100_000;
const THROUGH_OPINIONS: u64 = 1_000;
const PARTIAL: u64 = 1_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match plan(&arguments) {
        Ok(plan) => compare(plan),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn plan(arguments: &[String]) -> Result<Plan, String> {
    let number = |text: &String| {
        text.parse::<u64>()
            .map_err(|_| format!("`{text}` is not a whole number"))
    };
    let (situations, seed) = match arguments {
        [situations] => (number(situations)?, 1),
        [situations, seed] => (number(situations)?, number(seed)?),
        _ => return Err("say how many situations, and a seed if you wish".to_owned()),
    };
    Ok(Plan {
        situations,
        cedar: situations.min(THROUGH_CEDAR),
        opinions: (situations / 10).min(THROUGH_OPINIONS),
        partial: (situations / 10).min(PARTIAL),
        seed,
        threads: std::thread::available_parallelism().map_or(1, usize::from),
    })
}

fn compare(plan: Plan) -> ExitCode {
    let library = match demur_app::library::load(None, None) {
        Ok(library) => library,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::from(2);
        }
    };
    let report = run(&library.lawbook, plan);
    println!("{report}");
    if report.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}
