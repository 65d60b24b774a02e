//! One-time tokens: what a link holds with which somebody signs in for the first time.

use std::time::Duration;

use super::tables::TOKEN;
use super::words::{token, token_hash};
use super::{House, people, seconds};
use crate::database::{Connection, Put, Row};
use crate::error::{Result, StoreError};

/// What a one-time token is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenPurpose {
    /// Setting the house up; whoever has it becomes the first admin.
    FirstStart,
    /// Choosing the first password of the person with this pseudonym.
    Invitation(String),
    /// Choosing a new password of the person with this pseudonym.
    PasswordReset(String),
}

impl TokenPurpose {
    fn columns(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::FirstStart => ("first_start", None),
            Self::Invitation(pseudonym) => ("invitation", Some(pseudonym)),
            Self::PasswordReset(pseudonym) => ("password_reset", Some(pseudonym)),
        }
    }

    fn read(row: &mut Row) -> Result<Self> {
        let purpose = row.text()?;
        match (purpose.as_str(), row.maybe_text()?) {
            ("first_start", None) => Ok(Self::FirstStart),
            ("invitation", Some(pseudonym)) => Ok(Self::Invitation(pseudonym)),
            ("password_reset", Some(pseudonym)) => Ok(Self::PasswordReset(pseudonym)),
            _ => Err(StoreError::damaged("an unknown purpose of a token")),
        }
    }
}

impl House {
    /// A new token, in place of any older one for the same purpose and person. Only its hash is
    /// kept, so it cannot be shown again.
    ///
    /// # Errors
    /// When the person it is for is not there, or their access is switched off.
    pub fn make_token(&self, purpose: TokenPurpose, lifetime: Duration) -> Result<String> {
        let made = token()?;
        let expires = self.now().utc.as_second().saturating_add(seconds(lifetime));
        let (word, pseudonym) = purpose.columns();
        self.write_alone(|database| {
            if let Some(pseudonym) = pseudonym {
                people::enabled(database, pseudonym)?;
            }
            let sql = "DELETE FROM demur_house_token \
                WHERE purpose = $1 AND COALESCE(pseudonym, '') = COALESCE($2, '')";
            database.run(sql, &[word.into(), pseudonym.into()])?;
            let hash = token_hash(&made).into();
            let row = vec![hash, word.into(), pseudonym.into(), expires.into()];
            database.put(&TOKEN, Put::New, &[row])
        })?;
        Ok(made)
    }

    /// What a token is good for, without using it up; `None` when it was used, replaced, withdrawn
    /// or has expired.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn token(&self, token: &str) -> Result<Option<TokenPurpose>> {
        let now = self.now().utc.as_second();
        let sql = "SELECT purpose, pseudonym FROM demur_house_token \
            WHERE hash = $1 AND expires > $2";
        self.read(|database| {
            let row = database.row(sql, &[token_hash(token).into(), now.into()])?;
            row.map(|mut row| TokenPurpose::read(&mut row)).transpose()
        })
    }

    /// What a token is good for, and uses it up: of two who try at once, one is told.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn take_token(&self, token: &str) -> Result<Option<TokenPurpose>> {
        let now = self.now().utc.as_second();
        let sql = "DELETE FROM demur_house_token WHERE hash = $1 AND expires > $2 \
            RETURNING purpose, pseudonym";
        self.write(|database| {
            let row = database.row(sql, &[token_hash(token).into(), now.into()])?;
            row.map(|mut row| TokenPurpose::read(&mut row)).transpose()
        })
    }
}

/// Nothing that was sent to a person to sign in with counts any longer.
pub(super) fn withdraw(database: &mut Connection, pseudonym: &str) -> Result<()> {
    let sql = "DELETE FROM demur_house_token WHERE pseudonym = $1";
    database.run(sql, &[pseudonym.into()]).map(|_| ())
}
