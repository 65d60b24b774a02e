//! Settings: small documents by name, each with a version, so that nobody overwrites unseen.

use serde_json::Value as Json;

use super::House;
use super::tables::SETTING;
use crate::database::{Connection, Put};
use crate::error::{Result, StoreError};

/// Largest setting, in bytes of JSON.
const LARGEST: usize = 1 << 20;
const LONGEST_NAME: usize = 64;

/// Something with the version that it has.
#[derive(Clone, PartialEq, Eq)]
pub struct Versioned<T> {
    /// Rises with every change, from 1.
    pub version: i64,
    /// What it is.
    pub value: T,
}

impl<T> std::fmt::Debug for Versioned<T> {
    /// A setting may have a password of another system in it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Versioned")
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

impl House {
    /// A setting; `None` when it was never set.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn setting(&self, name: &str) -> Result<Option<Versioned<Json>>> {
        check_name(name)?;
        let sql = "SELECT version, value FROM demur_house_setting WHERE name = $1";
        self.read(|database| {
            let Some(mut row) = database.row(sql, &[name.into()])? else {
                return Ok(None);
            };
            let version = row.int()?;
            let value = serde_json::from_str(&row.text()?)
                .map_err(|error| StoreError::damaged(format!("setting `{name}`: {error}")))?;
            Ok(Some(Versioned { version, value }))
        })
    }

    /// Sets a setting; its new version. `expected` is the version that the caller has read, `None`
    /// when there was none.
    ///
    /// # Errors
    /// [`StoreError::Stale`], when it has another version; when its name is not made of `a-z`,
    /// `0-9`, `.`, `-` and `_`, or it is larger than 1 MiB.
    pub fn put_setting(&self, name: &str, expected: Option<i64>, value: &Json) -> Result<i64> {
        check_name(name)?;
        let text = value.to_string();
        if text.len() > LARGEST {
            return Err(StoreError::invalid("setting", "at most 1 MiB"));
        }
        self.write_alone(|database| {
            let actual = version(database, name)?;
            if actual != expected {
                return Err(StoreError::Stale {
                    what: "setting",
                    name: name.to_owned(),
                    expected,
                    actual,
                });
            }
            let next = actual.unwrap_or(0) + 1;
            let row = vec![name.into(), next.into(), text.into()];
            database.put(&SETTING, Put::Replace, &[row])?;
            Ok(next)
        })
    }
}

fn version(database: &mut Connection, name: &str) -> Result<Option<i64>> {
    let sql = "SELECT version FROM demur_house_setting WHERE name = $1";
    let row = database.row(sql, &[name.into()])?;
    row.map(|mut row| row.int()).transpose()
}

fn check_name(name: &str) -> Result<()> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    if name.is_empty() || name.len() > LONGEST_NAME || !name.chars().all(allowed) {
        let why = "1 to 64 characters of `a-z`, `0-9`, `.`, `-` and `_`";
        return Err(StoreError::invalid("setting", why));
    }
    Ok(())
}
