//! Where a page of a list ended, for whoever asks for the next one.
//!
//! A cursor belongs to the question that it came from: with other filters it would skip what
//! nobody has seen, so it carries a digest of both.

use sha2::{Digest, Sha256};

const DIGEST: usize = 8;

/// The cursor of this place in the answer to this question.
pub(crate) fn write(question: &str, place: &str) -> String {
    let bytes = [digest(question, place).as_slice(), place.as_bytes()].concat();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The place of a cursor that belongs to this question.
pub(crate) fn read(question: &str, cursor: &str) -> Option<String> {
    let digits = cursor.as_bytes();
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    let bytes: Option<Vec<u8>> = digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    let bytes = bytes?;
    let (sum, place) = bytes.split_at_checked(DIGEST)?;
    let place = String::from_utf8(place.to_vec()).ok()?;
    (digest(question, &place) == sum).then_some(place)
}

fn digest(question: &str, place: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"demur/cursor/v1\0");
    hash.update(question.as_bytes());
    hash.update(b"\0");
    hash.update(place.as_bytes());
    hash.finalize().iter().copied().take(DIGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[test]
    fn a_cursor_belongs_to_its_question() {
        let cursor = write("state=open", "2026-11-24 STOPA-2026-7K3M9QD2");
        assert_eq!(
            read("state=open", &cursor).as_deref(),
            Some("2026-11-24 STOPA-2026-7K3M9QD2")
        );
        assert_eq!(read("state=closed", &cursor), None);
        for wrong in [
            "",
            "7",
            "zz",
            "é",
            "00",
            "0011223344556677",
            &cursor.chars().skip(2).collect::<String>(),
            &format!("{cursor}00"),
        ] {
            assert_eq!(read("state=open", wrong), None, "{wrong}");
        }
    }
}
