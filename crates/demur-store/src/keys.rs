//! The key store: one wrapped key for each case file, in a database of its own.
//!
//! A destroyed key leaves a tombstone. Tombstones are numbered, and the record remembers up to
//! which number it has followed, so that an old backup of the record learns what was erased since.

use std::collections::HashMap;

use crate::crypto::Key;
use crate::database::{Connection, Location, Put, Value};
use crate::error::{Result, StoreError};
use crate::master::MasterKey;
use crate::schema::{Column, Kind, Table};

const KEY: Table = Table {
    name: "demur_key",
    columns: &[
        Column {
            name: "case_number",
            kind: Kind::Text,
        },
        Column {
            name: "wrapped",
            kind: Kind::Blob,
        },
        Column {
            name: "tombstone",
            kind: Kind::Int,
        },
    ],
    key: &["case_number"],
};

const SECRET: Table = Table {
    name: "demur_secret",
    columns: &[
        Column {
            name: "name",
            kind: Kind::Text,
        },
        Column {
            name: "wrapped",
            kind: Kind::Blob,
        },
        Column {
            name: "number",
            kind: Kind::Int,
        },
    ],
    key: &["name"],
};

const SCHEMA: &str = "CREATE TABLE IF NOT EXISTS demur_key (
    case_number TEXT PRIMARY KEY, wrapped BYTEA, tombstone BIGINT);
CREATE INDEX IF NOT EXISTS demur_key_by_tombstone ON demur_key (tombstone);
CREATE TABLE IF NOT EXISTS demur_secret (
    name TEXT PRIMARY KEY, wrapped BYTEA, number BIGINT NOT NULL);";

/// What the key store knows about a case file.
pub(crate) enum Found {
    Key(Key),
    Destroyed,
    Nothing,
}

/// Keys that belong to the firm, not to one case file.
#[derive(Clone, Debug)]
pub(crate) struct Secrets {
    /// Finds a contact without knowing it (PR-18).
    pub(crate) contact: Key,
    /// Tells whether a repeated request is the same one.
    pub(crate) request: Key,
}

pub(crate) struct KeyStore {
    database: Connection,
    master: MasterKey,
    /// Of the running transaction: written when it commits.
    made: HashMap<String, Vec<u8>>,
    destroyed: Vec<String>,
}

/// A key for a new case file, and the same key wrapped.
pub(crate) fn make(master: &MasterKey, case: &str) -> Result<(Key, Vec<u8>)> {
    let key = Key::random()?;
    let wrapped = master.0.seal(&about(case), key.bytes())?;
    Ok((key, wrapped))
}

fn about(case: &str) -> String {
    format!("demur/v1/key/{case}")
}

impl KeyStore {
    pub(crate) fn open(location: &Location, master: MasterKey) -> Result<Self> {
        let mut database = Connection::open(location)?;
        database.transaction(|database| {
            database.lock_schema()?;
            database.script(SCHEMA)
        })?;
        Ok(Self {
            database,
            master,
            made: HashMap::new(),
            destroyed: Vec::new(),
        })
    }

    /// The firm's keys; made at the first start. They also show whether the master key fits.
    pub(crate) fn secrets(&mut self) -> Result<Secrets> {
        self.database.begin()?;
        let secrets = self.database.lock_schema().and_then(|()| {
            Ok(Secrets {
                contact: self.secret("contact")?,
                request: self.secret("request")?,
            })
        });
        match secrets {
            Ok(secrets) => self.database.commit().map(|()| secrets),
            Err(error) => {
                self.database.rollback();
                Err(error)
            }
        }
    }

    fn secret(&mut self, name: &str) -> Result<Key> {
        let sql = "SELECT wrapped FROM demur_secret WHERE name = $1";
        if let Some(mut row) = self.database.row(sql, &[name.into()])? {
            return self.unwrap(name, &row.blob()?);
        }
        let key = Key::random()?;
        let wrapped = self.master.0.seal(&about(name), key.bytes())?;
        let row = vec![name.into(), wrapped.into(), Value::Int(0)];
        self.database.put(&SECRET, Put::New, &[row])?;
        Ok(key)
    }

    fn unwrap(&self, name: &str, wrapped: &[u8]) -> Result<Key> {
        let bytes = self.master.0.open(&about(name), wrapped);
        let key = bytes.and_then(|bytes| Key::of(&bytes));
        key.ok_or_else(|| StoreError::MasterKey {
            why: "it is not the one that this key store was made with".to_owned(),
        })
    }

    /// A new key, kept when the transaction is.
    pub(crate) fn adopt(&mut self, case: &str, wrapped: &[u8]) {
        self.made.insert(case.to_owned(), wrapped.to_vec());
    }

    pub(crate) fn find(&mut self, case: &str) -> Result<Found> {
        if self.destroyed.iter().any(|gone| gone == case) {
            return Ok(Found::Destroyed);
        }
        if let Some(wrapped) = self.made.get(case) {
            return self.unwrap(case, wrapped).map(Found::Key);
        }
        let sql = "SELECT wrapped FROM demur_key WHERE case_number = $1";
        let Some(mut row) = self.database.row(sql, &[case.into()])? else {
            return Ok(Found::Nothing);
        };
        match row.maybe_blob()? {
            Some(wrapped) => self.unwrap(case, &wrapped).map(Found::Key),
            None => Ok(Found::Destroyed),
        }
    }

    /// The key of a case file that has texts.
    pub(crate) fn key(&mut self, case: &str) -> Result<Key> {
        let case_name = || case.to_owned();
        match self.find(case)? {
            Found::Key(key) => Ok(key),
            Found::Destroyed => Err(StoreError::KeyDestroyed { case: case_name() }),
            Found::Nothing => Err(StoreError::KeyMissing { case: case_name() }),
        }
    }

    pub(crate) fn destroy(&mut self, case: &str) {
        self.made.remove(case);
        self.destroyed.push(case.to_owned());
    }

    pub(crate) fn discard(&mut self) {
        self.made.clear();
        self.destroyed.clear();
    }

    /// Puts new keys and tombstones on disk; the number of the last tombstone if there are new ones.
    ///
    /// This comes before the commit of the record: a key without a text harms nobody, a text
    /// without a key is lost, and a text whose key is destroyed is gone for good.
    pub(crate) fn commit(&mut self) -> Result<Option<i64>> {
        if self.made.is_empty() && self.destroyed.is_empty() {
            return Ok(None);
        }
        self.database.begin()?;
        match self.write() {
            Ok(last) => {
                self.database.commit()?;
                self.discard();
                Ok(last)
            }
            Err(error) => {
                self.database.rollback();
                Err(error)
            }
        }
    }

    fn write(&mut self) -> Result<Option<i64>> {
        let made = self.made.iter();
        let made: Vec<_> = made
            .map(|(case, wrapped)| vec![case.as_str().into(), wrapped.clone().into(), Value::Null])
            .collect();
        self.database.put(&KEY, Put::New, &made)?;
        if self.destroyed.is_empty() {
            return Ok(None);
        }
        let mut last = self.last_tombstone()?;
        let mut rows = Vec::new();
        for case in &self.destroyed {
            last += 1;
            rows.push(vec![case.as_str().into(), Value::Null, last.into()]);
        }
        self.database.put(&KEY, Put::Replace, &rows)?;
        Ok(Some(last))
    }

    pub(crate) fn last_tombstone(&mut self) -> Result<i64> {
        let sql = "SELECT COALESCE(MAX(tombstone), 0) FROM demur_key";
        let row = self.database.row(sql, &[])?;
        row.map_or(Ok(0), |mut row| row.int())
    }

    /// Case files whose keys were destroyed after a tombstone, in order.
    pub(crate) fn tombstones_after(&mut self, number: i64) -> Result<Vec<String>> {
        let sql = "SELECT case_number FROM demur_key WHERE tombstone > $1 ORDER BY tombstone";
        let rows = self.database.rows(sql, &[number.into()])?;
        rows.into_iter().map(|mut row| row.text()).collect()
    }

    /// Takes the bytes of destroyed keys off the disk.
    pub(crate) fn scrub(&mut self) -> Result<()> {
        self.database.scrub(&[KEY.name])
    }
}
