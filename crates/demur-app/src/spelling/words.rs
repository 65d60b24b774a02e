//! Texts cut into words.

use demur_syntax::Span;

/// What may stand inside a word, between its letters.
const INNER: [char; 4] = ['\'', '’', '-', '.'];

/// The words of this part of a text, without addresses.
pub(super) fn words(text: &str, span: Span) -> Vec<(&str, Span)> {
    let passage = text.get(span.start..span.end).unwrap_or_default();
    let chunks = pieces(passage, span.start, char::is_whitespace);
    let spoken = chunks.into_iter().filter(|(chunk, _)| !is_address(chunk));
    let apart = |c: char| !c.is_alphanumeric() && c != '_' && !INNER.contains(&c);
    spoken
        .flat_map(|(chunk, span)| pieces(chunk, span.start, apart))
        .map(|(word, span)| trimmed(word, span))
        .filter(|(word, _)| !word.is_empty())
        .collect()
}

/// The parts of a word between hyphens and dots.
pub(super) fn parts(word: &str, span: Span) -> Vec<(&str, Span)> {
    let parts = pieces(word, span.start, |c| c == '-' || c == '.');
    let parts = parts.into_iter().map(|(part, span)| trimmed(part, span));
    parts.filter(|(part, _)| !part.is_empty()).collect()
}

/// Whether no dictionary can say anything about it: a letter, a number, an id, a file.
pub(super) fn is_no_word(word: &str) -> bool {
    let odd = |c: char| c.is_numeric() || c == '_';
    let roman = word.chars().all(|c| "IVXLCDM".contains(c));
    word.chars().count() < 2 || word.contains(odd) || roman || word.ends_with(".md")
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.contains("www.") || chunk.contains('@')
}

/// The pieces between characters that are `apart`, with their places.
fn pieces(text: &str, start: usize, apart: impl Fn(char) -> bool) -> Vec<(&str, Span)> {
    let mut at = start;
    let mut found = Vec::new();
    for piece in text.split_inclusive(&apart) {
        let bare = piece.trim_end_matches(&apart);
        if !bare.is_empty() {
            found.push((bare, Span::new(at, at + bare.len())));
        }
        at += piece.len();
    }
    found
}

fn trimmed(word: &str, span: Span) -> (&str, Span) {
    let left = word.trim_start_matches(INNER);
    let start = span.start + (word.len() - left.len());
    let bare = left.trim_end_matches(INNER);
    (bare, Span::new(start, start + bare.len()))
}
