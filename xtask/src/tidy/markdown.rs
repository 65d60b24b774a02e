//! A Markdown page as the checks need it: code spans, fenced blocks, links, headings, by line.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// What a page holds. Lines count from one.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) spans: Vec<Piece>,
    pub(crate) links: Vec<Piece>,
    pub(crate) headings: Vec<Piece>,
    pub(crate) blocks: Vec<Block>,
}

/// A text and the line on which it starts.
#[derive(Debug, PartialEq)]
pub(crate) struct Piece {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// A fenced block; `line` is the first line inside it.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) line: usize,
    pub(crate) language: String,
    pub(crate) text: String,
    /// Where the inside stands in the page, in bytes.
    pub(crate) range: Range<usize>,
}

impl Page {
    pub(crate) fn read(text: &str) -> Self {
        let mut page = Self::default();
        let line_of = |at: usize| 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        let mut block: Option<Block> = None;
        let mut heading: Option<Piece> = None;
        for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                    block = Some(Block {
                        line: line_of(range.start) + 1,
                        language: language.split_whitespace().next().unwrap_or("").to_owned(),
                        text: String::new(),
                        range: 0..0,
                    });
                }
                Event::End(TagEnd::CodeBlock) => page.blocks.extend(block.take()),
                Event::Start(Tag::Heading { .. }) => {
                    heading = Some(Piece {
                        line: line_of(range.start),
                        text: String::new(),
                    });
                }
                Event::End(TagEnd::Heading(_)) => page.headings.extend(heading.take()),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    let line = line_of(range.start);
                    page.links.push(Piece {
                        line,
                        text: dest_url.into_string(),
                    });
                }
                Event::Code(code) => {
                    if let Some(heading) = &mut heading {
                        heading.text.push_str(&code);
                    }
                    let line = line_of(range.start);
                    page.spans.push(Piece {
                        line,
                        text: code.into_string(),
                    });
                }
                Event::Text(piece) => {
                    if let Some(block) = &mut block {
                        if block.text.is_empty() {
                            block.range.start = range.start;
                        }
                        block.range.end = range.end;
                        block.text.push_str(&piece);
                    } else if let Some(heading) = &mut heading {
                        heading.text.push_str(&piece);
                    }
                }
                _ => {}
            }
        }
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# One `two`\n\nSee [it](a/b.md#c) and `law/pl`.\n\n\
                        ```sh title\ncargo test\n# more\n```\n";

    #[test]
    fn everything_has_its_line() {
        let page = Page::read(PAGE);
        assert_eq!(
            page.headings,
            [Piece {
                line: 1,
                text: "One two".to_owned()
            }]
        );
        assert_eq!(
            page.links,
            [Piece {
                line: 3,
                text: "a/b.md#c".to_owned()
            }]
        );
        assert_eq!(
            page.spans.last(),
            Some(&Piece {
                line: 3,
                text: "law/pl".to_owned()
            })
        );
        let block = page.blocks.first().unwrap();
        assert_eq!((block.line, block.language.as_str()), (6, "sh"));
        assert_eq!(block.text, "cargo test\n# more\n");
        assert_eq!(PAGE.get(block.range.clone()), Some(block.text.as_str()));
    }
}
