//! Sealed texts of a case file: what they are called, and how they are sealed and opened.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::coded::coded;
use crate::crypto::{Key, hex, sha256};
use crate::database::{Connection, Value};
use crate::error::{Result, StoreError};
use jiff::civil::Date;

coded! {
    /// What a sealed text is.
    Part {
        /// Name and contact.
        Identity = "identity",
        /// What happened.
        Facts = "facts",
        /// For whoever looks at an appeal.
        Note = "note_to_reviewer",
        /// Words and reason of the decision, with the customer's code.
        Decision = "decision",
        /// What the customer was told.
        Notice = "notice",
        /// What the customer says.
        Statement = "statement",
        /// Words of whoever decided about an appeal or objection.
        Review = "review",
    }
}

/// What is kept of a decision in words.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct DecisionWords {
    pub(crate) words: String,
    pub(crate) reason: Option<String>,
    pub(crate) code: String,
}

/// A sealed text on its way into the table.
#[derive(Clone)]
pub(crate) struct Sealed {
    pub(crate) part: i64,
    pub(crate) kind: Part,
    pub(crate) due: Option<Date>,
    pub(crate) body: Vec<u8>,
}

fn about(case: &str, kind: Part, part: i64) -> String {
    format!("demur/v1/case/{case}/{kind}/{part}")
}

impl Sealed {
    /// Parts of one version are told apart by `index`, below 64.
    pub(crate) fn new(
        key: &Key,
        case: &str,
        (version, index): (i64, i64),
        kind: Part,
        plain: &impl Serialize,
    ) -> Result<Self> {
        let part = version * 64 + index;
        let plain = serde_json::to_vec(plain)
            .map(Zeroizing::new)
            .map_err(|error| StoreError::invalid("text", error.to_string()))?;
        let body = key.seal(&about(case, kind, part), &plain)?;
        Ok(Self {
            part,
            kind,
            due: None,
            body,
        })
    }

    pub(crate) fn columns(&self, case: &str) -> Vec<Value> {
        vec![
            case.into(),
            self.part.into(),
            self.kind.as_str().into(),
            false.into(),
            self.due.into(),
            self.body.clone().into(),
        ]
    }

    pub(crate) fn hash(&self) -> String {
        hex(&sha256(&[&self.body]))
    }
}

/// A text that was opened.
pub(crate) struct Opened {
    pub(crate) part: i64,
    pub(crate) kind: Part,
    pub(crate) superseded: bool,
    plain: Zeroizing<Vec<u8>>,
}

impl Opened {
    pub(crate) fn read<T: for<'de> Deserialize<'de>>(&self) -> Result<T> {
        serde_json::from_slice(&self.plain).map_err(|error| StoreError::damaged(error.to_string()))
    }
}

/// All sealed texts of a case file, in the order in which they were written.
pub(crate) fn open_all(database: &mut Connection, key: &Key, case: &str) -> Result<Vec<Opened>> {
    let sql = "SELECT part, kind, superseded, body FROM demur_sealed \
        WHERE case_number = $1 ORDER BY part";
    let mut opened = Vec::new();
    for mut row in database.rows(sql, &[case.into()])? {
        let part = row.int()?;
        let kind = row.text()?;
        let damaged = || StoreError::damaged(format!("sealed text {part} of {case}"));
        let kind = Part::parse(&kind).ok_or_else(damaged)?;
        let superseded = row.int()? != 0;
        let plain = key
            .open(&about(case, kind, part), &row.blob()?)
            .ok_or_else(damaged)?;
        opened.push(Opened {
            part,
            kind,
            superseded,
            plain,
        });
    }
    Ok(opened)
}
