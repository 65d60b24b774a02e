//! From a template and its data to a checked page, and from there to the bytes of a PDF.

use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::error::Error;
use crate::page::{self, Edges};
use crate::world::Sheet;

/// Both at once: PDF/A-2a to be kept for years, PDF/UA-1 to be read by everybody. Level "a" of
/// PDF/A asks for tags and Unicode text, as PDF/UA does.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];

/// The typeset pages, if nothing stands outside of them.
pub(crate) fn typeset(
    template: &'static str,
    data: &str,
    edges: Edges,
) -> Result<PagedDocument, Error> {
    let sheet = Sheet::new(template, data)?;
    let result = typst::compile::<PagedDocument>(&sheet);
    forget();
    let document = result.output.map_err(refused)?;
    page::check(&document, edges)?;
    Ok(document)
}

/// The bytes. The identifier of the file comes from the data, so that different letters have
/// different ones and the same letter always the same.
pub(crate) fn export(document: &PagedDocument, data: &str) -> Result<Vec<u8>, Error> {
    let standards = PdfStandards::new(&STANDARDS).map_err(|error| Error::Typesetting {
        message: error.message().to_string(),
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(data.to_owned()),
        creator: Smart::Custom(Some("Demur".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(document, &options).map_err(refused);
    forget();
    bytes
}

/// The typesetter keeps what it computed, and with it the words of the letter. A program that
/// runs for months must neither grow nor remember customers.
fn forget() {
    typst::comemo::evict(0);
}

fn refused(errors: EcoVec<SourceDiagnostic>) -> Error {
    let message = errors
        .iter()
        .map(|error| without_quotes(&error.message))
        .collect::<Vec<_>>()
        .join("; ");
    Error::Typesetting { message }
}

/// The typesetter quotes words of the letter between backticks. They may be about a customer,
/// and errors end up in logs.
fn without_quotes(message: &str) -> String {
    message
        .split('`')
        .enumerate()
        .map(|(index, piece)| if index % 2 == 0 { piece } else { "`…`" })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_letter_stay_out_of_messages() {
        assert_eq!(
            without_quotes("the text `\"Jan\"` could not be shown"),
            "the text `…` could not be shown"
        );
    }

    #[test]
    fn the_templates_see_nothing_but_their_data() {
        for (template, reason) in [
            ("#read(\"/etc/passwd\")", "not found"),
            ("#import \"@preview/cetz:0.1.0\"", "not found"),
            ("#datetime.today()", "unable to get the current date"),
        ] {
            let edges = Edges {
                side_mm: 0.0,
                end_mm: 0.0,
            };
            match typeset(template, "{}", edges) {
                Err(Error::Typesetting { message }) => {
                    assert!(message.contains(reason), "{template}: {message}");
                }
                other => panic!("{template}: {other:?}"),
            }
        }
    }
}
