//! Schedules: recurrence rules in columns, with an opening and a closing time.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use super::super::element::Element;
use super::super::{Importer, cells};
use super::day;
use crate::hours::{Hours, Rule};

/// Parts of a rule that stand in columns of their own, besides how often and from when.
const PARTS: [&str; 8] = [
    "until",
    "count",
    "wkst",
    "interval",
    "byday",
    "byweekno",
    "bymonthday",
    "byyearday",
];

/// The hours of a service or place. When one of them cannot be read there are none:
/// a part of them would tell people that a place is closed which is not.
pub(super) fn read(importer: &mut Importer, holder: &Element<'_>) -> Vec<Hours> {
    let mut all = Vec::new();
    let mut broken = false;
    for schedule in holder.all("schedules") {
        match one(importer, &schedule) {
            Ok(hours) => all.extend(hours),
            Err((why, mend)) => {
                broken = true;
                importer.reject(schedule.origin, why, mend);
            }
        }
    }
    if broken { Vec::new() } else { all }
}

/// A schedule; nothing when it only has words or a link.
fn one(importer: &mut Importer, schedule: &Element<'_>) -> Result<Option<Hours>, (String, String)> {
    let (opens, closes) = (schedule.text("opens_at"), schedule.text("closes_at"));
    if opens.is_empty() && closes.is_empty() && schedule.text("freq").is_empty() {
        return Ok(None);
    }
    let (opens, own) = time(&opens, (Time::midnight(), None))?;
    let (closes, _) = time(&closes, (Time::midnight(), None))?;
    let start = day(importer, schedule, "dtstart");
    let valid_from = day(importer, schedule, "valid_from");
    let rule = rule(schedule, start.or(valid_from))?;
    Ok(Some(Hours {
        valid_from,
        valid_to: day(importer, schedule, "valid_to"),
        offset: own.or(zone(schedule)?),
        ..Hours::new(rule, opens, closes)
    }))
}

fn time(
    text: &str,
    missing: (Time, Option<Offset>),
) -> Result<(Time, Option<Offset>), (String, String)> {
    if text.is_empty() {
        return Ok(missing);
    }
    cells::time(text).ok_or_else(|| {
        (
            format!("`{text}` is not a time of day"),
            "write it as in 09:00, or 09:00+01:00".to_owned(),
        )
    })
}

/// The offset in hours that a schedule names for its days and times.
fn zone(schedule: &Element<'_>) -> Result<Option<Offset>, (String, String)> {
    let text = schedule.text("timezone");
    if text.is_empty() {
        return Ok(None);
    }
    let hours = cells::number(&text).filter(|hours| hours.abs() <= 14.0);
    #[expect(clippy::cast_possible_truncation, reason = "14 hours have few seconds")]
    let seconds = hours.map(|hours| (hours * 3600.0) as i32);
    let offset = seconds.and_then(|seconds| Offset::from_seconds(seconds).ok());
    offset.map(Some).ok_or_else(|| {
        (
            format!("`{text}` is no offset from universal time"),
            "write hours, such as 1 or -5".to_owned(),
        )
    })
}

fn rule(schedule: &Element<'_>, start: Option<Date>) -> Result<Rule, (String, String)> {
    let frequency = schedule.text("freq");
    let mut text = match frequency.as_str() {
        // Without a rule it is one period of days.
        "" => return Ok(Rule::every_day()),
        some => format!("FREQ={some}"),
    };
    for part in PARTS {
        let value = schedule.text(part);
        if !value.is_empty() {
            text.push_str(&format!(";{}={value}", part.to_uppercase()));
        }
    }
    Rule::parse(&text, start).map_err(|error| (error.why, error.mend))
}
