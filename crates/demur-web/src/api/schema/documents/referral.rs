//! Other providers.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;

/// Who else can help.
#[derive(ToSchema)]
pub(crate) struct Referral {
    /// When the customer goes there.
    at: String,
    verdict: String,
    /// Whether anybody may serve the request: `yes`, `no` or `open`.
    lawful: String,
    /// Norms that forbid it whoever serves.
    unlawful_by: Vec<CitedNorm>,
    /// Facts that decide whether anybody may.
    ask_first: Vec<AskedFact>,
    /// What could be done instead of refusing.
    instead: Vec<InsteadOf>,
    /// Where was searched from; null when nobody may be named.
    from: Option<Coordinates>,
    /// Who can take the customer; the best first.
    providers: Vec<Candidate>,
    /// What the opinion says about sending the customer elsewhere.
    duties: Vec<BTreeMap<String, Value>>,
    /// Who is left out, and why.
    left_out: Vec<BTreeMap<String, Value>>,
    /// Public lists of such services.
    registers: Vec<BTreeMap<String, Value>>,
    /// Entries of the firm's lists that could not be used.
    rejected: Vec<BTreeMap<String, Value>>,
    lawbook: BTreeMap<String, String>,
}

/// A norm with its citation.
#[derive(ToSchema)]
pub(crate) struct CitedNorm {
    norm: String,
    title: String,
    cite: String,
}

/// A fact with its question.
#[derive(ToSchema)]
pub(crate) struct AskedFact {
    fact: String,
    question: String,
}

/// Something milder.
#[derive(ToSchema)]
pub(crate) struct InsteadOf {
    measure: String,
    label: String,
}

/// A place on the globe.
#[derive(ToSchema)]
pub(crate) struct Coordinates {
    latitude: f64,
    longitude: f64,
}

/// Somebody who can take the customer.
#[derive(ToSchema)]
pub(crate) struct Candidate {
    provider: String,
    service: String,
    place: Option<BTreeMap<String, Value>>,
    contact: ProviderContact,
    kilometres: Option<f64>,
    /// Why they are offered; what belongs to a reason depends on its `kind`.
    reasons: Vec<BTreeMap<String, Value>>,
    /// What to ask before sending anybody.
    ask_first: Vec<BTreeMap<String, Value>>,
    /// When somebody last looked whether they can take people.
    confirmed: BTreeMap<String, Value>,
    /// It is made up.
    fictional: bool,
    /// Where the entry stands.
    from: String,
}

/// Public ways to reach a provider; each may be empty.
#[derive(ToSchema)]
pub(crate) struct ProviderContact {
    phone: String,
    email: String,
    url: String,
}
