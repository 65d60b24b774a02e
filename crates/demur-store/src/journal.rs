//! The journal: append-only, each entry bound to the one before (PR-42).
//!
//! An entry binds hashes of ciphertexts and salted hashes of coded data, never a hash of plain
//! text that somebody could guess.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::clock::stamp;
use crate::crypto::{hex, sha256};
use crate::database::{Connection, Row, Value};
use crate::error::{Result, StoreError};

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Position, counted from one without gaps.
    pub seq: i64,
    /// When, in UTC.
    pub utc: String,
    /// Pseudonym of who acted.
    pub actor: String,
    /// Their role.
    pub role: String,
    /// What they did, as one word.
    pub event: String,
    /// Number of the case file, if it was about one.
    pub case: Option<String>,
    /// Hash of what was written.
    #[serde(with = "hexadecimal")]
    pub object: Vec<u8>,
    /// Hash of this entry and of everything before it.
    #[serde(with = "hexadecimal")]
    pub hash: Vec<u8>,
}

/// The newest entry: its hash stands for the whole journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Position of the newest entry; zero before the first.
    pub seq: i64,
    /// Its hash.
    #[serde(with = "hexadecimal")]
    pub hash: Vec<u8>,
    /// When it was written, in seconds since 1970.
    pub utc: i64,
}

/// What a verification of the journal found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Every entry follows from the one before.
    Intact {
        /// How many were looked at.
        entries: i64,
        /// The head, to compare with the one that the owner keeps elsewhere.
        head: Head,
    },
    /// The chain breaks.
    Broken {
        /// The first entry that is missing or not what it was.
        seq: i64,
        /// What is wrong with it.
        why: String,
    },
}

/// Digest of an entry without its place in the chain.
pub(crate) fn digest(entry: &Entry) -> Vec<u8> {
    let seq = entry.seq.to_string();
    let object = hex(&entry.object);
    let case = entry.case.as_deref().unwrap_or("");
    let fields = [
        "demur/journal/v1",
        &seq,
        &entry.utc,
        &entry.actor,
        &entry.role,
        &entry.event,
        case,
        &object,
    ];
    sha256(&[fields.join("\n").as_bytes()])
}

pub(crate) fn chained(before: &[u8], entry: &Entry) -> Vec<u8> {
    sha256(&[before, &digest(entry)])
}

impl Head {
    /// The next entry; the head moves to it.
    pub(crate) fn append(&mut self, utc: Timestamp, entry: Appended<'_>) -> Entry {
        let mut next = Entry {
            seq: self.seq + 1,
            utc: stamp(utc),
            actor: entry.actor.to_owned(),
            role: entry.role.to_owned(),
            event: entry.event.to_owned(),
            case: entry.case.map(str::to_owned),
            object: entry.object,
            hash: Vec::new(),
        };
        next.hash = chained(&self.hash, &next);
        *self = Self {
            seq: next.seq,
            hash: next.hash.clone(),
            utc: utc.as_second(),
        };
        next
    }
}

/// What an entry says, before it has its place.
pub(crate) struct Appended<'a> {
    pub(crate) actor: &'a str,
    pub(crate) role: &'a str,
    pub(crate) event: &'a str,
    pub(crate) case: Option<&'a str>,
    pub(crate) object: Vec<u8>,
}

impl Entry {
    pub(crate) fn columns(&self) -> Vec<Value> {
        vec![
            self.seq.into(),
            self.utc.as_str().into(),
            self.actor.as_str().into(),
            self.role.as_str().into(),
            self.event.as_str().into(),
            self.case.as_deref().into(),
            self.object.clone().into(),
            self.hash.clone().into(),
        ]
    }

    pub(crate) fn of(row: &mut Row) -> Result<Self> {
        Ok(Self {
            seq: row.int()?,
            utc: row.text()?,
            actor: row.text()?,
            role: row.text()?,
            event: row.text()?,
            case: row.maybe_text()?,
            object: row.blob()?,
            hash: row.blob()?,
        })
    }
}

pub(crate) const COLUMNS: &str =
    "SELECT seq, utc, actor, role, event, case_number, object, hash FROM demur_journal";

const CHUNK: i64 = 5_000;

/// Entries after `seq`, at most so many.
pub(crate) fn after(database: &mut Connection, seq: i64, most: i64) -> Result<Vec<Entry>> {
    let sql = format!("{COLUMNS} WHERE seq > $1 ORDER BY seq LIMIT $2");
    let rows = database.rows(&sql, &[seq.into(), most.into()])?;
    rows.into_iter()
        .map(|mut row| Entry::of(&mut row))
        .collect()
}

pub(crate) fn head(database: &mut Connection) -> Result<Head> {
    let row = database.row("SELECT seq, hash, utc FROM demur_head WHERE id = 1", &[])?;
    let mut row = row.ok_or_else(|| StoreError::damaged("the journal has no head"))?;
    Ok(Head {
        seq: row.int()?,
        hash: row.blob()?,
        utc: row.int()?,
    })
}

/// The hash on which the first kept entry rests: entries before it were dropped after their period.
pub(crate) fn anchor(database: &mut Connection) -> Result<(i64, Vec<u8>)> {
    let Some(text) = crate::schema::meta(database, "journal_anchor")? else {
        return Ok((0, Vec::new()));
    };
    let parts = text.split_once(' ').and_then(|(seq, hash)| {
        let seq = seq.parse().ok()?;
        Some((seq, crate::crypto::unhex(hash)?))
    });
    parts.ok_or_else(|| StoreError::damaged("the anchor of the journal"))
}

/// Walks the whole chain inside one reading transaction.
pub(crate) fn verify(database: &mut Connection) -> Result<Verified> {
    let head = head(database)?;
    let (mut seq, mut hash) = anchor(database)?;
    let first = seq;
    loop {
        let entries = after(database, seq, CHUNK)?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            let why = if entry.seq != seq + 1 {
                Some("the entry is missing")
            } else if chained(&hash, &entry) != entry.hash {
                Some("the entry is not what was written")
            } else {
                None
            };
            if let Some(why) = why {
                return Ok(broken(seq + 1, why));
            }
            seq = entry.seq;
            hash = entry.hash;
        }
    }
    if seq < head.seq {
        return Ok(broken(seq + 1, "the entry is missing"));
    }
    if seq > head.seq || (hash != head.hash && seq > 0) {
        return Ok(broken(seq, "the head of the journal is another"));
    }
    Ok(Verified::Intact {
        entries: seq - first,
        head,
    })
}

fn broken(seq: i64, why: &str) -> Verified {
    Verified::Broken {
        seq,
        why: why.to_owned(),
    }
}

/// Bytes as hexadecimal digits in JSON.
pub(crate) mod hexadecimal {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&crate::crypto::hex(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        crate::crypto::unhex(&text).ok_or_else(|| D::Error::custom("not hexadecimal"))
    }
}
