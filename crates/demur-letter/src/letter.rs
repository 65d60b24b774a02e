//! Letters: which words go where is decided here, how they look in `letter.typ`.

use jiff::civil::Date;
use serde::Serialize;

use crate::error::Error;
use crate::input::{Block, Lang, Letter, Reference};
use crate::page::Edges;
use crate::pdf;
use crate::wording::Wording;

const TEMPLATE: &str = include_str!("letter.typ");

/// The margins are 25 mm and 20 mm wide.
const EDGES: Edges = Edges {
    side_mm: 18.0,
    end_mm: 5.0,
};

/// What the template reads; its names are those of `letter.typ`.
#[derive(Serialize)]
struct Sheet {
    lang: Lang,
    region: &'static str,
    title: String,
    year: i16,
    month: i8,
    day: i8,
    sender: Vec<String>,
    date: String,
    references: Vec<Reference>,
    recipient: Vec<String>,
    subject: Option<String>,
    salutation: Option<String>,
    blocks: Vec<Part>,
    closing: Option<String>,
    signature: Vec<String>,
    foot: Vec<String>,
    mark: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Part {
    Paragraph {
        lead: Option<String>,
        text: String,
        /// Stays on the page of what follows.
        sticky: bool,
        /// Has an address, which cannot be broken and would tear a justified line apart.
        ragged: bool,
    },
    List {
        items: Vec<String>,
    },
}

/// Typesets a letter as PDF/A-2a and PDF/UA-1.
///
/// The same letter gives the same bytes, on every machine and thread.
///
/// # Errors
///
/// When a needed part is empty, a character cannot be printed, or a word is too wide for its
/// place.
pub fn letter(letter: &Letter) -> Result<Vec<u8>, Error> {
    let data = data(letter)?;
    let document = pdf::typeset(TEMPLATE, &data, EDGES)?;
    pdf::export(&document, &data)
}

fn data(letter: &Letter) -> Result<String, Error> {
    let words = Wording::new(letter.lang);
    let narrow = words.in_column();
    let sender = narrow.lines("sender", &letter.sender)?;
    if sender.is_empty() {
        return Err(Error::Empty { part: "sender" });
    }
    let blocks = blocks(&letter.blocks, words)?;
    if blocks.is_empty() {
        return Err(Error::Empty { part: "blocks" });
    }
    let subject = words.option("subject", letter.subject.as_ref())?;
    let sheet = Sheet {
        lang: letter.lang,
        region: region(letter.lang),
        title: title(letter.subject.as_deref(), letter.lang),
        year: year(letter.day)?,
        month: letter.day.month(),
        day: letter.day.day(),
        sender,
        date: narrow.needed("date", &letter.date)?,
        references: references(&letter.references, narrow)?,
        recipient: narrow.lines("recipient", &letter.recipient)?,
        subject,
        salutation: words.option("salutation", Some(&letter.salutation))?,
        blocks,
        closing: words.option("closing", Some(&letter.closing))?,
        signature: words.lines("signature", &letter.signature)?,
        foot: words.lines("foot", &letter.foot)?,
        mark: words.option("mark", letter.mark.as_ref())?,
    };
    write(&sheet)
}

fn references(given: &[Reference], words: Wording) -> Result<Vec<Reference>, Error> {
    given
        .iter()
        .filter(|reference| !reference.value.trim().is_empty())
        .map(|reference| {
            Ok(Reference {
                label: words.line("references", &reference.label)?,
                value: words.line("references", &reference.value)?,
            })
        })
        .collect()
}

fn blocks(given: &[Block], words: Wording) -> Result<Vec<Part>, Error> {
    let mut parts = Vec::with_capacity(given.len());
    for block in given {
        match block {
            Block::Paragraph { lead, text } => {
                let lead = words.option("blocks", lead.as_ref())?;
                let text = words.line("blocks", text)?;
                if lead.is_some() || !text.is_empty() {
                    let sticky = text.is_empty() || text.ends_with(':');
                    let ragged = text.contains(['@', '/']);
                    parts.push(Part::Paragraph {
                        lead,
                        text,
                        sticky,
                        ragged,
                    });
                }
            }
            Block::List(items) => {
                let items = words.lines("blocks", items)?;
                if !items.is_empty() {
                    parts.push(Part::List { items });
                }
            }
        }
    }
    Ok(parts)
}

/// What the window of a PDF reader shows: one line without anything invisible.
pub(crate) fn title(heading: Option<&str>, lang: Lang) -> String {
    let words: Vec<&str> = heading.unwrap_or("").split_whitespace().collect();
    if words.is_empty() {
        match lang {
            Lang::Pl => "Pismo",
            Lang::En => "Letter",
            Lang::De => "Schreiben",
        }
        .to_owned()
    } else {
        words.join(" ")
    }
}

/// English splits words as in Britain; for the others it says which country's habits hold.
pub(crate) fn region(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "PL",
        Lang::En => "GB",
        Lang::De => "DE",
    }
}

pub(crate) fn year(day: Date) -> Result<i16, Error> {
    match day.year() {
        year @ 1..=9999 => Ok(year),
        year => Err(Error::Year { year }),
    }
}

pub(crate) fn write(sheet: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(sheet).map_err(|error| Error::Typesetting {
        message: error.to_string(),
    })
}
