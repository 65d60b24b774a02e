//! The vocabulary and the law.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;

/// A text in both languages.
#[derive(ToSchema)]
pub(crate) struct Texts {
    en: String,
    pl: String,
}

/// A value of an enumeration, or a named business.
#[derive(ToSchema)]
pub(crate) struct NamedValue {
    name: String,
    label: Texts,
}

/// A fact.
#[derive(ToSchema)]
pub(crate) struct Fact {
    name: String,
    /// `bool`, `one of`, `some of` or `int`, and so on.
    r#type: String,
    /// The pack that owns it.
    owner: Option<String>,
    /// The question by which staff are asked.
    ask: Texts,
    help: Option<Texts>,
    /// The values that it can have.
    #[schema(required = false, nullable = false)]
    values: Vec<NamedValue>,
    #[schema(required = false, nullable = false)]
    low: Option<i64>,
    #[schema(required = false, nullable = false)]
    high: Option<i64>,
    /// What asking costs: `seen`, `ask`, `lookup`, `intrusive`.
    cost: String,
    /// What it is on most days.
    typical: Value,
    /// Staff can change it.
    actionable: bool,
    avoidable: bool,
    /// It must never be asked.
    never_ask: bool,
    /// It is the fact of the reasons for refusing.
    reason: bool,
    /// It is the question whether anybody else would be refused for the same.
    comparator: bool,
}

/// Everything that can be asked.
#[derive(ToSchema)]
pub(crate) struct Vocabulary {
    facts: Vec<Fact>,
    profiles: Vec<NamedValue>,
    lawbook: LawbookName,
}

/// Which lawbook it is.
#[derive(ToSchema)]
pub(crate) struct LawbookName {
    hash: String,
    /// Version of each pack.
    packs: BTreeMap<String, String>,
}

/// A norm in one version.
#[derive(ToSchema)]
pub(crate) struct Norm {
    #[schema(example = "pl.kw.135")]
    norm: String,
    pack: String,
    /// `law`, `code`, `house` or `standard`.
    layer: String,
    title: Texts,
    effect: String,
    /// First day and first day after: `1972-01-01..`.
    in_force: String,
    cite: Option<String>,
    url: Option<String>,
    sources: Vec<String>,
    /// The day on which somebody last looked at the source.
    seen: Option<String>,
    /// `verified`, `recalled` or `contested`.
    confidence: String,
    overrides: Vec<String>,
    note: Option<Texts>,
    doubts: Vec<String>,
}

/// A pack of norms.
#[derive(ToSchema)]
pub(crate) struct Pack {
    pack: String,
    title: Texts,
    layer: String,
    place: Option<String>,
    /// Places whose law applies there, too.
    within: Vec<String>,
    version: String,
    status: String,
    text_as_of: Option<String>,
}

/// A norm in all its versions.
#[derive(ToSchema)]
pub(crate) struct Provision {
    norm: String,
    versions: Vec<NormVersion>,
    /// Ids of its parts.
    parts: Vec<String>,
}

/// One version of a norm.
#[derive(ToSchema)]
pub(crate) struct NormVersion {
    text: Norm,
    /// Its code in canonical layout.
    code: String,
    examples: Vec<NormExample>,
}

/// An example of a norm.
#[derive(ToSchema)]
pub(crate) struct NormExample {
    title: String,
    on: String,
    /// The docket of a real ruling.
    docket: Option<String>,
}
