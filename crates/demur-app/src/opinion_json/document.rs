//! The shape of an opinion; the order of the fields is the order of the keys.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

/// An opinion in the words of its lawbook and in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpinionDocument<'l> {
    /// The verdict, or `undetermined`.
    pub verdict: &'static str,
    /// Every verdict that is possible.
    pub possible: Vec<&'static str>,
    /// What breaks no rule, however the unknown facts turn out: `serve`, `refuse`.
    pub safe: Vec<&'static str>,
    /// `strong` or `weak`, of a permission.
    pub strength: Option<&'static str>,
    /// Norms whose forbidden reasons are in play.
    pub tainted: Vec<TaintDocument<'l>>,
    /// Where the verdict was reached.
    pub decided: Option<DecidedDocument>,
    /// The weakest norm that it rests on.
    pub confidence: Option<&'static str>,
    /// Grounds for refusing.
    pub grounds: Vec<GroundDocument<'l>>,
    /// Norms that certainly forbid refusing.
    pub forbids_refusing: Vec<&'l str>,
    /// Norms that certainly forbid serving.
    pub forbids_serving: Vec<&'l str>,
    /// What comes before refusing.
    pub steps: Vec<StepDocument<'l>>,
    /// What accompanies a refusal.
    pub duties: Vec<DutyDocument<'l>>,
    /// What must not be done when refusing.
    pub must_not: Vec<DutyDocument<'l>>,
    /// What could be done instead of refusing; the least restrictive first.
    pub measures: Vec<MeasureDocument<'l>>,
    /// Legal risks.
    pub cautions: Vec<CautionDocument<'l>>,
    /// What follows from doing the wrong thing.
    pub consequences: Vec<ConsequenceDocument<'l>>,
    /// Unknown facts that can still change the answer; the next question first.
    pub missing: Vec<MissingDocument<'l>>,
    /// What staff can do so that serving, or refusing, becomes safe.
    pub ways: Vec<WayDocument<'l>>,
    /// The norms that carry the verdict.
    pub because: Vec<BecauseDocument<'l>>,
    /// Known facts that alone give this verdict.
    pub rests_on: Vec<String>,
    /// What rules the other verdicts out.
    pub why_not: Vec<WhyNotDocument<'l>>,
    /// What would settle each possible verdict while it is open.
    pub would_be: Vec<WouldBeDocument>,
    /// The lawbook that was asked.
    pub lawbook: LawbookDocument<'l>,
    /// The day whose law was applied.
    pub at: String,
}

/// A norm whose forbidden reasons are in play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaintDocument<'l> {
    /// The norm.
    pub norm: &'l str,
    /// The reasons.
    pub reasons: Vec<&'l str>,
}

/// Where a verdict was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DecidedDocument {
    /// `law`, `code`, `house`, `standard`; none when every layer left it open.
    pub layer: Option<&'static str>,
    /// By what.
    pub stage: &'static str,
}

/// How one ground stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroundDocument<'l> {
    /// The ground.
    pub ground: &'l str,
    /// How people call it.
    pub label: &'l str,
    /// `open`, `after_steps`, `not_met`, `barred` or `unknown`.
    pub status: &'static str,
    /// Norms that establish it.
    pub norms: Vec<&'l str>,
    /// Norms that bar it all the same.
    pub barred_by: Vec<&'l str>,
}

/// A step before refusing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepDocument<'l> {
    /// The step.
    pub step: &'l str,
    /// What to do.
    pub label: &'l str,
    /// The norm that requires it.
    pub norm: &'l str,
    /// Whether it is done; none when unknown.
    pub done: Option<bool>,
}

/// A duty when refusing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DutyDocument<'l> {
    /// The duty.
    pub duty: &'l str,
    /// What to do, or not to do.
    pub label: &'l str,
    /// The norm that requires or forbids it.
    pub norm: &'l str,
    /// Until when, as an ISO 8601 duration.
    pub within: Option<String>,
    /// The duration counts working days only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub working_days: bool,
}

/// Something milder than refusing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeasureDocument<'l> {
    /// The measure.
    pub measure: &'l str,
    /// What to do.
    pub label: &'l str,
    /// How much it restricts the customer, 1 (least) to 9.
    pub rank: u8,
    /// The norms that suggest it.
    pub by: Vec<CitedNormDocument<'l>>,
}

/// A norm with its citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitedNormDocument<'l> {
    /// Its id.
    pub norm: &'l str,
    /// What it says, in a line.
    pub title: &'l str,
    /// Its citation.
    pub cite: Option<&'l str>,
}

/// A legal risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CautionDocument<'l> {
    /// The norm.
    pub norm: &'l str,
    /// What it says.
    pub text: &'l str,
    /// Its citation.
    pub cite: Option<&'l str>,
    /// How sure its author was.
    pub confidence: &'static str,
}

/// What follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConsequenceDocument<'l> {
    /// The norm.
    pub norm: &'l str,
    /// From `refusing` or from `serving`.
    pub of: &'static str,
    /// What it says.
    pub text: &'l str,
    /// Its citation.
    pub cite: Option<&'l str>,
    /// How sure its author was.
    pub confidence: &'static str,
}

/// An unknown fact that can still change the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingDocument<'l> {
    /// The fact.
    pub fact: &'l str,
    /// How to ask for it.
    pub question: &'l str,
    /// Help with the question.
    pub help: Option<&'l str>,
    /// The norms that need it.
    pub why: Vec<NormDocument<'l>>,
    /// Verdicts between which its answer alone can decide.
    pub decides: Vec<&'static str>,
}

/// A norm by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NormDocument<'l> {
    /// Its id.
    pub norm: &'l str,
    /// What it says, in a line.
    pub title: &'l str,
}

/// Changes within the power of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayDocument<'l> {
    /// `serve` or `refuse`.
    pub goal: &'static str,
    /// Facts with the answer that they have to get, as a situation holds it.
    pub change: BTreeMap<&'l str, Value>,
    /// What the changes cost together.
    pub cost: u32,
    /// The verdict that follows, or `undetermined`.
    pub verdict: &'static str,
    /// Every verdict that is then possible.
    pub possible: Vec<&'static str>,
    /// The goal is then reached; otherwise only if more is so.
    pub certain: bool,
    /// What else has to be so.
    pub provided: Vec<String>,
    /// It depends on why staff would refuse, too.
    pub depends_on_reasons: bool,
}

/// A norm that carries the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BecauseDocument<'l> {
    /// Its id.
    pub norm: &'l str,
    /// What it says, in a line.
    pub title: &'l str,
    /// Its layer.
    pub layer: &'static str,
    /// What it does.
    pub effect: &'static str,
    /// Its citation.
    pub cite: Option<&'l str>,
    /// Its official address.
    pub url: Option<&'l str>,
    /// First day and first day after, `1972-01-01..2027-01-01`; an open end is empty.
    pub in_force: String,
    /// How sure its author was.
    pub confidence: &'static str,
    /// It certainly applies; otherwise it may.
    pub certain: bool,
    /// Known facts that make it apply.
    pub facts: Vec<String>,
    /// What staff should know.
    pub note: Option<&'l str>,
    /// What its author doubts.
    pub doubts: &'l [String],
}

/// Why another verdict does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhyNotDocument<'l> {
    /// The verdict.
    pub verdict: &'static str,
    /// Known facts that rule it out.
    pub facts: Vec<String>,
    /// Norms through which they do.
    pub norms: Vec<&'l str>,
    /// The effect that no norm has here, when that alone rules it out.
    pub lacking: Option<&'static str>,
    /// Norms that would have it, were it not for a single fact.
    pub near: Vec<NearMissDocument<'l>>,
}

/// A norm that does not apply for a single reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NearMissDocument<'l> {
    /// Its id.
    pub norm: &'l str,
    /// What it says, in a line.
    pub title: &'l str,
    /// The known fact that keeps it from applying.
    pub fails: String,
}

/// What would settle an open verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WouldBeDocument {
    /// The verdict.
    pub verdict: &'static str,
    /// Further facts that alone would make it certain.
    pub facts: Vec<String>,
    /// It depends on why staff would refuse, too.
    pub depends_on_reasons: bool,
}

/// The lawbook that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LawbookDocument<'l> {
    /// Its hash.
    pub hash: &'l str,
    /// Version of each pack.
    pub packs: BTreeMap<&'l str, &'l str>,
}
