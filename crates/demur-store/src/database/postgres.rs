//! PostgreSQL, over a local socket or a private network.

use std::collections::HashMap;
use std::error::Error;
use std::time::Duration;

use postgres::error::SqlState;
use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, NoTls, Statement};

use super::{Put, Row, Value, on_conflict};
use crate::error::{Result, StoreError};
use crate::schema::{Kind, Table};
use crate::why::Why;

/// `synchronous_commit` is set here, whatever the server's default is.
const SETTINGS: &str = "SET synchronous_commit TO on; SET lock_timeout TO '5s'; \
    SET client_min_messages TO warning; SET TIME ZONE 'UTC'; \
    SET idle_in_transaction_session_timeout TO '60s'";

/// How often, and after which pauses, a scrub looks whether older transactions have ended.
const SCRUB_LOOKS: u32 = 30;
const SCRUB_PAUSE: Duration = Duration::from_millis(100);

pub(crate) struct Postgres {
    client: Client,
    statements: HashMap<String, Statement>,
}

impl Postgres {
    pub(crate) fn open(url: &str) -> Result<Self> {
        let client = Client::connect(url, NoTls).map_err(|error| fault(&error))?;
        let mut opened = Self {
            client,
            statements: HashMap::new(),
        };
        opened.script(SETTINGS)?;
        opened.check()?;
        Ok(opened)
    }

    fn check(&mut self) -> Result<()> {
        let settings = "SELECT current_setting('server_version_num'), current_setting('fsync'), \
            current_setting('full_page_writes')";
        for mut row in self.rows(settings, &[])? {
            let version = row.text()?;
            if version.parse::<u32>().unwrap_or(0) < 150_000 {
                return Err(StoreError::Database {
                    why: Why::OldServer {
                        version: version.to_string(),
                    },
                });
            }
            for setting in ["fsync", "full_page_writes"] {
                if row.text()? != "on" {
                    return Err(StoreError::NotDurable {
                        setting: format!("{setting} = off"),
                    });
                }
            }
        }
        Ok(())
    }

    pub(crate) fn script(&mut self, sql: &str) -> Result<()> {
        self.client
            .batch_execute(sql)
            .map_err(|error| fault(&error))
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql).map_err(|error| fault(&error))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(crate) fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64> {
        let statement = self.prepared(sql)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        self.client
            .execute(&statement, &values)
            .map_err(|error| fault(&error))
    }

    pub(crate) fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>> {
        let statement = self.prepared(sql)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        let found = self
            .client
            .query(&statement, &values)
            .map_err(|error| fault(&error))?;
        found.iter().map(row).collect()
    }

    /// Columns travel as arrays, so that a batch is one statement however many rows it has.
    pub(crate) fn put(&mut self, table: &Table, put: Put, rows: &[Vec<Value>]) -> Result<()> {
        let marks = table.columns.iter().enumerate().map(|(index, column)| {
            let kind = match column.kind {
                Kind::Int => "bigint[]",
                Kind::Text => "text[]",
                Kind::Blob => "bytea[]",
            };
            format!("${}::{kind}", index + 1)
        });
        let sql = format!(
            "INSERT INTO {} ({}) SELECT * FROM unnest({}){}",
            table.name,
            table.column_list(),
            marks.collect::<Vec<_>>().join(", "),
            on_conflict(table, put)
        );
        let statement = self.prepared(&sql)?;
        let arrays = (0..table.columns.len()).map(|index| {
            let column = rows.iter().map(|row| row.get(index));
            column.map(|value| value.unwrap_or(&Value::Null)).collect()
        });
        let arrays: Vec<Vec<&Value>> = arrays.collect();
        let arrays: Vec<&(dyn ToSql + Sync)> = arrays.iter().map(|array| array as _).collect();
        self.client
            .execute(&statement, &arrays)
            .map(|_| ())
            .map_err(|error| fault(&error))
    }

    /// A plain vacuum leaves old bytes in the gaps of a page; a full one writes new files. Rows that
    /// a transaction still sees are copied too, so those that began before have to end first.
    pub(crate) fn scrub(&mut self, tables: &[&str]) -> Result<()> {
        if tables.is_empty() {
            return Ok(());
        }
        let ended = self.wait_for_others()?;
        for table in tables {
            self.script(&format!("VACUUM (FULL) {table}"))?;
        }
        if ended { Ok(()) } else { Err(StoreError::Busy) }
    }

    /// Whether every transaction that is running now ends within some seconds.
    fn wait_for_others(&mut self) -> Result<bool> {
        let now = self.rows("SELECT clock_timestamp()::text", &[])?;
        let now = match now.into_iter().next() {
            Some(mut row) => row.value()?,
            None => return Ok(false),
        };
        let older = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() \
            AND pid <> pg_backend_pid() AND xact_start < $1::text::timestamptz";
        for _ in 0..SCRUB_LOOKS {
            let running = self.rows(older, std::slice::from_ref(&now))?;
            let running = running.into_iter().next().map(|mut row| row.int());
            if running.transpose()?.unwrap_or(0) == 0 {
                return Ok(true);
            }
            std::thread::sleep(SCRUB_PAUSE);
        }
        Ok(false)
    }
}

fn row(found: &postgres::Row) -> Result<Row> {
    let values = found.columns().iter().enumerate().map(|(index, column)| {
        let kind = column.type_();
        let value = if *kind == Type::INT8 {
            found.try_get(index).map(|value: Option<i64>| value.into())
        } else if *kind == Type::BYTEA {
            found
                .try_get(index)
                .map(|value: Option<Vec<u8>>| value.into())
        } else {
            found
                .try_get(index)
                .map(|value: Option<String>| value.into())
        };
        value.map_err(|error| fault(&error))
    });
    Ok(Row::of(values.collect::<Result<_>>()?))
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => number.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Blob(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(kind)
    }

    to_sql_checked!();
}

fn fault(error: &postgres::Error) -> StoreError {
    let Some(state) = error.code() else {
        // Without an answer of the server the connection is at fault.
        return StoreError::ConnectionLost;
    };
    let class = state.code().get(..2).unwrap_or_default();
    match (state, class) {
        (&SqlState::DISK_FULL, _) => StoreError::DiskFull,
        (&SqlState::READ_ONLY_SQL_TRANSACTION, _) => StoreError::ReadOnly,
        (&SqlState::LOCK_NOT_AVAILABLE | &SqlState::T_R_DEADLOCK_DETECTED, _) => StoreError::Busy,
        (_, "08" | "57") => StoreError::ConnectionLost,
        (_, "XX") => StoreError::damaged(error.to_string()),
        _ => StoreError::Database {
            why: Why::Technical(
                error
                    .as_db_error()
                    .map_or_else(|| error.to_string(), |said| said.message().to_owned()),
            ),
        },
    }
}
