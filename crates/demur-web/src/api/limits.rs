//! How often one key may ask, so that a program that runs wild does not stop the counter.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// So many requests at once.
pub(crate) const BURST: u32 = 240;
/// So many each second after that.
pub(crate) const EACH_SECOND: u32 = 40;
/// Above so many keys those that are full again are forgotten.
const MANY: usize = 4096;

/// What each key or session has left. Kept by each process for itself.
#[derive(Default)]
pub(crate) struct Limits(Mutex<HashMap<String, Bucket>>);

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Bucket {
    fn left_at(self, now: Instant) -> f64 {
        let gained = now.duration_since(self.at).as_secs_f64() * f64::from(EACH_SECOND);
        (self.left + gained).min(f64::from(BURST))
    }
}

impl Limits {
    /// Takes one request; otherwise the seconds after which there is one again.
    pub(crate) fn take(&self, name: &str, now: Instant) -> Result<(), u64> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() > MANY {
            buckets.retain(|_, bucket| bucket.left_at(now) < f64::from(BURST));
        }
        let full = Bucket {
            left: f64::from(BURST),
            at: now,
        };
        let bucket = buckets.entry(name.to_owned()).or_insert(full);
        let left = bucket.left_at(now);
        let taken = left >= 1.0;
        *bucket = Bucket {
            left: if taken { left - 1.0 } else { left },
            at: now,
        };
        // More than one comes back each second.
        if taken { Ok(()) } else { Err(1) }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{BURST, EACH_SECOND, Limits};

    #[test]
    fn a_burst_passes_and_then_so_many_each_second() {
        let limits = Limits::default();
        let now = Instant::now();
        for _ in 0..BURST {
            assert_eq!(limits.take("one", now), Ok(()));
        }
        assert_eq!(limits.take("one", now), Err(1));
        assert_eq!(limits.take("two", now), Ok(()));
        let later = now + Duration::from_secs(1);
        for _ in 0..EACH_SECOND {
            assert_eq!(limits.take("one", later), Ok(()));
        }
        assert_eq!(limits.take("one", later), Err(1));
    }
}
