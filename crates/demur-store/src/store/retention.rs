//! The daily round: lapsed holds, ended periods, days that single somebody out (PR-14, PR-24).

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};
use serde_json::Map;

use super::Store;
use super::erase::{EraseReason, FEWEST, coarsen, erase};
use super::step;
use crate::access::{self, Operation};
use crate::actor::Actor;
use crate::batch::Batch;
use crate::case::EventKind;
use crate::clock::stamp;
use crate::crypto::hex;
use crate::error::{Result, StoreError};
use crate::row::{DESTROYED, SEALED};
use crate::schema::{meta, set_meta};

/// How many case files one transaction takes on.
const CHUNK: i64 = 100;
/// Days for which an idempotency key is remembered.
const REQUEST_DAYS: i32 = 30;
/// Months for which the journal is kept.
const JOURNAL_MONTHS: i32 = 24;

/// What the daily round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionReport {
    /// Holds that nobody had looked at again.
    pub holds_lapsed: i64,
    /// Texts with a day of their own that were deleted.
    pub texts_deleted: i64,
    /// Case files that lost contact and texts.
    pub erased: i64,
    /// Case files of which a count is left.
    pub aggregated: i64,
    /// Case files that lost their day.
    pub coarsened: i64,
    /// Entries of the journal that were dropped.
    pub entries_dropped: i64,
}

/// One kind of work; says how much of it was done, zero when nothing is left.
type Chore = fn(&mut Batch<'_>, &Actor) -> Result<i64>;

impl Store {
    /// Applies all periods as of today. Asked again the same day it finds nothing to do.
    ///
    /// # Errors
    /// When the role may not, or the database fails; what was done before stays done.
    pub fn run_retention(&self, actor: &Actor) -> Result<RetentionReport> {
        access::check(actor, Operation::Retention)?;
        let report = RetentionReport {
            holds_lapsed: self.repeat(actor, lapse_holds)?,
            texts_deleted: self.repeat(actor, delete_due_texts)?,
            erased: self.repeat(actor, erase_ended)?,
            aggregated: self.repeat(actor, aggregate)?,
            coarsened: self.repeat(actor, coarsen_rare)?,
            entries_dropped: self.repeat(actor, drop_old)?,
        };
        if report != RetentionReport::default() {
            let actor = actor.clone();
            let round = self.writer.submit(None, None, move |batch| {
                batch.journal(&actor, "retention_run", None, &[]);
                Ok(())
            });
            round.wait()?;
        }
        let deleted = report.texts_deleted + report.aggregated > 0;
        if deleted || self.scrub_due()? {
            match self.scrub().wait() {
                // Somebody reads what was there before; the next round tries again.
                Ok(()) | Err(StoreError::Busy) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(report)
    }

    /// Whether something was erased since the disk was last swept.
    fn scrub_due(&self) -> Result<bool> {
        let due = self.readers.ask(|database| {
            let erased = meta(database, "tombstones")?;
            Ok(erased != meta(database, "scrubbed")? && erased.as_deref() != Some("0"))
        });
        due.wait()
    }

    fn repeat(&self, actor: &Actor, chore: Chore) -> Result<i64> {
        let mut total = 0;
        loop {
            let actor = actor.clone();
            let done = self.writer.submit(None, None, move |batch| {
                batch.flush()?;
                chore(batch, &actor)
            });
            match done.wait()? {
                0 => return Ok(total),
                done => total += done,
            }
        }
    }
}

fn numbers(batch: &mut Batch<'_>, sql: &str, day: Date) -> Result<Vec<String>> {
    let rows = batch.database.rows(sql, &[day.into(), CHUNK.into()])?;
    rows.into_iter().map(|mut row| row.text()).collect()
}

fn count(list: &[String]) -> i64 {
    i64::try_from(list.len()).unwrap_or(i64::MAX)
}

fn lapse_holds(batch: &mut Batch<'_>, actor: &Actor) -> Result<i64> {
    let today = batch.now.day;
    let sql = "SELECT DISTINCT case_number FROM demur_hold \
        WHERE ended IS NULL AND review_by < $1 LIMIT $2";
    let cases = numbers(batch, sql, today)?;
    for number in &cases {
        let mut row = batch.case(number)?;
        super::hold::rewrite(batch, number, today, Some(today))?;
        row.on_hold = false;
        let step = step::plain(&mut row, EventKind::HoldLapsed, Map::new());
        step::write(batch, actor, &row, &step)?;
    }
    Ok(count(&cases))
}

fn delete_due_texts(batch: &mut Batch<'_>, actor: &Actor) -> Result<i64> {
    let today = batch.now.day;
    let sql = "SELECT DISTINCT case_number FROM demur_sealed WHERE due <= $1 LIMIT $2";
    let cases = numbers(batch, sql, today)?;
    for number in &cases {
        let sql = "DELETE FROM demur_sealed WHERE case_number = $1 AND due <= $2";
        batch
            .database
            .run(sql, &[number.as_str().into(), today.into()])?;
        batch.journal(actor, "text_deleted", Some(number), &[]);
        batch.erased = true;
    }
    Ok(count(&cases))
}

fn erase_ended(batch: &mut Batch<'_>, actor: &Actor) -> Result<i64> {
    let sql = format!(
        "SELECT number FROM demur_case WHERE tier_a_until <= $1 AND on_hold = 0 \
         AND identity = '{SEALED}' ORDER BY tier_a_until, number LIMIT $2"
    );
    let cases = numbers(batch, &sql, batch.now.day)?;
    for number in &cases {
        let mut row = batch.case(number)?;
        erase(batch, actor, &mut row, EraseReason::PeriodEnded)?;
    }
    Ok(count(&cases))
}

fn aggregate(batch: &mut Batch<'_>, actor: &Actor) -> Result<i64> {
    let sql = format!(
        "SELECT number FROM demur_case WHERE tier_b_until <= $1 AND on_hold = 0 \
         AND identity = '{DESTROYED}' ORDER BY tier_b_until, number LIMIT $2"
    );
    let cases = numbers(batch, &sql, batch.now.day)?;
    for number in &cases {
        let row = batch.case(number)?;
        let add = "INSERT INTO demur_statistic \
            (month, site, class, ground, verdict, choice, cases) \
            VALUES ($1, $2, $3, $4, $5, $6, 1) \
            ON CONFLICT (month, site, class, ground, verdict, choice) \
            DO UPDATE SET cases = demur_statistic.cases + 1";
        let choice = row.choice.as_deref().unwrap_or("none");
        let cell = [&row.month, &row.site, &row.class, &row.ground, &row.verdict];
        let mut cell: Vec<_> = cell.into_iter().map(|text| text.as_str().into()).collect();
        cell.push(choice.into());
        batch.database.run(add, &cell)?;
        for (table, column) in [
            ("demur_event", "case_number"),
            ("demur_hold", "case_number"),
            ("demur_request", "case_number"),
            ("demur_case", "number"),
        ] {
            let sql = format!("DELETE FROM {table} WHERE {column} = $1");
            batch.database.run(&sql, &[number.as_str().into()])?;
        }
        batch.forget(number);
        batch.journal(actor, "aggregated", Some(number), &[]);
        batch.erased = true;
    }
    Ok(count(&cases))
}

/// Case files without contact whose neighbours of the same site, day and ground have gone.
fn coarsen_rare(batch: &mut Batch<'_>, _: &Actor) -> Result<i64> {
    let sql = format!(
        "SELECT number FROM demur_case WHERE identity = '{DESTROYED}' AND length(day) = 10 \
         AND day <= $1 AND (site || ' ' || day || ' ' || ground) IN \
         (SELECT site || ' ' || day || ' ' || ground FROM demur_case WHERE length(day) = 10 \
          GROUP BY site, day, ground HAVING COUNT(*) < {FEWEST}) LIMIT $2"
    );
    let cases = numbers(batch, &sql, batch.now.day)?;
    for number in &cases {
        let mut row = batch.case(number)?;
        coarsen(batch, &mut row)?;
        batch.put_case(&row)?;
    }
    Ok(count(&cases))
}

/// Idempotency keys and entries of the journal that are past their time.
fn drop_old(batch: &mut Batch<'_>, _: &Actor) -> Result<i64> {
    let today = batch.now.day;
    let requests = today.saturating_sub(REQUEST_DAYS.days());
    let sql = "DELETE FROM demur_request WHERE day < $1";
    batch.database.run(sql, &[requests.into()])?;
    let cut = batch
        .now
        .day
        .saturating_sub(Span::new().months(JOURNAL_MONTHS));
    let cut = format!("{cut}T00:00:00Z");
    let sql = "SELECT seq, hash FROM demur_journal WHERE utc < $1 ORDER BY seq DESC LIMIT 1";
    let Some(mut last) = batch.database.row(sql, &[cut.into()])? else {
        return Ok(0);
    };
    let (seq, hash) = (last.int()?, last.blob()?);
    let sql = "DELETE FROM demur_journal WHERE seq <= $1";
    let dropped = batch.database.run(sql, &[seq.into()])?;
    set_meta(
        batch.database,
        "journal_anchor",
        &format!("{seq} {}", hex(&hash)),
    )?;
    set_meta(batch.database, "journal_anchored", &stamp(batch.now.utc))?;
    Ok(i64::try_from(dropped).unwrap_or(i64::MAX))
}
