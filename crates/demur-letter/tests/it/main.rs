//! Reads the PDFs back with a library that had no part in making them.

#![expect(
    clippy::tests_outside_test_module,
    reason = "these files are tests and nothing else"
)]

mod letters;
mod posters;
mod reader;
mod sample;
mod survival;
