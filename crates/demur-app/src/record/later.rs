//! What happens to a case file after the decision: appeals, statements, deadlines, holds, its end.

use demur_store::{
    Actor, Cell, Correction, Deadline, DecisionHabits, Dimension, HoldFact, NewEvent, Receipt,
    Review, StoreError,
};
use jiff::civil::Date;

use super::Record;

/// A case file and the version of it that somebody has read.
type Read<'a> = (&'a str, i64);

impl Record {
    /// Confirms a decision of somebody else.
    ///
    /// # Errors
    /// When the role may not, the same person decided, or the case file was changed.
    pub fn confirm(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
    ) -> Result<Receipt, StoreError> {
        self.store.confirm(actor, request, case).wait()
    }

    /// Writes down that an appeal, an objection or a complaint came in, or an offer to staff.
    ///
    /// # Errors
    /// When the role may not, nothing was decided yet, or the case file was changed.
    pub fn receive(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
        event: NewEvent,
    ) -> Result<Receipt, StoreError> {
        self.store.record_event(actor, request, case, event).wait()
    }

    /// Adds what the customer says about it.
    ///
    /// # Errors
    /// When the role may not, the text is too long, or the case file was changed or erased.
    pub fn state(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
        statement: String,
    ) -> Result<Receipt, StoreError> {
        let store = &self.store;
        store.add_statement(actor, request, case, statement).wait()
    }

    /// Replaces the facts by a mended version.
    ///
    /// # Errors
    /// When the role may not, the guard rejects the text, or the case file was changed or erased.
    pub fn correct(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
        correction: Correction,
    ) -> Result<Receipt, StoreError> {
        self.store.correct(actor, request, case, correction).wait()
    }

    /// Decides about the appeal or objection that is outstanding.
    ///
    /// # Errors
    /// When the role may not, the same person decided the case, nothing is outstanding, the guard
    /// rejects the words, or the case file was changed or erased.
    pub fn review(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
        review: Review,
    ) -> Result<Receipt, StoreError> {
        self.store.review(actor, request, case, review).wait()
    }

    /// Sets the next deadline, or takes it away.
    ///
    /// # Errors
    /// When the role may not, or the case file was changed.
    pub fn set_deadline(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
        deadline: Option<Deadline>,
    ) -> Result<Receipt, StoreError> {
        let store = &self.store;
        store.set_deadline(actor, request, case, deadline).wait()
    }

    /// Closes a case file in which nothing is outstanding.
    ///
    /// # Errors
    /// When the role may not, something is outstanding, or the case file was changed.
    pub fn close(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
    ) -> Result<Receipt, StoreError> {
        self.store.close(actor, request, case).wait()
    }

    /// Holds a case file because of a dispute, which a fact of a day shows.
    ///
    /// # Errors
    /// When the role may not, there is no such fact, it is held or erased already, or it was changed.
    pub fn hold(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
        fact: (Option<HoldFact>, Option<Date>),
    ) -> Result<Receipt, StoreError> {
        self.store.hold(actor, request, case, fact.0, fact.1).wait()
    }

    /// The fact still asks for the hold: six months more.
    ///
    /// # Errors
    /// When the role may not, nothing is held, or the case file was changed.
    pub fn review_hold(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
    ) -> Result<Receipt, StoreError> {
        self.store.review_hold(actor, request, case).wait()
    }

    /// The dispute is over, and the periods run again.
    ///
    /// # Errors
    /// As [`Record::review_hold`].
    pub fn end_hold(
        &self,
        actor: &Actor,
        request: &str,
        case: Read<'_>,
    ) -> Result<Receipt, StoreError> {
        self.store.end_hold(actor, request, case).wait()
    }

    /// Counts case files by some dimensions other than staff; small cells are hidden.
    ///
    /// # Errors
    /// When the role may not count, or there is no dimension.
    pub fn statistics(
        &self,
        actor: &Actor,
        dimensions: Vec<Dimension>,
    ) -> Result<Vec<Cell>, StoreError> {
        self.store.statistics(actor, dimensions, None).wait()
    }

    /// Whether decisions of late look like rubber stamps.
    ///
    /// # Errors
    /// When the role may not count.
    pub fn habits(&self, actor: &Actor) -> Result<DecisionHabits, StoreError> {
        self.store.decision_habits(actor).wait()
    }
}
