//! Opening hours in one line, as in `Mo-Fr 09:00-17:00` of schema.org or
//! `FREQ=MONTHLY;BYDAY=1SA 10:00-14:00`.

use jiff::civil::Weekday;

use super::cells;
use crate::hours::{Hours, Rule};

const DAYS: [(&str, Weekday); 7] = [
    ("mo", Weekday::Monday),
    ("tu", Weekday::Tuesday),
    ("we", Weekday::Wednesday),
    ("th", Weekday::Thursday),
    ("fr", Weekday::Friday),
    ("sa", Weekday::Saturday),
    ("su", Weekday::Sunday),
];

/// What is wrong with it, and what to write.
pub(super) type Wrong = (String, String);

/// Reads one line: days or a rule, a space, and times joined by commas.
pub(super) fn read(text: &str) -> Result<Vec<Hours>, Wrong> {
    let text = text.trim();
    let (days, times) = match text.rsplit_once(' ') {
        Some((days, times)) if times.contains(':') => (days.trim(), times),
        _ if text.contains(':') && !text.contains('=') => ("", text),
        // Days without times are open all day long.
        _ => (text, "00:00-24:00"),
    };
    let rule = rule(days)?;
    let times = times.split(',').filter(|span| !span.trim().is_empty());
    times.map(|span| hours(&rule, span, text)).collect()
}

fn hours(days: &Rule, span: &str, text: &str) -> Result<Hours, Wrong> {
    let wrong = || {
        (
            format!("`{text}` has no opening and closing time"),
            "write it as in `Mo-Fr 09:00-17:00`".to_owned(),
        )
    };
    let (opens, closes) = span.split_once(['-', '–']).ok_or_else(wrong)?;
    let (opens, _) = cells::time(opens).ok_or_else(wrong)?;
    let (closes, _) = cells::time(closes).ok_or_else(wrong)?;
    Ok(Hours::new(days.clone(), opens, closes))
}

fn rule(text: &str) -> Result<Rule, Wrong> {
    if text.contains('=') {
        return Rule::parse(text, None).map_err(|error| (error.why, error.mend));
    }
    if text.is_empty() {
        return Ok(Rule::every_day());
    }
    let mut days = Vec::new();
    for part in text.split(',').map(str::trim) {
        let range = part.split_once(['-', '–']);
        let (first, last) = range.unwrap_or((part, part));
        let (first, last) = (weekday(first)?, weekday(last)?);
        let length = usize::try_from(last.since(first)).unwrap_or(0);
        let names = DAYS.iter().cycle().map(|(_, day)| *day);
        days.extend(names.skip_while(|day| *day != first).take(length + 1));
    }
    Ok(Rule::weekly(&days))
}

/// A day of the week by its first two letters in English.
pub(super) fn weekday(text: &str) -> Result<Weekday, Wrong> {
    let lower = text.trim().to_lowercase();
    let found = DAYS.iter().find(|(name, _)| {
        lower.starts_with(name) && lower.chars().all(char::is_alphabetic) && lower.len() <= 9
    });
    found.map(|(_, day)| *day).ok_or_else(|| {
        (
            format!("`{text}` is not a day of the week"),
            "write Mo, Tu, We, Th, Fr, Sa or Su".to_owned(),
        )
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_ranges_rules_and_several_times() {
        // 2026-11-23 is a Monday.
        let day = |day: i8| date(2026, 11, day);
        let week = read("Mo-We,Fr 09:00-12:00,13:00-17:00").unwrap();
        assert_eq!(week.len(), 2);
        assert!(week[0].on(day(23)) && week[0].on(day(27)) && !week[0].on(day(26)));
        let over = read("Sa-Mo 10:00-14:00").unwrap();
        assert!(over[0].on(day(22)) && over[0].on(day(23)) && !over[0].on(day(24)));
        let first = read("FREQ=MONTHLY;BYDAY=1SA 10:00-14:00").unwrap();
        assert!(first[0].on(day(7)) && !first[0].on(day(14)));
        assert_eq!(read("Mo-Su").unwrap()[0].minutes, 24 * 60);
        assert!(read("08:00-20:00").unwrap()[0].on(day(22)));
    }

    #[test]
    fn mistakes_are_named() {
        for wrong in [
            "Xx 09:00-17:00",
            "Mo 9-17",
            "Mo 09:00",
            "FREQ=NEVER 09:00-10:00",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
