//! The record for people: lists, case files, receipts, checks and errors.

pub(crate) mod error;
pub(crate) mod file;
pub(crate) mod list;
mod names;
pub(crate) mod receipt;
mod texts;
pub(crate) mod verified;
