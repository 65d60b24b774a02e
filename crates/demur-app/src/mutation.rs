//! Whether the examples would notice a mistake in the law: norms are changed in one place
//! at a time, and the examples run on each mutant.
//!
//! Owns how norms are changed (`conditions`, `effects`, `mutants`), which tests look at a
//! mutant and whether one fails (`hunt`), an example that would catch a survivor
//! (`suggestion`).

mod conditions;
mod effects;
mod hunt;
mod mutants;
mod sample;
mod suggestion;
mod wording;

use std::path::Path;

use demur_engine::Difference;
use demur_lawbook::{Expectation, Lawbook, Norm, NormId};

use crate::accepted::{Accepted, MUTANTS};
use crate::library::LoadError;

pub use hunt::{Scope, hunt};
pub use sample::Sample;
pub use suggestion::{block, expectation};

/// The changes that no example of the library and of a policy has to notice.
///
/// # Errors
///
/// A list is there and cannot be read.
pub fn accepted(law: Option<&Path>, policy: Option<&Path>) -> Result<Accepted, LoadError> {
    Accepted::load(MUTANTS, law, policy)
}

/// A norm that is wrong in one place.
#[derive(Debug, Clone)]
pub struct Mutant {
    /// The norm in whose place it stands.
    pub norm: NormId,
    /// What was changed.
    pub change: Change,
    /// The changed norm.
    changed: Norm,
}

/// What was changed in a norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// In what way.
    pub kind: Kind,
    /// Whether it was changed inside an exception.
    pub in_exception: bool,
    /// What stood there, in the rule language; empty when the whole norm was dropped.
    pub was: String,
    /// What stands there instead; nothing when it was dropped.
    pub is: Option<String>,
}

/// In what way a norm was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The norm is not there.
    DropNorm,
    /// One of the conditions that all have to hold is not asked for.
    DropCondition,
    /// One of several ways in which a condition can hold is not there.
    DropAlternative,
    /// An exception is not there.
    DropException,
    /// A condition is turned round.
    Negate,
    /// A condition holds for a value more.
    Widen,
    /// A condition holds for a value less.
    Narrow,
    /// It begins a day earlier.
    FromEarlier,
    /// It begins a day later.
    FromLater,
    /// It has always been in force.
    FromRemoved,
    /// It ends a day earlier.
    ToEarlier,
    /// It ends a day later.
    ToLater,
    /// It never ends.
    ToRemoved,
    /// The norm does something else.
    Effect,
    /// It permits on another ground.
    Ground,
    /// A demand does not admit a ground.
    DropGround,
    /// A reason is not forbidden.
    DropReason,
    /// Another step.
    Step,
    /// Another duty.
    Duty,
    /// It leaves another norm alone.
    DropOverride,
}

impl Kind {
    /// Stable name, for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DropNorm => "drop_norm",
            Self::DropCondition => "drop_condition",
            Self::DropAlternative => "drop_alternative",
            Self::DropException => "drop_exception",
            Self::Negate => "negate",
            Self::Widen => "widen",
            Self::Narrow => "narrow",
            Self::FromEarlier => "from_earlier",
            Self::FromLater => "from_later",
            Self::FromRemoved => "from_removed",
            Self::ToEarlier => "to_earlier",
            Self::ToLater => "to_later",
            Self::ToRemoved => "to_removed",
            Self::Effect => "effect",
            Self::Ground => "ground",
            Self::DropGround => "drop_ground",
            Self::DropReason => "drop_reason",
            Self::Step => "step",
            Self::Duty => "duty",
            Self::DropOverride => "drop_override",
        }
    }
}

impl Change {
    fn without(kind: Kind, was: String) -> Self {
        Self {
            kind,
            in_exception: false,
            was,
            is: None,
        }
    }

    fn instead(kind: Kind, was: String, is: String) -> Self {
        Self {
            is: Some(is),
            ..Self::without(kind, was)
        }
    }

    fn in_exception(self) -> Self {
        Self {
            in_exception: true,
            ..self
        }
    }
}

impl Mutant {
    /// A line that names the mutant, the same as long as its norm stays the same.
    #[must_use]
    pub fn key(&self, lawbook: &Lawbook) -> String {
        let norm = &lawbook.norms[self.norm];
        let has_versions = lawbook.norms_named(&norm.id).nth(1).is_some();
        let version = match norm.from {
            Some(from) if has_versions => format!(" of {from}"),
            _ => String::new(),
        };
        let place = if self.change.in_exception {
            "in an exception "
        } else {
            ""
        };
        let change = match (&self.change.is, self.change.kind) {
            (_, Kind::DropNorm) => "without the norm".to_owned(),
            (None, _) => format!("without `{}`", self.change.was),
            (Some(is), _) => format!("`{is}` instead of `{}`", self.change.was),
        };
        format!("{}{version}: {place}{change}", norm.id)
    }
}

/// What became of a mutant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// A test fails on it: its position in the lawbook.
    Caught(usize),
    /// It differs in no opinion on any situation, so no test could catch it.
    Equivalent,
    /// No test fails on it, but it answers differently in some situation.
    Survived(Box<Survival>),
}

/// How a survivor could be caught.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survival {
    /// A new example.
    pub difference: Difference,
    /// An example that the norm's file has already, by its position in the lawbook, and
    /// what it should expect besides.
    pub sharper: Option<(usize, Expectation)>,
}

/// A mutant with what became of it.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The mutant.
    pub mutant: Mutant,
    /// What became of it.
    pub fate: Fate,
}

/// How many mutants met which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// A test catches them.
    pub caught: usize,
    /// No test does.
    pub survived: usize,
    /// None could.
    pub equivalent: usize,
}

impl Score {
    /// The score of these findings.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut score = Self::default();
        for finding in findings {
            match finding.fate {
                Fate::Caught(_) => score.caught += 1,
                Fate::Equivalent => score.equivalent += 1,
                Fate::Survived(_) => score.survived += 1,
            }
        }
        score
    }

    /// Caught among those that could be caught, in hundredths of a per cent, rounded
    /// down; everything where there is none.
    #[must_use]
    pub fn basis_points(self) -> usize {
        (self.caught * 10_000)
            .checked_div(self.caught + self.survived)
            .unwrap_or(10_000)
    }
}
