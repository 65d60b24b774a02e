//! Where a word that is longer than a line may be broken: addresses of pages and mail, codes.

/// As many of the widest letters fit into the narrowest column of a letter.
const LONGEST: usize = 24;

/// Invisible, without width; readers of a PDF do not get to see it.
const BREAK: char = '\u{200B}';

/// The text with chances to break inside words longer than [`LONGEST`]: after a sign that parts
/// an address, else after so many letters.
pub(crate) fn allow(text: &str) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            if word.chars().count() > LONGEST {
                inside(word)
            } else {
                word.to_owned()
            }
        })
        .collect()
}

fn inside(word: &str) -> String {
    let name = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let limit = if name.chars().all(char::is_alphabetic) {
        2 * LONGEST
    } else {
        LONGEST
    };
    let mut broken = String::with_capacity(word.len() + 8);
    let mut run = 0;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        broken.push(letter);
        run += 1;
        let inner = letters.peek().is_some_and(|next| next.is_alphanumeric());
        let parts = "/.@_?&=:,;#+".contains(letter);
        if inner && ((parts && run > 3) || run >= limit) {
            broken.push(BREAK);
            run = 0;
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        allow(text).replace(BREAK, "|")
    }

    #[test]
    fn short_words_stay_whole() {
        let text = "Piszemy do biuro@petla.example, 22 555 01 00.";
        assert_eq!(allow(text), text);
    }

    #[test]
    fn addresses_break_after_their_signs() {
        assert_eq!(
            shown("petla.example/dane/osobowe/informacja?lang=pl"),
            "petla.|example/|dane/|osobowe/|informacja?|lang=|pl"
        );
    }

    #[test]
    fn long_words_of_letters_are_left_to_hyphenation() {
        let word = "Rindfleischetikettierungsüberwachung";
        assert_eq!(allow(word), word);
        assert_eq!(shown(&"W".repeat(60)), format!("{}|{}", "W".repeat(48), "W".repeat(12)));
    }

    #[test]
    fn codes_break_before_they_are_too_wide() {
        assert_eq!(shown(&"0".repeat(30)), format!("{}|{}", "0".repeat(24), "0".repeat(6)));
    }
}
