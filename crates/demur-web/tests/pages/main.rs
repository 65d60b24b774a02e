//! The pages from outside: requests in, answers out, with a record and a house of their own.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops where it fails"
)]

mod cases;
mod counter;
mod law;
mod notices;
mod on_file;
mod policy;
mod providers;
mod roles;
mod settings;
mod sign_in;
mod sixty_seconds;
mod start;
mod support;
