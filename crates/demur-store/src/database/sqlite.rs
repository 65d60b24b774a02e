//! SQLite: one file, write-ahead log, flushed at every commit.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, ToSql, params_from_iter};

use super::{Put, Row, Value, on_conflict};
use crate::error::{Result, StoreError};
use crate::schema::Table;
use crate::why::Why;

/// How long a writer waits for another process before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// `secure_delete` overwrites deleted bytes; the log is folded back about every 16 MB.
const PRAGMAS: &str = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
    PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; \
    PRAGMA wal_autocheckpoint = 4000;";

pub(crate) struct Sqlite {
    connection: Connection,
    /// A file beside the database, locked by whoever is next. SQLite itself has no queue, and a
    /// busy process would begin again and again before another one looks. Without the file (where
    /// nothing may be written) it goes as it goes.
    turn: Option<File>,
}

/// Does something while nobody else who asks for a turn does.
fn one_after_another<T>(turn: Option<&File>, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let turn = turn.filter(|turn| turn.lock().is_ok());
    let done = work();
    let _unlocked = turn.map(File::unlock);
    done
}

/// Switches to a log that is written ahead; the name of the mode. While somebody else does the same
/// to a new file, SQLite does not wait.
fn log_ahead(connection: &Connection) -> Result<String> {
    let mode = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0));
    mode.map_err(|error| fault(&error))
}

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        create_private(path)?;
        let connection = Connection::open(path).map_err(|error| fault(&error))?;
        connection
            .busy_timeout(PATIENCE)
            .map_err(|error| fault(&error))?;
        connection.set_prepared_statement_cache_capacity(256);
        let turn = private(&PathBuf::from(format!("{}-turn", path.display())), true).ok();
        let mode = one_after_another(turn.as_ref(), || log_ahead(&connection))?;
        if mode != "wal" {
            return Err(StoreError::NotDurable {
                setting: format!("journal_mode = {mode}"),
            });
        }
        connection
            .execute_batch(PRAGMAS)
            .map_err(|error| fault(&error))?;
        Ok(Self { connection, turn })
    }

    /// Waits for its turn, and then for the end of the transaction that is running.
    pub(crate) fn begin(&mut self) -> Result<()> {
        one_after_another(self.turn.as_ref(), || {
            let begun = self.connection.execute_batch("BEGIN IMMEDIATE");
            begun.map_err(|error| fault(&error))
        })
    }

    pub(crate) fn script(&mut self, sql: &str) -> Result<()> {
        self.connection
            .execute_batch(sql)
            .map_err(|error| fault(&error))
    }

    pub(crate) fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64> {
        let changed = self
            .connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(params_from_iter(values)))
            .map_err(|error| fault(&error))?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    pub(crate) fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>> {
        self.read(sql, values).map_err(|error| fault(&error))
    }

    fn read(&mut self, sql: &str, values: &[Value]) -> rusqlite::Result<Vec<Row>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let width = statement.column_count();
        let mut found = statement.query(params_from_iter(values))?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let values = (0..width).map(|index| row.get_ref(index).map(value));
            rows.push(Row::of(values.collect::<rusqlite::Result<_>>()?));
        }
        Ok(rows)
    }

    pub(crate) fn put(&mut self, table: &Table, put: Put, rows: &[Vec<Value>]) -> Result<()> {
        let marks: Vec<String> = (1..=table.columns.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({}){}",
            table.name,
            table.column_list(),
            marks.join(", "),
            on_conflict(table, put)
        );
        let mut statement = self
            .connection
            .prepare_cached(&sql)
            .map_err(|error| fault(&error))?;
        for row in rows {
            statement
                .execute(params_from_iter(row))
                .map_err(|error| fault(&error))?;
        }
        Ok(())
    }

    /// The log still has what was deleted from the file, so it is folded back and cut to nothing.
    pub(crate) fn scrub(&mut self) -> Result<()> {
        let busy: i64 = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(|error| fault(&error))?;
        if busy == 0 {
            Ok(())
        } else {
            Err(StoreError::Busy)
        }
    }
}

/// The file is there and only its owner reads it, before SQLite writes the first byte.
fn create_private(path: &Path) -> Result<()> {
    match private(path, false) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(StoreError::file(path, &error)),
    }
}

/// A file of one's own; one that is there already counts only when told so.
fn private(path: &Path, there: bool) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(there).create_new(!there);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Text(number.to_string()),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn fault(error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::DiskFull,
        // Where it may not make its log beside the file, SQLite cannot open it.
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            StoreError::ReadOnly
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            StoreError::damaged(error.to_string())
        }
        _ => StoreError::Database {
            why: Why::technical(error),
        },
    }
}
