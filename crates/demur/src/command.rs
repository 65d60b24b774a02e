//! One file for each subcommand: its arguments, one use case, its output.

pub(crate) mod ask;
mod batch;
pub(crate) mod decide;
pub(crate) mod explain;
pub(crate) mod facts;
pub(crate) mod given;
pub(crate) mod law;
pub(crate) mod lint;
pub(crate) mod notice;
pub(crate) mod refer;
pub(crate) mod welcome;
