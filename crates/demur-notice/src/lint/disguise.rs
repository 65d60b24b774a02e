//! Words that hide from a word list: `w0rd`, `wooord`, `w o r d`, `w.o.r.d`.
//!
//! Plain words are no candidates, so a disguise never makes an ordinary word suspicious.

use std::ops::Range;

use super::folded::fold_word;

/// Shorter words are not sought in disguise: too many harmless things look like them.
pub(crate) const SHORTEST: usize = 4;

/// A word that may be one in disguise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// Its letters, folded, without the disguise.
    pub(crate) letters: Vec<u8>,
}

/// All words of the text that look disguised.
pub(crate) fn candidates(text: &str) -> Vec<Candidate> {
    let chunks = chunks(text);
    let mut found: Vec<Candidate> = chunks
        .iter()
        .filter_map(|range| within(text.get(range.clone())?, range.start))
        .collect();
    found.extend(spaced(text, &chunks));
    found
}

/// Runs without white space.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let word = chunk.trim_end();
        if !word.is_empty() {
            found.push(at..at + word.len());
        }
        at += chunk.len();
    }
    found
}

/// A chunk with signs for letters, stretched letters, or a separator after each letter.
fn within(chunk: &str, start: usize) -> Option<Candidate> {
    let outer = |c: char| !c.is_alphanumeric() && !matches!(c, '@' | '$');
    let lead = chunk.len() - chunk.trim_start_matches(outer).len();
    let core = chunk.trim_matches(outer);
    let separated = separated(core);
    let plain: String = separated.clone().unwrap_or_else(|| core.to_owned());
    let is_disguised = separated.is_some() || has_signs(&plain) || is_stretched(&plain);
    let letters: String = plain.chars().map(letter_for).collect();
    let is_word = letters.chars().all(char::is_alphabetic) && letters.chars().count() >= SHORTEST;
    (is_disguised && is_word && !looks_like_code(&plain)).then(|| Candidate {
        range: start + lead..start + lead + core.len(),
        letters: fold_word(&letters),
    })
}

/// The letters of `w.o.r.d`.
fn separated(core: &str) -> Option<String> {
    let mut pieces = core.split(['.', '-', '_', '*', '·', '/']);
    let letters: Option<String> = pieces
        .by_ref()
        .map(|piece| {
            let mut letters = piece.chars();
            let only = letters.next()?;
            letters.next().is_none().then_some(only)
        })
        .collect();
    letters.filter(|word| word.chars().count() >= SHORTEST)
}

/// Signs between letters; a number before or after a word is none.
fn has_signs(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let signs = word.chars().filter(|c| !c.is_alphabetic()).count();
    signs > 0 && letters >= 2 && word.chars().all(|c| letter_for(c).is_alphabetic())
}

/// Codes such as `A4B1` have more digits than a disguised word.
fn looks_like_code(word: &str) -> bool {
    let signs = word.chars().filter(|c| !c.is_alphabetic()).count();
    signs * 2 > word.chars().count()
}

fn is_stretched(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters
        .windows(3)
        .any(|run| matches!(run, [a, b, c] if a == b && b == c && a.is_alphabetic()))
}

/// Single letters with white space between them.
fn spaced(text: &str, chunks: &[Range<usize>]) -> Vec<Candidate> {
    let letter = |range: &Range<usize>| {
        let chunk = text
            .get(range.clone())?
            .trim_end_matches(['.', ',', '!', '?']);
        let mut letters = chunk.chars();
        let only = letters.next().filter(|c| letter_for(*c).is_alphabetic())?;
        letters.next().is_none().then_some(only)
    };
    let mut found = Vec::new();
    let mut run: Vec<(Range<usize>, char)> = Vec::new();
    let end = text.len()..text.len();
    for range in chunks.iter().chain([&end]) {
        if let Some(only) = letter(range) {
            run.push((range.clone(), only));
            continue;
        }
        if let (Some((first, _)), Some((last, _))) = (run.first(), run.last())
            && run.len() >= SHORTEST
        {
            let letters: String = run.iter().map(|(_, c)| letter_for(*c)).collect();
            found.push(Candidate {
                range: first.start..last.end,
                letters: fold_word(&letters),
            });
        }
        run.clear();
    }
    found
}

fn letter_for(sign: char) -> char {
    match sign {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        other => other,
    }
}
