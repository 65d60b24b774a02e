//! Documents whose code is elsewhere. That they are as described here is held by the tests, which
//! compare what the app answers with this description.

#![expect(dead_code, reason = "these types describe documents that others write")]

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

/// Documents with a schema of their own under `docs/schema`, which is put in place of these.
macro_rules! published {
    ($($name:ident = $public:literal;)+) => {$(
        /// A published document.
        pub(crate) struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().build().into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($public)
            }
        }
    )+};
}

published! {
    Situation = "Situation";
    Opinion = "Opinion";
}

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

/// A notice.
#[derive(ToSchema)]
pub(crate) struct Notice {
    scenario: String,
    channel: String,
    lang: String,
    address: String,
    text: String,
    /// Its parts, in bytes of the text.
    parts: Vec<NoticePart>,
    /// Where something was filled in.
    slots: Vec<NoticeSlot>,
    /// Places that are open, by name.
    missing: Vec<String>,
    /// What the lint says of it.
    lint: Vec<NoticeFinding>,
    /// What staff should know about it.
    remarks: Vec<NoticeRemark>,
    /// What it had to contain.
    plan: Vec<NoticePlan>,
}

/// A part of a notice.
#[derive(ToSchema)]
pub(crate) struct NoticePart {
    part: String,
    start: usize,
    end: usize,
}

/// Something that was filled in.
#[derive(ToSchema)]
pub(crate) struct NoticeSlot {
    slot: String,
    start: usize,
    end: usize,
}

/// A finding in a notice.
#[derive(ToSchema)]
pub(crate) struct NoticeFinding {
    rule: String,
    level: LevelWord,
    message: String,
    start: usize,
    end: usize,
}

use super::words::LevelName as LevelWord;

/// Something that staff should know; what belongs to it depends on what it is.
#[derive(ToSchema)]
pub(crate) struct NoticeRemark {
    remark: String,
}

/// A part and whether it is needed.
#[derive(ToSchema)]
pub(crate) struct NoticePlan {
    part: String,
    /// `must`, `may` or `not`, with the duty that says so where there is one.
    need: Value,
}

/// What the lint found.
#[derive(ToSchema)]
pub(crate) struct Lint {
    errors: usize,
    warnings: usize,
    infos: usize,
    files: Vec<LintedText>,
}

/// A text with what was found in it.
#[derive(ToSchema)]
pub(crate) struct LintedText {
    path: String,
    /// The language by which it was judged.
    lang: String,
    /// An error keeps it from going out.
    blocked: bool,
    /// How it reads; null below 60 words.
    readability: Option<Readability>,
    findings: Vec<Finding>,
    /// Allowed for a written reason.
    allowed: Vec<Finding>,
}

/// How a text reads.
#[derive(ToSchema)]
pub(crate) struct Readability {
    formula: String,
    value: f64,
    /// Above this it should be simplified.
    limit: f64,
    words: usize,
    sentences: usize,
}

/// Something that was found.
#[derive(ToSchema)]
pub(crate) struct Finding {
    rule: String,
    level: LevelWord,
    message: String,
    why: String,
    source: String,
    /// Null when the text as a whole is meant.
    place: Option<TextPlace>,
    slot: Option<String>,
    /// Words to put in its place.
    replace: Option<String>,
    /// What to do.
    advice: Option<String>,
    /// The written reason for which it is allowed.
    allowed: Option<String>,
}

/// A place in a text. Lines and columns from 1, columns in characters, offsets in bytes.
#[derive(ToSchema)]
pub(crate) struct TextPlace {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
}

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
    state: super::words::StateName,
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
    state: super::words::StateName,
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
