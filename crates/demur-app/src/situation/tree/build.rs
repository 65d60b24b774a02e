//! Puts the tree together from the events of the YAML parser.

use std::collections::BTreeMap;

use demur_syntax::Span;
use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marks};

use super::broken;
use super::offsets::Offsets;
use super::{Entry, Node, Text, Tree};
use crate::situation::report::Report;
use crate::situation::wording::quoted;

/// Deepest nesting; names of facts have three or four parts.
const MAX_DEPTH: usize = 16;

/// Most values in a situation, against texts that are small and trees that are not.
const MAX_NODES: usize = 10_000;

/// Reads the text; `None` when there is no tree, which the report explains.
pub(in crate::situation) fn parse(text: &str, report: &mut Report) -> Option<Node> {
    let mut builder = Builder {
        text,
        offsets: Offsets::of(text),
        report,
        open: Vec::new(),
        root: None,
        documents: 0,
        nodes: 0,
    };
    builder.run().ok()?;
    let Builder { root, report, .. } = builder;
    if root.as_ref().is_none_or(Node::is_null) {
        report.add(empty(report, text));
        return None;
    }
    root
}

fn empty(report: &Report, text: &str) -> demur_syntax::Diagnostic {
    let whole = Span::new(0, text.len());
    let help = "a situation needs at least `facts: {}`, which says that nothing is known";
    report
        .error(
            "S003",
            "there is no situation in this text",
            whole,
            "nothing to read",
        )
        .help(help)
}

/// Reading cannot go on; the report says why.
struct Stop;

enum Open {
    List {
        start: usize,
        items: Vec<Node>,
    },
    Map {
        start: usize,
        entries: Vec<Entry>,
        key: Option<Key>,
    },
}

/// A key that waits for its value; the text is absent when it cannot be a key.
struct Key {
    text: Option<String>,
    span: Span,
}

struct Builder<'a> {
    text: &'a str,
    offsets: Offsets,
    report: &'a mut Report,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
}

impl Builder<'_> {
    fn run(&mut self) -> Result<(), Stop> {
        for event in Parser::new_from_str(self.text) {
            match event {
                Ok((event, marks)) => self.event(event, marks)?,
                Err(error) => {
                    let at = self.offsets.byte(error.marker().index());
                    let diagnostic = broken::diagnostic(self.report, self.text, at, error.info());
                    return Err(self.stop(diagnostic));
                }
            }
        }
        Ok(())
    }

    fn stop(&mut self, diagnostic: demur_syntax::Diagnostic) -> Stop {
        self.report.add(diagnostic);
        Stop
    }

    fn event(&mut self, event: Event<'_>, marks: Marks) -> Result<(), Stop> {
        let span = self.span(marks);
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) => self.document(span),
            Event::Alias(_) => {
                self.refuse("the aliases", span);
                self.node(Node {
                    span,
                    value: null(),
                })
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.plain(anchor, tag.is_some(), span);
                let quoted = style != ScalarStyle::Plain;
                let text = Text {
                    text: text.into_owned(),
                    quoted,
                };
                self.node(Node {
                    span,
                    value: Tree::Text(text),
                })
            }
            Event::SequenceStart(anchor, tag) => {
                self.plain(anchor, tag.is_some(), span);
                self.enter(
                    Open::List {
                        start: span.start,
                        items: Vec::new(),
                    },
                    span,
                )
            }
            Event::MappingStart(anchor, tag) => {
                self.plain(anchor, tag.is_some(), span);
                self.enter(
                    Open::Map {
                        start: span.start,
                        entries: Vec::new(),
                        key: None,
                    },
                    span,
                )
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(span),
        }
    }

    fn span(&self, marks: Marks) -> Span {
        let start = self.offsets.byte(marks.start.index());
        Span::new(start, self.offsets.byte(marks.end.index()).max(start))
    }

    fn document(&mut self, span: Span) -> Result<(), Stop> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let message = "there is more than one situation in this text";
        let diagnostic = self
            .report
            .error("S012", message, span, "the second one begins here")
            .help("put each situation in a file of its own, or give JSON lines");
        Err(self.stop(diagnostic))
    }

    /// Reports what a situation may not use.
    fn plain(&mut self, anchor: usize, tag: bool, span: Span) {
        if anchor != 0 {
            self.refuse("the anchors", span);
        }
        if tag {
            self.refuse("the tags", span);
        }
    }

    fn refuse(&mut self, what: &str, span: Span) {
        let diagnostic = broken::unsupported(self.report, what, span);
        self.report.add(diagnostic);
    }

    fn enter(&mut self, open: Open, span: Span) -> Result<(), Stop> {
        self.open.push(open);
        if self.open.len() <= MAX_DEPTH {
            return Ok(());
        }
        let message = format!("values are nested more than {MAX_DEPTH} deep");
        let diagnostic = self
            .report
            .error("S012", message, span, "too deep")
            .help("a fact has a name such as `customer.age` and a value; nothing is deeper");
        Err(self.stop(diagnostic))
    }

    fn leave(&mut self, end: Span) -> Result<(), Stop> {
        match self.open.pop() {
            Some(Open::List { start, items }) => {
                let last = items.last().map(|item| item.span);
                let span = self.around(start, last, end);
                self.node(Node {
                    span,
                    value: Tree::List(items),
                })
            }
            Some(Open::Map { start, entries, .. }) => {
                let last = entries
                    .last()
                    .map(|entry| entry.key_span.to(entry.value.span));
                let span = self.around(start, last, end);
                let entries = self.without_repeats(entries);
                self.node(Node {
                    span,
                    value: Tree::Map(entries),
                })
            }
            None => Ok(()),
        }
    }

    /// From the opening bracket to the closing one; without brackets, to the end of
    /// the last part. The parser's own end may lie several lines further down.
    fn around(&self, start: usize, last: Option<Span>, end: Span) -> Span {
        let bracketed = self
            .text
            .get(start..)
            .is_some_and(|rest| rest.starts_with(['{', '[']));
        let inside = last.map_or(start, |last| last.end);
        let whole = self.text.get(start..end.end).unwrap_or_default();
        if bracketed {
            return Span::new(start, inside.max(start + whole.trim_end().len()));
        }
        Span::new(start, inside)
    }

    fn without_repeats(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        let mut kept = Vec::with_capacity(entries.len());
        for entry in entries {
            match seen.get(&entry.key) {
                Some(first) => self
                    .report
                    .twice(quoted(&entry.key), *first, entry.key_span),
                None => {
                    seen.insert(entry.key.clone(), entry.key_span);
                    kept.push(entry);
                }
            }
        }
        kept
    }

    /// Puts a finished value where it belongs.
    fn node(&mut self, node: Node) -> Result<(), Stop> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let message = format!("there are more than {MAX_NODES} values in this text");
            let diagnostic = self
                .report
                .error("S002", message, node.span, "reading stops here")
                .help("a situation has at most a value for each fact");
            return Err(self.stop(diagnostic));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                None => *key = Some(as_key(node, self.report)),
                Some(Key {
                    text: Some(text),
                    span,
                }) => {
                    entries.push(Entry {
                        key: text,
                        key_span: span,
                        value: node,
                    });
                }
                Some(Key { text: None, .. }) => {}
            },
        }
        Ok(())
    }
}

fn null() -> Tree {
    Tree::Text(Text {
        text: String::new(),
        quoted: false,
    })
}

fn as_key(node: Node, report: &mut Report) -> Key {
    let span = node.span;
    let text = match node.value {
        Tree::Text(text) if text.text == "<<" && !text.quoted => {
            report.add(broken::unsupported(report, "the merge keys", span));
            None
        }
        Tree::Text(text) => Some(text.text),
        Tree::List(_) | Tree::Map(_) => {
            report.add(broken::unsupported(
                report,
                "the lists and mappings as keys",
                span,
            ));
            None
        }
    };
    Key { text, span }
}
