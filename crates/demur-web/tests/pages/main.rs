//! The pages from outside: requests in, answers out, with a record and a house of their own.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod counter;
mod law;
mod policy;
mod providers;
mod sixty_seconds;
mod support;
