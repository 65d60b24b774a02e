//! The house as its users see it, on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "what is not as it should be stops the test"
)]

mod api_keys;
mod backups;
mod documents;
mod drafts;
mod faults;
mod home;
mod people;
mod sessions;
mod settings;
#[path = "../record/support.rs"]
#[expect(dead_code, reason = "tests of the record need more")]
mod support;
mod throttle;
mod tokens;
