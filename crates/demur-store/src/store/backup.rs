//! Backups: one portable file of the record, made while it is in use, and the way back.
//!
//! The file holds ciphertexts but no keys. Both databases write and read the same form, so a
//! backup also carries a record from one to the other.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::{Options, Store, replay};
use crate::access::{self, Operation};
use crate::actor::Actor;
use crate::clock::{Moment, stamp};
use crate::crypto::{hex, unhex};
use crate::database::{Connection, Row, Value};
use crate::error::{Result, StoreError};
use crate::keys::KeyStore;
use crate::pending::Pending;
use crate::schema::{self, TABLES, Table};
use crate::why::Why;

/// Rows that travel together.
const CHUNK: i64 = 1_000;

/// What a backup holds, or what came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupSummary {
    /// Rows of all tables.
    pub rows: i64,
    /// Erasures that were repeated before the record could open.
    pub erasures_repeated: i64,
}

#[derive(Serialize, Deserialize)]
struct Header {
    demur_backup: i64,
    schema: i64,
    made: String,
    tables: Vec<(String, Vec<String>)>,
}

#[derive(Serialize, Deserialize)]
struct Trailer {
    rows: i64,
    sha256: String,
}

/// Writes lines and hashes them.
struct Lines<W> {
    out: W,
    hash: Sha256,
}

impl<W: Write> Lines<W> {
    fn line(&mut self, value: &impl Serialize) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(value)?;
        line.push(b'\n');
        self.hash.update(&line);
        self.out.write_all(&line)
    }
}

pub(crate) fn encode(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(number) => json!(number),
        Value::Text(text) => Json::String(text),
        Value::Blob(bytes) => json!([hex(&bytes)]),
    }
}

pub(crate) fn decode(value: Json) -> Option<Value> {
    match value {
        Json::Null => Some(Value::Null),
        Json::Number(number) => number.as_i64().map(Value::Int),
        Json::String(text) => Some(Value::Text(text)),
        Json::Array(list) => {
            let text = list.first()?.as_str()?;
            unhex(text).map(Value::Blob)
        }
        _ => None,
    }
}

/// All rows of a table in the order of its key, a chunk at a time.
pub(crate) fn dump_table(
    database: &mut Connection,
    table: &Table,
    mut each: impl FnMut(Vec<Value>) -> Result<()>,
) -> Result<()> {
    let key = table.key.join(", ");
    let width = table.key.len();
    let marks: Vec<String> = (1..=width).map(|n| format!("${n}")).collect();
    let select = format!("SELECT {key}, {} FROM {}", table.column_list(), table.name);
    let order = format!("ORDER BY {key} LIMIT {CHUNK}");
    let first = format!("{select} {order}");
    let next = format!("{select} WHERE ({key}) > ({}) {order}", marks.join(", "));
    let mut after: Vec<Value> = Vec::new();
    loop {
        let sql = if after.is_empty() { &first } else { &next };
        let rows = database.rows(sql, &after)?;
        if rows.is_empty() {
            return Ok(());
        }
        for Row(mut values) in rows {
            after = values.by_ref().take(width).collect();
            each(values.collect())?;
        }
    }
}

fn write_backup(database: &mut Connection, path: &Path, made: &str) -> Result<BackupSummary> {
    let file_error = |error| StoreError::file(path, &error);
    let beside = PathBuf::from(format!("{}.part", path.display()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&beside).map_err(file_error)?;
    let mut lines = Lines {
        out: BufWriter::new(file),
        hash: Sha256::new(),
    };
    let columns = |table: &Table| table.columns.iter().map(|c| c.name.to_owned()).collect();
    let header = Header {
        demur_backup: 1,
        schema: schema::version(database)?,
        made: made.to_owned(),
        tables: TABLES
            .iter()
            .map(|table| (table.name.to_owned(), columns(table)))
            .collect(),
    };
    lines.line(&header).map_err(file_error)?;
    let mut rows = 0;
    for (index, table) in TABLES.iter().enumerate() {
        dump_table(database, table, |values| {
            rows += 1;
            let values: Vec<Json> = values.into_iter().map(encode).collect();
            lines.line(&(index, values)).map_err(file_error)
        })?;
    }
    let sha256 = hex(&lines.hash.clone().finalize());
    lines.line(&Trailer { rows, sha256 }).map_err(file_error)?;
    let file = lines
        .out
        .into_inner()
        .map_err(|error| file_error(error.into_error()))?;
    file.sync_all().map_err(file_error)?;
    std::fs::rename(&beside, path).map_err(file_error)?;
    Ok(BackupSummary {
        rows,
        erasures_repeated: 0,
    })
}

fn bad(why: Why) -> StoreError {
    StoreError::Backup { why }
}

/// Reads the file once without believing it: the last line has the hash of everything before.
fn check_file(path: &Path) -> Result<()> {
    let mut hash = Sha256::new();
    let mut last: Option<Vec<u8>> = None;
    each_line(path, |line| {
        if let Some(before) = last.replace(line.to_vec()) {
            hash.update(&before);
        }
        Ok(())
    })?;
    let trailer: Option<Trailer> = last.and_then(|line| serde_json::from_slice(&line).ok());
    match trailer {
        Some(trailer) if trailer.sha256 == hex(&hash.finalize()) => Ok(()),
        Some(_) => Err(bad(Why::BackupChanged)),
        None => Err(bad(Why::BackupShort)),
    }
}

/// Lines with their line ends.
fn each_line(path: &Path, mut each: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
    let file = File::open(path).map_err(|error| StoreError::file(path, &error))?;
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line);
        if read.map_err(|error| StoreError::file(path, &error))? == 0 {
            return Ok(());
        }
        each(&line)?;
    }
}

/// Fills an empty database; the caller holds the transaction.
fn load(database: &mut Connection, path: &Path) -> Result<BackupSummary> {
    let mut header: Option<Header> = None;
    let mut rows = 0;
    each_line(path, |line| {
        let Some(header) = &header else {
            let read: Header = serde_json::from_slice(line).map_err(|_| bad(Why::NotABackup))?;
            schema::create(database, read.schema)?;
            header = Some(read);
            return Ok(());
        };
        let Ok((index, values)) = serde_json::from_slice::<(usize, Vec<Json>)>(line) else {
            return Ok(());
        };
        let (table, columns) = header
            .tables
            .get(index)
            .ok_or_else(|| bad(Why::BackupUnknown))?;
        let table = TABLES.iter().find(|known| known.name == table);
        let table = table.ok_or_else(|| bad(Why::BackupUnknown))?;
        let known = |name: &String| table.columns.iter().any(|column| column.name == name);
        if !columns.iter().all(known) {
            return Err(bad(Why::BackupUnknown));
        }
        let values: Option<Vec<Value>> = values.into_iter().map(decode).collect();
        let values = values.ok_or_else(|| bad(Why::BackupUnknown))?;
        let marks: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            table.name,
            columns.join(", "),
            marks.join(", ")
        );
        database.run(&sql, &values)?;
        rows += 1;
        Ok(())
    })?;
    Ok(BackupSummary {
        rows,
        erasures_repeated: 0,
    })
}

/// Puts a backup into an empty database, and leaves the erasures made since for
/// [`Store::open`]; until then [`Store::open_replayed`] refuses.
///
/// # Errors
/// When the file is damaged or newer, or the database has something in it.
pub fn restore_without_replay(path: &Path, options: &Options) -> Result<BackupSummary> {
    check_file(path)?;
    let mut record = Connection::open(&options.record)?;
    if schema::version(&mut record)? != 0 {
        return Err(bad(Why::NotEmpty));
    }
    let summary = record.transaction(|record| load(record, path))?;
    schema::migrate(&mut record)?;
    Ok(summary)
}

/// Puts a backup into an empty database and repeats the erasures made since, before anybody can
/// open the record (PR-23).
///
/// # Errors
/// When the file is damaged or newer, the database has something in it, or the key store is not
/// there.
pub fn restore(path: &Path, options: &Options) -> Result<BackupSummary> {
    let mut summary = restore_without_replay(path, options)?;
    let mut record = Connection::open(&options.record)?;
    let mut keys = KeyStore::open(&options.keys, options.master.clone())?;
    let secrets = keys.secrets()?;
    let clock = &*options.clock;
    summary.erasures_repeated = replay::run(&mut record, &mut keys, &secrets, clock)?;
    Ok(summary)
}

impl Store {
    /// Writes a backup while everybody goes on working; it has one moment of the record. Keys are
    /// not in it.
    pub fn backup(&self, actor: &Actor, path: &Path) -> Pending<BackupSummary> {
        if let Err(error) = access::check(actor, Operation::Backup) {
            return Pending::ready(Err(error));
        }
        let path = path.to_owned();
        let made = stamp(Moment::of(&*self.context.clock).utc);
        self.readers
            .ask(move |database| write_backup(database, &path, &made))
    }
}
