//! The tables as they are now, and the way to them from every earlier version.

use crate::database::{Connection, Put, Value};
use crate::error::{Result, StoreError};

/// What a column holds, in both databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Int,
    Text,
    Blob,
}

#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
}

/// A table with all of its columns, in the order in which rows are written.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [Column],
    pub(crate) key: &'static [&'static str],
}

impl Table {
    pub(crate) fn column_list(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|column| column.name).collect();
        names.join(", ")
    }
}

macro_rules! table {
    ($constant:ident = $name:literal [$($key:literal),+] { $($column:ident: $kind:ident,)+ }) => {
        pub(crate) const $constant: $crate::schema::Table = $crate::schema::Table {
            name: $name,
            columns: &[$($crate::schema::Column {
                name: stringify!($column),
                kind: $crate::schema::Kind::$kind,
            }),+],
            key: &[$($key),+],
        };
    };
}
pub(crate) use table;

table!(META = "demur_meta" ["name"] { name: Text, value: Text, });
table!(HEAD = "demur_head" ["id"] { id: Int, seq: Int, hash: Blob, utc: Int, });
table!(CASE = "demur_case" ["number"] {
    number: Text, version: Int, state: Text, site: Text,
    class: Text, basis: Text, purpose: Text, retention_rule: Text,
    month: Text, day: Text, band: Int,
    ground: Text, verdict: Text, choice: Text, decided_role: Text, deviation: Text,
    against_must_serve: Int, minor: Int, adjustment_offered: Int, seconds: Int,
    runs_until: Text, deadline: Text, deadline_kind: Text,
    created_by: Text, decided_by: Text, confirmed_by: Text,
    identity: Text, key_id: Text, tier_a_until: Text, tier_b_until: Text, on_hold: Int,
    lawbook: Text, situation: Text, opinion: Text, skeleton: Text, commitment: Blob,
});
table!(EVENT = "demur_event" ["case_number", "nr"] {
    case_number: Text, nr: Int, seq: Int, month: Text, day: Text, band: Int,
    kind: Text, role: Text, data: Text, salt: Blob,
});
table!(SEALED = "demur_sealed" ["case_number", "part"] {
    case_number: Text, part: Int, kind: Text, superseded: Int, due: Text, body: Blob,
});
table!(LOOKUP = "demur_lookup" ["tag", "case_number"] { tag: Blob, case_number: Text, });
table!(REQUEST = "demur_request" ["request"] {
    request: Text, fingerprint: Blob, case_number: Text, day: Text, body: Blob,
});
table!(JOURNAL = "demur_journal" ["seq"] {
    seq: Int, utc: Text, actor: Text, role: Text, event: Text, case_number: Text,
    object: Blob, hash: Blob,
});
table!(HOLD = "demur_hold" ["case_number", "nr"] {
    case_number: Text, nr: Int, fact: Text, fact_day: Text, set_day: Text,
    author: Text, review_by: Text, ended: Text,
});
table!(STATISTIC = "demur_statistic" ["month", "site", "class", "ground", "verdict", "choice"] {
    month: Text, site: Text, class: Text, ground: Text, verdict: Text, choice: Text, cases: Int,
});

/// Every table of the record; a backup has them in this order.
pub(crate) const TABLES: &[Table] = &[
    META, HEAD, CASE, EVENT, SEALED, LOOKUP, REQUEST, JOURNAL, HOLD, STATISTIC,
];

struct Migration {
    sql: &'static str,
    /// What only PostgreSQL has to be told.
    postgres: &'static str,
}

/// Forward only: a released migration is never changed, only followed by another.
const MIGRATIONS: &[Migration] = &[
    Migration {
        sql: include_str!("../migrations/0001_case_files.sql"),
        postgres: include_str!("../migrations/0001_case_files.postgres.sql"),
    },
    Migration {
        sql: include_str!("../migrations/0002_retention.sql"),
        postgres: "",
    },
    Migration {
        sql: include_str!("../migrations/0003_deliberation.sql"),
        postgres: "",
    },
];

/// Version of the newest schema.
pub(crate) fn newest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Zero: the database has nothing of the record yet.
pub(crate) fn version(database: &mut Connection) -> Result<i64> {
    version_in(database, META.name)
}

/// The version that a table of remarks tells; zero when there is no such table.
pub(crate) fn version_in(database: &mut Connection, meta: &str) -> Result<i64> {
    let tables = if database.is_postgres() {
        "SELECT COUNT(*) FROM pg_catalog.pg_tables \
         WHERE schemaname = current_schema() AND tablename = $1::text"
    } else {
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1"
    };
    let there = database.row(tables, &[meta.into()])?;
    if there.map(|mut row| row.int()).transpose()?.unwrap_or(0) == 0 {
        return Ok(0);
    }
    let sql = format!("SELECT value FROM {meta} WHERE name = 'schema'");
    let version = database.row(&sql, &[])?;
    let version = version.map(|mut row| row.text()).transpose()?;
    version
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| StoreError::damaged("no schema version"))
}

/// Brings the tables to the newest version, all steps in one transaction.
pub(crate) fn migrate(database: &mut Connection) -> Result<()> {
    let found = version(database)?;
    if found == newest() {
        return Ok(());
    }
    database.transaction(locked)
}

/// Another process may have migrated while we waited for the lock.
fn locked(database: &mut Connection) -> Result<()> {
    database.lock_schema()?;
    let found = version(database)?;
    if found > newest() {
        return Err(StoreError::SchemaNewer {
            found,
            known: newest(),
        });
    }
    steps(database, found, newest())?;
    if found == 0 {
        let head = [1.into(), 0.into(), Value::Blob(Vec::new()), 0.into()];
        database.put(&HEAD, Put::New, &[head.to_vec()])?;
        set_meta(database, "tombstones", "0")?;
    }
    set_meta(database, "schema", &newest().to_string())
}

fn steps(database: &mut Connection, from: i64, to: i64) -> Result<()> {
    let place = |version: i64| usize::try_from(version).unwrap_or(0);
    let steps = MIGRATIONS.iter().take(place(to)).skip(place(from));
    for migration in steps {
        database.script(migration.sql)?;
        if database.is_postgres() && !migration.postgres.is_empty() {
            database.script(migration.postgres)?;
        }
    }
    Ok(())
}

/// The empty tables of a version, for a backup that was made with it.
pub(crate) fn create(database: &mut Connection, version: i64) -> Result<()> {
    if !(1..=newest()).contains(&version) {
        return Err(StoreError::SchemaNewer {
            found: version,
            known: newest(),
        });
    }
    steps(database, 0, version)
}

/// A remark of the record about itself.
pub(crate) fn meta(database: &mut Connection, name: &str) -> Result<Option<String>> {
    let row = database.row(
        "SELECT value FROM demur_meta WHERE name = $1",
        &[name.into()],
    )?;
    row.map(|mut row| row.text()).transpose()
}

pub(crate) fn set_meta(database: &mut Connection, name: &str, value: &str) -> Result<()> {
    database.put(&META, Put::Replace, &[vec![name.into(), value.into()]])
}
