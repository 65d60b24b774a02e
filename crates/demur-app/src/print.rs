//! Notices on paper: a letter, an exclusion notice or a sign for the counter, as PDF.

mod letter;
mod sign;

use demur_letter::Error;
use demur_notice::{Channel, Lang, Notice};
use jiff::civil::Date;

/// Why a notice cannot be printed.
#[derive(Debug)]
pub enum PrintError {
    /// Its channel is not one that is printed.
    NotPaper(Channel),
    /// It cannot be typeset.
    Typeset(Error),
}

impl std::fmt::Display for PrintError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotPaper(channel) => write!(
                f,
                "`{channel}` is not printed; letter, exclusion and counter are"
            ),
            Self::Typeset(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PrintError {}

/// The notice as PDF/A-2a and PDF/UA-1. `day` is the day in its metadata.
///
/// # Errors
/// When the channel is not one that is printed, or the words cannot be typeset.
pub fn pdf(notice: &Notice, day: Date) -> Result<Vec<u8>, PrintError> {
    let typeset = match notice.channel {
        Channel::Letter | Channel::Exclusion => demur_letter::letter(&letter::letter(notice, day)),
        Channel::Counter => demur_letter::poster(&sign::sign(notice, day)),
        other => return Err(PrintError::NotPaper(other)),
    };
    typeset.map_err(PrintError::Typeset)
}

fn lang(lang: Lang) -> demur_letter::Lang {
    match lang {
        Lang::Pl => demur_letter::Lang::Pl,
        Lang::En => demur_letter::Lang::En,
        Lang::De => demur_letter::Lang::De,
    }
}
