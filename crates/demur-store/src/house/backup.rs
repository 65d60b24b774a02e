//! Backups of the house: one JSON file of everything that does not end by itself, and the way back.
//!
//! Both databases write and read the same form. What is sealed stays sealed under the master key.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::people::totp_about;
use super::tables::{self, KEPT, wrong_master};
use super::{House, tables::PERSON};
use crate::clock::stamp;
use crate::crypto::{hex, sha256};
use crate::database::{Connection, Put, Value};
use crate::error::{Result, StoreError};
use crate::schema::Table;
use crate::store::backup::{decode, dump_table, encode};
use crate::why::Why;

/// What a backup of the house holds, or what came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseBackup {
    /// Rows of all tables.
    pub rows: u64,
    /// People among them.
    pub people: u64,
}

#[derive(Serialize, Deserialize)]
struct Content {
    demur_house: i64,
    schema: i64,
    made: String,
    /// Of `tables`, as they stand there.
    sha256: String,
    tables: Vec<Rows>,
}

#[derive(Serialize, Deserialize)]
struct Rows {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Json>>,
}

fn bad(why: Why) -> StoreError {
    StoreError::Backup { why }
}

fn hash(tables: &[Rows]) -> Result<String> {
    let text = serde_json::to_vec(tables).map_err(|error| bad(Why::technical(error)))?;
    Ok(hex(&sha256(&[&text])))
}

fn summary(tables: &[Rows]) -> HouseBackup {
    let count = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
    let people = tables.iter().find(|table| table.name == PERSON.name);
    HouseBackup {
        rows: tables.iter().map(|table| count(table.rows.len())).sum(),
        people: people.map_or(0, |table| count(table.rows.len())),
    }
}

impl House {
    /// Writes a backup of people, API keys, settings and documents, of one moment, readable by its
    /// owner only: it has hashes of passwords and sealed secrets in it. Sessions, drafts, one-time
    /// tokens and counts of failures are not in it.
    ///
    /// # Errors
    /// When the database does not answer or the file cannot be written.
    pub fn export(&self, path: &Path) -> Result<HouseBackup> {
        let tables = self.read(|database| {
            database.begin_reading()?;
            let tables = KEPT.iter().map(|table| dump(database, table));
            let tables: Result<Vec<Rows>> = tables.collect();
            database.rollback();
            tables
        })?;
        let content = Content {
            demur_house: 1,
            schema: tables::newest(),
            made: stamp(self.now().utc),
            sha256: hash(&tables)?,
            tables,
        };
        write_file(path, &content).map_err(|error| StoreError::file(path, &error))?;
        Ok(summary(&content.tables))
    }

    /// Puts a backup into a house that has nobody and nothing in it yet.
    ///
    /// # Errors
    /// When the file is damaged or newer, was made under another master key, or the house is not
    /// empty. Nothing has changed then.
    pub fn import(&self, path: &Path) -> Result<HouseBackup> {
        let content = read_file(path)?;
        let rows = content.tables.iter().map(|table| self.check(table));
        let rows: Vec<(&Table, Vec<Vec<Value>>)> = rows.collect::<Result<_>>()?;
        self.write_alone(|database| {
            for table in KEPT {
                let sql = format!("SELECT COUNT(*) FROM {}", table.name);
                let there = database.row(&sql, &[])?;
                if there.map(|mut row| row.int()).transpose()? != Some(0) {
                    return Err(bad(Why::NotEmpty));
                }
            }
            for (table, rows) in &rows {
                database.put(table, Put::New, rows)?;
            }
            // What was sent to people of the empty house leads nowhere now.
            database
                .run("DELETE FROM demur_house_token", &[])
                .map(|_| ())
        })?;
        Ok(summary(&content.tables))
    }

    /// The rows of a table, when every secret among them can be opened.
    fn check(&self, rows: &Rows) -> Result<(&'static Table, Vec<Vec<Value>>)> {
        let table = KEPT.iter().find(|table| table.name == rows.name);
        let table = table.ok_or_else(|| bad(Why::BackupUnknown))?;
        if !table
            .columns
            .iter()
            .map(|column| column.name)
            .eq(&rows.columns)
        {
            return Err(bad(Why::BackupUnknown));
        }
        let mut decoded = Vec::new();
        for row in &rows.rows {
            let row: Option<Vec<Value>> = row.iter().cloned().map(decode).collect();
            let row = row.filter(|row| row.len() == table.columns.len());
            decoded.push(row.ok_or_else(|| bad(Why::BackupUnknown))?);
        }
        if table.name == PERSON.name {
            decoded.iter().try_for_each(|row| self.check_secret(row))?;
        }
        Ok((table, decoded))
    }

    fn check_secret(&self, person: &[Value]) -> Result<()> {
        let sealed = person.iter().find_map(|value| match value {
            Value::Blob(sealed) => Some(sealed),
            _ => None,
        });
        let (Some(Value::Text(pseudonym)), Some(sealed)) = (person.first(), sealed) else {
            return Ok(());
        };
        let opened = self.0.master.0.open(&totp_about(pseudonym), sealed);
        opened.map(|_| ()).ok_or_else(wrong_master)
    }

    pub(super) fn scrub(&self) -> Result<()> {
        self.read(|database| database.scrub(&[]))
    }
}

fn dump(database: &mut Connection, table: &Table) -> Result<Rows> {
    let columns = table.columns.iter().map(|column| column.name.to_owned());
    let mut dumped = Rows {
        name: table.name.to_owned(),
        columns: columns.collect(),
        rows: Vec::new(),
    };
    dump_table(database, table, |values| {
        dumped.rows.push(values.into_iter().map(encode).collect());
        Ok(())
    })?;
    Ok(dumped)
}

/// The file is whole or not there.
fn write_file(path: &Path, content: &Content) -> std::io::Result<()> {
    let beside = PathBuf::from(format!("{}.part", path.display()));
    match std::fs::remove_file(&beside) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = BufWriter::new(options.open(&beside)?);
    serde_json::to_writer(&mut out, content)?;
    out.write_all(b"\n")?;
    out.into_inner()?.sync_all()?;
    std::fs::rename(&beside, path)
}

fn read_file(path: &Path) -> Result<Content> {
    let file = File::open(path).map_err(|error| StoreError::file(path, &error))?;
    let content: Content =
        serde_json::from_reader(BufReader::new(file)).map_err(|_| bad(Why::NotABackup))?;
    if content.demur_house != 1 || content.schema > tables::newest() {
        let (found, known) = (content.schema, tables::newest());
        return Err(StoreError::SchemaNewer { found, known });
    }
    if content.sha256 != hash(&content.tables)? {
        return Err(bad(Why::BackupChanged));
    }
    Ok(content)
}
