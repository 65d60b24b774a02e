//! A page of text: wrapped, with marks and a little colour for a terminal, or one
//! labelled statement a line for a screen reader.

use anstyle::{AnsiColor, Effects, Style};
use demur_words::{Block, Headline, Sheet, Tone};

use crate::context::Look;

/// A page of text that grows from the top.
#[derive(Debug)]
pub(crate) struct Page {
    look: Look,
    text: String,
    label: String,
}

/// What stands on a sheet, drawn.
pub(crate) fn drawn(sheet: &Sheet, look: Look) -> String {
    let mut page = Page::new(look);
    page.add(sheet);
    page.finish()
}

fn mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Serve => "✔",
        Tone::May => "◆",
        Tone::Refuse => "✖",
        Tone::Open => "?",
        Tone::Alarm => "‼",
    }
}

fn colour(tone: Tone) -> AnsiColor {
    match tone {
        Tone::Serve => AnsiColor::Green,
        Tone::May => AnsiColor::Cyan,
        Tone::Refuse | Tone::Alarm => AnsiColor::Red,
        Tone::Open => AnsiColor::Yellow,
    }
}

impl Page {
    /// An empty page.
    pub(crate) fn new(look: Look) -> Self {
        Self {
            look,
            text: String::new(),
            label: String::new(),
        }
    }

    /// Everything that stands on a sheet.
    pub(crate) fn add(&mut self, sheet: &Sheet) {
        let mut blocks = sheet.blocks.as_slice();
        while let Some((block, rest)) = blocks.split_first() {
            blocks = rest;
            match block {
                Block::Headline(headline) => self.headline(headline),
                Block::Part(title) => self.part(title),
                Block::Title(text) => self.title(text),
                Block::Item(text) => self.item(text),
                Block::Detail(text) => self.detail(text),
                Block::Line(text) => self.line(text),
                Block::Paragraph(text) => self.paragraph(text),
                Block::Row { name, text } => {
                    let width = widest(rest).max(name.chars().count());
                    self.row(name, width, text);
                    blocks = self.rows(rest, width);
                }
                Block::Verbatim(text) => self.verbatim(text),
                Block::Gap => self.gap(),
            }
        }
    }

    /// The rest of a table; returns what follows it.
    fn rows<'b>(&mut self, mut blocks: &'b [Block], width: usize) -> &'b [Block] {
        while let Some((Block::Row { name, text }, rest)) = blocks.split_first() {
            self.row(name, width, text);
            blocks = rest;
        }
        blocks
    }

    /// The most important line. Its head is made to stand out.
    pub(crate) fn headline(&mut self, headline: &Headline) {
        let Headline {
            label,
            tone,
            head,
            rest,
        } = headline;
        if self.look.plain {
            self.push(&format!("{label}: {head}{rest}"));
            return;
        }
        let line = format!("{}{rest}", head.to_uppercase());
        let style = Style::new()
            .fg_color(Some(colour(*tone).into()))
            .effects(Effects::BOLD);
        let mark = format!("{} ", mark(*tone));
        self.styled(&mark, "  ", &line, style);
    }

    /// Begins a part; its title is said before each of its statements to a screen reader.
    pub(crate) fn part(&mut self, title: &str) {
        title.clone_into(&mut self.label);
        if !self.look.plain {
            self.gap();
            self.styled("", "", title, Style::new().effects(Effects::BOLD));
        }
    }

    /// A line that stands out, such as a question.
    pub(crate) fn title(&mut self, text: &str) {
        self.styled("", "", text, Style::new().effects(Effects::BOLD));
    }

    /// A statement.
    pub(crate) fn item(&mut self, text: &str) {
        self.marked("  • ", "    ", text);
    }

    /// A statement about the statement above it.
    pub(crate) fn detail(&mut self, text: &str) {
        if self.look.plain {
            self.push(text)
        } else {
            self.wrapped("    ", "    ", text)
        }
    }

    /// A statement that is not one of a list.
    pub(crate) fn line(&mut self, text: &str) {
        self.marked("  ", "  ", text);
    }

    /// A statement outside of all parts.
    pub(crate) fn paragraph(&mut self, text: &str) {
        if self.look.plain {
            self.push(text)
        } else {
            self.wrapped("", "", text)
        }
    }

    /// Lines that have to stay as they are, such as code.
    pub(crate) fn verbatim(&mut self, text: &str) {
        let indent = if self.look.plain { "" } else { "  " };
        if self.look.plain && !self.label.is_empty() {
            self.push(&format!("{}:", self.label));
        }
        for line in text.lines() {
            self.push(format!("{indent}{line}").trim_end());
        }
    }

    /// A name with what it stands for, as a row of a table.
    pub(crate) fn row(&mut self, name: &str, width: usize, text: &str) {
        if self.look.plain {
            self.push(&format!("{name}: {text}"));
            return;
        }
        let indent = " ".repeat(width + 4);
        self.wrapped(&format!("  {name:width$}  "), &indent, text);
    }

    /// An empty line, unless there is one.
    pub(crate) fn gap(&mut self) {
        if !self.look.plain && !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// An empty line in any case.
    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// The whole page.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    fn marked(&mut self, first: &str, indent: &str, text: &str) {
        if self.look.plain {
            let label = if self.label.is_empty() {
                String::new()
            } else {
                format!("{}: ", self.label)
            };
            self.push(&format!("{label}{text}"));
        } else {
            self.wrapped(first, indent, text);
        }
    }

    fn wrapped(&mut self, first: &str, indent: &str, text: &str) {
        self.styled(first, indent, text, Style::new());
    }

    fn styled(&mut self, first: &str, indent: &str, text: &str, style: Style) {
        let width = if self.look.plain {
            usize::MAX
        } else {
            self.look.width
        };
        for (index, line) in wrap(text, width.saturating_sub(indent.chars().count()))
            .iter()
            .enumerate()
        {
            let before = if index == 0 { first } else { indent };
            let line = format!("{before}{line}");
            if self.look.colour && style != Style::new() {
                self.push(&format!("{style}{line}{style:#}"));
            } else {
                self.push(&line);
            }
        }
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// Characters of the longest name in the rows at the front.
fn widest(blocks: &[Block]) -> usize {
    let names = blocks.iter().map_while(|block| match block {
        Block::Row { name, .. } => Some(name.chars().count()),
        _ => None,
    });
    names.max().unwrap_or_default()
}

/// Lines of at most `width` characters where there are spaces to break at.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else {
            return lines;
        };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look {
        plain: false,
        colour: false,
        width: 30,
    };

    fn filled(look: Look) -> String {
        let mut page = Page::new(look);
        let mut sheet = Sheet::new();
        sheet.headline(Headline {
            label: "Verdict".to_owned(),
            tone: Tone::Serve,
            head: "Serve".to_owned(),
            rest: ": the law forbids refusing here".to_owned(),
        });
        sheet.part("Why");
        sheet.item("Goods that are for sale may not be refused");
        sheet.detail("Source: art. 135");
        page.add(&sheet);
        page.finish()
    }

    #[test]
    fn wraps_with_a_hanging_indent() {
        let expected = "✔ SERVE: the law forbids\n  refusing here\n\nWhy\n  • Goods that are for sale\n    may not be refused\n    Source: art. 135\n";
        assert_eq!(filled(LOOK), expected);
    }

    #[test]
    fn plain_says_one_labelled_statement_a_line() {
        let expected = "Verdict: Serve: the law forbids refusing here\nWhy: Goods that are for sale may not be refused\nSource: art. 135\n";
        assert_eq!(
            filled(Look {
                plain: true,
                ..LOOK
            }),
            expected
        );
    }

    #[test]
    fn rows_that_follow_each_other_are_as_wide_as_the_longest_name() {
        let mut sheet = Sheet::new();
        sheet.row("a", "first");
        sheet.row("abc", "second");
        sheet.gap();
        sheet.row("ab", "third");
        let mut page = Page::new(LOOK);
        page.add(&sheet);
        assert_eq!(
            page.finish(),
            "  a    first\n  abc  second\n\n  ab  third\n"
        );
    }

    #[test]
    fn colour_adds_nothing_but_colour() {
        let coloured = filled(Look {
            colour: true,
            ..LOOK
        });
        assert!(
            coloured.starts_with("\u{1b}[1m\u{1b}[32m✔ SERVE"),
            "{coloured:?}"
        );
        let mut bare = String::new();
        let mut inside = false;
        for letter in coloured.chars() {
            match letter {
                '\u{1b}' => inside = true,
                'm' if inside => inside = false,
                _ if inside => {}
                other => bare.push(other),
            }
        }
        assert_eq!(bare, filled(LOOK));
    }
}
