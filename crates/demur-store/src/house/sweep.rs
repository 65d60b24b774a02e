//! The daily broom: what has expired goes.

use jiff::ToSpan;

use super::House;
use crate::error::{Result, StoreError};

/// For how many months a revoked API key is still listed: as long as the journal has its pseudonym.
const REVOKED_MONTHS: i32 = 24;

/// How much was swept away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Sessions that had ended.
    pub sessions: u64,
    /// Drafts that had expired or whose session had ended.
    pub drafts: u64,
    /// One-time tokens that nobody used.
    pub tokens: u64,
    /// Seconds with failures that no longer count.
    pub failures: u64,
    /// API keys that were revoked long ago.
    pub api_keys: u64,
}

impl House {
    /// Deletes what has expired, and on SQLite takes the bytes of everything deleted off the disk.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn sweep(&self) -> Result<Swept> {
        let now = self.now();
        let utc = now.utc.as_second();
        let revoked = now.day.saturating_sub(REVOKED_MONTHS.months());
        let swept = self.write_alone(|database| {
            let mut expired = |table: &str| {
                let sql = format!("DELETE FROM demur_house_{table} WHERE expires <= $1");
                database.run(&sql, &[utc.into()])
            };
            let sessions = expired("session")?;
            let drafts = expired("draft")?;
            let tokens = expired("token")?;
            let failures = expired("failure")?;
            let sql = "DELETE FROM demur_house_draft WHERE owner NOT IN \
                (SELECT hash FROM demur_house_session)";
            let orphans = database.run(sql, &[])?;
            let sql = "DELETE FROM demur_house_api_key WHERE revoked < $1";
            let api_keys = database.run(sql, &[revoked.into()])?;
            Ok(Swept {
                sessions,
                drafts: drafts + orphans,
                tokens,
                failures,
                api_keys,
            })
        })?;
        match self.scrub() {
            // Somebody still reads what was there before; the next sweep comes by again.
            Ok(()) | Err(StoreError::Busy) => Ok(swept),
            Err(error) => Err(error),
        }
    }
}
