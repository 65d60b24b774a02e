//! Erasure: the key is destroyed, and the ciphertext is deleted as well (PR-22).

use serde_json::{Map, json};

use super::Store;
use super::step;
use crate::access::Operation;
use crate::actor::Actor;
use crate::batch::Batch;
use crate::case::{EventKind, Receipt};
use crate::coded::coded;
use crate::error::{Result, StoreError};
use crate::pending::Pending;
use crate::row::{CaseRow, DESTROYED};

coded! {
    /// Why contact and texts were erased.
    EraseReason {
        /// The person asked for it.
        Requested = "requested",
        /// The person objected, and nothing outweighs that.
        Objection = "objection",
        /// They should not have been kept.
        Unlawful = "unlawful",
        /// Their period is over.
        PeriodEnded = "period_ended",
        /// They had been erased before, and an old backup was put back.
        Replayed = "replayed",
    }
}

/// A combination of site, day and ground with fewer records than this keeps only its month (PR-24).
pub(super) const FEWEST: i64 = 3;

/// Erases inside a batch; looks have been done, nothing here turns the request down.
pub(super) fn erase(
    batch: &mut Batch<'_>,
    actor: &Actor,
    row: &mut CaseRow,
    reason: EraseReason,
) -> Result<Receipt> {
    batch.flush()?;
    for table in ["demur_sealed", "demur_lookup", "demur_request"] {
        let sql = format!("DELETE FROM {table} WHERE case_number = $1");
        batch.database.run(&sql, &[row.number.as_str().into()])?;
    }
    row.identity = DESTROYED.to_owned();
    row.tier_a_until = None;
    row.on_hold = false;
    row.created_by = None;
    row.decided_by = None;
    row.confirmed_by = None;
    row.runs_until = None;
    row.deadline = None;
    row.deadline_kind = None;
    let mut data = Map::new();
    data.insert("reason".to_owned(), json!(reason));
    let step = step::plain(row, EventKind::Erased, data);
    if kindred(batch, row)? < FEWEST {
        coarsen(batch, row)?;
    }
    let receipt = step::write(batch, actor, row, &step)?;
    batch.journal(actor, "key_destroyed", Some(&row.number), &[]);
    batch.erased = true;
    if reason != EraseReason::Replayed {
        batch.keys.destroy(&row.key_id, &row.number);
    }
    Ok(receipt)
}

/// Records of the same site, day and ground.
fn kindred(batch: &mut Batch<'_>, row: &CaseRow) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM demur_case WHERE site = $1 AND day = $2 AND ground = $3";
    let values = [
        row.site.as_str().into(),
        row.when().into(),
        row.ground.as_str().into(),
    ];
    let counted = batch.database.row(sql, &values)?;
    counted.map_or(Ok(0), |mut row| row.int())
}

/// Keeps the month and forgets the day, here and in the timeline.
pub(super) fn coarsen(batch: &mut Batch<'_>, row: &mut CaseRow) -> Result<()> {
    row.day = None;
    row.band = None;
    let sql = "UPDATE demur_event SET day = month, band = NULL WHERE case_number = $1";
    batch.database.run(sql, &[row.number.as_str().into()])?;
    Ok(())
}

impl Store {
    /// Erases contact and texts of a case file because its person asked, or because they should not
    /// be there.
    pub fn erase(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        reason: EraseReason,
    ) -> Pending<Receipt> {
        let number = case.to_owned();
        let named = (version, reason);
        self.write(actor, Operation::Erase, request, Some(case), &named, {
            move |batch, _, actor| {
                let mut row = batch.case(&number)?;
                step::expect(batch, &row, version)?;
                if row.identity == DESTROYED {
                    return Err(StoreError::KeyDestroyed { case: row.number });
                }
                if row.on_hold {
                    return Err(StoreError::Held { case: row.number });
                }
                erase(batch, actor, &mut row, reason)
            }
        })
    }
}
