//! What happens to a case file after it was opened: notices, corrections, statements, deadlines.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::step::{self, Step, expect};
use super::{Context, Store};
use crate::access::Operation;
use crate::actor::{Actor, Role};
use crate::batch::Batch;
use crate::case::{Deadline, EventKind, Notice, Receipt, State, hide};
use crate::crypto::Key;
use crate::document::{check_coded, check_name};
use crate::error::{Result, StoreError};
use crate::guard::FreeText;
use crate::pending::Pending;
use crate::row::CaseRow;
use crate::sealed::{Part, Sealed};

/// Something that happened and needs no text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewEvent {
    /// What: an appeal, objection or complaint that came in, or an offer to staff.
    pub kind: EventKind,
    /// Coded values about it.
    #[serde(default)]
    pub data: Map<String, Json>,
    /// What has to be done next.
    #[serde(default)]
    pub deadline: Option<Deadline>,
}

/// Facts as they should have been written.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The text: up to 600 characters, guarded.
    pub facts: String,
    /// Lets a text pass that the guard rejects.
    #[serde(default)]
    pub pass: Option<GuardOverride>,
}

hide!(Correction: pass);

/// Only the privacy role lets a rejected text pass, with a reason and for some time (PR-06).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuardOverride {
    /// Why, as a word of the vocabulary: `court_order`, `quote_of_the_person`.
    pub reason: String,
    /// The day on which the text is deleted.
    pub delete_on: Date,
}

impl Store {
    /// Looks at the case file, checks its version, makes a step and writes it.
    pub(super) fn change<I: Serialize + Clone + Send + 'static>(
        &self,
        actor: &Actor,
        operation: Operation,
        request: &str,
        (case, version): (&str, i64),
        input: I,
        mut step: impl FnMut(&mut Batch<'_>, &Context, &Actor, &mut CaseRow, &I) -> Result<Step>
        + Send
        + 'static,
    ) -> Pending<Receipt> {
        let number = case.to_owned();
        let named = (version, input.clone());
        self.write(actor, operation, request, Some(case), &named, {
            move |batch, context, actor| {
                let mut row = batch.case(&number)?;
                own_only(actor, &row)?;
                expect(batch, &row, version)?;
                let step = step(batch, context, actor, &mut row, &input)?;
                step::write(batch, actor, &row, &step)
            }
        })
    }

    /// Keeps what the customer was told.
    pub fn notify(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        notice: Notice,
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(actor, Operation::Notify, request, at, notice, {
            |batch, _, _, row, notice| {
                let key = batch.case_key(row)?;
                notified(row, &key, notice)
            }
        })
    }

    /// Writes down that an appeal, an objection or a complaint came in, or an offer to staff.
    pub fn record_event(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        event: NewEvent,
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(actor, Operation::Receive, request, at, event, {
            |_, _, _, row, event| {
                row.state = match (event.kind, row.state) {
                    (EventKind::AppealReceived, State::Open) => {
                        return Err(StoreError::State {
                            case: row.number.clone(),
                            state: row.state.as_str(),
                            operation: Operation::Receive.as_str(),
                        });
                    }
                    (EventKind::AppealReceived, _) => State::Appealed,
                    (EventKind::ObjectionReceived, _) => State::Objected,
                    (EventKind::ComplaintReceived | EventKind::DebriefOffered, state) => state,
                    _ => {
                        let why = "an appeal, objection, complaint or offer to staff";
                        return Err(StoreError::invalid("kind", why));
                    }
                };
                check_coded("data", &Json::Object(event.data.clone()))?;
                set_deadline(row, event.deadline.as_ref())?;
                Ok(step::plain(row, event.kind, event.data.clone()))
            }
        })
    }

    /// Sets the next deadline, or takes it away.
    pub fn set_deadline(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        deadline: Option<Deadline>,
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(actor, Operation::Deadline, request, at, deadline, {
            |_, _, _, row, deadline| {
                row.deadline = None;
                row.deadline_kind = None;
                set_deadline(row, deadline.as_ref())?;
                let mut data = Map::new();
                data.insert("deadline".to_owned(), json!(deadline));
                Ok(step::plain(row, EventKind::DeadlineSet, data))
            }
        })
    }

    /// Closes a case file in which nothing is outstanding.
    pub fn close(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(
            actor,
            Operation::Close,
            request,
            at,
            (),
            |_, _, _, row, ()| {
                if !matches!(row.state, State::Decided | State::Notified) {
                    return Err(StoreError::State {
                        case: row.number.clone(),
                        state: row.state.as_str(),
                        operation: Operation::Close.as_str(),
                    });
                }
                row.state = State::Closed;
                row.deadline = None;
                row.deadline_kind = None;
                Ok(step::plain(row, EventKind::Closed, Map::new()))
            },
        )
    }

    /// Replaces the facts. The version before is readable by auditors only (PR-20).
    pub fn correct(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        correction: Correction,
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(actor, Operation::Correct, request, at, correction, {
            |batch, context, actor, row, correction| {
                let due = check_correction(context, actor, correction)?;
                let key = batch.case_key(row)?;
                row.version += 1;
                let part = (row.version, 0);
                let text = &correction.facts;
                let mut sealed = Sealed::new(&key, &row.number, part, Part::Facts, text)?;
                sealed.due = due;
                let mut data = Map::new();
                if let Some(pass) = &correction.pass {
                    data.insert("guard_override".to_owned(), json!(pass));
                }
                let sql = "UPDATE demur_sealed SET superseded = 1 \
                    WHERE case_number = $1 AND kind = $2";
                let values = [row.number.as_str().into(), Part::Facts.as_str().into()];
                batch.database.run(sql, &values)?;
                Ok(Step {
                    kind: EventKind::Corrected,
                    data,
                    sealed: vec![sealed],
                })
            }
        })
    }

    /// Adds what the customer says, to be shown beside the facts (PR-20).
    pub fn add_statement(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        statement: String,
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(actor, Operation::Statement, request, at, statement, {
            |batch, context, _, row, statement| {
                FreeText::STATEMENT.check(statement, &*context.guard)?;
                let key = batch.case_key(row)?;
                row.version += 1;
                let part = (row.version, 0);
                let sealed = Sealed::new(&key, &row.number, part, Part::Statement, statement)?;
                Ok(Step {
                    kind: EventKind::Stated,
                    data: Map::new(),
                    sealed: vec![sealed],
                })
            }
        })
    }
}

/// The desk touches only what it wrote itself.
pub(super) fn own_only(actor: &Actor, row: &CaseRow) -> Result<()> {
    let own = row.created_by.as_deref() == Some(actor.pseudonym());
    if actor.role() == Role::Desk && !own {
        return Err(StoreError::NotFound {
            case: row.number.clone(),
        });
    }
    Ok(())
}

pub(super) fn set_deadline(row: &mut CaseRow, deadline: Option<&Deadline>) -> Result<()> {
    if let Some(deadline) = deadline {
        check_name("deadline", &deadline.kind)?;
        row.deadline = Some(deadline.day);
        row.deadline_kind = Some(deadline.kind.clone());
    }
    Ok(())
}

/// The day on which the text is deleted, when it passed by way of an override.
fn check_correction(
    context: &Context,
    actor: &Actor,
    correction: &Correction,
) -> Result<Option<Date>> {
    let text = &correction.facts;
    let Some(pass) = &correction.pass else {
        FreeText::FACTS.check(text, &*context.guard)?;
        return Ok(None);
    };
    crate::access::check(actor, Operation::Override)?;
    FreeText::FACTS.check_length(text)?;
    check_name("reason", &pass.reason)?;
    if pass.delete_on <= context.now().day {
        return Err(StoreError::invalid("delete_on", "a day to come"));
    }
    Ok(Some(pass.delete_on))
}

/// Writes a notice into the row.
pub(super) fn notified(row: &mut CaseRow, key: &Key, notice: &Notice) -> Result<Step> {
    FreeText::NOTICE.check_length(&notice.text)?;
    check_name("channel", &notice.channel)?;
    check_name("language", &notice.language)?;
    row.version += 1;
    if row.state == State::Decided {
        row.state = State::Notified;
    }
    let part = (row.version, 0);
    let sealed = vec![Sealed::new(key, &row.number, part, Part::Notice, notice)?];
    let mut data = Map::new();
    data.insert("channel".to_owned(), json!(notice.channel));
    data.insert("language".to_owned(), json!(notice.language));
    Ok(Step {
        kind: EventKind::Notified,
        data,
        sealed,
    })
}
