//! What is told about a notice besides its words.

use std::io::Write;

use demur_app::notice_json::document;
use demur_app::notices::{Basis, ComposeFault, Lang, Notice, Order};
use demur_words::notice;

use crate::context::Context;
use crate::failure::Failure;
use crate::show::page;

/// The language of a notice when none is named.
pub(crate) fn lang_of(context: &Context) -> Lang {
    notice::lang(&context.words)
}

/// Why nothing can be written, when no scenario fits the opinion.
pub(crate) fn nothing(basis: &Basis, context: &Context) -> Failure {
    Failure::Said(notice::nothing(&context.words, basis))
}

/// Why a notice could not be written, with what to do.
pub(crate) fn fault(fault: &ComposeFault, order: &Order, context: &Context) -> Failure {
    Failure::Said(notice::fault(&context.words, fault, order))
}

/// What staff should know before they use it; empty when there is nothing.
pub(super) fn advice(written: &Notice, context: &Context) -> String {
    page::drawn(&notice::advice(&context.words, written), context.look)
}

/// The notice for programs.
pub(super) fn json(notice: &Notice, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "{}", document(notice, lang_of(context)))?;
    Ok(())
}
