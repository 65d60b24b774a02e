//! The time, handed in: a test turns it, the binary reads the machine's.

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

/// Where the store learns what time it is.
pub trait Clock: Send + Sync {
    /// The moment, for the journal.
    fn now(&self) -> Timestamp;

    /// What a clock on the firm's wall shows; days and periods are reckoned in it.
    fn wall(&self) -> civil::DateTime {
        TimeZone::UTC.to_datetime(self.now())
    }
}

/// One reading of the clock, the same for everything in one transaction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    pub(crate) utc: Timestamp,
    pub(crate) day: civil::Date,
    /// Number of the three hours of the day, 0 to 7 (PR-24).
    pub(crate) band: i64,
}

impl Moment {
    pub(crate) fn of(clock: &dyn Clock) -> Self {
        let wall = clock.wall();
        Self {
            utc: clock.now(),
            day: wall.date(),
            band: i64::from(wall.hour()) / 3,
        }
    }
}

/// As the journal writes a moment: UTC, whole seconds.
pub(crate) fn stamp(utc: Timestamp) -> String {
    utc.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The month of a day, as `2026-11`.
pub(crate) fn month(day: civil::Date) -> String {
    day.strftime("%Y-%m").to_string()
}
