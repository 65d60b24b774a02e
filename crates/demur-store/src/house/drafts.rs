//! Drafts: interviews that are going on. What is in one was encrypted by whoever hands it in.

use std::time::Duration;

use super::tables::DRAFT;
use super::{House, seconds};
use crate::crypto::{hex, random};
use crate::database::Put;
use crate::error::{Result, StoreError};

/// Drafts that one session keeps; the one that was touched longest ago goes.
const MOST: i64 = 20;
/// Largest draft, in bytes.
const LARGEST: usize = 256 * 1024;
const LONGEST_ID: usize = 64;

impl House {
    /// A random id for a new draft.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn new_draft_id(&self) -> Result<String> {
        Ok(hex(&random::<16>()?))
    }

    /// Keeps a draft of a session, in place of an older one with the same id, for as long as
    /// `lifetime` and the session last.
    ///
    /// # Errors
    /// [`StoreError::SessionOver`], when there is no session with the id `owner`; when the draft is
    /// larger than 256 KiB or its id is no word.
    pub fn put_draft(&self, id: &str, owner: &str, body: &[u8], lifetime: Duration) -> Result<()> {
        if !is_word(id) || !is_word(owner) {
            return Err(StoreError::invalid(
                "draft",
                "id and owner have to be one word each",
            ));
        }
        if body.len() > LARGEST {
            return Err(StoreError::invalid("draft", "at most 256 KiB"));
        }
        let expires = self.now().utc.as_second().saturating_add(seconds(lifetime));
        self.write(|database| {
            // Takes the lock on the session, so that it does not end before its draft is written.
            let sql = "UPDATE demur_house_session SET hash = hash WHERE hash = $1";
            if database.run(sql, &[owner.into()])? == 0 {
                return Err(StoreError::SessionOver);
            }
            let sql = "SELECT COALESCE(MAX(nr), 0) FROM demur_house_draft WHERE owner = $1";
            let last = database.row(sql, &[owner.into()])?;
            let nr = last.map(|mut row| row.int()).transpose()?.unwrap_or(0) + 1;
            let row = vec![
                owner.into(),
                id.into(),
                nr.into(),
                expires.into(),
                body.to_vec().into(),
            ];
            database.put(&DRAFT, Put::Replace, &[row])?;
            let sql = "DELETE FROM demur_house_draft WHERE owner = $1 AND id NOT IN \
                (SELECT id FROM demur_house_draft WHERE owner = $1 ORDER BY nr DESC LIMIT $2)";
            database.run(sql, &[owner.into(), MOST.into()]).map(|_| ())
        })
    }

    /// A draft of a session, while it lasts; nobody else's.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn draft(&self, id: &str, owner: &str) -> Result<Option<Vec<u8>>> {
        let now = self.now().utc.as_second();
        if !is_word(id) || !is_word(owner) {
            return Ok(None);
        }
        let sql = "SELECT body FROM demur_house_draft \
            WHERE owner = $1 AND id = $2 AND expires > $3";
        self.read(|database| {
            let row = database.row(sql, &[owner.into(), id.into(), now.into()])?;
            row.map(|mut row| row.blob()).transpose()
        })
    }

    /// Throws a draft away; nothing happens when there is none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn remove_draft(&self, id: &str, owner: &str) -> Result<()> {
        if !is_word(id) || !is_word(owner) {
            return Ok(());
        }
        let sql = "DELETE FROM demur_house_draft WHERE owner = $1 AND id = $2";
        self.write(|database| database.run(sql, &[owner.into(), id.into()]).map(|_| ()))
    }
}

/// A server takes no question with a null character in it.
fn is_word(id: &str) -> bool {
    let fine = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (1..=LONGEST_ID).contains(&id.len()) && id.chars().all(fine)
}
