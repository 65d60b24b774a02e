//! The built-in library, the examples of the repository, and what no sentence may look like.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use demur_app::engine::{Engine, Situation};
use demur_app::lawbook::Lawbook;
use demur_app::library::{Library, load};
use demur_app::situation::{Defaults, read};
use demur_app::syntax::Sources;
use demur_app::syntax::tree::Lang;
use demur_words::{Block, Sheet};
use jiff::civil::date;

/// Both languages.
pub(crate) const LANGS: [Lang; 2] = [Lang::En, Lang::Pl];

/// The built-in law.
pub(crate) fn lawbook() -> &'static Lawbook {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| load(None, None).expect("the built-in library"));
    &library.lawbook
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// An example of the repository.
pub(crate) fn situation(name: &str) -> Situation {
    let bytes = fs::read(examples().join(format!("{name}.yaml"))).expect("an example");
    let defaults = Defaults {
        day: date(2026, 11, 22),
        place: None,
    };
    let mut sources = Sources::default();
    let read = read(&mut sources, name, &bytes, lawbook(), &defaults);
    read.expect("a situation").situation
}

/// The examples about which the law has an opinion, by name.
pub(crate) fn situations() -> Vec<(String, Situation)> {
    let entries = fs::read_dir(examples()).expect("the examples");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut names: Vec<String> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into())
        .collect();
    names.sort();
    let mut engine = Engine::new(lawbook());
    let named = names.into_iter().map(|name| {
        let situation = situation(&name);
        (name, situation)
    });
    named
        .filter(|(_, situation)| engine.decide(situation).is_ok())
        .collect()
}

/// Every text of a sheet.
pub(crate) fn texts(sheet: &Sheet) -> Vec<String> {
    let mut found = Vec::new();
    for block in &sheet.blocks {
        match block {
            Block::Headline(headline) => {
                found.push(format!("{}{}", headline.head, headline.rest));
            }
            Block::Part(text)
            | Block::Title(text)
            | Block::Item(text)
            | Block::Detail(text)
            | Block::Line(text)
            | Block::Paragraph(text) => found.push(text.clone()),
            Block::Row { name, text } => found.push(format!("{name} {text}")),
            Block::Verbatim(_) | Block::Gap => {}
        }
    }
    found
}

/// No gap is left open, and nobody is told to type anything.
pub(crate) fn is_for_a_page(text: &str) {
    assert!(!text.trim().is_empty(), "an empty sentence");
    for odd in ["--", "{", "demur ", "  "] {
        assert!(!text.contains(odd), "`{odd}` in: {text}");
    }
}
