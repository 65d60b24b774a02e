//! The record as its users see it, on both databases. Tests named `pr_nn` show the requirement of
//! that number in `docs/privacy.md`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "what is not as it should be stops the test"
)]

mod access;
mod backups;
mod basis;
mod cases;
mod chain;
mod erasure;
mod faults;
mod kill;
mod migrations;
mod page;
mod retention;
mod schema;
mod support;
mod texts;
