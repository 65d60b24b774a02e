//! Any text parses; what parses without error formats; the layout changes no meaning.

#![no_main]

use demur_syntax::render::{Style, render};
use demur_syntax::{
    Diagnostic, Document, Sources, canonical_item, format_document, parse_document,
};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Corpus::Reject;
    };
    let (document, diagnostics) = parse(text);
    let laid_out = format_document(text, &document);
    if diagnostics.iter().any(Diagnostic::is_error) {
        return Corpus::Keep;
    }
    let (again, complaints) = parse(&laid_out);
    assert!(
        !complaints.iter().any(Diagnostic::is_error),
        "the layout broke a sound text: {complaints:#?}"
    );
    assert_eq!(
        canonical(&document),
        canonical(&again),
        "the layout changed a meaning"
    );
    assert_eq!(
        laid_out,
        format_document(&laid_out, &again),
        "the layout is not stable"
    );
    Corpus::Keep
});

/// Parses, and renders every diagnostic, since a bad place in one only shows there.
fn parse(text: &str) -> (Document, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let file = sources.add("fuzz.md", text);
    let (document, diagnostics) = parse_document(file, text);
    for diagnostic in diagnostics.iter().take(20) {
        for style in [Style::Monochrome, Style::Lines] {
            assert!(!render(diagnostic, &sources, style).is_empty());
        }
    }
    (document, diagnostics)
}

fn canonical(document: &Document) -> Vec<String> {
    document.items().map(canonical_item).collect()
}
