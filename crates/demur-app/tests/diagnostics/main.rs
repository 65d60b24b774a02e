//! Every page of a diagnostic is true: its example gives the message that it shows,
//! its mended text does not, and each code of the sources has a page.
//!
//! Blocks of `## Example` and `## Mend` are files (`markdown file=PATH`) that join a
//! small library, or a situation (`yaml`) that is decided by it. In a situation,
//! `bytes` in the info string turns `\xE9` into that byte, and `times=N` repeats the
//! text. `DEMUR_UPDATE=1` writes what Demur says into the page.

#![expect(
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a broken assumption in a test should stop the test"
)]

mod page;
mod run;
mod sources;

use std::fs;

use page::Page;

#[test]
fn every_page_shows_what_demur_says() {
    let update = std::env::var("DEMUR_UPDATE").is_ok_and(|value| value == "1");
    let mut wrong = Vec::new();
    for page in pages() {
        let found = run::diagnostics(&page.code, &page.example);
        if found.others.is_empty() && !found.rendered.is_empty() {
            if update {
                fs::write(&page.path, page.saying(&found.rendered)).unwrap();
            } else if page.said != found.rendered {
                wrong.push(format!(
                    "{}: the page says\n{}\nDemur says\n{}",
                    page.code, page.said, found.rendered
                ));
            }
        } else {
            wrong.push(format!(
                "{}: its example gives\n{}\n{}",
                page.code, found.rendered, found.others
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "DEMUR_UPDATE=1 rewrites the pages\n\n{}",
        wrong.join("\n\n")
    );
}

#[test]
fn every_mended_text_is_without_error() {
    let mut wrong = Vec::new();
    for page in pages() {
        let mut blocks = page.example.clone();
        if blocks.iter().all(|block| block.file.is_none()) {
            blocks.clear();
        }
        blocks.extend(page.mend.clone());
        let found = run::diagnostics(&page.code, &blocks);
        if page.mend.is_empty() || !found.rendered.is_empty() || !found.others.is_empty() {
            wrong.push(format!(
                "{}, mended:\n{}\n{}",
                page.code, found.rendered, found.others
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let pages: Vec<String> = pages().into_iter().map(|page| page.code).collect();
    assert_eq!(
        pages,
        sources::codes(),
        "left: docs/diagnostics, right: codes in crates/*/src"
    );
}

#[test]
fn the_pages_are_built_in() {
    for page in pages() {
        let built_in = demur_app::pages::page(&page.code);
        let written = fs::read_to_string(&page.path).unwrap();
        // Cargo does not notice new files of an embedded folder.
        assert!(
            built_in == Some(&written),
            "{} is not built in as it is; touch src/pages.rs",
            page.code
        );
    }
    let codes: Vec<String> = pages().into_iter().map(|page| page.code).collect();
    assert_eq!(demur_app::pages::codes(), codes);
    assert_eq!(demur_app::pages::page("E999"), None);
    assert_eq!(demur_app::pages::page("../language"), None);
}

fn pages() -> Vec<Page> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/diagnostics");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.into_iter().map(Page::read).collect()
}
