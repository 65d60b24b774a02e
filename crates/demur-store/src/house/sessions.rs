//! Sessions: who is signed in where, known by the hash of a token only.

use std::time::Duration;

use jiff::Timestamp;

use super::person::{PERSON_COLUMNS, read_person};
use super::tables::SESSION;
use super::words::{token, token_hash};
use super::{House, Person, people, seconds};
use crate::actor::check_pseudonym;
use crate::crypto::hex;
use crate::database::{Connection, Put, Row};
use crate::error::{Result, StoreError};

/// How often it is noted at most that somebody is still there, in seconds.
const NOTED_EVERY: i64 = 60;

/// When a session ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// After the last request. Noted to the minute, or to a quarter of it when it is short.
    pub idle: Duration,
    /// After signing in, whatever happens.
    pub absolute: Duration,
}

impl Timeouts {
    fn end(&self, created: i64, seen: i64) -> i64 {
        let idle = seen.saturating_add(seconds(self.idle));
        idle.min(created.saturating_add(seconds(self.absolute)))
    }

    fn noted_every(&self) -> i64 {
        (seconds(self.idle) / 4).min(NOTED_EVERY)
    }
}

/// What a browser is given.
#[derive(Clone)]
pub struct NewSession {
    /// Shown to the browser only; it cannot be asked for again.
    pub token: String,
    /// Hash of the token, in hexadecimal digits; the owner of the session's drafts.
    pub id: String,
}

impl std::fmt::Debug for NewSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewSession(..)")
    }
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Hash of the token, in hexadecimal digits. It changes when the session is rotated.
    pub id: String,
    /// Who it is, as they are known now.
    pub person: Person,
    /// When they signed in.
    pub created: Timestamp,
    /// When they were last noted to be there.
    pub seen: Timestamp,
    /// Whether the second factor was given.
    pub strong: bool,
}

/// A session as it stands in its row.
struct Found {
    person: Person,
    created: i64,
    seen: i64,
    strong: bool,
}

impl Found {
    fn read(row: &mut Row) -> Result<Self> {
        Ok(Self {
            person: read_person(row)?,
            created: row.int()?,
            seen: row.int()?,
            strong: row.int()? != 0,
        })
    }
}

fn moment(second: i64) -> Result<Timestamp> {
    Timestamp::from_second(second).map_err(|_| StoreError::damaged("the time of a session"))
}

/// What a session is kept and known under.
pub(super) fn session_id(token: &str) -> String {
    hex(&token_hash(token))
}

impl House {
    /// Signs somebody in.
    ///
    /// # Errors
    /// When there is no such person, or their access is switched off.
    pub fn begin_session(&self, pseudonym: &str, timeouts: &Timeouts) -> Result<NewSession> {
        let token = token()?;
        let id = session_id(&token);
        let now = self.now().utc.as_second();
        self.write_alone(|database| {
            people::enabled(database, pseudonym)?;
            let row = vec![
                id.as_str().into(),
                pseudonym.into(),
                now.into(),
                now.into(),
                false.into(),
                timeouts.end(now, now).into(),
            ];
            database.put(&SESSION, Put::New, &[row])
        })?;
        Ok(NewSession { token, id })
    }

    /// Who is signed in with a token. A session that has ended, or whose person's access is
    /// switched off, is removed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn session(&self, token: &str, timeouts: &Timeouts) -> Result<Option<Session>> {
        let id = session_id(token);
        let sql = format!(
            "SELECT {PERSON_COLUMNS}, s.created, s.seen, s.strong FROM demur_house_session s \
             JOIN demur_house_person p ON p.pseudonym = s.pseudonym WHERE s.hash = $1"
        );
        let found = self.read(|database| {
            let row = database.row(&sql, &[id.as_str().into()])?;
            row.map(|mut row| Found::read(&mut row)).transpose()
        })?;
        let Some(mut found) = found else {
            return Ok(None);
        };
        let now = self.now().utc.as_second();
        if found.person.disabled || timeouts.end(found.created, found.seen) <= now {
            self.write(|database| end(database, &id))?;
            return Ok(None);
        }
        if now.saturating_sub(found.seen) >= timeouts.noted_every() {
            self.note(&id, now, timeouts.end(found.created, now))?;
            found.seen = now;
        }
        Ok(Some(Session {
            id,
            person: found.person,
            created: moment(found.created)?,
            seen: moment(found.seen)?,
            strong: found.strong,
        }))
    }

    fn note(&self, id: &str, now: i64, expires: i64) -> Result<()> {
        let sql = "UPDATE demur_house_session SET seen = $1, expires = $2 \
            WHERE hash = $3 AND seen < $1";
        let noted =
            self.write(|database| database.run(sql, &[now.into(), expires.into(), id.into()]));
        match noted {
            // Reading goes on where nothing can be written; the session only ends earlier.
            Ok(_) | Err(StoreError::DiskFull | StoreError::ReadOnly | StoreError::Busy) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// A new token for the same session, with its drafts; the old one is worth nothing from now on.
    /// `resealed` makes the body of each draft anew, given the new token, the draft's id and the
    /// body as it was; drafts for which it gives nothing are thrown away.
    ///
    /// # Errors
    /// [`StoreError::SessionOver`], when it has ended.
    pub fn rotate_session(
        &self,
        old: &str,
        resealed: impl Fn(&str, &str, &[u8]) -> Option<Vec<u8>>,
    ) -> Result<String> {
        let new = token()?;
        let now = self.now().utc.as_second();
        let (old, id) = (session_id(old), session_id(&new));
        self.write(|database| {
            let sql = "UPDATE demur_house_session SET hash = $1 WHERE hash = $2 AND expires > $3";
            let moved = [id.as_str().into(), old.as_str().into(), now.into()];
            one(database.run(sql, &moved)?)?;
            let sql = "SELECT id, body FROM demur_house_draft WHERE owner = $1";
            for mut row in database.rows(sql, &[old.as_str().into()])? {
                let (draft, body) = (row.text()?, row.blob()?);
                if let Some(body) = resealed(&new, &draft, &body) {
                    let sql = "UPDATE demur_house_draft SET owner = $1, body = $2 \
                        WHERE owner = $3 AND id = $4";
                    let values = [
                        id.as_str().into(),
                        body.into(),
                        old.as_str().into(),
                        draft.as_str().into(),
                    ];
                    database.run(sql, &values)?;
                }
            }
            let sql = "DELETE FROM demur_house_draft WHERE owner = $1";
            database.run(sql, &[old.as_str().into()])
        })?;
        Ok(new)
    }

    /// Notes that the second factor was given.
    ///
    /// # Errors
    /// [`StoreError::SessionOver`], when the session has ended.
    pub fn mark_strong(&self, token: &str) -> Result<()> {
        let id = session_id(token);
        let now = self.now().utc.as_second();
        let sql = "UPDATE demur_house_session SET strong = 1 WHERE hash = $1 AND expires > $2";
        self.write(|database| one(database.run(sql, &[id.as_str().into(), now.into()])?))
    }

    /// Signs out; nothing happens when the session has ended already.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn end_session(&self, token: &str) -> Result<()> {
        let id = session_id(token);
        self.write(|database| end(database, &id))
    }

    /// Signs somebody out everywhere, but for the session with the token `except`. How many
    /// sessions ended.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn end_sessions_of(&self, pseudonym: &str, except: Option<&str>) -> Result<u64> {
        if check_pseudonym(pseudonym).is_err() {
            return Ok(0);
        }
        let except = except.map(session_id);
        self.write_alone(|database| end_all(database, pseudonym, except.as_deref()))
    }
}

fn one(changed: u64) -> Result<()> {
    if changed == 0 {
        return Err(StoreError::SessionOver);
    }
    Ok(())
}

fn end(database: &mut Connection, id: &str) -> Result<()> {
    for sql in [
        "DELETE FROM demur_house_session WHERE hash = $1",
        "DELETE FROM demur_house_draft WHERE owner = $1",
    ] {
        database.run(sql, &[id.into()])?;
    }
    Ok(())
}

/// The caller holds the house, so that no session begins at the same time.
pub(super) fn end_all(
    database: &mut Connection,
    pseudonym: &str,
    except: Option<&str>,
) -> Result<u64> {
    let sql = "DELETE FROM demur_house_session WHERE pseudonym = $1 AND hash <> $2 RETURNING hash";
    let kept = except.unwrap_or_default();
    let gone = database.rows(sql, &[pseudonym.into(), kept.into()])?;
    let ended = u64::try_from(gone.len()).unwrap_or(u64::MAX);
    for mut row in gone {
        end(database, &row.text()?)?;
    }
    Ok(ended)
}
