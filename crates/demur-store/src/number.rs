//! Numbers of case files: readable, of a site and a year, and silent about their order.

use jiff::civil::Date;

use crate::crypto::random;
use crate::error::{Result, StoreError};

/// Crockford's alphabet: no letter that is read as a digit, no U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// `SITE-2026-7K3M9QD` or so. Counted numbers would tell the day of a case that is kept by month
/// only (PR-24), so the last part is random.
pub(crate) fn make(site: &str, day: Date) -> Result<String> {
    let bytes: [u8; 8] = random()?;
    let letters = bytes
        .iter()
        .filter_map(|byte| LETTERS.get(usize::from(byte & 31)));
    let letters: String = letters.map(|letter| char::from(*letter)).collect();
    Ok(format!("{}-{}-{letters}", site.to_uppercase(), day.year()))
}

/// As it is kept, from how people write it: case and the look-alikes O, I, L do not matter.
///
/// # Errors
/// When it cannot be the number of a case file.
pub fn parse_number(text: &str) -> Result<String> {
    let text = text.trim().to_uppercase();
    let wrong = || StoreError::invalid("number", "as in `SHOP-2026-7K3M9QD2`");
    let (front, last) = text.rsplit_once('-').ok_or_else(wrong)?;
    let last: String = last
        .chars()
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let known = last.bytes().all(|byte| LETTERS.contains(&byte));
    if last.len() != 8 || !known || !front.contains('-') {
        return Err(wrong());
    }
    Ok(format!("{front}-{last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let number = make("shop", jiff::civil::date(2026, 11, 22)).unwrap();
        assert!(number.starts_with("SHOP-2026-"), "{number}");
        assert_eq!(parse_number(&number.to_lowercase()).unwrap(), number);
        assert_eq!(
            parse_number(" shop-2026-o1il2345 ").unwrap(),
            "SHOP-2026-01112345"
        );
        assert!(parse_number("SHOP-2026").is_err());
        assert!(parse_number("SHOP-2026-UUUUUUUU").is_err());
    }
}
