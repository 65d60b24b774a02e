//! Paths in prose: what stands in backticks and looks like a path of this repository exists.

use super::finding::Finding;
use super::markdown::Page;
use crate::repository::Repository;

pub(crate) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, text) in repository.documents() {
        for span in Page::read(text).spans {
            let Some(path) = path_of(&span.text, repository) else {
                continue;
            };
            if !repository.has(path) {
                findings.push(Finding::new(
                    document,
                    span.line,
                    format!("`{path}` does not exist"),
                    "name a file or folder that does, or write a part to fill in as `<part>`",
                ));
            }
        }
    }
    findings
}

/// The part of a span that has to exist: all of it, or what stands before a part to fill in.
fn path_of<'a>(span: &'a str, repository: &Repository) -> Option<&'a str> {
    let (first, _) = span.split_once('/')?;
    if span.contains(char::is_whitespace) || !repository.has_top_level(first) {
        return None;
    }
    match span.find(['*', '<', '{', '$', '…']) {
        Some(at) => span.get(..at)?.rsplit_once('/').map(|(folder, _)| folder),
        // `src/lib.rs:12` and `src/lib.rs#L12` point into the file.
        None => span.split([':', '#']).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(prose: &str) -> Vec<String> {
        let files = [
            ("law/pl/kw/135.md", ""),
            ("xtask/src/main.rs", ""),
            ("docs/a.md", prose),
        ];
        check(&Repository::of(&files))
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn existing_paths_and_other_words_pass() {
        let prose = "`law/pl/kw/135.md` `law/pl/` `xtask/src/main.rs:3` `law/<pack>/pack.md` \
                     `and/or` `a b/c` `law/**` `demur law/pl`";
        assert_eq!(found(prose), [""; 0]);
    }

    #[test]
    fn a_missing_path_is_found_with_its_line() {
        let [finding] = <[String; 1]>::try_from(found("fine\n\nsee `law/pl/kw/136.md`")).unwrap();
        assert!(
            finding.starts_with("docs/a.md:3: `law/pl/kw/136.md` does not exist"),
            "{finding}"
        );
        assert_eq!(found("`law/gone/<path>.md`").len(), 1);
    }
}
