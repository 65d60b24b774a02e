//! Why a page could not be made, in words for whoever wrote its text.

use std::fmt;

/// Why there is no PDF. What a person wrote is never repeated in it, one character excepted.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A part without which the page makes no sense is empty.
    Empty {
        /// The part, by its name in [`Letter`](crate::Letter) or [`Poster`](crate::Poster).
        part: &'static str,
    },
    /// No font has the character, or it is one that would hide or reorder text.
    Unprintable {
        /// The part in which it stands.
        part: &'static str,
        /// The character.
        character: char,
    },
    /// The year cannot be written into a PDF; 1 to 9999 can.
    Year {
        /// The year asked for.
        year: i16,
    },
    /// Something is too wide or too high for its page and would be cut off.
    Overflow {
        /// The page, from 1.
        page: usize,
    },
    /// A counter notice does not fit on one page in letters that can be read from
    /// [`READING_DISTANCE_MM`](crate::READING_DISTANCE_MM).
    TooLong {
        /// Height of a capital in millimetres at which the text would fit; `None` if at none.
        fits_at_mm: Option<f64>,
    },
    /// The typesetter refused the page, for instance a script that the archive format cannot
    /// hold.
    Typesetting {
        /// What it said.
        message: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { part } => write!(f, "`{part}` is empty; write something there"),
            Self::Unprintable { part, character } => write!(
                f,
                "`{part}` contains {} (U+{:04X}), which cannot be printed; leave it out or say it in words",
                shown(*character),
                u32::from(*character)
            ),
            Self::Year { year } => write!(
                f,
                "`day` is in the year {year}; a PDF can hold the years 1 to 9999"
            ),
            Self::Overflow { page } => write!(
                f,
                "something on page {page} is larger than the page and would be cut off; shorten the longest word or line"
            ),
            Self::TooLong { fits_at_mm } => too_long(f, *fits_at_mm),
            Self::Typesetting { message } => {
                write!(f, "the page could not be typeset: {message}")
            }
        }
    }
}

impl std::error::Error for Error {}

fn shown(character: char) -> String {
    if character.is_control() || crate::wording::is_invisible(character) {
        "an invisible character".to_owned()
    } else {
        format!("`{character}`")
    }
}

fn too_long(f: &mut fmt::Formatter<'_>, fits_at_mm: Option<f64>) -> fmt::Result {
    let least = crate::poster::LEAST_CAPITAL_MM;
    write!(
        f,
        "the notice is too long for one A4 page that can be read from 2 m: capitals have to be {least:.1} mm high"
    )?;
    match fits_at_mm {
        Some(height) => write!(
            f,
            ", and it fits only at {height:.1} mm; shorten it to about {:.0} % of its length",
            100.0 * (height / least).powi(2)
        ),
        None => write!(f, "; shorten it to a few sentences"),
    }
}
