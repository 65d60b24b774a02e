//! What is known of a person of the staff, and how it is read from its row.

use std::collections::BTreeSet;

use jiff::civil::Date;
use zeroize::Zeroizing;

use super::words::read_roles;
use crate::actor::Role;
use crate::database::Row;
use crate::error::{Result, StoreError};

/// Somebody who works with Demur.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// What the record calls them; it stays the same.
    pub pseudonym: String,
    /// What they sign in with, as it was written.
    pub login: String,
    /// What they are there for.
    pub roles: BTreeSet<Role>,
    /// Where they work; `None`: everywhere.
    pub site: Option<String>,
    /// Tag of the language that they read; `None`: what their browser asks for.
    pub lang: Option<String>,
    /// Whether their access is switched off.
    pub disabled: bool,
    /// Whether they have a second factor.
    pub second_factor: bool,
    /// The day on which they were added.
    pub created: Date,
}

impl std::fmt::Debug for Person {
    /// A login may be somebody's name, and debug output ends in logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person")
            .field("pseudonym", &self.pseudonym)
            .field("roles", &self.roles)
            .field("disabled", &self.disabled)
            .finish_non_exhaustive()
    }
}

/// Somebody who is to be added.
#[derive(Clone)]
pub struct NewPerson {
    /// What they sign in with: 1 to 64 characters, whatever the case.
    pub login: String,
    /// What they are there for; at least one role, and never `system`.
    pub roles: BTreeSet<Role>,
    /// Where they work; `None`: everywhere.
    pub site: Option<String>,
    /// Tag of the language that they read.
    pub lang: Option<String>,
    /// The encoded hash of their password; `None` until they have chosen one.
    pub password: Option<String>,
}

impl std::fmt::Debug for NewPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPerson")
            .field("roles", &self.roles)
            .finish_non_exhaustive()
    }
}

/// What signing in is checked against.
#[derive(Clone)]
pub struct Credentials {
    /// Who it is. Their access may be switched off.
    pub person: Person,
    /// The encoded hash of the password; `None` until one was chosen.
    pub password: Option<String>,
    /// The secret of the second factor.
    pub totp: Option<Zeroizing<Vec<u8>>>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials")
            .field("pseudonym", &self.person.pseudonym)
            .finish_non_exhaustive()
    }
}

/// Columns of [`read_person`], of a table that is called `p`.
pub(crate) const PERSON_COLUMNS: &str = "p.pseudonym, p.login, p.roles, p.site, p.lang, \
    p.disabled, CAST(CASE WHEN p.totp IS NULL THEN 0 ELSE 1 END AS BIGINT), p.created";

pub(crate) fn read_person(row: &mut Row) -> Result<Person> {
    Ok(Person {
        pseudonym: row.text()?,
        login: row.text()?,
        roles: read_roles(&row.text()?)?,
        site: row.maybe_text()?,
        lang: row.maybe_text()?,
        disabled: row.int()? != 0,
        second_factor: row.int()? != 0,
        created: row
            .maybe_day()?
            .ok_or_else(|| StoreError::damaged("a person without a day"))?,
    })
}
