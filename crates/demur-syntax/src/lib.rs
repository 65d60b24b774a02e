//! Text to trees and diagnostics, and back.
//!
//! Owns source text, spans, the one [`Diagnostic`] type with its renderers, the
//! Markdown scan, the parser of the rule language and its formatter. It knows
//! nothing of what a name means: trees hold syntax only.
//!
//! Parsing is total: any bytes that are text give a [`Document`] and diagnostics.

mod diagnostic;
mod format;
mod front_matter;
mod lexer;
mod markdown;
mod parser;
pub mod render;
mod source;
mod suggest;
pub mod tree;

pub use diagnostic::{Code, Diagnostic, Place, Severity};
pub use format::{canonical_item, format_document};
pub use parser::{parse_condition, parse_document};
pub use source::{FileId, LineColumn, Source, Sources, Span};
pub use suggest::nearest;
pub use tree::Document;
