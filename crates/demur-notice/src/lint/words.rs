//! Word lists, one entry a line, as they stand under `notices/lint/words`.
//!
//! A line is a word, or several with white space between them, each of them a choice `a|b`;
//! `stem*` stands for the stem with any ending; `=word` is not sought in disguise; `#` begins a
//! comment. A list `<name>.<lang>.not.txt` beside `<name>.<lang>.txt` has ordinary uses of the
//! same words: what lies wholly within one of them is no hit.

use std::collections::BTreeMap;
use std::ops::Range;

use super::disguise;
use super::folded::{Folded, bare, fold_word};
use crate::Lang;

/// One list in one language.
#[derive(Debug, Clone, Default)]
pub struct WordList {
    plain: Index,
    /// The same without marks, for texts that are written without them.
    bared: Index,
    /// Ordinary uses.
    not: Index,
    not_bared: Index,
    /// Entries that are sought in disguise too.
    disguised: Index,
}

#[derive(Debug, Clone, Default)]
struct Index {
    entries: Vec<Vec<Choice>>,
    /// By the first word, and whether it is a stem.
    first: BTreeMap<(Vec<u8>, bool), Vec<usize>>,
}

/// Any of these.
type Choice = Vec<Word>;

#[derive(Debug, Clone)]
struct Word {
    letters: Vec<u8>,
    is_stem: bool,
    /// Not in disguise.
    is_open: bool,
}

impl WordList {
    /// Reads a list, and the list of ordinary uses of its words; nothing in them can be wrong.
    #[must_use]
    pub fn parse(text: &str, ordinary: &str) -> Self {
        let mut list = Self::default();
        for entry in entries(text) {
            if let [only] = entry.as_slice() {
                let hidden = only.iter().filter(|word| !word.is_open);
                let long = hidden.filter(|word| word.letters.len() >= disguise::SHORTEST);
                list.disguised.add(vec![long.map(Word::squeezed).collect()]);
            }
            list.bared.add(bared(&entry));
            list.plain.add(entry);
        }
        for entry in entries(ordinary) {
            list.not_bared.add(bared(&entry));
            list.not.add(entry);
        }
        list
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.plain.entries.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.entries.is_empty()
    }

    /// Where entries stand in the text.
    pub(crate) fn find_in(&self, text: &Folded, lang: Lang) -> Vec<Range<usize>> {
        let tokens = tokens(text.bytes());
        let words: Vec<&[u8]> = tokens
            .iter()
            .map(|each| slice(text.bytes(), each))
            .collect();
        let is_marked = lang == Lang::En || text.bytes().iter().any(|each| bare(*each) != *each);
        let (index, not) = if is_marked {
            (&self.plain, &self.not)
        } else {
            (&self.bared, &self.not_bared)
        };
        let hits = index.find(&words);
        if hits.is_empty() {
            return Vec::new();
        }
        let ordinary = not.find_everywhere(&words);
        let within = |hit: &Range<usize>| {
            let mut around = ordinary.iter();
            around.any(|use_| use_.start <= hit.start && hit.end <= use_.end)
        };
        let place = |hit: Range<usize>| {
            let start = tokens.get(hit.start).map_or(0, |each| each.start);
            let last = hit.end.checked_sub(1).and_then(|last| tokens.get(last));
            text.origin(&(start..last.map_or(start, |each| each.end)))
        };
        let hits = hits.into_iter().filter(|hit| !within(hit));
        hits.map(place).collect()
    }

    /// Where entries stand in disguise: stretched, spaced out, with digits for letters.
    pub(crate) fn find_disguised(&self, text: &str) -> Vec<Range<usize>> {
        let found = disguise::candidates(text).into_iter();
        let hits = found.filter(|each| {
            let squeezed = squeeze(&each.letters);
            self.disguised.has(&squeezed)
        });
        hits.map(|each| each.range).collect()
    }
}

impl Index {
    fn add(&mut self, entry: Vec<Choice>) {
        for word in entry.first().into_iter().flatten() {
            let key = (word.letters.clone(), word.is_stem);
            self.first.entry(key).or_default().push(self.entries.len());
        }
        self.entries.push(entry);
    }

    /// The longest entries, one after the other.
    fn find(&self, words: &[&[u8]]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let longest = self.starting(rest).max().unwrap_or_default();
            if longest > 0 {
                found.push(at..at + longest);
            }
            at += longest.max(1);
        }
        found
    }

    /// The longest entry at each word.
    fn find_everywhere(&self, words: &[&[u8]]) -> Vec<Range<usize>> {
        let starts = 0..words.len();
        let found = starts.filter_map(|at| {
            let longest = self.starting(words.get(at..)?).max()?;
            Some(at..at + longest)
        });
        found.collect()
    }

    fn has(&self, word: &[u8]) -> bool {
        self.starting(&[word]).next().is_some()
    }

    /// The lengths of the entries with which these words begin.
    fn starting(&self, words: &[&[u8]]) -> impl Iterator<Item = usize> {
        let first = words.first().copied().unwrap_or_default();
        let stems = (1..=first.len()).filter_map(|end| Some((first.get(..end)?.to_vec(), true)));
        let keys = stems.chain([(first.to_vec(), false)]);
        let entries = keys.filter_map(|key| self.first.get(&key)).flatten();
        let entries = entries.filter_map(|index| self.entries.get(*index));
        entries.filter_map(move |entry| {
            let one_of =
                |(choice, found): (&Choice, &&[u8])| choice.iter().any(|word| word.fits(found));
            let fits = entry.len() <= words.len() && entry.iter().zip(words).all(one_of);
            fits.then_some(entry.len())
        })
    }
}

fn entries(text: &str) -> impl Iterator<Item = Vec<Choice>> {
    let choice = |words: &str| words.split('|').filter_map(Word::parse).collect();
    text.lines().filter_map(move |line| {
        let line = line.split('#').next().unwrap_or_default();
        let entry: Vec<Choice> = line.split_whitespace().map(choice).collect();
        (!entry.is_empty()).then_some(entry)
    })
}

fn bared(entry: &[Choice]) -> Vec<Choice> {
    let choice = |choice: &Choice| choice.iter().map(Word::bared).collect();
    entry.iter().map(choice).collect()
}

impl Word {
    fn parse(text: &str) -> Option<Self> {
        let (text, is_open) = text
            .strip_prefix('=')
            .map_or((text, false), |rest| (rest, true));
        let (letters, is_stem) = text
            .strip_suffix('*')
            .map_or((text, false), |stem| (stem, true));
        (!letters.is_empty()).then(|| Self {
            letters: fold_word(letters),
            is_stem,
            is_open,
        })
    }

    fn bared(&self) -> Self {
        Self {
            letters: self.letters.iter().copied().map(bare).collect(),
            ..self.clone()
        }
    }

    fn squeezed(&self) -> Self {
        Self {
            letters: squeeze(&self.letters),
            ..self.clone()
        }
    }

    fn fits(&self, found: &[u8]) -> bool {
        if self.is_stem {
            found.starts_with(&self.letters)
        } else {
            found == self.letters
        }
    }
}

/// Without marks and with each run of a letter as one letter.
fn squeeze(letters: &[u8]) -> Vec<u8> {
    let mut squeezed: Vec<u8> = letters.iter().copied().map(bare).collect();
    squeezed.dedup();
    squeezed
}

/// Runs of letters and digits.
fn tokens(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, byte) in bytes.iter().chain([&b' ']).enumerate() {
        match (start, byte.is_ascii_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(first), false) => {
                found.push(first..at);
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn slice<'b>(bytes: &'b [u8], range: &Range<usize>) -> &'b [u8] {
    bytes.get(range.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(list: &str, text: &'t str) -> Vec<&'t str> {
        let list = WordList::parse(list, "rom i jul*\n");
        let hits = list.find_in(&Folded::new(text), Lang::Pl);
        hits.into_iter().map(|hit| text.get(hit).unwrap()).collect()
    }

    #[test]
    fn words_stems_and_phrases() {
        let list = "# grupy\nkobiet*\n=rom|romów\nna wózku # miejsce\nświadek|świadk* jehowy\n";
        let text = "Kobietom, Romów i Roman, NA  WÓZKU; świadkowie Jehowy. Rom i Julia.";
        assert_eq!(
            found(list, text),
            ["Kobietom", "Romów", "NA  WÓZKU", "świadkowie Jehowy"]
        );
    }

    #[test]
    fn marks_may_be_missing_only_if_all_are() {
        assert_eq!(found("głuch*", "dla gluchych"), ["gluchych"]);
        assert_eq!(found("cię", "cie i też"), [""; 0]);
    }

    #[test]
    fn disguises_are_seen_through() {
        let list = WordList::parse("palant*\n=baran", "");
        let seen = |text: &str| !list.find_disguised(text).is_empty();
        for text in [
            "p4l4nt",
            "paaalant",
            "p a l a n t",
            "p.a.l.a.n.t",
            "p-a-l-a-n-t!",
            "P@lanty",
        ] {
            assert!(seen(text), "{text}");
        }
        for text in ["plan 4 ant", "b4r4n", "a b c d e", "4 palmy", "pal ant"] {
            assert!(!seen(text), "{text}");
        }
    }
}
