//! A person decides about a case file that was opened before.

use super::Store;
use super::create::{decided, receipt_of};
use super::event;
use crate::access::Operation;
use crate::actor::Actor;
use crate::case::{Decision, Receipt, State};
use crate::error::StoreError;
use crate::pending::Pending;

impl Store {
    /// Writes down what a person decided.
    pub fn decide(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        decision: Decision,
    ) -> Pending<Receipt> {
        let number = case.to_owned();
        let named = (version, decision.clone());
        self.write(actor, Operation::Decide, request, Some(case), &named, {
            move |batch, context, actor| {
                let mut row = batch.case(&number)?;
                event::expect(batch, &row, version)?;
                if row.state != State::Open {
                    return Err(StoreError::State {
                        case: row.number,
                        state: row.state.as_str(),
                        operation: Operation::Decide.as_str(),
                    });
                }
                let key = batch.case_key(&row.number)?;
                let now = batch.now;
                let (step, code) = decided(context, actor, &mut row, &key, &decision, now)?;
                let mut receipt = receipt_of(&row, Some(&code));
                receipt.seq = event::write(batch, actor, &row, &step)?.seq;
                Ok(receipt)
            }
        })
    }
}
