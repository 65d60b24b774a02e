//! A page of text: wrapped, with marks and a little colour for a terminal, or one
//! labelled statement a line for a screen reader.

use anstyle::{AnsiColor, Effects, Style};

use crate::context::Look;

/// A page of text that grows from the top.
#[derive(Debug)]
pub(crate) struct Page {
    look: Look,
    text: String,
    label: String,
}

/// What a headline is like. It is always said in words, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Serve.
    Serve,
    /// Refusing is allowed, perhaps after something.
    May,
    /// Refuse.
    Refuse,
    /// Nobody knows yet, or the rules clash.
    Open,
    /// Danger.
    Alarm,
}

impl Tone {
    fn mark(self) -> &'static str {
        match self {
            Self::Serve => "✔",
            Self::May => "◆",
            Self::Refuse => "✖",
            Self::Open => "?",
            Self::Alarm => "‼",
        }
    }

    fn colour(self) -> AnsiColor {
        match self {
            Self::Serve => AnsiColor::Green,
            Self::May => AnsiColor::Cyan,
            Self::Refuse | Self::Alarm => AnsiColor::Red,
            Self::Open => AnsiColor::Yellow,
        }
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

    /// The most important line. `head` is made to stand out, `rest` follows it.
    pub(crate) fn headline(&mut self, label: &str, tone: Tone, head: &str, rest: &str) {
        if self.look.plain {
            self.push(&format!("{label}: {head}{rest}"));
            return;
        }
        let line = format!("{}{rest}", head.to_uppercase());
        let style = Style::new()
            .fg_color(Some(tone.colour().into()))
            .effects(Effects::BOLD);
        let mark = format!("{} ", tone.mark());
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
        page.headline(
            "Verdict",
            Tone::Serve,
            "Serve",
            ": the law forbids refusing here",
        );
        page.part("Why");
        page.item("Goods that are for sale may not be refused");
        page.detail("Source: art. 135");
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
