//! Counter notices: one page, readable from afar, or an error that says why not.

use demur_letter::{Error, LEAST_CAPITAL_MM, Poster, poster};
use lopdf::Object;

use crate::reader::Pdf;
use crate::sample::{age, capacity, conduct, texts};

#[test]
fn a_notice_is_one_page_that_says_everything() {
    for given in [conduct(), age(), capacity()] {
        let pdf = Pdf::read(&poster(&given).expect("a notice"));
        assert_eq!(pdf.pages(), 1);
        let expected: Vec<&str> = [given.firm.as_str(), given.heading.as_str()]
            .into_iter()
            .chain(given.lines.iter().chain(&given.foot).map(String::as_str))
            .collect();
        assert_eq!(
            without_breaks(&pdf.text()),
            without_breaks(&expected.join("\n"))
        );
        assert!(pdf.tree().iter().any(|tagged| tagged.path == "Document/H1"));
        assert_eq!(
            pdf.inner(pdf.catalog(), "MarkInfo").get(b"Marked").ok(),
            Some(&Object::Boolean(true))
        );
        assert!(pdf.metadata().contains("<pdfuaid:part>1</pdfuaid:part>"));
    }
}

/// Lines of a notice end where its width wants it.
fn without_breaks(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn its_capitals_are_high_enough_on_paper() {
    for given in [conduct(), age(), capacity()] {
        let sizes = Pdf::read(&poster(&given).expect("a notice")).sizes;
        let heights: Vec<f64> = sizes
            .iter()
            .map(|size| size * 0.714 * 25.4 / 72.0)
            .collect();
        let least = heights.iter().copied().fold(f64::MAX, f64::min);
        let lines = least * 2.0;
        assert!(lines >= LEAST_CAPITAL_MM, "{} mm: {}", lines, given.heading);
    }
}

#[test]
fn fewer_words_are_larger() {
    let largest = |given: &Poster| {
        let sizes = Pdf::read(&poster(given).expect("a notice")).sizes;
        sizes.into_iter().fold(0.0, f64::max)
    };
    let few = Poster {
        heading: "Dziś zamknięte.".to_owned(),
        lines: Vec::new(),
        ..conduct()
    };
    assert!(largest(&few) > 1.2 * largest(&conduct()));
}

#[test]
fn a_notice_that_nobody_could_read_from_afar_is_refused() {
    let long = Poster {
        lines: texts(&[&"Najpierw poprosimy o spokojną rozmowę. ".repeat(9)]),
        ..conduct()
    };
    let Err(Error::TooLong {
        fits_at_mm: Some(height),
    }) = poster(&long)
    else {
        panic!("too much for one page");
    };
    assert!(height > 3.0 && height < LEAST_CAPITAL_MM, "{height}");
    let endless = Poster {
        lines: texts(&[&"bardzo długo ".repeat(900)]),
        ..conduct()
    };
    assert_eq!(poster(&endless), Err(Error::TooLong { fits_at_mm: None }));
}

#[test]
fn the_same_notice_gives_the_same_bytes() {
    assert!(poster(&age()) == poster(&age()));
}

#[test]
fn a_notice_needs_a_heading() {
    let given = Poster {
        heading: String::new(),
        ..age()
    };
    assert_eq!(poster(&given), Err(Error::Empty { part: "heading" }));
}
