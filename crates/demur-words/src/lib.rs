//! What people read, in Polish and English: opinions, questions, case files, findings and errors
//! become sentences here, once, for the terminal and for pages.
//!
//! The sentences are plain values: a [`sheet::Sheet`], or a structure of its own where pages want
//! more than a sheet has. Nothing here decides, and nothing draws.

pub mod condition;
pub mod fact;
pub mod finding;
pub mod item;
pub mod lint;
pub mod names;
pub mod norm;
pub mod notice;
pub mod opinion;
pub mod phrase;
pub mod question;
pub mod record;
pub mod referral;
pub mod sheet;
pub mod words;

pub use item::Item;
pub use sheet::{Block, Headline, Sheet, Tone};
pub use words::{Medium, Words};
