//! Directories as they are published, and who is found in them.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod formats;
mod hsds;
mod order;
mod rejected;
mod support;
