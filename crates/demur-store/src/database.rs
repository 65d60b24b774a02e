//! The only place that talks to a database: one small interface over SQLite and PostgreSQL.
//!
//! Statements are written once, in the part of SQL that both understand, with `$1`, `$2` in order.

mod postgres;
mod sqlite;

use std::path::PathBuf;

use self::postgres::Postgres;
use self::sqlite::Sqlite;
use crate::error::{Result, StoreError};
use crate::schema::Table;

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// One SQLite file; it is created, readable by its owner only, when it does not exist.
    File(PathBuf),
    /// A PostgreSQL database (15 or newer) by URL.
    Server(String),
}

impl Location {
    /// `postgres://…` and `postgresql://…` are servers, everything else is the path of a file.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Self::Server(text.to_owned())
        } else {
            Self::File(PathBuf::from(text))
        }
    }
}

impl std::fmt::Debug for Location {
    /// A URL may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Server(_) => f.write_str("Server(..)"),
        }
    }
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(i64::from(value))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Blob(value)
    }
}

impl From<jiff::civil::Date> for Value {
    fn from(value: jiff::civil::Date) -> Self {
        Self::Text(value.to_string())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// One row of an answer; columns are taken from left to right.
#[derive(Debug)]
pub(crate) struct Row(pub(crate) std::vec::IntoIter<Value>);

impl Row {
    pub(crate) fn of(values: Vec<Value>) -> Self {
        Self(values.into_iter())
    }

    pub(crate) fn value(&mut self) -> Result<Value> {
        self.0
            .next()
            .ok_or_else(|| StoreError::damaged("a column is missing"))
    }

    pub(crate) fn int(&mut self) -> Result<i64> {
        self.maybe_int()?
            .ok_or_else(|| StoreError::damaged("a number is missing"))
    }

    pub(crate) fn maybe_int(&mut self) -> Result<Option<i64>> {
        match self.value()? {
            Value::Null => Ok(None),
            Value::Int(value) => Ok(Some(value)),
            _ => Err(StoreError::damaged("a column that should hold a number")),
        }
    }

    pub(crate) fn text(&mut self) -> Result<String> {
        self.maybe_text()?
            .ok_or_else(|| StoreError::damaged("a text is missing"))
    }

    pub(crate) fn maybe_text(&mut self) -> Result<Option<String>> {
        match self.value()? {
            Value::Null => Ok(None),
            Value::Text(value) => Ok(Some(value)),
            _ => Err(StoreError::damaged("a column that should hold a text")),
        }
    }

    pub(crate) fn maybe_day(&mut self) -> Result<Option<jiff::civil::Date>> {
        let text = self.maybe_text()?;
        text.map(|text| {
            text.parse()
                .map_err(|_| StoreError::damaged("a column that should hold a day"))
        })
        .transpose()
    }

    pub(crate) fn blob(&mut self) -> Result<Vec<u8>> {
        self.maybe_blob()?
            .ok_or_else(|| StoreError::damaged("bytes are missing"))
    }

    pub(crate) fn maybe_blob(&mut self) -> Result<Option<Vec<u8>>> {
        match self.value()? {
            Value::Null => Ok(None),
            Value::Blob(value) => Ok(Some(value)),
            _ => Err(StoreError::damaged("a column that should hold bytes")),
        }
    }
}

/// What happens to a row whose key is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// It is an error of the database.
    New,
    /// The row takes the place of the old one.
    Replace,
}

/// One open database.
pub(crate) enum Connection {
    Sqlite(Sqlite),
    Postgres(Box<Postgres>),
}

impl Connection {
    pub(crate) fn open(location: &Location) -> Result<Self> {
        Ok(match location {
            Location::File(path) => Self::Sqlite(Sqlite::open(path)?),
            Location::Server(url) => Self::Postgres(Box::new(Postgres::open(url)?)),
        })
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Starts a transaction that will write.
    pub(crate) fn begin(&mut self) -> Result<()> {
        match self {
            Self::Sqlite(sqlite) => sqlite.begin(),
            Self::Postgres(postgres) => postgres.script("BEGIN"),
        }
    }

    /// All of it, or nothing.
    pub(crate) fn transaction<T>(&mut self, run: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.begin()?;
        let outcome = run(self).and_then(|value| self.commit().map(|()| value));
        if outcome.is_err() {
            self.rollback();
        }
        outcome
    }

    /// Starts a transaction that sees one moment of the database and changes nothing.
    pub(crate) fn begin_reading(&mut self) -> Result<()> {
        match self {
            Self::Sqlite(sqlite) => sqlite.script("BEGIN DEFERRED"),
            Self::Postgres(postgres) => {
                postgres.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            }
        }
    }

    pub(crate) fn commit(&mut self) -> Result<()> {
        self.script("COMMIT")
    }

    /// Takes back what the transaction did; a lost connection has done that already.
    pub(crate) fn rollback(&mut self) {
        let _gone_already = self.script("ROLLBACK");
    }

    /// Statements without arguments, one after the other.
    pub(crate) fn script(&mut self, sql: &str) -> Result<()> {
        match self {
            Self::Sqlite(sqlite) => sqlite.script(sql),
            Self::Postgres(postgres) => postgres.script(sql),
        }
    }

    /// One statement; the number of rows that it changed.
    pub(crate) fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64> {
        match self {
            Self::Sqlite(sqlite) => sqlite.run(sql, values),
            Self::Postgres(postgres) => postgres.run(sql, values),
        }
    }

    pub(crate) fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>> {
        match self {
            Self::Sqlite(sqlite) => sqlite.rows(sql, values),
            Self::Postgres(postgres) => postgres.rows(sql, values),
        }
    }

    pub(crate) fn row(&mut self, sql: &str, values: &[Value]) -> Result<Option<Row>> {
        Ok(self.rows(sql, values)?.into_iter().next())
    }

    /// The rows whose `column` is one of `values`; `select` ends before `WHERE`.
    ///
    /// The list is filled up to a power of two, so that few different statements are prepared.
    pub(crate) fn rows_among(
        &mut self,
        select: &str,
        column: &str,
        values: &[String],
    ) -> Result<Vec<Row>> {
        let Some(last) = values.last() else {
            return Ok(Vec::new());
        };
        let size = values.len().next_power_of_two();
        let marks: Vec<String> = (1..=size).map(|mark| format!("${mark}")).collect();
        let sql = format!("{select} WHERE {column} IN ({})", marks.join(","));
        let filled = values.iter().chain(std::iter::repeat(last)).take(size);
        let filled: Vec<Value> = filled.map(|value| Value::from(value.as_str())).collect();
        self.rows(&sql, &filled)
    }

    /// Whole rows of a table, as many at once as the database takes.
    pub(crate) fn put(&mut self, table: &Table, put: Put, rows: &[Vec<Value>]) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        match self {
            Self::Sqlite(sqlite) => sqlite.put(table, put, rows),
            Self::Postgres(postgres) => postgres.put(table, put, rows),
        }
    }

    /// Removes from the disk what deleted rows left behind, as far as the database can.
    pub(crate) fn scrub(&mut self, tables: &[&str]) -> Result<()> {
        match self {
            Self::Sqlite(sqlite) => sqlite.scrub(),
            Self::Postgres(postgres) => postgres.scrub(tables),
        }
    }

    /// Lets nobody else change the schema until the transaction ends.
    pub(crate) fn lock_schema(&mut self) -> Result<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(_) => self
                .rows("SELECT pg_advisory_xact_lock(7235443)::text", &[])
                .map(|_| ()),
        }
    }
}

/// What to do with a row that is there already, as both databases say it.
fn on_conflict(table: &Table, put: Put) -> String {
    if put == Put::New {
        return String::new();
    }
    let kept = table
        .columns
        .iter()
        .filter(|column| !table.key.contains(&column.name));
    let set: Vec<String> = kept
        .map(|column| format!("{0} = excluded.{0}", column.name))
        .collect();
    format!(
        " ON CONFLICT ({}) DO UPDATE SET {}",
        table.key.join(", "),
        set.join(", ")
    )
}
