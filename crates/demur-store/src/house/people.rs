//! People: who works with Demur, what they may do, and what their signing in is checked against.

use std::collections::BTreeSet;

use super::person::{PERSON_COLUMNS, read_person};
use super::tables::{PERSON, PSEUDONYM, wrong_master};
use super::words::{
    check_lang, check_password_hash, check_roles, line, login_key, pseudonym, read_roles,
    roles_text,
};
use super::{Credentials, House, NewPerson, Person, sessions, tokens};
use crate::actor::{Role, check_pseudonym};
use crate::database::{Connection, Put, Value};
use crate::document::check_name;
use crate::error::{Result, StoreError};

/// Longest login, in characters.
const LONGEST_LOGIN: usize = 64;
/// A second factor's secret has 128 to 512 bits.
const SECRET_BYTES: std::ops::RangeInclusive<usize> = 16..=64;

pub(super) fn totp_about(pseudonym: &str) -> String {
    format!("demur/v1/house/totp/{pseudonym}")
}

impl House {
    /// Adds somebody, under a new pseudonym that nobody ever had.
    ///
    /// # Errors
    /// When the login is taken or something has a form that it cannot have.
    pub fn add_person(&self, new: NewPerson) -> Result<Person> {
        let login = line("login", &new.login, LONGEST_LOGIN)?;
        check_roles(&new.roles)?;
        check_site(new.site.as_deref())?;
        new.lang.as_deref().map_or(Ok(()), check_lang)?;
        new.password
            .as_deref()
            .map_or(Ok(()), check_password_hash)?;
        let created = self.now().day;
        self.write_alone(|database| {
            let key = login_key(&login);
            let sql = "SELECT pseudonym FROM demur_house_person WHERE login_key = $1";
            if database.row(sql, &[key.as_str().into()])?.is_some() {
                return Err(StoreError::invalid(
                    "login",
                    "somebody signs in with this already: choose another one",
                ));
            }
            let pseudonym = new_pseudonym(database)?;
            let row = vec![
                pseudonym.as_str().into(),
                login.as_str().into(),
                key.into(),
                roles_text(&new.roles).into(),
                new.site.clone().into(),
                new.lang.clone().into(),
                false.into(),
                created.into(),
                new.password.into(),
                Value::Null,
                (-1).into(),
            ];
            database.put(&PERSON, Put::New, &[row])?;
            person_of(database, &pseudonym)
        })
    }

    /// Everybody, in the order of their logins.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn people(&self) -> Result<Vec<Person>> {
        let sql = format!("SELECT {PERSON_COLUMNS} FROM demur_house_person p ORDER BY login_key");
        self.read(|database| {
            let rows = database.rows(&sql, &[])?;
            rows.into_iter()
                .map(|mut row| read_person(&mut row))
                .collect()
        })
    }

    /// The person behind a pseudonym.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn person(&self, pseudonym: &str) -> Result<Option<Person>> {
        self.read(|database| find(database, pseudonym))
    }

    /// What signing in with a login is checked against, also for people whose access is switched
    /// off: a session cannot begin for them.
    ///
    /// # Errors
    /// When the database does not answer, or a secret was sealed under another master key.
    pub fn credentials(&self, login: &str) -> Result<Option<Credentials>> {
        let key = login_key(login);
        // A database would not even take the question.
        if key.contains('\0') {
            return Ok(None);
        }
        let sql = format!(
            "SELECT {PERSON_COLUMNS}, password, totp FROM demur_house_person p WHERE login_key = $1"
        );
        self.read(|database| {
            let Some(mut row) = database.row(&sql, &[key.as_str().into()])? else {
                return Ok(None);
            };
            let person = read_person(&mut row)?;
            let password = row.maybe_text()?;
            let about = totp_about(&person.pseudonym);
            let opened = row.maybe_blob()?.map(|sealed| {
                self.0
                    .master
                    .0
                    .open(&about, &sealed)
                    .ok_or_else(wrong_master)
            });
            Ok(Some(Credentials {
                person,
                password,
                totp: opened.transpose()?,
            }))
        })
    }

    /// Sets the encoded hash of a password. Invitations and resets that are still out for the
    /// person lose their force.
    ///
    /// # Errors
    /// When it is no encoded hash, or there is no such person.
    pub fn set_password(&self, pseudonym: &str, hash: &str) -> Result<()> {
        check_password_hash(hash)?;
        self.write_alone(|database| {
            set(database, pseudonym, "password", hash.into())?;
            tokens::withdraw(database, pseudonym)
        })
    }

    /// Gives a person other roles.
    ///
    /// # Errors
    /// [`StoreError::LastAdmin`], when nobody with the role `admin` would be left; when the roles
    /// are none or `system`, or there is no such person.
    pub fn set_roles(&self, pseudonym: &str, roles: &BTreeSet<Role>) -> Result<()> {
        check_roles(roles)?;
        self.write_alone(|database| {
            if !roles.contains(&Role::Admin) {
                keep_an_admin(database, pseudonym)?;
            }
            set(database, pseudonym, "roles", roles_text(roles).into())
        })
    }

    /// Says where a person works; `None`: everywhere.
    ///
    /// # Errors
    /// When it cannot be the name of a site, or there is no such person.
    pub fn set_site(&self, pseudonym: &str, site: Option<&str>) -> Result<()> {
        check_site(site)?;
        self.write_alone(|database| set(database, pseudonym, "site", site.into()))
    }

    /// Says which language a person reads; `None`: what their browser asks for.
    ///
    /// # Errors
    /// When it cannot be the tag of a language, or there is no such person.
    pub fn set_lang(&self, pseudonym: &str, lang: Option<&str>) -> Result<()> {
        lang.map_or(Ok(()), check_lang)?;
        self.write_alone(|database| set(database, pseudonym, "lang", lang.into()))
    }

    /// Switches the access of a person off, with their sessions and everything that was sent to
    /// them to sign in with, or on again.
    ///
    /// # Errors
    /// [`StoreError::LastAdmin`], when nobody with the role `admin` would be left; when there is no
    /// such person.
    pub fn set_disabled(&self, pseudonym: &str, disabled: bool) -> Result<()> {
        self.write_alone(|database| {
            if disabled {
                keep_an_admin(database, pseudonym)?;
                sessions::end_all(database, pseudonym, None)?;
                tokens::withdraw(database, pseudonym)?;
            }
            set(database, pseudonym, "disabled", disabled.into())
        })
    }

    /// Sets the secret of a second factor (16 to 64 bytes), sealed under the master key, or takes
    /// it away.
    ///
    /// # Errors
    /// When the secret has another length, or there is no such person.
    pub fn set_second_factor(&self, pseudonym: &str, secret: Option<&[u8]>) -> Result<()> {
        if secret.is_some_and(|secret| !SECRET_BYTES.contains(&secret.len())) {
            return Err(StoreError::invalid(
                "second_factor",
                "a secret of 16 to 64 bytes",
            ));
        }
        let about = totp_about(pseudonym);
        let sealed = secret.map(|secret| self.0.master.0.seal(&about, secret));
        let sealed = sealed.transpose()?;
        self.write_alone(|database| {
            set(database, pseudonym, "totp", sealed.into())?;
            set(database, pseudonym, "totp_step", (-1).into())
        })
    }

    /// Uses up the step of a one-time code: true once, for a step after every one used before, and
    /// only for people who have a second factor.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn use_code(&self, pseudonym: &str, step: i64) -> Result<bool> {
        if check_pseudonym(pseudonym).is_err() {
            return Ok(false);
        }
        let sql = "UPDATE demur_house_person SET totp_step = $1 \
            WHERE pseudonym = $2 AND totp_step < $1 AND totp IS NOT NULL";
        let used = self.write(|database| database.run(sql, &[step.into(), pseudonym.into()]))?;
        Ok(used == 1)
    }

    /// Forgets somebody whose access is switched off: login, password and second factor go. Their
    /// pseudonym stays in the record and is given to nobody else.
    ///
    /// # Errors
    /// When their access is on, or there is no such person.
    pub fn remove_person(&self, pseudonym: &str) -> Result<()> {
        let today = self.now().day;
        self.write_alone(|database| {
            if !person_of(database, pseudonym)?.disabled {
                return Err(StoreError::invalid(
                    "person",
                    "switch their access off first; then they can be removed",
                ));
            }
            let sql = "UPDATE demur_house_api_key SET revoked = $1 \
                WHERE pseudonym = $2 AND revoked IS NULL";
            database.run(sql, &[today.into(), pseudonym.into()])?;
            let sql = "DELETE FROM demur_house_person WHERE pseudonym = $1";
            database.run(sql, &[pseudonym.into()]).map(|_| ())
        })
    }
}

fn check_site(site: Option<&str>) -> Result<()> {
    site.map_or(Ok(()), |site| check_name("site", site))
}

/// One that nobody has or had; the caller holds the house.
pub(super) fn new_pseudonym(database: &mut Connection) -> Result<String> {
    loop {
        let made = pseudonym()?;
        let sql = "SELECT pseudonym FROM demur_house_pseudonym WHERE pseudonym = $1";
        if database.row(sql, &[made.as_str().into()])?.is_none() {
            database.put(&PSEUDONYM, Put::New, &[vec![made.as_str().into()]])?;
            return Ok(made);
        }
    }
}

pub(super) fn find(database: &mut Connection, pseudonym: &str) -> Result<Option<Person>> {
    // A server takes no question with a null character in it.
    if check_pseudonym(pseudonym).is_err() {
        return Ok(None);
    }
    let sql = format!("SELECT {PERSON_COLUMNS} FROM demur_house_person p WHERE pseudonym = $1");
    let row = database.row(&sql, &[pseudonym.into()])?;
    row.map(|mut row| read_person(&mut row)).transpose()
}

pub(super) fn person_of(database: &mut Connection, pseudonym: &str) -> Result<Person> {
    find(database, pseudonym)?.ok_or_else(|| StoreError::Missing {
        what: "person",
        name: pseudonym.to_owned(),
    })
}

/// Somebody who is there and whose access is on.
pub(super) fn enabled(database: &mut Connection, pseudonym: &str) -> Result<Person> {
    let person = person_of(database, pseudonym)?;
    if person.disabled {
        return Err(StoreError::Disabled);
    }
    Ok(person)
}

fn set(database: &mut Connection, pseudonym: &str, column: &str, value: Value) -> Result<()> {
    person_of(database, pseudonym)?;
    let sql = format!("UPDATE demur_house_person SET {column} = $1 WHERE pseudonym = $2");
    database.run(&sql, &[value, pseudonym.into()]).map(|_| ())
}

/// Somebody else than this person has the role `admin`, unless this person has not; the caller
/// holds the house.
fn keep_an_admin(database: &mut Connection, pseudonym: &str) -> Result<()> {
    let sql = "SELECT pseudonym, roles FROM demur_house_person WHERE disabled = 0";
    let mut is_one = false;
    for mut row in database.rows(sql, &[])? {
        let who = row.text()?;
        if read_roles(&row.text()?)?.contains(&Role::Admin) {
            if who != pseudonym {
                return Ok(());
            }
            is_one = true;
        }
    }
    if is_one {
        return Err(StoreError::LastAdmin);
    }
    Ok(())
}
