//! When a service can be had: recurring days with an opening and a closing time.

mod opening;
mod rule;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

pub use opening::{Openness, openness};
pub use rule::{Rule, RuleError};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// One opening on each of some recurring days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// On which days.
    pub days: Rule,
    /// When it opens.
    pub opens: Time,
    /// How long it stays open, in minutes; up to a whole day, over midnight too. None
    /// means closed, which says something only with `instead`.
    pub minutes: u16,
    /// First day on which this is known.
    pub valid_from: Option<Date>,
    /// Last day on which this is known.
    pub valid_to: Option<Date>,
    /// On its days this holds instead of everything that is not marked so.
    pub instead: bool,
    /// The clock by which it is told; the local one of the place when absent.
    pub offset: Option<Offset>,
}

impl Hours {
    /// From opening to closing on these days. A closing time at or before the opening
    /// time is on the next day; 23:59 stands for midnight, as publishers use it.
    #[must_use]
    pub fn new(days: Rule, opens: Time, closes: Time) -> Self {
        let minute = |time: Time| {
            let whole = i32::from(time.hour()) * 60 + i32::from(time.minute());
            u16::try_from(whole).unwrap_or(0)
        };
        let (from, to) = (minute(opens), minute(closes));
        let to = if to == DAY - 1 { DAY } else { to };
        Self {
            days,
            opens,
            minutes: if to > from {
                to - from
            } else {
                DAY - from + to
            },
            valid_from: None,
            valid_to: None,
            instead: false,
            offset: None,
        }
    }

    /// Whether it opens on this day.
    #[must_use]
    pub fn on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day)
            && self.valid_to.is_none_or(|to| day <= to)
            && self.days.holds_on(day)
    }
}

/// A moment by the local clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// What the clock shows.
    pub now: DateTime,
    /// How far it is from universal time, where that is known: opening times that are
    /// told by another clock are compared by it.
    pub offset: Option<Offset>,
}

impl Clock {
    /// What a clock with another offset shows now.
    fn by(self, other: Option<Offset>) -> DateTime {
        let moved = self.offset.zip(other).and_then(|(own, other)| {
            let moment = own.to_timestamp(self.now).ok()?;
            Some(other.to_datetime(moment))
        });
        moved.unwrap_or(self.now)
    }

    /// What this clock shows when one with another offset shows `time`.
    fn back(self, other: Option<Offset>, time: DateTime) -> DateTime {
        let moved = self.offset.zip(other).and_then(|(own, other)| {
            let moment = other.to_timestamp(time).ok()?;
            Some(own.to_datetime(moment))
        });
        moved.unwrap_or(time)
    }
}
