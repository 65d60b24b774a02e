//! Norms: what they do, where they come from, how sure they are.

use demur_syntax::tree::Unit;
use demur_syntax::{FileId, Span};
use jiff::civil::Date;

use super::{Condition, Layer, Texts};
use crate::table::{DutyId, GroundId, MeasureId, NormId, PackId, StepId, VarId};

/// How sure the author of a norm was; ordered from sure to unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The text or a reliable account of it was seen.
    Verified,
    /// General knowledge; nobody opened the source.
    Recalled,
    /// Serious authorities disagree.
    Contested,
}

impl Confidence {
    /// All, from sure to unsure.
    pub const ALL: [Self; 3] = [Self::Verified, Self::Recalled, Self::Contested];

    /// As written in packs and opinions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Recalled => "recalled",
            Self::Contested => "contested",
        }
    }
}

/// Where a norm comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citation {
    /// How a lawyer cites it.
    pub cite: String,
    /// Its official address; empty for house policy without one.
    pub url: String,
    /// Where it was read.
    pub sources: Vec<String>,
    /// The day on which the sources were looked at.
    pub seen: Option<Date>,
}

/// One coded provision, in one version.
#[derive(Debug, Clone)]
pub struct Norm {
    /// Its id, such as `pl.kw.135`; the same for all its versions.
    pub id: String,
    /// The pack that holds it.
    pub pack: PackId,
    /// Where it stands.
    pub layer: Layer,
    /// What it says, in a line.
    pub title: Texts,
    /// What staff should know.
    pub note: Texts,
    /// First day in force; always when absent.
    pub from: Option<Date>,
    /// First day on which it no longer applies.
    pub to: Option<Date>,
    /// Where it comes from.
    pub citation: Citation,
    /// How sure its author was.
    pub confidence: Confidence,
    /// What its author doubts.
    pub doubts: Vec<String>,
    /// What it does.
    pub effect: Effect,
    /// When it applies: all of the places of its pack and what is written.
    pub when: Condition,
    /// When it does not apply.
    pub unless: Vec<Condition>,
    /// Norms that it takes out while it is live.
    pub overrides: Vec<NormId>,
    /// Lower layers may set it aside.
    pub yielding: bool,
    /// Where it is written.
    pub declared: (FileId, Span),
}

impl Norm {
    /// The conditions that all have to hold, without the places of its pack.
    #[must_use]
    pub fn conditions(&self) -> Vec<&Condition> {
        match &self.when {
            Condition::All(parts) => parts
                .iter()
                .skip(1)
                .flat_map(Condition::conjuncts)
                .collect(),
            other => vec![other],
        }
    }

    /// Whether it is in force on this day.
    #[must_use]
    pub fn in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }
}

/// What a norm does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Serve.
    ForbidRefusing,
    /// Refusing for one of these reasons is prohibited.
    ForbidRefusingBecause(Vec<VarId>),
    /// Refuse.
    ForbidServing,
    /// A ground that lower layers may narrow.
    Permit(GroundId),
    /// A ground that lower layers cannot take away.
    Entitle(GroundId),
    /// Without a ground, refusing is not justified. When the list is not empty,
    /// exactly these grounds count.
    NeedsGround(Vec<GroundId>),
    /// Something comes first.
    RequireStep {
        /// What.
        step: Steps,
        /// For refusals on this ground; on every ground when absent.
        ground: Option<GroundId>,
    },
    /// A duty accompanies a refusal.
    RequireDuty {
        /// The duty.
        duty: DutyId,
        /// Until when.
        within: Option<Within>,
    },
    /// A duty must not be done.
    ForbidDuty(DutyId),
    /// Something milder would do. It never changes a verdict.
    Suggest {
        /// What.
        measure: MeasureId,
        /// Instead of refusals on this ground; on every ground when absent.
        ground: Option<GroundId>,
    },
    /// Only takes out the norms that it overrides.
    Except,
    /// A legal risk.
    Caution(Texts),
    /// What follows.
    Consequence {
        /// From serving instead of refusing.
        of_serving: bool,
        /// What.
        text: Texts,
    },
}

impl Effect {
    /// Stable name, as in opinions.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::ForbidRefusing => "forbid_refusing",
            Self::ForbidRefusingBecause(_) => "forbid_refusing_because",
            Self::ForbidServing => "forbid_serving",
            Self::Permit(_) => "permit_refusing",
            Self::Entitle(_) => "entitle_refusing",
            Self::NeedsGround(_) => "needs_ground",
            Self::RequireStep { .. } => "require_step",
            Self::RequireDuty { .. } => "require_duty",
            Self::ForbidDuty(_) => "forbid_duty",
            Self::Suggest { .. } => "suggest",
            Self::Except => "except",
            Self::Caution(_) => "caution",
            Self::Consequence { .. } => "consequence",
        }
    }
}

/// Steps joined by `and` and `or`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Steps {
    /// One step.
    One(StepId),
    /// All of these.
    All(Vec<Self>),
    /// Any of these.
    Any(Vec<Self>),
}

impl Steps {
    /// All steps named in it.
    #[must_use]
    pub fn leaves(&self) -> Vec<StepId> {
        match self {
            Self::One(step) => vec![*step],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::leaves).collect(),
        }
    }
}

/// A time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// How many.
    pub count: i64,
    /// Of what.
    pub unit: Unit,
}
