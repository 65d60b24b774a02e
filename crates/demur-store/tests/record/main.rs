//! The record as its users see it, on both databases. Tests named `pr_nn` show the requirement of
//! that number in `docs/privacy.md`.

mod access;
mod backups;
mod basis;
mod cases;
mod chain;
mod erasure;
mod faults;
mod kill;
mod migrations;
mod retention;
mod schema;
mod support;
mod texts;
