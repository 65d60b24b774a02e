//! The machine's clock, as the record asks for it.

use demur_app::store::Clock;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The machine's clock; days are those of the firm's wall.
#[derive(Debug)]
pub(crate) struct WallClock {
    /// The machine's time zone.
    pub(crate) zone: TimeZone,
}

impl Clock for WallClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn wall(&self) -> DateTime {
        self.zone.to_datetime(Timestamp::now())
    }
}
