//! The bare database: the same rows in the same tables, by group commit, and nothing else. No
//! checks, no sealing, no journal to chain, no keys, no idempotency.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use demur_store::Location;
use postgres::types::ToSql;
use postgres::{Client, NoTls};
use rusqlite::types::Value;

/// What a decision writes: table, columns that differ from row to row, rows for one decision.
const TABLES: &[(&str, &str)] = &[
    ("demur_case", "number"),
    ("demur_event", "case_number"),
    ("demur_sealed", "case_number"),
    ("demur_lookup", "case_number"),
    ("demur_request", "case_number"),
    ("demur_journal", "case_number"),
];
const MOST: usize = 512;

/// Rows of one table that one decision writes, with the names of the columns.
struct Template {
    table: &'static str,
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
}

type Job = (String, Sender<()>);

/// A writing thread with a queue, as the record has one.
pub(crate) struct Bare {
    queue: Option<Mutex<Sender<Job>>>,
    thread: Option<JoinHandle<()>>,
}

impl Bare {
    /// `case` is in the database already, as the record wrote it; its rows are the pattern.
    pub(crate) fn start(location: &Location, case: &str) -> Self {
        let (queue, inbox) = channel();
        let location = location.clone();
        let case = case.to_owned();
        let thread = std::thread::spawn(move || match &location {
            Location::File(path) => sqlite(path, &case, &inbox),
            Location::Server(url) => postgres(url, &case, &inbox),
        });
        Self {
            queue: Some(Mutex::new(queue)),
            thread: Some(thread),
        }
    }

    /// Blocks until it is on disk.
    pub(crate) fn write(&self, name: &str) {
        let (answer, answered) = channel();
        let queue = self.queue.as_ref().unwrap().lock().unwrap().clone();
        queue.send((name.to_owned(), answer)).unwrap();
        answered.recv().unwrap();
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        self.queue = None;
        self.thread.take().unwrap().join().unwrap();
    }
}

/// The next group: whoever waits by now.
fn group(inbox: &Receiver<Job>) -> Vec<Job> {
    let mut jobs: Vec<Job> = inbox.recv().into_iter().collect();
    while jobs.len() < MOST
        && !jobs.is_empty()
        && let Ok(job) = inbox.try_recv()
    {
        jobs.push(job);
    }
    jobs
}

/// The rows of a template for a new decision: keys are new, everything else is as long as it was.
fn rows(template: &Template, name: &str, seq: &mut i64) -> Vec<Vec<Value>> {
    let mut rows = template.rows.clone();
    for row in &mut rows {
        for (column, value) in template.columns.iter().zip(row) {
            match column.as_str() {
                "number" | "case_number" => *value = Value::Text(format!("LOAD-2026-{name:0>12}")),
                "request" => *value = Value::Text(format!("request-{name}")),
                "tag" => *value = Value::Blob(format!("{name:0>32}").into_bytes()),
                "seq" => {
                    *seq += 1;
                    *value = Value::Integer(*seq);
                }
                _ => {}
            }
        }
    }
    rows
}

fn sqlite(path: &std::path::Path, case: &str, inbox: &Receiver<Job>) {
    let database = rusqlite::Connection::open(path).unwrap();
    database.set_prepared_statement_cache_capacity(64);
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
        PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;";
    database.execute_batch(pragmas).unwrap();
    let templates: Vec<Template> = TABLES
        .iter()
        .map(|(table, key)| {
            let sql = format!("SELECT * FROM {table} WHERE {key} = ?1");
            let mut statement = database.prepare(&sql).unwrap();
            let names = statement.column_names();
            let columns: Vec<String> = names.into_iter().map(str::to_owned).collect();
            let width = columns.len();
            let read = statement.query_map([case], |row| (0..width).map(|n| row.get(n)).collect());
            let rows = read.unwrap().map(Result::unwrap).collect();
            Template {
                table,
                columns,
                rows,
            }
        })
        .collect();
    let mut seq = 1_000_000_000;
    loop {
        let jobs = group(inbox);
        if jobs.is_empty() {
            return;
        }
        database.execute_batch("BEGIN IMMEDIATE").unwrap();
        for (name, _) in &jobs {
            for template in &templates {
                let marks: Vec<String> = (1..=template.columns.len())
                    .map(|n| format!("?{n}"))
                    .collect();
                let sql = format!(
                    "INSERT INTO {} ({}) VALUES ({})",
                    template.table,
                    template.columns.join(", "),
                    marks.join(", ")
                );
                let mut statement = database.prepare_cached(&sql).unwrap();
                for row in rows(template, name, &mut seq) {
                    statement.execute(rusqlite::params_from_iter(row)).unwrap();
                }
            }
        }
        database.execute_batch("COMMIT").unwrap();
        jobs.iter().for_each(|(_, answer)| answer.send(()).unwrap());
    }
}

/// A column of many rows.
enum Array {
    Int(Vec<Option<i64>>),
    Text(Vec<Option<String>>),
    Blob(Vec<Option<Vec<u8>>>),
}

impl Array {
    fn of(kind: &str) -> Self {
        match kind {
            "bigint" => Self::Int(Vec::new()),
            "bytea" => Self::Blob(Vec::new()),
            _ => Self::Text(Vec::new()),
        }
    }

    fn push(&mut self, value: Value) {
        match (self, value) {
            (Self::Int(list), Value::Integer(number)) => list.push(Some(number)),
            (Self::Text(list), Value::Text(text)) => list.push(Some(text)),
            (Self::Blob(list), Value::Blob(bytes)) => list.push(Some(bytes)),
            (Self::Int(list), _) => list.push(None),
            (Self::Text(list), _) => list.push(None),
            (Self::Blob(list), _) => list.push(None),
        }
    }

    fn parameter(&self) -> &(dyn ToSql + Sync) {
        match self {
            Self::Int(list) => list,
            Self::Text(list) => list,
            Self::Blob(list) => list,
        }
    }
}

fn postgres(url: &str, case: &str, inbox: &Receiver<Job>) {
    let mut client = Client::connect(url, NoTls).unwrap();
    let mut prepared = Vec::new();
    for (table, key) in TABLES {
        let found = client
            .query(&format!("SELECT * FROM {table} WHERE {key} = $1"), &[&case])
            .unwrap();
        let columns = found[0].columns();
        let kinds: Vec<&str> = columns
            .iter()
            .map(|column| match column.type_().name() {
                "int8" => "bigint",
                name => name,
            })
            .map(|name| {
                if name == "bytea" || name == "bigint" {
                    name
                } else {
                    "text"
                }
            })
            .collect();
        let names: Vec<String> = columns
            .iter()
            .map(|column| column.name().to_owned())
            .collect();
        let rows = found.iter().map(|row| {
            let values = kinds.iter().enumerate().map(|(index, kind)| match *kind {
                "bigint" => row
                    .get::<_, Option<i64>>(index)
                    .map_or(Value::Null, Value::Integer),
                "bytea" => row
                    .get::<_, Option<Vec<u8>>>(index)
                    .map_or(Value::Null, Value::Blob),
                _ => row
                    .get::<_, Option<String>>(index)
                    .map_or(Value::Null, Value::Text),
            });
            values.collect()
        });
        let template = Template {
            table,
            rows: rows.collect(),
            columns: names,
        };
        let marks: Vec<String> = (1..)
            .zip(&kinds)
            .map(|(n, kind)| format!("${n}::{kind}[]"))
            .collect();
        let sql = format!(
            "INSERT INTO {table} ({}) SELECT * FROM unnest({})",
            template.columns.join(", "),
            marks.join(", ")
        );
        let kinds: Vec<String> = kinds.into_iter().map(str::to_owned).collect();
        prepared.push((template, kinds, client.prepare(&sql).unwrap()));
    }
    let mut seq = 1_000_000_000;
    loop {
        let jobs = group(inbox);
        if jobs.is_empty() {
            return;
        }
        client.batch_execute("BEGIN").unwrap();
        for (template, kinds, statement) in &prepared {
            let mut arrays: Vec<Array> = kinds.iter().map(|kind| Array::of(kind)).collect();
            for (name, _) in &jobs {
                for row in rows(template, name, &mut seq) {
                    arrays
                        .iter_mut()
                        .zip(row)
                        .for_each(|(array, value)| array.push(value));
                }
            }
            let parameters: Vec<_> = arrays.iter().map(Array::parameter).collect();
            client.execute(statement, &parameters).unwrap();
        }
        client.batch_execute("COMMIT").unwrap();
        jobs.iter().for_each(|(_, answer)| answer.send(()).unwrap());
    }
}
