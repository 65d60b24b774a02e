//! Use cases, the only place that joins the engine with files and the clock.
//!
//! Reads law packs and situations, asks the engine, and writes the one JSON shape
//! of opinions that the command line, the HTTP interface and other tools share.

pub mod accepted;
pub mod batch;
pub mod checks;
pub mod coverage;
pub mod diagnostic_json;
pub mod examples;
pub mod export;
pub mod interview;
pub mod library;
pub mod lint;
pub mod mutation;
pub mod norm_json;
pub mod notice;
pub mod notice_json;
pub mod opinion_json;
pub mod pages;
#[cfg(feature = "pdf")]
pub mod print;
pub mod proof;
pub mod record;
pub mod refer;
pub mod situation;
pub mod spelling;
pub mod trial;
pub mod vocabulary_json;
pub mod weave;
pub mod words;

/// The crates below, for the programs that show what they answer.
pub use {
    demur_engine as engine, demur_lawbook as lawbook, demur_notice as notices,
    demur_store as store, demur_syntax as syntax,
};
