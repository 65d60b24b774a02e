//! Days, as notices write them.

use std::sync::LazyLock;

use regex::Regex;

use crate::Lang;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    year: i64,
    month: i64,
    day: i64,
}

impl Day {
    fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && year > 1000;
        valid.then_some(Self { year, month, day })
    }

    /// Days from `other` to this one.
    pub(crate) fn days_since(self, other: Self) -> i64 {
        self.number() - other.number()
    }

    /// Days from a day in the far past; years begin in March, so that a leap day ends one.
    fn number(self) -> i64 {
        let (year, month) = if self.month > 2 {
            (self.year, self.month - 3)
        } else {
            (self.year - 1, self.month + 9)
        };
        let leap = year / 4 - year / 100 + year / 400;
        year * 365 + leap + (month * 153 + 2) / 5 + self.day
    }
}

static SHAPES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let iso = r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})";
    let figures = r"(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4})";
    let words = r"(?P<d3>\d{1,2})\.? (?P<m3>\p{L}{3,}) (?P<y3>\d{4})";
    Regex::new(&format!(r"\b(?:{iso}|{figures}|{words})\b")).ok()
});

/// The days of a text, in its order.
pub(crate) fn all_in(text: &str, lang: Lang) -> Vec<Day> {
    let hits = SHAPES.iter().flat_map(|regex| regex.captures_iter(text));
    let days = hits.filter_map(|hit| {
        let number = |name: &str| hit.name(name)?.as_str().parse::<i64>().ok();
        if let Some(year) = number("y") {
            return Day::new(year, number("m")?, number("d")?);
        }
        if let Some(year) = number("y2") {
            return Day::new(year, number("m2")?, number("d2")?);
        }
        let month = month(hit.name("m3")?.as_str(), lang)?;
        Day::new(number("y3")?, month, number("d3")?)
    });
    days.collect()
}

/// The first day of a text.
pub(crate) fn first_in(text: &str, lang: Lang) -> Option<Day> {
    all_in(text, lang).into_iter().next()
}

fn month(name: &str, lang: Lang) -> Option<i64> {
    const POLISH: [&str; 12] = [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ];
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const GERMAN: [&str; 12] = [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ];
    let names = match lang {
        Lang::Pl => POLISH,
        Lang::En => ENGLISH,
        Lang::De => GERMAN,
    };
    let name = name.to_lowercase();
    let at = names.iter().position(|each| *each == name)?;
    i64::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_every_form() {
        let day = Day::new(2026, 12, 6).unwrap();
        for (text, lang) in [
            ("do 6 grudnia 2026 r.", Lang::Pl),
            ("until 6 December 2026", Lang::En),
            ("bis 6. Dezember 2026", Lang::De),
            ("2026-12-06", Lang::En),
            ("06.12.2026", Lang::De),
        ] {
            assert_eq!(first_in(text, lang), Some(day), "{text}");
        }
    }

    #[test]
    fn days_are_counted_across_leap_days() {
        let days = all_in("2028-02-28, 2028-03-01, 2027-02-28, 2027-03-01", Lang::En);
        assert_eq!(days[1].days_since(days[0]), 2);
        assert_eq!(days[3].days_since(days[2]), 1);
        assert_eq!(days[0].days_since(days[2]), 365);
    }
}
