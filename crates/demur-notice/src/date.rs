//! Days in words.

use jiff::civil::Date;

use crate::Lang;

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
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// The names of the months, in Polish in the genitive.
pub(crate) fn months(lang: Lang) -> &'static [&'static str; 12] {
    match lang {
        Lang::Pl => &POLISH,
        Lang::En => &ENGLISH,
        Lang::De => &GERMAN,
    }
}

/// A day in words that fit after "from", "until" and "of" alike: in Polish the genitive.
pub(crate) fn in_words(day: Date, lang: Lang) -> String {
    let index = usize::try_from(day.month() - 1).unwrap_or_default();
    let month = months(lang).get(index).copied().unwrap_or_default();
    let (d, y) = (day.day(), day.year());
    match lang {
        Lang::Pl => format!("{d} {month} {y} r."),
        Lang::En => format!("{d} {month} {y}"),
        Lang::De => format!("{d}. {month} {y}"),
    }
}

/// An ISO day in words; other text as it is.
pub(crate) fn written_out(value: &str, lang: Lang) -> String {
    value
        .parse::<Date>()
        .map_or_else(|_| value.to_owned(), |day| in_words(day, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_out_in_each_language() {
        assert_eq!(written_out("2026-12-06", Lang::Pl), "6 grudnia 2026 r.");
        assert_eq!(written_out("2026-12-06", Lang::En), "6 December 2026");
        assert_eq!(written_out("2026-12-06", Lang::De), "6. Dezember 2026");
        assert_eq!(
            written_out("w przyszłym roku", Lang::Pl),
            "w przyszłym roku"
        );
    }
}
