//! The house: the firm's people, their sessions, keys, settings and documents.
//!
//! It lives in a database apart from the record, so that the record alone names nobody (PR-10).
//! One file under `house/` for each group of things.

mod api_keys;
mod backup;
mod documents;
mod drafts;
mod people;
mod person;
mod sessions;
mod settings;
mod sweep;
mod tables;
mod throttle;
mod tokens;
mod words;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::clock::{Clock, Moment};
use crate::crypto::Key;
use crate::database::{Connection, Location};
use crate::error::{Result, StoreError};
use crate::master::MasterKey;
use crate::schema;

pub use api_keys::ApiKey;
pub use backup::HouseBackup;
pub use documents::{Document, DocumentKind};
pub use person::{Credentials, NewPerson, Person};
pub use sessions::{NewSession, Session, Timeouts};
pub use settings::Versioned;
pub use sweep::Swept;
pub use tokens::TokenPurpose;

pub(crate) use tables::META_NAME as META;

/// What a house needs to open.
pub struct HouseOptions {
    /// Where it is: another database than the record's. The key store's may be the same one.
    pub location: Location,
    /// Seals the secrets of the house.
    pub master: MasterKey,
    /// The time.
    pub clock: Arc<dyn Clock>,
}

impl std::fmt::Debug for HouseOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HouseOptions")
            .field("location", &self.location)
            .finish_non_exhaustive()
    }
}

type Slot = Mutex<Option<Connection>>;

struct Shared {
    location: Location,
    master: MasterKey,
    clock: Arc<dyn Clock>,
    /// Hides what failures are counted for.
    throttle: Key,
    writer: Slot,
    reader: Slot,
}

/// The firm's own things, apart from the record. Clones share it; the last one closes it.
///
/// Its methods wait for the database. In an asynchronous program they belong on a thread that may
/// wait; on PostgreSQL they panic elsewhere.
#[derive(Clone)]
pub struct House(Arc<Shared>);

impl std::fmt::Debug for House {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("House(..)")
    }
}

impl House {
    /// Opens the house, creates it when there is none, and brings its tables up to date.
    ///
    /// # Errors
    /// When the database cannot be opened, has the record in it, or was made with another master
    /// key.
    pub fn open(options: HouseOptions) -> Result<Self> {
        let mut database = Connection::open(&options.location)?;
        if schema::version(&mut database)? != 0 {
            return Err(StoreError::invalid(
                "house",
                "this database has the record in it; the people of the firm need another one, so that the record names nobody",
            ));
        }
        tables::migrate(&mut database)?;
        let throttle = database.transaction(|database| {
            tables::lock(database)?;
            tables::secret(database, &options.master, "throttle")
        })?;
        Ok(Self(Arc::new(Shared {
            location: options.location,
            master: options.master,
            clock: options.clock,
            throttle,
            writer: Mutex::new(Some(database)),
            reader: Mutex::new(None),
        })))
    }

    fn now(&self) -> Moment {
        Moment::of(&*self.0.clock)
    }

    /// Asks once more over a new connection when the old one turns out to be lost.
    fn read<T>(&self, mut ask: impl FnMut(&mut Connection) -> Result<T>) -> Result<T> {
        let mut slot = lock(&self.0.reader);
        if let Some(mut database) = slot.take() {
            match ask(&mut database) {
                Err(StoreError::ConnectionLost) => {}
                answer => {
                    *slot = Some(database);
                    return answer;
                }
            }
        }
        let mut database = Connection::open(&self.0.location)?;
        let answer = ask(&mut database);
        *slot = Some(database);
        answer
    }

    /// All of a change, or nothing. What others do at the same time has to be minded by the
    /// statements themselves.
    fn write<T>(&self, change: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let mut slot = lock(&self.0.writer);
        let mut database = self.begin(&mut slot)?;
        let outcome = change(&mut database).and_then(|value| database.commit().map(|()| value));
        match &outcome {
            Err(StoreError::ConnectionLost) => return outcome,
            Err(_) => database.rollback(),
            Ok(_) => {}
        }
        *slot = Some(database);
        outcome
    }

    /// A change during which nobody else changes people, keys, settings or documents.
    fn write_alone<T>(&self, change: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        self.write(|database| {
            tables::lock(database)?;
            change(database)
        })
    }

    /// A connection that was lost while nobody used it is noticed here, before anything is written.
    fn begin(&self, slot: &mut Option<Connection>) -> Result<Connection> {
        if let Some(mut database) = slot.take() {
            match database.begin() {
                Ok(()) => return Ok(database),
                Err(StoreError::ConnectionLost) => {}
                Err(error) => {
                    *slot = Some(database);
                    return Err(error);
                }
            }
        }
        let mut database = Connection::open(&self.0.location)?;
        database.begin()?;
        Ok(database)
    }
}

fn lock(slot: &Slot) -> std::sync::MutexGuard<'_, Option<Connection>> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whole seconds, as long as can be when there are more than fit.
fn seconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_secs()).unwrap_or(i64::MAX)
}

impl Drop for Shared {
    /// A connection to a server may not be closed by a thread that must not wait.
    fn drop(&mut self) {
        let take = |slot: &mut Slot| {
            let slot = slot.get_mut().unwrap_or_else(PoisonError::into_inner);
            slot.take()
        };
        let open = [take(&mut self.writer), take(&mut self.reader)];
        let _ended = std::thread::spawn(move || drop(open)).join();
    }
}
