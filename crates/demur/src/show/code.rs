//! The page of a diagnostic.

use crate::context::Look;
use crate::show::page::Page;

/// The page as it was written, in English.
pub(crate) fn page(code: &str, text: &str, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(code);
    page.gap();
    page.verbatim(text);
    page.finish()
}
