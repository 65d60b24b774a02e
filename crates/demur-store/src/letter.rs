//! What the customer takes along: it proves later whose skeleton it is, and that nobody changed it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use crate::crypto::{hex, random, sha256};
use crate::document::{canonical, object};
use crate::error::{Result, StoreError};
use crate::row::CaseRow;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Number, code and day of a case, as the letter to the customer carries them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Version of the form: `demur/v1`.
    pub version: String,
    /// Number of the case file.
    pub case: String,
    /// 128 bits that nobody else has once contact and texts are erased.
    pub code: String,
    /// The day.
    pub day: Date,
    /// Which three hours of the day, 0 to 7.
    pub band: i64,
    /// `SHA-256("demur/v1" ‖ code ‖ canonical skeleton)`, in hexadecimal digits.
    pub commitment: String,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({}, ..)", self.case)
    }
}

/// What a letter proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterVerdict {
    /// It belongs to this skeleton, and the skeleton is as it was on the day of the decision.
    Match,
    /// Letter or skeleton is not as it was.
    Altered,
    /// The record has no such case, or has it no longer.
    Unknown,
}

impl std::fmt::Display for LetterVerdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Match => "MATCH, unaltered",
            Self::Altered => "ALTERED",
            Self::Unknown => "UNKNOWN",
        })
    }
}

/// A new code: 26 letters that are hard to misread, in groups.
pub(crate) fn new_code() -> Result<String> {
    let bytes: [u8; 16] = random()?;
    let bits = u128::from_be_bytes(bytes);
    let mut code = String::new();
    for place in (0..26).rev() {
        let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
        code.extend(LETTERS.get(index).map(|letter| char::from(*letter)));
        if place % 5 == 0 && place > 0 {
            code.push('-');
        }
    }
    Ok(code)
}

pub(crate) fn commitment(code: &str, skeleton: &Map<String, Json>) -> Vec<u8> {
    let skeleton = canonical(&Json::Object(skeleton.clone()));
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    sha256(&[
        b"demur/v1",
        code.to_uppercase().as_bytes(),
        skeleton.as_bytes(),
    ])
}

impl Letter {
    pub(crate) fn of(row: &CaseRow, code: &str) -> Option<Self> {
        Some(Self {
            version: "demur/v1".to_owned(),
            case: row.number.clone(),
            code: code.to_owned(),
            day: row.day?,
            band: row.band?,
            commitment: hex(row.commitment.as_deref()?),
        })
    }

    /// A skeleton whose day was coarsened takes the day from the letter, within its month.
    pub(crate) fn judge(&self, row: &CaseRow) -> Result<LetterVerdict> {
        let (Some(text), Some(stored)) = (&row.skeleton, &row.commitment) else {
            return Ok(LetterVerdict::Unknown);
        };
        let Ok(skeleton) = serde_json::from_str(text) else {
            return Ok(LetterVerdict::Altered);
        };
        let Ok(mut skeleton) = object("skeleton", skeleton) else {
            return Ok(LetterVerdict::Altered);
        };
        let days = [row.day, Some(self.day)];
        let same_month = crate::clock::month(self.day) == row.month;
        let same_day = row.day.is_none() || days.iter().all(|day| *day == row.day);
        skeleton.insert("day".to_owned(), json!(self.day.to_string()));
        skeleton.insert("band".to_owned(), json!(self.band));
        let computed = commitment(&self.code, &skeleton);
        let documents = documents_fit(row, &skeleton);
        let held = hex(&computed) == self.commitment.to_lowercase() && computed == *stored;
        Ok(if held && same_month && same_day && documents {
            LetterVerdict::Match
        } else {
            LetterVerdict::Altered
        })
    }

    pub(crate) fn check(&self) -> Result<()> {
        if self.version == "demur/v1" {
            return Ok(());
        }
        Err(StoreError::invalid(
            "version",
            "this program knows `demur/v1`",
        ))
    }
}

/// The skeleton names the hashes of situation and opinion, which stand beside it.
fn documents_fit(row: &CaseRow, skeleton: &Map<String, Json>) -> bool {
    let hash = |text: &str| hex(&sha256(&[text.as_bytes()]));
    let named = |key: &str| skeleton.get(key).and_then(Json::as_str).map(str::to_owned);
    named("situation_sha256") == Some(hash(&row.situation))
        && named("opinion_sha256") == Some(hash(&row.opinion))
}
