//! Misspelt words in the English and Polish texts of packs.
//!
//! Owns which texts are read, what counts as a word and which dictionary decides.
//! Citations, ids, code, addresses and words with digits are not looked at. The prose
//! of a file is read in the language of which it has more words: the library is
//! written in English, a firm may write its policy in Polish.

mod accepted;
mod dictionaries;
mod passages;
mod words;

use std::collections::BTreeMap;

use demur_syntax::tree::Lang;
use demur_syntax::{Diagnostic, FileId, Source, Sources, Span};

pub use accepted::Accepted;
pub use dictionaries::Dictionaries;
use passages::{Passage, Tongue};

/// Looking for the nearest word takes long; whoever has more mistakes than this uses
/// the wrong dictionary.
const MOST_SUGGESTIONS: usize = 20;

/// The words that neither the dictionaries nor the accepted words know.
#[must_use]
pub fn check(
    sources: &Sources,
    dictionaries: &Dictionaries,
    accepted: &Accepted,
) -> Vec<Diagnostic> {
    let mut speller = Speller {
        dictionaries,
        accepted,
        known: BTreeMap::new(),
        nearest: BTreeMap::new(),
    };
    let mut found = Vec::new();
    for (file, source) in sources.iter() {
        found.extend(speller.file(file, source));
    }
    found
}

struct Speller<'a> {
    dictionaries: &'a Dictionaries,
    accepted: &'a Accepted,
    known: BTreeMap<(Lang, &'a str), bool>,
    nearest: BTreeMap<(Lang, &'a str), Option<String>>,
}

impl<'a> Speller<'a> {
    fn file(&mut self, file: FileId, source: &'a Source) -> Vec<Diagnostic> {
        let passages = passages::passages(file, source);
        let of = |tongue: Tongue| {
            let wanted = passages.iter().filter(move |each| each.tongue == tongue);
            wanted.copied().collect::<Vec<Passage>>()
        };
        let mut found = Vec::new();
        for lang in Lang::ALL {
            found.extend(self.unknown(source, &of(Tongue::Of(lang)), lang));
        }
        found.extend(self.prose(source, &of(Tongue::Prose)));
        found.sort_by_key(|(_, span, _)| *span);
        let found = found.into_iter();
        found
            .map(|(word, span, lang)| self.diagnostic(file, word, span, lang))
            .collect()
    }

    /// Prose in the language in which more of it is right; English in doubt.
    fn prose(&mut self, source: &'a Source, passages: &[Passage]) -> Vec<(&'a str, Span, Lang)> {
        let english = self.unknown(source, passages, Lang::En);
        if english.is_empty() {
            return english;
        }
        let polish = self.unknown(source, passages, Lang::Pl);
        if polish.len() < english.len() {
            polish
        } else {
            english
        }
    }

    fn unknown(
        &mut self,
        source: &'a Source,
        passages: &[Passage],
        lang: Lang,
    ) -> Vec<(&'a str, Span, Lang)> {
        let mut found = Vec::new();
        for passage in passages {
            for (word, span) in words::words(&source.text, passage.span) {
                for (part, span) in self.wrong_parts(word, span, lang) {
                    found.push((part, span, lang));
                }
            }
        }
        found
    }

    /// The whole word, or the parts between its hyphens and dots, unless it is right.
    fn wrong_parts(&mut self, word: &'a str, span: Span, lang: Lang) -> Vec<(&'a str, Span)> {
        if self.knows(word, lang) {
            return Vec::new();
        }
        let parts = words::parts(word, span);
        parts
            .into_iter()
            .filter(|(part, _)| !self.knows(part, lang))
            .collect()
    }

    fn knows(&mut self, word: &'a str, lang: Lang) -> bool {
        if let Some(known) = self.known.get(&(lang, word)) {
            return *known;
        }
        let plain = word.replace('’', "'");
        let known = words::is_no_word(word)
            || self.accepted.contains(&plain)
            || (lang == Lang::En && self.accepted.contains(plain.trim_end_matches("'s")))
            || self.dictionaries.contains(&plain, lang)
            // A Polish word in an English text; no English word looks like that.
            || (!plain.is_ascii() && self.dictionaries.contains(&plain, Lang::Pl));
        self.known.insert((lang, word), known);
        known
    }

    fn diagnostic(&mut self, file: FileId, word: &'a str, span: Span, lang: Lang) -> Diagnostic {
        let language = match lang {
            Lang::En => "English",
            Lang::Pl => "Polish",
        };
        Diagnostic::error(
            "T006",
            format!("`{word}` is not in the {language} dictionary"),
        )
        .at(file, span, "misspelt?")
        .did_you_mean(self.nearest(word, lang).as_deref())
        .help("a name, an abbreviation or a term of law belongs in `spelling.txt` beside the packs")
    }

    fn nearest(&mut self, word: &'a str, lang: Lang) -> Option<String> {
        if let Some(nearest) = self.nearest.get(&(lang, word)) {
            return nearest.clone();
        }
        if self.nearest.len() >= MOST_SUGGESTIONS {
            return None;
        }
        let nearest = self.dictionaries.nearest(word, lang);
        self.nearest.insert((lang, word), nearest.clone());
        nearest
    }
}

#[cfg(test)]
mod tests;
