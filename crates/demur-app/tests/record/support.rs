//! A shop with a record in a folder of its own, and situations to judge.

use std::sync::{Arc, OnceLock};

use demur_app::engine::Engine;
use demur_app::library::{self, Library};
use demur_app::notices::Lang;
use demur_app::record::{Decided, Details, Judged, Place, Record, Settings, judge};
use demur_app::situation::{self, Defaults, Read};
use demur_app::store::{Actor, Channel, Choice, Clock, Contact, Identity, Profile, Receipt, Role};
use demur_app::syntax::{Sources, tree};
use jiff::Timestamp;
use tempfile::TempDir;

/// Noon of the day of all situations here.
#[derive(Debug)]
struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        "2026-11-22T12:00:00Z".parse().expect("a moment")
    }
}

pub(crate) const WORDS: &str =
    "Ostrzegłam dwa razy, a obelgi nie ustały; dziś kończymy na tym spotkaniu.";
pub(crate) const REASON: &str = "Nie było nikogo do pomocy, a sytuacja się pogarszała.";
pub(crate) const NAME: &str = "Anna Nowak-Testowa";
pub(crate) const EMAIL: &str = "anna.nowak@example.org";

/// The client insults, was warned and goes on: refusing is allowed.
pub(crate) const WARNED: &str = include_str!("../../../../examples/gabinet-warned.yaml");
/// Somebody is not liked: that justifies nothing.
pub(crate) const DISLIKED: &str = include_str!("../../../../examples/sklep-nie-lubie.yaml");
/// Somebody lies unconscious: help.
pub(crate) const UNCONSCIOUS: &str = include_str!("../../../../examples/nieprzytomny.yaml");
/// Somebody of seventeen wants alcohol: refuse.
pub(crate) const SEVENTEEN: &str = include_str!("../../../../examples/alkohol-17.yaml");

/// A record in a folder that goes away with it.
pub(crate) struct Shop {
    pub(crate) folder: TempDir,
    pub(crate) record: Record,
}

pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| library::load(None, None).expect("the built-in library"))
}

pub(crate) fn settings() -> Settings {
    Settings::of(Profile::Pl, "gabinet", Lang::Pl)
}

pub(crate) fn clock() -> Arc<dyn Clock> {
    Arc::new(Noon)
}

impl Shop {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let place = Place::usual(&folder.path().join("data"), &folder.path().join("conf"));
        let record = Record::open(&place, &library().lawbook, settings(), clock());
        Self {
            record: record.expect("a record"),
            folder,
        }
    }

    pub(crate) fn place(&self) -> Place {
        let folder = self.folder.path();
        Place::usual(&folder.join("data"), &folder.join("conf"))
    }

    /// A refusal to somebody known.
    pub(crate) fn refuse(&self, request: &str) -> Receipt {
        let details = Details {
            identity: Some(anna()),
            facts: Some("Krzyczała przez dziesięć minut przy ladzie.".to_owned()),
            decided: Some(decided(Choice::Refuse)),
            ..Details::default()
        };
        let receipt = self
            .record
            .record(&decider(), request, &judged(WARNED), details);
        receipt.expect("a receipt")
    }
}

pub(crate) fn anna() -> Identity {
    Identity {
        name: Some(NAME.to_owned()),
        contacts: vec![Contact {
            channel: Channel::Email,
            value: EMAIL.to_owned(),
        }],
        used: Channel::Email,
        checked: false,
    }
}

pub(crate) fn decided(choice: Choice) -> Decided {
    Decided {
        choice,
        words: WORDS.to_owned(),
        reason: None,
        ground: None,
        alternatives: Vec::new(),
        adjustment_offered: None,
    }
}

pub(crate) fn actor(role: Role) -> Actor {
    Actor::new(role, "s-0042").expect("an actor")
}

pub(crate) fn decider() -> Actor {
    actor(Role::Decider)
}

pub(crate) fn read(yaml: &str) -> Read {
    let defaults = Defaults {
        day: jiff::civil::date(2026, 11, 22),
        place: None,
    };
    let mut sources = Sources::default();
    let lawbook = &library().lawbook;
    situation::read(
        &mut sources,
        "test.yaml",
        yaml.as_bytes(),
        lawbook,
        &defaults,
    )
    .expect("a situation")
}

pub(crate) fn judged(yaml: &str) -> Judged {
    let mut engine = Engine::new(&library().lawbook);
    let situation = read(yaml).situation;
    judge(&mut engine, &situation, tree::Lang::Pl, Lang::Pl).expect("an opinion")
}
