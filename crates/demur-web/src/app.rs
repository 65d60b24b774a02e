//! What every page needs: the firm's house and record, the engines, the words, the clock.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use demur_app::library::LoadError;
use demur_app::record::{Place, Record, Settings};
use demur_app::store::{Clock, House, HouseOptions, Location, StoreError, Timeouts};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use crate::demo;
use crate::desk::{Desk, Law};
use crate::directory::Kept;
use crate::fault::Fault;
use crate::firm::Firm;
use crate::mail::Mailer;
use crate::metrics::Metrics;
use crate::pages::law;
use crate::voices::Voices;

/// What has to be known before the app can start.
pub struct Opening {
    /// Where the record, its keys and the master key are.
    pub place: Place,
    /// Where people, sessions and settings are.
    pub house: Location,
    /// The time, and the firm's time zone.
    pub clock: Arc<dyn Clock>,
    /// A folder in place of the built-in law.
    pub law: Option<PathBuf>,
    /// A folder with a house policy that belongs to the firm beside what is written in the app.
    pub policy: Option<PathBuf>,
    /// How long a session lasts.
    pub timeouts: Timeouts,
    /// Whether pages reach people by TLS only, so that cookies must not travel otherwise.
    pub secure: bool,
    /// Whether a proxy of ours stands before the app and names the address of who asks.
    pub behind_proxy: bool,
    /// Whether everything here is made up.
    pub demo: bool,
}

impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opening")
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// Why the app cannot start.
#[derive(Debug)]
pub enum OpenError {
    /// The law packs or the policy cannot be read.
    Law(Box<LoadError>),
    /// The record or the house cannot be opened.
    Store(StoreError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Law(error) => error.fmt(f),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// The app. Clones share everything.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    house: House,
    place: Place,
    record: RwLock<(Settings, Arc<Record>)>,
    desk: Desk,
    voices: Voices,
    metrics: Metrics,
    providers: Kept,
    shelf: law::Kept,
    mailer: OnceLock<Mailer>,
    clock: Arc<dyn Clock>,
    timeouts: Timeouts,
    secure: bool,
    behind_proxy: bool,
    demo: bool,
    demo_key: Option<String>,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("App(..)")
    }
}

impl App {
    /// Opens record and house, and makes them at the first start.
    ///
    /// # Errors
    /// When the law does not compile, or a database cannot be opened.
    pub fn open(opening: Opening) -> Result<Self, OpenError> {
        let master = opening.place.master_key()?;
        let house = House::open(HouseOptions {
            location: opening.house,
            master,
            clock: Arc::clone(&opening.clock),
        })?;
        let law = Law::new(opening.law, opening.policy, house.clone());
        let desk = Desk::start(law).map_err(|error| OpenError::Law(Box::new(error)))?;
        // Before the set-up there is nothing to keep, so any periods do.
        let settings = Firm::read(&house)?.unwrap_or_default().settings();
        let clock = Arc::clone(&opening.clock);
        let lawbook = &desk.library().lawbook;
        let record = Record::open(&opening.place, lawbook, settings.clone(), clock)?;
        Ok(Self(Arc::new(Inner {
            house,
            place: opening.place,
            record: RwLock::new((settings, Arc::new(record))),
            desk,
            voices: Voices::new(),
            metrics: Metrics::new(),
            providers: Kept::default(),
            shelf: law::Kept::default(),
            mailer: OnceLock::new(),
            clock: opening.clock,
            timeouts: opening.timeouts,
            secure: opening.secure,
            behind_proxy: opening.behind_proxy,
            demo_key: opening.demo.then(demo::new_key).transpose()?,
            demo: opening.demo,
        })))
    }

    /// The same app, which sends its e-mails by this mailer from now on. The first one stays.
    #[must_use]
    pub fn with_mailer(self, mailer: Mailer) -> Self {
        let _first_one_stays = self.0.mailer.set(mailer);
        self
    }

    /// What sends e-mails, when the firm has set it up.
    pub(crate) fn mailer(&self) -> Option<&Mailer> {
        self.0.mailer.get()
    }

    /// People, sessions, settings.
    #[must_use]
    pub fn house(&self) -> &House {
        &self.0.house
    }

    /// The case files, with the periods that the firm has set.
    #[must_use]
    pub fn record(&self) -> Arc<Record> {
        let record = self.0.record.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&record.1)
    }

    /// What the firm has set, if it has. The record goes by it from now on, also when another
    /// process set it.
    pub(crate) fn read_firm(&self) -> Result<Option<Firm>, StoreError> {
        let firm = Firm::read(self.house())?;
        if let Some(firm) = &firm {
            self.follow(firm)?;
        }
        Ok(firm)
    }

    fn follow(&self, firm: &Firm) -> Result<(), StoreError> {
        let settings = firm.settings();
        let inner = &self.0;
        let same = |now: &(Settings, Arc<Record>)| now.0 == settings;
        if same(&inner.record.read().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(());
        }
        let mut current = inner.record.write().unwrap_or_else(PoisonError::into_inner);
        if same(&current) {
            return Ok(());
        }
        let clock = Arc::clone(&inner.clock);
        let lawbook = &inner.desk.library().lawbook;
        let record = Record::open(&inner.place, lawbook, settings.clone(), clock)?;
        *current = (settings, Arc::new(record));
        Ok(())
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.0.desk
    }

    pub(crate) fn voices(&self) -> &Voices {
        &self.0.voices
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// What was read of the firm's lists of providers; [`crate::directory`] keeps it fresh.
    pub(crate) fn providers(&self) -> &Kept {
        &self.0.providers
    }

    /// The library laid out for readers.
    pub(crate) fn shelf(&self) -> &law::Kept {
        &self.0.shelf
    }

    pub(crate) fn timeouts(&self) -> &Timeouts {
        &self.0.timeouts
    }

    pub(crate) fn is_secure(&self) -> bool {
        self.0.secure
    }

    pub(crate) fn is_behind_proxy(&self) -> bool {
        self.0.behind_proxy
    }

    pub(crate) fn is_demo(&self) -> bool {
        self.0.demo
    }

    /// The moment, wherever the firm is.
    pub(crate) fn moment(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// What signs somebody in who looks at what is made up.
    pub(crate) fn demo_key(&self) -> Option<&str> {
        self.0.demo_key.as_deref()
    }

    /// The day on the firm's wall.
    pub(crate) fn today(&self) -> Date {
        self.0.clock.wall().date()
    }

    /// What the clock on the firm's wall shows.
    pub(crate) fn now(&self) -> DateTime {
        self.0.clock.wall()
    }

    /// Runs something that waits for a database, on a thread that may wait.
    pub(crate) async fn wait<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Fault> {
        let app = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&app)).await;
        done.map_err(|_| Fault::Broken("a thread ended"))?
            .map_err(Fault::Store)
    }

    /// What the firm has set, or the way to the set-up when it has not.
    pub(crate) async fn firm(&self) -> Result<Firm, Fault> {
        let firm = self.wait(Self::read_firm).await?;
        firm.ok_or(Fault::NotSetUp)
    }
}
