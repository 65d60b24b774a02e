//! What the engine answers. Ids refer to the lawbook that was asked.

use demur_lawbook::{
    Confidence, DutyId, FactId, GroundId, GroundStatus, NormId, StepId, Tier, VarId, Verdict,
};
use jiff::civil::Date;

use crate::knowledge::Known;

/// The engine's answer. A person makes the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// The day whose law was applied.
    pub day: Date,
    /// The verdict; `None` when the facts leave several possible.
    pub verdict: Option<Verdict>,
    /// Every verdict that some completion of the facts gives, in the order of
    /// [`Verdict::ALL`]; never empty.
    pub possible: Vec<Verdict>,
    /// Serving breaks no rule, however the unknown facts turn out.
    pub serving_is_safe: bool,
    /// Refusing now breaks no rule, however the unknown facts turn out.
    pub refusing_is_safe: bool,
    /// Whether a permission rests on a ground or on mere silence of the law; only
    /// with [`Verdict::MayRefuse`], and only when it is certain.
    pub strength: Option<Strength>,
    /// Norms whose forbidden reasons are in play.
    pub tainted: Vec<Taint>,
    /// Where the verdict was reached, when it is reached in one place.
    pub decided: Option<Decided>,
    /// The weakest norm that the verdict rests on; `None` when it rests on none.
    pub confidence: Option<Confidence>,
    /// Every ground that some norm in force speaks of.
    pub grounds: Vec<GroundOpinion>,
    /// Norms that certainly forbid refusing.
    pub forbids_refusing: Vec<NormId>,
    /// Norms that certainly forbid serving.
    pub forbids_serving: Vec<NormId>,
    /// What comes before refusing.
    pub steps: Vec<StepOpinion>,
    /// What accompanies a refusal.
    pub duties: Vec<DutyOpinion>,
    /// What must not be done when refusing, such as giving the reason away.
    pub must_not: Vec<DutyOpinion>,
    /// Norms whose caution applies.
    pub cautions: Vec<NormId>,
    /// Norms whose consequence applies.
    pub consequences: Vec<NormId>,
    /// Unknown facts that can still change the answer; the next question first.
    pub missing: Vec<Missing>,
    /// Cheapest changes, within the power of staff, that make refusing allowed.
    pub ways: Vec<Way>,
    /// The norms that carry the verdict.
    pub because: Vec<Because>,
    /// A smallest set of the known facts that alone gives this verdict.
    pub rests_on: Vec<Known>,
    /// For each other verdict a smallest set of known facts that rules it out.
    pub why_not: Vec<WhyNot>,
}

/// Whether a permission rests on a ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// A recognised ground.
    Strong,
    /// The law is merely silent.
    Weak,
}

/// A norm with the forbidden reasons that are in play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taint {
    /// The norm.
    pub norm: NormId,
    /// The reasons.
    pub reasons: Vec<VarId>,
}

/// Where a verdict was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// The layer that took the position; none where every layer left it open.
    pub tier: Option<Tier>,
    /// By what.
    pub stage: Stage,
}

/// By what a verdict was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A norm forbids refusing.
    ForbidsRefusing,
    /// A norm forbids serving.
    ForbidsServing,
    /// Norms of one layer forbid both.
    Conflict,
    /// A demand for a ground.
    Ground,
    /// Outstanding steps.
    Steps,
    /// Nothing stands in the way.
    Free,
}

/// How one ground stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroundOpinion {
    /// The ground.
    pub ground: GroundId,
    /// Its status.
    pub status: GroundStatus,
    /// Norms that certainly establish it.
    pub norms: Vec<NormId>,
    /// Norms that bar it although it is established.
    pub barred_by: Vec<NormId>,
}

/// A step that comes before refusing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepOpinion {
    /// The step.
    pub step: StepId,
    /// The norm that requires it.
    pub norm: NormId,
    /// Whether it is done; `None` when unknown.
    pub done: Option<bool>,
}

/// A duty when refusing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyOpinion {
    /// The duty.
    pub duty: DutyId,
    /// The norm that requires (or forbids) it.
    pub norm: NormId,
}

/// An unknown fact that can still change the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The fact.
    pub fact: FactId,
    /// Norms that look at it and are not settled.
    pub norms: Vec<NormId>,
    /// Verdicts between which its answer alone can decide; empty when only other
    /// facts together with it decide.
    pub decides: Vec<Verdict>,
}

/// Changes that staff can make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Facts that have to become true.
    pub change: Vec<FactId>,
    /// The verdict that follows.
    pub verdict: Verdict,
}

/// A norm that carries the verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// The norm.
    pub norm: NormId,
    /// Whether it certainly applies; otherwise it may.
    pub certain: bool,
    /// A smallest set of known facts that makes it apply.
    pub facts: Vec<Known>,
}

/// Why another verdict does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// The verdict.
    pub verdict: Verdict,
    /// A smallest set of known facts that rules it out.
    pub facts: Vec<Known>,
}
