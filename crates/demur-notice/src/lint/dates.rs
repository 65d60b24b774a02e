//! Days, as notices write them.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::Lang;
use crate::date::months;

static SHAPES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let iso = r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})";
    let figures = r"(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4})";
    let words = r"(?P<d3>\d{1,2})\.? (?P<m3>\p{L}{3,}) (?P<y3>\d{4})";
    Regex::new(&format!(r"\b(?:{iso}|{figures}|{words})\b")).ok()
});

/// The days of a text, in its order.
pub(crate) fn all_in(text: &str, lang: Lang) -> Vec<Date> {
    let hits = SHAPES.iter().flat_map(|regex| regex.captures_iter(text));
    let days = hits.filter_map(|hit| {
        let number = |name: &str| hit.name(name)?.as_str().parse::<i8>().ok();
        let year = |name: &str| hit.name(name)?.as_str().parse::<i16>().ok();
        let (year, month, day) = if let Some(year) = year("y") {
            (year, number("m")?, number("d")?)
        } else if let Some(year) = year("y2") {
            (year, number("m2")?, number("d2")?)
        } else {
            (
                year("y3")?,
                month(hit.name("m3")?.as_str(), lang)?,
                number("d3")?,
            )
        };
        Date::new(year, month, day).ok()
    });
    days.collect()
}

/// The first day of a text.
pub(crate) fn first_in(text: &str, lang: Lang) -> Option<Date> {
    all_in(text, lang).into_iter().next()
}

/// Days from the first to the second, negative if it comes before.
pub(crate) fn days_between(first: Date, second: Date) -> i32 {
    first.until(second).map_or(0, |span| span.get_days())
}

fn month(name: &str, lang: Lang) -> Option<i8> {
    let name = name.to_lowercase();
    let mut months = months(lang).iter();
    let at = months.position(|each| each.to_lowercase() == name)?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_in_every_form() {
        for (text, lang) in [
            ("do 6 grudnia 2026 r.", Lang::Pl),
            ("until 6 December 2026", Lang::En),
            ("bis 6. Dezember 2026", Lang::De),
            ("2026-12-06", Lang::En),
            ("06.12.2026", Lang::De),
        ] {
            assert_eq!(first_in(text, lang), Some(date(2026, 12, 6)), "{text}");
        }
    }

    #[test]
    fn days_are_counted_both_ways() {
        let days = all_in("2028-02-28, 2028-03-01", Lang::En);
        assert_eq!(days_between(days[0], days[1]), 2);
        assert_eq!(days_between(days[1], days[0]), -2);
    }
}
