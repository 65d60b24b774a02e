//! Recurring days: the recurrence rules of RFC 5545, as far as opening days need them.
//!
//! A rule is asked about one day at a time, so it is a test and not a list: every `BY`
//! part says whether a day is one of its days. That gives the same days as expanding and
//! limiting in the RFC's order, as long as nothing picks the n-th of a set (`BYSETPOS`).

mod read;

use std::fmt;

use jiff::civil::{Date, Weekday};

/// Days that recur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    start: Option<Date>,
    frequency: Frequency,
    interval: i64,
    until: Option<Date>,
    count: Option<u32>,
    week_start: Weekday,
    /// Weekdays, each with which of the period it is: 0 is every, -1 the last.
    by_day: Vec<(i16, Weekday)>,
    by_month_day: Vec<i16>,
    by_year_day: Vec<i16>,
    by_week: Vec<i16>,
    by_month: Vec<i16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// Why a text is no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// What is wrong: one line, lower case.
    pub why: String,
    /// What to write instead.
    pub mend: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.why, self.mend)
    }
}

impl std::error::Error for RuleError {}

impl Rule {
    /// Reads a rule such as `FREQ=WEEKLY;BYDAY=MO,TU`, with or without `RRULE:` before it.
    /// `start` is the day on which it begins (`DTSTART`).
    ///
    /// # Errors
    ///
    /// It is not a rule, or one of which the days cannot be told.
    pub fn parse(text: &str, start: Option<Date>) -> Result<Self, RuleError> {
        read::rule(text, start)
    }

    /// Every day between two, both included.
    #[must_use]
    pub fn every_day() -> Self {
        Self {
            start: None,
            frequency: Frequency::Daily,
            interval: 1,
            until: None,
            count: None,
            week_start: Weekday::Monday,
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_year_day: Vec::new(),
            by_week: Vec::new(),
            by_month: Vec::new(),
        }
    }

    /// These weekdays of every week.
    #[must_use]
    pub fn weekly(days: &[Weekday]) -> Self {
        Self {
            frequency: Frequency::Weekly,
            by_day: days.iter().map(|day| (0, *day)).collect(),
            ..Self::every_day()
        }
    }

    /// Whether the rule has this day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        if self.start.is_some_and(|start| day < start)
            || self.until.is_some_and(|until| day > until)
            || !self.matches(day)
        {
            return false;
        }
        let (Some(count), Some(start)) = (self.count, self.start) else {
            return true;
        };
        let before = std::iter::successors(Some(start), |each| each.tomorrow().ok())
            .take_while(|each| *each < day)
            .filter(|each| self.matches(*each));
        before.take(count as usize).count() < count as usize
    }

    /// The same without a beginning, an end and a number of days.
    fn matches(&self, day: Date) -> bool {
        self.is_in_turn(day)
            && allows(&self.by_month, i16::from(day.month()), 12)
            && allows(
                &self.by_month_day,
                i16::from(day.day()),
                i16::from(day.days_in_month()),
            )
            && allows(&self.by_year_day, day.day_of_year(), day.days_in_year())
            && self.is_in_week(day)
            && self.is_weekday(day)
    }

    /// Whether the interval has this day's period.
    fn is_in_turn(&self, day: Date) -> bool {
        let Some(start) = self.start else {
            return true;
        };
        let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
        let passed = match self.frequency {
            Frequency::Daily => number(day) - number(start),
            Frequency::Weekly => (self.week(day) - self.week(start)) / 7,
            Frequency::Monthly => months(day) - months(start),
            Frequency::Yearly => i64::from(day.year()) - i64::from(start.year()),
        };
        passed % self.interval == 0
    }

    /// The number of the first day of a day's week.
    fn week(&self, day: Date) -> i64 {
        number(day) - i64::from(day.weekday().since(self.week_start))
    }

    fn is_weekday(&self, day: Date) -> bool {
        if self.by_day.is_empty() {
            return self.is_like_the_start(day);
        }
        let in_month = self.frequency == Frequency::Monthly || !self.by_month.is_empty();
        let (position, length) = if in_month {
            (i16::from(day.day()), i16::from(day.days_in_month()))
        } else {
            (day.day_of_year(), day.days_in_year())
        };
        let nth = (position - 1) / 7 + 1;
        let nth_from_end = -((length - position) / 7 + 1);
        self.by_day.iter().any(|(which, weekday)| {
            *weekday == day.weekday() && (*which == 0 || *which == nth || *which == nth_from_end)
        })
    }

    /// Where no part says which day of the period it is, it is the one of the start.
    fn is_like_the_start(&self, day: Date) -> bool {
        let Some(start) = self.start else {
            return true;
        };
        let free = self.by_month_day.is_empty() && self.by_year_day.is_empty();
        match self.frequency {
            Frequency::Daily => true,
            Frequency::Weekly => day.weekday() == start.weekday(),
            Frequency::Monthly => !free || day.day() == start.day(),
            Frequency::Yearly if !self.by_week.is_empty() => day.weekday() == start.weekday(),
            Frequency::Yearly => {
                let month = !self.by_month.is_empty() || day.month() == start.month();
                !free || (day.day() == start.day() && month)
            }
        }
    }

    /// Weeks are numbered as in ISO 8601, by the rule's own first day of the week.
    fn is_in_week(&self, day: Date) -> bool {
        if self.by_week.is_empty() {
            return true;
        }
        let middle = |week: i64| date_of(week + 3);
        let Some(fourth) = middle(self.week(day)) else {
            return false;
        };
        let week_number = |fourth: Date| (fourth.day_of_year() - 1) / 7 + 1;
        let last = Date::new(fourth.year(), 12, 28)
            .ok()
            .and_then(|day| middle(self.week(day)))
            .map_or(52, week_number);
        allows(&self.by_week, week_number(fourth), last)
    }
}

/// Whether a list, in which -1 is the last, has this one; an empty list has all.
fn allows(list: &[i16], position: i16, last: i16) -> bool {
    list.is_empty() || list.contains(&position) || list.contains(&(position - last - 1))
}

/// Days since 1970-01-01.
fn number(day: Date) -> i64 {
    day.duration_since(EPOCH).as_hours().div_euclid(24)
}

fn date_of(number: i64) -> Option<Date> {
    let hours = number.checked_mul(24)?;
    EPOCH
        .checked_add(jiff::SignedDuration::from_hours(hours))
        .ok()
}

const EPOCH: Date = Date::constant(1970, 1, 1);

#[cfg(test)]
mod tests;
