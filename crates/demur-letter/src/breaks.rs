//! Where a word that is longer than a line may be broken: addresses of pages and mail, codes.

/// Room for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// A column of the letter's head: 65 mm.
    Column,
    /// The whole width: 165 mm.
    Page,
}

impl Room {
    /// In twentieths of the type size, with some to spare for bold.
    fn width(self) -> usize {
        match self {
            Self::Column => 330,
            Self::Page => 720,
        }
    }
}

/// The template turns it into a break that leaves no character behind.
const BREAK: char = '\u{200B}';

/// The text with chances to break inside words that may be too wide: after signs that part an
/// address, else where the line is surely full. Words that fit stay whole.
pub(crate) fn allow(text: &str, room: Room) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            let wide: usize = word.trim_end().chars().map(width).sum();
            if wide > room.width() {
                inside(word, room)
            } else {
                word.to_owned()
            }
        })
        .collect()
}

/// No less than the letter takes, in twentieths of the type size.
fn width(letter: char) -> usize {
    match letter {
        'm' | 'w' | '@' | '%' | '&' => 20,
        letter if letter.is_ascii() && !letter.is_ascii_uppercase() => 13,
        _ => 20,
    }
}

fn inside(word: &str, room: Room) -> String {
    let mut broken = String::with_capacity(word.len() + 8);
    let mut filled = 0;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        broken.push(letter);
        filled += width(letter);
        let Some(next) = letters.peek().filter(|next| !next.is_whitespace()) else {
            continue;
        };
        let parts = filled > 60 && "/.@_?&=:,;#+".contains(letter);
        if parts || filled + width(*next) > room.width() {
            broken.push(BREAK);
            filled = 0;
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
    fn words_that_fit_stay_whole() {
        let text = "Piszemy do biuro@petla.example, 22 555 01 00.";
        assert_eq!(allow(text, Room::Column), text);
        let word = "Rindfleischetikettierungsüberwachung,";
        assert_eq!(allow(word, Room::Page), word);
    }

    #[test]
    fn addresses_break_after_their_signs() {
        let address = "petla.example/dane/osobowe?lang=pl";
        assert_eq!(allow(address, Room::Page), address);
        assert_eq!(
            shown(address, Room::Column),
            "petla.|example/|dane/|osobowe?|lang=|pl"
        );
    }

    #[test]
    fn words_without_signs_break_where_the_line_is_full() {
        let broken = |letter: &str, count: usize, first: usize, room: Room| {
            let expected = format!("{}|{}", letter.repeat(first), letter.repeat(count - first));
            assert_eq!(shown(&letter.repeat(count), room), expected);
        };
        broken("W", 20, 16, Room::Column);
        broken("0", 30, 25, Room::Column);
        broken("W", 50, 36, Room::Page);
        broken("0", 80, 55, Room::Page);
    }
}
