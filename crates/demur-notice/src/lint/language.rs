//! Which language a text is in.

use super::folded::fold_word;
use crate::Lang;

/// Short words that are frequent in one of the languages and rare in the others.
const POLISH: &[&str] = &[
    "się", "nie", "na", "do", "jest", "że", "w", "z", "o", "i", "prosimy", "przez", "od", "po",
    "dla", "czy", "jak", "są", "dzień", "dobry", "za", "tego", "oraz", "możemy",
];
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "you", "we", "is", "for", "that", "not", "your", "our", "it", "this",
    "with", "on", "be", "are", "cannot", "please", "dear", "by", "or", "because",
];
const GERMAN: &[&str] = &[
    "der", "die", "das", "und", "nicht", "wir", "sie", "ist", "ein", "eine", "zu", "den", "dem",
    "mit", "für", "auf", "von", "im", "bitte", "ihre", "können", "uns", "bis", "sich",
];

/// The language whose frequent words the text has most of; none for a text without any.
#[must_use]
pub fn guess(text: &str) -> Option<Lang> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let share = |frequent: &[&str]| {
        let bare = |word: &str| {
            fold_word(word)
                .into_iter()
                .map(super::folded::bare)
                .collect()
        };
        let frequent: Vec<Vec<u8>> = frequent.iter().map(|word| bare(word)).collect();
        let found = words.iter().filter(|word| frequent.contains(&bare(word)));
        found.count()
    };
    let counted = [
        (share(POLISH), Lang::Pl),
        (share(ENGLISH), Lang::En),
        (share(GERMAN), Lang::De),
    ];
    let best = counted.iter().max_by_key(|(count, _)| *count)?;
    let is_alone = counted.iter().filter(|(count, _)| count == &best.0).count() == 1;
    is_alone.then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_enough() {
        for (text, lang) in [
            (
                "Nie przyjmiemy tego zlecenia, bo termin jest zajęty.",
                Lang::Pl,
            ),
            ("Prosimy o kontakt, zapraszamy na rozmowe.", Lang::Pl),
            (
                "We cannot take this order because the date is taken.",
                Lang::En,
            ),
            ("Wir können den Auftrag nicht annehmen.", Lang::De),
        ] {
            assert_eq!(guess(text), Some(lang), "{text}");
        }
        assert_eq!(guess("D-2026-0147"), None);
    }
}
