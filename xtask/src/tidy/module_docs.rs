//! Every module says first what it owns: its file starts with `//!`.

use super::finding::Finding;
use crate::repository::Repository;

pub(crate) fn check(repository: &Repository) -> Vec<Finding> {
    let modules = repository.texts().filter(|(path, _)| path.ends_with(".rs"));
    let silent = modules.filter(|(_, text)| !text.starts_with("//!"));
    let mend = "start the file with `//!` and a sentence on what it owns";
    silent
        .map(|(path, _)| Finding::new(path, 1, "the module has no description", mend))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silent_modules_are_found() {
        let files = [
            ("a.rs", "//! Owns a.\n"),
            ("b.rs", "use a;\n"),
            ("c.md", "text"),
        ];
        let findings = check(&Repository::of(&files));
        assert_eq!(
            findings.iter().map(|f| f.path.as_str()).collect::<Vec<_>>(),
            ["b.rs"]
        );
    }
}
