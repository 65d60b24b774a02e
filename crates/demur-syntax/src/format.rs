//! The canonical layout: one clause per line, a fixed order of clauses, at most
//! [`WIDTH`] columns where a line can be broken. Prose is never touched, and no
//! comment is lost.

mod items;
mod pieces;

use crate::source::Span;
use crate::tree::{Block, Comment, Document, Item};

pub(crate) const WIDTH: usize = 100;

/// `text` with every block of `document` in canonical layout. Blocks that were
/// not understood whole, and blocks nested in a quote, stay as they are.
#[must_use]
pub fn format_document(text: &str, document: &Document) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for block in &document.blocks {
        let Some(span) = contiguous(&block.content).filter(|_| block.whole) else {
            continue;
        };
        out.push_str(text.get(done..span.start).unwrap_or_default());
        out.push_str(&format_block(text, block));
        done = span.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The item in canonical layout without comments: what a lawbook's hash covers.
#[must_use]
pub fn canonical_item(item: &Item) -> String {
    let pieces = items::pieces(item);
    pieces
        .into_iter()
        .map(|piece| piece.text)
        .collect::<Vec<_>>()
        .join("\n")
}

fn contiguous(ranges: &[Span]) -> Option<Span> {
    let mut joined = *ranges.first()?;
    for range in ranges.iter().skip(1) {
        if range.start != joined.end {
            return None;
        }
        joined.end = range.end;
    }
    Some(joined)
}

fn format_block(text: &str, block: &Block) -> String {
    let items: Vec<Vec<pieces::Piece>> = block.items.iter().map(items::pieces).collect();
    let owners = comment_owners(&items, &block.comments);
    let mut out = String::new();
    for (index, (item, pieces)) in block.items.iter().zip(&items).enumerate() {
        if let Some(previous) = index
            .checked_sub(1)
            .and_then(|before| block.items.get(before))
            && (items::is_large(previous)
                || items::is_large(item)
                || blank_between(text, previous, item))
        {
            out.push('\n');
        }
        for piece in pieces {
            let indent = piece.text.len() - piece.text.trim_start().len();
            for (comment, _) in owners
                .iter()
                .filter(|(_, owner)| *owner == Some(piece.span))
            {
                push_comment(&mut out, comment, indent);
            }
            out.push_str(&piece.text);
            out.push('\n');
        }
    }
    for (comment, _) in owners.iter().filter(|(_, owner)| owner.is_none()) {
        push_comment(&mut out, comment, 0);
    }
    out
}

fn push_comment(out: &mut String, comment: &Comment, indent: usize) {
    let line = format!("{}# {}", " ".repeat(indent), comment.text);
    out.push_str(line.trim_end());
    out.push('\n');
}

/// For each comment the piece above which it is written: for a comment behind
/// code, the piece on its line; for one on its own line, the piece that follows.
fn comment_owners<'a>(
    items: &[Vec<pieces::Piece>],
    comments: &'a [Comment],
) -> Vec<(&'a Comment, Option<Span>)> {
    let mut spans: Vec<Span> = items.iter().flatten().map(|piece| piece.span).collect();
    spans.sort();
    let owner = |comment: &Comment| {
        if comment.own_line {
            spans
                .iter()
                .find(|span| span.end > comment.span.start)
                .copied()
        } else {
            spans
                .iter()
                .rev()
                .find(|span| span.start < comment.span.start)
                .copied()
        }
    };
    comments
        .iter()
        .map(|comment| (comment, owner(comment)))
        .collect()
}

fn blank_between(text: &str, before: &Item, after: &Item) -> bool {
    let between = text
        .get(before.span.end..after.span.start)
        .unwrap_or_default();
    let lines = between.split('\n').collect::<Vec<_>>();
    let inner = lines
        .get(1..lines.len().saturating_sub(1))
        .unwrap_or_default();
    inner.iter().any(|line| line.trim().is_empty())
}
