//! Which role may do what, and which fields it sees (PR-40). What is not listed is forbidden.

use crate::actor::{Actor, Role};
use crate::coded::coded;
use crate::error::{Result, StoreError};

coded! {
    /// Everything that one can ask of the store, as it stands in a sentence after "may not".
    Operation {
        /// Make a case file of a situation and an opinion.
        Create = "open a case file",
        /// Write down what a person decided.
        Decide = "decide",
        /// Confirm the decision of somebody else.
        Confirm = "confirm a decision",
        /// Keep what the customer was told.
        Notify = "record a notice",
        /// Replace the facts by a mended version.
        Correct = "correct the facts",
        /// Let a text pass that the guard rejected.
        Override = "override the guard of free text",
        /// Keep what the customer says about it.
        Statement = "record the customer's statement",
        /// Take in an appeal, objection or complaint.
        Receive = "record an appeal or objection",
        /// Decide about an appeal or objection.
        Review = "decide about an appeal or objection",
        /// Set or change the next deadline.
        Deadline = "set a deadline",
        /// Close a case file.
        Close = "close a case file",
        /// Look for case files.
        Find = "look for case files",
        /// See the skeleton of a case file and its timeline.
        Show = "see a case file",
        /// See contact and texts of a case file.
        Reveal = "see contact and texts",
        /// See what a correction replaced.
        RevealSuperseded = "see replaced versions",
        /// Set, prolong or end a hold.
        Hold = "hold a case file",
        /// Erase contact and texts.
        Erase = "erase a case file",
        /// Give out everything held about a contact.
        ExportAccess = "export what is held about a person",
        /// Build the evidence of a case.
        Packet = "build an evidence packet",
        /// Read or verify the journal.
        Journal = "read the journal",
        /// Count.
        Statistics = "see statistics",
        /// Apply the periods.
        Retention = "apply retention",
        /// Back up or restore.
        Backup = "back up or restore",
    }
}

/// Whether a role may ask for an operation at all. Some operations look closer afterwards: the
/// desk sees its own case files only, a reviewer texts of appealed cases only.
#[must_use]
pub fn permits(role: Role, operation: Operation) -> bool {
    use Operation as O;
    match role {
        Role::Desk => matches!(
            operation,
            O::Create | O::Receive | O::Statement | O::Find | O::Show | O::Reveal
        ),
        Role::Decider => matches!(
            operation,
            O::Create
                | O::Decide
                | O::Confirm
                | O::Notify
                | O::Correct
                | O::Statement
                | O::Receive
                | O::Deadline
                | O::Close
                | O::Find
                | O::Show
                | O::Reveal
        ),
        Role::Reviewer => matches!(
            operation,
            O::Notify
                | O::Statement
                | O::Receive
                | O::Review
                | O::Deadline
                | O::Close
                | O::Find
                | O::Show
                | O::Reveal
        ),
        Role::Privacy => matches!(
            operation,
            O::Correct
                | O::Override
                | O::Statement
                | O::Receive
                | O::Review
                | O::Deadline
                | O::Close
                | O::Find
                | O::Show
                | O::Reveal
                | O::Hold
                | O::Erase
                | O::ExportAccess
                | O::Packet
                | O::Journal
                | O::Statistics
                | O::Retention
        ),
        Role::Auditor => matches!(
            operation,
            O::Find | O::Show | O::RevealSuperseded | O::Packet | O::Journal | O::Statistics
        ),
        Role::Admin => operation == O::Backup,
        Role::System => matches!(operation, O::Retention | O::Backup),
    }
}

pub(crate) fn check(actor: &Actor, operation: Operation) -> Result<()> {
    if permits(actor.role(), operation) {
        return Ok(());
    }
    Err(StoreError::Forbidden {
        role: actor.role().as_str(),
        operation: operation.as_str(),
    })
}

/// Whether a role sees the pseudonyms of staff; everybody else sees roles.
#[must_use]
pub fn sees_pseudonyms(role: Role) -> bool {
    matches!(role, Role::Privacy | Role::Auditor)
}
