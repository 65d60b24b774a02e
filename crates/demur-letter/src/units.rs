//! Words that stay with a number or a name, for each language.

use crate::input::Lang;

/// Signs and units of all three languages.
const UNITS: &[&str] = &[
    "%", "‰", "€", "zł", "gr", "£", "p", "PLN", "EUR", "GBP", "CHF", "USD", "g", "dag", "kg", "mg",
    "t", "ml", "cl", "l", "mm", "cm", "m", "km", "m²", "m³", "km/h", "s", "min", "h", "°C", "dB",
    "W", "kW", "kWh", "V", "A", "MB", "GB",
];

const POLISH: &[&str] = &[
    "r",
    "roku",
    "w",
    "lat",
    "lata",
    "dni",
    "dnia",
    "godz",
    "tys",
    "mln",
    "mld",
    "szt",
    "os",
    "osób",
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

const ENGLISH: &[&str] = &[
    "am",
    "pm",
    "a.m",
    "p.m",
    "years",
    "days",
    "hours",
    "minutes",
    "people",
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

const GERMAN: &[&str] = &[
    "Uhr",
    "Jahre",
    "Jahren",
    "Tage",
    "Tagen",
    "Stunden",
    "Minuten",
    "Personen",
    "Mio",
    "Mrd",
    "Stk",
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

/// Whether the word stays with the number before it.
pub(crate) fn follows_number(word: &str, lang: Lang) -> bool {
    let own = match lang {
        Lang::Pl => POLISH,
        Lang::En => ENGLISH,
        Lang::De => GERMAN,
    };
    UNITS.contains(&word) || own.contains(&word)
}

/// Whether the word stays with the number after it.
pub(crate) fn precedes_number(word: &str, lang: Lang) -> bool {
    let own: &[&str] = match lang {
        Lang::Pl => &[
            "nr", "Nr", "pkt", "art.", "Art.", "ust.", "poz.", "lit.", "str.", "godz.", "tel.",
            "pok.", "od", "do", "lok.", "m.",
        ],
        Lang::En => &[
            "no.", "No.", "art.", "Art.", "s.", "para.", "p.", "tel.", "Tel.", "room",
        ],
        Lang::De => &[
            "Nr.", "Art.", "Abs.", "Satz", "S.", "Tel.", "Ziff.", "Zi.", "ab", "bis",
        ],
    };
    matches!(word, "§" | "§§" | "€" | "£") || own.contains(&word)
}

/// Whether the word stays with any word after it.
pub(crate) fn precedes_name(word: &str, lang: Lang) -> bool {
    let own: &[&str] = match lang {
        Lang::Pl => &["ul.", "al.", "pl.", "os.", "dr", "mgr", "inż.", "Dz."],
        Lang::En => &["Mr", "Mrs", "Ms", "Dr", "St"],
        Lang::De => &["Dr.", "Prof.", "St."],
    };
    own.contains(&word)
}
