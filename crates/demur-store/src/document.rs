//! JSON documents: one canonical form, and the check that they hold coded values only.

use serde_json::{Map, Value};

use crate::error::{Result, StoreError};
use crate::why::Why;

/// Names that no column, key or coded value of the record may have (PR-05): what a person is,
/// documents of identity, and scores. English, Polish, German.
pub const DENIED: &[&str] = &[
    "birthday",
    "birth_date",
    "date_of_birth",
    "dob",
    "sex",
    "gender",
    "nationality",
    "citizenship",
    "ethnicity",
    "race",
    "pesel",
    "nino",
    "ssn",
    "national_insurance",
    "id_number",
    "document_number",
    "passport",
    "photo",
    "image",
    "picture",
    "biometric",
    "face",
    "fingerprint_image",
    "health",
    "diagnosis",
    "disability",
    "pregnancy",
    "religion",
    "belief",
    "orientation",
    "sexual_orientation",
    "trade_union",
    "union_member",
    "political_view",
    "politics",
    "risk",
    "risk_score",
    "trust",
    "trust_score",
    "score",
    "customer_score",
    "emotion",
    "data_urodzenia",
    "plec",
    "narodowosc",
    "obywatelstwo",
    "numer_dokumentu",
    "paszport",
    "zdjecie",
    "zdrowie",
    "niepelnosprawnosc",
    "ciaza",
    "wyznanie",
    "religia",
    "orientacja",
    "orientacja_seksualna",
    "zwiazek_zawodowy",
    "poglady_polityczne",
    "ryzyko",
    "ocena_ryzyka",
    "geburtsdatum",
    "geschlecht",
    "staatsangehoerigkeit",
    "ausweisnummer",
    "reisepass",
    "foto",
    "gesundheit",
    "behinderung",
    "schwangerschaft",
    "glaube",
    "gewerkschaft",
    "politische_meinung",
    "risiko",
    "bonitaet",
];

const LONGEST_CODE: usize = 96;
const DEEPEST: usize = 24;

/// The same value gives the same bytes: keys in order, no spaces.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by_key(|(key, _)| key.as_str());
            text.push('{');
            for (index, (key, value)) in entries.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                text.push_str(&Value::String(key.clone()).to_string());
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
        Value::Array(list) => {
            text.push('[');
            for (index, value) in list.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(value, text);
            }
            text.push(']');
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}

/// Whether a key or a coded value names what the record never holds.
#[must_use]
pub fn is_denied(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    let plain = last.to_lowercase().replace('-', "_");
    DENIED.contains(&plain.as_str())
}

/// A situation, or the data of an event: names, coded words, whole numbers, yes and no.
pub(crate) fn check_coded(document: &str, value: &Value) -> Result<()> {
    coded(document, value, 0)
}

fn coded(place: &str, value: &Value, depth: usize) -> Result<()> {
    let wrong = |why: Why| {
        Err(StoreError::Document {
            place: place.to_owned(),
            why,
        })
    };
    if depth > DEEPEST {
        return wrong(Why::TooDeep);
    }
    match value {
        Value::String(text) if !is_code(text) => wrong(Why::FreeText),
        Value::Number(number) if !number.is_i64() => wrong(Why::NotWhole),
        Value::Array(list) => list
            .iter()
            .try_for_each(|value| coded(&format!("{place}[]"), value, depth + 1)),
        Value::Object(map) => map.iter().try_for_each(|(key, value)| {
            let place = format!("{place}.{key}");
            if !is_code(key) || is_denied(key) {
                return Err(StoreError::Document {
                    place,
                    why: Why::NoPlace,
                });
            }
            coded(&place, value, depth + 1)
        }),
        _ => Ok(()),
    }
}

fn is_code(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-:/+*#,()".contains(c);
    text.len() <= LONGEST_CODE && text.chars().all(allowed)
}

/// An opinion has sentences of the law, so only its form is looked at.
pub(crate) fn check_opinion(value: &Value) -> Result<()> {
    whole_numbers("opinion", value, 0)
}

fn whole_numbers(place: &str, value: &Value, depth: usize) -> Result<()> {
    let wrong = |why: Why| {
        Err(StoreError::Document {
            place: place.to_owned(),
            why,
        })
    };
    match value {
        _ if depth > DEEPEST => wrong(Why::TooDeep),
        Value::Number(number) if !number.is_i64() => wrong(Why::NotWhole),
        Value::Array(list) => list
            .iter()
            .try_for_each(|value| whole_numbers(place, value, depth + 1)),
        Value::Object(map) => map.iter().try_for_each(|(key, value)| {
            if is_denied(key) {
                return wrong(Why::NoPlace);
            }
            whole_numbers(&format!("{place}.{key}"), value, depth + 1)
        }),
        _ => Ok(()),
    }
}

/// A name of the vocabulary: site, ground, norm, channel, language.
pub(crate) fn check_name(field: &'static str, text: &str) -> Result<()> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    if text.is_empty() || text.len() > LONGEST_CODE || !text.chars().all(allowed) {
        return Err(StoreError::invalid(
            field,
            "one word of letters, digits, `.`, `_` and `-`",
        ));
    }
    if is_denied(text) {
        return Err(StoreError::invalid(
            field,
            "the record has no place for this (PR-05)",
        ));
    }
    Ok(())
}

/// An object, and nothing else.
pub(crate) fn object(document: &'static str, value: Value) -> Result<Map<String, Value>> {
    match value {
        Value::Object(map) => Ok(map),
        _ => Err(StoreError::Document {
            place: document.to_owned(),
            why: Why::NotAnObject,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_canonical_form_does_not_depend_on_the_order() {
        let one: Value =
            serde_json::from_str(r#"{"b":[1,{"z":null,"y":"ż\n"}],"a":true}"#).unwrap();
        assert_eq!(
            canonical(&one),
            r#"{"a":true,"b":[1,{"y":"ż\n","z":null}]}"#
        );
    }

    #[test]
    fn free_text_fractions_and_traits_do_not_pass() {
        for wrong in [
            json!({"facts": {"conduct.note": "he shouted at us"}}),
            json!({"facts": {"customer.height": 1.83}}),
            json!({"facts": {"customer.date_of_birth": "1990-01-01"}}),
            json!({"plec": "k"}),
            json!({"facts": {"contact": "a@example.org"}}),
        ] {
            assert!(check_coded("situation", &wrong).is_err(), "{wrong}");
        }
        let right = json!({"place": "pl", "facts": {"conduct.violent": false, "n": 3,
            "refusal.reasons": ["conduct", "religion"]}});
        assert_eq!(check_coded("situation", &right), Ok(()));
    }
}
