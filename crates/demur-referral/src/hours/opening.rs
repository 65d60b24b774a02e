//! Whether a place is open at a moment, until when, and when it opens next.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};

use super::{Clock, Hours};

/// Longest look ahead for the next opening, in days: a monthly service in a five-week
/// month still shows.
const AHEAD: usize = 62;

/// Open for so long without a break is called always open, in days.
const ALWAYS: i64 = 8;

/// Whether a place is open. Times are those of the clock that asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    /// Open, until this time; without a time it does not close for days.
    Open(Option<DateTime>),
    /// Closed, until this time; without a time no opening is known in the next weeks.
    Closed(Option<DateTime>),
    /// Nobody wrote down when it is open.
    Unknown,
}

/// Whether these hours, taken together, include the moment.
#[must_use]
pub fn openness(hours: &[Hours], clock: Clock) -> Openness {
    if hours.is_empty() {
        return Openness::Unknown;
    }
    let spans = spans(hours, clock);
    let mut end: Option<DateTime> = None;
    for (from, to) in &spans {
        let reached = end.unwrap_or(clock.now);
        if *from <= reached && *to > reached {
            end = Some(*to);
        }
    }
    match end {
        Some(end) => {
            let long = end.duration_since(clock.now) >= SignedDuration::from_hours(24 * ALWAYS);
            Openness::Open((!long).then_some(end))
        }
        None => {
            let mut later = spans.iter().filter(|(from, _)| *from > clock.now);
            Openness::Closed(later.next().map(|(from, _)| *from))
        }
    }
}

/// Openings from yesterday on, by the clock that asks, in the order in which they begin.
fn spans(hours: &[Hours], clock: Clock) -> Vec<(DateTime, DateTime)> {
    let mut spans = Vec::new();
    for each in hours {
        for day in days_around(clock.by(each.offset).date()) {
            if each.minutes > 0 && each.on(day) && (each.instead || !is_replaced(hours, day)) {
                let from = day.to_datetime(each.opens);
                let length = SignedDuration::from_mins(i64::from(each.minutes));
                if let Ok(to) = from.checked_add(length) {
                    spans.push((clock.back(each.offset, from), clock.back(each.offset, to)));
                }
            }
        }
    }
    spans.sort_unstable();
    spans
}

fn is_replaced(hours: &[Hours], day: Date) -> bool {
    hours.iter().any(|other| other.instead && other.on(day))
}

fn days_around(today: Date) -> impl Iterator<Item = Date> {
    let first = today.yesterday().unwrap_or(today);
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(AHEAD)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use jiff::tz::Offset;
    use proptest::prelude::*;

    use super::*;
    use crate::hours::Rule;

    fn hours(rule: &str, opens: (i8, i8), closes: (i8, i8)) -> Hours {
        let at = |(hour, minute)| time(hour, minute, 0, 0);
        Hours::new(Rule::parse(rule, None).unwrap(), at(opens), at(closes))
    }

    fn at(day: i8, hour: i8, minute: i8) -> Clock {
        Clock {
            now: date(2026, 11, day).at(hour, minute, 0, 0),
            offset: None,
        }
    }

    #[test]
    fn open_closed_and_over_midnight() {
        // 2026-11-20 is a Friday.
        let week = [hours("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", (9, 0), (17, 0))];
        let five = date(2026, 11, 20).at(17, 0, 0, 0);
        assert_eq!(openness(&week, at(20, 9, 0)), Openness::Open(Some(five)));
        let monday = date(2026, 11, 23).at(9, 0, 0, 0);
        assert_eq!(
            openness(&week, at(20, 17, 0)),
            Openness::Closed(Some(monday))
        );
        let night = [hours("FREQ=WEEKLY;BYDAY=FR", (20, 0), (4, 0))];
        let four = date(2026, 11, 21).at(4, 0, 0, 0);
        assert_eq!(openness(&night, at(21, 3, 59)), Openness::Open(Some(four)));
        assert_eq!(openness(&[], at(21, 3, 59)), Openness::Unknown);
    }

    #[test]
    fn touching_hours_are_one_and_always_has_no_end() {
        let all = [hours("FREQ=DAILY", (0, 0), (23, 59))];
        assert_eq!(openness(&all, at(20, 23, 59)), Openness::Open(None));
        let halves = [
            hours("FREQ=DAILY", (12, 0), (16, 0)),
            hours("FREQ=DAILY", (8, 0), (12, 0)),
        ];
        let end = date(2026, 11, 20).at(16, 0, 0, 0);
        assert_eq!(openness(&halves, at(20, 9, 0)), Openness::Open(Some(end)));
    }

    #[test]
    fn a_special_day_replaces_the_usual_ones() {
        let mut holiday = hours("FREQ=DAILY", (0, 0), (0, 0));
        holiday.minutes = 0;
        holiday.instead = true;
        (holiday.valid_from, holiday.valid_to) =
            (Some(date(2026, 11, 11)), Some(date(2026, 11, 11)));
        let all = [hours("FREQ=DAILY", (8, 0), (16, 0)), holiday];
        let next = date(2026, 11, 12).at(8, 0, 0, 0);
        assert_eq!(openness(&all, at(11, 9, 0)), Openness::Closed(Some(next)));
    }

    #[test]
    fn hours_by_another_clock_are_moved() {
        let mut utc = hours("FREQ=DAILY", (8, 0), (16, 0));
        utc.offset = Some(Offset::UTC);
        let clock = Clock {
            now: date(2026, 11, 20).at(16, 30, 0, 0),
            offset: Offset::from_seconds(3600).ok(),
        };
        let end = date(2026, 11, 20).at(17, 0, 0, 0);
        assert_eq!(openness(&[utc.clone()], clock), Openness::Open(Some(end)));
        let local = Clock {
            offset: None,
            ..clock
        };
        assert!(matches!(openness(&[utc], local), Openness::Closed(_)));
    }

    proptest! {
        /// Minute by minute: open exactly when some opening covers the moment, and what is
        /// said of the end or the next opening is the first minute at which that changes.
        #[test]
        fn the_answer_is_what_a_walk_through_the_minutes_finds(
            openings in prop::collection::vec((0u8..7, 0i8..24, 0i8..24), 1..4),
            now in (1i8..28, 0i8..24),
        ) {
            let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
            let all: Vec<Hours> = openings.iter().map(|(day, opens, closes)| {
                let rule = format!("FREQ=WEEKLY;BYDAY={}", names[usize::from(*day)]);
                hours(&rule, (*opens, 0), (*closes, 0))
            }).collect();
            let clock = at(now.0, now.1, 30);
            let is_open = |moment: DateTime| all.iter().any(|each| {
                days_around(moment.date()).take(2).any(|day| {
                    let from = day.to_datetime(each.opens);
                    let until = from.checked_add(SignedDuration::from_mins(i64::from(each.minutes))).unwrap();
                    each.on(day) && from <= moment && moment < until
                })
            });
            let step = SignedDuration::from_mins(30);
            let open = is_open(clock.now);
            let change = std::iter::successors(clock.now.checked_add(step).ok(), |moment| moment.checked_add(step).ok())
                .take(2 * 24 * 10)
                .find(|moment| is_open(*moment) != open);
            let expected = if open { Openness::Open(change) } else { Openness::Closed(change) };
            prop_assert_eq!(openness(&all, clock), expected);
        }
    }
}
