//! Says in plain words why a text is neither YAML nor JSON.

use demur_syntax::{Diagnostic, Span};

use crate::situation::report::Report;

/// A piece of the parser's message; what is wrong; what to do.
type Row = (&'static str, &'static str, &'static str);

const CLOSE_QUOTE: &str = "close the quote; inside double quotes a quote is written `\\\"`";
const INDENT: &str = "indent with spaces, the same number for lines of one level";
const QUOTES: &str = "put the text in quotes";
const COLON: &str =
    "write `key: value` on a line of its own; put a text that holds a `:` in quotes";
const BRACKETS: &str = "check the brackets and commas before this place";

/// The first row whose piece occurs counts, so the special ones stand first.
const ROWS: &[Row] = &[
    (
        "unexpected end of stream",
        "a closing quote is missing",
        CLOSE_QUOTE,
    ),
    (
        "double-quoted scalar",
        "something follows a closing quote",
        "write a `,` or a new line after it",
    ),
    (
        "unknown escape",
        "a `\\` in double quotes stands before a letter that has no meaning there",
        "write `\\\\` for the sign itself",
    ),
    (
        "hexadecimal",
        "an escape such as `\\u0142` has too few digits",
        "`\\u` takes four hexadecimal digits",
    ),
    (
        "Unicode character escape",
        "an escape stands for no character",
        "write the character itself, as UTF-8",
    ),
    ("flow mapping", "a `,` or a `}` is missing", BRACKETS),
    ("flow sequence", "a `,` or a `]` is missing", BRACKETS),
    (
        "flow construct",
        "the text inside brackets is indented less than the line with the opening one",
        INDENT,
    ),
    (
        "misplaced bracket",
        "a closing bracket has no opening one",
        BRACKETS,
    ),
    (
        "expected next token",
        "a bracket does not fit the one that it closes",
        BRACKETS,
    ),
    (
        "recursion limit",
        "values are nested too deep",
        "a fact has a name such as `customer.age` and a value; nothing is deeper",
    ),
    (
        "document",
        "more text follows the end of the situation",
        "remove it, or give one situation on each line as JSON lines",
    ),
    ("tab", "a tab is used for indentation", INDENT),
    (
        "expected key",
        "this line is indented in another way than the lines of its level",
        INDENT,
    ),
    (
        "'-' indicator",
        "this line stands in a list but does not begin with `- `",
        INDENT,
    ),
    (
        "'-' must be followed",
        "a `-` that begins a line of a list needs a space",
        "write `- value`",
    ),
    (
        "simple key",
        "a `:` is missing after the key",
        "write `key: value`",
    ),
    (
        "mapping keys are not allowed",
        "a key cannot stand here",
        "write each key on a line of its own",
    ),
    (
        "mapping values are not allowed",
        "a `:` stands where no key is expected",
        COLON,
    ),
    ("':'", "a `:` stands where no key is expected", COLON),
    (
        "block sequence",
        "a list cannot begin here",
        "put the first `-` on a new line",
    ),
    (
        "byte order mark",
        "there is an invisible character (a byte order mark) inside the text",
        "delete it",
    ),
    (
        "unprintable",
        "there is a control character in the text",
        "delete it",
    ),
    ("indent", "the indentation is wrong", INDENT),
    (
        "unexpected character",
        "a text cannot begin with this character",
        QUOTES,
    ),
    (
        "plain scalar",
        "a text without quotes cannot be written like this",
        QUOTES,
    ),
    (
        "comment",
        "a comment stands inside a text",
        "put the comment on a line of its own, after the text",
    ),
    (
        "block scalar",
        "a text block (`|` or `>`) cannot be written like this",
        "put the text in quotes, on one line",
    ),
    ("eof", "the text ends too early", BRACKETS),
    ("node content", "a value is missing", BRACKETS),
];

/// Pieces of messages about features that a situation may not use.
const UNSUPPORTED: &[(&str, &str)] = &[
    ("anchor", "the anchors and aliases"),
    ("directive", "the directives"),
    ("a tag", "the tags"),
    ("TAG", "the tags"),
    ("global tag", "the tags"),
    ("handle", "the tags"),
];

/// What the parser's message means.
pub(super) fn diagnostic(report: &Report, text: &str, at: usize, info: &str) -> Diagnostic {
    let span = Span::new(at, next_character(text, at));
    if let Some((_, what)) = UNSUPPORTED.iter().find(|(piece, _)| info.contains(piece)) {
        return unsupported(report, what, span);
    }
    let end = text.trim_end().len();
    let (at, span, label) = match at >= end {
        true => (end, Span::new(end, end), "the text ends here"),
        false => (at, span, "noticed here"),
    };
    let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let row = ROWS.iter().find(|(piece, _, _)| info.contains(piece));
    let (_, what, help) = row.unwrap_or(&("", "the text is neither YAML nor JSON", QUOTES));
    let message = format!("line {line} cannot be read: {what}");
    report.error("S003", message, span, label).help(*help)
}

/// A YAML feature that a situation may not use.
pub(super) fn unsupported(report: &Report, what: &str, span: Span) -> Diagnostic {
    report
        .error(
            "S012",
            format!("a situation cannot use {what} of YAML"),
            span,
            "not supported",
        )
        .help("write the value itself; a situation must mean the same to every reader")
}

fn next_character(text: &str, at: usize) -> usize {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    at + next
        .filter(|letter| *letter != '\n')
        .map_or(0, char::len_utf8)
}
