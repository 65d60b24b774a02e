//! The Markdown of a pack as HTML: sections with anchors, links to pages instead
//! of files, items in place of their code. HTML in the Markdown is shown as text.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};

use super::cards::Cards;
use super::markup::{Html, escape, href};
use super::names::unique;
use super::site::{Leaf, Site};
use super::wording;

const OPTIONS: Options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS.union(Options::ENABLE_TABLES);

/// The body of a page below its title.
pub(super) fn body(site: &Site<'_>, leaf: &Leaf<'_>) -> Html {
    let root = leaf.root();
    let cards = Cards::new(site, leaf, &root);
    let mut weaver = Weaver::new(site, leaf, &root, Some(cards));
    weaver.out.push_str("<div class=\"section opening\">\n");
    Parser::new_ext(&leaf.source.text, OPTIONS).for_each(|event| weaver.see(event));
    weaver.flush();
    weaver.out.push_str("</div>\n");
    Html(weaver.out)
}

/// What a page says before its first section, without its code, for a page at `root`.
pub(super) fn opening(site: &Site<'_>, leaf: &Leaf<'_>, root: &str) -> Html {
    let mut weaver = Weaver::new(site, leaf, root, None);
    for event in Parser::new_ext(&leaf.source.text, OPTIONS) {
        let is_heading = matches!(event, Event::Start(Tag::Heading { .. }));
        if is_heading && weaver.titled && weaver.skipping.is_none() {
            break;
        }
        weaver.see(event);
    }
    weaver.flush();
    Html(weaver.out)
}

/// What is left out until its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Skipped {
    FrontMatter,
    Title,
    Code,
}

struct Weaver<'a> {
    site: &'a Site<'a>,
    leaf: &'a Leaf<'a>,
    root: &'a str,
    /// What stands in place of code; nothing when code is left out.
    cards: Option<Cards<'a>>,
    out: String,
    /// Events that are not written yet.
    events: Vec<Event<'a>>,
    slugs: BTreeMap<String, usize>,
    /// For each open link whether it was written.
    links: Vec<bool>,
    blocks: usize,
    /// Of the heading above.
    level: u8,
    skipping: Option<Skipped>,
    /// Whether the heading that is the page's title was met.
    titled: bool,
}

impl<'a> Weaver<'a> {
    fn new(
        site: &'a Site<'a>,
        leaf: &'a Leaf<'a>,
        root: &'a str,
        cards: Option<Cards<'a>>,
    ) -> Self {
        Self {
            site,
            leaf,
            root,
            cards,
            out: String::new(),
            events: Vec::new(),
            slugs: BTreeMap::new(),
            links: Vec::new(),
            blocks: 0,
            level: 1,
            skipping: None,
            titled: false,
        }
    }

    fn see(&mut self, event: Event<'a>) {
        match (event, self.skipping) {
            (Event::End(TagEnd::MetadataBlock(_)), Some(Skipped::FrontMatter))
            | (Event::End(TagEnd::Heading(_)), Some(Skipped::Title)) => self.skipping = None,
            (Event::End(TagEnd::CodeBlock), Some(Skipped::Code)) => self.end_block(),
            (_, Some(_)) => {}
            (Event::Start(Tag::MetadataBlock(_)), None) => {
                self.skipping = Some(Skipped::FrontMatter)
            }
            (Event::Start(Tag::CodeBlock(kind)), None) if is_demur(&kind) => {
                self.flush();
                self.skipping = Some(Skipped::Code);
            }
            (Event::Start(Tag::Heading { .. }), None) if !self.titled => {
                self.titled = true;
                self.skipping = Some(Skipped::Title);
            }
            (Event::Start(Tag::Heading { .. }), None) => self.flush(),
            (Event::End(TagEnd::Heading(level)), None) => self.heading(level as u8),
            (event, None) => self.prose(event),
        }
    }

    fn prose(&mut self, event: Event<'a>) {
        let event = match event {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return,
            Event::Start(Tag::Link { dest_url, .. }) => {
                let link = self.link(&dest_url);
                self.links.push(link.is_some());
                match link {
                    Some(link) => Event::InlineHtml(link.into()),
                    None => return,
                }
            }
            Event::End(TagEnd::Link) => match self.links.pop() {
                Some(true) => Event::InlineHtml("</a>".into()),
                _ => return,
            },
            event => event,
        };
        self.events.push(event);
    }

    /// The start of a link; none where it would lead nowhere or out of the web.
    fn link(&self, to: &str) -> Option<String> {
        if to.starts_with("https://") || to.starts_with("http://") {
            return Some(format!(
                "<a class=\"outside\" rel=\"noreferrer\" href=\"{}\">",
                escape(to)
            ));
        }
        let path = to.split('#').next()?;
        let file = resolved(&self.leaf.source.path, path);
        let leaf = self
            .site
            .leaves
            .iter()
            .find(|leaf| leaf.source.path == file)?;
        Some(format!(
            "<a href=\"{}\">",
            escape(&href(self.root, &leaf.page))
        ))
    }

    fn flush(&mut self) {
        html::push_html(&mut self.out, self.events.drain(..));
    }

    /// A heading whose inner events are waiting.
    fn heading(&mut self, level: u8) {
        let level = level.max(2);
        let plain: String = self.events.iter().filter_map(letters).collect();
        let mut inner = String::new();
        html::push_html(&mut inner, self.events.drain(..));
        let slug = unique(&mut self.slugs, format!("section:{}", slug(&plain)));
        let polish = wording::heading(plain.trim());
        if level == 2 {
            let kind = if plain.trim() == "Doubts" {
                "section doubts"
            } else {
                "section"
            };
            self.out
                .push_str(&format!("</div>\n<div class=\"{kind}\">\n"));
        }
        let polish = polish.map(|polish| format!(" <span class=\"l\" lang=\"pl\">{polish}</span>"));
        let (class, inner) = match &polish {
            Some(_) => (
                " class=\"two\"",
                format!("<span class=\"l\" lang=\"en\">{inner}</span>"),
            ),
            None => ("", inner),
        };
        let polish = polish.unwrap_or_default();
        self.out.push_str(&format!(
            "<h{level} id=\"{slug}\"{class}>{inner}{polish}</h{level}>\n"
        ));
        self.level = level;
    }

    fn end_block(&mut self) {
        self.skipping = None;
        if let Some(block) = self.leaf.document.blocks.get(self.blocks)
            && let Some(cards) = &self.cards
        {
            let level = (self.level + 1).min(6);
            self.out.push_str(&cards.block(block, level).0);
        }
        self.blocks += 1;
    }
}

fn is_demur(kind: &CodeBlockKind<'_>) -> bool {
    matches!(kind, CodeBlockKind::Fenced(info) if info.split_whitespace().next() == Some("demur"))
}

fn letters(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Text(text) | Event::Code(text) => Some(text.to_string()),
        Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
        _ => None,
    }
}

/// A heading as an anchor: letters and digits, the rest as single dashes.
fn slug(heading: &str) -> String {
    let mut out = String::new();
    for c in heading.trim().to_lowercase().chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches('-').to_owned()
}

/// The path of `link`, written in the file `from`.
fn resolved(from: &str, link: &str) -> String {
    let absolute = from.starts_with('/');
    let mut parts: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    format!("{}{}", if absolute { "/" } else { "" }, parts.join("/"))
}
