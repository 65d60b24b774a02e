//! Two pairs of eyes: confirming a decision, deciding about an appeal or objection.

use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use super::Store;
use super::event::set_deadline;
use super::step::{self, Step};
use crate::access::Operation;
use crate::actor::Actor;
use crate::case::{Deadline, EventKind, Receipt, State, hide};
use crate::coded::coded;
use crate::error::{Result, StoreError};
use crate::guard::FreeText;
use crate::pending::Pending;
use crate::row::CaseRow;
use crate::sealed::{Part, Sealed};

coded! {
    /// What became of an appeal or objection.
    ReviewOutcome {
        /// The decision stands.
        Upheld = "upheld",
        /// It is replaced by a milder one.
        Changed = "changed",
        /// It is lifted.
        Lifted = "lifted",
    }
}

/// The decision about an appeal or objection.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// What became of it.
    pub outcome: ReviewOutcome,
    /// Why, in own words: 40 to 600 characters. Sealed and guarded.
    pub words: String,
    /// What has to be done next.
    #[serde(default)]
    pub deadline: Option<Deadline>,
}

hide!(Review: outcome);

fn other_than_the_decider(actor: &Actor, row: &CaseRow, operation: Operation) -> Result<()> {
    if row.decided_by.as_deref() == Some(actor.pseudonym()) {
        return Err(StoreError::FourEyes {
            operation: operation.as_str(),
        });
    }
    Ok(())
}

impl Store {
    /// Confirms a decision; whoever made it cannot (PR-41).
    pub fn confirm(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(
            actor,
            Operation::Confirm,
            request,
            at,
            (),
            |_, _, actor, row, ()| {
                other_than_the_decider(actor, row, Operation::Confirm)?;
                if !matches!(row.state, State::Decided | State::Notified) {
                    return Err(StoreError::State {
                        case: row.number.clone(),
                        state: row.state.as_str(),
                        operation: Operation::Confirm.as_str(),
                    });
                }
                row.confirmed_by = Some(actor.pseudonym().to_owned());
                Ok(step::plain(row, EventKind::Confirmed, Map::new()))
            },
        )
    }

    /// Decides about the appeal or objection that is outstanding; whoever decided the case cannot.
    pub fn review(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        review: Review,
    ) -> Pending<Receipt> {
        let at = (case, version);
        self.change(actor, Operation::Review, request, at, review, {
            |batch, context, actor, row, review| {
                other_than_the_decider(actor, row, Operation::Review)?;
                let kind = match row.state {
                    State::Appealed => EventKind::AppealDecided,
                    State::Objected => EventKind::ObjectionDecided,
                    state => {
                        return Err(StoreError::State {
                            case: row.number.clone(),
                            state: state.as_str(),
                            operation: Operation::Review.as_str(),
                        });
                    }
                };
                FreeText::WORDS.check(&review.words, &*context.guard)?;
                let key = batch.case_key(row)?;
                row.version += 1;
                row.state = State::Decided;
                row.deadline = None;
                row.deadline_kind = None;
                set_deadline(row, review.deadline.as_ref())?;
                let part = (row.version, 0);
                let words = &review.words;
                let sealed = Sealed::new(&key, &row.number, part, Part::Review, words)?;
                let mut data = Map::new();
                data.insert("outcome".to_owned(), json!(review.outcome));
                Ok(Step {
                    kind,
                    data,
                    sealed: vec![sealed],
                })
            }
        })
    }
}
