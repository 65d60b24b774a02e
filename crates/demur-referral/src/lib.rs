//! Providers to whom a customer can be sent.
//!
//! Owns what is known of a provider ([`Directory`]), reads it from the formats in which
//! such lists are published ([`Importer`]), and finds who fits ([`search`]). It reads
//! bytes that it is handed and knows no file, clock, lawbook or situation: who must not
//! be sent to a provider is a condition whose meaning the caller knows.

#![warn(clippy::disallowed_methods)]

mod directory;
mod hours;
mod import;
mod origin;
mod position;
mod search;
mod words;

pub use directory::{
    Area, Capacity, Contact, Directory, Language, NotFor, Place, Provider, Room, Service, Status,
    Term,
};
pub use hours::{Clock, Hours, Openness, Rule, RuleError, openness};
pub use import::{Importer, Table};
pub use origin::{At, Origin, Rejected};
pub use position::Position;
pub use search::{
    Candidate, Doubt, Freshness, Index, LeftOut, Near, NearError, Query, Reason, Ruling, Search,
    Town, Why, search,
};
pub use words::{Depth, Match, Wanted, folded};
