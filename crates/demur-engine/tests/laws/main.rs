//! What holds of every lawbook and every situation: the engine against brute force.
//!
//! Packs and situations are made up at random, always the same ones unless
//! `PROPTEST_RNG_SEED` is set; `PROPTEST_CASES` asks for more of them.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test should stop the test"
)]

mod agreement;
mod case;
mod explanation;
mod forms;
mod house;
mod interview;
mod optimum;
mod order;
mod plan;
mod small;
mod steps;
mod ways;
mod weighing;
