//! Counting failures, so that nobody tries passwords all day. What is counted for, such as a login
//! or an address, is kept as a keyed hash only.

use std::time::Duration;

use super::{House, seconds};
use crate::database::{Connection, Value};
use crate::error::Result;

impl House {
    fn bucket(&self, bucket: &str) -> Value {
        Value::Blob(self.0.throttle.tag(&[b"bucket", bucket.as_bytes()]))
    }

    /// Counts a failure; how many there were in the time before now, with this one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn fail(&self, bucket: &str, window: Duration) -> Result<u32> {
        let bucket = self.bucket(bucket);
        let now = self.now().utc.as_second();
        let expires = now.saturating_add(seconds(window));
        let sql = "INSERT INTO demur_house_failure (bucket, utc, failures, expires) \
            VALUES ($1, $2, 1, $3) ON CONFLICT (bucket, utc) DO UPDATE \
            SET failures = demur_house_failure.failures + 1, expires = excluded.expires";
        self.write(|database| {
            database.run(sql, &[bucket.clone(), now.into(), expires.into()])?;
            count(database, bucket, now, window)
        })
    }

    /// How many failures there were in the time before now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn failures(&self, bucket: &str, window: Duration) -> Result<u32> {
        let now = self.now().utc.as_second();
        self.read(|database| count(database, self.bucket(bucket), now, window))
    }

    /// Forgets failures, after a success.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn forgive(&self, bucket: &str) -> Result<()> {
        let bucket = self.bucket(bucket);
        let sql = "DELETE FROM demur_house_failure WHERE bucket = $1";
        self.write(|database| database.run(sql, &[bucket]).map(|_| ()))
    }
}

fn count(database: &mut Connection, bucket: Value, now: i64, window: Duration) -> Result<u32> {
    let sql = "SELECT CAST(COALESCE(SUM(failures), 0) AS BIGINT) FROM demur_house_failure \
        WHERE bucket = $1 AND utc > $2";
    let after = now.saturating_sub(seconds(window));
    let row = database.row(sql, &[bucket, after.into()])?;
    let failures = row.map(|mut row| row.int()).transpose()?.unwrap_or(0);
    Ok(u32::try_from(failures).unwrap_or(u32::MAX))
}
