//! Case files.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;

use crate::api::schema::words;

/// The answer to a change of a case file.
#[derive(ToSchema)]
pub(crate) struct Receipt {
    /// Number of the case file.
    case: String,
    /// Its version now; the next change names it.
    version: i64,
    /// Position in the journal.
    seq: i64,
    /// How the decision stands to the opinion.
    #[schema(required = false, nullable = false)]
    deviation: Option<String>,
    /// The refusal goes against a duty to serve; no law may be named as its reason.
    against_must_serve: bool,
    /// What the customer takes along.
    #[schema(required = false, nullable = false)]
    letter: Option<Letter>,
}

/// What the customer takes along to prove later that the record was not altered.
#[derive(ToSchema)]
pub(crate) struct Letter {
    version: String,
    case: String,
    /// Nobody else has it once texts are erased.
    code: String,
    day: String,
    band: i64,
    commitment: String,
}

/// A case file in a list.
#[derive(ToSchema)]
#[schema(as = CaseLine)]
pub(crate) struct Found {
    number: String,
    version: i64,
    state: words::StateName,
    site: String,
    /// Day, or month.
    when: String,
    /// Ground of the refusal, or `none`.
    ground: String,
    verdict: String,
    #[schema(required = false, nullable = false)]
    choice: Option<String>,
    #[schema(required = false, nullable = false)]
    deadline: Option<String>,
    #[schema(required = false, nullable = false)]
    deadline_kind: Option<String>,
    /// Whether contact and texts are there: `sealed` or `destroyed`.
    identity: String,
    /// A dispute keeps it from being erased.
    on_hold: bool,
}

/// A case file. What a role may not see is not there.
#[derive(ToSchema)]
pub(crate) struct CaseFile {
    number: String,
    version: i64,
    state: words::StateName,
    site: String,
    class: String,
    lawful_basis: String,
    purpose: String,
    retention_rule: String,
    when: String,
    /// Which three hours of the day, 0 to 7.
    #[schema(required = false, nullable = false)]
    band: Option<i64>,
    ground: String,
    verdict: String,
    #[schema(required = false, nullable = false)]
    choice: Option<String>,
    #[schema(required = false, nullable = false)]
    decided_role: Option<String>,
    #[schema(required = false, nullable = false)]
    deviation: Option<String>,
    against_must_serve: bool,
    minor_safeguards: bool,
    #[schema(required = false, nullable = false)]
    runs_until: Option<String>,
    #[schema(required = false, nullable = false)]
    deadline: Option<String>,
    #[schema(required = false, nullable = false)]
    deadline_kind: Option<String>,
    identity: String,
    /// First day on which contact and texts are not there.
    #[schema(required = false, nullable = false)]
    texts_until: Option<String>,
    /// First day on which nothing but a count is left.
    skeleton_until: String,
    on_hold: bool,
    /// Hash of the lawbook.
    lawbook: String,
    /// The situation, coded; what the record has no place for is not in it.
    situation: BTreeMap<String, Value>,
    /// The opinion as it was given.
    opinion: BTreeMap<String, Value>,
    /// What the customer's letter belongs to.
    #[schema(required = false, nullable = false)]
    skeleton: Option<BTreeMap<String, Value>>,
    /// What happened, in order.
    timeline: Vec<Happened>,
    #[schema(required = false, nullable = false)]
    created_by: Option<String>,
    #[schema(required = false, nullable = false)]
    decided_by: Option<String>,
}

/// One step in the life of a case file.
#[derive(ToSchema)]
pub(crate) struct Happened {
    version: i64,
    seq: i64,
    when: String,
    #[schema(required = false, nullable = false)]
    band: Option<i64>,
    kind: String,
    role: String,
    data: BTreeMap<String, Value>,
    /// Salt under which the journal has the hash of `data`.
    salt: String,
}

/// The evidence of a case.
#[derive(ToSchema)]
pub(crate) struct Packet {
    version: String,
    case: String,
    when: String,
    band: Option<i64>,
    skeleton: Option<BTreeMap<String, Value>>,
    commitment: Option<String>,
    /// Canonical, as it was hashed.
    situation: String,
    /// Canonical, as it was hashed.
    opinion: String,
    timeline: Vec<Happened>,
    /// How others of the same site, ground and verdict were decided.
    comparators: Vec<Comparator>,
    /// The journal from the first entry of the case to its head: whole entries for this case,
    /// digests for others.
    journal: Vec<BTreeMap<String, Value>>,
    before: String,
    head_seq: i64,
    head: String,
    #[schema(required = false, nullable = false)]
    texts: Option<BTreeMap<String, Value>>,
    #[schema(required = false, nullable = false)]
    letter: Option<Letter>,
    /// What is not here, and why.
    missing: Vec<String>,
}

/// How many comparable cases were decided one way.
#[derive(ToSchema)]
pub(crate) struct Comparator {
    choice: String,
    /// When at least ten.
    cases: Option<i64>,
}
