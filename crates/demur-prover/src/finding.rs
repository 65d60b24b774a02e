//! What the prover finds.

use demur_engine::Known;
use demur_lawbook::{Expectation, FactId, NormId, PackFile, Tier, VarId, Verdict};
use jiff::civil::Date;

/// Something that does not hold, with a situation that shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// The situation; it was replayed through the engine.
    pub scene: Option<Scene>,
    /// Norms that bring it about: what pre-empts, covers or contradicts.
    pub through: Vec<NormId>,
    /// The first day and the first day after it of each span in which it was found, the
    /// nearest to today first.
    pub when: Vec<(Option<Date>, Option<Date>)>,
}

/// Kinds of findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A property of a pack does not hold; its position in the lawbook.
    Property(usize),
    /// Adding a trait to the reasons makes a refusal easier.
    TraitOpens(VarId),
    /// Two norms of one layer clash.
    Clash(NormId, NormId),
    /// A norm applies in no situation.
    Dead(NormId),
    /// A norm changes nothing that an opinion shows.
    Shadowed(NormId),
    /// Refusing is allowed although no norm says so.
    Gap,
    /// A norm of the house never takes effect: higher norms pre-empt it.
    Futile(NormId),
    /// The question about a fact never matters.
    Idle(FactId),
    /// A norm of the house says refuse where the law forbids refusing, in a plain situation.
    AgainstLaw(NormId),
}

impl Kind {
    /// Its stable code; `demur explain CODE` describes it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Property(_) => "P001",
            Self::TraitOpens(_) => "P002",
            Self::Clash(..) => "P003",
            Self::Dead(_) => "P004",
            Self::Shadowed(_) => "P005",
            Self::Gap => "P006",
            Self::Futile(_) => "P007",
            Self::Idle(_) => "P008",
            Self::AgainstLaw(_) => "P009",
        }
    }

    /// The norms that are found fault with.
    #[must_use]
    pub fn norms(&self) -> Vec<NormId> {
        match self {
            Self::Clash(one, other) => vec![*one, *other],
            Self::Dead(norm)
            | Self::Shadowed(norm)
            | Self::Futile(norm)
            | Self::AgainstLaw(norm) => {
                vec![*norm]
            }
            Self::Property(_) | Self::TraitOpens(_) | Self::Gap | Self::Idle(_) => Vec::new(),
        }
    }
}

/// A situation that was replayed through the engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The day.
    pub day: Date,
    /// What is given; together with what is typical it forces the verdict.
    pub given: Vec<Known>,
    /// Everything else has its typical value.
    pub otherwise_typical: bool,
    /// What the engine says of it.
    pub verdict: Option<Verdict>,
    /// What an example with this situation expects.
    pub expectations: Vec<Expectation>,
    /// A policy that has to be there too, one norm for each file.
    pub policy: Option<Written>,
}

/// Norms that nobody has written yet, and that show what someone could write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The packs.
    pub files: Vec<PackFile>,
    /// The norms alone, in the rule language.
    pub norms: Vec<String>,
    /// The layers on which they stand.
    pub tiers: Vec<Tier>,
    /// Norms of the library on these layers that would have to go.
    pub replaced: Vec<NormId>,
}

/// A situation that the solver found and the engine judges otherwise: a fault of this
/// program. Nothing follows from it about the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What was to be shown.
    pub what: String,
    /// What the engine said instead.
    pub said: String,
}
