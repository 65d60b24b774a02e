//! Whatever a person writes is printed, and nothing of it is obeyed.

use demur_letter::{Block, Error, Lang, Letter, letter};
use proptest::prelude::*;

use crate::reader::Pdf;
use crate::sample::{polish, texts};

/// What the PDF says where the letter says `text`.
fn printed(text: &str, lang: Lang) -> String {
    let given = Letter {
        lang,
        sender: texts(&["Firm"]),
        date: "1".to_owned(),
        blocks: vec![Block::Paragraph {
            lead: None,
            text: text.to_owned(),
        }],
        day: jiff::civil::date(2026, 12, 1),
        ..Letter::default()
    };
    let read = Pdf::read(&letter(&given).expect("a letter")).text();
    read.strip_prefix("Firm\n1\n").expect("the head").to_owned()
}

/// Spaces may end a line and be lost there; a word may be hyphenated.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '\u{AD}' | '\u{200B}'))
        .collect()
}

#[test]
fn markup_is_printed_as_it_is() {
    for text in [
        "#pagebreak() *bold* _not_ $x^2$ `code` @label <label> = Heading",
        "// no comment /* none */ https://petla.example/~x --- -- ... ~ \\ \\n",
        "{{name}} [[x]] #{panic(\"no\")} #let x = 1 #eval(\"1\") #read(\"/etc/passwd\")",
        "\"quoted\" 'single' \\u{41} & < > </rdf:RDF> %PDF (a\\) ] } )",
        "- not a list\n+ neither\n= nor a heading\n/ term: no",
    ] {
        assert_eq!(letters(&printed(text, Lang::En)), letters(text));
    }
}

#[test]
fn every_part_is_printed_as_it_is() {
    let evil = "#x *y* $z$ @a {{b}} //c";
    let mut given = polish();
    for lines in [
        &mut given.sender,
        &mut given.recipient,
        &mut given.signature,
        &mut given.foot,
    ] {
        lines.push(evil.to_owned());
    }
    for text in [&mut given.date, &mut given.salutation, &mut given.closing] {
        *text = evil.to_owned();
    }
    given.subject = Some(evil.to_owned());
    given.mark = Some(evil.to_owned());
    given.references[0].label = evil.to_owned();
    given.references[0].value = evil.to_owned();
    given.blocks.push(Block::List(texts(&[evil])));
    given.blocks.push(Block::Paragraph {
        lead: Some(evil.to_owned()),
        text: evil.to_owned(),
    });
    let pdf = Pdf::read(&letter(&given).expect("a letter"));
    assert_eq!(letters(&pdf.text()).matches(&letters(evil)).count(), 14);
    assert!(pdf.metadata().contains(evil));
}

#[test]
fn a_word_wider_than_the_page_is_broken_not_cut_off() {
    for word in [
        "W".repeat(300),
        "0".repeat(300),
        format!("https://petla.example/{}", "dane/".repeat(40)),
        "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4),
    ] {
        assert_eq!(letters(&printed(&word, Lang::De)), letters(&word));
        let mut given = polish();
        given.recipient = vec![word.clone()];
        given.subject = Some(word.clone());
        given.sender.push(word.clone());
        let pdf = Pdf::read(&letter(&given).expect("a letter"));
        assert_eq!(letters(&pdf.text()).matches(&letters(&word)).count(), 3);
    }
}

/// Letters, signs and digits of the fonts, more often those that mean something in markup.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-ząćęłńóśźżäöüßA-Z]{1,12}",
        3 => "[#*_$`@<>=/~\\\\{}\\[\\]()\"'&%+;:,.!?-]{1,4}",
        1 => "[0-9]{1,6}",
        1 => "[αβγжщѣěțş€§°²½→☐✓]{1,3}",
        3 => Just(" ".to_owned()),
        1 => Just("\n".to_owned()),
    ];
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_survives(text in text(), lang in prop::sample::select(vec![Lang::Pl, Lang::En, Lang::De])) {
        prop_assume!(!text.trim().is_empty());
        prop_assert_eq!(letters(&printed(&text, lang)), letters(&text));
    }

    #[test]
    fn any_character_is_printed_or_named(character in any::<char>()) {
        let mut given = polish();
        given.salutation = format!("Dzień {character}dobry");
        match letter(&given) {
            Ok(bytes) => {
                let text = Pdf::read(&bytes).text();
                prop_assert!(letters(&text).contains(&letters(&given.salutation)), "{text}");
            }
            Err(Error::Unprintable { part, character: named }) => {
                prop_assert_eq!((part, named), ("salutation", character));
            }
            Err(error) => prop_assert!(false, "{error}"),
        }
    }
}
