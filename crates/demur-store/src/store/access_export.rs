//! Everything held about the person behind a contact, for the person (PR-18).

use jiff::civil::Date;
use serde::Serialize;

use super::Store;
use super::reveal::{Texts, texts};
use super::show::{CaseFile, file};
use crate::access::{self, Operation};
use crate::actor::{Actor, Role};
use crate::batch::Batch;
use crate::contact::{Contact, tag};
use crate::error::Result;
use crate::journal::{self, Entry};
use crate::pending::Pending;
use crate::row::CaseRow;

/// Rights that the answer has to name; the words for them are the interface's.
const RIGHTS: &[&str] = &[
    "access",
    "rectification",
    "erasure",
    "restriction",
    "objection",
    "complaint",
];

/// The answer to a request for access. Staff and other people are not in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AccessExport {
    /// The day of the export.
    pub made_on: Date,
    /// Kind of the contact that was asked about; the value is in the case files.
    pub channel: &'static str,
    /// Case files in which the contact was used.
    pub cases: Vec<AccessCase>,
    /// Whom the data are given to: nobody.
    pub recipients: Vec<String>,
    /// Where they come from.
    pub sources: Vec<&'static str>,
    /// Rights of the person.
    pub rights: &'static [&'static str],
    /// The export itself is to be deleted after this day.
    pub delete_on: Date,
}

/// One case file in the answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AccessCase {
    /// Skeleton, documents and timeline, with basis, purpose and periods.
    pub file: CaseFile,
    /// Contact and texts.
    pub texts: Texts,
    /// Who looked at them and when.
    pub viewed: Vec<Viewed>,
}

/// A look at contact and texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Viewed {
    /// By which role.
    pub role: String,
    /// When, in UTC.
    pub utc: String,
    /// What was looked at.
    pub event: String,
}

const LOOKS: &[&str] = &[
    "texts_read",
    "superseded_read",
    "access_exported",
    "packet_built",
];

fn viewed(batch: &mut Batch<'_>, case: &str) -> Result<Vec<Viewed>> {
    let sql = format!("{} WHERE case_number = $1 ORDER BY seq", journal::COLUMNS);
    let mut viewed = Vec::new();
    for mut row in batch.database.rows(&sql, &[case.into()])? {
        let entry = Entry::of(&mut row)?;
        if LOOKS.contains(&entry.event.as_str()) {
            viewed.push(Viewed {
                role: entry.role,
                utc: entry.utc,
                event: entry.event,
            });
        }
    }
    Ok(viewed)
}

fn export(batch: &mut Batch<'_>, actor: &Actor, contact: &[u8]) -> Result<Vec<AccessCase>> {
    batch.flush()?;
    let sql = "SELECT case_number FROM demur_lookup WHERE tag = $1 ORDER BY case_number";
    let mut cases = Vec::new();
    for mut found in batch.database.rows(sql, &[contact.to_vec().into()])? {
        let row: CaseRow = batch.case(&found.text()?)?;
        let texts = texts(batch, &row)?;
        let viewed = viewed(batch, &row.number)?;
        let number = row.number.clone();
        // As somebody sees it who does not see the pseudonyms of staff.
        let file = file(batch.database, row, Role::Reviewer)?;
        cases.push(AccessCase {
            file,
            texts,
            viewed,
        });
        batch.journal(actor, "access_exported", Some(&number), &[]);
    }
    Ok(cases)
}

impl Store {
    /// Everything held about a contact. That it was asked for stands in the journal of each case.
    pub fn export_access(&self, actor: &Actor, contact: &Contact) -> Pending<AccessExport> {
        let secret = &self.context.secrets.contact;
        let tag = access::check(actor, Operation::ExportAccess)
            .and_then(|()| tag(secret, contact, &self.context.calling_code));
        let tag = match tag {
            Ok(tag) => tag,
            Err(error) => return Pending::ready(Err(error)),
        };
        let actor = actor.clone();
        let channel = contact.channel.as_str();
        self.writer.submit(None, None, move |batch| {
            let cases = export(batch, &actor, &tag)?;
            let made_on = batch.now.day;
            Ok(AccessExport {
                made_on,
                channel,
                cases,
                recipients: Vec::new(),
                sources: vec!["staff_observation", "the_person"],
                rights: RIGHTS,
                delete_on: made_on.saturating_add(jiff::Span::new().days(30)),
            })
        })
    }
}
