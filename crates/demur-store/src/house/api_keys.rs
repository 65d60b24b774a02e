//! API keys: how other programs of the firm sign in.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::tables::API_KEY;
use super::words::{check_roles, line, read_roles, roles_text, token, token_hash};
use super::{House, people};
use crate::actor::Role;
use crate::crypto::{hex, random, unhex};
use crate::database::{Put, Row, Value};
use crate::error::{Result, StoreError};

/// Leads every key, so that one that lies about is known for what it is.
const PREFIX: &str = "dmr_";
const LONGEST_LABEL: usize = 80;

/// What is known of an API key; never the key itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// What it is called when it is revoked.
    pub id: String,
    /// What it is for, in the words of who made it.
    pub label: String,
    /// What it may do.
    pub roles: BTreeSet<Role>,
    /// What the record calls who acts with it.
    pub pseudonym: String,
    /// The day on which it was made.
    pub created: Date,
    /// The last day on which it was used.
    pub last_used: Option<Date>,
    /// The day on which it was revoked.
    pub revoked: Option<Date>,
}

const COLUMNS: &str = "id, label, roles, pseudonym, created, last_used, revoked";

fn read(row: &mut Row) -> Result<ApiKey> {
    Ok(ApiKey {
        id: row.text()?,
        label: row.text()?,
        roles: read_roles(&row.text()?)?,
        pseudonym: row.text()?,
        created: row
            .maybe_day()?
            .ok_or_else(|| StoreError::damaged("an API key without a day"))?,
        last_used: row.maybe_day()?,
        revoked: row.maybe_day()?,
    })
}

impl House {
    /// Makes a key and shows it this once. It acts under the pseudonym of a person, with roles that
    /// they have, or under a new one of its own when `pseudonym` is `None`.
    ///
    /// # Errors
    /// When the label is empty or longer than 80 characters, the roles are none, `system`, or more
    /// than the person has, or that person is not there or their access is switched off.
    pub fn add_api_key(
        &self,
        label: &str,
        roles: &BTreeSet<Role>,
        pseudonym: Option<&str>,
    ) -> Result<(ApiKey, String)> {
        let label = line("label", label, LONGEST_LABEL)?;
        check_roles(roles)?;
        let plaintext = format!("{PREFIX}{}", token()?);
        let id = hex(&random::<8>()?);
        let created = self.now().day;
        let key = self.write_alone(|database| {
            let pseudonym = match pseudonym {
                None => people::new_pseudonym(database)?,
                Some(pseudonym) => {
                    if !roles.is_subset(&people::enabled(database, pseudonym)?.roles) {
                        return Err(StoreError::invalid(
                            "roles",
                            "a key has no more roles than the person it acts for",
                        ));
                    }
                    pseudonym.to_owned()
                }
            };
            let row = vec![
                id.as_str().into(),
                token_hash(&plaintext).into(),
                label.as_str().into(),
                roles_text(roles).into(),
                pseudonym.as_str().into(),
                created.into(),
                Value::Null,
                Value::Null,
            ];
            database.put(&API_KEY, Put::New, &[row])?;
            Ok(ApiKey {
                id,
                label,
                roles: roles.clone(),
                pseudonym,
                created,
                last_used: None,
                revoked: None,
            })
        })?;
        Ok((key, plaintext))
    }

    /// The key with this text, when it counts: it was not revoked, and the access of the person it
    /// acts for is on. It has only those of its roles that the person still has.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn api_key(&self, plaintext: &str) -> Result<Option<ApiKey>> {
        if !plaintext.starts_with(PREFIX) {
            return Ok(None);
        }
        let hash = token_hash(plaintext);
        let sql = format!(
            "SELECT {COLUMNS} FROM demur_house_api_key WHERE hash = $1 AND revoked IS NULL"
        );
        let found = self.read(|database| {
            let Some(mut row) = database.row(&sql, &[hash.clone().into()])? else {
                return Ok(None);
            };
            let key = read(&mut row)?;
            let person = people::find(database, &key.pseudonym)?;
            Ok(Some((key, person)))
        })?;
        let Some((mut key, person)) = found else {
            return Ok(None);
        };
        if let Some(person) = person {
            if person.disabled {
                return Ok(None);
            }
            key.roles.retain(|role| person.roles.contains(role));
        }
        let today = self.now().day;
        if key.last_used.is_none_or(|last| last < today) {
            self.note_use(&key.id, today)?;
            key.last_used = Some(today);
        }
        Ok(Some(key))
    }

    fn note_use(&self, id: &str, today: Date) -> Result<()> {
        let sql = "UPDATE demur_house_api_key SET last_used = $1 WHERE id = $2";
        match self.write(|database| database.run(sql, &[today.into(), id.into()])) {
            // Reading goes on where nothing can be written.
            Ok(_) | Err(StoreError::DiskFull | StoreError::ReadOnly | StoreError::Busy) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// All keys, the newest first, with those that were revoked in the last 24 months.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn api_keys(&self) -> Result<Vec<ApiKey>> {
        let sql = format!("SELECT {COLUMNS} FROM demur_house_api_key ORDER BY created DESC, id");
        self.read(|database| {
            let rows = database.rows(&sql, &[])?;
            rows.into_iter().map(|mut row| read(&mut row)).collect()
        })
    }

    /// Takes a key its force, at once and for good; nothing changes when that was done before.
    ///
    /// # Errors
    /// When there is no such key.
    pub fn revoke_api_key(&self, id: &str) -> Result<()> {
        let today = self.now().day;
        let missing = || StoreError::Missing {
            what: "API key",
            name: id.to_owned(),
        };
        if unhex(id).is_none() {
            return Err(missing());
        }
        let sql = "UPDATE demur_house_api_key SET revoked = COALESCE(revoked, $1) WHERE id = $2";
        let values = [today.into(), id.into()];
        match self.write_alone(|database| database.run(sql, &values))? {
            0 => Err(missing()),
            _ => Ok(()),
        }
    }
}
