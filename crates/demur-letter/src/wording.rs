//! Words of a user, made ready for the page: checked, bound and breakable, never altered.

use crate::breaks::{self, Room};
use crate::error::Error;
use crate::fonts;
use crate::input::Lang;
use crate::spacing;

/// Reads the strings of one page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    lang: Lang,
    room: Room,
}

impl Wording {
    pub(crate) fn new(lang: Lang) -> Self {
        Self {
            lang,
            room: Room::Page,
        }
    }

    /// The same for the columns of a letter's head.
    pub(crate) fn in_column(self) -> Self {
        Self {
            room: Room::Column,
            ..self
        }
    }

    /// The text of `part` as the template gets it.
    pub(crate) fn line(self, part: &'static str, text: &str) -> Result<String, Error> {
        let text = plain(text);
        if let Some(character) = text.chars().find(|character| !printable(*character)) {
            return Err(Error::Unprintable { part, character });
        }
        let bound = spacing::bind(&text, self.lang);
        Ok(breaks::allow(&bound, self.room))
    }

    /// As [`Wording::line`], and there has to be something.
    pub(crate) fn needed(self, part: &'static str, text: &str) -> Result<String, Error> {
        let line = self.line(part, text)?;
        if line.trim().is_empty() {
            Err(Error::Empty { part })
        } else {
            Ok(line)
        }
    }

    /// All lines that say something.
    pub(crate) fn lines(self, part: &'static str, texts: &[String]) -> Result<Vec<String>, Error> {
        texts
            .iter()
            .filter(|text| !text.trim().is_empty())
            .map(|text| self.line(part, text))
            .collect()
    }

    /// The text if there is one that says something.
    pub(crate) fn option(
        self,
        part: &'static str,
        text: Option<&String>,
    ) -> Result<Option<String>, Error> {
        text.filter(|text| !text.trim().is_empty())
            .map(|text| self.line(part, text))
            .transpose()
    }
}

/// One sign for a new line, a space for a tabulator, nothing around the text.
fn plain(text: &str) -> String {
    text.trim()
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n")
        .replace('\t', " ")
}

fn printable(character: char) -> bool {
    match character {
        '\n' => true,
        _ if character.is_control() || is_private(character) => false,
        _ if is_invisible(character) => matches!(character, '\u{AD}' | '\u{200C}' | '\u{200D}'),
        _ => character.is_whitespace() || fonts::has(character),
    }
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Characters without a shape of their own. Some turn the order of words around, so that a
/// letter would show something else than its text says.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFD}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Error> {
        Wording::new(Lang::En).line("text", text)
    }

    #[test]
    fn ends_of_lines_become_one_sign() {
        assert_eq!(
            read(" a\r\nb\rc\u{2028}d\te "),
            Ok("a\nb\nc\nd e".to_owned())
        );
    }

    #[test]
    fn what_no_font_has_is_named() {
        let part = "text";
        for character in [
            '\u{1F642}',
            '漢',
            '\u{E000}',
            '\u{7}',
            '\u{202E}',
            '\u{FEFF}',
        ] {
            assert_eq!(
                read(&format!("fine {character}")),
                Err(Error::Unprintable { part, character })
            );
        }
    }

    #[test]
    fn hidden_characters_are_not_shown_in_the_message() {
        let error = Error::Unprintable {
            part: "subject",
            character: '\u{202E}',
        };
        assert!(
            error
                .to_string()
                .contains("an invisible character (U+202E)")
        );
    }

    #[test]
    fn empty_lines_leave_no_gap() {
        let wording = Wording::new(Lang::Pl);
        let lines = ["".to_owned(), " \n ".to_owned(), "x".to_owned()];
        assert_eq!(wording.lines("foot", &lines), Ok(vec!["x".to_owned()]));
        assert_eq!(wording.option("subject", Some(&" ".to_owned())), Ok(None));
        assert_eq!(
            wording.needed("date", ""),
            Err(Error::Empty { part: "date" })
        );
    }
}
