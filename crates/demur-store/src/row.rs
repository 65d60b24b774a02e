//! A case file as a row of its table.

use jiff::civil::Date;

use crate::case::State;
use crate::database::{Row, Value};
use crate::error::{Result, StoreError};
use crate::schema::CASE;

/// Whether contact and texts are there.
pub(crate) const SEALED: &str = "sealed";
pub(crate) const DESTROYED: &str = "destroyed";

#[derive(Clone, Debug)]
pub(crate) struct CaseRow {
    pub(crate) number: String,
    pub(crate) version: i64,
    pub(crate) state: State,
    pub(crate) site: String,
    pub(crate) class: String,
    pub(crate) basis: String,
    pub(crate) purpose: String,
    pub(crate) retention_rule: String,
    pub(crate) month: String,
    /// None: there were too few of its kind, only the month is kept.
    pub(crate) day: Option<Date>,
    pub(crate) band: Option<i64>,
    pub(crate) ground: String,
    pub(crate) verdict: String,
    pub(crate) choice: Option<String>,
    pub(crate) decided_role: Option<String>,
    pub(crate) deviation: Option<String>,
    pub(crate) against_must_serve: bool,
    pub(crate) minor: bool,
    pub(crate) adjustment_offered: Option<bool>,
    pub(crate) seconds: Option<i64>,
    pub(crate) runs_until: Option<Date>,
    pub(crate) deadline: Option<Date>,
    pub(crate) deadline_kind: Option<String>,
    pub(crate) created_by: Option<String>,
    pub(crate) decided_by: Option<String>,
    pub(crate) confirmed_by: Option<String>,
    pub(crate) identity: String,
    /// Which key of the key store opens its texts.
    pub(crate) key_id: String,
    pub(crate) tier_a_until: Option<Date>,
    pub(crate) tier_b_until: Date,
    pub(crate) on_hold: bool,
    pub(crate) lawbook: String,
    pub(crate) situation: String,
    pub(crate) opinion: String,
    pub(crate) skeleton: Option<String>,
    pub(crate) commitment: Option<Vec<u8>>,
}

/// All columns, up to where a condition begins.
pub(crate) fn select() -> String {
    format!("SELECT {} FROM {}", CASE.column_list(), CASE.name)
}

impl CaseRow {
    pub(crate) fn of(row: &mut Row) -> Result<Self> {
        let missing = |what: &str| StoreError::damaged(format!("a case file without {what}"));
        Ok(Self {
            number: row.text()?,
            version: row.int()?,
            state: State::parse(&row.text()?).ok_or_else(|| missing("a known state"))?,
            site: row.text()?,
            class: row.text()?,
            basis: row.text()?,
            purpose: row.text()?,
            retention_rule: row.text()?,
            month: row.text()?,
            day: row.text()?.parse().ok(),
            band: row.maybe_int()?,
            ground: row.text()?,
            verdict: row.text()?,
            choice: row.maybe_text()?,
            decided_role: row.maybe_text()?,
            deviation: row.maybe_text()?,
            against_must_serve: row.int()? != 0,
            minor: row.int()? != 0,
            adjustment_offered: row.maybe_int()?.map(|flag| flag != 0),
            seconds: row.maybe_int()?,
            runs_until: row.maybe_day()?,
            deadline: row.maybe_day()?,
            deadline_kind: row.maybe_text()?,
            created_by: row.maybe_text()?,
            decided_by: row.maybe_text()?,
            confirmed_by: row.maybe_text()?,
            identity: row.text()?,
            key_id: row.text()?,
            tier_a_until: row.maybe_day()?,
            tier_b_until: row.maybe_day()?.ok_or_else(|| missing("an end"))?,
            on_hold: row.int()? != 0,
            lawbook: row.text()?,
            situation: row.text()?,
            opinion: row.text()?,
            skeleton: row.maybe_text()?,
            commitment: row.maybe_blob()?,
        })
    }

    /// The day, or the month when the day is not kept.
    pub(crate) fn when(&self) -> String {
        self.day
            .map_or_else(|| self.month.clone(), |day| day.to_string())
    }

    pub(crate) fn columns(&self) -> Vec<Value> {
        vec![
            self.number.as_str().into(),
            self.version.into(),
            self.state.as_str().into(),
            self.site.as_str().into(),
            self.class.as_str().into(),
            self.basis.as_str().into(),
            self.purpose.as_str().into(),
            self.retention_rule.as_str().into(),
            self.month.as_str().into(),
            self.when().into(),
            self.band.into(),
            self.ground.as_str().into(),
            self.verdict.as_str().into(),
            self.choice.as_deref().into(),
            self.decided_role.as_deref().into(),
            self.deviation.as_deref().into(),
            self.against_must_serve.into(),
            self.minor.into(),
            self.adjustment_offered.into(),
            self.seconds.into(),
            self.runs_until.into(),
            self.deadline.into(),
            self.deadline_kind.as_deref().into(),
            self.created_by.as_deref().into(),
            self.decided_by.as_deref().into(),
            self.confirmed_by.as_deref().into(),
            self.identity.as_str().into(),
            self.key_id.as_str().into(),
            self.tier_a_until.into(),
            self.tier_b_until.into(),
            self.on_hold.into(),
            self.lawbook.as_str().into(),
            self.situation.as_str().into(),
            self.opinion.as_str().into(),
            self.skeleton.as_deref().into(),
            self.commitment.clone().into(),
        ]
    }
}
