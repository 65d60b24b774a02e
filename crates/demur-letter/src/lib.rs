//! Letters and counter notices as PDF: accessible, archivable, the same bytes every time.
//!
//! Owns how a page looks: the place of the address in the envelope's window, type, spacing,
//! breaks, tags. It knows nothing of norms, opinions or templates; whoever calls it has already
//! found the words. Whatever those words contain, they are printed, never read as markup.
//!
//! Pure: no file, clock or environment. Typeset by Typst within the process, with fonts that
//! are part of the program.
//!
//! ```
//! use demur_letter::{Block, Lang, Letter, letter};
//!
//! let pdf = letter(&Letter {
//!     lang: Lang::Pl,
//!     day: jiff::civil::date(2026, 11, 22),
//!     date: "22 listopada 2026 r.".to_owned(),
//!     sender: vec!["Salon Pętla".to_owned(), "ul. Lipowa 4, 00-001 Warszawa".to_owned()],
//!     subject: Some("Odpowiedź na prośbę o wizytę".to_owned()),
//!     salutation: "Dzień dobry,".to_owned(),
//!     blocks: vec![Block::Paragraph {
//!         lead: Some("Powód:".to_owned()),
//!         text: "w kalendarzu są trzy wizyty bez odwołania.".to_owned(),
//!     }],
//!     closing: "Z poważaniem".to_owned(),
//!     signature: vec!["Kierownictwo salonu".to_owned()],
//!     ..Letter::default()
//! })?;
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # Ok::<(), demur_letter::Error>(())
//! ```

#![warn(clippy::disallowed_methods)]

mod breaks;
mod error;
mod fonts;
mod input;
mod letter;
mod page;
mod pdf;
mod poster;
mod spacing;
mod units;
mod wording;
mod world;

pub use error::Error;
pub use input::{Block, Lang, Letter, Poster, Reference};
pub use letter::letter;
pub use poster::{LEAST_CAPITAL_MM, READING_DISTANCE_MM, poster};
