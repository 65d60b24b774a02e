//! Builders and checks for tests; a development dependency only.
//!
//! [`reference`] says what section 5 of `docs/language.md` means for one complete
//! world, as plainly as it can be said, and [`survey`] asks it about every world.
//! It shares no code with the engine, so that the two can be compared.
//! [`packs`] makes up small packs, as text, for both to judge.
//!
//! [`texts`] looks whether what a crate says to people is there in both languages.

pub mod packs;
pub mod reference;
pub mod survey;
pub mod texts;
