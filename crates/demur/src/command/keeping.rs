//! The record as the command line names it: where it is, and who asks.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::path::Path;
use std::sync::Arc;

use demur_app::lawbook::Lawbook;
use demur_app::notices;
use demur_app::record::{Master, Place, Record, Settings};
use demur_app::store::{Actor, Clock, Location, Profile, Role};
use demur_app::syntax::tree::Lang;

use crate::clock::WallClock;
use crate::configuration::{Configuration, Fault};
use crate::context::{Context, Folders};
use crate::failure::Failure;
use crate::show::record::error::said;

/// Pseudonym of whoever works alone at one machine.
const ALONE: &str = "s-0001";

/// Where the record is, and who asks.
#[derive(Debug, clap::Args)]
pub(crate) struct RecordArgs {
    /// The record: postgres://… or a SQLite file [default: DEMUR_DB, else a file in the data folder]
    #[arg(
        long,
        global = true,
        value_name = "URL|FILE",
        hide_default_value = true
    )]
    db: Option<String>,
    /// Its keys, in another database [default: a file beside the record]
    #[arg(
        long,
        global = true,
        value_name = "URL|FILE",
        hide_default_value = true
    )]
    keys: Option<String>,
    /// Who you are: desk, decider, reviewer, privacy, auditor or admin, and a staff pseudonym
    #[arg(long = "as", global = true, value_name = "ROLE:PSEUDONYM")]
    actor: Option<String>,
    /// The site; it leads the numbers of its case files
    #[arg(long, global = true, value_name = "NAME", default_value = "shop")]
    site: String,
    /// Whose periods hold: pl, gb, de, us-credit, other
    #[arg(long, global = true, value_name = "PROFILE", default_value = "pl", value_parser = profile)]
    periods: Profile,
}

fn profile(text: &str) -> Result<Profile, String> {
    Profile::parse(text).ok_or_else(|| {
        let known: Vec<&str> = Profile::ALL.iter().map(|each| each.as_str()).collect();
        format!("one of {}", known.join(", "))
    })
}

impl RecordArgs {
    /// Opens the record, or makes one, and does what its periods ask for today.
    pub(crate) fn open_or_make(
        &self,
        context: &Context,
        lawbook: &Lawbook,
    ) -> Result<Record, Failure> {
        let place = self.place(context)?;
        let record = self.opened(&place, context, lawbook)?;
        Self::round(record, context)
    }

    /// Opens the record and does what its periods ask for today.
    pub(crate) fn open(&self, context: &Context, lawbook: &Lawbook) -> Result<Record, Failure> {
        let record = self.open_as_it_is(context, lawbook)?;
        Self::round(record, context)
    }

    fn round(record: Record, context: &Context) -> Result<Record, Failure> {
        record
            .daily_round()
            .map_err(|error| said(&error, &context.words))?;
        Ok(record)
    }

    /// Opens the record and changes nothing in it.
    pub(crate) fn open_as_it_is(
        &self,
        context: &Context,
        lawbook: &Lawbook,
    ) -> Result<Record, Failure> {
        let place = self.place(context)?;
        if !place.exists() {
            return Err(nothing_there(&place, context));
        }
        self.opened(&place, context, lawbook)
    }

    fn opened(
        &self,
        place: &Place,
        context: &Context,
        lawbook: &Lawbook,
    ) -> Result<Record, Failure> {
        Record::open(place, lawbook, self.settings(context), clock(context))
            .map_err(|error| said(&error, &context.words))
    }

    /// Where record, keys and master key are.
    pub(crate) fn place(&self, context: &Context) -> Result<Place, Failure> {
        let Some(folders) = &context.folders else {
            return Err(Failure::Said(context.words.say("record-no-home")));
        };
        let words = |fault: &Fault| Failure::Said(fault.said(&context.words));
        let configuration = context.configuration.clone().with(self.flags());
        let configuration = configuration.map_err(|fault| words(&fault))?;
        place_of(&configuration, folders).map_err(|fault| words(&fault))
    }

    /// What the flags set.
    fn flags(&self) -> Vec<(&'static str, String)> {
        let flags = [("db", &self.db), ("keys", &self.keys)];
        let given = flags
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.clone()?)));
        given.collect()
    }

    /// What the firm sets.
    pub(crate) fn settings(&self, context: &Context) -> Settings {
        let lang = match context.words.lang {
            Lang::Pl => notices::Lang::Pl,
            Lang::En => notices::Lang::En,
        };
        Settings::of(self.periods, &self.site, lang)
    }

    /// Who asks: as told, else the usual role of somebody alone at one machine.
    pub(crate) fn actor(&self, usual: Role, context: &Context) -> Result<Actor, Failure> {
        let Some(text) = &self.actor else {
            return Actor::new(usual, ALONE).map_err(|error| said(&error, &context.words));
        };
        let (role, pseudonym) = text.split_once(':').unwrap_or((text, ALONE));
        // The program's own role is nobody's.
        let role = Role::parse(role).filter(|role| *role != Role::System);
        let Some(role) = role else {
            return Err(Failure::Said(context.words.say("record-who")));
        };
        Actor::new(role, pseudonym).map_err(|error| said(&error, &context.words))
    }
}

/// Where record, keys and master key are, by the settings.
pub(crate) fn place_of(configuration: &Configuration, folders: &Folders) -> Result<Place, Fault> {
    let mut place = Place::usual(&folders.data, &folders.configuration);
    if let Some(db) = configuration.secret("db")? {
        place = place.with_record(Location::parse(&db));
    }
    if let Some(keys) = configuration.secret("keys")? {
        place.keys = Location::parse(&keys);
    }
    let file = configuration.text("master_key_file").map(Path::new);
    if let Some(key) = configuration.text("master_key") {
        place.master = Master::Given(key.to_owned());
    } else if let Some(path) = file.filter(|path| !configuration.is_credential(path)) {
        place.master = Master::File(path.to_owned());
    } else if let Some(key) = configuration.secret("master_key")? {
        place.master = Master::Given(key);
    }
    Ok(place)
}

/// Where people and settings of the firm are: as told, else beside the keys, which may share their
/// database with them.
pub(crate) fn house_of(configuration: &Configuration, place: &Place) -> Result<Location, Fault> {
    if let Some(house) = configuration.secret("house")? {
        return Ok(Location::parse(&house));
    }
    Ok(match &place.keys {
        Location::Server(url) => Location::Server(url.clone()),
        Location::File(keys) => {
            let name = keys.file_stem().unwrap_or_default().to_string_lossy();
            let name = name
                .strip_suffix("-keys")
                .map(|name| format!("{name}-house.db"));
            Location::File(keys.with_file_name(name.as_deref().unwrap_or("house.db")))
        }
    })
}

/// A slip in the name of the file is no new record.
fn nothing_there(place: &Place, context: &Context) -> Failure {
    let path = match &place.record {
        Location::File(path) => path.display().to_string(),
        Location::Server(_) => String::new(),
    };
    Failure::Said(
        context
            .words
            .fill("record-not-there", &[("path", path.into())]),
    )
}

/// The machine's clock.
pub(crate) fn clock(context: &Context) -> Arc<dyn Clock> {
    Arc::new(WallClock {
        zone: context.zone.clone(),
    })
}

/// The key under which a request is done only once, however often it is sent.
#[derive(Debug, clap::Args)]
pub(crate) struct RequestArgs {
    /// The same key again never writes twice; 8 to 64 letters and digits [default: a new one]
    #[arg(long, value_name = "KEY", hide_default_value = true)]
    request: Option<String>,
}

impl RequestArgs {
    /// As told, else a random one.
    pub(crate) fn key(&self) -> String {
        self.request.clone().unwrap_or_else(|| {
            let random = || RandomState::new().build_hasher().finish();
            format!("{:016x}{:016x}", random(), random())
        })
    }
}
