//! The evidence of a case: checked by somebody else's program, without this one (PR-47).

use serde::Serialize;
use serde_json::Value as Json;

use super::Store;
use super::reveal::{Texts, texts};
use super::show::{Happened, json, timeline};
use crate::access::Operation;
use crate::actor::{Actor, Role};
use crate::batch::Batch;
use crate::case::Choice;
use crate::crypto::hex;
use crate::database::Connection;
use crate::error::{Result, StoreError};
use crate::journal::{self, Entry, digest};
use crate::keys::Found;
use crate::letter::Letter;
use crate::pending::Pending;
use crate::row::CaseRow;
use crate::sealed::{DecisionWords, Part, open_all};

/// Everything that shows what was decided, on what basis, and that it was not written afterwards.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Packet {
    /// Version of the form: `demur-packet/v1`.
    pub version: &'static str,
    /// Number of the case file.
    pub case: String,
    /// Day, or month when the day is no longer kept.
    pub when: String,
    /// Which three hours of the day.
    pub band: Option<i64>,
    /// The skeleton.
    pub skeleton: Option<Json>,
    /// What the customer's code and the skeleton hash to.
    pub commitment: Option<String>,
    /// The situation, canonical, as it was hashed.
    pub situation: String,
    /// The opinion with its norms as of that day, canonical, as it was hashed.
    pub opinion: String,
    /// The timeline, with salts.
    pub timeline: Vec<Happened>,
    /// How other cases of the same site, ground and verdict were decided.
    pub comparators: Vec<Comparator>,
    /// The journal from the case's first entry to its head.
    pub journal: Vec<PacketLink>,
    /// Hash of the entry before the first.
    pub before: String,
    /// Position of the newest entry.
    pub head_seq: i64,
    /// Its hash; compare it with one that was kept elsewhere.
    pub head: String,
    /// Texts, as long as they may be kept, for roles that may see them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub texts: Option<Texts>,
    /// The customer's letter, as long as the code is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<Letter>,
    /// What is not here, and why.
    pub missing: Vec<String>,
}

/// How many comparable cases were decided one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparator {
    /// What was decided.
    pub choice: String,
    /// How many, when at least ten.
    pub cases: Option<i64>,
}

/// One entry of the journal: whole for this case, a digest for others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PacketLink {
    /// An entry about this case.
    Entry(Entry),
    /// The digest of an entry about something else.
    Digest(String),
}

fn comparators(database: &mut Connection, row: &CaseRow) -> Result<Vec<Comparator>> {
    let mut comparators = Vec::new();
    for choice in Choice::ALL {
        let mut cases = 0;
        let tables = [
            ("demur_case", "COUNT(*)"),
            ("demur_statistic", "CAST(SUM(cases) AS BIGINT)"),
        ];
        for (table, count) in tables {
            let sql = format!(
                "SELECT COALESCE({count}, 0) FROM {table} \
                 WHERE site = $1 AND ground = $2 AND verdict = $3 AND choice = $4"
            );
            let values = [
                row.site.as_str().into(),
                row.ground.as_str().into(),
                row.verdict.as_str().into(),
                choice.as_str().into(),
            ];
            if let Some(mut counted) = database.row(&sql, &values)? {
                cases += counted.int()?;
            }
        }
        comparators.push(Comparator {
            choice: choice.as_str().to_owned(),
            cases: (cases >= 10).then_some(cases),
        });
    }
    Ok(comparators)
}

/// From the hash before the first entry of the case up to the head.
fn proof(
    database: &mut Connection,
    case: &str,
    timeline: &[Happened],
) -> Result<(String, Vec<PacketLink>, Option<String>)> {
    let (anchored, anchor) = journal::anchor(database)?;
    let first = timeline.first().map_or(0, |happened| happened.seq);
    let missing = (first <= anchored)
        .then(|| "journal: entries up to the anchor are past their period of 24 months".to_owned());
    let start = (first - 1).max(anchored);
    let before = if start == anchored {
        anchor
    } else {
        let sql = "SELECT hash FROM demur_journal WHERE seq = $1";
        let row = database.row(sql, &[start.into()])?;
        row.ok_or_else(|| StoreError::damaged("an entry of the journal is missing"))?
            .blob()?
    };
    let mut links = Vec::new();
    let mut seq = start;
    loop {
        let entries = journal::after(database, seq, 5_000)?;
        let Some(last) = entries.last() else { break };
        seq = last.seq;
        links.extend(entries.into_iter().map(|entry| {
            if entry.case.as_deref() == Some(case) {
                PacketLink::Entry(entry)
            } else {
                PacketLink::Digest(hex(&digest(&entry)))
            }
        }));
    }
    Ok((hex(&before), links, missing))
}

fn letter(batch: &mut Batch<'_>, row: &CaseRow) -> Result<Option<Letter>> {
    let key = batch.case_key(row)?;
    let opened = open_all(batch.database, &key, &row.number)?;
    let decision = opened.iter().find(|opened| opened.kind == Part::Decision);
    let words: Option<DecisionWords> = decision.map(|opened| opened.read()).transpose()?;
    Ok(words.and_then(|words| Letter::of(row, &words.code)))
}

fn build(batch: &mut Batch<'_>, actor: &Actor, row: &CaseRow) -> Result<Packet> {
    let mut missing = Vec::new();
    let readable = matches!(batch.keys.find(&row.key_id)?, Found::Key(_));
    let (mut texts_of, mut letter_of) = (None, None);
    if !readable {
        missing
            .push("texts: contact, texts and code were erased, their key is destroyed".to_owned());
    } else if actor.role() == Role::Privacy {
        texts_of = Some(texts(batch, row)?);
        letter_of = letter(batch, row)?;
    } else {
        missing.push(format!(
            "texts: the role `{}` does not see them",
            actor.role()
        ));
    }
    if row.skeleton.is_none() {
        missing.push("skeleton: nobody has decided yet".to_owned());
    }
    if row.day.is_none() {
        missing.push("day: too few records of its kind, only the month is kept".to_owned());
    }
    batch.journal(actor, "packet_built", Some(&row.number), &[]);
    batch.flush()?;
    let timeline = timeline(batch.database, &row.number)?;
    let (before, links, pruned) = proof(batch.database, &row.number, &timeline)?;
    missing.extend(pruned);
    let head = batch.head().clone();
    Ok(Packet {
        version: "demur-packet/v1",
        case: row.number.clone(),
        when: row.when(),
        band: row.band,
        skeleton: row.skeleton.as_deref().map(json).transpose()?,
        commitment: row.commitment.as_deref().map(hex),
        situation: row.situation.clone(),
        opinion: row.opinion.clone(),
        comparators: comparators(batch.database, row)?,
        head_seq: head.seq,
        head: hex(&head.hash),
        timeline,
        journal: links,
        before,
        texts: texts_of,
        letter: letter_of,
        missing,
    })
}

impl Store {
    /// Builds the evidence of a case. That somebody did stands in the journal, as its last entry.
    pub fn packet(&self, actor: &Actor, case: &str) -> Pending<Packet> {
        self.look(actor, case, Operation::Packet, build)
    }
}
