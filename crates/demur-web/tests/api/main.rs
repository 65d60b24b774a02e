//! The JSON API, asked as programs ask it.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "what breaks in a helper of the tests should stop the test"
)]

mod access;
mod cases;
mod description;
mod firm;
mod hostile;
mod library;
mod opinions;
mod outside;
mod providers;
mod writing;
