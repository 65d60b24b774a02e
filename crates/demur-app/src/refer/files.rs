//! Directories of providers in files and folders.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use demur_referral::{Directory, Importer, Origin, Rejected};

use crate::library::LoadError;

/// The descriptor that makes a folder a package of tables.
const DESCRIPTOR: &str = "datapackage.json";

/// Reads files (.csv, .json, .jsonld) and folders of them; a folder with a
/// `datapackage.json` is one package. What cannot be used is kept apart.
///
/// # Errors
///
/// A file or folder that was named cannot be read at all.
pub fn load(paths: &[PathBuf]) -> Result<(Directory, Vec<Rejected>), LoadError> {
    let mut importer = Importer::new();
    for path in paths {
        if path.is_dir() {
            folder(&mut importer, path)?;
        } else {
            file(&mut importer, path)?;
        }
    }
    Ok(importer.finish())
}

/// Reads texts that were kept under these names, as [`load`] reads files: a `datapackage.json`
/// and what lies beside it is one package. What cannot be used is kept apart.
#[must_use]
pub fn read(texts: &BTreeMap<&str, &str>) -> (Directory, Vec<Rejected>) {
    let mut importer = Importer::new();
    let folders: BTreeSet<&str> = texts
        .keys()
        .filter_map(|name| name.strip_suffix(DESCRIPTOR))
        .filter(|folder| folder.is_empty() || folder.ends_with('/'))
        .collect();
    for folder in &folders {
        kept_package(&mut importer, texts, folder);
    }
    for (name, text) in texts {
        let folder = name.rfind('/').and_then(|end| name.get(..=end));
        if folders.contains(folder.unwrap_or_default()) {
            continue;
        }
        match kind(Path::new(name)) {
            Some(Kind::Table) => importer.csv(name, text.as_bytes()),
            Some(Kind::Json) => importer.json(name, text.as_bytes()),
            None => importer.reject(
                Origin::whole(name),
                "this is no list of providers",
                "a list ends in .csv, .json or .jsonld",
            ),
        }
    }
    importer.finish()
}

fn kept_package(importer: &mut Importer, texts: &BTreeMap<&str, &str>, folder: &str) {
    let descriptor = format!("{folder}{DESCRIPTOR}");
    let Some(text) = texts.get(descriptor.as_str()) else {
        return;
    };
    let mut tables = Vec::new();
    for table in importer.tables(&descriptor, text.as_bytes()) {
        match texts.get(format!("{folder}{}", table.file).as_str()) {
            Some(text) => tables.push((table, text.as_bytes())),
            None => importer.reject(
                Origin::whole(&table.path),
                "this table is missing",
                "import it together with the descriptor, or take it out of it",
            ),
        }
    }
    importer.package(tables);
}

/// As people know it, with `/` between its parts.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

fn unreadable(path: &Path, error: &std::io::Error) -> LoadError {
    LoadError::unreadable(path, &error.to_string())
}

fn folder(importer: &mut Importer, path: &Path) -> Result<(), LoadError> {
    let descriptor = path.join(DESCRIPTOR);
    if descriptor.is_file() {
        return package(importer, &descriptor);
    }
    let entries = fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
    let mut inner = Vec::new();
    for entry in entries {
        inner.push(entry.map_err(|error| unreadable(path, &error))?.path());
    }
    // Folders list their files in no order.
    inner.sort();
    for each in inner {
        if each.is_dir() {
            folder(importer, &each)?;
        } else if kind(&each).is_some() {
            file(importer, &each)?;
        }
    }
    Ok(())
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Table,
    Json,
}

fn kind(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "csv" => Some(Kind::Table),
        "json" | "jsonld" => Some(Kind::Json),
        _ => None,
    }
}

fn file(importer: &mut Importer, path: &Path) -> Result<(), LoadError> {
    if path.file_name().is_some_and(|name| name == DESCRIPTOR) {
        return package(importer, path);
    }
    let input = File::open(path).map_err(|error| unreadable(path, &error))?;
    match kind(path) {
        Some(Kind::Table) => importer.csv(&shown(path), input),
        Some(Kind::Json) => importer.json(&shown(path), input),
        None => {
            let reason = "a directory of providers ends in .csv, .json or .jsonld";
            return Err(LoadError::unreadable(path, reason));
        }
    }
    Ok(())
}

fn package(importer: &mut Importer, descriptor: &Path) -> Result<(), LoadError> {
    let bytes = fs::read(descriptor).map_err(|error| unreadable(descriptor, &error))?;
    let folder = descriptor.parent().unwrap_or(Path::new(""));
    let mut tables = Vec::new();
    for table in importer.tables(&shown(descriptor), &bytes) {
        match File::open(folder.join(&table.file)) {
            Ok(input) => tables.push((table, input)),
            Err(error) => importer.reject(
                Origin::whole(&table.path),
                format!("this table cannot be read: {error}"),
                "put it beside the descriptor, or take it out of it",
            ),
        }
    }
    importer.package(tables);
    Ok(())
}
