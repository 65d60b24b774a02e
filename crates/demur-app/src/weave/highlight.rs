//! Code of the rule language as HTML: keywords, texts and comments marked, names
//! linked to where they are explained. Done when the page is woven, not by script.

use super::markup::{escape, link};
use super::names::Kind;
use super::site::Site;

const KEYWORDS: &[&str] = &[
    "a",
    "actionable",
    "admitting",
    "after",
    "all",
    "always",
    "and",
    "any",
    "applies",
    "as",
    "ask",
    "assume",
    "at",
    "avoidable",
    "because",
    "before",
    "between",
    "bool",
    "by",
    "case",
    "caution",
    "comparator",
    "confidence",
    "consequence",
    "cost",
    "days",
    "decided",
    "define",
    "done",
    "duty",
    "en",
    "entitle",
    "every",
    "example",
    "except",
    "expect",
    "fact",
    "for",
    "forbid",
    "force",
    "from",
    "given",
    "ground",
    "group",
    "help",
    "hours",
    "implies",
    "in",
    "inapplicable",
    "includes",
    "is",
    "instead",
    "known",
    "measure",
    "measures",
    "months",
    "needs",
    "never",
    "no",
    "none",
    "norm",
    "not",
    "note",
    "of",
    "on",
    "one",
    "only",
    "or",
    "otherwise",
    "overrides",
    "param",
    "permit",
    "pl",
    "policy",
    "precedent",
    "profile",
    "property",
    "rank",
    "reason",
    "refusing",
    "require",
    "serving",
    "some",
    "step",
    "suggest",
    "tainted",
    "times",
    "title",
    "typical",
    "undetermined",
    "unless",
    "weak",
    "weeks",
    "when",
    "whenever",
    "working",
    "yielding",
];

/// The code with its markup, for a page at `root`.
pub(super) fn code(site: &Site<'_>, root: &str, text: &str) -> String {
    let mut highlighter = Highlighter {
        site,
        root,
        out: String::new(),
        before: String::new(),
        grounds: false,
    };
    let mut rest = text;
    while !rest.is_empty() {
        let length = token(rest).max(1);
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        highlighter.push(token);
        rest = after;
    }
    highlighter.out
}

/// How many bytes the first token has.
fn token(text: &str) -> usize {
    let length = |stop: &dyn Fn(char) -> bool| text.find(stop).unwrap_or(text.len());
    match text.chars().next() {
        None => 0,
        Some('#') => length(&|c| c == '\n'),
        Some('"') => string(text),
        Some(c) if c.is_whitespace() => length(&|c| !c.is_whitespace()),
        Some(c) if is_word(c) => {
            let end = length(&|c| !is_word(c) && c != '.' && c != '-');
            let word = text.get(..end).unwrap_or(text);
            // `0..120`: a range is no word.
            word.find("..")
                .unwrap_or(word.trim_end_matches(['.', '-']).len())
        }
        Some(c) => c.len_utf8(),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (offset, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return offset,
            '"' if !escaped => return offset + 1,
            c => escaped = c == '\\' && !escaped,
        }
    }
    text.len()
}

struct Highlighter<'a> {
    site: &'a Site<'a>,
    root: &'a str,
    out: String,
    /// The word before, on which the meaning of a bare name depends.
    before: String,
    /// Between the brackets of `admitting {..}`.
    grounds: bool,
}

impl Highlighter<'_> {
    fn push(&mut self, token: &str) {
        let escaped = escape(token);
        match token.chars().next() {
            Some('#') => self.span("c", &escaped),
            Some('"') => self.span("s", &escaped),
            Some(c) if c.is_ascii_digit() => self.span("n", &escaped),
            Some(c) if is_word(c) => self.word(token, &escaped),
            Some('{') => {
                self.grounds = self.before == "admitting";
                self.out.push_str(&escaped);
            }
            Some('}') => {
                self.grounds = false;
                self.out.push_str(&escaped);
            }
            _ => self.out.push_str(&escaped),
        }
    }

    fn span(&mut self, class: &str, escaped: &str) {
        self.out
            .push_str(&format!("<span class=\"{class}\">{escaped}</span>"));
    }

    fn word(&mut self, word: &str, escaped: &str) {
        match self.target(word) {
            Some(target) => self.out.push_str(&link(self.root, target, escaped)),
            None if KEYWORDS.contains(&word) => self.span("k", escaped),
            None => self.out.push_str(escaped),
        }
        word.clone_into(&mut self.before);
    }

    fn target(&self, word: &str) -> Option<&str> {
        let find = |kinds: &[Kind]| {
            kinds
                .iter()
                .find_map(|kind| self.site.names.target(*kind, word))
        };
        if word.contains('.') {
            return find(&[
                Kind::Fact,
                Kind::Define,
                Kind::Norm,
                Kind::Group,
                Kind::Param,
            ]);
        }
        match self.before.as_str() {
            _ if self.grounds => find(&[Kind::Ground]),
            "as" | "ground" => find(&[Kind::Ground]),
            "require" => find(&[Kind::Step, Kind::Duty]),
            "step" => find(&[Kind::Step]),
            "duty" => find(&[Kind::Duty]),
            "suggest" | "measure" => find(&[Kind::Measure]),
            "profile" => find(&[Kind::Profile]),
            "group" | "of" => find(&[Kind::Group]),
            "case" | "is" => None,
            _ => find(&[Kind::Fact, Kind::Param, Kind::Define]),
        }
    }
}
