//! The files that belong to the project: what git knows or would add, with their texts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;

/// Texts by path, so that checks work on a repository that a test makes up.
#[derive(Debug, Default)]
pub(crate) struct Repository {
    root: PathBuf,
    /// Path from the root, with `/`; no text for files that are not UTF-8.
    files: BTreeMap<String, Option<String>>,
}

impl Repository {
    /// Reads the checkout in which this crate was built.
    pub(crate) fn open() -> Result<Self, String> {
        let root = root();
        let mut git = Command::new("git");
        git.current_dir(&root)
            .args(["ls-files", "-z", "--cached", "--others"]);
        let listed = command::output(git.arg("--exclude-standard"));
        let paths: Vec<String> = match listed {
            Ok(listed) => listed.split_terminator('\0').map(str::to_owned).collect(),
            // An unpacked archive has no git: everything but build output belongs to it.
            Err(_) => walk(&root, "")?,
        };
        let mut files = BTreeMap::new();
        for path in paths {
            // A file that was deleted and not yet committed is still listed.
            if let Ok(bytes) = fs::read(root.join(&path)) {
                files.insert(path, String::from_utf8(bytes).ok());
            }
        }
        Ok(Self { root, files })
    }

    /// A made-up repository.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), Some((*text).to_owned()));
        Self {
            root: PathBuf::new(),
            files: files.iter().map(owned).collect(),
        }
    }

    /// The folder that holds all paths.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Every file that is text, by path.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    /// The text of one file.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// Whether it is a file of the project, or a folder that holds one.
    pub(crate) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        self.files.contains_key(path)
            || self
                .files
                .range(folder.clone()..)
                .next()
                .is_some_and(|(p, _)| p.starts_with(&folder))
    }

    /// Files and folders that stand in the root.
    pub(crate) fn has_top_level(&self, name: &str) -> bool {
        !name.is_empty() && !name.contains('/') && self.has(name)
    }

    /// The pages that describe the project, for the checks of prose.
    pub(crate) fn documents(&self) -> impl Iterator<Item = (&str, &str)> {
        const PAGES: &[&str] = &[
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
        ];
        self.texts().filter(|(path, _)| {
            PAGES.contains(path) || (path.starts_with("docs/") && path.ends_with(".md"))
        })
    }
}

/// The checkout in which this crate was built.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

fn walk(root: &Path, folder: &str) -> Result<Vec<String>, String> {
    let unreadable = |error| format!("`{folder}` could not be listed: {error}");
    let mut paths = Vec::new();
    for entry in fs::read_dir(root.join(folder)).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() && name != "target" && name != ".git" {
            paths.extend(walk(root, &path)?);
        } else if kind.is_file() {
            paths.push(path);
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_exist_when_they_hold_a_file() {
        let repository = Repository::of(&[("law/pl/pack.md", ""), ("lawful.md", "")]);
        assert!(repository.has("law"));
        assert!(repository.has("law/pl/"));
        assert!(repository.has("law/pl/pack.md"));
        assert!(!repository.has("law/p"));
        assert!(!repository.has("law/pl/facts.md"));
        assert!(repository.has_top_level("law"));
        assert!(!repository.has_top_level("law/pl"));
    }

    #[test]
    fn this_checkout_knows_this_file() {
        let repository = Repository::open().unwrap();
        assert!(repository.has("xtask/src/repository.rs"));
        assert!(!repository.has("target"));
    }
}
