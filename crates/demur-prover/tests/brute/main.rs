//! The prover against the reference evaluator, which visits every world one by one.

#![expect(
    clippy::panic,
    reason = "a broken assumption in a test should stop the test"
)]

mod checks;
mod differences;
mod planted;
mod policies;

use demur_lawbook::{Lawbook, PackFile};
use demur_prover::{Proof, Request, prove};
use demur_testkit::packs::{self, Packs, Recipe};
use jiff::civil::Date;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

/// Checks that `holds` in many made-up lawbooks.
fn check(cases: u32, holds: impl Fn(&Packs, Date) -> Result<(), TestCaseError>) {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 200,
        rng_seed: RngSeed::Fixed(7),
        ..Config::default()
    };
    let tried = TestRunner::new(config).run(&(packs::packs(), packs::bytes()), |(packs, bytes)| {
        holds(&packs, packs::day(&mut Recipe::new(&bytes)))
    });
    match tried {
        Ok(()) => {}
        Err(TestError::Fail(why, (packs, bytes))) => {
            panic!(
                "{why}\non {}\nin {packs:?}",
                packs::day(&mut Recipe::new(&bytes))
            );
        }
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

fn compile(files: Vec<PackFile>) -> Lawbook {
    let compiled = demur_lawbook::compile(files);
    compiled
        .lawbook
        .unwrap_or_else(|| panic!("a made-up pack has errors: {:#?}", compiled.diagnostics))
}

/// What the prover says of the law of one day.
fn proof(lawbook: &Lawbook, files: &[PackFile], day: Date) -> Proof {
    prove(&Request {
        lawbook,
        files,
        today: day,
        at: Some(day),
        policy_only: false,
        pack: None,
    })
}
