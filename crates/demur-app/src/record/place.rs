//! Where a record, its keys and its master key are.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use demur_store::{Location, MasterKey, StoreError, Why};

/// Where a record is. The three parts are of no use without one another, so they are kept apart.
#[derive(Debug, Clone)]
pub struct Place {
    /// The record: a SQLite file or a PostgreSQL database.
    pub record: Location,
    /// The keys: another database than the record's.
    pub keys: Location,
    /// The master key, which wraps the keys.
    pub master: Master,
}

/// Where the master key comes from.
#[derive(Clone)]
pub enum Master {
    /// A file that only its owner reads; it is made at the first start.
    File(PathBuf),
    /// 64 hexadecimal digits that were handed in.
    Given(String),
}

impl std::fmt::Debug for Master {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Given(_) => f.write_str("Given(..)"),
        }
    }
}

impl Place {
    /// The usual place: `record.db` and `keys.db` in the data directory of the program, the master
    /// key in its configuration directory.
    #[must_use]
    pub fn usual(data: &Path, configuration: &Path) -> Self {
        Self {
            record: Location::File(data.join("record.db")),
            keys: Location::File(data.join("keys.db")),
            master: Master::File(configuration.join("master.key")),
        }
    }

    /// The same with the record somewhere else. Beside a file stand its keys; the keys of a server's
    /// record stay where they usually are.
    #[must_use]
    pub fn with_record(mut self, record: Location) -> Self {
        if let Location::File(path) = &record {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            self.keys = Location::File(path.with_file_name(format!("{name}-keys.db")));
        }
        self.record = record;
        self
    }

    /// Whether there is a record already. A server is asked by opening it.
    #[must_use]
    pub fn exists(&self) -> bool {
        is_there(&self.record)
    }

    /// Refuses to make new keys for a record that has some already: it could not be read with them.
    pub(super) fn check_keys(&self) -> Result<(), StoreError> {
        match &self.keys {
            Location::File(path) if !path.exists() => Err(StoreError::File {
                path: path.display().to_string(),
                why: Why::KeysGone,
            }),
            _ => Ok(()),
        }
    }

    /// Makes the folders that are missing, readable by their owner only.
    pub(super) fn prepare(&self) -> Result<(), StoreError> {
        if matches!(self.record, Location::File(_)) && self.exists() {
            self.check_keys()?;
        }
        for location in [&self.record, &self.keys] {
            if let Location::File(path) = location {
                make_folder(path)?;
            }
        }
        Ok(())
    }

    /// The master key, with the folders of record and keys made if need be.
    ///
    /// # Errors
    /// When a folder cannot be made, or the key is missing where keys already depend on it.
    pub fn master_key(&self) -> Result<MasterKey, StoreError> {
        self.prepare()?;
        self.master()
    }

    /// The master key. It is made when there is no key store yet whose keys it would have to open.
    pub(super) fn master(&self) -> Result<MasterKey, StoreError> {
        let path = match &self.master {
            Master::Given(text) => return MasterKey::parse(text),
            Master::File(path) => path,
        };
        if path.exists() {
            return MasterKey::read(path);
        }
        if let Location::File(keys) = &self.keys
            && keys.exists()
        {
            return Err(StoreError::MasterKey {
                why: Why::KeyGone {
                    path: path.display().to_string(),
                    keys: keys.display().to_string(),
                },
            });
        }
        make_folder(path)?;
        MasterKey::create(path)
    }
}

fn is_there(location: &Location) -> bool {
    match location {
        Location::File(path) => path.exists(),
        Location::Server(_) => true,
    }
}

fn make_folder(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    else {
        return Ok(());
    };
    private_folder(folder).map_err(|error| StoreError::File {
        path: folder.display().to_string(),
        why: Why::Technical(error.to_string()),
    })
}

#[cfg(unix)]
fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}
