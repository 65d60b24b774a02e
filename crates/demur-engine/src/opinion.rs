//! What the engine answers. Ids refer to the lawbook that was asked.

use demur_lawbook::{
    Confidence, DutyId, FactId, GroundId, GroundStatus, MeasureId, NormId, StepId, Tier, VarId,
    Verdict,
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
    /// What could be done instead of refusing; what restricts the customer least comes
    /// first.
    pub measures: Vec<MeasureOpinion>,
    /// Norms whose caution applies.
    pub cautions: Vec<NormId>,
    /// Norms whose consequence applies.
    pub consequences: Vec<NormId>,
    /// Unknown facts that can still change the answer; the next question first.
    pub missing: Vec<Missing>,
    /// Cheapest changes, within the power of staff, after which serving, or refusing, is
    /// safe; those that let serve come first.
    pub ways: Vec<Way>,
    /// The norms that carry the verdict.
    pub because: Vec<Because>,
    /// A smallest set of the known facts that alone gives this verdict.
    pub rests_on: Vec<Known>,
    /// For each verdict that is not possible a smallest set of known facts that rules it
    /// out, and the norms through which.
    pub why_not: Vec<WhyNot>,
    /// While the verdict is open: for each possible one what would settle it. Empty
    /// unless it was asked for.
    pub would_be: Vec<WouldBe>,
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

/// Something milder than refusing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureOpinion {
    /// The measure.
    pub measure: MeasureId,
    /// The norms that suggest it.
    pub norms: Vec<NormId>,
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

/// Changes that staff can make, none of which could be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What becomes possible.
    pub goal: Goal,
    /// What has to become so, variable by variable.
    pub change: Vec<Known>,
    /// What the changes cost together, each as much as finding the fact out.
    pub cost: u32,
    /// The verdicts that are possible after the change.
    pub possible: Vec<Verdict>,
    /// The goal is then reached for certain; otherwise only if more is so.
    pub certain: bool,
    /// With a way that is not certain: what else has to be so. A smallest set of facts.
    pub provided: Vec<Known>,
    /// It depends on why staff would refuse, too. Which reason would do is never said.
    pub depends_on_reasons: bool,
}

/// What a [`Way`] leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    /// Serving breaks no rule.
    Serve,
    /// Refusing is allowed.
    Refuse,
}

impl Goal {
    /// As written in opinions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Serve => "serve",
            Self::Refuse => "refuse",
        }
    }
}

/// What would settle an open verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WouldBe {
    /// The verdict.
    pub verdict: Verdict,
    /// A smallest set of further facts that alone would make it certain.
    pub facts: Vec<Known>,
    /// It depends on why staff would refuse, too. Which reason would do is never said.
    pub depends_on_reasons: bool,
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
    /// A smallest set of norms that apply and, as no others do, rule it out: by these
    /// facts where they alone show it, otherwise by all that is known. Empty when it is ruled out because some norm is lacking.
    pub norms: Vec<NormId>,
    /// What no norm does here, when that alone rules it out.
    pub lacking: Option<Lacking>,
    /// Norms that would do it, were it not for a single fact; at most three.
    pub near: Vec<NearMiss>,
}

/// What no applying norm does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// Forbid refusing.
    ForbidsRefusing,
    /// Forbid serving.
    ForbidsServing,
    /// Demand a ground that is not there.
    NeedsGround,
    /// Require a step that is not done.
    RequiresStep,
}

impl Lacking {
    /// As written in opinions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ForbidsRefusing => "forbid_refusing",
            Self::ForbidsServing => "forbid_serving",
            Self::NeedsGround => "needs_ground",
            Self::RequiresStep => "require_step",
        }
    }
}

/// A norm that does not apply for a single reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The norm.
    pub norm: NormId,
    /// What is known and keeps it from applying.
    pub fails: Known,
}
