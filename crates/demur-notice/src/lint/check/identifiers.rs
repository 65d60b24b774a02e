//! Numbers that identify a person, by their shape and check digits.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Job;
use crate::lint::Finding;

/// Runs of digits as people write them, and letters followed by digits.
static SHAPES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        \+?\b\d(?:[\ -]?\d){8,22}\b
        | \b[A-Z]{2}\d{2}(?:\ ?[A-Z0-9]{4}){2,7}(?:\ ?[A-Z0-9]{1,3})?\b
        | \b[A-Z]{2,3}\ ?\d{6,7}[A-D]?\b",
    )
    .ok()
});

/// What is an identifier because of the word before it: plates of cars, numbers of documents.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        \b(?i:reg|registration|plate|plates|car|van|auto|samochód|auta|wóz|rejestrac\w+|tablic\w*|rej|kennzeichen|wagen)
        \b[.:]?\ (?i:nr\.?\ |no\.?\ |number\ |plate\ |plates\ )?
        (?P<plate>[A-ZÄÖÜ]{1,3}(?:\d{2}\ [A-Z]{3}|[\ -]?[A-Z]{0,2}[\ -]?[0-9][0-9A-Z]{1,4}))\b
        | \b(?i:passport|paszport\w*|reisepass\w*|ausweis\w*|identity\ card|driving\ licen[cs]e|prawo\ jazdy|dow(?:ód|odu)(?:\ osobist\w+)?)
        \b[.:]?\ (?i:nr\.?\ |no\.?\ |number\ |numer\w*\ )?
        (?P<document>[A-Z0-9]{0,3}\d{5,9}[A-Z0-9]*)\b",
    )
    .ok()
});

/// National numbers, payment cards, documents.
pub(super) fn find(job: &Job<'_>) -> Vec<Finding> {
    let own = [
        "case_id",
        "invoice_no",
        "contact",
        "contact_short",
        "provider_contact",
    ];
    let found = places(job.draft.content()).into_iter().filter(|place| {
        let slot = job.draft.slot_at(place);
        !slot.is_some_and(|slot| own.contains(&slot))
    });
    found.map(|place| job.at(place)).collect()
}

fn places(text: &str) -> Vec<Range<usize>> {
    let hits = SHAPES.iter().flat_map(|regex| regex.find_iter(text));
    let real = hits.filter(|hit| is_identifier(hit.as_str()));
    let mut found: Vec<Range<usize>> = real.map(|hit| hit.range()).collect();
    let named = NAMED.iter().flat_map(|regex| regex.captures_iter(text));
    let named = named.filter_map(|hit| hit.name("plate").or_else(|| hit.name("document")));
    found.extend(named.map(|hit| hit.range()));
    found.sort_by_key(|range| range.start);
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

fn is_identifier(found: &str) -> bool {
    let compact: String = found.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let digits: Vec<u32> = compact.chars().filter_map(|c| c.to_digit(10)).collect();
    if compact.starts_with('+') {
        return false;
    }
    if digits.len() == compact.len() {
        // A PESEL is written in one piece; with spaces it is a telephone number.
        let in_one = found.len() == compact.len();
        return is_pesel(&digits) && in_one
            || (13..=19).contains(&digits.len()) && is_luhn(&digits);
    }
    is_polish_document(&compact) || is_british_insurance(&compact) || is_iban(&compact)
}

/// An account, by its check digits (ISO 13616: what remains of a division by 97 is one).
fn is_iban(compact: &str) -> bool {
    let is_shaped = (15..=34).contains(&compact.len())
        && compact.chars().take(2).all(|c| c.is_ascii_uppercase())
        && compact.chars().skip(2).take(2).all(|c| c.is_ascii_digit());
    let turned = compact.chars().skip(4).chain(compact.chars().take(4));
    let rest = turned.map(|c| c.to_digit(36)).try_fold(0, |rest, digit| {
        let digit = digit?;
        let shifted = if digit < 10 { rest * 10 } else { rest * 100 };
        Some((shifted + digit) % 97)
    });
    is_shaped && rest == Some(1)
}

/// The last digit fits, and the first six can be a birthday.
fn is_pesel(digits: &[u32]) -> bool {
    const WEIGHTS: [u32; 11] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
    let [_, _, m1, m2, d1, d2, ..] = digits else {
        return false;
    };
    let month = (m1 * 10 + m2) % 20;
    let day = d1 * 10 + d2;
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    digits.len() == 11
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && sum.is_multiple_of(10)
}

/// The check of payment cards.
fn is_luhn(digits: &[u32]) -> bool {
    let doubled = |(place, digit): (usize, &u32)| match (place % 2, digit * 2) {
        (0, _) => *digit,
        (_, twice) if twice > 9 => twice - 9,
        (_, twice) => twice,
    };
    let sum: u32 = digits.iter().rev().enumerate().map(doubled).sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != 0)
}

/// Identity card (three letters, six digits) and passport (two, seven), by their check digit.
fn is_polish_document(compact: &str) -> bool {
    let letters = compact.chars().take_while(char::is_ascii_uppercase).count();
    let weights: &[u32] = match (letters, compact.len()) {
        (3, 9) => &[7, 3, 1, 9, 7, 3, 1, 7, 3],
        (2, 9) => &[7, 3, 9, 1, 7, 3, 1, 7, 3],
        _ => return false,
    };
    let values: Option<Vec<u32>> = compact.chars().map(|c| c.to_digit(36)).collect();
    let sum = values.map(|values| values.iter().zip(weights).map(|(a, b)| a * b).sum::<u32>());
    sum.is_some_and(|sum| sum.is_multiple_of(10))
}

/// Two letters, six digits, a letter from A to D.
fn is_british_insurance(compact: &str) -> bool {
    let letters: Vec<char> = compact.chars().collect();
    match letters.as_slice() {
        [a, b, digits @ .., last] => {
            a.is_ascii_uppercase()
                && b.is_ascii_uppercase()
                && digits.len() == 6
                && digits.iter().all(char::is_ascii_digit)
                && ('A'..='D').contains(last)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_are_found() {
        for text in [
            "44051401359",
            "4111 1111 1111 1111",
            "5500-0000-0000-0004",
            "ABS 123456",
            "ABS123456",
            "QQ123456C",
            "DE89 3704 0044 0532 0130 00",
            "PL61109010140000071219812874",
        ] {
            assert_eq!(places(text).first(), Some(&(0..text.len())), "{text}");
        }
    }

    #[test]
    fn numbers_are_found_after_the_word_that_names_them() {
        for (text, number) in [
            ("auto KR 4X712 stało", "KR 4X712"),
            ("numer rejestracyjny WE 12345", "WE 12345"),
            ("Kennzeichen M-AB 1234", "M-AB 1234"),
            ("across the bay, reg AB12 CDE, and", "AB12 CDE"),
            ("Passport no. 533380006, name", "533380006"),
            ("paszport nr EH1234567", "EH1234567"),
        ] {
            let found: Vec<&str> = places(text)
                .into_iter()
                .map(|place| text.get(place).unwrap_or_default())
                .collect();
            assert_eq!(found, [number], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "44051401358",
            "+48 44051401359",
            "4111 1111 1111 1112",
            "D-2026-0147",
            "22 555 01 02",
            "2026-11-22 12:30",
            "99999999999",
            "ABC123456",
            "61 1090 1014 0000 0712 1981 2874",
            "DE89 3704 0044 0532 0130 01",
            "Auto ist um 14:30 abgestellt, Zimmer 12",
            "car park 3, bay A 12",
            "dowód zakupu 12/2026",
        ] {
            assert!(places(text).is_empty(), "{text}");
        }
    }
}
