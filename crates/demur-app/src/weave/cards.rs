//! Items of a pack as cards: norms, tests, properties and the vocabulary.

mod norm;
pub(super) mod test;
mod vocabulary;

use std::collections::BTreeMap;

use demur_syntax::tree::{Block, Item, ItemKind};
use demur_syntax::{Span, canonical_item};

use super::highlight;
use super::markup::Html;
use super::reading::Reader;
use super::site::{Leaf, Site};

/// Draws the items of one page.
pub(super) struct Cards<'a> {
    site: &'a Site<'a>,
    leaf: &'a Leaf<'a>,
    reader: Reader<'a>,
    anchors: BTreeMap<Span, &'a str>,
}

/// An item with what every card needs.
#[derive(Debug, Clone)]
struct Card {
    /// Of its heading.
    level: u8,
    anchor: String,
    code: Html,
}

impl<'a> Cards<'a> {
    pub(super) fn new(site: &'a Site<'a>, leaf: &'a Leaf<'a>, root: &'a str) -> Self {
        let anchors = leaf
            .items()
            .map(|(item, anchor)| (item.span, anchor.as_str()))
            .collect();
        Self {
            site,
            leaf,
            reader: Reader { site, root },
            anchors,
        }
    }

    /// All items of a block, with headings of this level.
    pub(super) fn block(&self, block: &Block, level: u8) -> Html {
        let mut out = String::new();
        let mut before = block.content.first().map_or(0, |span| span.start);
        for (position, item) in block.items.iter().enumerate() {
            let last = position + 1 == block.items.len();
            let end = block
                .content
                .last()
                .filter(|_| last)
                .map_or(item.span.end, |span| span.end);
            let code = self.code(block, item, Span::new(before, end));
            before = item.span.end;
            let anchor = self
                .anchors
                .get(&item.span)
                .copied()
                .unwrap_or_default()
                .to_owned();
            out.push_str(
                &self
                    .item(
                        item,
                        Card {
                            level,
                            anchor,
                            code,
                        },
                    )
                    .0,
            );
        }
        Html(out)
    }

    /// The code as it is written, with the comments around it. Where the block
    /// stands inside a quote or list, the code without them.
    fn code(&self, block: &Block, item: &Item, span: Span) -> Html {
        let gaps = block.content.windows(2).any(|pair| match pair {
            [first, second] => first.end != second.start,
            _ => false,
        });
        let written = self
            .leaf
            .source
            .text
            .get(span.start..span.end)
            .filter(|_| !gaps);
        let written = written.map_or_else(|| canonical_item(item), str::to_owned);
        Html(highlight::code(
            self.site,
            self.reader.root,
            written.trim_matches('\n').trim_end(),
        ))
    }

    fn item(&self, item: &Item, card: Card) -> Html {
        match &item.kind {
            ItemKind::Norm(norm) => norm::card(self, item, norm, card),
            ItemKind::Test(test) => test::card(self, test, card),
            ItemKind::Property(property) => test::property(self, property, card),
            ItemKind::Fact(fact) => vocabulary::fact(self, fact, card),
            ItemKind::Ground(ground) => vocabulary::ground(self, ground, card),
            ItemKind::Step(step) => vocabulary::step(self, step, card),
            ItemKind::Duty(duty) => vocabulary::duty(self, duty, card),
            ItemKind::Measure(measure) => vocabulary::measure(self, measure, card),
            ItemKind::Group(group) => vocabulary::group(self, group, card),
            ItemKind::Together(together) => vocabulary::together(self, together, card),
            ItemKind::Define(define) => vocabulary::define(self, define, card),
            ItemKind::Param(param) => vocabulary::param(self, param, card),
            ItemKind::Assume(assume) => vocabulary::assume(self, assume, card),
            ItemKind::Profile(profile) => vocabulary::profile(self, profile, card),
        }
    }
}
