//! The transaction in which many requests are written together, with one flush for all of them.
//!
//! Requests look first and write last, so one that is turned down leaves nothing behind. Rows are
//! collected and put into the tables many at once; a request that touches what an earlier one of
//! the same batch wrote has that put in before.

use std::collections::{HashMap, HashSet};

use crate::actor::Actor;
use crate::clock::Moment;
use crate::crypto::{Key, sha256};
use crate::database::{Connection, Put, Value};
use crate::error::{Result, StoreError};
use crate::journal::{self, Appended, Head};
use crate::keys::{KeyStore, Secrets};
use crate::row::{CaseRow, select};
use crate::schema::{self, CASE, EVENT, HOLD, JOURNAL, LOOKUP, REQUEST, SEALED, Table};

/// The clock may stand so far behind the last entry; more is a clock that was set wrong.
const SKEW_SECONDS: i64 = 60;

type Rows = Vec<Vec<Value>>;

/// A request that was answered before.
#[derive(Clone)]
pub(crate) struct Answered {
    pub(crate) fingerprint: Vec<u8>,
    pub(crate) case: String,
    pub(crate) body: Vec<u8>,
}

/// Rows that wait to be put into a table.
struct Buffer {
    table: &'static Table,
    put: Put,
    rows: Rows,
}

/// In the order in which they are put in.
const BUFFERS: &[(&Table, Put)] = &[
    (&CASE, Put::New),
    (&CASE, Put::Replace),
    (&EVENT, Put::New),
    (&SEALED, Put::New),
    (&LOOKUP, Put::New),
    (&REQUEST, Put::New),
    (&JOURNAL, Put::New),
    (&HOLD, Put::Replace),
];
const NEW_CASE: usize = 0;
const CHANGED_CASE: usize = 1;
const NEW_EVENT: usize = 2;
const NEW_SEALED: usize = 3;
const NEW_LOOKUP: usize = 4;
const NEW_REQUEST: usize = 5;
const NEW_ENTRY: usize = 6;
const HOLDS: usize = 7;

pub(crate) struct Batch<'a> {
    pub(crate) database: &'a mut Connection,
    pub(crate) keys: &'a mut KeyStore,
    pub(crate) secrets: &'a Secrets,
    pub(crate) now: Moment,
    head: Head,
    buffers: Vec<Buffer>,
    /// What rows that are still in buffers are about.
    waiting: HashSet<String>,
    /// What this batch has written, so that what was read before no longer counts.
    written: HashSet<String>,
    cases: HashMap<String, CaseRow>,
    /// Of case files that this batch writes.
    key_ids: HashMap<String, String>,
    requests: HashMap<String, Answered>,
    /// Something was deleted whose bytes have to leave the disk.
    pub(crate) erased: bool,
}

/// How far a batch was before a request.
pub(crate) struct Mark {
    head: Head,
    rows: Vec<usize>,
}

impl<'a> Batch<'a> {
    /// Starts the transaction; nobody else writes until it ends.
    pub(crate) fn begin(
        database: &'a mut Connection,
        keys: &'a mut KeyStore,
        secrets: &'a Secrets,
        now: Moment,
    ) -> Result<Self> {
        keys.discard();
        database.begin()?;
        // Changing nothing takes the lock on the row, in both databases.
        database.run("UPDATE demur_head SET seq = seq WHERE id = 1", &[])?;
        let head = journal::head(database)?;
        let mut now = now;
        let behind = head.utc - now.utc.as_second();
        if behind > 0 {
            let last = jiff::Timestamp::from_second(head.utc)
                .map_err(|_| StoreError::damaged("the time of the last entry"))?;
            if behind > SKEW_SECONDS {
                return Err(StoreError::ClockBackwards { now: now.utc, last });
            }
            now.utc = last;
        }
        let buffers = BUFFERS.iter().map(|(table, put)| Buffer {
            table,
            put: *put,
            rows: Vec::new(),
        });
        Ok(Self {
            database,
            keys,
            secrets,
            now,
            head,
            buffers: buffers.collect(),
            waiting: HashSet::new(),
            written: HashSet::new(),
            cases: HashMap::new(),
            key_ids: HashMap::new(),
            requests: HashMap::new(),
            erased: false,
        })
    }

    /// Reads what the requests will look at, all at once.
    pub(crate) fn prefetch(&mut self, requests: &[String], cases: &[String]) -> Result<()> {
        for mut row in self
            .database
            .rows_among(REQUEST_COLUMNS, "request", requests)?
        {
            let request = row.text()?;
            self.requests.insert(request, answered(&mut row)?);
        }
        for mut row in self.database.rows_among(&select(), "number", cases)? {
            let case = CaseRow::of(&mut row)?;
            self.cases.insert(case.number.clone(), case);
        }
        Ok(())
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark {
            head: self.head.clone(),
            rows: self
                .buffers
                .iter()
                .map(|buffer| buffer.rows.len())
                .collect(),
        }
    }

    /// Forgets what a request wrote that was turned down after all.
    pub(crate) fn back_to(&mut self, mark: Mark) {
        self.head = mark.head;
        for (buffer, length) in self.buffers.iter_mut().zip(mark.rows) {
            buffer.rows.truncate(length);
        }
    }

    /// Puts everything collected into the tables, inside the transaction.
    pub(crate) fn flush(&mut self) -> Result<()> {
        for buffer in &mut self.buffers {
            self.database.put(buffer.table, buffer.put, &buffer.rows)?;
            buffer.rows.clear();
        }
        self.waiting.clear();
        Ok(())
    }

    fn settle(&mut self, about: &str) -> Result<()> {
        if self.waiting.contains(about) {
            self.flush()?;
        }
        Ok(())
    }

    fn writes(&mut self, about: &str) {
        self.waiting.insert(about.to_owned());
        self.written.insert(about.to_owned());
    }

    /// A request of the same name that was answered before.
    pub(crate) fn answered(&mut self, request: &str) -> Result<Option<Answered>> {
        if self.written.contains(request) {
            self.settle(request)?;
            let sql = format!("{REQUEST_COLUMNS} WHERE request = $1");
            let row = self.database.row(&sql, &[request.into()])?;
            return row
                .map(|mut row| {
                    row.text()?;
                    answered(&mut row)
                })
                .transpose();
        }
        Ok(self.requests.get(request).cloned())
    }

    pub(crate) fn case(&mut self, number: &str) -> Result<CaseRow> {
        let missing = || StoreError::NotFound {
            case: number.to_owned(),
        };
        if !self.written.contains(number)
            && let Some(row) = self.cases.get(number)
        {
            return Ok(row.clone());
        }
        self.settle(number)?;
        let sql = format!("{} WHERE number = $1", select());
        let row = self.database.row(&sql, &[number.into()])?;
        CaseRow::of(&mut row.ok_or_else(missing)?)
    }

    pub(crate) fn has_case(&mut self, number: &str) -> Result<bool> {
        match self.case(number) {
            Ok(_) => Ok(true),
            Err(StoreError::NotFound { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn add(&mut self, buffer: usize, row: Vec<Value>) {
        if let Some(buffer) = self.buffers.get_mut(buffer) {
            buffer.rows.push(row);
        }
    }

    pub(crate) fn put_new_case(&mut self, row: &CaseRow) {
        self.writes(&row.number);
        self.key_ids.insert(row.number.clone(), row.key_id.clone());
        self.add(NEW_CASE, row.columns());
    }

    /// The row as it is now, in place of the one that [`Batch::case`] gave.
    pub(crate) fn put_case(&mut self, row: &CaseRow) -> Result<()> {
        self.settle(&row.number)?;
        self.writes(&row.number);
        self.key_ids.insert(row.number.clone(), row.key_id.clone());
        self.add(CHANGED_CASE, row.columns());
        Ok(())
    }

    /// The case file is no longer there, so nothing that was read of it counts.
    pub(crate) fn forget(&mut self, case: &str) {
        self.cases.remove(case);
    }

    pub(crate) fn put_event(&mut self, row: Vec<Value>) {
        self.add(NEW_EVENT, row);
    }

    pub(crate) fn put_sealed(&mut self, row: Vec<Value>) {
        self.add(NEW_SEALED, row);
    }

    pub(crate) fn put_lookup(&mut self, tag: Vec<u8>, case: &str) {
        self.add(NEW_LOOKUP, vec![tag.into(), case.into()]);
    }

    pub(crate) fn put_hold(&mut self, row: Vec<Value>) {
        self.add(HOLDS, row);
    }

    pub(crate) fn put_request(&mut self, request: &str, answered: &Answered) {
        self.writes(request);
        let row = vec![
            request.into(),
            answered.fingerprint.clone().into(),
            answered.case.as_str().into(),
            self.now.day.into(),
            answered.body.clone().into(),
        ];
        self.add(NEW_REQUEST, row);
    }

    /// Appends to the journal; `parts` are ciphertexts, salts with coded data, or nothing.
    pub(crate) fn journal(
        &mut self,
        actor: &Actor,
        event: &str,
        case: Option<&str>,
        parts: &[&[u8]],
    ) -> i64 {
        let entry = self.head.append(
            self.now.utc,
            Appended {
                actor: actor.pseudonym(),
                role: actor.role().as_str(),
                event,
                case,
                object: object_hash(parts),
            },
        );
        let seq = entry.seq;
        self.add(NEW_ENTRY, entry.columns());
        seq
    }

    /// As it will be when this batch is on disk, up to here.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    pub(crate) fn case_key(&mut self, row: &CaseRow) -> Result<Key> {
        self.keys.key(&row.key_id, &row.number)
    }

    /// Which key opens the answers to requests about a case file.
    pub(crate) fn key_id(&mut self, case: &str) -> Result<String> {
        match self.key_ids.get(case) {
            Some(id) => Ok(id.clone()),
            None => self.case(case).map(|row| row.key_id),
        }
    }

    /// Puts keys, then rows on disk.
    pub(crate) fn commit(mut self) -> Result<bool> {
        self.flush()?;
        let head = [
            self.head.seq.into(),
            self.head.hash.clone().into(),
            self.head.utc.into(),
        ];
        let sql = "UPDATE demur_head SET seq = $1, hash = $2, utc = $3 WHERE id = 1";
        self.database.run(sql, &head)?;
        if let Some(last) = self.keys.commit()? {
            schema::set_meta(self.database, "tombstones", &last.to_string())?;
        }
        self.database.commit()?;
        Ok(self.erased)
    }
}

const REQUEST_COLUMNS: &str = "SELECT request, fingerprint, case_number, body FROM demur_request";

fn answered(row: &mut crate::database::Row) -> Result<Answered> {
    Ok(Answered {
        fingerprint: row.blob()?,
        case: row.text()?,
        body: row.blob()?,
    })
}

/// What a journal entry binds; nothing but zeros when nothing was written.
pub(crate) fn object_hash(parts: &[&[u8]]) -> Vec<u8> {
    if parts.is_empty() {
        return vec![0; 32];
    }
    let hashes: Vec<u8> = parts.iter().flat_map(|part| sha256(&[part])).collect();
    sha256(&[b"demur/object/v1", &hashes])
}
