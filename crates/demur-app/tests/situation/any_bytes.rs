//! Whatever the bytes are, there is a situation or there are diagnostics that can
//! be shown.

use demur_app::situation::{self, MAX_BYTES};
use demur_lawbook::Lawbook;
use demur_syntax::Sources;
use demur_syntax::render::{Style, render};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{defaults, lawbook, read, read_bytes};

fn survives(lawbook: &Lawbook, bytes: &[u8]) -> Result<(), TestCaseError> {
    let mut sources = Sources::default();
    if let Err(found) = situation::read(&mut sources, "any", bytes, lawbook, &defaults()) {
        prop_assert!(!found.is_empty());
        for diagnostic in found {
            for style in [Style::Monochrome, Style::Lines] {
                prop_assert!(render(&diagnostic, &sources, style).contains(diagnostic.code.0));
            }
            prop_assert!(!diagnostic.message.contains('\n'), "{}", diagnostic.message);
            prop_assert!(!diagnostic.message.ends_with('.'), "{}", diagnostic.message);
        }
    }
    Ok(())
}

/// Pieces from which situations, and things that look like them, are made.
const PIECES: &[&str] = &[
    "at",
    "place",
    "profile",
    "facts",
    "customer.age",
    "customer",
    "age",
    "request.object",
    "goods",
    "refusal.reasons",
    "includes",
    "race",
    "history.warned",
    "true",
    "unknown",
    "null",
    "17",
    "16..17",
    "..",
    "-1",
    "2026-02-30",
    "pl",
    "gabinet",
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n    ",
    "- ",
    "-",
    "{",
    "}",
    "[",
    "]",
    ",",
    ", ",
    "\"",
    "'",
    "#",
    " #",
    "\t",
    "\r\n",
    "\r",
    "&a ",
    "*a",
    "!t ",
    "!!str ",
    "|",
    ">\n",
    "? ",
    "<<",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\u{feff}",
    "ż",
    "\u{85}",
    "\u{2028}",
    "\0",
    "\\",
    "\\u0142",
    "😀",
    "~",
    "`",
    "@",
];

proptest! {
    #[test]
    fn bytes(bytes in vec(any::<u8>(), 0..200)) {
        survives(&lawbook(), &bytes)?;
    }

    #[test]
    fn text(text in "\\PC{0,200}") {
        survives(&lawbook(), text.as_bytes())?;
    }

    #[test]
    fn pieces(pieces in vec(proptest::sample::select(PIECES), 0..40)) {
        survives(&lawbook(), pieces.concat().as_bytes())?;
    }
}

#[test]
fn large_and_deep_texts_are_refused_quickly() {
    for piece in [
        "[", "{", "- ", "? ", "\"", "a: ", "[a,", "&a ", ": ", "a: 1\n", "[1],", "\n", "ż: 1\n",
    ] {
        let text = piece.repeat(MAX_BYTES / piece.len());
        assert!(read(&text).is_err(), "{piece}");
    }
    let found = read_bytes(&vec![b' '; 50 << 20]).unwrap_err();
    assert!(found.contains("is larger than 1 MiB"), "{found}");
}

#[test]
fn of_very_many_mistakes_the_first_are_told() {
    let many: String = (0..4000)
        .map(|number| format!("  wrong{number}: 1\n"))
        .collect();
    let found = read(&format!("facts:\n{many}")).unwrap_err();
    assert_eq!(found.matches("error[S005]").count(), 100);
    assert!(
        found.ends_with("help: 3900 more mistakes are not shown"),
        "{found}"
    );
}
