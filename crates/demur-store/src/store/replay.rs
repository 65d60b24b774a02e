//! Erasures that one of the two databases does not know of, because an old backup of it was put
//! back or the machine stopped between the two.

use super::erase::{EraseReason, erase};
use crate::actor::Actor;
use crate::batch::Batch;
use crate::clock::{Clock, Moment};
use crate::database::Connection;
use crate::error::{Result, StoreError};
use crate::keys::{Found, KeyStore, Secrets};
use crate::row::{CaseRow, DESTROYED, SEALED, select};
use crate::schema::{meta, set_meta};

const CHUNK: usize = 100;

/// Up to which tombstone of the key store the record has followed.
fn followed(record: &mut Connection) -> Result<i64> {
    let text = meta(record, "tombstones")?;
    Ok(text.and_then(|text| text.parse().ok()).unwrap_or(0))
}

/// How many erasures are outstanding, on either side.
pub(super) fn outstanding(record: &mut Connection, keys: &mut KeyStore) -> Result<i64> {
    let seen = followed(record)?;
    let last = keys.last_tombstone()?;
    if seen > last {
        return Ok(seen - last);
    }
    let after = keys.tombstones_after(seen)?;
    Ok(i64::try_from(after.len()).unwrap_or(i64::MAX))
}

/// Repeats what is outstanding, before anybody can read.
pub(super) fn run(
    record: &mut Connection,
    keys: &mut KeyStore,
    secrets: &Secrets,
    clock: &dyn Clock,
) -> Result<i64> {
    let seen = followed(record)?;
    let last = keys.last_tombstone()?;
    if seen == last {
        return Ok(0);
    }
    let repeated = if seen > last {
        destroy_keys(record, keys)?
    } else {
        erase_texts(record, keys, secrets, clock, seen)?
    };
    let last = keys.last_tombstone()?.max(seen);
    record.transaction(|record| set_meta(record, "tombstones", &last.to_string()))?;
    // What somebody else still reads is swept off the disk by the next daily round.
    let swept = keys
        .scrub()
        .and_then(|()| record.scrub(crate::writer::SCRUBBED));
    match swept {
        Ok(()) | Err(StoreError::Busy) => Ok(repeated),
        Err(error) => Err(error),
    }
}

/// The record is older than the key store.
fn erase_texts(
    record: &mut Connection,
    keys: &mut KeyStore,
    secrets: &Secrets,
    clock: &dyn Clock,
    seen: i64,
) -> Result<i64> {
    let mut repeated = 0;
    for cases in keys.tombstones_after(seen)?.chunks(CHUNK) {
        let batch = Batch::begin(record, keys, secrets, Moment::of(clock));
        let outcome = batch.and_then(|mut batch| {
            let mut erased = 0;
            for mut row in batch.database.rows_among(&select(), "number", cases)? {
                let mut row = CaseRow::of(&mut row)?;
                if row.identity == SEALED {
                    erase(
                        &mut batch,
                        &Actor::system(),
                        &mut row,
                        EraseReason::Replayed,
                    )?;
                    erased += 1;
                }
            }
            batch.commit().map(|_| erased)
        });
        match outcome {
            Ok(erased) => repeated += erased,
            Err(error) => {
                record.rollback();
                return Err(error);
            }
        }
    }
    Ok(repeated)
}

/// The key store is older than the record.
fn destroy_keys(record: &mut Connection, keys: &mut KeyStore) -> Result<i64> {
    let sql = "SELECT key_id, number FROM demur_case WHERE identity = $1 ORDER BY number";
    let mut repeated = 0;
    for mut row in record.rows(sql, &[DESTROYED.into()])? {
        let (id, number) = (row.text()?, row.text()?);
        if matches!(keys.find(&id)?, Found::Key(_)) {
            keys.destroy(&id, &number);
            repeated += 1;
        }
    }
    keys.commit()?;
    Ok(repeated)
}
