//! The record with the engine, the built-in library and the notices: what only the joined parts
//! can show. Numbers PR-nn are those of `docs/privacy.md`.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod decisions;
mod explanation;
mod notices;
mod places;
mod support;
mod withheld;
