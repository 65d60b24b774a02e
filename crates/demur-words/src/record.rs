//! The record in words: lists, case files, answers to writes, and errors.

pub mod access;
pub mod answers;
pub mod error;
pub mod file;
pub mod list;
pub mod receipt;
mod texts;

pub use texts::sheet as texts;
