//! The parser is total and the formatter loses nothing.

use demur_syntax::{Sources, canonical_item, format_document, parse_document};
use proptest::prelude::*;

const BLOCK: &str = r#"# A title

Prose stays   as it is.

```demur
# about the norm
norm pl.kw.135   # the famous one
  note pl "Towar na półce" note en "On \"the\" shelf"
  title en "Goods"
  in force from 1972-01-01 to 2030-01-01
  refusing needs a ground admitting {misconduct , inability}
    # goods only
    when request.object is goods and business.kind is one of {shop, gastronomy} and offer.for_sale and not (a or b)
    unless offer.reserved
  overrides pl.kc.353_1
example "bread" on 2026-11-22 given place is pl, profile sklep, refusal.reasons includes only {dislike} otherwise typical
  expect not_justified by pl.kw.135
  # last words
```

## Doubts
- One doubt.
- Another
  on two lines.
"#;

fn parse(text: &str) -> (demur_syntax::Document, Vec<demur_syntax::Diagnostic>) {
    let mut sources = Sources::default();
    let file = sources.add("test.md", text);
    parse_document(file, text)
}

fn reformat(text: &str) -> String {
    let (document, _) = parse(text);
    format_document(text, &document)
}

#[test]
fn formats_into_the_canonical_layout() {
    let (document, diagnostics) = parse(BLOCK);
    assert_eq!(diagnostics, []);
    assert_eq!(
        document.title.as_ref().map(|title| title.value.as_str()),
        Some("A title")
    );
    let doubts: Vec<&str> = document
        .doubts
        .iter()
        .map(|doubt| doubt.value.as_str())
        .collect();
    assert_eq!(doubts, ["One doubt.", "Another on two lines."]);
    let formatted = reformat(BLOCK);
    let expected = r#"# A title

Prose stays   as it is.

```demur
# about the norm
# the famous one
norm pl.kw.135
  title en "Goods"
  in force from 1972-01-01 to 2030-01-01
  refusing needs a ground admitting {misconduct, inability}
    # goods only
    when all of:
      - request.object is goods
      - business.kind is one of {shop, gastronomy}
      - offer.for_sale
      - not (a or b)
    unless offer.reserved
  overrides pl.kc.353_1
  note en "On \"the\" shelf"
  note pl "Towar na półce"

example "bread" on 2026-11-22
  given place is pl, profile sklep, refusal.reasons includes only {dislike}
  otherwise typical
  expect not_justified by pl.kw.135
# last words
```

## Doubts
- One doubt.
- Another
  on two lines.
"#;
    assert_eq!(formatted, expected);
    assert_eq!(
        reformat(&formatted),
        formatted,
        "formatting twice changes nothing"
    );
}

#[test]
fn a_clause_that_belongs_elsewhere_is_reported_once() {
    for clause in ["cite \"art. 1\"", "if refused", "cite", "in", "given"] {
        let (_, diagnostics) = parse(&format!(
            "```demur\nnorm a.b\n  forbid refusing\n  {clause}\n```\n"
        ));
        assert_eq!(diagnostics.len(), 1, "{clause}: {diagnostics:?}");
    }
}

#[test]
fn broken_blocks_stay_as_they_are() {
    let text = "```demur\nnorm   x\n  forbid   laughing\n```\n";
    assert_eq!(reformat(text), text);
}

/// Words of the language in random order: far likelier than random characters to
/// get deep into the parser.
fn word_salad() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "norm",
        "fact",
        "example",
        "assume",
        "property",
        "group",
        "together",
        "step",
        "define",
        "param",
        "profile",
        "\n",
        "\n  ",
        "a.b",
        "x",
        "is",
        "not",
        "one",
        "of",
        "some",
        "all",
        "any",
        "and",
        "or",
        "(",
        ")",
        "{",
        "}",
        ",",
        ":",
        "-",
        "..",
        "=",
        "<",
        "12",
        "0",
        "2019-07-05",
        "2019-99-99",
        "\"text\"",
        "\"open",
        "# c\n",
        "when",
        "unless",
        "forbid",
        "refusing",
        "serving",
        "because",
        "require",
        "before",
        "within",
        "days",
        "title",
        "en",
        "pl",
        "in force from",
        "given",
        "expect",
        "otherwise typical",
        "includes",
        "only",
        "between",
        "€",
        "bool",
        "needs a ground",
        "must_serve",
        "by",
        "on",
        "weak",
        "done when",
        "implies",
        "typical",
        "yes",
    ]);
    prop::collection::vec(words, 0..60)
        .prop_map(|words| format!("```demur\n{}\n```\n", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_gives_a_document(text in "\\PC{0,400}") {
        let (_, diagnostics) = parse(&text);
        prop_assert!(diagnostics.iter().all(|diagnostic| diagnostic.place.is_some()));
    }

    #[test]
    fn formatting_is_idempotent_and_keeps_the_meaning(text in word_salad()) {
        let (before, _) = parse(&text);
        let once = format_document(&text, &before);
        let (after, _) = parse(&once);
        prop_assert_eq!(format_document(&once, &after), once.clone());
        let meaning = |document: &demur_syntax::Document| document.items().map(canonical_item).collect::<Vec<_>>();
        prop_assert_eq!(meaning(&before), meaning(&after));
        let comments = |document: &demur_syntax::Document| {
            let mut comments: Vec<String> =
                document.blocks.iter().flat_map(|block| &block.comments).map(|comment| comment.text.clone()).collect();
            comments.sort();
            comments
        };
        prop_assert_eq!(comments(&before), comments(&after));
    }
}
