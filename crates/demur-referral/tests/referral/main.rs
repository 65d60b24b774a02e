//! Directories as they are published, and who is found in them.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a broken assumption in a test should stop the test"
)]

mod formats;
mod hsds;
mod order;
mod rejected;
mod support;
