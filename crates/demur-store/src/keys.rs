//! The key store: one wrapped key for each case file, in a database of its own.
//!
//! A destroyed key leaves a tombstone. Tombstones are numbered, and the record remembers up to
//! which number it has followed, so that an old backup of the record learns what was erased since.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::crypto::{Key, hex, random};
use crate::database::{Connection, Location, Put, Value};
use crate::error::{Result, StoreError};
use crate::master::MasterKey;
use crate::schema::{Column, Kind, Table};
use crate::why::Why;

const KEY: Table = Table {
    name: "demur_key",
    columns: &[
        Column {
            name: "key_id",
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
        Column {
            name: "case_number",
            kind: Kind::Text,
        },
    ],
    key: &["key_id"],
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
    key_id TEXT PRIMARY KEY, wrapped BYTEA, tombstone BIGINT, case_number TEXT);
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
    /// Ids of keys, and the case files that they were of.
    destroyed: Vec<(String, String)>,
    /// Opened already in this transaction.
    known: HashMap<String, Key>,
    pool: Arc<Pool>,
    /// How many keys the next refill of the pool makes.
    refill: usize,
}

/// Keys that are on disk already and belong to no case file yet, so that a new case file costs no
/// flush of the key store.
#[derive(Default)]
pub(crate) struct Pool(Mutex<Vec<(String, Key)>>);

impl Pool {
    fn lock(&self) -> MutexGuard<'_, Vec<(String, Key)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A key for a new case file; not on disk yet if it comes wrapped.
#[derive(Clone)]
pub(crate) struct NewKey {
    pub(crate) id: String,
    pub(crate) key: Key,
    pub(crate) wrapped: Option<Vec<u8>>,
}

const FIRST_REFILL: usize = 8;
const LARGEST_REFILL: usize = 4_096;

/// Out of the pool, or a new one.
pub(crate) fn take(pool: &Pool, master: &MasterKey) -> Result<NewKey> {
    if let Some((id, key)) = pool.lock().pop() {
        let wrapped = None;
        return Ok(NewKey { id, key, wrapped });
    }
    let (id, key, wrapped) = make(master)?;
    let wrapped = Some(wrapped);
    Ok(NewKey { id, key, wrapped })
}

fn make(master: &MasterKey) -> Result<(String, Key, Vec<u8>)> {
    let id = hex(&random::<16>()?);
    let key = Key::random()?;
    let wrapped = master.0.seal(&about(&id), key.bytes())?;
    Ok((id, key, wrapped))
}

fn about(id: &str) -> String {
    format!("demur/v1/key/{id}")
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
            known: HashMap::new(),
            pool: Arc::default(),
            refill: 0,
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
        key.ok_or(StoreError::MasterKey {
            why: Why::KeyOfAnother,
        })
    }

    pub(crate) fn pool(&self) -> Arc<Pool> {
        Arc::clone(&self.pool)
    }

    /// A new key; when it is not on disk yet, it gets there with the transaction.
    pub(crate) fn adopt(&mut self, new: &NewKey) {
        self.known.insert(new.id.clone(), new.key.clone());
        if let Some(wrapped) = &new.wrapped {
            self.made.insert(new.id.clone(), wrapped.clone());
        }
    }

    pub(crate) fn find(&mut self, id: &str) -> Result<Found> {
        if self.destroyed.iter().any(|(gone, _)| gone == id) {
            return Ok(Found::Destroyed);
        }
        if let Some(key) = self.known.get(id) {
            return Ok(Found::Key(key.clone()));
        }
        let sql = "SELECT wrapped FROM demur_key WHERE key_id = $1";
        let Some(mut row) = self.database.row(sql, &[id.into()])? else {
            return Ok(Found::Nothing);
        };
        match row.maybe_blob()? {
            Some(wrapped) => self.unwrap(id, &wrapped).map(Found::Key),
            None => Ok(Found::Destroyed),
        }
    }

    /// The key of a case file that has texts.
    pub(crate) fn key(&mut self, id: &str, case: &str) -> Result<Key> {
        let case = case.to_owned();
        match self.find(id)? {
            Found::Key(key) => Ok(key),
            Found::Destroyed => Err(StoreError::KeyDestroyed { case }),
            Found::Nothing => Err(StoreError::KeyMissing { case }),
        }
    }

    pub(crate) fn destroy(&mut self, id: &str, case: &str) {
        self.made.remove(id);
        self.known.remove(id);
        self.destroyed.push((id.to_owned(), case.to_owned()));
    }

    pub(crate) fn discard(&mut self) {
        self.made.clear();
        self.known.clear();
        self.destroyed.clear();
    }

    /// Puts new keys and tombstones on disk; the number of the last tombstone if there are new ones.
    ///
    /// This comes before the commit of the record: a key without a text harms nobody, a text
    /// without a key is lost, and a text whose key is destroyed is gone for good.
    pub(crate) fn commit(&mut self) -> Result<Option<i64>> {
        if self.made.is_empty() && self.destroyed.is_empty() {
            self.discard();
            return Ok(None);
        }
        let spare = self.spare()?;
        self.database.begin()?;
        match self.write(&spare) {
            Ok(last) => {
                self.database.commit()?;
                self.discard();
                let spare = spare.into_iter().map(|(id, key, _)| (id, key));
                self.pool.lock().extend(spare);
                Ok(last)
            }
            Err(error) => {
                self.database.rollback();
                Err(error)
            }
        }
    }

    /// New keys for the pool, which was found empty. The oftener that happens, the more; a process
    /// that opens one case file and ends makes none.
    fn spare(&mut self) -> Result<Vec<(String, Key, Vec<u8>)>> {
        if self.made.is_empty() {
            return Ok(Vec::new());
        }
        let count = self.refill;
        self.refill = (count * 4).clamp(FIRST_REFILL, LARGEST_REFILL);
        (0..count).map(|_| make(&self.master)).collect()
    }

    fn write(&mut self, spare: &[(String, Key, Vec<u8>)]) -> Result<Option<i64>> {
        let spare = spare.iter().map(|(id, _, wrapped)| (id, wrapped));
        let made = self.made.iter().chain(spare);
        let made: Vec<_> = made
            .map(|(id, wrapped)| {
                let id = id.as_str().into();
                vec![id, wrapped.clone().into(), Value::Null, Value::Null]
            })
            .collect();
        self.database.put(&KEY, Put::New, &made)?;
        if self.destroyed.is_empty() {
            return Ok(None);
        }
        let mut last = self.last_tombstone()?;
        let mut rows = Vec::new();
        for (id, case) in &self.destroyed {
            last += 1;
            let case = case.as_str().into();
            rows.push(vec![id.as_str().into(), Value::Null, last.into(), case]);
        }
        self.database.put(&KEY, Put::Replace, &rows)?;
        Ok(Some(last))
    }

    /// Throws away what is left in the pool, when the store closes.
    pub(crate) fn retire(&mut self) -> Result<()> {
        let left = std::mem::take(&mut *self.pool.lock());
        if left.is_empty() {
            return Ok(());
        }
        self.database.transaction(|database| {
            for (id, _) in &left {
                let sql = "DELETE FROM demur_key WHERE key_id = $1";
                database.run(sql, &[id.as_str().into()])?;
            }
            Ok(())
        })
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
