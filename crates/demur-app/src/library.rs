//! Where law packs come from: built into the program, a folder, or both.

use std::fmt;
use std::fs;
use std::path::Path;

use demur_lawbook::{Compiled, Lawbook, PackFile};
use demur_syntax::{Diagnostic, Sources};
use include_dir::{Dir, include_dir};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../law");

/// Largest file of a pack, in bytes; the longest provisions have a few thousand.
const MAX_FILE: u64 = 1 << 20;

/// A lawbook with the texts that it was compiled from.
#[derive(Debug)]
pub struct Library {
    /// The texts, for showing diagnostics.
    pub sources: Sources,
    /// The lawbook.
    pub lawbook: Lawbook,
    /// What was found although it compiles.
    pub warnings: Vec<Diagnostic>,
}

/// Why there is no library.
#[derive(Debug)]
pub enum LoadError {
    /// A file or folder cannot be read.
    Unreadable {
        /// Its path.
        path: String,
        /// Why, and what to do.
        reason: String,
    },
    /// The packs have errors.
    Broken {
        /// The texts.
        sources: Sources,
        /// What is wrong with them.
        diagnostics: Vec<Diagnostic>,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, reason } => write!(f, "cannot read `{path}`: {reason}"),
            Self::Broken { diagnostics, .. } => {
                let errors = diagnostics
                    .iter()
                    .filter(|diagnostic| diagnostic.is_error())
                    .count();
                write!(f, "the law packs have {errors} errors")
            }
        }
    }
}

impl std::error::Error for LoadError {}

impl LoadError {
    /// That this cannot be read.
    pub(crate) fn unreadable(path: &Path, reason: &str) -> Self {
        Self::Unreadable {
            path: path.display().to_string(),
            reason: reason.to_owned(),
        }
    }
}

/// The files of the library that is built into the program.
#[must_use]
pub fn built_in() -> Vec<PackFile> {
    let mut files = Vec::new();
    collect(&BUILT_IN, &mut files);
    files
}

fn collect(folder: &Dir<'_>, files: &mut Vec<PackFile>) {
    for file in folder.files() {
        let path = format!("law/{}", file.path().display()).replace('\\', "/");
        if let Some(text) = file.contents_utf8().filter(|_| path.ends_with(".md")) {
            files.push(PackFile {
                path,
                text: text.to_owned(),
            });
        }
    }
    folder.dirs().for_each(|inner| collect(inner, files));
}

/// The Markdown files in a folder and the folders below it.
///
/// # Errors
///
/// The folder or one of its files cannot be read, is too large or is not text.
pub fn read_folder(folder: &Path) -> Result<Vec<PackFile>, LoadError> {
    let mut files = Vec::new();
    read_into(folder, &mut files)?;
    if files.is_empty() {
        return Err(LoadError::unreadable(
            folder,
            "it holds no Markdown file; a pack has at least a `pack.md`",
        ));
    }
    Ok(files)
}

fn read_into(folder: &Path, files: &mut Vec<PackFile>) -> Result<(), LoadError> {
    let entries =
        fs::read_dir(folder).map_err(|error| LoadError::unreadable(folder, &error.to_string()))?;
    for entry in entries {
        let path = entry
            .map_err(|error| LoadError::unreadable(folder, &error.to_string()))?
            .path();
        if path.is_dir() {
            read_into(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(read_file(&path)?);
        }
    }
    Ok(())
}

fn read_file(path: &Path) -> Result<PackFile, LoadError> {
    let size = fs::metadata(path)
        .map_err(|error| LoadError::unreadable(path, &error.to_string()))?
        .len();
    if size > MAX_FILE {
        return Err(LoadError::unreadable(
            path,
            "it is larger than 1 MiB; split it into one file for each provision",
        ));
    }
    let bytes = fs::read(path).map_err(|error| LoadError::unreadable(path, &error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        LoadError::unreadable(
            path,
            &format!(
                "it is not UTF-8 text at byte {}",
                error.utf8_error().valid_up_to()
            ),
        )
    })?;
    Ok(PackFile {
        path: path.display().to_string().replace('\\', "/"),
        text,
    })
}

/// A text that stands beside the packs of a folder; empty when there is none.
pub(crate) fn read_beside(folder: &Path, name: &str) -> Result<String, LoadError> {
    let path = folder.join(name);
    if !path.exists() {
        return Ok(String::new());
    }
    read_file(&path).map(|file| file.text)
}

/// A text that stands beside the packs that are built into the program.
pub(crate) fn built_in_text(name: &str) -> Option<&'static str> {
    BUILT_IN.get_file(name)?.contents_utf8()
}

/// The library in `law`, or the built-in one, with the house policy in `policy`.
///
/// # Errors
///
/// A file cannot be read, or a pack has an error.
pub fn load(law: Option<&Path>, policy: Option<&Path>) -> Result<Library, LoadError> {
    let files = match law {
        Some(folder) => read_folder(folder)?,
        None => built_in(),
    };
    let policy = policy.map(read_folder).transpose()?.unwrap_or_default();
    compile(files, policy)
}

/// Compiles files that were read before.
///
/// # Errors
///
/// A pack has an error.
pub fn compile(files: Vec<PackFile>, policy: Vec<PackFile>) -> Result<Library, LoadError> {
    let Compiled {
        sources,
        lawbook,
        diagnostics,
    } = demur_lawbook::compile_with_policy(files, policy);
    match lawbook {
        Some(lawbook) => Ok(Library {
            sources,
            lawbook,
            warnings: diagnostics,
        }),
        None => Err(LoadError::Broken {
            sources,
            diagnostics,
        }),
    }
}
