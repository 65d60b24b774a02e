//! No file names a place on somebody's machine.

use super::finding::Finding;
use crate::repository::Repository;

/// Put together here, so that this file does not find itself.
const PLACES: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/Us", "ers/"),
    concat!(":\\Us", "ers\\"),
];

pub(crate) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in repository.texts() {
        for (index, line) in text.lines().enumerate() {
            for place in PLACES.iter().filter(|place| names(line, place)) {
                let message = format!("`{place}` is a place on one machine");
                let mend = "write the path relative to the repository";
                findings.push(Finding::new(path, index + 1, message, mend));
            }
        }
    }
    findings
}

/// The place from the root of a disk, not a part of an address or of a longer path.
fn names(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line.get(..at).unwrap_or("");
        let inside =
            |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '~' | '>' | '}');
        place.starts_with(':') || before.ends_with("file://") || !before.ends_with(inside)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_and_parts_of_addresses_pass() {
        for place in PLACES {
            assert!(names(&format!("see {place}someone"), place), "{place}");
        }
        let home = PLACES.first().unwrap();
        assert!(names(&format!("file://{home}someone"), home));
        assert!(!names(&format!("https://example.org{home}page"), home));
        assert!(!names(&format!("docs{home}page"), home));
    }

    #[test]
    fn the_line_is_named() {
        let text = format!("fine\npath = \"{}a\"\n", PLACES.concat());
        let findings = check(&Repository::of(&[("a.toml", &text)]));
        assert_eq!(findings.first().map(|finding| finding.line), Some(2));
    }
}
