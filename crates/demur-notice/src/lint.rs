//! The lint: is a notice clear, kind, lawful and short enough?
//!
//! Rules are data: each stands in a file of its own under `notices/lint`, with its words in
//! every language, why it is there, and texts that it finds and does not find. A rule that wants
//! something to be in a notice looks at slots and parts first, at words second.

mod applies;
mod check;
mod context;
mod dates;
mod disguise;
mod draft;
mod finding;
mod folded;
mod guard;
mod language;
mod library;
mod patterns;
mod readability;
mod rule;
mod suppress;
mod syllables;
mod tokens;
mod words;

#[cfg(test)]
mod tests;

pub use context::{Context, Plan};
pub use finding::{Finding, Level, Place, Report, Rewrite, Wording};
pub use guard::guard;
pub use language::guess;
pub use library::Lint;
pub use patterns::BadPattern;
pub use readability::{ENOUGH_WORDS, Formula, Readability};
pub use rule::{Example, Rule, RuleError};
pub use suppress::Suppression;
pub use syllables::syllables;
pub use words::WordList;
