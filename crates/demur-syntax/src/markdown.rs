//! The Markdown around the code: front matter, first heading, doubts, and where
//! the `demur` blocks stand.

use pulldown_cmark::{CodeBlockKind, Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::source::Span;
use crate::tree::Text;

/// What the scan found.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    pub(crate) front_matter: Option<Span>,
    pub(crate) title: Option<Text>,
    pub(crate) doubts: Vec<Text>,
    pub(crate) blocks: Vec<Vec<Span>>,
}

/// Finds the parts of `text` that Demur reads.
pub(crate) fn scan(text: &str) -> Scan {
    let mut scanner = Scanner::default();
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        scanner.see(event, range.into());
    }
    scanner.scan
}

#[derive(Debug, Default)]
struct Scanner {
    scan: Scan,
    block: Option<Vec<Span>>,
    heading: Option<(String, Span)>,
    in_front_matter: bool,
    in_doubts: bool,
    bullet_depth: usize,
    bullet: Option<(String, Span)>,
}

impl Scanner {
    fn see(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => {
                self.in_front_matter = true
            }
            Event::End(TagEnd::MetadataBlock(_)) => self.in_front_matter = false,
            Event::Start(Tag::CodeBlock(kind)) if is_demur(&kind) => self.block = Some(Vec::new()),
            Event::End(TagEnd::CodeBlock) => self.scan.blocks.extend(self.block.take()),
            Event::Start(Tag::Heading { .. }) => self.heading = Some((String::new(), span)),
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Item) => self.start_bullet(span),
            Event::End(TagEnd::Item) => self.end_bullet(),
            Event::Text(text) => self.see_text(&text, span),
            Event::Code(code) => self.append(&format!("`{code}`")),
            Event::SoftBreak | Event::HardBreak => self.append(" "),
            _ => {}
        }
    }

    fn see_text(&mut self, text: &str, span: Span) {
        if self.in_front_matter {
            let start = self.scan.front_matter.map_or(span, |seen| seen.to(span));
            self.scan.front_matter = Some(start);
        } else if let Some(block) = &mut self.block {
            block.push(span);
        } else {
            self.append(text);
        }
    }

    fn append(&mut self, text: &str) {
        for target in [&mut self.heading, &mut self.bullet].into_iter().flatten() {
            target.0.push_str(text);
        }
    }

    fn end_heading(&mut self) {
        if let Some((text, span)) = self.heading.take() {
            self.in_doubts = text.trim() == "Doubts";
            if self.scan.title.is_none() {
                self.scan.title = Some(Text {
                    value: text.trim().to_owned(),
                    span,
                });
            }
        }
    }

    fn start_bullet(&mut self, span: Span) {
        self.bullet_depth += 1;
        if self.in_doubts && self.bullet_depth == 1 {
            self.bullet = Some((String::new(), span));
        }
    }

    fn end_bullet(&mut self) {
        self.bullet_depth = self.bullet_depth.saturating_sub(1);
        if self.bullet_depth == 0
            && let Some((text, span)) = self.bullet.take()
        {
            self.scan.doubts.push(Text {
                value: text.trim().to_owned(),
                span,
            });
        }
    }
}

fn is_demur(kind: &CodeBlockKind<'_>) -> bool {
    matches!(kind, CodeBlockKind::Fenced(info) if info.split_whitespace().next() == Some("demur"))
}
