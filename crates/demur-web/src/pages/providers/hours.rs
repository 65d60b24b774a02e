//! When a place is open in the coming days, in words.

use demur_app::refer::providers::Hours;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::frame::Frame;

/// A day with its opening times.
pub(super) struct Day {
    pub(super) day: String,
    pub(super) times: String,
}

/// The coming seven days; nothing when nobody wrote the hours down.
pub(super) fn week(hours: &[Hours], today: Date, frame: &Frame) -> Vec<Day> {
    if hours.is_empty() {
        return Vec::new();
    }
    let days = (0..7).filter_map(|ahead| today.checked_add(ahead.days()).ok());
    days.map(|day| Day {
        // A day is not broken at its dashes.
        day: format!(
            "{}, {}",
            frame.t(weekday(day)),
            day.to_string().replace('-', "\u{2011}")
        ),
        times: times(hours, day, frame),
    })
    .collect()
}

fn times(hours: &[Hours], day: Date, frame: &Frame) -> String {
    let on_the_day: Vec<&Hours> = hours.iter().filter(|hours| hours.on(day)).collect();
    let special = on_the_day.iter().any(|hours| hours.instead);
    let mut open: Vec<(i16, i16)> = on_the_day
        .iter()
        .filter(|hours| hours.instead == special && hours.minutes > 0)
        .map(|hours| {
            let from = i16::from(hours.opens.hour()) * 60 + i16::from(hours.opens.minute());
            (
                from,
                i16::try_from(hours.minutes)
                    .unwrap_or(i16::MAX)
                    .saturating_add(from),
            )
        })
        .collect();
    open.sort_unstable();
    if open.is_empty() {
        return frame.t("providers-closed");
    }
    let said = open
        .iter()
        .map(|(from, to)| format!("{}–{}", clock(*from), clock(*to)));
    said.collect::<Vec<_>>().join(", ")
}

/// Minutes of a day as a clock shows them; midnight at the end of a day is 24:00.
fn clock(minutes: i16) -> String {
    let minutes = if minutes > 24 * 60 {
        minutes - 24 * 60
    } else {
        minutes
    };
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "day-monday",
        Weekday::Tuesday => "day-tuesday",
        Weekday::Wednesday => "day-wednesday",
        Weekday::Thursday => "day-thursday",
        Weekday::Friday => "day-friday",
        Weekday::Saturday => "day-saturday",
        Weekday::Sunday => "day-sunday",
    }
}
