//! Words that people type against words that directories use.
//!
//! Letters are compared without case and without their marks, and endings of Polish and
//! English nouns and adjectives are left off: "stóp" finds "pielęgnacja stopy".

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    typed: String,
    folded: String,
    stems: Vec<String>,
}

/// How directly something was found; the least is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// It is the code of one of its classifications.
    Code,
    /// In a name of the service or of a classification.
    Name,
    /// In the description.
    Description,
    /// In the name of the provider.
    Provider,
}

/// That something was found, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// How directly.
    pub depth: Depth,
    /// The text in which the last word was found.
    pub text: String,
}

/// Words that say nothing about a service.
const EMPTY: [&str; 16] = [
    "i", "w", "z", "ze", "na", "do", "dla", "u", "o", "the", "a", "an", "of", "and", "for", "to",
];

/// Endings, longest first, with what takes their place: inflection drops an `e`.
const ENDINGS: [(&str, &str); 44] = [
    ("icznego", ""),
    ("icznych", ""),
    ("icznymi", ""),
    ("icznej", ""),
    ("icznym", ""),
    ("iczna", ""),
    ("iczne", ""),
    ("iczny", ""),
    ("iami", ""),
    ("iach", ""),
    ("iego", ""),
    ("iemu", ""),
    ("owie", ""),
    ("ymi", ""),
    ("imi", ""),
    ("ego", ""),
    ("emu", ""),
    ("owi", ""),
    ("ami", ""),
    ("ach", ""),
    ("iem", ""),
    ("iec", "c"),
    ("ien", "n"),
    ("ych", ""),
    ("ich", ""),
    ("ek", "k"),
    ("ow", ""),
    ("om", ""),
    ("em", ""),
    ("ej", ""),
    ("ym", ""),
    ("im", ""),
    ("ie", ""),
    ("ia", ""),
    ("ii", ""),
    ("iu", ""),
    ("io", ""),
    ("a", ""),
    ("e", ""),
    ("i", ""),
    ("o", ""),
    ("u", ""),
    ("y", ""),
    ("j", ""),
];

/// Shorter stems mean too many things.
const SHORTEST: usize = 3;
/// A stem of this length may be the beginning of a longer one.
const PREFIX: usize = 5;

/// Without case and marks: `Łódź` and `lodz` are alike.
#[must_use]
pub fn folded(text: &str) -> String {
    let plain = text.nfd().filter(|letter| !is_combining_mark(*letter));
    let lower = plain.flat_map(char::to_lowercase);
    lower
        .map(|letter| if letter == 'ł' { 'l' } else { letter })
        .collect()
}

fn tokens(text: &str) -> Vec<String> {
    let folded = folded(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty() && !EMPTY.contains(word))
        .map(str::to_owned)
        .collect()
}

fn stem(word: &str) -> String {
    let stem = without_ending(word);
    // A doctor's is "lekarski", a doctor "lekarz".
    match stem.strip_suffix("rsk") {
        Some(rest) => format!("{rest}rz"),
        None => stem,
    }
}

fn without_ending(word: &str) -> String {
    for (ending, instead) in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.chars().count() + instead.len() >= SHORTEST
        {
            return format!("{rest}{instead}");
        }
    }
    word.to_owned()
}

/// Whether two stems mean the same, as far as letters tell.
fn alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let Some(rest) = long.strip_prefix(short) else {
        return false;
    };
    rest.is_empty() || short.chars().count() >= PREFIX || rest == "s" || rest == "es"
}

impl Wanted {
    /// What this text looks for; `None` when it has no word.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let stems: Vec<String> = tokens(text).iter().map(|word| stem(word)).collect();
        (!stems.is_empty()).then(|| Self {
            typed: text.trim().to_owned(),
            folded: folded(text.trim()),
            stems,
        })
    }

    /// As it was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether this is it, but for case and marks.
    pub(crate) fn is(&self, text: &str) -> bool {
        self.folded == folded(text.trim())
    }

    /// Whether every word is in the text, whatever its ending.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let found = stems_of(text);
        self.stems
            .iter()
            .all(|wanted| found.iter().any(|each| alike(wanted, each)))
    }

    /// Looks every word up in texts of some depth each, in their order; `None` unless all
    /// are found.
    pub(crate) fn find<'t>(
        &self,
        texts: impl IntoIterator<Item = (Depth, &'t str)>,
    ) -> Option<Match> {
        let texts: Vec<(Depth, &str, Vec<String>)> = texts
            .into_iter()
            .map(|(depth, text)| (depth, text, stems_of(text)))
            .collect();
        let whole = texts.iter().find(|(_, _, stems)| {
            let has = |wanted: &String| stems.iter().any(|each| alike(wanted, each));
            self.stems.iter().all(has)
        });
        let found = |(depth, text, _): &(Depth, &str, Vec<String>)| Match {
            depth: *depth,
            text: (*text).to_owned(),
        };
        if let Some(whole) = whole {
            return Some(found(whole));
        }
        let single = |wanted: &String| {
            let mut with = texts.iter();
            with.find(|(_, _, stems)| stems.iter().any(|each| alike(wanted, each)))
                .map(found)
        };
        let each: Option<Vec<Match>> = self.stems.iter().map(single).collect();
        each?.into_iter().max_by_key(|each| each.depth)
    }
}

fn stems_of(text: &str) -> Vec<String> {
    tokens(text).iter().map(|word| stem(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, text: &str) -> bool {
        Wanted::new(typed).unwrap().is_in(text)
    }

    #[test]
    fn endings_and_marks_do_not_matter() {
        for (typed, text) in [
            ("podologia", "Gabinet podologiczny"),
            ("PODOLOG", "usługi podologiczne"),
            ("stóp", "pielęgnacja stopy"),
            ("wkładka", "Dobór wkładek"),
            ("paznokieć", "wrastające paznokcie"),
            ("lekarz", "porada lekarska, lekarze"),
            ("ortopeda", "poradnia ortopedyczna"),
            ("odciski", "usuwanie odcisków"),
            ("lodz", "Łódź"),
            ("nails", "ingrown nail"),
            ("wózek", "podjazd dla wózków"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}");
            assert!(finds(text.split(' ').next_back().unwrap(), text));
        }
    }

    #[test]
    fn other_words_are_not_found() {
        for (typed, text) in [
            ("stopy", "stopień"),
            ("podologia", "psychologia"),
            ("lekarz", "leki"),
            ("odciski i nagniotki", "usuwanie odcisków"),
        ] {
            assert!(!finds(typed, text), "{typed} in {text}");
        }
        assert!(Wanted::new(" i w - ").is_none());
    }

    #[test]
    fn the_depth_is_that_of_the_deepest_word() {
        let wanted = Wanted::new("podolog Lipowa").unwrap();
        let texts = [
            (Depth::Name, "Podologia"),
            (Depth::Provider, "Gabinet Lipowa"),
        ];
        let found = wanted.find(texts).unwrap();
        assert_eq!(
            (found.depth, found.text.as_str()),
            (Depth::Provider, "Gabinet Lipowa")
        );
        assert!(wanted.find([(Depth::Name, "Podologia")]).is_none());
    }
}
