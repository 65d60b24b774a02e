//! Values as people write them into cells: days, times, numbers, lists.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

/// A day, also as the beginning of a moment such as `2026-11-20T09:00:00+01:00`.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.get(..10).unwrap_or(text);
    day.parse().ok()
}

/// A time such as `9:00`, `09:00:00`, `09:00Z` or `09:00+01:00`; `24:00` is midnight.
pub(super) fn time(text: &str) -> Option<(Time, Option<Offset>)> {
    let text = text.trim();
    let zone = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(zone)?;
    let mut parts = clock.trim().split(':');
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next()?.parse().ok()?;
    let hour = if hour == 24 && minute == 0 { 0 } else { hour };
    let time = Time::new(hour, minute, 0, 0).ok()?;
    let offset = if zone.is_empty() {
        None
    } else {
        Some(offset(zone)?)
    };
    Some((time, offset))
}

/// `Z`, `+01:00`, `+0100` or `+01`.
fn offset(zone: &str) -> Option<Offset> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(Offset::UTC);
    }
    let (sign, rest) = match zone.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, zone.strip_prefix('+')?),
    };
    let digits: String = rest.chars().filter(|each| *each != ':').collect();
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i32>().ok();
    let minutes = if digits.len() > 2 { number(2..4)? } else { 0 };
    Offset::from_seconds(sign * (number(0..2)? * 3600 + minutes * 60)).ok()
}

/// A number; a comma may stand for the point.
pub(super) fn number(text: &str) -> Option<f64> {
    let number: f64 = text.trim().replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}

/// A whole number of years.
pub(super) fn age(text: &str) -> Option<i64> {
    let number = number(text)?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is between 0 and 150 and whole"
    )]
    let whole = number as i64;
    ((0.0..=150.0).contains(&number) && number.fract() == 0.0).then_some(whole)
}

/// The parts of a cell between `|` or `;`.
pub(super) fn list(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['|', ';']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// Whether a cell says yes.
pub(super) fn yes(text: &str) -> bool {
    matches!(
        text.trim().to_lowercase().as_str(),
        "yes" | "true" | "1" | "tak"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_with_and_without_a_zone() {
        let of = |text: &str| time(text).map(|(time, offset)| (time.to_string(), offset));
        assert_eq!(of("9:00"), Some(("09:00:00".to_owned(), None)));
        assert_eq!(of("24:00"), Some(("00:00:00".to_owned(), None)));
        assert_eq!(
            of("18:30:00Z"),
            Some(("18:30:00".to_owned(), Some(Offset::UTC)))
        );
        let hour = Offset::from_seconds(3600).ok();
        assert_eq!(of("10:00+01:00"), Some(("10:00:00".to_owned(), hour)));
        assert_eq!(of("10:00+01"), Some(("10:00:00".to_owned(), hour)));
        for wrong in ["", "nine", "25:00", "9", "10:00+", "10:00+xx", "9:60"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_and_days() {
        assert_eq!(number(" 52,41 "), Some(52.41));
        assert_eq!(number("inf"), None);
        assert_eq!(age("12"), Some(12));
        assert_eq!(age("-3"), None);
        assert_eq!(
            day("2026-11-20T09:00:00+01:00"),
            Some(jiff::civil::date(2026, 11, 20))
        );
        assert_eq!(day("20.11.2026"), None);
    }
}
