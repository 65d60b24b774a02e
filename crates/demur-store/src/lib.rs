//! The record: case files that prove how a firm refuses, and that are no dossier on anybody.
//!
//! One [`Store`] over one SQLite file or one PostgreSQL database. An answered write is on disk.
//! Who the customer is, and every free text, is sealed under a key of the case file's own; keys
//! live in a database apart, and the firm's people in a third one, the [`House`]. The journal is a chain of hashes of what was written. The numbers
//! PR-nn are those of `docs/privacy.md`.
//!
//! The crate knows neither law nor notices: situations and opinions are JSON documents, and the
//! guard of free text is handed in, as is the clock.

mod access;
mod actor;
mod basis;
mod batch;
mod case;
mod clock;
mod coded;
mod contact;
mod crypto;
mod database;
mod document;
mod error;
mod guard;
mod house;
mod journal;
mod judgement;
mod keys;
mod letter;
mod master;
mod number;
mod pending;
mod reader;
mod row;
mod schedule;
mod schema;
mod sealed;
mod store;
mod why;
mod writer;

pub use access::{Operation, permits, sees_pseudonyms};
pub use actor::{Actor, Role};
pub use basis::{Basis, LawfulBasis, Purpose, RecordClass};
pub use case::{
    Choice, Deadline, Decision, Deviation, EventKind, GroundTest, Minor, NewCase, Notice, Outcome,
    Receipt, State,
};
pub use clock::Clock;
pub use contact::{Channel, Contact, Identity, normalise};
pub use database::Location;
pub use document::{DENIED, canonical, is_denied};
pub use error::{Result, StoreError};
pub use guard::TextGuard;
pub use house::*;
pub use journal::{Entry, Head, Verified};
pub use letter::{Letter, LetterVerdict};
pub use master::MasterKey;
pub use number::parse_number;
pub use pending::Pending;
pub use schedule::{Kept, Profile, Prolongation, Schedule};
pub use sealed::Part;
pub use store::*;
pub use why::Why;
