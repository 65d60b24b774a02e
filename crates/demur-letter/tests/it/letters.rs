//! Letters: pages, tags, order, metadata, and the same bytes every time.

use std::thread;

use demur_letter::{Block, Error, Lang, Letter, letter};
use lopdf::Object;

use crate::reader::Pdf;
use crate::sample::{english, german, labelled, polish, says, texts};

fn pdf(given: &Letter) -> Pdf {
    Pdf::read(&letter(given).expect("a letter"))
}

#[test]
fn a_letter_is_read_out_in_the_order_in_which_it_is_written() {
    let pdf = pdf(&polish());
    let lines = pdf.text();
    let expected = [
        "Salon Pętla",
        "ul. Lipowa 4",
        "22 555 01 00",
        "Jan Kowalski",
        "00-950 Warszawa",
        "22 listopada 2026 r.",
        "Sprawa: D-2026-0147",
        "Odpowiedź na prośbę o nową wizytę",
        "Dzień dobry,",
        "dziękujemy za prośbę",
        "Powód:",
        "w kalendarzu są wizyty",
        "Jak się umówić:",
        "wpłacić 50 zł przedpłaty",
        "poczekać do 6 maja 2027 r.",
        "Jeśli to pomyłka",
        "Z poważaniem",
        "Kierownictwo salonu",
        "Jak przetwarzamy dane w tej sprawie",
    ];
    let mut from = 0;
    for part in expected {
        let found = lines[from..].find(part);
        from += found.unwrap_or_else(|| panic!("`{part}` does not follow in:\n{lines}"));
    }
    assert_eq!(pdf.pages(), 1);
    assert_eq!(
        pdf.artifacts,
        Vec::<String>::new(),
        "one page needs no number"
    );
}

#[test]
fn every_part_has_the_tag_of_what_it_is() {
    let tree = pdf(&polish()).tree();
    let role = |words: &str| {
        let tagged = tree
            .iter()
            .find(|tagged| tagged.text.replace('\u{A0}', " ").contains(words));
        tagged
            .unwrap_or_else(|| panic!("no `{words}`"))
            .path
            .clone()
    };
    assert_eq!(role("Odpowiedź na prośbę"), "Document/H1");
    assert_eq!(role("Dzień dobry,"), "Document/P");
    assert_eq!(role("ul. Lipowa 4"), "Document/Div/Div/P");
    assert_eq!(role("wpłacić 50 zł"), "Document/L/LI/LBody");
    assert_eq!(role("Powód:"), "Document/P/Strong");
}

#[test]
fn the_file_says_that_it_is_archivable_and_accessible() {
    let given = polish();
    let pdf = pdf(&given);
    let catalog = pdf.catalog();
    assert_eq!(
        pdf.inner(catalog, "MarkInfo").get(b"Marked").ok(),
        Some(&Object::Boolean(true))
    );
    let preferences = pdf.inner(catalog, "ViewerPreferences");
    assert_eq!(
        preferences.get(b"DisplayDocTitle").ok(),
        Some(&Object::Boolean(true))
    );
    assert_eq!(
        catalog.get(b"Lang").and_then(Object::as_str).ok(),
        Some(&b"pl-PL"[..])
    );
    assert!(catalog.has(b"OutputIntents"));
    assert_eq!(pdf.fonts_without_file(), Vec::<String>::new());

    let metadata = pdf.metadata();
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Odpowiedź na prośbę o nową wizytę",
        "2026-11-22",
    ] {
        assert!(metadata.contains(part), "{part} is missing in {metadata}");
    }
}

#[test]
fn no_person_stands_in_the_metadata() {
    let pdf = pdf(&polish());
    assert!(!pdf.info().has(b"Author"));
    let metadata = pdf.metadata();
    assert!(
        !metadata.contains("Kowalski") && !metadata.contains("creator>Salon"),
        "{metadata}"
    );
    assert_eq!(
        pdf.info()
            .get(b"CreationDate")
            .and_then(Object::as_str)
            .ok(),
        Some(&b"D:20261122000000Z"[..])
    );
}

#[test]
fn each_language_is_named_to_screen_readers() {
    for (given, lang) in [
        (polish(), "pl-PL"),
        (english(), "en-GB"),
        (german(), "de-DE"),
    ] {
        let pdf = pdf(&given);
        assert_eq!(
            pdf.catalog().get(b"Lang").and_then(Object::as_str).ok(),
            Some(lang.as_bytes())
        );
    }
}

#[test]
fn a_longer_letter_has_its_number_and_case_on_every_page() {
    let pdf = pdf(&german());
    assert_eq!(pdf.pages(), 3);
    let foot = pdf.artifacts.concat();
    for page in 1..=3 {
        assert!(foot.contains(&format!("{page}/3")), "{foot}");
    }
    assert_eq!(foot.matches("Vorgang: V-2026-88").count(), 3, "{foot}");
}

#[test]
fn the_signature_never_stands_alone_on_a_page() {
    for lines in 1..60 {
        let given = Letter {
            blocks: vec![
                says(&"Zeile.\n".repeat(lines)),
                says("Der letzte Satz vor dem Gruß."),
            ],
            ..german()
        };
        let bytes = letter(&given).expect("a letter");
        let pdf = Pdf::read(&bytes);
        if pdf.pages() == 2 {
            let last = pdf.text_of_page(2);
            if last.contains("Mit freundlichen") {
                assert!(last.contains("letzte Satz"), "{lines} lines: {last}");
            }
            assert!(
                last.contains("Mit freundlichen") || !last.contains("Datenschutz"),
                "{last}"
            );
        }
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes_on_every_thread() {
    let first = letter(&german()).expect("a letter");
    letter(&polish()).expect("another letter in between");
    let threads: Vec<_> = (0..4)
        .map(|_| thread::spawn(|| letter(&german()).expect("a letter")))
        .collect();
    for thread in threads {
        assert!(
            thread.join().expect("a thread") == first,
            "the bytes differ"
        );
    }
}

#[test]
fn another_letter_has_another_identifier() {
    let other = Letter {
        date: "23 listopada 2026 r.".to_owned(),
        ..polish()
    };
    let id = |given: &Letter| pdf(given).identifier();
    assert_eq!(id(&polish()), id(&polish()));
    assert_ne!(id(&polish()), id(&other));
}

#[test]
fn a_sample_says_so_in_words() {
    let pdf = pdf(&english());
    assert!(
        pdf.text().contains("SAMPLE"),
        "for those who do not see the grey letters"
    );
    assert!(pdf.artifacts.concat().contains("SAMPLE"));
}

#[test]
fn the_least_letter_is_sender_date_and_words() {
    let least = Letter {
        lang: Lang::En,
        sender: texts(&["Firm"]),
        day: jiff::civil::date(2026, 12, 1),
        date: "1 December 2026".to_owned(),
        blocks: vec![says("No.")],
        ..Letter::default()
    };
    let pdf = pdf(&least);
    assert_eq!(pdf.text(), "Firm\n1 December 2026\nNo.");
    assert!(pdf.metadata().contains("Letter"), "a title of its own");
}

#[test]
fn what_is_missing_is_named() {
    let empty = |change: fn(&mut Letter)| {
        let mut given = polish();
        change(&mut given);
        letter(&given)
    };
    assert_eq!(
        empty(|l| l.sender.clear()),
        Err(Error::Empty { part: "sender" })
    );
    assert_eq!(
        empty(|l| l.date = " ".to_owned()),
        Err(Error::Empty { part: "date" })
    );
    assert_eq!(
        empty(|l| l.blocks = vec![labelled("", " "), Block::List(texts(&[" "]))]),
        Err(Error::Empty { part: "blocks" })
    );
    assert_eq!(
        empty(|l| l.day = jiff::civil::date(-5, 1, 1)),
        Err(Error::Year { year: -5 })
    );
}

#[test]
fn a_character_without_a_shape_is_named() {
    let mut given = polish();
    given.salutation = "Dzień dobry \u{1F642}".to_owned();
    let error = letter(&given).expect_err("no font has it");
    assert_eq!(
        error.to_string(),
        "`salutation` contains `\u{1F642}` (U+1F642), which cannot be printed; leave it out or say it in words"
    );
}
