//! Which parts a notice needs, by channel and scenario, and what the opinion adds.

use crate::{Basis, Channel, Part, Scenario};

/// Whether a part belongs into a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// It has to be there.
    Must(Source),
    /// It may be there.
    May,
    /// It must not be there.
    Not(Source),
}

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Demur's manners: polite, clear, with support.
    Manners,
    /// A duty of the opinion, in words.
    Duty(String),
}

/// The parts of a notice and how much each is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    parts: Vec<(Part, Need)>,
}

impl Plan {
    /// What a notice has to contain, may contain and must not contain.
    #[must_use]
    pub fn of(scenario: Scenario, channel: Channel, basis: &Basis) -> Self {
        let parts = Part::ALL.into_iter().map(|part| {
            let need =
                by_law(part, channel, basis).unwrap_or_else(|| by_manners(part, channel, scenario));
            (part, need)
        });
        Self {
            parts: parts.collect(),
        }
    }

    /// Whether a part belongs into the notice.
    #[must_use]
    pub fn need(&self, part: Part) -> &Need {
        let found = self.parts.iter().find(|(known, _)| *known == part);
        found.map_or(&Need::May, |(_, need)| need)
    }

    /// The parts that have to be there.
    pub fn musts(&self) -> impl Iterator<Item = (Part, &Source)> {
        self.parts.iter().filter_map(|(part, need)| match need {
            Need::Must(source) => Some((*part, source)),
            _ => None,
        })
    }

    /// All parts with their needs, in the order of a written notice.
    pub fn iter(&self) -> impl Iterator<Item = (Part, &Need)> {
        self.parts.iter().map(|(part, need)| (*part, need))
    }
}

/// What a duty makes of a part. On a sign at the counter, which decides nothing about anybody,
/// and in speech only prohibitions count: what has to be in writing is given on paper.
fn by_law(part: Part, channel: Channel, basis: &Basis) -> Option<Need> {
    let said = |duty: &&crate::Duty| duty.by_law && part_of(&duty.name) == Some(part);
    if let Some(duty) = basis.forbidden.iter().find(said) {
        return Some(Need::Not(Source::Duty(duty.label.clone())));
    }
    if !channel.is_framed() {
        return None;
    }
    let duty = basis.duties.iter().find(said)?;
    Some(Need::Must(Source::Duty(duty.label.clone())))
}

/// The part in which a duty is met.
pub(crate) fn part_of(duty: &str) -> Option<Part> {
    Some(match duty {
        "state_reason" | "written_reasons" | "statement_of_reasons" | "reasons_to_seller" => {
            Part::Fact
        }
        "offer_alternative" => Part::Alternative,
        "refer_to_doctor" | "show_other_care" | "name_alternative_service" => Part::Referral,
        "internal_complaint" | "name_remedies" | "instruct_on_complaint" | "seller_complaint" => {
            Part::Review
        }
        "privacy_notice" => Part::Data,
        "say_it_is_ai" => Part::Ai,
        "list_end" => Part::Exclusion,
        _ => return None,
    })
}

/// Whether a duty can only be met on paper or by e-mail.
pub(crate) fn wants_writing(duty: &str) -> bool {
    [
        "in_writing",
        "written_reasons",
        "statement_of_reasons",
        "refusal_protocol",
    ]
    .contains(&duty)
}

fn by_manners(part: Part, channel: Channel, scenario: Scenario) -> Need {
    if part == Part::Other {
        return Need::May;
    }
    let (must, not) = match channel {
        Channel::Spoken | Channel::SpokenAgitated => (spoken(part), part == Part::Data),
        Channel::SpokenEnding => (ending(part), part == Part::Data),
        Channel::Sms => (
            sms(part, scenario),
            part == Part::Data && !scenario.excludes(),
        ),
        Channel::Email | Channel::Letter => (written(part, scenario), part == Part::Ai),
        Channel::Exclusion => (exclusion(part), part == Part::Ai),
        Channel::Counter => (counter(part), part == Part::Acknowledge),
        Channel::Agent => (agent(part), part == Part::Exclusion),
    };
    let restricted = scenario == Scenario::DutyAmlRestricted && part == Part::Fact;
    if not || restricted {
        Need::Not(Source::Manners)
    } else if must && !waived(part, scenario) {
        Need::Must(Source::Manners)
    } else {
        Need::May
    }
}

/// What cannot be said because there is nothing to say, or no one may know it.
fn waived(part: Part, scenario: Scenario) -> bool {
    use Scenario as S;
    match part {
        Part::Fact | Part::Alternative | Part::Change => scenario == S::DutyAmlRestricted,
        _ => false,
    }
}

fn spoken(part: Part) -> bool {
    matches!(part, Part::Decision | Part::Alternative)
}

fn ending(part: Part) -> bool {
    matches!(part, Part::Decision | Part::Fact | Part::Review)
}

fn sms(part: Part, scenario: Scenario) -> bool {
    match part {
        Part::Decision | Part::Fact | Part::Alternative | Part::Contact | Part::Identity => true,
        Part::Referral => refers(scenario),
        Part::Review => reviewed(scenario),
        _ => false,
    }
}

fn written(part: Part, scenario: Scenario) -> bool {
    match part {
        Part::Acknowledge
        | Part::Decision
        | Part::Fact
        | Part::Alternative
        | Part::Change
        | Part::Review
        | Part::Contact
        | Part::Data
        | Part::Identity => true,
        Part::Rule => rests_on_rule(scenario),
        Part::Referral => refers(scenario),
        Part::Safety => scenario == Scenario::HealthEnd,
        Part::Exclusion => scenario.excludes(),
        _ => false,
    }
}

fn exclusion(part: Part) -> bool {
    !matches!(
        part,
        Part::Acknowledge | Part::Referral | Part::Ai | Part::Safety
    )
}

fn counter(part: Part) -> bool {
    matches!(part, Part::Decision | Part::Rule | Part::Contact)
}

fn agent(part: Part) -> bool {
    matches!(
        part,
        Part::Decision | Part::Review | Part::Contact | Part::Identity | Part::Ai
    )
}

pub(crate) fn refers(scenario: Scenario) -> bool {
    matches!(
        scenario.family(),
        "limit" | "expectation" | "ethics" | "health"
    )
}

fn reviewed(scenario: Scenario) -> bool {
    use Scenario as S;
    matches!(
        scenario,
        S::AbuseRefusal
            | S::AbuseBan
            | S::AbuseBanMinor
            | S::DutyAml
            | S::DutyAmlRestricted
            | S::Debt
            | S::Noshow
    )
}

fn rests_on_rule(scenario: Scenario) -> bool {
    matches!(
        scenario.family(),
        "abuse" | "illegal" | "duty" | "health" | "noshow"
    )
}
