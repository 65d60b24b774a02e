//! A clock that can be turned back while the past of the salon is made up.

use std::sync::{Arc, Mutex, PoisonError};

use demur_app::store::Clock;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

/// Another clock, turned back by so much.
pub(super) struct TurnedClock {
    real: Arc<dyn Clock>,
    back: Mutex<SignedDuration>,
}

impl TurnedClock {
    pub(super) fn of(real: Arc<dyn Clock>) -> Self {
        Self {
            real,
            back: Mutex::new(SignedDuration::ZERO),
        }
    }

    /// Turns the clock so that the wall shows this now.
    pub(super) fn turn_to(&self, shown: DateTime) {
        self.turn(self.real.wall().duration_since(shown));
    }

    /// Shows what the real clock shows.
    pub(super) fn let_go(&self) {
        self.turn(SignedDuration::ZERO);
    }

    fn turn(&self, back: SignedDuration) {
        *self.back.lock().unwrap_or_else(PoisonError::into_inner) = back;
    }

    fn back(&self) -> SignedDuration {
        *self.back.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for TurnedClock {
    fn now(&self) -> Timestamp {
        self.real
            .now()
            .saturating_sub(self.back())
            .unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn wall(&self) -> DateTime {
        self.real.wall().saturating_sub(self.back())
    }
}
