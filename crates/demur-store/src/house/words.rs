//! Words of the house: random ones that are given out, and the rules for those that people choose.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::actor::Role;
use crate::crypto::{random, sha256};
use crate::error::{Result, StoreError};

const BASE64URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Lower case, without letters that are read as digits.
const PSEUDONYM: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 256 random bits as 43 characters that may stand in an address.
pub(crate) fn token() -> Result<String> {
    Ok(base64url(&random::<32>()?))
}

/// As it is kept: who reads the database cannot use it.
pub(crate) fn token_hash(token: &str) -> Vec<u8> {
    sha256(&[token.as_bytes()])
}

fn base64url(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut bits = 0_u32;
        for at in 0..3 {
            bits = bits << 8 | group.get(at).map_or(0, |byte| u32::from(*byte));
        }
        for at in 0..=group.len() {
            let letter = usize::try_from(bits >> (18 - 6 * at) & 63).unwrap_or(0);
            text.extend(BASE64URL.get(letter).map(|letter| char::from(*letter)));
        }
    }
    text
}

/// `s-` and six letters and digits, at least one of them a digit.
pub(crate) fn pseudonym() -> Result<String> {
    loop {
        let bytes: [u8; 6] = random()?;
        let letters = bytes
            .iter()
            .filter_map(|byte| PSEUDONYM.get(usize::from(byte & 31)));
        let letters: String = letters.map(|letter| char::from(*letter)).collect();
        if letters.bytes().any(|letter| letter.is_ascii_digit()) {
            return Ok(format!("s-{letters}"));
        }
    }
}

/// Characters that nobody sees, so that two names would look the same.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// One line for people: trimmed and composed.
pub(crate) fn line(field: &'static str, text: &str, most: usize) -> Result<String> {
    let text: String = text.trim().nfc().collect();
    let length = text.chars().count();
    if !(1..=most).contains(&length) || text.chars().any(invisible) {
        let why = format!("1 to {most} visible characters on one line");
        return Err(StoreError::invalid(field, why));
    }
    Ok(text)
}

/// What two ways of writing the same login have in common.
pub(crate) fn login_key(login: &str) -> String {
    login
        .trim()
        .nfc()
        .collect::<String>()
        .to_lowercase()
        .nfc()
        .collect()
}

/// A tag such as `pl` or `en-GB`.
pub(crate) fn check_lang(lang: &str) -> Result<()> {
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if (2..=16).contains(&lang.len()) && lang.chars().all(letters) {
        return Ok(());
    }
    Err(StoreError::invalid(
        "lang",
        "the tag of a language, such as `pl` or `en`",
    ))
}

pub(crate) fn check_roles(roles: &BTreeSet<Role>) -> Result<()> {
    if roles.is_empty() {
        return Err(StoreError::invalid("roles", "at least one role is needed"));
    }
    if roles.contains(&Role::System) {
        return Err(StoreError::invalid(
            "roles",
            "`system` is the program itself and nobody's role",
        ));
    }
    Ok(())
}

pub(crate) fn roles_text(roles: &BTreeSet<Role>) -> String {
    let words: Vec<_> = roles.iter().map(|role| role.as_str()).collect();
    words.join(",")
}

pub(crate) fn read_roles(text: &str) -> Result<BTreeSet<Role>> {
    let words = text.split(',').filter(|word| !word.is_empty());
    let roles = words.map(Role::parse).collect::<Option<_>>();
    roles.ok_or_else(|| StoreError::damaged("an unknown role"))
}

/// The text of an encoded password (`$argon2id$…`); a bare password would stand there readable.
pub(crate) fn check_password_hash(hash: &str) -> Result<()> {
    let fields = hash.split('$').count();
    if hash.starts_with('$') && (4..=6).contains(&fields) && hash.len() <= 512 && hash.is_ascii() {
        return Ok(());
    }
    Err(StoreError::invalid(
        "password",
        "an encoded hash (`$argon2id$…`) is needed",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_letters_for_addresses() {
        assert_eq!(base64url(b""), "");
        assert_eq!(base64url(b"f"), "Zg");
        assert_eq!(base64url(b"fo"), "Zm8");
        assert_eq!(base64url(b"foobar"), "Zm9vYmFy");
        assert_eq!(base64url(&[0xfb, 0xff, 0xfe]), "-__-");
        assert_eq!(token().unwrap().len(), 43);
    }

    #[test]
    fn pseudonyms_have_a_digit_and_name_nobody() {
        for _ in 0..2_000 {
            crate::actor::check_pseudonym(&pseudonym().unwrap()).unwrap();
        }
    }

    #[test]
    fn logins_that_look_alike_are_one() {
        assert_eq!(login_key(" Łucja "), "łucja");
        assert_eq!(login_key("Zoe\u{301}"), login_key("ZO\u{c9}"));
        for wrong in [
            "",
            "  ",
            "an\u{0}na",
            "an\u{200b}na",
            "a\nb",
            &"x".repeat(65),
        ] {
            assert!(line("login", wrong, 64).is_err(), "{wrong:?}");
        }
        assert_eq!(line("login", " Zoe\u{301} ", 64).unwrap(), "Zo\u{e9}");
    }

    #[test]
    fn only_encoded_passwords_pass() {
        assert!(check_password_hash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA").is_ok());
        for wrong in ["", "correct horse", "$ecret", "$argon2id"] {
            assert!(check_password_hash(wrong).is_err(), "{wrong}");
        }
    }
}
