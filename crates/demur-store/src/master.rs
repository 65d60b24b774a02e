//! The master key: wraps every other key, and is kept where neither database nor key store is.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;

use zeroize::Zeroizing;

use crate::crypto::{Key, hex, unhex};
use crate::error::{Result, StoreError};
use crate::why::Why;

/// Wraps the keys of the key store. Lost, it takes all texts and contacts of the record with it.
#[derive(Clone, Debug)]
pub struct MasterKey(pub(crate) Key);

impl MasterKey {
    /// From 64 hexadecimal digits, as they stand in a file or an environment variable.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(text: &str) -> Result<Self> {
        let bytes = unhex(text.trim()).map(Zeroizing::new);
        let key = bytes.and_then(|bytes| Key::of(&bytes));
        key.map(Self).ok_or(StoreError::MasterKey {
            why: Why::KeyMalformed,
        })
    }

    /// Reads the file of [`MasterKey::create`].
    ///
    /// # Errors
    /// When it cannot be read, others than its owner may read it, or it holds anything else.
    pub fn read(path: &Path) -> Result<Self> {
        let mut file = File::open(path).map_err(|error| StoreError::file(path, &error))?;
        owner_only(path, &file)?;
        let mut text = Zeroizing::new(String::new());
        file.read_to_string(&mut text)
            .map_err(|error| StoreError::file(path, &error))?;
        Self::parse(&text)
    }

    /// Makes a new key and a file for it that only its owner reads.
    ///
    /// # Errors
    /// When there is such a file already, or it cannot be written.
    pub fn create(path: &Path) -> Result<Self> {
        let key = Self(Key::random()?);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let text = Zeroizing::new(hex(key.0.bytes()));
        let written = options.open(path).and_then(|mut file| {
            writeln!(file, "{}", *text)?;
            file.sync_all()
        });
        written.map_err(|error| StoreError::file(path, &error))?;
        Ok(key)
    }
}

#[cfg(unix)]
fn owner_only(path: &Path, file: &File) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let status = file
        .metadata()
        .map_err(|error| StoreError::file(path, &error))?;
    if status.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    Err(StoreError::MasterKey {
        why: Why::KeyOpen {
            path: path.display().to_string(),
        },
    })
}

#[cfg(not(unix))]
fn owner_only(_: &Path, _: &File) -> Result<()> {
    Ok(())
}
