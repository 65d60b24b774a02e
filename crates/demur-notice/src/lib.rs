//! What is said to the customer: notices in every channel, and the lint for them.
//!
//! Pure: texts and plain values in, texts and findings out; no file, clock or environment.
#![warn(clippy::disallowed_methods)]

mod address;
mod basis;
mod channel;
mod citation;
mod compose;
mod date;
mod defaults;
mod lang;
pub mod lint;
mod name;
mod need;
mod notice;
mod part;
mod propose;
mod render;
mod samples;
mod scenario;
mod slots;
mod template;
mod templates;
mod text;

pub use address::Address;
pub use basis::{Age, Allows, Basis, Duty, Level, Rule, Step};
pub use channel::Channel;
pub use compose::{ComposeFault, Order, compose};
pub use lang::Lang;
pub use name::UnknownName;
pub use need::{Need, Plan, Source};
pub use notice::{Block, BlockKind, Notice, Remark, Run};
pub use part::Part;
pub use scenario::Scenario;
pub use slots::{Slot, SlotKind, UnknownSlot, Values};
pub use template::TemplateFault;
pub use templates::Templates;
pub use text::{PartSpan, SlotSpan, Text};
