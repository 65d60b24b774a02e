//! Conditions.

use crate::diagnostic::Diagnostic;
use crate::lexer::{Token, TokenKind};
use crate::source::Span;
use crate::tree::{Atom, AtomTest, Comparison, Expr, Operand, Quantifier, SetRef};

use super::tokens::{MAX_DEPTH, Tokens};

const TESTS: [&str; 3] = ["is", "between", "includes"];

/// `unary {"and" unary} | unary {"or" unary}`
pub(crate) fn expr(tokens: &mut Tokens<'_>) -> Option<Expr> {
    if tokens.depth >= MAX_DEPTH {
        let (file, here) = (tokens.file, tokens.here());
        tokens.report(
            Diagnostic::error("E012", "this condition is nested too deeply")
                .at(file, here, format!("more than {MAX_DEPTH} levels"))
                .help("give its parts names with `define`"),
        );
        return None;
    }
    tokens.depth += 1;
    let result = chain(tokens);
    tokens.depth -= 1;
    result
}

fn chain(tokens: &mut Tokens<'_>) -> Option<Expr> {
    let start = tokens.here();
    let mut parts = vec![unary(tokens)?];
    let mut joiner: Option<(String, Span)> = None;
    while let Some(word @ ("and" | "or")) = tokens.peek_word() {
        let (word, span) = (word.to_owned(), tokens.here());
        match &joiner {
            Some((first, place)) if *first != word => {
                let (first, place) = (first.clone(), *place);
                mixed(tokens, &first, place, &word, span);
                return None;
            }
            Some(_) => {}
            None => joiner = Some((word, span)),
        }
        tokens.advance();
        parts.push(unary(tokens)?);
    }
    let span = start.to(tokens.previous());
    match joiner {
        None => parts.pop(),
        Some((word, _)) if word == "and" => Some(Expr::All(parts, span)),
        Some(_) => Some(Expr::Any(parts, span)),
    }
}

fn mixed(tokens: &mut Tokens<'_>, first: &str, first_span: Span, second: &str, second_span: Span) {
    let file = tokens.file;
    tokens.report(
        Diagnostic::error("E010", "`and` and `or` are mixed without brackets")
            .at(file, second_span, format!("this `{second}` .."))
            .see(file, first_span, format!(".. follows this `{first}`"))
            .help(format!(
                "write `(a {first} b) {second} c` or `a {first} (b {second} c)`; neither word binds tighter"
            )),
    );
}

fn unary(tokens: &mut Tokens<'_>) -> Option<Expr> {
    let start = tokens.here();
    if tokens.eat("not") {
        tokens.depth += 1;
        let inner = if tokens.depth > MAX_DEPTH {
            expr(tokens)
        } else {
            unary(tokens)
        };
        tokens.depth -= 1;
        return Some(Expr::Not(Box::new(inner?), start.to(tokens.previous())));
    }
    if tokens.eat_mark("(") {
        let inner = expr(tokens)?;
        tokens.expect_mark(")")?;
        return Some(inner);
    }
    if let Some(word @ ("all" | "any")) = tokens.peek_word()
        && tokens.word_ahead(1) == Some("of")
    {
        let all = word == "all";
        tokens.advance();
        tokens.advance();
        tokens.expect_mark(":")?;
        return bullets(tokens, all, start);
    }
    atom(tokens)
}

fn bullets(tokens: &mut Tokens<'_>, all: bool, start: Span) -> Option<Expr> {
    let mut parts = Vec::new();
    tokens.expect_mark("-")?;
    parts.push(expr(tokens)?);
    while tokens.eat_mark("-") {
        parts.push(expr(tokens)?);
    }
    let span = start.to(tokens.previous());
    Some(if all {
        Expr::All(parts, span)
    } else {
        Expr::Any(parts, span)
    })
}

fn atom(tokens: &mut Tokens<'_>) -> Option<Expr> {
    let start = tokens.here();
    let path = tokens.word("a condition such as `customer.warned`")?;
    let test = match tokens.peek_word() {
        Some("is") => {
            tokens.advance();
            is(tokens)?
        }
        Some("between") => {
            tokens.advance();
            let low = operand(tokens)?;
            tokens.expect_words(&["and"])?;
            AtomTest::Between(low, operand(tokens)?)
        }
        Some("includes") => {
            tokens.advance();
            let quantifier = quantifier(tokens)?;
            AtomTest::Includes(quantifier, set_ref(tokens)?)
        }
        Some(word)
            if TESTS
                .iter()
                .any(|test| strsim::damerau_levenshtein(word, test) == 1 && word.len() > 2) =>
        {
            tokens.unexpected("a comparison", Some(&TESTS));
            return None;
        }
        _ => match comparison(tokens) {
            Some(comparison) => AtomTest::Compare(comparison, operand(tokens)?),
            None => AtomTest::Holds,
        },
    };
    Some(Expr::Atom(Atom {
        path,
        test,
        span: start.to(tokens.previous()),
    }))
}

fn is(tokens: &mut Tokens<'_>) -> Option<AtomTest> {
    let negated = tokens.eat("not");
    if tokens.eat_all(&["one", "of"]) {
        let (values, _) = tokens.word_set("a value")?;
        return Some(AtomTest::Is {
            negated,
            values,
            set: true,
        });
    }
    Some(AtomTest::Is {
        negated,
        values: vec![tokens.word("a value")?],
        set: false,
    })
}

fn comparison(tokens: &mut Tokens<'_>) -> Option<Comparison> {
    let all = [
        Comparison::Less,
        Comparison::AtMost,
        Comparison::More,
        Comparison::AtLeast,
        Comparison::Equal,
    ];
    all.into_iter()
        .find(|comparison| tokens.eat_mark(comparison.symbol()))
}

fn operand(tokens: &mut Tokens<'_>) -> Option<Operand> {
    match tokens.peek() {
        Some(Token {
            kind: TokenKind::Word(_),
            ..
        }) => Some(Operand::Param(tokens.word("a number")?)),
        _ => Some(Operand::Int(
            tokens.int("a number or the name of a parameter")?,
        )),
    }
}

fn quantifier(tokens: &mut Tokens<'_>) -> Option<Quantifier> {
    if tokens.eat("only") {
        return Some(Quantifier::Only);
    }
    let word = match tokens.peek_word() {
        Some(word @ ("any" | "all" | "none")) if tokens.word_ahead(1) == Some("of") => {
            word.to_owned()
        }
        _ => return Some(Quantifier::One),
    };
    tokens.advance();
    tokens.advance();
    Some(match word.as_str() {
        "any" => Quantifier::Any,
        "all" => Quantifier::All,
        _ => Quantifier::None,
    })
}

/// A set in braces or the name of a group (or of one value).
pub(crate) fn set_ref(tokens: &mut Tokens<'_>) -> Option<SetRef> {
    if tokens.at_mark("{") {
        let (values, span) = tokens.word_set("a value")?;
        return Some(SetRef::Values(values, span));
    }
    Some(SetRef::Group(tokens.word(
        "a set such as `{race, age}` or the name of a group",
    )?))
}
