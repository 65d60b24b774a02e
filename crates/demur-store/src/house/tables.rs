//! The tables of the house, the way to them from every earlier version, and its secrets.

use crate::crypto::Key;
use crate::database::{Connection, Put, Value};
use crate::error::{Result, StoreError};
use crate::master::MasterKey;
use crate::schema::{self, Table, table};
use crate::why::Why;

pub(crate) const META_NAME: &str = "demur_house_meta";

table!(META = "demur_house_meta" ["name"] { name: Text, value: Text, });
table!(SECRET = "demur_house_secret" ["name"] { name: Text, wrapped: Blob, });
table!(PSEUDONYM = "demur_house_pseudonym" ["pseudonym"] { pseudonym: Text, });
table!(PERSON = "demur_house_person" ["pseudonym"] {
    pseudonym: Text, login: Text, login_key: Text, roles: Text, site: Text, lang: Text,
    disabled: Int, created: Text, password: Text, totp: Blob, totp_step: Int,
});
table!(TOKEN = "demur_house_token" ["hash"] {
    hash: Blob, purpose: Text, pseudonym: Text, expires: Int,
});
table!(SESSION = "demur_house_session" ["hash"] {
    hash: Text, pseudonym: Text, created: Int, seen: Int, strong: Int, expires: Int,
});
table!(DRAFT = "demur_house_draft" ["owner", "id"] {
    owner: Text, id: Text, nr: Int, expires: Int, body: Blob,
});
table!(API_KEY = "demur_house_api_key" ["id"] {
    id: Text, hash: Blob, label: Text, roles: Text, pseudonym: Text, created: Text,
    last_used: Text, revoked: Text,
});
table!(SETTING = "demur_house_setting" ["name"] { name: Text, version: Int, value: Text, });
table!(DOCUMENT = "demur_house_document" ["kind", "name", "version"] {
    kind: Text, name: Text, version: Int, removed: Int, content: Text, changed: Text, author: Text,
});
table!(REVISION = "demur_house_revision" ["kind"] { kind: Text, number: Int, });

/// What a backup has in it, in this order.
pub(crate) const KEPT: &[&Table] = &[
    &PSEUDONYM, &PERSON, &API_KEY, &SETTING, &DOCUMENT, &REVISION,
];

struct Migration {
    sql: &'static str,
    /// What only PostgreSQL has to be told.
    postgres: &'static str,
}

/// Forward only: a released migration is never changed, only followed by another.
const MIGRATIONS: &[Migration] = &[Migration {
    sql: include_str!("../../migrations/house/0001_house.sql"),
    postgres: include_str!("../../migrations/house/0001_house.postgres.sql"),
}];

/// Version of the newest schema.
pub(crate) fn newest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Brings the tables to the newest version, all steps in one transaction.
pub(crate) fn migrate(database: &mut Connection) -> Result<()> {
    if schema::version_in(database, META_NAME)? == newest() {
        return Ok(());
    }
    database.transaction(|database| {
        database.lock_schema()?;
        // Another process may have done it while we waited.
        let found = schema::version_in(database, META_NAME)?;
        if found > newest() {
            let known = newest();
            return Err(StoreError::SchemaNewer { found, known });
        }
        for migration in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
            database.script(migration.sql)?;
            if database.is_postgres() && !migration.postgres.is_empty() {
                database.script(migration.postgres)?;
            }
        }
        let row = vec!["schema".into(), newest().to_string().into()];
        database.put(&META, Put::Replace, &[row])
    })
}

/// Lets nobody else change the house until the transaction ends. Changing nothing takes the lock on
/// the row.
pub(crate) fn lock(database: &mut Connection) -> Result<()> {
    let sql = "UPDATE demur_house_meta SET value = value WHERE name = 'schema'";
    database.run(sql, &[]).map(|_| ())
}

/// A key of the house; made at the first start. It also shows whether the master key fits.
pub(crate) fn secret(database: &mut Connection, master: &MasterKey, name: &str) -> Result<Key> {
    let about = format!("demur/v1/house/secret/{name}");
    let sql = "SELECT wrapped FROM demur_house_secret WHERE name = $1";
    if let Some(mut row) = database.row(sql, &[name.into()])? {
        let bytes = master.0.open(&about, &row.blob()?);
        let key = bytes.and_then(|bytes| Key::of(&bytes));
        return key.ok_or_else(wrong_master);
    }
    let key = Key::random()?;
    let wrapped = master.0.seal(&about, key.bytes())?;
    let row: Vec<Value> = vec![name.into(), wrapped.into()];
    database.put(&SECRET, Put::New, &[row])?;
    Ok(key)
}

pub(crate) fn wrong_master() -> StoreError {
    StoreError::MasterKey {
        why: Why::KeyOfAnother,
    }
}
