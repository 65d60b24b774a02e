//! Which scenario an opinion calls for. Staff may choose another one.

use crate::basis::{Age, Allows, Level};
use crate::{Basis, Scenario};

impl Scenario {
    /// What staff chose, otherwise what the opinion calls for; to a minor in simple words.
    #[must_use]
    pub fn chosen(by_staff: Option<Self>, basis: &Basis) -> Option<Self> {
        match by_staff.or_else(|| Self::propose(basis))? {
            Self::AbuseBan if basis.age != Age::Adult => Some(Self::AbuseBanMinor),
            other => Some(other),
        }
    }

    /// The scenario that fits an opinion; `None` when nothing is to be refused, or no ground says
    /// why.
    #[must_use]
    pub fn propose(basis: &Basis) -> Option<Self> {
        match &basis.allows {
            Allows::Nothing(_) | Allows::Open(_) | Allows::Unasked => None,
            Allows::After(steps) if steps.iter().any(|step| step.name == "warn") => {
                Some(Self::AbuseWarning)
            }
            Allows::After(_) | Allows::Refusing => by_norms(basis),
        }
    }
}

fn by_norms(basis: &Basis) -> Option<Scenario> {
    let must_keep_silent = basis
        .forbidden
        .iter()
        .any(|duty| duty.name == "state_reason");
    if must_keep_silent {
        return Some(Scenario::DutyAmlRestricted);
    }
    let mut demands = basis.rules.iter().filter(|rule| rule.demands).peekable();
    let is_demanded = demands.peek().is_some();
    if demands.any(|rule| matches!(rule.level, Level::Law | Level::Code)) {
        return Some(by_prohibition(basis));
    }
    // What the firm itself forbids is no matter of what the customer did.
    let counts = |ground: &&String| !is_demanded || *ground != "misconduct";
    let mut grounds = basis.grounds.iter().filter(counts);
    grounds.find_map(|ground| by_ground(ground, basis))
}

/// The law forbids serving: which kind of prohibition, by the facts that it looks at.
fn by_prohibition(basis: &Basis) -> Scenario {
    let rests_on = |fact: &str| basis.facts.iter().any(|known| known == fact);
    let money = |rule: &crate::Rule| {
        ["pl.aml", "eu.amlr"]
            .iter()
            .any(|act| rule.norm.starts_with(act))
    };
    if basis.rules.iter().any(money) {
        Scenario::DutyAml
    } else if rests_on("customer.intoxicated") {
        Scenario::DutyIntoxication
    } else if rests_on("customer.age") || rests_on("customer.age_doubtful") {
        Scenario::DutyAge
    } else {
        Scenario::Illegal
    }
}

fn by_ground(ground: &str, basis: &Basis) -> Option<Scenario> {
    let rests_on = |fact: &str| basis.facts.iter().any(|known| known == fact);
    Some(match ground {
        "misconduct" | "carriage_order" => Scenario::AbuseRefusal,
        "inability" if rests_on("request.beyond_skill") => Scenario::LimitCompetence,
        "inability" if rests_on("request.unrealistic") => Scenario::Expectation,
        "inability" | "safety" | "medicine_safety" | "carriage_limit" | "connection_limit"
        | "deposit_limit" | "postal_ground" | "house_rule" | "terms_of_use" | "listed_ground" => {
            Scenario::LimitTechnical
        }
        "unlawful_request" => Scenario::Illegal,
        "immoral_request" | "conscience" | "conscience_clause" => Scenario::EthicsContent,
        "conflict_of_interest" | "important_reason" => Scenario::EthicsConflict,
        "debt" | "payment_terms" | "energy_arrears" => Scenario::Debt,
        "treatment_declined" | "special_case" => Scenario::HealthEnd,
        "age_unproven" => Scenario::DutyAge,
        "suspicious_deal" => Scenario::DutyAmlRestricted,
        _ => return None,
    })
}
