//! Parts of items as lines, each with the source range that it came from.

use crate::source::Span;
use crate::tree::{Atom, AtomTest, Expr, Operand, Quantifier, SetRef, Text, Texts, Word};

use super::WIDTH;

/// One or more lines without the last line break.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) text: String,
}

pub(super) fn quoted(text: &Text) -> String {
    format!(
        "\"{}\"",
        text.value.replace('\\', "\\\\").replace('"', "\\\"")
    )
}

pub(super) fn names(words: &[Word]) -> String {
    words
        .iter()
        .map(|word| word.text.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

pub(super) fn set(words: &[Word]) -> String {
    if words.is_empty() {
        "{}".to_owned()
    } else {
        format!("{{{}}}", names(words))
    }
}

/// Texts in a row, `en ".." pl ".."`, in the order of the languages.
pub(super) fn texts(texts: &Texts) -> Vec<String> {
    let mut sorted: Vec<_> = texts.0.iter().collect();
    sorted.sort_by_key(|(lang, _)| *lang);
    sorted
        .into_iter()
        .map(|(lang, text)| format!("{} {}", lang.code(), quoted(text)))
        .collect()
}

/// `head` and the texts on one line, or each text on a line of its own.
pub(super) fn with_texts(head: &str, texts_of: &Texts, indent: usize) -> String {
    let parts = texts(texts_of);
    let line = std::iter::once(head.to_owned())
        .chain(parts.iter().cloned())
        .collect::<Vec<_>>()
        .join(" ");
    if fits(&line) {
        return line;
    }
    let broken = parts
        .iter()
        .map(|part| format!("\n{}{part}", " ".repeat(indent)));
    head.to_owned() + &broken.collect::<String>()
}

/// `head` followed by the elements, wrapped with a hanging indent.
pub(super) fn wrapped(head: &str, elements: &[String], hanging: usize) -> String {
    let mut out = head.to_owned();
    let mut column = head.chars().count();
    for (index, element) in elements.iter().enumerate() {
        let last = index + 1 == elements.len();
        let element = if last {
            element.clone()
        } else {
            format!("{element},")
        };
        let length = element.chars().count();
        if index > 0 && column + 1 + length > WIDTH {
            out += &format!("\n{}{element}", " ".repeat(hanging));
            column = hanging + length;
        } else {
            out += &format!(" {element}");
            column += 1 + length;
        }
    }
    out
}

/// `head` and a condition, with bullets when it is long.
pub(super) fn condition(head: &str, expr: &Expr) -> String {
    let line = format!("{head} {}", inline(expr));
    let (word, parts) = match expr {
        Expr::All(parts, _) => ("all", parts),
        Expr::Any(parts, _) => ("any", parts),
        Expr::Atom(_) | Expr::Not(..) => return line,
    };
    if parts.len() <= 3 && fits(&line) {
        return line;
    }
    let indent = head.len() - head.trim_start().len() + 2;
    let bullets = parts
        .iter()
        .map(|part| format!("\n{}- {}", " ".repeat(indent), inline(part)));
    format!("{head} {word} of:") + &bullets.collect::<String>()
}

fn fits(line: &str) -> bool {
    line.chars().count() <= WIDTH
}

pub(super) fn inline(expr: &Expr) -> String {
    match expr {
        Expr::Atom(each) => atom(each),
        Expr::Not(inner, _) => format!("not {}", bracketed(inner)),
        Expr::All(parts, _) => joined(parts, " and "),
        Expr::Any(parts, _) => joined(parts, " or "),
    }
}

fn joined(parts: &[Expr], joiner: &str) -> String {
    match parts {
        [only] => inline(only),
        _ => parts.iter().map(bracketed).collect::<Vec<_>>().join(joiner),
    }
}

fn bracketed(expr: &Expr) -> String {
    match expr {
        Expr::All(parts, _) | Expr::Any(parts, _) if parts.len() > 1 => {
            format!("({})", inline(expr))
        }
        _ => inline(expr),
    }
}

fn atom(atom: &Atom) -> String {
    let path = &atom.path.text;
    match &atom.test {
        AtomTest::Holds => path.clone(),
        AtomTest::Is {
            negated,
            values,
            set: written_as_set,
        } => {
            let not = if *negated { "not " } else { "" };
            if *written_as_set {
                format!("{path} is {not}one of {}", set(values))
            } else {
                format!("{path} is {not}{}", names(values))
            }
        }
        AtomTest::Compare(comparison, value) => {
            format!("{path} {} {}", comparison.symbol(), operand(value))
        }
        AtomTest::Between(low, high) => {
            format!("{path} between {} and {}", operand(low), operand(high))
        }
        AtomTest::Includes(quantifier, set) => {
            let how = match quantifier {
                Quantifier::One => "",
                Quantifier::Any => "any of ",
                Quantifier::All => "all of ",
                Quantifier::None => "none of ",
                Quantifier::Only => "only ",
            };
            format!("{path} includes {how}{}", set_ref(set))
        }
    }
}

fn operand(operand: &Operand) -> String {
    match operand {
        Operand::Int(int) => int.value.to_string(),
        Operand::Param(word) => word.text.clone(),
    }
}

pub(super) fn set_ref(reference: &SetRef) -> String {
    match reference {
        SetRef::Values(words, _) => set(words),
        SetRef::Group(word) => word.text.clone(),
    }
}
