//! Cutting texts into words, and lists of accepted words.

use demur_syntax::Span;

use super::Accepted;
use super::words::{is_no_word, parts, words};

fn cut(text: &str) -> Vec<&str> {
    let words = words(text, Span::new(0, text.len()));
    for (word, span) in &words {
        assert_eq!(&text.get(span.start..span.end), &Some(*word));
    }
    words.into_iter().map(|(word, _)| word).collect()
}

#[test]
fn texts_are_cut_into_words() {
    assert_eq!(
        cut("Don’t, e.g. (here): `the owner's` well-known, \"źdźbło\"—that. "),
        [
            "Don’t",
            "e.g",
            "here",
            "the",
            "owner's",
            "well-known",
            "źdźbło",
            "that"
        ]
    );
    assert_eq!(
        cut("see https://a.example/x?y=z or a@b.example"),
        ["see", "or"]
    );
    assert_eq!(cut("\u{0}-- ' . ’"), [""; 0]);
}

#[test]
fn words_are_cut_into_parts() {
    let found = parts("polsko-ruski", Span::new(10, 22));
    assert_eq!(
        found,
        [("polsko", Span::new(10, 16)), ("ruski", Span::new(17, 22))]
    );
}

#[test]
fn numbers_and_ids_are_no_words() {
    for word in ["a", "XIV", "2026r", "insults_staff", "135", "pack.md"] {
        assert!(is_no_word(word), "{word}");
    }
    assert!(!is_no_word("mix"));
}

#[test]
fn accepted_words_may_begin_a_sentence() {
    let accepted = Accepted::parse("# names\nKowalska\n\nusus\n");
    for (word, is_in) in [
        ("Kowalska", true),
        ("kowalska", false),
        ("usus", true),
        ("Usus", true),
        ("USUS", false),
        ("# names", false),
    ] {
        assert_eq!(accepted.contains(word), is_in, "{word}");
    }
}
