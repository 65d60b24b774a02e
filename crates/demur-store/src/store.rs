//! The store: one record, opened once, shared by everybody who asks.

mod access_export;
pub(crate) mod backup;
mod create;
mod decide;
mod erase;
mod event;
mod find;
mod hold;
mod idempotent;
mod packet;
mod replay;
mod retention;
mod reveal;
mod review;
mod show;
mod statistics;
mod step;
mod verify;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::clock::{Clock, Moment};
use crate::database::{Connection, Location};
use crate::error::{Result, StoreError};
use crate::guard::TextGuard;
use crate::house;
use crate::keys::{KeyStore, Pool, Secrets};
use crate::master::MasterKey;
use crate::pending::Pending;
use crate::reader::Readers;
use crate::schedule::Schedule;
use crate::schema;
use crate::writer::Writer;

pub use access_export::{AccessCase, AccessExport, Viewed};
pub use backup::{BackupSummary, restore, restore_without_replay};
pub use erase::EraseReason;
pub use event::{Correction, GuardOverride, NewEvent};
pub use find::{Found, Page, Query};
pub use hold::HoldFact;
pub use packet::{Comparator, Packet, PacketLink};
pub use retention::RetentionReport;
pub use reveal::{Superseded, Texts};
pub use review::{Review, ReviewOutcome};
pub use show::{CaseFile, Happened};
pub use statistics::{Cell, DecisionHabits, Dimension};

/// Threads that read.
const READERS: usize = 3;

/// Names that only the law library knows.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Protected grounds that a ground test can be about.
    pub protected_grounds: BTreeSet<String>,
    /// Facts that an opinion needs and the record does not keep, such as an exact age.
    pub withheld_facts: BTreeSet<String>,
}

/// What the store needs to open. There is no default: each of these protects somebody.
pub struct Options {
    /// Where the record is.
    pub record: Location,
    /// Where the keys are: another database than the record's.
    pub keys: Location,
    /// Wraps the keys.
    pub master: MasterKey,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Judges free text before it is kept.
    pub guard: Arc<dyn TextGuard>,
    /// How long things are kept.
    pub schedule: Schedule,
    /// Names out of the law library.
    pub vocabulary: Vocabulary,
    /// Calling code of telephone numbers written without one, such as `48`.
    pub calling_code: String,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("record", &self.record)
            .field("keys", &self.keys)
            .finish_non_exhaustive()
    }
}

/// What requests need besides the databases.
struct Context {
    clock: Arc<dyn Clock>,
    guard: Arc<dyn TextGuard>,
    schedule: Schedule,
    vocabulary: Vocabulary,
    calling_code: String,
    master: MasterKey,
    secrets: Secrets,
    pool: Arc<Pool>,
}

impl Context {
    fn now(&self) -> Moment {
        Moment::of(&*self.clock)
    }
}

/// The record of one firm. Clones share it; the last one closes it.
#[derive(Clone)]
pub struct Store {
    context: Arc<Context>,
    writer: Arc<Writer>,
    readers: Arc<Readers>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store(..)")
    }
}

impl Store {
    /// Opens the record, creates it when there is none, brings its tables up to date, and repeats
    /// erasures that an old backup does not know of.
    ///
    /// # Errors
    /// When a database cannot be opened, the master key is not the one of the key store, or a
    /// period is longer than its profile allows.
    pub fn open(options: Options) -> Result<Self> {
        options.schedule.check()?;
        let (mut record, mut keys, secrets) = Self::prepare(&options)?;
        replay::run(&mut record, &mut keys, &secrets, &*options.clock)?;
        Self::start(options, record, keys, secrets)
    }

    /// Like [`Store::open`], but refuses when erasures are outstanding instead of repeating them.
    ///
    /// # Errors
    /// As [`Store::open`], and [`StoreError::ReplayPending`].
    pub fn open_replayed(options: Options) -> Result<Self> {
        options.schedule.check()?;
        let (mut record, mut keys, secrets) = Self::prepare(&options)?;
        let erasures = replay::outstanding(&mut record, &mut keys)?;
        if erasures > 0 {
            return Err(StoreError::ReplayPending { erasures });
        }
        Self::start(options, record, keys, secrets)
    }

    fn prepare(options: &Options) -> Result<(Connection, KeyStore, Secrets)> {
        if options.record == options.keys {
            return Err(StoreError::invalid(
                "keys",
                "keys and record need two databases",
            ));
        }
        let mut record = Connection::open(&options.record)?;
        if schema::version_in(&mut record, house::META)? != 0 {
            return Err(StoreError::invalid(
                "record",
                "this database has the people of the firm in it; the record needs another one, so that it names nobody",
            ));
        }
        schema::migrate(&mut record)?;
        let mut keys = KeyStore::open(&options.keys, options.master.clone())?;
        let secrets = keys.secrets()?;
        Ok((record, keys, secrets))
    }

    fn start(
        options: Options,
        record: Connection,
        keys: KeyStore,
        secrets: Secrets,
    ) -> Result<Self> {
        let pool = keys.pool();
        let readers = Readers::start(&options.record, READERS)?;
        let writer = Writer::start(
            options.record,
            record,
            keys,
            secrets.clone(),
            Arc::clone(&options.clock),
        )?;
        Ok(Self {
            context: Arc::new(Context {
                clock: options.clock,
                guard: options.guard,
                schedule: options.schedule,
                vocabulary: options.vocabulary,
                calling_code: options.calling_code,
                master: options.master,
                secrets,
                pool,
            }),
            writer: Arc::new(writer),
            readers: Arc::new(readers),
        })
    }

    /// Takes the bytes of what was erased off the disk. SQLite does it with every erasure; on
    /// PostgreSQL this rewrites the tables, so the daily round does it. The answer is
    /// [`StoreError::Busy`] while somebody reads what was there before.
    pub fn scrub(&self) -> Pending<()> {
        self.writer.scrub()
    }
}
