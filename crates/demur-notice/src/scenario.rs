//! What kinds of refusal are explained.

use std::fmt;
use std::str::FromStr;

use crate::UnknownName;

/// What kind of refusal is explained. One scenario has one file of templates per language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scenario {
    /// Abusive conduct: a warning, serving goes on.
    AbuseWarning,
    /// Abusive conduct: refused for today.
    AbuseRefusal,
    /// Abusive conduct: excluded for a term.
    AbuseBan,
    /// The same of somebody under 18, in simple words.
    AbuseBanMinor,
    /// No free slot, room or stock.
    LimitCapacity,
    /// Equipment, material or safety does not allow it.
    LimitTechnical,
    /// No qualification, licence or insurance.
    LimitCompetence,
    /// The result, time or price that is wanted cannot be had.
    Expectation,
    /// The law forbids what is asked for.
    Illegal,
    /// A conflict of interest.
    EthicsConflict,
    /// Content that is not produced for anyone.
    EthicsContent,
    /// Goods or services with an age limit.
    DutyAge,
    /// Visible impairment: no alcohol, no ride, no entry.
    DutyIntoxication,
    /// Customer due diligence cannot be completed.
    DutyAml,
    /// The reason may not be disclosed.
    DutyAmlRestricted,
    /// A health professional ends care.
    HealthEnd,
    /// Unpaid debts: nothing more on credit.
    Debt,
    /// Missed visits: no booking without a condition.
    Noshow,
}

impl Scenario {
    /// All scenarios, in the order in which they are listed.
    pub const ALL: [Self; 18] = [
        Self::AbuseWarning,
        Self::AbuseRefusal,
        Self::AbuseBan,
        Self::AbuseBanMinor,
        Self::LimitCapacity,
        Self::LimitTechnical,
        Self::LimitCompetence,
        Self::Expectation,
        Self::Illegal,
        Self::EthicsConflict,
        Self::EthicsContent,
        Self::DutyAge,
        Self::DutyIntoxication,
        Self::DutyAml,
        Self::DutyAmlRestricted,
        Self::HealthEnd,
        Self::Debt,
        Self::Noshow,
    ];

    /// As written on the command line and as name of the template file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AbuseWarning => "abuse.warning",
            Self::AbuseRefusal => "abuse.refusal",
            Self::AbuseBan => "abuse.ban",
            Self::AbuseBanMinor => "abuse.ban.minor",
            Self::LimitCapacity => "limit.capacity",
            Self::LimitTechnical => "limit.technical",
            Self::LimitCompetence => "limit.competence",
            Self::Expectation => "expectation",
            Self::Illegal => "illegal",
            Self::EthicsConflict => "ethics.conflict",
            Self::EthicsContent => "ethics.content",
            Self::DutyAge => "duty.age",
            Self::DutyIntoxication => "duty.intoxication",
            Self::DutyAml => "duty.aml",
            Self::DutyAmlRestricted => "duty.aml.restricted",
            Self::HealthEnd => "health.end",
            Self::Debt => "debt",
            Self::Noshow => "noshow",
        }
    }

    /// Whether somebody is excluded for a term.
    #[must_use]
    pub fn excludes(self) -> bool {
        matches!(self, Self::AbuseBan | Self::AbuseBanMinor)
    }

    /// The part of the name before the first dot, by which lint rules are chosen.
    #[must_use]
    pub fn family(self) -> &'static str {
        self.name().split('.').next().unwrap_or_default()
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Scenario {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        UnknownName::pick("scenario", text, &Self::ALL, |scenario| scenario.name())
    }
}
