//! Reads the PDFs back with a library that had no part in making them.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that cannot go on has failed"
)]

mod letters;
mod posters;
mod reader;
mod sample;
mod survival;
