//! What makes keeping a record lawful: class, lawful basis, purpose, retention rule (PR-02).

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::error::{Result, StoreError};
use crate::why::Why;

coded! {
    /// Class of a record (PRIVACY 2).
    RecordClass {
        /// A refusal at the counter to somebody unknown.
        R1 = "r1",
        /// A refusal to somebody known.
        R2 = "r2",
        /// A warning.
        R3 = "r3",
        /// An exclusion.
        R4 = "r4",
        /// A refusal that the law orders.
        R5 = "r5",
        /// A refusal because of money-laundering rules; its file lives elsewhere.
        R6 = "r6",
        /// The end of care; its reasons live in the medical record.
        R7 = "r7",
        /// A debt or a missed appointment.
        R8 = "r8",
    }
}

coded! {
    /// Article of the GDPR on which a record rests.
    LawfulBasis {
        /// Nothing about a person is kept.
        NoPersonalData = "no_personal_data",
        /// 6(1)(b): the person asked for a contract and is owed an answer.
        ContractRequest = "contract_request",
        /// 6(1)(c): the law orders a record.
        LegalObligation = "legal_obligation",
        /// 6(1)(f): an interest that was weighed.
        LegitimateInterest = "legitimate_interest",
        /// 9(2)(f): claims, when special categories cannot be avoided in a dispute.
        LegalClaims = "legal_claims",
        /// 9(2)(h): care, in the medical system.
        Care = "care",
    }
}

coded! {
    /// What a record is for. Nothing else may be done with it (PR-04).
    Purpose {
        /// To answer the person and to deal with an appeal.
        AnswerAndAppeal = "answer_and_appeal",
        /// To show equal treatment in a concrete case.
        EqualTreatment = "equal_treatment",
        /// Safety of staff and customers.
        Safety = "safety",
        /// A debt or a missed appointment.
        Debt = "debt",
        /// A duty of law.
        LegalDuty = "legal_duty",
    }
}

/// Why a record may be kept. All fields have to be there, and to fit one another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Class of the record.
    #[serde(default)]
    pub class: Option<RecordClass>,
    /// Article on which it rests.
    #[serde(default)]
    pub lawful_basis: Option<LawfulBasis>,
    /// What it is for.
    #[serde(default)]
    pub purpose: Option<Purpose>,
    /// Name of the rule that ends it, such as `pl.r2`.
    #[serde(default)]
    pub retention_rule: Option<String>,
}

/// A basis of which nothing is missing.
#[derive(Clone, Debug)]
pub(crate) struct Checked {
    pub(crate) class: RecordClass,
    pub(crate) lawful_basis: LawfulBasis,
    pub(crate) purpose: Purpose,
    pub(crate) retention_rule: String,
}

impl Basis {
    pub(crate) fn check(&self) -> Result<Checked> {
        let missing = |field| StoreError::BasisMissing { field };
        let class = self.class.ok_or_else(|| missing("record_class"))?;
        let lawful_basis = self.lawful_basis.ok_or_else(|| missing("lawful_basis"))?;
        let purpose = self.purpose.ok_or_else(|| missing("purpose"))?;
        let rule = self.retention_rule.as_deref().map(str::trim);
        let retention_rule = rule
            .filter(|rule| !rule.is_empty())
            .ok_or_else(|| missing("retention_rule"))?;
        if !carries(class, lawful_basis) {
            let why = Why::BasisCarriesNot(lawful_basis, class);
            return Err(StoreError::BasisNotAllowed { why });
        }
        if !serves(class, purpose) {
            let why = Why::PurposeServesNot(purpose, class);
            return Err(StoreError::BasisNotAllowed { why });
        }
        Ok(Checked {
            class,
            lawful_basis,
            purpose,
            retention_rule: retention_rule.to_owned(),
        })
    }
}

fn carries(class: RecordClass, basis: LawfulBasis) -> bool {
    use LawfulBasis as L;
    match class {
        RecordClass::R1 | RecordClass::R6 => basis == L::NoPersonalData,
        RecordClass::R2 => matches!(
            basis,
            L::LegitimateInterest | L::ContractRequest | L::LegalClaims
        ),
        RecordClass::R3 | RecordClass::R4 => basis == L::LegitimateInterest,
        RecordClass::R5 => matches!(basis, L::LegalObligation | L::NoPersonalData),
        RecordClass::R7 => matches!(basis, L::Care | L::NoPersonalData),
        RecordClass::R8 => matches!(basis, L::LegitimateInterest | L::ContractRequest),
    }
}

fn serves(class: RecordClass, purpose: Purpose) -> bool {
    use Purpose as P;
    match class {
        RecordClass::R1 | RecordClass::R2 => {
            matches!(purpose, P::AnswerAndAppeal | P::EqualTreatment)
        }
        RecordClass::R3 | RecordClass::R4 => purpose == P::Safety,
        RecordClass::R5 | RecordClass::R6 | RecordClass::R7 => purpose == P::LegalDuty,
        RecordClass::R8 => purpose == P::Debt,
    }
}

impl RecordClass {
    /// Whether a record of this class may hold who the person is.
    #[must_use]
    pub fn knows_the_person(self) -> bool {
        !matches!(self, Self::R1 | Self::R6)
    }
}
