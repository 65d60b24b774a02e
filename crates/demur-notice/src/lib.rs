//! What is said to the customer: notices in every channel, and the lint for them.
//!
//! Pure: texts and plain values in, texts and findings out; no file, clock or environment.
#![warn(clippy::disallowed_methods)]

mod channel;
mod lang;
mod name;
mod part;
mod scenario;
mod text;

pub use channel::Channel;
pub use lang::Lang;
pub use name::UnknownName;
pub use part::Part;
pub use scenario::Scenario;
pub use text::{PartSpan, SlotSpan, Text};
