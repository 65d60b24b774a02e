//! Counter notices: as large as one page allows, and never smaller than can be read.

use serde::Serialize;
use typst_layout::PagedDocument;

use crate::error::Error;
use crate::fonts;
use crate::input::{Lang, Poster};
use crate::letter::{region, title, write, year};
use crate::page::Edges;
use crate::pdf;
use crate::wording::Wording;

const TEMPLATE: &str = include_str!("poster.typ");

/// The margins are 16 mm wide; the larger the type, the further punctuation hangs over.
const EDGES: Edges = Edges {
    side_mm: 10.0,
    end_mm: 5.0,
};

/// From where a customer reads the heading and the lines of a counter notice, in millimetres.
pub const READING_DISTANCE_MM: f64 = 2000.0;

/// Least height of a capital in the lines of a counter notice, in millimetres.
///
/// 20 minutes of arc at [`READING_DISTANCE_MM`]. ISO 9241-3 prefers 20 to 22 minutes for text
/// that is read, measured on a capital without accent, and allows no less than 16. The heading
/// is larger; the foot is half as large, for those who come to 1 m.
pub const LEAST_CAPITAL_MM: f64 = 11.64;

/// The typesetter's point, 1/72 of an inch.
const POINT_MM: f64 = 25.4 / 72.0;

/// Type sizes that are tried, in points.
const SMALLEST: u16 = 12;
const LARGEST: u16 = 110;

#[derive(Serialize)]
struct Sheet<'a> {
    lang: Lang,
    region: &'static str,
    title: String,
    year: i16,
    month: i8,
    day: i8,
    firm: &'a str,
    heading: &'a str,
    lines: &'a [String],
    foot: &'a [String],
    size: u16,
    hyphenate: bool,
}

/// Typesets a counter notice as one A4 page in PDF/A-2a and PDF/UA-1.
///
/// The type is as large as the page allows. Words are hyphenated only if the page cannot be
/// read from [`READING_DISTANCE_MM`] otherwise.
///
/// # Errors
///
/// When the heading is empty, a character cannot be printed, or the text is too long for a page
/// that can be read from that distance; the error says by how much.
pub fn poster(poster: &Poster) -> Result<Vec<u8>, Error> {
    let words = Wording::new(poster.lang);
    let mut sheet = Sheet {
        lang: poster.lang,
        region: region(poster.lang),
        title: title(Some(&poster.heading), poster.lang),
        year: year(poster.day)?,
        month: poster.day.month(),
        day: poster.day.day(),
        firm: &words.line("firm", &poster.firm)?,
        heading: &words.needed("heading", &poster.heading)?,
        lines: &words.lines("lines", &poster.lines)?,
        foot: &words.lines("foot", &poster.foot)?,
        size: SMALLEST,
        hyphenate: false,
    };
    let least = least_size();
    for hyphenate in [false, true] {
        sheet.hyphenate = hyphenate;
        if let Some(found) = largest(&mut sheet, least, LARGEST)? {
            return pdf::export(&found.document, &found.data);
        }
    }
    let smaller = largest(&mut sheet, SMALLEST, least)?;
    Err(Error::TooLong {
        fits_at_mm: smaller.map(|found| capital(found.size)),
    })
}

/// Height of a capital in millimetres.
fn capital(size: u16) -> f64 {
    f64::from(size) * fonts::CAPITAL * POINT_MM
}

/// The least whole size whose capitals are high enough.
fn least_size() -> u16 {
    (SMALLEST..LARGEST)
        .find(|size| capital(*size) >= LEAST_CAPITAL_MM)
        .unwrap_or(LARGEST)
}

struct Fitting {
    size: u16,
    data: String,
    document: PagedDocument,
}

/// The largest size, from `least` to `most`, in which the sheet is one page. A notice that fits
/// in one size fits in all smaller ones, so halving finds it.
fn largest(sheet: &mut Sheet<'_>, least: u16, most: u16) -> Result<Option<Fitting>, Error> {
    let mut best = None;
    let (mut low, mut high) = (least, most);
    while low <= high {
        let size = low.midpoint(high);
        match fitting(sheet, size)? {
            Some(found) => {
                best = Some(found);
                low = size + 1;
            }
            None => high = size - 1,
        }
    }
    Ok(best)
}

fn fitting(sheet: &mut Sheet<'_>, size: u16) -> Result<Option<Fitting>, Error> {
    sheet.size = size;
    let data = write(sheet)?;
    match pdf::typeset(TEMPLATE, &data, EDGES) {
        Ok(document) if document.pages().len() == 1 => Ok(Some(Fitting {
            size,
            data,
            document,
        })),
        Ok(_) | Err(Error::Overflow { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_capital_is_twenty_minutes_of_arc() {
        let angle = (20.0_f64 / 60.0).to_radians();
        let height = 2.0 * READING_DISTANCE_MM * (angle / 2.0).tan();
        assert!((height - LEAST_CAPITAL_MM).abs() < 0.005, "{height}");
    }

    #[test]
    fn the_least_size_reaches_it_and_no_smaller_does() {
        let size = least_size();
        assert_eq!(size, 47);
        assert!(capital(size) >= LEAST_CAPITAL_MM && capital(size - 1) < LEAST_CAPITAL_MM);
    }
}
