//! Every file of norms says how sure it is of its sources.

use super::finding::Finding;
use super::markdown::Page;
use crate::repository::Repository;

const LEVELS: &[&str] = &["verified", "recalled", "contested"];

pub(crate) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    let pages = repository.texts();
    for (path, text) in pages.filter(|(path, _)| path.starts_with("law/") && path.ends_with(".md"))
    {
        if !declares_norms(text) {
            continue;
        }
        let stated = front_matter(text).find_map(|(line, entry)| {
            let value = entry.strip_prefix("confidence:")?;
            let value = value.split('#').next().unwrap_or("");
            Some((line, value.trim()))
        });
        let fault = match stated {
            None => Some((1, "the norms of this file have no `confidence:`".to_owned())),
            Some((_, value)) if LEVELS.contains(&value) => None,
            Some((line, value)) => Some((line, format!("`{value}` is no level of confidence"))),
        };
        if let Some((line, message)) = fault {
            let mend = format!("write `confidence:` and one of {}", LEVELS.join(", "));
            findings.push(Finding::new(path, line, message, mend));
        }
    }
    findings
}

fn declares_norms(text: &str) -> bool {
    let blocks = Page::read(text).blocks.into_iter();
    let mut code = blocks.filter(|block| block.language == "demur");
    code.any(|block| block.text.lines().any(|line| line.starts_with("norm ")))
}

/// The lines between the opening `---` and the closing one.
fn front_matter(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let opened = text.lines().next() == Some("---");
    let lines = text
        .lines()
        .enumerate()
        .skip(1)
        .take_while(move |(_, line)| opened && *line != "---");
    lines.map(|(index, line)| (index + 1, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(front: &str, code: &str) -> Vec<(usize, String)> {
        let text = format!("{front}# A norm\n\n```demur\n{code}\n```\n");
        let findings = check(&Repository::of(&[("law/pl/kw/135.md", &text)]));
        findings
            .into_iter()
            .map(|finding| (finding.line, finding.message))
            .collect()
    }

    #[test]
    fn stated_confidence_passes_and_files_without_norms_need_none() {
        assert_eq!(
            found(
                "---\ncite: a\nconfidence: verified  # seen\n---\n",
                "norm pl.kw.135"
            ),
            []
        );
        assert_eq!(found("", "ground misconduct"), []);
    }

    #[test]
    fn missing_and_unknown_confidence_is_found() {
        assert_eq!(
            found("---\ncite: a\n---\nconfidence: verified\n\n", "norm a.b").len(),
            1
        );
        let unsure = found("---\ncite: a\nconfidence: sure\n---\n", "norm a.b");
        assert_eq!(unsure, [(3, "`sure` is no level of confidence".to_owned())]);
    }
}
