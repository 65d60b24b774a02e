//! Relative Markdown links: the file exists, and so does the heading behind `#`.

use super::finding::Finding;
use super::markdown::Page;
use crate::repository::Repository;

pub(crate) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    let pages = repository.texts().filter(|(path, _)| path.ends_with(".md"));
    for (document, text) in pages {
        for link in Page::read(text).links {
            if link.text.contains("://") || link.text.starts_with("mailto:") {
                continue;
            }
            let (target, heading) = match link.text.split_once('#') {
                Some((target, heading)) => (target, Some(heading)),
                None => (link.text.as_str(), None),
            };
            let path = resolve(document, target);
            if path.as_deref().is_none_or(|path| !repository.has(path)) {
                let message = format!("the link `{}` leads nowhere", link.text);
                let mend = "link to a file of the repository, relative to this page";
                findings.push(Finding::new(document, link.line, message, mend));
                continue;
            }
            let linked = path.and_then(|path| repository.text(&path));
            if let (Some(heading), Some(linked)) = (heading, linked) {
                let mut slugs = Page::read(linked)
                    .headings
                    .into_iter()
                    .map(|h| slug(&h.text));
                if !slugs.any(|slug| slug == heading) {
                    let message = format!("the link `{}` names no heading there", link.text);
                    let mend = "write the heading in lower case with `-` for spaces";
                    findings.push(Finding::new(document, link.line, message, mend));
                }
            }
        }
    }
    findings
}

/// The linked path from the root; nothing when it leaves the repository.
fn resolve(document: &str, target: &str) -> Option<String> {
    if target.is_empty() {
        return Some(document.to_owned());
    }
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => document.split('/').collect(),
    };
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A heading as it appears in an address.
fn slug(heading: &str) -> String {
    let lower = heading.trim().to_lowercase();
    let kept = lower
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str) -> usize {
        let language = "## 4. Norms, and more\n";
        let files = [
            ("docs/language.md", language),
            ("README.md", ""),
            ("docs/a.md", page),
        ];
        check(&Repository::of(&files)).len()
    }

    #[test]
    fn links_that_lead_somewhere_pass() {
        assert_eq!(
            found("[a](language.md) [b](../README.md) [c](https://example.org/x)"),
            0
        );
        assert_eq!(found("[a](language.md#4-norms-and-more) [b](../docs)"), 0);
        assert_eq!(found("# Here\n[a](#here)"), 0);
    }

    #[test]
    fn links_that_lead_nowhere_are_found() {
        assert_eq!(
            found("[a](README.md) [b](../../README.md) [c](language.md#norms)"),
            3
        );
    }
}
