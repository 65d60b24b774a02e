//! Any bytes are a situation or are refused with a reason; a situation gets an opinion.

#![no_main]

use std::cell::RefCell;
use std::sync::LazyLock;

use demur_app::engine::Engine;
use demur_app::library::{self, Library};
use demur_app::situation::{Defaults, contradiction, read, read_lines};
use demur_app::syntax::render::{Style, render};
use demur_app::syntax::{Diagnostic, Sources};
use libfuzzer_sys::fuzz_target;

/// The shared vocabulary and one place: enough for every kind of fact, and small, so
/// that the time goes into reading and not into deciding.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let mut files = library::built_in();
    files.retain(|file| file.path.starts_with("law/standard/") || file.path == "law/pl/pack.md");
    library::compile(files, Vec::new()).expect("the shared vocabulary compiles")
});

static DEFAULTS: LazyLock<Defaults> = LazyLock::new(|| Defaults {
    day: "2026-11-22".parse().expect("a day"),
    place: Some("pl".to_owned()),
});

thread_local! {
    static ENGINE: RefCell<Engine<'static>> = RefCell::new(Engine::new(&LIBRARY.lawbook));
}

fuzz_target!(|bytes: &[u8]| {
    let mut sources = Sources::default();
    match read(&mut sources, "fuzz", bytes, &LIBRARY.lawbook, &DEFAULTS) {
        Ok(read) => {
            let opinion = ENGINE.with_borrow_mut(|engine| engine.decide(&read.situation));
            if let Err(clash) = opinion {
                let clash = contradiction(&LIBRARY.lawbook, &clash, Some(&read.places));
                check(&[clash], &sources);
            }
        }
        Err(diagnostics) => check(&diagnostics, &sources),
    }
    for line in read_lines(bytes, "fuzz", &LIBRARY.lawbook, &DEFAULTS).flatten() {
        if let Err(diagnostics) = line.read {
            check(&diagnostics, &line.sources);
        }
    }
});

/// A refusal has a reason, and the reason can be shown.
fn check(diagnostics: &[Diagnostic], sources: &Sources) {
    assert!(!diagnostics.is_empty(), "refused without a reason");
    for diagnostic in diagnostics.iter().take(20) {
        for style in [Style::Monochrome, Style::Lines] {
            assert!(!render(diagnostic, sources, style).is_empty());
        }
    }
}
