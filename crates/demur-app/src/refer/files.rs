//! Directories of providers in files and folders.

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
