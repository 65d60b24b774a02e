//! Tokens to trees, by recursive descent, one file per group of items.
//!
//! Every function that fails has pushed a diagnostic; the caller then skips to
//! the next clause or item. The parser never stops early.

mod expr;
mod norms;
mod tests;
mod tokens;
mod vocabulary;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::tree::{Block, Document, Expr, Item, ItemKind};
use crate::{front_matter, lexer, markdown};

pub(crate) use tokens::Tokens;

/// Words that start an item.
const ITEM_KEYWORDS: [&str; 15] = [
    "fact",
    "group",
    "together",
    "ground",
    "step",
    "duty",
    "measure",
    "define",
    "param",
    "assume",
    "profile",
    "norm",
    "example",
    "precedent",
    "property",
];

/// Reads a Markdown file. Total: any text gives a document.
#[must_use]
pub fn parse_document(file: FileId, text: &str) -> (Document, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let scan = markdown::scan(text);
    let front_matter = scan
        .front_matter
        .map(|span| front_matter::parse(file, text, span, &mut diagnostics))
        .unwrap_or_default();
    let blocks = scan
        .blocks
        .into_iter()
        .map(|content| parse_block(file, text, content, &mut diagnostics))
        .collect();
    let document = Document {
        file,
        front_matter,
        front_matter_span: scan.front_matter,
        title: scan.title,
        doubts: scan.doubts,
        blocks,
    };
    (document, diagnostics)
}

/// Reads a text that is one condition and nothing else, such as `customer.age < 18`.
/// Total; the condition is absent when there is none or something follows it.
#[must_use]
pub fn parse_condition(file: FileId, text: &str) -> (Option<Expr>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let whole = Span::new(0, text.len());
    let lexed = lexer::lex(file, text, &[whole], &mut diagnostics);
    let mut tokens = Tokens::new(file, lexed.tokens, &mut diagnostics);
    let expr = expr::expr(&mut tokens);
    if expr.is_some() && !tokens.is_at_end() {
        tokens.unexpected("the end of the condition", Some(&["and", "or"]));
        return (None, diagnostics);
    }
    (expr, diagnostics)
}

fn parse_block(
    file: FileId,
    text: &str,
    content: Vec<Span>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Block {
    let lexed = lexer::lex(file, text, &content, diagnostics);
    let mut tokens = Tokens::new(file, lexed.tokens, diagnostics);
    let mut items = Vec::new();
    let mut whole = lexed.clean;
    while !tokens.is_at_end() {
        let errors = tokens.error_count();
        let start = tokens.position();
        items.extend(parse_item(&mut tokens));
        whole &= tokens.error_count() == errors;
        if tokens.position() == start {
            tokens.advance();
            tokens.skip_to_item();
        }
    }
    Block {
        content,
        items,
        comments: lexed.comments,
        whole,
    }
}

fn parse_item(tokens: &mut Tokens<'_>) -> Option<Item> {
    let start = tokens.here();
    let Some(keyword) = tokens
        .peek_word()
        .filter(|word| ITEM_KEYWORDS.contains(word))
        .map(str::to_owned)
    else {
        tokens.unexpected(
            "a declaration such as `norm`, `fact` or `example`",
            Some(&ITEM_KEYWORDS),
        );
        tokens.skip_to_item();
        return None;
    };
    tokens.advance();
    let kind = match keyword.as_str() {
        "fact" => vocabulary::fact(tokens).map(ItemKind::Fact),
        "group" => vocabulary::group(tokens).map(ItemKind::Group),
        "together" => vocabulary::together(tokens).map(ItemKind::Together),
        "ground" => vocabulary::ground(tokens).map(ItemKind::Ground),
        "step" => vocabulary::step(tokens).map(ItemKind::Step),
        "duty" => vocabulary::duty(tokens).map(ItemKind::Duty),
        "measure" => vocabulary::measure(tokens).map(ItemKind::Measure),
        "define" => vocabulary::define(tokens).map(ItemKind::Define),
        "param" => vocabulary::param(tokens).map(ItemKind::Param),
        "assume" => vocabulary::assume(tokens).map(ItemKind::Assume),
        "profile" => vocabulary::profile(tokens).map(ItemKind::Profile),
        "norm" => norms::norm(tokens).map(ItemKind::Norm),
        "property" => tests::property(tokens).map(ItemKind::Property),
        test => tests::test(tokens, test == "precedent").map(ItemKind::Test),
    };
    if kind.is_none() || !tokens.at_item_start() {
        if kind.is_some() {
            tokens.unexpected("the end of this declaration or another clause", None);
        }
        tokens.skip_to_item();
    }
    kind.map(|kind| Item {
        kind,
        span: start.to(tokens.previous()),
    })
}
