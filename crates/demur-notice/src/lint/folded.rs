//! Texts in an alphabet of one byte a letter, in which searching is fast.
//!
//! Word boundaries of Unicode make a regular expression give up its fast path at the first `ą`.
//! So a text is folded before it is searched, and patterns are folded the same way: lower case,
//! and a letter with a mark becomes one of the ASCII capitals, which are free then. The words
//! of the rules are written as people write them.

use std::ops::Range;

/// A folded text that knows where each letter came from.
#[derive(Debug, Clone)]
pub(crate) struct Folded {
    bytes: Vec<u8>,
    /// The byte offset of each letter in the text, and the length of the text.
    starts: Vec<usize>,
}

impl Folded {
    pub(crate) fn new(text: &str) -> Self {
        let mut bytes = Vec::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        for (start, letter) in text.char_indices() {
            bytes.push(fold(letter));
            starts.push(start);
        }
        starts.push(text.len());
        Self { bytes, starts }
    }

    /// One byte a letter.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where these letters stand in the text.
    pub(crate) fn origin(&self, letters: &Range<usize>) -> Range<usize> {
        let end = self.starts.last().copied().unwrap_or_default();
        let at = |index: usize| self.starts.get(index).copied().unwrap_or(end);
        at(letters.start)..at(letters.end)
    }

    /// The letters of this place in the text.
    pub(crate) fn slice(&self, place: &Range<usize>) -> &[u8] {
        let letters = self.index(place.start)..self.index(place.end);
        self.bytes.get(letters).unwrap_or_default()
    }

    fn index(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start < offset)
            .min(self.bytes.len())
    }
}

/// The same for a pattern: what follows a backslash stays as it is, and a space stands for
/// any white space, since a line may break there.
pub(crate) fn fold_pattern(pattern: &str) -> String {
    let mut folded = String::with_capacity(pattern.len());
    let mut escaped = false;
    for letter in pattern.chars() {
        match letter {
            _ if escaped && letter.is_ascii() => folded.push(letter),
            ' ' => folded.push_str(r"\s"),
            _ => folded.push(char::from(fold(letter))),
        }
        escaped = letter == '\\' && !escaped;
    }
    folded
}

/// The pattern of a word or of several: `*` stands for any ending.
pub(crate) fn word_pattern(words: &str) -> String {
    let edge = |letter: Option<char>| match letter {
        Some(letter) if letter.is_alphanumeric() => r"\b",
        _ => "",
    };
    let body: String = regex::escape(words).replace(r"\*", r"\w*");
    let first = edge(words.chars().next());
    let last = edge(words.chars().next_back());
    format!("{first}{body}{last}")
}

/// A folded word.
pub(crate) fn fold_word(word: &str) -> Vec<u8> {
    word.chars().map(fold).collect()
}

/// The letter without its mark: `ą` is `a`.
pub(crate) fn bare(folded: u8) -> u8 {
    match folded {
        b'A' | b'B' => b'a',
        b'C' => b'c',
        b'E' => b'e',
        b'L' => b'l',
        b'N' => b'n',
        b'O' | b'P' => b'o',
        b'S' | b'T' => b's',
        b'U' => b'u',
        b'X' | b'Z' => b'z',
        other => other,
    }
}

/// Stands for every emoji.
const EMOJI: u8 = 0x06;
/// Stands for every letter of another script.
const OTHER_LETTER: u8 = b'Q';

fn fold(letter: char) -> u8 {
    if let Ok(byte) = u8::try_from(letter)
        && byte.is_ascii()
    {
        return byte.to_ascii_lowercase();
    }
    match letter {
        'ą' | 'Ą' => b'A',
        'ć' | 'Ć' => b'C',
        'ę' | 'Ę' => b'E',
        'ł' | 'Ł' => b'L',
        'ń' | 'Ń' => b'N',
        'ó' | 'Ó' => b'O',
        'ś' | 'Ś' => b'S',
        'ź' | 'Ź' => b'X',
        'ż' | 'Ż' => b'Z',
        'ä' | 'Ä' => b'B',
        'ö' | 'Ö' => b'P',
        'ü' | 'Ü' => b'U',
        'ß' | 'ẞ' => b'T',
        'à' | 'á' | 'â' | 'ã' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Å' => b'a',
        'ç' | 'č' | 'Ç' | 'Č' => b'c',
        'è' | 'é' | 'ê' | 'ë' | 'ě' | 'È' | 'É' | 'Ê' | 'Ë' => b'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => b'i',
        'ñ' | 'Ñ' => b'n',
        'ò' | 'ô' | 'õ' | 'ø' | 'Ò' | 'Ô' | 'Õ' | 'Ø' => b'o',
        'ù' | 'ú' | 'û' | 'ů' | 'Ù' | 'Ú' | 'Û' => b'u',
        'š' | 'Š' => b's',
        'ž' | 'Ž' => b'z',
        '„' | '”' | '“' | '«' | '»' => b'"',
        '’' | '‘' | '‚' | '´' => b'\'',
        '–' | '—' | '−' | '‑' | '‐' => b'-',
        '…' => 0x01,
        '€' => 0x02,
        '£' => 0x03,
        '§' => 0x04,
        '•' => 0x05,
        '\u{2600}'..='\u{27BF}' | '\u{1F300}'..='\u{1FAFF}' => EMOJI,
        _ if letter.is_alphabetic() => OTHER_LETTER,
        _ if letter.is_whitespace() => b' ',
        _ => 0x07,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_again() {
        let text = "Łódź – źle";
        let folded = Folded::new(text);
        assert_eq!(folded.bytes(), b"LOdX - Xle");
        assert_eq!(text.get(folded.origin(&(7..10))).unwrap(), "źle");
        assert_eq!(folded.slice(&(0..text.find(' ').unwrap())), b"LOdX");
    }

    #[test]
    fn escapes_of_a_pattern_stay() {
        assert_eq!(fold_pattern(r"\bŻÓŁW\w* \W\."), r"\bZOLw\w*\s\W\.");
    }

    #[test]
    fn words_become_patterns() {
        assert_eq!(word_pattern("za star*"), r"\bza star\w*");
        assert_eq!(word_pattern("np."), r"\bnp\.");
    }

    #[test]
    fn letters_stay_apart_until_they_are_bared() {
        let word = fold_word("cię");
        assert_ne!(word, fold_word("cie"));
        let bared: Vec<u8> = word.into_iter().map(bare).collect();
        assert_eq!(bared, fold_word("cie"));
    }
}
