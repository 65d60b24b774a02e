//! The page of each diagnostic, built into the program.
//!
//! One code is one file in `docs/diagnostics`; `tests/diagnostics` runs the
//! example of every page through the checker.

use include_dir::{Dir, include_dir};

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../docs/diagnostics");

/// The page about this code, such as `E101`, in Markdown.
#[must_use]
pub fn page(code: &str) -> Option<&'static str> {
    PAGES.get_file(format!("{code}.md"))?.contents_utf8()
}

/// The codes that have a page, sorted.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    let names = PAGES
        .files()
        .filter_map(|file| file.path().file_name()?.to_str()?.strip_suffix(".md"));
    let mut codes: Vec<&'static str> = names.collect();
    codes.sort_unstable();
    codes
}
