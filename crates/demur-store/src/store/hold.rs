//! Holds: a dispute keeps a case file from being erased, for as long as a fact asks for it (PR-15).

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use super::Store;
use super::step;
use crate::access::Operation;
use crate::actor::Actor;
use crate::batch::Batch;
use crate::case::{EventKind, Receipt};
use crate::coded::coded;
use crate::database::{Connection, Value};
use crate::error::{Result, StoreError};
use crate::pending::Pending;
use crate::row::SEALED;
use crate::schedule::{after_dispute, hold_review};

coded! {
    /// What shows that there is a dispute. A limitation period that still runs is not in the list.
    HoldFact {
        /// A complaint.
        Complaint = "complaint",
        /// An appeal.
        Appeal = "appeal",
        /// A letter of a lawyer.
        LawyersLetter = "lawyers_letter",
        /// A letter of an authority or a court.
        AuthoritysLetter = "authoritys_letter",
        /// Somebody was hurt.
        Injury = "injury",
        /// Somebody threatened in writing to go to law.
        ThreatOfClaim = "threat_of_claim",
    }
}

/// The hold that is in force, if any: number and the columns that do not change.
fn in_force(database: &mut Connection, case: &str) -> Result<Option<Vec<Value>>> {
    let sql = "SELECT nr, fact, fact_day, set_day, author FROM demur_hold \
        WHERE case_number = $1 AND ended IS NULL ORDER BY nr LIMIT 1";
    let row = database.row(sql, &[case.into()])?;
    Ok(row.map(|row| row.0.collect()))
}

/// Writes the hold in force again with another review or end.
pub(super) fn rewrite(
    batch: &mut Batch<'_>,
    case: &str,
    review_by: Date,
    ended: Option<Date>,
) -> Result<()> {
    let Some(kept) = in_force(batch.database, case)? else {
        return Err(StoreError::State {
            case: case.to_owned(),
            state: "not held",
            operation: "change a hold",
        });
    };
    let mut row = vec![Value::from(case)];
    row.extend(kept);
    row.push(review_by.into());
    row.push(ended.into());
    batch.put_hold(row);
    Ok(())
}

impl Store {
    /// Holds a case file because of a fact. Without one there is no hold.
    pub fn hold(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        fact: Option<HoldFact>,
        fact_day: Option<Date>,
    ) -> Pending<Receipt> {
        let (Some(fact), Some(fact_day)) = (fact, fact_day) else {
            return Pending::ready(Err(StoreError::HoldWithoutFact));
        };
        let at = (case, version);
        let input = (fact, fact_day);
        self.change(actor, Operation::Hold, request, at, input, {
            |batch, _, actor, row, (fact, fact_day)| {
                if row.identity != SEALED {
                    let case = row.number.clone();
                    return Err(StoreError::KeyDestroyed { case });
                }
                if row.on_hold {
                    return Err(StoreError::State {
                        case: row.number.clone(),
                        state: "held",
                        operation: Operation::Hold.as_str(),
                    });
                }
                let today = batch.now.day;
                if *fact_day > today {
                    return Err(StoreError::HoldWithoutFact);
                }
                row.on_hold = true;
                let review_by = hold_review(today);
                let data = json!({"fact": fact, "fact_day": fact_day, "review_by": review_by});
                let step = step::plain(row, EventKind::Held, map(data));
                batch.put_hold(vec![
                    row.number.as_str().into(),
                    row.version.into(),
                    fact.as_str().into(),
                    (*fact_day).into(),
                    today.into(),
                    actor.pseudonym().into(),
                    review_by.into(),
                    Value::Null,
                ]);
                Ok(step)
            }
        })
    }

    /// The fact was looked at again and still asks for the hold: six months more.
    pub fn review_hold(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(
            actor,
            Operation::Hold,
            request,
            at,
            "review",
            |batch, _, _, row, _| {
                let review_by = hold_review(batch.now.day);
                rewrite(batch, &row.number, review_by, None)?;
                let data = map(json!({"review_by": review_by}));
                Ok(step::plain(row, EventKind::HoldReviewed, data))
            },
        )
    }

    /// The dispute is over: texts go in six months, the skeleton in five years.
    pub fn end_hold(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(
            actor,
            Operation::Hold,
            request,
            at,
            "end",
            |batch, _, _, row, _| {
                let today = batch.now.day;
                rewrite(batch, &row.number, today, Some(today))?;
                row.on_hold = false;
                let (texts, skeleton) = after_dispute(today);
                row.tier_a_until = Some(texts);
                row.tier_b_until = skeleton;
                Ok(step::plain(row, EventKind::HoldEnded, Map::new()))
            },
        )
    }
}

fn map(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(map) => map,
        _ => Map::new(),
    }
}
