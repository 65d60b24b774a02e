//! One step in the life of a case file: how it gets into timeline and journal.

use serde_json::{Map, Value as Json, json};

use crate::actor::Actor;
use crate::batch::Batch;
use crate::case::{Deviation, EventKind, Receipt};
use crate::clock::month;
use crate::crypto::random;
use crate::document::canonical;
use crate::error::{Result, StoreError};
use crate::letter::Letter;
use crate::row::CaseRow;
use crate::sealed::Sealed;

/// One step in the life of a case file, ready to be written.
#[derive(Clone)]
pub(super) struct Step {
    pub(super) kind: EventKind,
    pub(super) data: Map<String, Json>,
    pub(super) sealed: Vec<Sealed>,
}

/// Refuses to change what somebody else changed in the meantime.
pub(super) fn expect(batch: &mut Batch<'_>, row: &CaseRow, version: i64) -> Result<()> {
    if row.version == version {
        return Ok(());
    }
    let sql = "SELECT e.role, e.day, j.utc FROM demur_event e \
        LEFT JOIN demur_journal j ON j.seq = e.seq WHERE e.case_number = $1 AND e.nr = $2";
    let values = [row.number.as_str().into(), row.version.into()];
    let last = batch.database.row(sql, &values)?;
    let mut last = last.ok_or_else(|| StoreError::damaged("an event is missing"))?;
    let (role, day, utc) = (last.text()?, last.text()?, last.maybe_text()?);
    // After the journal's period the timeline still has the day, or the month.
    let utc = utc.unwrap_or_else(|| {
        let first = if day.len() == 7 { "-01" } else { "" };
        format!("{day}{first}T00:00:00Z")
    });
    let at = utc.parse();
    Err(StoreError::Conflict {
        case: row.number.clone(),
        expected: version,
        actual: row.version,
        role,
        at: at.map_err(|_| StoreError::damaged("the time of an event"))?,
    })
}

/// Writes a step into journal and timeline; its position in the journal.
pub(super) fn put(
    batch: &mut Batch<'_>,
    actor: &Actor,
    case: &str,
    version: i64,
    step: &Step,
) -> Result<i64> {
    let salt: [u8; 16] = random()?;
    let mut data = step.data.clone();
    if !step.sealed.is_empty() {
        let hashes: Vec<String> = step.sealed.iter().map(Sealed::hash).collect();
        data.insert("sealed".to_owned(), json!(hashes));
    }
    let data = canonical(&Json::Object(data));
    let bound = [salt.as_slice(), data.as_bytes()].concat();
    let kind = step.kind.as_str();
    let seq = batch.journal(actor, kind, Some(case), &[&bound]);
    batch.put_event(vec![
        case.into(),
        version.into(),
        seq.into(),
        month(batch.now.day).into(),
        batch.now.day.into(),
        batch.now.band.into(),
        kind.into(),
        actor.role().as_str().into(),
        data.into(),
        salt.to_vec().into(),
    ]);
    for sealed in &step.sealed {
        batch.put_sealed(sealed.columns(case));
    }
    Ok(seq)
}

/// Writes a step and the row that it changed.
pub(super) fn write(
    batch: &mut Batch<'_>,
    actor: &Actor,
    row: &CaseRow,
    step: &Step,
) -> Result<Receipt> {
    batch.put_case(row)?;
    let mut receipt = receipt_of(row, None);
    receipt.seq = put(batch, actor, &row.number, row.version, step)?;
    Ok(receipt)
}

/// A step without texts; the version of the row moves on.
pub(super) fn plain(row: &mut CaseRow, kind: EventKind, data: Map<String, Json>) -> Step {
    row.version += 1;
    Step {
        kind,
        data,
        sealed: Vec::new(),
    }
}

pub(super) fn receipt_of(row: &CaseRow, code: Option<&str>) -> Receipt {
    Receipt {
        case: row.number.clone(),
        version: row.version,
        seq: 0,
        deviation: row.deviation.as_deref().and_then(Deviation::parse),
        against_must_serve: row.against_must_serve,
        letter: code.and_then(|code| Letter::of(row, code)),
    }
}
