//! Whether the record is what was written: the chain of the journal, what it binds, and letters.

use serde_json::Value as Json;

use super::Store;
use super::show::json;
use crate::access::{self, Operation};
use crate::actor::Actor;
use crate::batch::object_hash;
use crate::crypto::{hex, sha256};
use crate::database::{Connection, Value};
use crate::error::Result;
use crate::journal::{self, Entry, Head, Verified};
use crate::letter::{Letter, LetterVerdict};
use crate::number::parse_number;
use crate::pending::Pending;
use crate::row::{CaseRow, select};

const CHUNK: i64 = 2_000;

/// Events and the ciphertexts that they name, against the journal.
fn verify_bound(database: &mut Connection) -> Result<Option<Verified>> {
    let sql = "SELECT e.case_number, e.nr, e.seq, e.data, e.salt, j.object FROM demur_event e \
        JOIN demur_journal j ON j.seq = e.seq WHERE (e.case_number, e.nr) > ($1, $2) \
        ORDER BY e.case_number, e.nr LIMIT $3";
    let mut last = (String::new(), 0);
    loop {
        let values: [Value; 3] = [last.0.as_str().into(), last.1.into(), CHUNK.into()];
        let rows = database.rows(sql, &values)?;
        if rows.is_empty() {
            return Ok(None);
        }
        for mut row in rows {
            last = (row.text()?, row.int()?);
            let seq = row.int()?;
            let (data, salt, object) = (row.text()?, row.blob()?, row.blob()?);
            let bound = [salt.as_slice(), data.as_bytes()].concat();
            if object_hash(&[&bound]) != object {
                let why = format!("the event of {} is not what was written", last.0);
                return Ok(Some(Verified::Broken { seq, why }));
            }
            if !texts_fit(database, &last.0, last.1, &json(&data)?)? {
                let why = format!("a sealed text of {} is not what was written", last.0);
                return Ok(Some(Verified::Broken { seq, why }));
            }
        }
    }
}

/// Texts may be gone, but those that are there are the ones that the event names.
fn texts_fit(database: &mut Connection, case: &str, version: i64, data: &Json) -> Result<bool> {
    let Some(named) = data.get("sealed").and_then(Json::as_array) else {
        return Ok(true);
    };
    let sql = "SELECT body FROM demur_sealed WHERE case_number = $1 AND part >= $2 AND part < $3";
    let values = [
        case.into(),
        (version * 64).into(),
        (version * 64 + 64).into(),
    ];
    for mut row in database.rows(sql, &values)? {
        let hash = Json::String(hex(&sha256(&[&row.blob()?])));
        if !named.contains(&hash) {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Store {
    /// Walks the whole journal and everything that it binds.
    pub fn verify(&self, actor: &Actor) -> Pending<Verified> {
        if let Err(error) = access::check(actor, Operation::Journal) {
            return Pending::ready(Err(error));
        }
        self.readers.ask(|database| {
            let verified = journal::verify(database)?;
            if matches!(verified, Verified::Broken { .. }) {
                return Ok(verified);
            }
            Ok(verify_bound(database)?.unwrap_or(verified))
        })
    }

    /// Entries after a position, at most 1,000.
    pub fn journal(&self, actor: &Actor, after: i64) -> Pending<Vec<Entry>> {
        if let Err(error) = access::check(actor, Operation::Journal) {
            return Pending::ready(Err(error));
        }
        self.readers
            .ask(move |database| journal::after(database, after, 1_000))
    }

    /// The newest entry's hash, to be kept outside of the machine every day.
    pub fn head(&self) -> Pending<Head> {
        self.readers.ask(journal::head)
    }

    /// Whether a customer's letter belongs to an unaltered skeleton (PR-17). Anybody may ask: who
    /// has the letter has the code.
    pub fn verify_letter(&self, letter: &Letter) -> Pending<LetterVerdict> {
        let number = letter.check().and_then(|()| parse_number(&letter.case));
        let number = match number {
            Ok(number) => number,
            Err(error) => return Pending::ready(Err(error)),
        };
        let letter = letter.clone();
        self.readers.ask(move |database| {
            let sql = format!("{} WHERE number = $1", select());
            match database.row(&sql, &[number.as_str().into()])? {
                Some(mut row) => letter.judge(&CaseRow::of(&mut row)?),
                None => Ok(LetterVerdict::Unknown),
            }
        })
    }
}
