//! `demur serve` as people run it: the real binary, real sockets, real signals.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop where something is not as it should be"
)]

mod demo;
mod listening;
mod log;
mod many;
mod no_network;
mod settings;
mod support;
mod tls_from_files;
mod watching;

#[path = "../../../demur-store/tests/record/support/cluster.rs"]
#[expect(dead_code, reason = "the tests of the store need more of it")]
mod cluster;
