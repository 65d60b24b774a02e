//! In which role somebody acts on case files, and the key under which a form is sent.

use demur_app::store::{Actor, Operation, Role, permits};

use crate::fault::Fault;
use crate::signed_in::SignedIn;

/// Roles in the order in which somebody with several of them acts here. The desk comes last: it
/// sees its own case files only, which nobody wants who may see more.
const BY_VIEW: [Role; 5] = [
    Role::Decider,
    Role::Reviewer,
    Role::Privacy,
    Role::Auditor,
    Role::Desk,
];
/// A reviewer sees the texts of appealed cases only.
const BY_TEXTS: [Role; 4] = [Role::Decider, Role::Privacy, Role::Reviewer, Role::Desk];

/// In which role they do this to a case file.
pub(crate) fn actor(who: &SignedIn, operation: Operation) -> Result<Actor, Fault> {
    let order: &[Role] = match operation {
        Operation::Reveal => &BY_TEXTS,
        _ => &BY_VIEW,
    };
    let held = |role: &&Role| who.person.roles.contains(role) && permits(**role, operation);
    let role = order.iter().find(held).ok_or(Fault::NotYours(operation))?;
    Actor::new(*role, &who.person.pseudonym).map_err(Fault::Store)
}

/// The key of a form: sent twice, it is done once.
pub(crate) fn request() -> Result<String, Fault> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Fault::Broken("no randomness"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
