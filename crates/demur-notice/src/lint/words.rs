//! Word lists, one entry a line, as `notices/lint/words/README.md` describes them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::disguise;
use super::folded::{Folded, bare, fold_word};

/// One list in one language.
#[derive(Debug, Clone, Default)]
pub struct WordList {
    found: Index,
    /// Ordinary uses.
    ordinary: Index,
    /// Entries of one word, which are sought in disguise too.
    disguised: Index,
}

#[derive(Debug, Clone, Default)]
struct Index {
    entries: Vec<Entry>,
    /// By the plain first word.
    words: BTreeMap<Vec<u8>, Vec<usize>>,
    /// By the plain stem of the first word.
    stems: BTreeMap<Vec<u8>, Vec<usize>>,
}

#[derive(Debug, Clone, Default)]
struct Entry {
    words: Vec<Vec<Word>>,
    /// Every mark has to be there.
    is_exact: bool,
}

/// One of the words that may stand at a place of an entry.
#[derive(Debug, Clone)]
struct Word {
    letters: Vec<u8>,
    is_stem: bool,
    is_capital: bool,
}

/// A word of a text.
#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    letters: &'t [u8],
    is_capital: bool,
}

impl WordList {
    /// Reads a list, and the list of ordinary uses of its words; nothing in them can be wrong.
    #[must_use]
    pub fn parse(text: &str, ordinary: &str) -> Self {
        let mut list = Self::default();
        for entry in entries(text) {
            if let ([only], false) = (entry.words.as_slice(), entry.is_exact) {
                let long = only
                    .iter()
                    .filter(|word| word.letters.len() >= disguise::SHORTEST);
                let squeezed = long.map(Word::squeezed).collect();
                list.disguised.add(Entry {
                    words: vec![squeezed],
                    is_exact: false,
                });
            }
            list.found.add(entry);
        }
        for entry in entries(ordinary) {
            list.ordinary.add(entry);
        }
        list
    }

    /// How many entries it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.found.entries.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.entries.is_empty()
    }

    /// Where entries stand in the text.
    pub(crate) fn find_in(&self, folded: &Folded, text: &str) -> Vec<Range<usize>> {
        let runs = runs(folded.bytes());
        let tokens: Vec<Token<'_>> = runs.iter().map(|run| token(folded, text, run)).collect();
        let hits = self.found.find(&tokens);
        if hits.is_empty() {
            return Vec::new();
        }
        let ordinary = self.ordinary.find_everywhere(&tokens);
        let is_ordinary = |hit: &Range<usize>| {
            let mut around = ordinary.iter();
            around.any(|each| each.start <= hit.start && hit.end <= each.end)
        };
        let place = |hit: Range<usize>| {
            let start = runs.get(hit.start).map_or(0, |run| run.start);
            let last = hit.end.checked_sub(1).and_then(|last| runs.get(last));
            folded.origin(&(start..last.map_or(start, |run| run.end)))
        };
        let hits = hits.into_iter().filter(|hit| !is_ordinary(hit));
        hits.map(place).collect()
    }

    /// Where entries stand in disguise: stretched, spaced out, with digits for letters.
    pub(crate) fn find_disguised(&self, text: &str) -> Vec<Range<usize>> {
        let found = disguise::candidates(text).into_iter();
        let hits = found.filter(|each| {
            let squeezed = squeeze(&each.letters);
            let token = Token {
                letters: &squeezed,
                is_capital: false,
            };
            self.disguised.longest(&[token]).is_some()
        });
        hits.map(|each| each.range).collect()
    }
}

impl Index {
    fn add(&mut self, entry: Entry) {
        for word in entry.words.first().into_iter().flatten() {
            let map = if word.is_stem {
                &mut self.stems
            } else {
                &mut self.words
            };
            let entries = map.entry(plain(&word.letters)).or_default();
            entries.push(self.entries.len());
        }
        self.entries.push(entry);
    }

    /// The longest entries, one after the other.
    fn find(&self, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
            let longest = self.longest(rest).unwrap_or_default();
            if longest > 0 {
                found.push(at..at + longest);
            }
            at += longest.max(1);
        }
        found
    }

    /// The longest entry at each word.
    fn find_everywhere(&self, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
        let starts = 0..tokens.len();
        let found = starts.filter_map(|at| {
            let longest = self.longest(tokens.get(at..)?)?;
            Some(at..at + longest)
        });
        found.collect()
    }

    /// How many words the longest entry has with which these begin.
    fn longest(&self, tokens: &[Token<'_>]) -> Option<usize> {
        let first = tokens.first()?.letters;
        let plain = plain(first);
        let contracted = contracted(&plain);
        let forms = [Some(&plain), contracted.as_ref()];
        let mut longest = None;
        for form in forms.into_iter().flatten() {
            let stems = (1..=form.len()).filter_map(|end| self.stems.get(form.get(..end)?));
            let entries = stems.chain(self.words.get(form)).flatten();
            let entries = entries.filter_map(|index| self.entries.get(*index));
            let fitting = entries.filter(|entry| entry.fits(tokens));
            longest = longest.max(fitting.map(|entry| entry.words.len()).max());
        }
        longest
    }
}

fn entries(text: &str) -> impl Iterator<Item = Entry> {
    text.lines().filter_map(|line| {
        let line = line.split('#').next().unwrap_or_default().trim();
        let (line, is_exact) = line
            .strip_prefix('=')
            .map_or((line, false), |rest| (rest, true));
        let choices = line
            .split_whitespace()
            .map(|words| words.split('|').filter_map(Word::parse));
        let words: Vec<Vec<Word>> = choices.map(Iterator::collect).collect();
        (!words.is_empty()).then_some(Entry { words, is_exact })
    })
}

impl Entry {
    fn fits(&self, tokens: &[Token<'_>]) -> bool {
        let mut pairs = self.words.iter().zip(tokens);
        self.words.len() <= tokens.len()
            && pairs
                .all(|(choice, token)| choice.iter().any(|word| word.fits(token, self.is_exact)))
    }
}

impl Word {
    fn parse(text: &str) -> Option<Self> {
        let (text, is_capital) = text
            .strip_prefix('^')
            .map_or((text, false), |rest| (rest, true));
        let (letters, is_stem) = text
            .strip_suffix('*')
            .map_or((text, false), |stem| (stem, true));
        (!letters.is_empty()).then(|| Self {
            letters: fold_word(letters),
            is_stem,
            is_capital,
        })
    }

    fn squeezed(&self) -> Self {
        Self {
            letters: squeeze(&self.letters),
            is_stem: self.is_stem,
            is_capital: false,
        }
    }

    fn fits(&self, token: &Token<'_>, is_exact: bool) -> bool {
        if self.is_capital && !token.is_capital {
            return false;
        }
        let rest = if is_exact {
            token.letters.strip_prefix(self.letters.as_slice())
        } else {
            after(&self.letters, token.letters)
        };
        rest.is_some_and(|rest| self.is_stem || rest.is_empty())
    }
}

/// What follows the word in the text, in which its letters may lack their marks.
fn after<'t>(word: &[u8], text: &'t [u8]) -> Option<&'t [u8]> {
    let mut rest = text;
    for (at, letter) in word.iter().enumerate() {
        let (first, others) = rest.split_first()?;
        let next = word.get(at + 1).copied();
        rest = match (letter, others.first()) {
            _ if first == letter => others,
            _ if *first != bare(*letter) => return None,
            // ß as ss; ä, ö, ü as ae, oe, ue.
            (b'T', Some(b's')) => others.get(1..)?,
            (b'B' | b'P' | b'U', Some(b'e'))
                if next != Some(b'e') || others.get(1) == Some(&b'e') =>
            {
                others.get(1..)?
            }
            _ => others,
        };
    }
    Some(rest)
}

/// Without marks, ß as ss.
fn plain(letters: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(letters.len());
    for letter in letters {
        plain.push(bare(*letter));
        if *letter == b'T' {
            plain.push(b's');
        }
    }
    plain
}

/// With a, o, u for ae, oe, ue, if there are some.
fn contracted(plain: &[u8]) -> Option<Vec<u8>> {
    let mut contracted = Vec::with_capacity(plain.len());
    let mut letters = plain.iter().copied().peekable();
    while let Some(letter) = letters.next() {
        contracted.push(letter);
        if matches!(letter, b'a' | b'o' | b'u') {
            letters.next_if_eq(&b'e');
        }
    }
    (contracted.len() < plain.len()).then_some(contracted)
}

fn token<'t>(folded: &'t Folded, text: &str, run: &Range<usize>) -> Token<'t> {
    let words = text.get(folded.origin(run)).unwrap_or_default();
    Token {
        letters: folded.bytes().get(run.clone()).unwrap_or_default(),
        is_capital: words.starts_with(char::is_uppercase),
    }
}

/// Without marks and with each run of a letter as one letter.
fn squeeze(letters: &[u8]) -> Vec<u8> {
    let mut squeezed: Vec<u8> = letters.iter().copied().map(bare).collect();
    squeezed.dedup();
    squeezed
}

/// Runs of letters and digits.
fn runs(bytes: &[u8]) -> Vec<Range<usize>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(list: &str, ordinary: &str, text: &'t str) -> Vec<&'t str> {
        let list = WordList::parse(list, ordinary);
        let hits = list.find_in(&Folded::new(text), text);
        hits.into_iter().map(|hit| text.get(hit).unwrap()).collect()
    }

    #[test]
    fn words_stems_and_phrases() {
        let list = "# grupy\nkobiet*\nrom|romów\nna wózku # miejsce\nświadek|świadk* jehowy\n";
        let text = "Kobietom, Romów i Roman, NA  WÓZKU; świadkowie Jehowy. Rom i Julia.";
        let expected = ["Kobietom", "Romów", "NA  WÓZKU", "świadkowie Jehowy"];
        assert_eq!(found(list, "rom i jul*", text), expected);
    }

    #[test]
    fn marks_may_be_missing_in_the_text_only() {
        assert_eq!(
            found("głuch*", "", "dla gluchych i Głuchych"),
            ["gluchych", "Głuchych"]
        );
        assert_eq!(found("schwul*", "", "schwül"), [""; 0]);
        assert_eq!(found("=żyd", "", "zyd Żyd"), ["Żyd"]);
        let german = "groß* schön böe";
        assert_eq!(found(german, "", "Grosses schoen boee").len(), 1);
        assert_eq!(found("größe*", "", "Groesse, Grosse, Größen").len(), 3);
    }

    #[test]
    fn capitals_count_where_asked() {
        assert_eq!(
            found("^schwarze", "", "eine schwarze Jacke, Schwarze"),
            ["Schwarze"]
        );
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
