//! The record at a terminal: errors, receipts, and what a verification found.

pub(crate) mod error;
pub(crate) mod receipt;
pub(crate) mod verified;
