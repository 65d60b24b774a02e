//! Contact and texts of a case file. Every look at them stands in the journal.

use serde::Serialize;

use super::Store;
use super::event::own_only;
use crate::access::{self, Operation};
use crate::actor::{Actor, Role};
use crate::batch::Batch;
use crate::case::{Notice, State};
use crate::contact::Identity;
use crate::error::{Result, StoreError};
use crate::number::parse_number;
use crate::pending::Pending;
use crate::row::CaseRow;
use crate::sealed::{DecisionWords, Part, open_all};

/// What is sealed in a case file, opened. What is not there is not a field.
#[derive(Clone, Default, PartialEq, Serialize)]
pub struct Texts {
    /// Name and contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// What happened, as it was last corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// What the customer says, to be shown beside the facts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
    /// For whoever looks at an appeal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note_to_reviewer: Option<String>,
    /// Words of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Reason of a refusal that the opinion does not carry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the customer was told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// Words of whoever decided about appeals and objections.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<String>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Texts(..)")
    }
}

/// Facts that a correction replaced.
#[derive(Clone, PartialEq, Serialize)]
pub struct Superseded {
    /// Version of the case file in which they were written.
    pub version: i64,
    /// The text.
    pub facts: String,
}

impl std::fmt::Debug for Superseded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Superseded({}, ..)", self.version)
    }
}

/// Opens the texts; the caller has put the look into the journal.
pub(super) fn texts(batch: &mut Batch<'_>, row: &CaseRow) -> Result<Texts> {
    let key = batch.case_key(row)?;
    let mut texts = Texts::default();
    for opened in open_all(batch.database, &key, &row.number)? {
        match opened.kind {
            _ if opened.superseded => {}
            Part::Identity => texts.identity = Some(opened.read()?),
            Part::Facts => texts.facts = Some(opened.read()?),
            Part::Note => texts.note_to_reviewer = Some(opened.read()?),
            Part::Decision => {
                let decision: DecisionWords = opened.read()?;
                texts.words = Some(decision.words);
                texts.reason = decision.reason;
            }
            Part::Notice => texts.notices.push(opened.read()?),
            Part::Statement => texts.statements.push(opened.read()?),
            Part::Review => texts.reviews.push(opened.read()?),
        }
    }
    Ok(texts)
}

/// The desk sees texts on its own shift, a reviewer those of appealed cases.
fn may_look(actor: &Actor, row: &CaseRow, today: jiff::civil::Date) -> Result<()> {
    own_only(actor, row)?;
    let allowed = match actor.role() {
        Role::Desk => row.day == Some(today),
        Role::Reviewer => matches!(row.state, State::Appealed | State::Objected),
        _ => true,
    };
    if allowed {
        return Ok(());
    }
    Err(StoreError::Forbidden {
        role: actor.role().as_str(),
        operation: Operation::Reveal.as_str(),
    })
}

impl Store {
    /// Contact and texts of a case file.
    pub fn reveal(&self, actor: &Actor, case: &str) -> Pending<Texts> {
        self.look(actor, case, Operation::Reveal, |batch, actor, row| {
            may_look(actor, row, batch.now.day)?;
            let texts = texts(batch, row)?;
            batch.journal(actor, "texts_read", Some(&row.number), &[]);
            Ok(texts)
        })
    }

    /// What corrections replaced (PR-20).
    pub fn reveal_superseded(&self, actor: &Actor, case: &str) -> Pending<Vec<Superseded>> {
        self.look(
            actor,
            case,
            Operation::RevealSuperseded,
            |batch, actor, row| {
                let key = batch.case_key(row)?;
                let opened = open_all(batch.database, &key, &row.number)?;
                let replaced = opened.iter().filter(|opened| opened.superseded);
                let superseded = replaced.map(|opened| {
                    Ok(Superseded {
                        version: opened.part / 64,
                        facts: opened.read()?,
                    })
                });
                let superseded = superseded.collect::<Result<_>>()?;
                batch.journal(actor, "superseded_read", Some(&row.number), &[]);
                Ok(superseded)
            },
        )
    }

    /// A look that leaves an entry in the journal; the answer comes after the entry is on disk.
    pub(super) fn look<T: Send + 'static>(
        &self,
        actor: &Actor,
        case: &str,
        operation: Operation,
        mut look: impl FnMut(&mut Batch<'_>, &Actor, &CaseRow) -> Result<T> + Send + 'static,
    ) -> Pending<T> {
        let number = access::check(actor, operation).and_then(|()| parse_number(case));
        let number = match number {
            Ok(number) => number,
            Err(error) => return Pending::ready(Err(error)),
        };
        let actor = actor.clone();
        self.writer
            .submit(None, Some(number.clone()), move |batch| {
                let row = batch.case(&number)?;
                look(batch, &actor, &row)
            })
    }
}
