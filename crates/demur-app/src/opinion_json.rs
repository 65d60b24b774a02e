//! Opinions as JSON: one shape for the command line, the HTTP interface and tools.
//!
//! Owns the shape, which `docs/schema/opinion.schema.json` describes. The same
//! opinion gives the same bytes. What is absent is `null` or an empty list, never
//! a missing key, except `working_days`, which is there only when it is true.

mod convert;
mod document;
mod norms;
mod outlook;

pub use convert::document;
pub(crate) use convert::strength;
pub use document::{
    BecauseDocument, CautionDocument, CitedNormDocument, ConsequenceDocument, DecidedDocument,
    DutyDocument, GroundDocument, LawbookDocument, MeasureDocument, MissingDocument,
    NearMissDocument, NormDocument, OpinionDocument, StepDocument, TaintDocument, WayDocument,
    WhyNotDocument, WouldBeDocument,
};

/// The opinion on one line, without a line break at its end.
#[must_use]
pub fn to_line(document: &OpinionDocument<'_>) -> String {
    // Maps with text keys and plain values always serialise; should that ever change,
    // the tests over every verdict fail.
    serde_json::to_string(document).unwrap_or_default()
}
