//! Sentences and words.

use std::ops::Range;

use crate::Lang;

/// One sentence, or one item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// Its words: no addresses, no numbers.
    pub(crate) words: Vec<Range<usize>>,
}

/// A full stop after these never ends a sentence.
const NEVER_LAST: &[&str] = &[
    "art", "ust", "pkt", "nr", "tj", "np", "godz", "tel", "ul", "lit", "str", "al", "pl", "prof",
    "dr", "z.b", "d.h", "bzw", "abs", "e.g", "i.e", "mr", "mrs", "ms", "st", "no", "vgl",
];
/// After these it does, when a capital follows.
const SOMETIMES_LAST: &[&str] = &[
    "r", "m.in", "min", "tys", "zł", "usw", "etc", "itd", "itp", "in",
];
const GERMAN_MONTHS: &[&str] = &[
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
];

/// A line of at least so many letters may have been broken to fit.
const WRAPPED: usize = 45;

/// The sentences of a text. A line break ends one, unless a long line goes on in small letters;
/// a label such as `Powód:` does not.
pub(crate) fn sentences(text: &str, lang: Lang) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        let ends = match mark {
            '\n' => !is_wrapped(text, at),
            '.' | '!' | '?' | '…' => ends_sentence(text, at, end, lang),
            _ => false,
        };
        if ends {
            push(&mut found, text, start..end);
            start = end;
        }
    }
    push(&mut found, text, start..text.len());
    found
}

fn is_wrapped(text: &str, newline: usize) -> bool {
    let before = text.get(..newline).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let after = text.get(newline + 1..).unwrap_or_default();
    line.chars().count() >= WRAPPED && after.starts_with(char::is_lowercase)
}

fn push(found: &mut Vec<Sentence>, text: &str, range: Range<usize>) {
    let raw = text.get(range.clone()).unwrap_or_default();
    let lead = raw.len() - raw.trim_start().len();
    let start = range.start + lead;
    let range = start..start + raw.trim().len();
    let words = words(text, &range);
    if !range.is_empty() {
        found.push(Sentence { range, words });
    }
}

fn ends_sentence(text: &str, at: usize, end: usize, lang: Lang) -> bool {
    let after = text.get(end..).unwrap_or_default();
    let next = after.trim_start();
    if next.len() == after.len() {
        return false;
    }
    let Some(first) = next.chars().next() else {
        return false;
    };
    let opens = first.is_uppercase() || first.is_ascii_digit() || "„\"“(['".contains(first);
    if !opens {
        return false;
    }
    if text.get(at..end) != Some(".") {
        return true;
    }
    let before = text.get(..at).unwrap_or_default();
    let word = before
        .rsplit([' ', '\u{a0}', '\n', '('])
        .next()
        .unwrap_or_default();
    let word = word.to_lowercase();
    let follows = next.split(|c: char| !c.is_alphabetic()).next();
    let german_day = lang == Lang::De
        && !word.is_empty()
        && word.chars().all(|c| c.is_ascii_digit())
        && follows.is_some_and(|name| GERMAN_MONTHS.contains(&name.to_lowercase().as_str()));
    let open = NEVER_LAST.contains(&word.as_str())
        || SOMETIMES_LAST.contains(&word.as_str()) && !first.is_uppercase();
    !german_day && !open
}

fn words(text: &str, within: &Range<usize>) -> Vec<Range<usize>> {
    let part = text.get(within.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = within.start;
    for chunk in part.split_inclusive(char::is_whitespace) {
        let trimmed = chunk.trim_end();
        if !is_address(trimmed) {
            found.extend(words_of_chunk(trimmed).map(|word| at + word.start..at + word.end));
        }
        at += chunk.len();
    }
    found
}

/// An e-mail address, a link, a domain.
fn is_address(chunk: &str) -> bool {
    let core = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    chunk.contains('@')
        || core.contains("://")
        || core.char_indices().any(|(at, c)| {
            let before = core.get(..at).and_then(|rest| rest.chars().next_back());
            let after = core.get(at + c.len_utf8()..).unwrap_or_default();
            let long = after.chars().take_while(|c| c.is_alphabetic()).count() >= 2;
            c == '.' && letters(before) && long
        })
}

fn words_of_chunk(chunk: &str) -> impl Iterator<Item = Range<usize>> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '‑');
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in chunk.char_indices().chain([(chunk.len(), ' ')]) {
        match (start, inner(c)) {
            (None, true) if c.is_alphanumeric() => start = Some(at),
            (Some(first), false) => {
                found.push(first..at);
                start = None;
            }
            _ => {}
        }
    }
    let chunk = chunk.to_owned();
    found.into_iter().filter_map(move |range| {
        let word = chunk.get(range.clone())?;
        let end = range.start + word.trim_end_matches(['\'', '’', '-', '‑']).len();
        let is_word =
            word.chars().any(char::is_alphabetic) && !word.chars().any(|c| c.is_ascii_digit());
        is_word.then_some(range.start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, lang: Lang) -> Vec<&str> {
        let found = sentences(text, lang);
        found
            .into_iter()
            .map(|each| text.get(each.range).unwrap())
            .collect()
    }

    fn words_of(text: &str) -> Vec<&str> {
        let found = sentences(text, Lang::Pl);
        let words = found.into_iter().flat_map(|each| each.words);
        words.map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn abbreviations_and_numbers_stay_inside() {
        let text = "Zgodnie z art. 15 ust. 1 nie sprzedamy. Cena: 12.50 zł. Do 6 grudnia 2026 r. \
                    Odpowiemy do 20 grudnia 2026 r. listem.";
        assert_eq!(
            split(text, Lang::Pl),
            [
                "Zgodnie z art. 15 ust. 1 nie sprzedamy.",
                "Cena: 12.50 zł.",
                "Do 6 grudnia 2026 r.",
                "Odpowiemy do 20 grudnia 2026 r. listem.",
            ]
        );
    }

    #[test]
    fn lines_and_labels() {
        let text = "Powód: brak miejsc\n- jutro o 9:00\n- pojutrze! Albo później? Tak.";
        assert_eq!(
            split(text, Lang::Pl),
            [
                "Powód: brak miejsc",
                "- jutro o 9:00",
                "- pojutrze!",
                "Albo później?",
                "Tak."
            ]
        );
    }

    #[test]
    fn a_broken_line_goes_on() {
        let text =
            "Nie przyjmiemy tego zlecenia, bo w tym tygodniu\nnie mamy wolnych miejsc.\nDziękujemy";
        assert_eq!(split(text, Lang::Pl).len(), 2);
    }

    #[test]
    fn a_german_day_does_not_end_a_sentence() {
        let text = "Wir kommen am 6. Dezember. Danke.";
        assert_eq!(
            split(text, Lang::De),
            ["Wir kommen am 6. Dezember.", "Danke."]
        );
    }

    #[test]
    fn addresses_and_numbers_are_no_words() {
        let text = "Pytania (D-2026-0147): biuro@petla.example, petla.example/dane lub 22 555 01 02. To niby-adres, don't.";
        assert_eq!(
            words_of(text),
            ["Pytania", "lub", "To", "niby-adres", "don't"]
        );
    }
}
