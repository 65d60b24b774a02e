//! Facts and the other declarations of a vocabulary.

use crate::diagnostic::Diagnostic;
use crate::lexer::{Token, TokenKind};
use crate::tree::{
    Assume, Define, Domain, Duty, Fact, FactClause, Given, Ground, Group, Literal, Measure, Param,
    Profile, Step, Together, TogetherClause, Value,
};

use super::expr::expr;
use super::tokens::Tokens;

const FACT_CLAUSES: [&str; 10] = [
    "ask",
    "help",
    "cost",
    "typical",
    "actionable",
    "avoidable",
    "never",
    "reason",
    "comparator",
    "urgent",
];

pub(crate) fn fact(tokens: &mut Tokens<'_>) -> Option<Fact> {
    let name = tokens.word("the fact's name")?;
    tokens.expect_mark(":")?;
    let domain = domain(tokens)?;
    let clauses = tokens.clauses(&FACT_CLAUSES, fact_clause);
    Some(Fact {
        name,
        domain,
        clauses,
    })
}

fn domain(tokens: &mut Tokens<'_>) -> Option<Domain> {
    let start = tokens.here();
    if tokens.eat("bool") {
        return Some(Domain::Bool(start));
    }
    if let Some(word @ ("one" | "some")) = tokens.peek_word() {
        let one = word == "one";
        tokens.advance();
        tokens.expect_words(&["of"])?;
        let (values, _) = tokens.braces(value)?;
        let span = start.to(tokens.previous());
        return Some(if one {
            Domain::OneOf(values, span)
        } else {
            Domain::SomeOf(values, span)
        });
    }
    if matches!(
        tokens.peek(),
        Some(Token {
            kind: TokenKind::Int(_),
            ..
        })
    ) {
        let low = tokens.int("the smallest number")?;
        tokens.expect_mark("..")?;
        return Some(Domain::Int {
            low,
            high: tokens.int("the largest number")?,
        });
    }
    tokens.unexpected(
        "what the fact may be",
        Some(&["bool", "one of { .. }", "some of { .. }", "0..120"]),
    );
    None
}

fn value(tokens: &mut Tokens<'_>) -> Option<Value> {
    Some(Value {
        name: tokens.word("a value")?,
        texts: tokens.texts()?,
    })
}

fn fact_clause(tokens: &mut Tokens<'_>) -> Option<FactClause> {
    let keyword = tokens.word("a clause")?;
    Some(match keyword.text.as_str() {
        "ask" => FactClause::Ask(tokens.some_texts()?),
        "help" => FactClause::Help(tokens.some_texts()?),
        "cost" => FactClause::Cost(tokens.word("seen, ask, lookup or intrusive")?),
        "typical" => FactClause::Typical(literal(tokens)?),
        "actionable" => FactClause::Actionable,
        "avoidable" => FactClause::Avoidable,
        "reason" => FactClause::Reason,
        "comparator" => FactClause::Comparator,
        "urgent" => FactClause::Urgent,
        _ => {
            tokens.expect_words(&["ask"])?;
            FactClause::NeverAsk
        }
    })
}

fn literal(tokens: &mut Tokens<'_>) -> Option<Literal> {
    let span = tokens.here();
    if tokens.at_mark("{") {
        let (values, span) = tokens.word_set("a value")?;
        return Some(Literal::Set(values, span));
    }
    if matches!(
        tokens.peek(),
        Some(Token {
            kind: TokenKind::Int(_),
            ..
        })
    ) {
        return tokens.int("a number").map(Literal::Int);
    }
    let word = tokens.word("a value, a number, `yes` or `no`")?;
    Some(match word.text.as_str() {
        "yes" => Literal::Bool(true, span),
        "no" => Literal::Bool(false, span),
        _ => Literal::Name(word),
    })
}

pub(crate) fn group(tokens: &mut Tokens<'_>) -> Option<Group> {
    let name = tokens.word("the group's name")?;
    tokens.expect_words(&["of"])?;
    let fact = tokens.word("a fact")?;
    tokens.expect_mark("=")?;
    let (values, _) = tokens.word_set("a value")?;
    Some(Group { name, fact, values })
}

pub(crate) fn together(tokens: &mut Tokens<'_>) -> Option<Together> {
    let name = tokens.word("the question's name")?;
    tokens.expect_words(&["of"])?;
    let (facts, facts_span) = tokens.braces(fact_with_label)?;
    let clauses = tokens.clauses(&["ask", "help"], together_clause);
    Some(Together {
        name,
        facts,
        facts_span,
        clauses,
    })
}

fn fact_with_label(tokens: &mut Tokens<'_>) -> Option<Value> {
    Some(Value {
        name: tokens.word("a fact")?,
        texts: tokens.texts()?,
    })
}

fn together_clause(tokens: &mut Tokens<'_>) -> Option<TogetherClause> {
    let keyword = tokens.word("a clause")?;
    Some(if keyword.text == "ask" {
        TogetherClause::Ask(tokens.some_texts()?)
    } else {
        TogetherClause::Help(tokens.some_texts()?)
    })
}

pub(crate) fn ground(tokens: &mut Tokens<'_>) -> Option<Ground> {
    let name = tokens.word("the ground's name")?;
    Some(Ground {
        name,
        weak: tokens.eat("weak"),
        texts: tokens.texts()?,
    })
}

pub(crate) fn step(tokens: &mut Tokens<'_>) -> Option<Step> {
    let name = tokens.word("the step's name")?;
    tokens.expect_words(&["done", "when"])?;
    let done = expr(tokens)?;
    Some(Step {
        name,
        done,
        texts: tokens.texts()?,
    })
}

pub(crate) fn duty(tokens: &mut Tokens<'_>) -> Option<Duty> {
    Some(Duty {
        name: tokens.word("the duty's name")?,
        texts: tokens.texts()?,
    })
}

pub(crate) fn measure(tokens: &mut Tokens<'_>) -> Option<Measure> {
    let name = tokens.word("the measure's name")?;
    tokens.expect_words(&["rank"])?;
    Some(Measure {
        name,
        rank: tokens.int("how much it restricts, 1 to 9")?,
        texts: tokens.texts()?,
    })
}

pub(crate) fn define(tokens: &mut Tokens<'_>) -> Option<Define> {
    let name = tokens.word("a name")?;
    tokens.expect_mark("=")?;
    Some(Define {
        name,
        expr: expr(tokens)?,
    })
}

pub(crate) fn param(tokens: &mut Tokens<'_>) -> Option<Param> {
    let name = tokens.word("the parameter's name")?;
    tokens.expect_mark(":")?;
    let low = tokens.int("the smallest number")?;
    tokens.expect_mark("..")?;
    let high = tokens.int("the largest number")?;
    let mut values = Vec::new();
    while tokens.eat_mark("=") {
        let value = tokens.int("a number")?;
        tokens.expect_words(&["from"])?;
        values.push((value, tokens.day()?));
    }
    if values.is_empty() {
        tokens.unexpected("`= NUMBER from DAY`", None);
        return None;
    }
    Some(Param {
        name,
        low,
        high,
        values,
    })
}

pub(crate) fn assume(tokens: &mut Tokens<'_>) -> Option<Assume> {
    let premise = expr(tokens)?;
    let implied = if tokens.eat("implies") {
        Some(expr(tokens)?)
    } else {
        None
    };
    tokens.expect_words(&["because"])?;
    Some(Assume {
        premise,
        implied,
        because: tokens.some_texts()?,
    })
}

pub(crate) fn profile(tokens: &mut Tokens<'_>) -> Option<Profile> {
    let name = tokens.word("the profile's name")?;
    let texts = tokens.texts()?;
    tokens.expect_words(&["given"])?;
    let given = tokens.list(given)?;
    Some(Profile { name, texts, given })
}

/// `profile NAME` or one fact.
pub(crate) fn given(tokens: &mut Tokens<'_>) -> Option<Given> {
    let start = tokens.here();
    if tokens.eat("profile") {
        let name = tokens.word("the profile's name")?;
        return Some(Given::Profile(name, start.to(tokens.previous())));
    }
    let depth = tokens.depth;
    let condition = expr(tokens)?;
    tokens.depth = depth;
    if matches!(
        condition,
        crate::tree::Expr::All(..) | crate::tree::Expr::Any(..)
    ) {
        let file = tokens.file;
        tokens.report(
            Diagnostic::error("E013", "a given fact cannot be a combination")
                .at(file, condition.span(), "one fact is expected here")
                .help("separate facts that all hold with commas"),
        );
        return None;
    }
    Some(Given::Fact(condition))
}
