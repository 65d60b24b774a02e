//! Runs the blocks of a page through the real code.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use demur_app::engine::Engine;
use demur_app::lawbook::NormId;
use demur_app::lawbook::{Lawbook, PackFile};
use demur_app::library::{self, LoadError};
use demur_app::proof::prover::{Request, prove};
use demur_app::situation::{self, Defaults};
use demur_app::spelling::{self, Accepted, Dictionaries};
use demur_app::syntax::render::{Style, render};
use demur_app::syntax::{Diagnostic, Sources};
use demur_app::{checks, examples, proof};
use jiff::civil::date;

use crate::page::Block;

/// What Demur says about the blocks of a page.
pub(crate) struct Found {
    /// Diagnostics of the code of the page, drawn.
    pub(crate) rendered: String,
    /// Other errors, which only distract.
    pub(crate) others: String,
}

pub(crate) fn diagnostics(code: &str, blocks: &[Block]) -> Found {
    let (law, policy) = packs(blocks);
    let files = [law.clone(), policy.clone()].concat();
    let (sources, found) = match library::compile(law, policy) {
        Err(LoadError::Broken {
            sources,
            diagnostics,
        }) => (sources, diagnostics),
        Err(error) => panic!("{error}"),
        Ok(library) => {
            let mut found = library.warnings;
            found.extend(tests(code, &library.lawbook));
            found.extend(proved(code, &library.lawbook, &files));
            if code == "T006" {
                found.extend(misspelt(&library.sources));
            }
            let mut sources = library.sources;
            for block in blocks.iter().filter(|block| block.file.is_none()) {
                found.extend(situation(&mut sources, &block.bytes, &library.lawbook));
            }
            (sources, found)
        }
    };
    let (own, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) = found
        .iter()
        .filter(|each| each.is_error() || each.code.0 == code)
        .partition(|each| each.code.0 == code);
    let draw = |found: &[&Diagnostic], sources: &Sources| {
        let drawn: Vec<String> = found
            .iter()
            .map(|each| render(each, sources, Style::Monochrome))
            .collect();
        drawn.join("\n\n")
    };
    Found {
        rendered: draw(&own, &sources),
        others: draw(&others, &sources),
    }
}

/// The small library with the files of the page, and the policy of a firm apart.
fn packs(blocks: &[Block]) -> (Vec<PackFile>, Vec<PackFile>) {
    let mut files = small_library();
    for block in blocks {
        if let Some(path) = &block.file {
            let text = String::from_utf8(block.bytes.clone()).unwrap();
            // The last block of a path counts: a mended file stands after the broken one.
            files.retain(|other| other.path != *path);
            files.push(PackFile {
                path: path.clone(),
                text,
            });
        }
    }
    files
        .into_iter()
        .partition(|file| !file.path.starts_with("firm/"))
}

fn small_library() -> Vec<PackFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/library");
    let mut files = Vec::new();
    for pack in fs::read_dir(&folder).unwrap() {
        for file in fs::read_dir(pack.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            files.push(PackFile {
                path: path
                    .strip_prefix(&folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('\\', "/"),
                text,
            });
        }
    }
    files
}

/// What examples and checks find, for the pages that are about them.
fn tests(code: &str, lawbook: &Lawbook) -> Vec<Diagnostic> {
    match code {
        "T001" | "T002" => examples::run(lawbook, |_| true).diagnostics,
        "T003" | "T007" => {
            let coverage = examples::run(lawbook, |_| true).coverage;
            let shown = |norm: &NormId| !lawbook.norms[*norm].id.starts_with("pl.base");
            let never: Vec<NormId> = coverage
                .never_applied(lawbook)
                .into_iter()
                .filter(shown)
                .collect();
            if code == "T003" {
                checks::never_applied(lawbook, &never)
            } else {
                let norms = lawbook.norms.ids().filter(shown);
                norms
                    .flat_map(|norm| coverage.unshown(lawbook, norm))
                    .collect()
            }
        }
        "T004" | "T005" => {
            let mut found = checks::survey(lawbook);
            found.retain(|each| each.code.0 == code);
            found
        }
        _ => Vec::new(),
    }
}

/// What the prover finds, for the pages that are about it.
fn proved(code: &str, lawbook: &Lawbook, files: &[PackFile]) -> Vec<Diagnostic> {
    if !code.starts_with('P') {
        return Vec::new();
    }
    let proof = prove(&Request {
        lawbook,
        files,
        today: date(2026, 11, 22),
        at: None,
        policy_only: false,
        pack: None,
    });
    assert_eq!(proof.mismatches, []);
    let mut found: Vec<Diagnostic> = proof
        .findings
        .iter()
        .map(|finding| proof::diagnostic(lawbook, finding))
        .collect();
    found.retain(|each| each.code.0 == code);
    found
}

/// Dictionaries of a few words.
static DICTIONARIES: LazyLock<Dictionaries> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dictionaries");
    fs::create_dir_all(&folder).unwrap();
    let english = "6\nexample\ngoods\nmay\nnot\nbe\nrefused\n";
    for (stem, words) in [("en_GB", english), ("pl_PL", "1\nprzykład\n")] {
        let affixes = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n";
        fs::write(folder.join(stem).with_extension("aff"), affixes).unwrap();
        fs::write(folder.join(stem).with_extension("dic"), words).unwrap();
    }
    Dictionaries::load(&folder).unwrap().unwrap()
});

/// Words of `pl/example.md` that these dictionaries do not know.
fn misspelt(sources: &Sources) -> Vec<Diagnostic> {
    let mut found = spelling::check(sources, &DICTIONARIES, &Accepted::default());
    found.retain(|each| {
        let file = each
            .place
            .as_ref()
            .and_then(|place| sources.source(place.file));
        file.is_some_and(|source| source.path == "pl/example.md")
    });
    found
}

fn situation(sources: &mut Sources, bytes: &[u8], lawbook: &Lawbook) -> Vec<Diagnostic> {
    let defaults = Defaults {
        day: date(2026, 11, 22),
        place: Some("pl".to_owned()),
    };
    match situation::read(sources, "situation.yaml", bytes, lawbook, &defaults) {
        Err(found) => found,
        Ok(read) => match Engine::new(lawbook).decide(&read.situation) {
            Ok(_) => Vec::new(),
            Err(clash) => vec![situation::contradiction(
                lawbook,
                &clash,
                Some(&read.places),
            )],
        },
    }
}
