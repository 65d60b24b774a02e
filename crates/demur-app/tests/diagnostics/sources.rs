//! The codes that occur in the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// All codes between double quotes in `crates/*/src`, sorted.
pub(crate) fn codes() -> Vec<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(crates).unwrap() {
        let source = entry.unwrap().path().join("src");
        if source.is_dir() {
            search(&source, &mut found);
        }
    }
    found.into_iter().collect()
}

fn search(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            search(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.extend(
                text.split('"')
                    .filter(|word| is_code(word))
                    .map(str::to_owned),
            );
        }
    }
}

/// A kind (error, warning, test, situation or proof) and three digits.
fn is_code(word: &str) -> bool {
    let mut letters = word.chars();
    let kind = letters
        .next()
        .is_some_and(|letter| "EWTSP".contains(letter));
    kind && word.len() == 4 && letters.all(|letter| letter.is_ascii_digit())
}
