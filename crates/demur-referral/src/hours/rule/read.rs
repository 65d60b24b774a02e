//! The text of a recurrence rule.

use jiff::civil::{Date, Weekday};

use super::{Frequency, Rule, RuleError};

/// No rule for opening hours needs more occurrences than a day in a hundred years.
const MOST: u32 = 36_525;

const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

fn error(why: String, mend: &str) -> RuleError {
    RuleError {
        why,
        mend: mend.to_owned(),
    }
}

pub(super) fn rule(text: &str, start: Option<Date>) -> Result<Rule, RuleError> {
    let text = text.trim();
    let parts = text.strip_prefix("RRULE:").unwrap_or(text);
    let mut rule = Rule {
        start,
        ..Rule::every_day()
    };
    let mut frequency = None;
    for part in parts.split(';').filter(|part| !part.trim().is_empty()) {
        let (name, value) = part.split_once('=').ok_or_else(|| {
            error(
                format!("`{part}` is no part of a recurrence rule"),
                "write it as in `FREQ=WEEKLY;BYDAY=MO,TU`",
            )
        })?;
        let (name, value) = (name.trim().to_ascii_uppercase(), value.trim());
        if name == "FREQ" {
            frequency = Some(read_frequency(value)?);
        } else {
            read_part(&mut rule, &name, value)?;
        }
    }
    rule.frequency = frequency.ok_or_else(|| {
        error(
            format!("`{text}` does not say how often it recurs"),
            "begin it with `FREQ=WEEKLY` or `FREQ=MONTHLY`",
        )
    })?;
    check(rule, text)
}

fn read_frequency(value: &str) -> Result<Frequency, RuleError> {
    match value.to_ascii_uppercase().as_str() {
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "YEARLY" => Ok(Frequency::Yearly),
        _ => Err(error(
            format!("`{value}` is not how often days recur"),
            "write DAILY, WEEKLY, MONTHLY or YEARLY",
        )),
    }
}

fn read_part(rule: &mut Rule, name: &str, value: &str) -> Result<(), RuleError> {
    match name {
        "INTERVAL" => rule.interval = i64::from(positive(name, value)?),
        "COUNT" => rule.count = Some(positive(name, value)?),
        "UNTIL" => rule.until = Some(until(value)?),
        "WKST" => rule.week_start = weekday(value)?,
        "BYDAY" => rule.by_day = list(value, nth_weekday)?,
        "BYMONTHDAY" => rule.by_month_day = list(value, |each| whole(name, each, 31))?,
        "BYYEARDAY" => rule.by_year_day = list(value, |each| whole(name, each, 366))?,
        "BYWEEKNO" => rule.by_week = list(value, |each| whole(name, each, 53))?,
        "BYMONTH" => rule.by_month = list(value, |each| whole(name, each, 12))?,
        _ => {
            return Err(error(
                format!("`{name}` is not understood here"),
                "days recur by BYDAY, BYMONTHDAY, BYYEARDAY, BYWEEKNO, BYMONTH; times stand apart",
            ));
        }
    }
    Ok(())
}

fn list<T>(value: &str, read: impl Fn(&str) -> Result<T, RuleError>) -> Result<Vec<T>, RuleError> {
    let parts = value.split(',').map(str::trim);
    parts.filter(|part| !part.is_empty()).map(read).collect()
}

fn positive(name: &str, value: &str) -> Result<u32, RuleError> {
    let number = value.parse::<u32>().ok();
    number
        .filter(|number| (1..=MOST).contains(number))
        .ok_or_else(|| {
            error(
                format!("`{value}` cannot be {name}"),
                "write a whole number, 1 or more",
            )
        })
}

fn whole(name: &str, value: &str, most: i16) -> Result<i16, RuleError> {
    let number = value.trim_start_matches('+').parse::<i16>().ok();
    number
        .filter(|number| *number != 0 && number.abs() <= most)
        .ok_or_else(|| {
            error(
                format!("`{value}` cannot stand in {name}"),
                &format!("write whole numbers from 1 to {most}, or from -1 down for the end"),
            )
        })
}

fn weekday(value: &str) -> Result<Weekday, RuleError> {
    let upper = value.to_ascii_uppercase();
    let found = DAYS.iter().find(|(name, _)| *name == upper);
    found.map(|(_, day)| *day).ok_or_else(|| {
        error(
            format!("`{value}` is not a day of the week"),
            "write MO, TU, WE, TH, FR, SA or SU",
        )
    })
}

fn nth_weekday(value: &str) -> Result<(i16, Weekday), RuleError> {
    let split = value
        .char_indices()
        .nth_back(1)
        .map_or(0, |(index, _)| index);
    let (which, day) = value.split_at_checked(split).unwrap_or(("", value));
    let which = match which.trim() {
        "" => 0,
        which => whole("BYDAY", which, 53)?,
    };
    Ok((which, weekday(day)?))
}

fn until(value: &str) -> Result<Date, RuleError> {
    let day = value.get(..10).filter(|day| day.contains('-'));
    let day = day.or_else(|| value.get(..8)).unwrap_or(value);
    day.parse::<Date>().map_err(|_| {
        error(
            format!("`{value}` is not a day"),
            "write the last day as in 20261231 or 2026-12-31",
        )
    })
}

fn check(rule: Rule, text: &str) -> Result<Rule, RuleError> {
    let numbered = rule.by_day.iter().any(|(which, _)| *which != 0);
    if numbered && matches!(rule.frequency, Frequency::Daily | Frequency::Weekly) {
        return Err(error(
            format!("`{text}` counts weekdays of a period that it does not have"),
            "numbers before weekdays need FREQ=MONTHLY or FREQ=YEARLY",
        ));
    }
    let says_days = match rule.frequency {
        Frequency::Daily => true,
        Frequency::Weekly => !rule.by_day.is_empty(),
        Frequency::Monthly => !(rule.by_day.is_empty() && rule.by_month_day.is_empty()),
        Frequency::Yearly => {
            !(rule.by_day.is_empty() && rule.by_month_day.is_empty() && rule.by_year_day.is_empty())
        }
    };
    let needs_start = !says_days || rule.interval > 1 || rule.count.is_some();
    if rule.start.is_none() && needs_start {
        return Err(error(
            format!("`{text}` depends on the day on which it begins"),
            "add that day (`dtstart`), or say the days with BYDAY",
        ));
    }
    Ok(rule)
}
