//! Commands in prose: each `cargo …` and `demur …` names a subcommand and options that exist.

use serde_json::Value;

use super::finding::Finding;
use super::markdown::Page;
use crate::CHORES;
use crate::product::Product;
use crate::repository::Repository;

/// Subcommands of cargo itself and of the tools that the pages tell how to install.
const CARGO: &[&str] = &[
    "add", "bench", "build", "check", "clippy", "deny", "doc", "fmt", "fuzz", "install",
    "metadata", "run", "test", "tree", "update", "xtask",
];

pub(crate) fn check(repository: &Repository, workspace: &Value, product: &Product) -> Vec<Finding> {
    let help = |words: &[String]| product.help(words);
    check_with(repository, &packages(workspace), &help)
}

/// The text of `demur WORDS --help`, when there is such a subcommand.
type Help<'a> = &'a dyn Fn(&[String]) -> Option<String>;

fn check_with(repository: &Repository, packages: &[String], help: Help<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, text) in repository.documents() {
        for (line, command) in commands(&Page::read(text)) {
            if let Err((message, mend)) = judge(&command, packages, help) {
                findings.push(Finding::new(document, line, message, mend));
            }
        }
    }
    findings
}

/// Every command that a page shows, cut at pipes and other joints of the shell.
fn commands(page: &Page) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, &str)> = Vec::new();
    for block in &page.blocks {
        let console = block.language == "console";
        if console || matches!(block.language.as_str(), "sh" | "bash" | "shell") {
            let numbered = block.text.lines().enumerate();
            lines.extend(numbered.filter_map(|(index, line)| {
                let line = if console {
                    line.strip_prefix("$ ")?
                } else {
                    line
                };
                Some((block.line + index, line))
            }));
        }
    }
    lines.extend(
        page.spans
            .iter()
            .map(|span| (span.line, span.text.as_str())),
    );
    let mut commands = Vec::new();
    for (line, text) in lines {
        let text = text.split(" #").next().unwrap_or("");
        for part in text.split(" | ").flat_map(|part| part.split("&&")) {
            let part = part.trim();
            if part.starts_with("cargo ") || part.starts_with("demur ") {
                commands.push((line, part.to_owned()));
            }
        }
    }
    commands
}

/// What is wrong with a command, and the mend.
type Fault = (String, String);

fn judge(command: &str, packages: &[String], help: Help<'_>) -> Result<(), Fault> {
    let words: Vec<&str> = command.split_whitespace().collect();
    match words.as_slice() {
        ["demur", rest @ ..] => judge_demur(rest, help),
        ["cargo", toolchain, rest @ ..] if toolchain.starts_with('+') => {
            judge_cargo(rest, packages, help)
        }
        ["cargo", rest @ ..] => judge_cargo(rest, packages, help),
        _ => Ok(()),
    }
}

fn judge_cargo(words: &[&str], packages: &[String], help: Help<'_>) -> Result<(), Fault> {
    let Some((subcommand, rest)) = words.split_first() else {
        return Ok(());
    };
    if is_word(subcommand) && !CARGO.contains(subcommand) {
        let mend = "use one that exists, or add it to CARGO in xtask/src/tidy/commands.rs";
        return Err((
            format!("cargo has no subcommand `{subcommand}`"),
            mend.to_owned(),
        ));
    }
    if *subcommand == "xtask" {
        let chore = rest.first().copied().unwrap_or("");
        let known = CHORES.iter().any(|(name, ..)| *name == chore);
        if is_word(chore) && !known {
            let chores = CHORES
                .iter()
                .map(|(name, ..)| *name)
                .collect::<Vec<_>>()
                .join(", ");
            return Err((
                format!("there is no chore `{chore}`"),
                format!("chores are {chores}"),
            ));
        }
        return Ok(());
    }
    let split = rest
        .iter()
        .position(|word| *word == "--")
        .unwrap_or(rest.len());
    let (own, passed) = rest.split_at(split);
    let mut package = "demur";
    for pair in own.windows(2) {
        if let ["-p" | "--package", name] = pair {
            package = name;
            if is_word(name) && !packages.iter().any(|known| known == name) {
                let mend = format!("packages are {}", packages.join(", "));
                return Err((format!("there is no package `{name}`"), mend));
            }
        }
    }
    match passed {
        ["--", passed @ ..] if *subcommand == "run" && package == "demur" => {
            judge_demur(passed, help)
        }
        _ => Ok(()),
    }
}

fn judge_demur(words: &[&str], help: Help<'_>) -> Result<(), Fault> {
    let leading = words
        .iter()
        .take_while(|word| word.split('|').all(is_word))
        .count();
    let (leading, rest) = words.split_at(leading);
    let mut text = help(&[]).unwrap_or_default();
    let mut path: Vec<String> = Vec::new();
    for word in leading {
        let parent = path.clone();
        // `law check|test` names two subcommands.
        for choice in word.split('|') {
            path.clone_from(&parent);
            path.push(choice.to_owned());
            let Some(found) = help(&path) else {
                let call = ["demur".to_owned()]
                    .into_iter()
                    .chain(parent)
                    .collect::<Vec<_>>();
                let call = call.join(" ");
                let message = format!("`{call}` has no subcommand `{choice}`");
                return Err((message, format!("`{call} --help` lists what there is")));
            };
            text = found;
        }
    }
    for option in rest.iter().filter_map(|word| long_option(word)) {
        if !options(&text).any(|known| known == option) {
            let call = ["demur".to_owned()]
                .into_iter()
                .chain(path)
                .collect::<Vec<_>>()
                .join(" ");
            let message = format!("`{call}` has no option `{option}`");
            return Err((message, format!("`{call} --help` lists what there is")));
        }
    }
    Ok(())
}

/// A subcommand as people type it, not a file, a part to fill in, or an option.
fn is_word(word: &str) -> bool {
    let mut letters = word.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_lowercase())
        && letters.all(|c| c.is_ascii_lowercase() || c == '-')
}

fn long_option(word: &str) -> Option<&str> {
    let word = word.trim_start_matches('[').trim_end_matches(']');
    let name = word.split('=').next()?;
    name.strip_prefix("--")
        .filter(|name| is_word(name))
        .map(|_| name)
}

fn options(help: &str) -> impl Iterator<Item = &str> {
    help.split(|c: char| !(c.is_ascii_lowercase() || c == '-'))
        .filter(|w| w.starts_with("--"))
}

fn packages(workspace: &Value) -> Vec<String> {
    let packages = workspace.get("packages").and_then(Value::as_array);
    let names = packages
        .into_iter()
        .flatten()
        .filter_map(|package| package.get("name")?.as_str());
    names.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn help(words: &[String]) -> Option<String> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] => Some("Options:\n      --help".to_owned()),
            ["decide"] => Some("Usage: decide FILE\n      --format <FORMAT>".to_owned()),
            ["law"] | ["law", "check"] | ["law", "test"] => Some("Options: --law".to_owned()),
            _ => None,
        }
    }

    fn found(page: &str) -> Vec<String> {
        let repository = Repository::of(&[("README.md", page)]);
        let packages = ["demur".to_owned(), "xtask".to_owned()];
        let findings = check_with(&repository, &packages, &help);
        findings
            .into_iter()
            .map(|f| format!("{}: {}", f.line, f.message))
            .collect()
    }

    #[test]
    fn known_commands_pass() {
        let page = "`demur …` `demur` `demur decide FILE` `demur law check|test` `cargo +nightly \
                    fuzz run parser` `cargo xtask tidy --update` `cargo test -p xtask`\n\n\
                    ```console\n$ cat a.yaml | demur decide - --format json\ndemur answers\n```\n";
        assert_eq!(found(page), [""; 0]);
    }

    #[test]
    fn unknown_subcommands_options_and_packages_are_found() {
        let page = "```sh\ncargo run --release -- decode a.yaml\ndemur law prove # later\n\
                    demur decide --loud\ncargo xtask dance\ncargo test -p demur-gossip\n\
                    cargo conjure\n```\n";
        assert_eq!(
            found(page),
            [
                "2: `demur` has no subcommand `decode`",
                "3: `demur law` has no subcommand `prove`",
                "4: `demur decide` has no option `--loud`",
                "5: there is no chore `dance`",
                "6: there is no package `demur-gossip`",
                "7: cargo has no subcommand `conjure`",
            ]
        );
    }

    #[test]
    fn only_typed_lines_of_a_console_count() {
        assert_eq!(
            found("```console\n$ true\ndemur nonsense\n```\n```text\ndemur no\n```"),
            [""; 0]
        );
    }
}
