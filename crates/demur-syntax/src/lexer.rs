//! Characters to tokens.

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::tree::Comment;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TokenKind {
    Word(String),
    Int(i64),
    Day(Date),
    Text(String),
    /// One of the punctuation marks of the grammar.
    Mark(&'static str),
}

#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) span: Span,
    pub(crate) first_on_line: bool,
}

impl Token {
    /// How the token is called in a message.
    pub(crate) fn describe(&self) -> String {
        match &self.kind {
            TokenKind::Word(word) => format!("`{word}`"),
            TokenKind::Int(number) => format!("the number {number}"),
            TokenKind::Day(day) => format!("the day {day}"),
            TokenKind::Text(_) => "a text in quotes".to_owned(),
            TokenKind::Mark(mark) => format!("`{mark}`"),
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Lexed {
    pub(crate) tokens: Vec<Token>,
    pub(crate) comments: Vec<Comment>,
    /// Whether every character was understood.
    pub(crate) clean: bool,
}

const MARKS: [&str; 14] = [
    "..", "<=", ">=", "{", "}", "(", ")", ",", ":", "=", "<", ">", "-", "*",
];

/// Splits the ranges of `text` into tokens and comments.
pub(crate) fn lex(
    file: FileId,
    text: &str,
    ranges: &[Span],
    diagnostics: &mut Vec<Diagnostic>,
) -> Lexed {
    let mut lexer = Lexer {
        file,
        text,
        at: 0,
        end: 0,
        fresh_line: true,
        out: Lexed {
            clean: true,
            ..Lexed::default()
        },
        diagnostics,
    };
    for range in ranges {
        lexer.at = range.start;
        lexer.end = range.end.min(text.len());
        while lexer.at < lexer.end {
            lexer.step();
        }
    }
    lexer.out
}

struct Lexer<'a> {
    file: FileId,
    text: &'a str,
    at: usize,
    end: usize,
    fresh_line: bool,
    out: Lexed,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn step(&mut self) {
        let Some(first) = self.rest().chars().next() else {
            self.at = self.end;
            return;
        };
        match first {
            '\n' => {
                self.fresh_line = true;
                self.at += 1;
            }
            c if c.is_whitespace() => self.at += c.len_utf8(),
            '#' => self.comment(),
            '"' => self.string(),
            c if c.is_ascii_digit() => self.number_or_day(),
            c if is_word_start(c) => self.word(),
            c => self.mark(c),
        }
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let span = Span::new(self.at, self.at + length);
        let first_on_line = std::mem::replace(&mut self.fresh_line, false);
        self.out.tokens.push(Token {
            kind,
            span,
            first_on_line,
        });
        self.at += length;
    }

    fn comment(&mut self) {
        let line = self.rest().split('\n').next().unwrap_or_default();
        let (length, text) = (line.len(), line.trim_start_matches('#').trim().to_owned());
        let span = Span::new(self.at, self.at + length);
        self.out.comments.push(Comment {
            text,
            span,
            own_line: self.fresh_line,
        });
        self.at += length;
    }

    fn string(&mut self) {
        let mut value = String::new();
        let mut characters = self.rest().char_indices().skip(1);
        while let Some((offset, c)) = characters.next() {
            match c {
                '"' => return self.push(TokenKind::Text(value), offset + 1),
                '\n' => break,
                '\\' => match characters.next() {
                    Some((_, escaped @ ('"' | '\\'))) => value.push(escaped),
                    Some((_, '\n')) | None => break,
                    Some((_, other)) => value.extend(['\\', other]),
                },
                c => value.push(c),
            }
        }
        let length = self.rest().split('\n').next().unwrap_or_default().len();
        self.error(
            Diagnostic::error("E002", "this text has no closing quote")
                .at(
                    self.file,
                    Span::new(self.at, self.at + length),
                    "starts here and runs to the end of the line",
                )
                .help("close it with `\"` on the same line; write a quote inside it as `\\\"`"),
        );
        self.push(TokenKind::Text(value), length);
    }

    fn number_or_day(&mut self) {
        let rest = self.rest();
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let day_length = rest
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == '-')
            .count();
        let written = rest.get(..day_length).unwrap_or_default().to_owned();
        if written.matches('-').count() == 2 && !written.ends_with('-') {
            return self.day(&written);
        }
        let number = rest.get(..digits).unwrap_or_default().parse::<i64>();
        let value = number.unwrap_or_else(|_| {
            self.error(
                Diagnostic::error("E005", "this number is too large")
                    .at(
                        self.file,
                        Span::new(self.at, self.at + digits),
                        "does not fit",
                    )
                    .help("numbers in a pack are small: ages, days, amounts up to a billion"),
            );
            i64::MAX
        });
        self.push(TokenKind::Int(value), digits);
    }

    fn day(&mut self, written: &str) {
        let date = written.parse::<Date>().unwrap_or_else(|_| {
            self.error(
                Diagnostic::error("E004", format!("`{written}` is not a day of the calendar"))
                    .at(
                        self.file,
                        Span::new(self.at, self.at + written.len()),
                        "expected year-month-day",
                    )
                    .help("write a day as in `2019-07-05`"),
            );
            Date::ZERO
        });
        self.push(TokenKind::Day(date), written.len());
    }

    fn word(&mut self) {
        let rest = self.rest();
        let mut length = 0;
        let mut characters = rest.chars().peekable();
        while let Some(c) = characters.next() {
            let joins = match c {
                '.' | '-' => characters.peek().is_some_and(|next| is_word_part(*next)),
                c => is_word_part(c),
            };
            if !joins {
                break;
            }
            length += c.len_utf8();
        }
        let word = rest.get(..length).unwrap_or_default().to_owned();
        self.push(TokenKind::Word(word), length);
    }

    fn mark(&mut self, first: char) {
        let found = MARKS.into_iter().find(|mark| self.rest().starts_with(mark));
        if let Some(mark) = found {
            return self.push(TokenKind::Mark(mark), mark.len());
        }
        let span = Span::new(self.at, self.at + first.len_utf8());
        self.error(
            Diagnostic::error(
                "E001",
                format!(
                    "the character `{}` has no meaning here",
                    first.escape_default()
                ),
            )
            .at(self.file, span, "not understood")
            .help("texts stand in straight double quotes; names have letters, digits, `_` and `.`"),
        );
        self.at += first.len_utf8();
    }

    fn error(&mut self, diagnostic: Diagnostic) {
        self.out.clean = false;
        self.diagnostics.push(diagnostic);
    }
}

fn is_word_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn is_word_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
