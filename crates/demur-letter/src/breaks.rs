//! Where a word that is longer than a line may be broken: addresses of pages and mail, codes.

/// Room for a line, in letters of the widest kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// A column of the letter's head.
    Column,
    /// The whole width, where words of letters alone can be hyphenated.
    Page,
}

/// How many of the widest letters fit into a column, and into a whole line.
const COLUMN: usize = 17;
const PAGE: usize = 40;

/// Invisible, without width; readers of a PDF do not get to see it.
const BREAK: char = '\u{200B}';

/// The text with chances to break inside words that may be too long: after a sign that parts an
/// address, else after as many letters as surely fit.
pub(crate) fn allow(text: &str, room: Room) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            if word.chars().count() > COLUMN {
                inside(word, room)
            } else {
                word.to_owned()
            }
        })
        .collect()
}

fn inside(word: &str, room: Room) -> String {
    let name = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let limit = if room == Room::Page && name.chars().all(char::is_alphabetic) {
        PAGE
    } else {
        COLUMN
    };
    let mut broken = String::with_capacity(word.len() + 8);
    let mut run = 0;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        broken.push(letter);
        run += 1;
        let inner = letters.peek().is_some_and(|next| !next.is_whitespace());
        let parts = run > 3 && "/.@_?&=:,;#+".contains(letter);
        if inner && (parts || run >= limit) {
            broken.push(BREAK);
            run = 0;
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, room: Room) -> String {
        allow(text, room).replace(BREAK, "|")
    }

    #[test]
    fn short_words_stay_whole() {
        let text = "Piszemy do a@petla.example, 22 555 01 00.";
        assert_eq!(allow(text, Room::Column), text);
    }

    #[test]
    fn addresses_break_after_their_signs() {
        assert_eq!(
            shown("petla.example/dane/osobowe?lang=pl", Room::Page),
            "petla.|example/|dane/|osobowe?|lang=|pl"
        );
    }

    #[test]
    fn words_of_letters_are_left_to_hyphenation_where_there_is_any() {
        let word = "Rindfleischetikettierung,";
        assert_eq!(allow(word, Room::Page), word);
        assert_eq!(shown(word, Room::Column), "Rindfleischetiket|tierung,");
        let long = "W".repeat(50);
        assert_eq!(
            shown(&long, Room::Page),
            format!("{}|{}", "W".repeat(40), "W".repeat(10))
        );
    }

    #[test]
    fn codes_break_before_they_are_too_wide() {
        let code = "0".repeat(30);
        assert_eq!(
            shown(&code, Room::Page),
            format!("{}|{}", "0".repeat(17), "0".repeat(13))
        );
    }
}
