//! A norm that the README quotes stands like that in the library.

use super::finding::Finding;
use super::markdown::Page;
use crate::repository::Repository;

const PAGE: &str = "README.md";

pub(crate) fn check(repository: &Repository) -> Vec<Finding> {
    let text = repository.text(PAGE).unwrap_or("");
    let blocks = Page::read(text).blocks.into_iter();
    let quoted = blocks.filter(|block| block.language == "demur");
    quoted
        .filter(|block| !is_in_library(repository, block.text.trim()))
        .map(|block| {
            let message = "the quoted norm does not stand like that in the library";
            Finding::new(
                PAGE,
                block.line,
                message,
                "copy it from its file under law/",
            )
        })
        .collect()
}

fn is_in_library(repository: &Repository, norm: &str) -> bool {
    let mut pages = repository.texts();
    pages.any(|(path, text)| path.starts_with("law/") && text.contains(norm))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(quoted: &str) -> usize {
        let readme = format!("# Demur\n\n```demur\n{quoted}\n```\n");
        let law = "```demur\nnorm pl.a\n  forbid refusing\n```\n";
        check(&Repository::of(&[
            ("README.md", &readme),
            ("law/pl/a.md", law),
        ]))
        .len()
    }

    #[test]
    fn finds_a_quotation_that_has_changed() {
        assert_eq!(count("norm pl.a\n  forbid refusing"), 0);
        assert_eq!(count("norm pl.a\n  forbid serving"), 1);
    }
}
