//! The record with the engine, the built-in library and the notices: what only the joined parts
//! can show. Numbers PR-nn are those of `docs/privacy.md`.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod decisions;
mod explanation;
mod heads;
mod notices;
mod places;
mod sentences;
mod support;
mod withheld;
