//! One file for each subcommand: its arguments, one use case, its output.

pub(crate) mod ask;
pub(crate) mod backup;
mod batch;
pub(crate) mod case;
pub(crate) mod config;
pub(crate) mod decide;
pub(crate) mod explain;
pub(crate) mod facts;
pub(crate) mod given;
pub(crate) mod keeping;
pub(crate) mod law;
pub(crate) mod lint;
pub(crate) mod notice;
pub(crate) mod refer;
pub(crate) mod restore;
pub(crate) mod serve;
pub(crate) mod verify;
pub(crate) mod welcome;
