//! The binary from outside: its output, its errors and its exit codes, by a small
//! law of its own.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod ask;
mod batch;
mod decide;
mod explain;
mod export;
mod law;
mod library;
mod lint;
mod mistakes;
mod mutate;
mod record;
mod refer;
mod support;
mod verdicts;
mod weave;
