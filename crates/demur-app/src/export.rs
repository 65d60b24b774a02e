//! A lawbook for other engines: Cedar policies, or the resolved lawbook as JSON.
//!
//! `docs/cedar.md` says what the Cedar text means and what it leaves out;
//! `docs/schema/lawbook.schema.json` describes the JSON.

mod cedar;
mod formula;
mod json;
mod law;
mod scope;

pub use cedar::{Cedar, cedar};
pub use json::{LawbookJson, json};
pub use scope::Scope;
