//! Shown outputs: a `console` block with `$ demur …` shows what the binary prints today.
//!
//! Lines after `$ ` up to the next `$ ` are the output; `> ` continues a typed line. Commands that
//! do not call `demur` are left alone.

use std::fs;

use super::finding::Finding;
use super::markdown::{Block, Page};
use crate::product::Product;
use crate::repository::Repository;

/// Answers a shell line with what it prints.
type Shell<'a> = &'a dyn Fn(&str) -> Result<String, String>;

pub(crate) fn check(repository: &Repository, product: &Product) -> Result<Vec<Finding>, String> {
    check_with(repository, &|line| product.shell(line))
}

/// Rewrites the outputs that differ and returns the pages that changed.
pub(crate) fn update(repository: &Repository, product: &Product) -> Result<Vec<String>, String> {
    let mut changed = Vec::new();
    for (document, text) in repository.documents() {
        let fresh = rewrite(text, &|line| product.shell(line))?;
        if fresh != text {
            let path = repository.root().join(document);
            fs::write(path, fresh).map_err(|error| format!("{document}: {error}"))?;
            changed.push(document.to_owned());
        }
    }
    Ok(changed)
}

fn check_with(repository: &Repository, shell: Shell<'_>) -> Result<Vec<Finding>, String> {
    let mut findings = Vec::new();
    for (document, text) in repository.documents() {
        for block in shown(text) {
            for scene in scenes(&block) {
                let Some(fresh) = play(&scene, shell)? else {
                    continue;
                };
                if fresh != scene.output {
                    let line = block.line + scene.line + first_difference(&fresh, &scene.output);
                    let message = format!("`{}` prints something else now", scene.shell_line());
                    let mend = "read the difference, then `cargo xtask tidy --update`";
                    findings.push(Finding::new(document, line, message, mend));
                }
            }
        }
    }
    Ok(findings)
}

fn rewrite(text: &str, shell: Shell<'_>) -> Result<String, String> {
    let mut fresh = text.to_owned();
    // From the end, so that earlier places stay where they are.
    for block in shown(text).into_iter().rev() {
        let mut inside = String::new();
        for scene in scenes(&block) {
            scene
                .typed
                .iter()
                .for_each(|line| inside.extend([line, "\n"]));
            let output = play(&scene, shell)?.unwrap_or_else(|| scene.output.clone());
            output.iter().for_each(|line| inside.extend([line, "\n"]));
        }
        fresh.replace_range(block.range, &inside);
    }
    Ok(fresh)
}

fn shown(text: &str) -> Vec<Block> {
    let blocks = Page::read(text).blocks.into_iter();
    blocks.filter(|block| block.language == "console").collect()
}

/// What is typed and what it prints.
#[derive(Debug, Default)]
struct Scene<'a> {
    /// Index of the first typed line in its block.
    line: usize,
    typed: Vec<&'a str>,
    output: Vec<String>,
}

impl Scene<'_> {
    fn shell_line(&self) -> String {
        let bare = self.typed.iter().map(|line| line.get(2..).unwrap_or(""));
        bare.collect::<Vec<_>>().join("\n")
    }

    fn calls_demur(&self) -> bool {
        let line = self.shell_line();
        line.split(['|', '&', ';', '\n'])
            .any(|part| part.split_whitespace().find(|word| !word.contains('=')) == Some("demur"))
    }
}

fn scenes(block: &Block) -> Vec<Scene<'_>> {
    let mut scenes: Vec<Scene<'_>> = Vec::new();
    for (line, text) in block.text.lines().enumerate() {
        match scenes.last_mut() {
            Some(scene) if text.starts_with("> ") && scene.output.is_empty() => {
                scene.typed.push(text);
            }
            Some(scene) if !text.starts_with("$ ") => scene.output.push(text.to_owned()),
            _ => scenes.push(Scene {
                line,
                typed: vec![text],
                output: Vec::new(),
            }),
        }
    }
    scenes
}

/// What a scene prints now; nothing when it is none of ours.
fn play(scene: &Scene<'_>, shell: Shell<'_>) -> Result<Option<Vec<String>>, String> {
    if !scene.calls_demur() {
        return Ok(None);
    }
    let printed = shell(&scene.shell_line())?;
    let mut lines: Vec<String> = printed
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    // A blank line before the next command is layout of the page.
    let blank = scene
        .output
        .iter()
        .rev()
        .take_while(|line| line.is_empty())
        .count();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.extend(std::iter::repeat_n(String::new(), blank));
    Ok(Some(lines))
}

/// Lines from the typed line to the first line of output that differs.
fn first_difference(fresh: &[String], shown: &[String]) -> usize {
    let same = fresh
        .iter()
        .zip(shown)
        .take_while(|(fresh, shown)| fresh == shown)
        .count();
    1 + same.min(shown.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "Try:\n\n```console\n$ demur decide a.yaml\nserve\n\n$ ls\nwhatever\n```\n";

    fn shell(line: &str) -> Result<String, String> {
        assert_eq!(line, "demur decide a.yaml");
        Ok("refuse\n".to_owned())
    }

    #[test]
    fn a_stale_output_is_found_at_its_line() {
        let repository = Repository::of(&[("README.md", PAGE)]);
        let findings = check_with(&repository, &shell).unwrap();
        let [finding] = findings.as_slice() else {
            panic!("{findings:?}")
        };
        assert_eq!((finding.line, finding.path.as_str()), (5, "README.md"));
        assert_eq!(
            finding.message,
            "`demur decide a.yaml` prints something else now"
        );
    }

    #[test]
    fn update_rewrites_only_what_demur_prints() {
        let fresh = rewrite(PAGE, &shell).unwrap();
        assert_eq!(fresh, PAGE.replace("serve", "refuse"));
        let repository = Repository::of(&[("README.md", &fresh)]);
        assert_eq!(check_with(&repository, &shell), Ok(Vec::new()));
    }

    #[test]
    fn typed_lines_go_on_after_an_angle_bracket() {
        let page = "```console\n$ demur decide - <<END\n> at: 2026-11-22\n> END\nserve\n```\n";
        let text = |line: &str| {
            assert_eq!(line, "demur decide - <<END\nat: 2026-11-22\nEND");
            Ok("serve\n".to_owned())
        };
        assert_eq!(rewrite(page, &text), Ok(page.to_owned()));
    }
}
