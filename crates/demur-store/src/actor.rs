//! Who acts: a role and a pseudonym, never a name (PR-10).

use crate::coded::coded;
use crate::error::{Result, StoreError};

coded! {
    /// What somebody is there for (PRIVACY 10.1).
    Role {
        /// At the counter: writes down what happened.
        Desk = "desk",
        /// Decides.
        Decider = "decider",
        /// Looks at appeals.
        Reviewer = "reviewer",
        /// Answers people's requests about their data.
        Privacy = "privacy",
        /// Checks the record without seeing people.
        Auditor = "auditor",
        /// Runs the machine without seeing content.
        Admin = "admin",
        /// The program itself, on its daily round.
        System = "system",
    }
}

/// A role and the pseudonym of who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    role: Role,
    pseudonym: String,
}

impl Actor {
    /// A pseudonym is `s-` and 4 to 12 lower-case letters and digits, at least one of them a digit,
    /// so that nobody writes a name there.
    ///
    /// # Errors
    /// When the pseudonym is anything else.
    pub fn new(role: Role, pseudonym: &str) -> Result<Self> {
        check_pseudonym(pseudonym)?;
        Ok(Self {
            role,
            pseudonym: pseudonym.to_owned(),
        })
    }

    /// The program itself.
    #[must_use]
    pub fn system() -> Self {
        Self {
            role: Role::System,
            pseudonym: "s-0000".to_owned(),
        }
    }

    /// The role in which somebody acts.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The staff pseudonym.
    #[must_use]
    pub fn pseudonym(&self) -> &str {
        &self.pseudonym
    }
}

pub(crate) fn check_pseudonym(pseudonym: &str) -> Result<()> {
    let rest = pseudonym.strip_prefix("s-").unwrap_or("");
    let coded = rest
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let long_enough = (4..=12).contains(&rest.len());
    if !coded || !long_enough || !rest.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(StoreError::invalid(
            "pseudonym",
            "`s-` and 4 to 12 lower-case letters and digits, at least one of them a digit",
        ));
    }
    Ok(())
}
