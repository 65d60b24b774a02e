//! A cursor over tokens with the expectations that all items share.

use crate::diagnostic::Diagnostic;
use crate::lexer::{Token, TokenKind};
use crate::source::{FileId, Span};
use crate::suggest::nearest;
use crate::tree::{Clause, Day, Int, Lang, Text, Texts, Word};

use super::ITEM_KEYWORDS;

/// How deep conditions may be nested: far beyond what anyone can read, and
/// safely below what the stack can hold.
pub(crate) const MAX_DEPTH: usize = 40;

pub(crate) struct Tokens<'a> {
    pub(crate) file: FileId,
    tokens: Vec<Token>,
    at: usize,
    diagnostics: &'a mut Vec<Diagnostic>,
    pub(crate) depth: usize,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(
        file: FileId,
        tokens: Vec<Token>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            file,
            tokens,
            at: 0,
            diagnostics,
            depth: 0,
        }
    }

    pub(crate) fn error_count(&self) -> usize {
        self.diagnostics.len()
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn advance(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len());
    }

    pub(crate) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    pub(crate) fn peek_word(&self) -> Option<&str> {
        self.word_at(self.at)
    }

    /// The word `ahead` tokens after the next one.
    pub(crate) fn word_ahead(&self, ahead: usize) -> Option<&str> {
        self.word_at(self.at + ahead)
    }

    fn word_at(&self, index: usize) -> Option<&str> {
        match self.tokens.get(index).map(|token| &token.kind) {
            Some(TokenKind::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// The next token's span, or the end of the last one.
    pub(crate) fn here(&self) -> Span {
        self.peek().map_or_else(
            || {
                let end = self.previous().end;
                Span::new(end, end)
            },
            |token| token.span,
        )
    }

    /// The span of the token before the next one.
    pub(crate) fn previous(&self) -> Span {
        let last = self
            .at
            .checked_sub(1)
            .and_then(|index| self.tokens.get(index));
        last.map(|token| token.span).unwrap_or_default()
    }

    pub(crate) fn at_item_start(&self) -> bool {
        match self.peek() {
            None => true,
            Some(token) => {
                token.first_on_line
                    && self
                        .peek_word()
                        .is_some_and(|word| ITEM_KEYWORDS.contains(&word))
            }
        }
    }

    pub(crate) fn skip_to_item(&mut self) {
        while !self.at_item_start() {
            self.advance();
        }
    }

    /// Skips to the next line that starts with one of `keywords`, or to an item.
    fn skip_to_clause(&mut self, keywords: &[&str]) {
        while !self.at_item_start() && !self.at_clause_start(keywords) {
            self.advance();
        }
    }

    fn at_clause_start(&self, keywords: &[&str]) -> bool {
        self.peek().is_some_and(|token| token.first_on_line)
            && self
                .peek_word()
                .is_some_and(|word| keywords.contains(&word))
    }

    /// Consumes the word when it comes next.
    pub(crate) fn eat(&mut self, word: &str) -> bool {
        let found = self.peek_word() == Some(word);
        if found {
            self.advance();
        }
        found
    }

    /// Consumes these words when they all come next.
    pub(crate) fn eat_all(&mut self, words: &[&str]) -> bool {
        let found = words
            .iter()
            .enumerate()
            .all(|(ahead, word)| self.word_ahead(ahead) == Some(word));
        if found {
            self.at += words.len();
        }
        found
    }

    pub(crate) fn eat_mark(&mut self, mark: &str) -> bool {
        let found = self.at_mark(mark);
        if found {
            self.advance();
        }
        found
    }

    pub(crate) fn at_mark(&self, mark: &str) -> bool {
        matches!(self.peek(), Some(Token { kind: TokenKind::Mark(found), .. }) if *found == mark)
    }

    pub(crate) fn expect_words(&mut self, words: &[&str]) -> Option<()> {
        for word in words {
            if !self.eat(word) {
                self.unexpected(&format!("`{word}`"), Some(&[word]));
                return None;
            }
        }
        Some(())
    }

    pub(crate) fn expect_mark(&mut self, mark: &str) -> Option<()> {
        if self.eat_mark(mark) {
            return Some(());
        }
        self.unexpected(&format!("`{mark}`"), None);
        None
    }

    pub(crate) fn word(&mut self, what: &str) -> Option<Word> {
        let span = self.here();
        let Some(text) = self.peek_word().map(str::to_owned) else {
            self.unexpected(what, None);
            return None;
        };
        self.advance();
        Some(Word { text, span })
    }

    pub(crate) fn int(&mut self, what: &str) -> Option<Int> {
        if let Some(Token {
            kind: TokenKind::Int(value),
            span,
            ..
        }) = self.peek()
        {
            let int = Int {
                value: *value,
                span: *span,
            };
            self.advance();
            return Some(int);
        }
        self.unexpected(what, None);
        None
    }

    pub(crate) fn day(&mut self) -> Option<Day> {
        if let Some(Token {
            kind: TokenKind::Day(date),
            span,
            ..
        }) = self.peek()
        {
            let day = Day {
                date: *date,
                span: *span,
            };
            self.advance();
            return Some(day);
        }
        self.unexpected("a day such as `2019-07-05`", None);
        None
    }

    pub(crate) fn text(&mut self, what: &str) -> Option<Text> {
        if let Some(Token {
            kind: TokenKind::Text(value),
            span,
            ..
        }) = self.peek()
        {
            let text = Text {
                value: value.clone(),
                span: *span,
            };
            self.advance();
            return Some(text);
        }
        self.unexpected(what, None);
        None
    }

    /// `{ en ".." | pl ".." }`, possibly none.
    pub(crate) fn texts(&mut self) -> Option<Texts> {
        let mut texts = Texts::default();
        while let Some(lang) = self.peek_word().and_then(Lang::from_code) {
            let span = self.here();
            self.advance();
            let text = self.text("a text in quotes")?;
            if texts.lang(lang).is_some() {
                let file = self.file;
                self.report(
                    Diagnostic::error("E011", format!("the {} text is given twice", lang.code()))
                        .at(file, span, "again here")
                        .help("keep one of the two"),
                );
            } else {
                texts.0.push((lang, text));
            }
        }
        Some(texts)
    }

    /// At least one text.
    pub(crate) fn some_texts(&mut self) -> Option<Texts> {
        if self.peek_word().and_then(Lang::from_code).is_none() {
            self.unexpected("`en` or `pl` and a text in quotes", Some(&["en", "pl"]));
            return None;
        }
        self.texts()
    }

    /// `first {"," next}`
    pub(crate) fn list<T>(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut elements = vec![element(self)?];
        while self.eat_mark(",") {
            elements.push(element(self)?);
        }
        Some(elements)
    }

    /// `"{" [a {"," b}] "}"`, a comma before the brace is allowed.
    pub(crate) fn braces<T>(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<(Vec<T>, Span)> {
        let start = self.here();
        self.expect_mark("{")?;
        let mut elements = Vec::new();
        while !self.at_mark("}") {
            elements.push(element(self)?);
            if !self.eat_mark(",") {
                break;
            }
        }
        self.expect_mark("}")?;
        Some((elements, start.to(self.previous())))
    }

    pub(crate) fn word_set(&mut self, what: &str) -> Option<(Vec<Word>, Span)> {
        self.braces(|tokens| tokens.word(what))
    }

    /// Reads clauses until the item ends; a clause that is not understood is
    /// skipped with a diagnostic.
    pub(crate) fn clauses<K>(
        &mut self,
        keywords: &[&str],
        mut clause: impl FnMut(&mut Self) -> Option<K>,
    ) -> Vec<Clause<K>> {
        let mut clauses = Vec::new();
        while !self.at_item_start() {
            let start = self.here();
            if !self
                .peek_word()
                .is_some_and(|word| keywords.contains(&word))
            {
                self.unexpected("another clause", Some(keywords));
                self.advance();
                self.skip_to_clause(keywords);
                continue;
            }
            let before = self.at;
            match clause(self) {
                Some(kind) => clauses.push(Clause {
                    kind,
                    span: start.to(self.previous()),
                }),
                None => {
                    if self.at == before {
                        self.advance();
                    }
                    self.skip_to_clause(keywords);
                }
            }
        }
        clauses
    }

    /// Reports that something else was expected here, with the nearest of
    /// `known` words when one was written.
    pub(crate) fn unexpected(&mut self, expected: &str, known: Option<&[&str]>) {
        let file = self.file;
        let found = self.peek().map(Token::describe);
        let message = match &found {
            Some(found) => format!("expected {expected}, found {found}"),
            None => format!("expected {expected}, but the block ends"),
        };
        let near = known
            .and_then(|known| nearest(self.peek_word()?, known.iter().copied()).map(str::to_owned));
        let mut diagnostic = Diagnostic::error("E001", message)
            .at(file, self.here(), format!("expected {expected}"))
            .did_you_mean(near.as_deref());
        if near.is_none()
            && let Some(known) = known.filter(|known| known.len() > 1)
        {
            diagnostic = diagnostic.help(format!("one of: {}", known.join(", ")));
        }
        self.report(diagnostic);
    }
}
