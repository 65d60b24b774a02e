//! Whether the record is what was written: the chain of the journal, what it binds, and letters.

use serde_json::Value as Json;

use super::Store;
use super::decide::hash;
use super::show::json;
use crate::access::{self, Operation};
use crate::actor::Actor;
use crate::batch::object_hash;
use crate::crypto::{hex, sha256};
use crate::database::{Connection, Row, Value};
use crate::error::Result;
use crate::journal::{self, Entry, Head, Verified};
use crate::letter::{Letter, LetterVerdict};
use crate::number::parse_number;
use crate::pending::Pending;
use crate::row::{CaseRow, select};

const CHUNK: i64 = 2_000;

/// Events and what they name, against the journal.
fn verify_bound(database: &mut Connection) -> Result<Option<Verified>> {
    let sql = "SELECT e.case_number, e.nr, e.seq, e.kind, e.data, e.salt, j.object, c.skeleton, \
        c.choice, c.situation, c.opinion FROM demur_event e \
        JOIN demur_journal j ON j.seq = e.seq JOIN demur_case c ON c.number = e.case_number \
        WHERE (e.case_number, e.nr) > ($1, $2) ORDER BY e.case_number, e.nr LIMIT $3";
    let mut last = (String::new(), 0);
    loop {
        let values: [Value; 3] = [last.0.as_str().into(), last.1.into(), CHUNK.into()];
        let rows = database.rows(sql, &values)?;
        if rows.is_empty() {
            return Ok(None);
        }
        for mut row in rows {
            last = (row.text()?, row.int()?);
            let (seq, kind, text) = (row.int()?, row.text()?, row.text()?);
            let bound = [row.blob()?, text.as_bytes().to_vec()].concat();
            let broken = |what: &str| {
                let why = format!("{what} of {} is not what was written", last.0);
                Ok(Some(Verified::Broken { seq, why }))
            };
            if object_hash(&[&bound]) != row.blob()? {
                return broken("the event");
            }
            let data = json(&text)?;
            if kind == "decided" && !decision_fits(&data, &mut row)? {
                return broken("the decision");
            }
            if !texts_fit(database, &last.0, last.1, &data)? {
                return broken("a sealed text");
            }
        }
    }
}

/// The case file says what the event of its decision does, which the journal binds.
fn decision_fits(data: &Json, row: &mut Row) -> Result<bool> {
    let (skeleton, choice) = (row.maybe_text()?, row.maybe_text()?);
    let documents = [row.text()?, row.text()?];
    let skeleton = skeleton.unwrap_or_default();
    let named = |map: &Json, key: &str| map.get(key).and_then(Json::as_str).map(str::to_owned);
    if named(data, "skeleton_sha256") != Some(hash(&skeleton)) || named(data, "choice") != choice {
        return Ok(false);
    }
    let skeleton = json(&skeleton)?;
    let keys = ["situation_sha256", "opinion_sha256"];
    let mut pairs = keys.iter().zip(&documents);
    Ok(pairs.all(|(key, document)| named(&skeleton, key) == Some(hash(document))))
}

/// Case files and events that are gone without the journal saying so; the entry that tells of them.
fn verify_complete(database: &mut Connection) -> Result<Option<Verified>> {
    let looks = [
        (
            "the case file is missing",
            "SELECT MIN(j.seq) FROM demur_journal j WHERE j.event = 'opened' \
             AND NOT EXISTS (SELECT 1 FROM demur_case c WHERE c.number = j.case_number) \
             AND NOT EXISTS (SELECT 1 FROM demur_journal k \
             WHERE k.case_number = j.case_number AND k.event = 'aggregated')",
        ),
        (
            "an event of the case file is missing",
            "SELECT MIN(j.seq) FROM demur_journal j JOIN demur_case c ON c.number = j.case_number \
             WHERE c.version <> (SELECT COUNT(*) FROM demur_event e WHERE e.case_number = c.number)",
        ),
    ];
    for (why, sql) in looks {
        let found = database.row(sql, &[])?;
        if let Some(seq) = found.map(|mut row| row.maybe_int()).transpose()?.flatten() {
            let why = why.to_owned();
            return Ok(Some(Verified::Broken { seq, why }));
        }
    }
    Ok(None)
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
            let broken = match verify_bound(database)? {
                None => verify_complete(database)?,
                found => found,
            };
            Ok(broken.unwrap_or(verified))
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

    /// Whether the journal still leads through a head that was kept elsewhere. Of entries that
    /// were dropped after their period nobody can tell, so those pass.
    pub fn leads_through(&self, head: &Head) -> Pending<bool> {
        let head = head.clone();
        self.readers.ask(move |database| {
            let (dropped, hash) = journal::anchor(database)?;
            if head.seq <= dropped {
                return Ok(head.seq < dropped || dropped == 0 || head.hash == hash);
            }
            let found = journal::after(database, head.seq - 1, 1)?;
            let found = found.first();
            Ok(found.is_some_and(|entry| entry.seq == head.seq && entry.hash == head.hash))
        })
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
