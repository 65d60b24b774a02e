//! Words that mark unfinished work do not stay in the code.

use super::finding::Finding;
use crate::repository::Repository;

/// Put together here, so that this file does not find itself.
const WORDS: &[&str] = &[
    concat!("to", "do!"),
    concat!("unimple", "mented!"),
    concat!("db", "g!"),
    concat!("FIX", "ME"),
    concat!("TO", "DO"),
    concat!("XX", "X"),
    concat!("#[ign", "ore"),
];

pub(crate) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in repository.texts().filter(|(path, _)| path.ends_with(".rs")) {
        for (index, line) in text.lines().enumerate() {
            for word in WORDS.iter().filter(|word| stands_in(line, word)) {
                let message = format!("`{word}` marks unfinished work");
                let mend = "finish it, or open an issue and take the mark out";
                findings.push(Finding::new(path, index + 1, message, mend));
            }
        }
    }
    findings
}

/// The word itself, not as a part of a longer one.
fn stands_in(line: &str, word: &str) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let ends_open = word.ends_with(char::is_alphanumeric) && !word.starts_with('#');
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line
            .get(at + word.len()..)
            .and_then(|text| text.chars().next());
        let longer = joins(before) || (ends_open && joins(after));
        !longer
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_found_with_its_line() {
        for word in WORDS {
            let text = format!("fn fine() {{}}\n    {word}(later)\n");
            let findings = check(&Repository::of(&[("crates/demur/src/main.rs", &text)]));
            assert_eq!(findings.len(), 1, "{word}");
            assert_eq!(findings.first().unwrap().line, 2);
        }
    }

    #[test]
    fn parts_of_words_and_prose_pass() {
        let text = concat!("let mas", "todo = 1; // XX", "XL is a size");
        assert_eq!(
            check(&Repository::of(&[
                ("a.rs", text),
                ("a.md", WORDS.concat().as_str())
            ])),
            []
        );
    }
}
