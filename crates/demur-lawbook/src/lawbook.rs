//! The compiled form of a set of packs: names resolved, types checked, every
//! condition a formula over finite variables.

mod criterion;
mod norms;
mod tests;
mod vocabulary;

use demur_syntax::tree::Lang;
use jiff::civil::Date;

use crate::table::{DutyId, FactId, GroundId, MeasureId, NormId, PackId, StepId, Table, VarId};

pub use criterion::{Criterion, Finer};
pub use norms::{Citation, Confidence, Effect, Norm, Steps, Within};
pub use tests::{Expectation, GroundStatus, Property, Test, Verdict};
pub use vocabulary::{
    Answer, Assumption, Cells, Condition, Cost, Definition, Domain, Duty, Fact, Given, Ground,
    Group, Measure, Parameter, Profile, Step, Together, Value, Variable,
};

/// Checked, compiled packs, identified by their hash.
#[derive(Debug, Clone)]
pub struct Lawbook {
    /// The packs, sorted by id.
    pub packs: Table<PackId, Pack>,
    /// The vocabulary, `place` first, then in the order of packs and files.
    pub facts: Table<FactId, Fact>,
    /// The variables of which the facts consist.
    pub variables: Table<VarId, Variable>,
    /// Grounds.
    pub grounds: Table<GroundId, Ground>,
    /// Steps.
    pub steps: Table<StepId, Step>,
    /// Duties.
    pub duties: Table<DutyId, Duty>,
    /// Measures.
    pub measures: Table<MeasureId, Measure>,
    /// Norms, sorted by id and first day.
    pub norms: Table<NormId, Norm>,
    /// Conditions with a name, in the order in which the vocabulary is read. Wherever a
    /// name stands its condition is written out; this keeps how people call it.
    pub definitions: Vec<Definition>,
    /// Sets of values with a name, likewise.
    pub groups: Vec<Group>,
    /// Numbers that change by day, likewise; conditions outside the packs may name them.
    pub parameters: Vec<Parameter>,
    /// What cannot be otherwise.
    pub assumptions: Vec<Assumption>,
    /// Named businesses.
    pub profiles: Vec<Profile>,
    /// Facts that are asked in one question.
    pub together: Vec<Together>,
    /// Examples and precedents.
    pub tests: Vec<Test>,
    /// What the prover has to show.
    pub properties: Vec<Property>,
    /// The built-in fact `place`.
    pub place: FactId,
    /// The fact that holds the reasons for refusing.
    pub reasons: Option<FactId>,
    /// The fact that tells whether anyone else would be refused for the same.
    pub comparator: Option<FactId>,
    /// SHA-256 over the canonical text of everything that can change an opinion,
    /// in hexadecimal. Prose, comments and layout do not change it.
    pub hash: String,
}

impl Lawbook {
    /// The fact with this name.
    #[must_use]
    pub fn fact_named(&self, name: &str) -> Option<FactId> {
        self.facts.find(|fact| fact.name == name)
    }

    /// All versions of the norm with this id.
    pub fn norms_named(&self, id: &str) -> impl Iterator<Item = NormId> {
        self.norms
            .iter()
            .filter(move |(_, norm)| norm.id == id)
            .map(|(norm, _)| norm)
    }

    /// The profile with this name.
    #[must_use]
    pub fn profile_named(&self, name: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.name == name)
    }
}

/// The same text in English and Polish.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// English.
    pub en: String,
    /// Polish.
    pub pl: String,
}

impl Texts {
    /// The text in this language, or in the other one when a firm wrote only that.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        let (wanted, other) = match lang {
            Lang::En => (&self.en, &self.pl),
            Lang::Pl => (&self.pl, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// Whether neither language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.pl.is_empty()
    }
}

/// The norms of one jurisdiction, profession or firm.
#[derive(Debug, Clone)]
pub struct Pack {
    /// First part of the ids of its norms.
    pub id: String,
    /// The highest layer on which its norms stand.
    pub layer: Layer,
    /// Where it applies; everywhere when absent.
    pub place: Option<String>,
    /// Places whose packs apply there too.
    pub within: Vec<String>,
    /// Calendar version.
    pub version: String,
    /// The day whose law was encoded.
    pub text_as_of: Option<Date>,
    /// `draft`, or who reviewed it and when.
    pub status: String,
    /// Its name.
    pub titles: Texts,
}

/// Where a norm stands; the smaller, the higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Layer {
    /// The tier that users see.
    pub tier: Tier,
    /// Rank inside the tier, 1 to 99; smaller is higher.
    pub rank: u8,
}

/// The four tiers, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Statutes, regulations, rulings.
    Law,
    /// Rules of a profession.
    Code,
    /// The firm's own policy.
    House,
    /// Demur's own standard of good practice.
    Standard,
}

impl Tier {
    /// All, from the top.
    pub const ALL: [Self; 4] = [Self::Law, Self::Code, Self::House, Self::Standard];

    /// As written in packs and opinions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Code => "code",
            Self::House => "house",
            Self::Standard => "standard",
        }
    }
}
