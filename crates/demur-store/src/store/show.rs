//! A case file as it is shown: skeleton, documents and timeline. Never contact or texts.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::Store;
use super::event::own_only;
use crate::access::{self, Operation, sees_pseudonyms};
use crate::actor::{Actor, Role};
use crate::database::Connection;
use crate::error::{Result, StoreError};
use crate::number::parse_number;
use crate::pending::Pending;
use crate::row::{CaseRow, select};

/// What everybody who may see a case file sees. A field that a role may not see is not there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseFile {
    /// Number of the case file.
    pub number: String,
    /// Version; the next change names it.
    pub version: i64,
    /// Where it stands.
    pub state: &'static str,
    /// Name of the site.
    pub site: String,
    /// Class of the record.
    pub class: String,
    /// Article on which it rests.
    pub lawful_basis: String,
    /// What it is for.
    pub purpose: String,
    /// Rule that ends it.
    pub retention_rule: String,
    /// Day, or month when the day would single somebody out.
    pub when: String,
    /// Which three hours of the day, 0 to 7.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<i64>,
    /// Ground of a refusal, or `none`.
    pub ground: String,
    /// Verdict of the opinion.
    pub verdict: String,
    /// What was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
    /// By which role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_role: Option<String>,
    /// How the decision stands to the opinion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deviation: Option<String>,
    /// The refusal goes against a duty to serve.
    pub against_must_serve: bool,
    /// The customer may be a child.
    pub minor_safeguards: bool,
    /// Last day of a warning or exclusion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runs_until: Option<Date>,
    /// By when something has to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// What has to be done by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline_kind: Option<String>,
    /// Whether contact and texts are there: `sealed` or `destroyed`.
    pub identity: String,
    /// First day on which they are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub texts_until: Option<Date>,
    /// First day on which nothing but a count is left.
    pub skeleton_until: Date,
    /// A dispute keeps it from being erased.
    pub on_hold: bool,
    /// Hash of the lawbook.
    pub lawbook: String,
    /// The situation.
    pub situation: Json,
    /// The opinion.
    pub opinion: Json,
    /// The skeleton to which the customer's letter belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skeleton: Option<Json>,
    /// What happened, in order.
    pub timeline: Vec<Happened>,
    /// Pseudonym of who opened it, for who may know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<String>,
    /// Pseudonym of who decided, for who may know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
}

/// One step in the life of a case file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happened {
    /// Version that the case file had afterwards.
    pub version: i64,
    /// Position in the journal.
    pub seq: i64,
    /// Day, or month.
    pub when: String,
    /// Which three hours of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<i64>,
    /// What.
    pub kind: String,
    /// By which role.
    pub role: String,
    /// Coded values about it.
    pub data: Json,
    /// Salt under which the journal has the hash of `data`.
    #[serde(with = "crate::journal::hexadecimal")]
    pub salt: Vec<u8>,
}

/// The row of a case file that a role may see.
pub(super) fn visible(database: &mut Connection, actor: &Actor, number: &str) -> Result<CaseRow> {
    let number = parse_number(number)?;
    let sql = format!("{} WHERE number = $1", select());
    let row = database.row(&sql, &[number.as_str().into()])?;
    let mut row = row.ok_or(StoreError::NotFound { case: number })?;
    let row = CaseRow::of(&mut row)?;
    own_only(actor, &row)?;
    Ok(row)
}

pub(super) fn timeline(database: &mut Connection, case: &str) -> Result<Vec<Happened>> {
    let sql = "SELECT nr, seq, day, band, kind, role, data, salt FROM demur_event \
        WHERE case_number = $1 ORDER BY nr";
    let rows = database.rows(sql, &[case.into()])?;
    let happened = rows.into_iter().map(|mut row| {
        Ok(Happened {
            version: row.int()?,
            seq: row.int()?,
            when: row.text()?,
            band: row.maybe_int()?,
            kind: row.text()?,
            role: row.text()?,
            data: json(&row.text()?)?,
            salt: row.blob()?,
        })
    });
    happened.collect()
}

pub(super) fn json(text: &str) -> Result<Json> {
    serde_json::from_str(text).map_err(|error| StoreError::damaged(error.to_string()))
}

/// A document as it was handed in: with its day, where that is still kept.
fn dated(text: &str, day: Option<Date>) -> Result<Json> {
    let mut document = json(text)?;
    if let (Some(day), Some(map)) = (day, document.as_object_mut()) {
        map.insert("at".to_owned(), Json::String(day.to_string()));
    }
    Ok(document)
}

pub(super) fn file(database: &mut Connection, row: CaseRow, role: Role) -> Result<CaseFile> {
    let known = |pseudonym: Option<String>| pseudonym.filter(|_| sees_pseudonyms(role));
    Ok(CaseFile {
        timeline: timeline(database, &row.number)?,
        situation: dated(&row.situation, row.day)?,
        opinion: dated(&row.opinion, row.day)?,
        skeleton: row.skeleton.as_deref().map(json).transpose()?,
        state: row.state.as_str(),
        when: row.when(),
        created_by: known(row.created_by),
        decided_by: known(row.decided_by),
        number: row.number,
        version: row.version,
        site: row.site,
        class: row.class,
        lawful_basis: row.basis,
        purpose: row.purpose,
        retention_rule: row.retention_rule,
        band: row.band,
        ground: row.ground,
        verdict: row.verdict,
        choice: row.choice,
        decided_role: row.decided_role,
        deviation: row.deviation,
        against_must_serve: row.against_must_serve,
        minor_safeguards: row.minor,
        runs_until: row.runs_until,
        deadline: row.deadline,
        deadline_kind: row.deadline_kind,
        identity: row.identity,
        texts_until: row.tier_a_until,
        skeleton_until: row.tier_b_until,
        on_hold: row.on_hold,
        lawbook: row.lawbook,
    })
}

impl Store {
    /// A case file with its timeline.
    pub fn show(&self, actor: &Actor, case: &str) -> Pending<CaseFile> {
        if let Err(error) = access::check(actor, Operation::Show) {
            return Pending::ready(Err(error));
        }
        let actor = actor.clone();
        let case = case.to_owned();
        self.readers.ask(move |database| {
            let row = visible(database, &actor, &case)?;
            file(database, row, actor.role())
        })
    }
}
