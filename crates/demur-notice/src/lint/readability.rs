//! How hard a text reads, by formulas with names.
//!
//! A formula is a smoke alarm, not a target. Below [`ENOUGH_WORDS`] words none of them says
//! anything.

use super::syllables::syllables;
use super::tokens::Sentence;
use crate::Lang;

/// Words below which the formulas are silent.
pub const ENOUGH_WORDS: usize = 60;

/// How hard a text reads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Readability {
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// The formula that decides for the language.
    pub formula: Formula,
    /// Its value: a school year, but for LIX (below 25 children's books, above 60 difficult).
    pub value: f64,
    /// Above this value the text should be simplified.
    pub limit: f64,
    /// The non-linear index of Pisarek (1969), for Polish only; for comparison.
    pub pisarek: Option<f64>,
}

/// A formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// Gunning's FOG for Polish, where a hard word has four syllables.
    FogPl,
    /// Flesch-Kincaid grade level.
    FleschKincaid,
    /// LIX, by Björnsson.
    Lix,
}

impl Formula {
    /// As it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FogPl => "FOG-PL",
            Self::FleschKincaid => "Flesch-Kincaid",
            Self::Lix => "LIX",
        }
    }

    /// Above this value a notice should be simplified; one `to_a_minor` sooner.
    fn limit(self, to_a_minor: bool) -> f64 {
        match (self, to_a_minor) {
            (Self::FogPl, false) => 10.0,
            (Self::FogPl, true) => 7.0,
            (Self::FleschKincaid, false) => 8.0,
            (Self::FleschKincaid, true) => 6.0,
            (Self::Lix, false) => 45.0,
            (Self::Lix, true) => 35.0,
        }
    }
}

/// What the formulas count.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Counts {
    words: f64,
    sentences: f64,
    syllables: f64,
    /// Words of four and more syllables.
    hard: f64,
    /// Words of more than six letters.
    long: f64,
}

/// Measures a text; none if it is too short.
pub(crate) fn measure(
    text: &str,
    sentences: &[Sentence],
    lang: Lang,
    to_a_minor: bool,
) -> Option<Readability> {
    let words = sentences.iter().map(|each| each.words.len()).sum::<usize>();
    (words >= ENOUGH_WORDS).then(|| {
        let counts = count(text, sentences, lang);
        let formula = match lang {
            Lang::Pl => Formula::FogPl,
            Lang::En => Formula::FleschKincaid,
            Lang::De => Formula::Lix,
        };
        Readability {
            words,
            sentences: sentences
                .iter()
                .filter(|each| !each.words.is_empty())
                .count(),
            formula,
            value: counts.value(formula),
            limit: formula.limit(to_a_minor),
            pisarek: (lang == Lang::Pl).then(|| counts.pisarek()),
        }
    })
}

fn count(text: &str, sentences: &[Sentence], lang: Lang) -> Counts {
    let mut counts = Counts::default();
    for sentence in sentences.iter().filter(|each| !each.words.is_empty()) {
        counts.sentences += 1.0;
        for range in &sentence.words {
            let word = text.get(range.clone()).unwrap_or_default();
            let sounds = syllables(word, lang);
            counts.words += 1.0;
            counts.syllables += as_number(sounds);
            counts.hard += f64::from(sounds >= 4);
            counts.long += f64::from(word.chars().filter(|c| c.is_alphabetic()).count() > 6);
        }
    }
    counts
}

impl Counts {
    /// Mean words of a sentence.
    fn length(&self) -> f64 {
        self.words / self.sentences.max(1.0)
    }

    /// Per cent of the words.
    fn share(&self, of: f64) -> f64 {
        100.0 * of / self.words.max(1.0)
    }

    fn value(&self, formula: Formula) -> f64 {
        match formula {
            Formula::FogPl => 0.4 * (self.length() + self.share(self.hard)),
            Formula::FleschKincaid => {
                0.39 * self.length() + 11.8 * self.syllables / self.words.max(1.0) - 15.59
            }
            Formula::Lix => self.length() + self.share(self.long),
        }
    }

    fn pisarek(&self) -> f64 {
        0.5 * (self.length().powi(2) + self.share(self.hard).powi(2)).sqrt()
    }
}

/// Counts of a notice are far below the precision of a float.
fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::sentences;
    use super::*;

    fn counts(text: &str, lang: Lang) -> Counts {
        count(text, &sentences(text, lang), lang)
    }

    fn close(value: f64, expected: f64) {
        assert!(
            (value - expected).abs() < 0.005,
            "{value} is not {expected}"
        );
    }

    #[test]
    fn polish_counted_by_hand() {
        // 4 + 6 words in 2 sentences; hard: od-po-wie-dziach.
        let found = counts(
            "Nie przyjmiemy tego zlecenia. Prosimy o rozmowę w innych odpowiedziach.",
            Lang::Pl,
        );
        assert_eq!((found.words, found.sentences, found.hard), (10.0, 2.0, 1.0));
        close(found.value(Formula::FogPl), 0.4 * (5.0 + 10.0));
        close(found.pisarek(), 0.5 * 125.0_f64.sqrt());
    }

    #[test]
    fn english_counted_by_hand() {
        // We can-not take the or-der. Please call us to-mor-row mor-ning.
        let found = counts(
            "We cannot take the order. Please call us tomorrow morning.",
            Lang::En,
        );
        assert_eq!(
            (found.words, found.sentences, found.syllables),
            (10.0, 2.0, 15.0)
        );
        close(
            found.value(Formula::FleschKincaid),
            0.39 * 5.0 + 11.8 * 1.5 - 15.59,
        );
    }

    #[test]
    fn german_counted_by_hand() {
        // Long: Auftrag (7), annehmen (8).
        let found = counts(
            "Wir können den Auftrag nicht annehmen. Der Tag ist voll.",
            Lang::De,
        );
        assert_eq!((found.words, found.sentences, found.long), (10.0, 2.0, 2.0));
        close(found.value(Formula::Lix), 5.0 + 20.0);
    }

    #[test]
    fn short_texts_are_not_measured() {
        let text = "Nie przyjmiemy tego zlecenia. ".repeat(14);
        assert_eq!(
            measure(&text, &sentences(&text, Lang::Pl), Lang::Pl, false),
            None
        );
        let text = "Nie przyjmiemy tego zlecenia. ".repeat(15);
        let found = measure(&text, &sentences(&text, Lang::Pl), Lang::Pl, false);
        assert_eq!(
            found.map(|each| (each.words, each.sentences)),
            Some((60, 15))
        );
    }
}
