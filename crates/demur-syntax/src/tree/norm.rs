//! Norms and their effects.

use super::{Clause, Day, Expr, Int, SetRef, Texts, Word};

/// A norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// Its id.
    pub id: Word,
    /// What is said of it.
    pub clauses: Vec<Clause<NormClause>>,
}

/// Clauses of a norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NormClause {
    /// Its title.
    Title(Texts),
    /// Its days, half-open.
    InForce {
        /// First day.
        from: Day,
        /// First day on which it no longer applies.
        to: Option<Day>,
    },
    /// How sure its author is.
    Confidence(Word),
    /// Lower layers may set it aside.
    Yielding,
    /// What it does.
    Effect(Effect),
    /// When it applies.
    When(Expr),
    /// When it does not apply.
    Unless(Expr),
    /// Which norms it takes out while it is live.
    Overrides(Vec<Word>),
    /// What staff should know.
    Note(Texts),
}

/// What a norm does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// `forbid refusing`
    ForbidRefusing,
    /// `forbid refusing because of ..`
    ForbidRefusingBecause(SetRef),
    /// `forbid serving`
    ForbidServing,
    /// `permit refusing as G`
    Permit(Word),
    /// `entitle refusing as G`
    Entitle(Word),
    /// `refusing needs a ground [admitting {..}]`
    NeedsGround(Vec<Word>),
    /// `require STEP before refusing [as G]`
    RequireStep {
        /// The step or steps.
        step: Expr,
        /// The ground for which it is required; every ground when absent.
        ground: Option<Word>,
    },
    /// `require DUTY [within ..] when refusing`
    RequireDuty {
        /// The duty.
        duty: Word,
        /// Until when.
        within: Option<Within>,
    },
    /// `forbid duty DUTY when refusing`
    ForbidDuty(Word),
    /// `suggest MEASURE instead of refusing [as G]`
    Suggest {
        /// The measure.
        measure: Word,
        /// The ground that it answers; every ground when absent.
        ground: Option<Word>,
    },
    /// `except NORM`
    Except(Word),
    /// `caution ..`
    Caution(Texts),
    /// `consequence [of serving] ..`
    Consequence {
        /// Whether it follows from serving instead of refusing.
        of_serving: bool,
        /// What follows.
        texts: Texts,
    },
}

/// A time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// How many.
    pub count: Int,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Calendar days.
    Days,
    /// Days on which offices work.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Calendar months.
    Months,
}

impl Unit {
    /// As written in a pack.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
            Self::WorkingDays => "working days",
            Self::Weeks => "weeks",
            Self::Months => "months",
        }
    }
}
