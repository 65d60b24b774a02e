//! Shapes that others own, as the document of the API describes them: closed words from the
//! crates that have them, and documents that are the same on the command line.

mod documents;
mod words;

use utoipa::IntoParams;

pub(super) use documents::*;
pub(super) use words::*;

/// Under which a change is done only once.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes a header that is read by itself")]
pub(super) struct KeyHeader {
    /// A new random text for each change. Sent again with the same body, the change is answered
    /// again and not done again; with another body it is refused.
    #[param(
        rename = "Idempotency-Key",
        min_length = 8,
        max_length = 64,
        pattern = "^[A-Za-z0-9_-]{8,64}$",
        example = "3f9c2b7e51d84a60"
    )]
    key: String,
}

/// The version of a case file that was read.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes a header that is read by itself")]
pub(super) struct VersionHeader {
    /// The entity tag of the case file that was read, in its quotes.
    #[param(rename = "If-Match", pattern = "^\"[0-9]{1,9}\"$", example = "\"1\"")]
    version: String,
}
