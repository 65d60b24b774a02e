//! How long things are kept (PRIVACY 5.2), by profile, and never longer in silence (PR-16).

use std::fmt;

use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::actor::Role;
use crate::basis::RecordClass;
use crate::coded::coded;
use crate::error::{Result, StoreError};

coded! {
    /// Whose law the periods follow.
    Profile {
        /// Poland.
        Pl = "pl",
        /// United Kingdom.
        Gb = "gb",
        /// Germany.
        De = "de",
        /// Credit in the United States.
        UsCredit = "us-credit",
        /// Anywhere else.
        Other = "other",
    }
}

impl Profile {
    /// Months for which contact and texts of a refusal are kept.
    fn tier_a_months(self) -> i32 {
        match self {
            Self::Pl | Self::Other => 12,
            Self::Gb => 9,
            Self::De => 6,
            Self::UsCredit => 25,
        }
    }
}

/// Months for which a skeleton is kept, unless told, and at most.
const TIER_B: i32 = 36;
const TIER_B_MOST: i32 = 60;
/// Days that an undecided case file, or the texts after an exclusion or debt, have left.
const GRACE_DAYS: i32 = 30;
const WARNING_MONTHS: i32 = 12;
const EXCLUSION_MONTHS: i32 = 24;
const MINOR_MONTHS: i32 = 3;
/// Texts stay so long after a dispute has ended.
const DISPUTE_MONTHS: i32 = 6;

/// What of a case file is kept for a time of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Contact and texts.
    Texts,
    /// The skeleton.
    Skeleton,
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Texts => "contact and texts",
            Self::Skeleton => "the skeleton",
        })
    }
}

/// Why periods are longer than the profile's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prolongation {
    /// The reason, at least 40 characters.
    pub reason: String,
    /// Role of who answers for it; it has to be the privacy role.
    pub role: Role,
}

/// The periods of one firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Whose law they follow.
    pub profile: Profile,
    /// Months for contact and texts, if not the profile's.
    #[serde(default)]
    pub tier_a_months: Option<i32>,
    /// Months for the skeleton, if not 36.
    #[serde(default)]
    pub tier_b_months: Option<i32>,
    /// Why they are longer than the profile allows.
    #[serde(default)]
    pub prolongation: Option<Prolongation>,
}

impl Schedule {
    /// The periods of a profile.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        Self {
            profile,
            tier_a_months: None,
            tier_b_months: None,
            prolongation: None,
        }
    }

    pub(crate) fn check(&self) -> Result<()> {
        let periods = [
            (
                Kept::Texts,
                self.texts_months(),
                self.profile.tier_a_months(),
            ),
            (Kept::Skeleton, self.skeleton_months(), TIER_B_MOST),
        ];
        for (kept, months, most) in periods {
            if months < 0 {
                return Err(StoreError::invalid("retention", "a period is negative"));
            }
            let answered = self.prolongation.as_ref().is_some_and(|prolongation| {
                prolongation.role == Role::Privacy
                    && prolongation.reason.trim().chars().count() >= 40
            });
            if months > most && !answered {
                return Err(StoreError::Prolonged { kept, months, most });
            }
        }
        Ok(())
    }

    /// Months for which contact and texts of a refusal are kept.
    #[must_use]
    pub fn texts_months(&self) -> i32 {
        self.tier_a_months
            .unwrap_or_else(|| self.profile.tier_a_months())
    }

    /// Months for which a skeleton is kept.
    #[must_use]
    pub fn skeleton_months(&self) -> i32 {
        self.tier_b_months.unwrap_or(TIER_B)
    }

    /// The first day on which contact and texts are gone.
    pub(crate) fn tier_a(&self, class: RecordClass, decided: Date, until: Option<Date>) -> Date {
        let refusal = months(decided, self.texts_months());
        match (class, until) {
            (RecordClass::R3, Some(until)) => until.min(months(decided, WARNING_MONTHS)),
            (RecordClass::R4 | RecordClass::R8, Some(until)) => days(until, GRACE_DAYS),
            _ => refusal,
        }
    }

    /// The first day on which the skeleton is gone.
    pub(crate) fn tier_b(&self, class: RecordClass, decided: Date, until: Option<Date>) -> Date {
        let start = match (class, until) {
            (RecordClass::R4, Some(until)) => until,
            _ => decided,
        };
        months(start, self.skeleton_months())
    }
}

/// End of a case file that nobody decides.
pub(crate) fn undecided(opened: Date) -> Date {
    days(opened, GRACE_DAYS)
}

/// Ends after a dispute: of contact and texts, and of the skeleton.
pub(crate) fn after_dispute(ended: Date) -> (Date, Date) {
    (months(ended, DISPUTE_MONTHS), months(ended, TIER_B_MOST))
}

/// A hold that is not looked at again by then lapses (PR-15).
pub(crate) fn hold_review(day: Date) -> Date {
    months(day, 6)
}

/// Whether the end of an exclusion or a warning is one that may be set (PR-35, PR-38).
pub(crate) fn check_end(
    class: RecordClass,
    today: Date,
    until: Option<Date>,
    minor: bool,
) -> Result<()> {
    let most = match (class, minor) {
        (RecordClass::R3 | RecordClass::R4, true) => MINOR_MONTHS,
        (RecordClass::R3, false) => WARNING_MONTHS,
        (RecordClass::R4, false) => EXCLUSION_MONTHS,
        _ => return Ok(()),
    };
    let Some(until) = until else {
        return Err(StoreError::invalid(
            "runs_until",
            "warnings and exclusions have an end",
        ));
    };
    if until <= months(today, most) {
        return Ok(());
    }
    if minor {
        let why = "a warning or exclusion ends after three months at most";
        return Err(StoreError::Minor { why });
    }
    Err(StoreError::invalid(
        "runs_until",
        format!("at most {most} months from now"),
    ))
}

/// Dates end in the year 9999, which no period of ours reaches.
fn months(day: Date, months: i32) -> Date {
    day.saturating_add(Span::new().months(months))
}

fn days(day: Date, days: i32) -> Date {
    day.saturating_add(Span::new().days(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_follow_the_profile_and_the_class() {
        let day = date(2026, 1, 31);
        let end = |profile, class, until| Schedule::of(profile).tier_a(class, day, until);
        assert_eq!(end(Profile::Pl, RecordClass::R2, None), date(2027, 1, 31));
        assert_eq!(end(Profile::Gb, RecordClass::R2, None), date(2026, 10, 31));
        assert_eq!(end(Profile::De, RecordClass::R2, None), date(2026, 7, 31));
        let until = Some(date(2026, 5, 1));
        assert_eq!(end(Profile::Pl, RecordClass::R3, until), date(2026, 5, 1));
        assert_eq!(end(Profile::Pl, RecordClass::R4, until), date(2026, 5, 31));
    }
}
