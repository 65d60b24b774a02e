//! Kinds of effects as bits, so that norms of some kinds are quickly told from others.

use demur_lawbook::Effect;

/// A set of kinds of effects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kinds(u16);

impl Kinds {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const FORBID_REFUSING: Self = Self(1);
    pub(crate) const FORBID_REASONS: Self = Self(1 << 1);
    pub(crate) const FORBID_SERVING: Self = Self(1 << 2);
    pub(crate) const PERMIT: Self = Self(1 << 3);
    pub(crate) const DEMAND: Self = Self(1 << 4);
    pub(crate) const STEP: Self = Self(1 << 5);
    pub(crate) const DUTY: Self = Self(1 << 6);
    pub(crate) const FORBID_DUTY: Self = Self(1 << 7);
    pub(crate) const EXCEPT: Self = Self(1 << 8);
    pub(crate) const CAUTION: Self = Self(1 << 9);
    pub(crate) const OF_SERVING: Self = Self(1 << 10);
    pub(crate) const OF_REFUSING: Self = Self(1 << 11);
    pub(crate) const SUGGEST: Self = Self(1 << 12);

    pub(crate) fn of(effect: &Effect) -> Self {
        match effect {
            Effect::ForbidRefusing => Self::FORBID_REFUSING,
            Effect::ForbidRefusingBecause(_) => Self::FORBID_REASONS,
            Effect::ForbidServing => Self::FORBID_SERVING,
            Effect::Permit(_) | Effect::Entitle(_) => Self::PERMIT,
            Effect::NeedsGround(_) => Self::DEMAND,
            Effect::RequireStep { .. } => Self::STEP,
            Effect::RequireDuty { .. } => Self::DUTY,
            Effect::ForbidDuty(_) => Self::FORBID_DUTY,
            Effect::Suggest { .. } => Self::SUGGEST,
            Effect::Except => Self::EXCEPT,
            Effect::Caution(_) => Self::CAUTION,
            Effect::Consequence { of_serving, .. } => {
                if *of_serving {
                    Self::OF_SERVING
                } else {
                    Self::OF_REFUSING
                }
            }
        }
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set, or the empty one.
    pub(crate) fn when(self, wanted: bool) -> Self {
        if wanted { self } else { Self::NONE }
    }
}

/// Norms that forbid refusing, for every reason or for some.
pub(crate) const PROHIBITIONS: Kinds = Kinds::FORBID_REFUSING.or(Kinds::FORBID_REASONS);
