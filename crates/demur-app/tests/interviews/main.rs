//! Interviews by the library: short, sensible, and with a way back.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a helper of a test as in a test: what is not there stops it"
)]

mod everyday;
mod person;
mod precedents;
mod saved;
mod way_back;
