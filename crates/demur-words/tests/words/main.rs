//! Sentences over the built-in library: what is told is whole, in both languages, and knows no
//! commands when it is meant for pages.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod conditions;
mod errors;
mod opinions;
mod questions;
mod support;
