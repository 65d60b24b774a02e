//! Places for records, a clock that is turned by hand, and a case file to begin with.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use demur_store::*;
use jiff::{Timestamp, ToSpan, civil};
use serde_json::json;
use tempfile::TempDir;

#[path = "support/cluster.rs"]
pub(crate) mod cluster;
#[path = "support/load.rs"]
pub(crate) mod load;

/// The same tests on both databases.
macro_rules! on_both {
    ($(fn $name:ident($place:ident: &Place) $body:block)*) => {
        $(fn $name($place: &crate::support::Place) $body)*

        mod sqlite {
            $(#[test] fn $name() { super::$name(&crate::support::Place::sqlite()); })*
        }

        mod postgres {
            $(#[test] fn $name() { super::$name(&crate::support::Place::postgres()); })*
        }
    };
}
pub(crate) use on_both;

/// A clock that only tests move.
pub(crate) struct TestClock(AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

impl TestClock {
    pub(crate) fn set(&self, day: civil::Date) {
        let at = jiff::tz::TimeZone::UTC.to_timestamp(day.at(10, 20, 30, 0));
        self.0.store(at.unwrap().as_second(), Ordering::SeqCst);
    }

    pub(crate) fn add(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn today(&self) -> civil::Date {
        self.wall().date()
    }

    pub(crate) fn add_days(&self, days: i64) {
        self.add(days * 86_400);
    }
}

/// A record and its keys, somewhere of their own.
pub(crate) struct Place {
    pub(crate) dir: TempDir,
    pub(crate) record: Location,
    pub(crate) keys: Location,
    pub(crate) master: MasterKey,
    pub(crate) clock: Arc<TestClock>,
}

pub(crate) const START: civil::Date = civil::date(2026, 11, 22);

impl Place {
    pub(crate) fn sqlite() -> Self {
        let dir = TempDir::new().unwrap();
        let record = Location::File(dir.path().join("record.db"));
        let keys = Location::File(dir.path().join("keys.db"));
        Self::at(dir, record, keys)
    }

    pub(crate) fn postgres() -> Self {
        let (record, keys) = (cluster::database(), cluster::database());
        let places = [record, keys].map(Location::Server);
        let [record, keys] = places;
        Self::at(TempDir::new().unwrap(), record, keys)
    }

    fn at(dir: TempDir, record: Location, keys: Location) -> Self {
        let clock = TestClock(AtomicI64::new(0));
        clock.set(START);
        Self {
            master: MasterKey::create(&dir.path().join("master.key")).unwrap(),
            dir,
            record,
            keys,
            clock: Arc::new(clock),
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.record, Location::Server(_))
    }

    /// An empty database of the same kind.
    pub(crate) fn another(&self, name: &str) -> Location {
        if self.is_postgres() {
            Location::Server(cluster::database())
        } else {
            Location::File(self.dir.path().join(name))
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn options(&self) -> Options {
        Options {
            record: self.record.clone(),
            keys: self.keys.clone(),
            master: self.master.clone(),
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            guard: Arc::new(guard),
            schedule: Schedule::of(Profile::Pl),
            vocabulary: vocabulary(),
            calling_code: "48".to_owned(),
        }
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(self.options()).unwrap()
    }

    /// Every byte that the record and its keys have on the disk.
    pub(crate) fn bytes_on_disk(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        collect(self.dir.path(), &mut bytes);
        if self.is_postgres() {
            cluster::settle();
            collect(&cluster::data(), &mut bytes);
        }
        bytes
    }
}

fn collect(path: &Path, bytes: &mut Vec<u8>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap().flatten() {
            collect(&entry.path(), bytes);
        }
    } else if let Ok(content) = std::fs::read(path) {
        bytes.extend(content);
    }
}

/// Whether a text or value stands anywhere in the bytes.
pub(crate) fn contains(bytes: &[u8], what: &[u8]) -> bool {
    assert!(what.len() >= 5, "too short to be looked for");
    memchr::memmem::find(bytes, what).is_some()
}

/// Stands in for the notice lint: some words that it would stop.
pub(crate) fn guard(_: &str, text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let stopped = ["muslim", "pregnant", "drunk", "thief", "złodziej", "pijany"];
    let word = stopped.iter().find(|word| text.contains(**word))?;
    Some(format!("say what was done instead of `{word}`"))
}

pub(crate) fn vocabulary() -> Vocabulary {
    let grounds = [
        "sex",
        "race",
        "religion",
        "disability",
        "age",
        "orientation",
    ];
    Vocabulary {
        protected_grounds: grounds.map(str::to_owned).into(),
        withheld_facts: ["customer.age".to_owned()].into(),
    }
}

pub(crate) fn actor(role: Role) -> Actor {
    Actor::new(role, &format!("s-{}1", &role.as_str()[..4])).unwrap()
}

pub(crate) fn another(role: Role) -> Actor {
    Actor::new(role, &format!("s-{}2", &role.as_str()[..4])).unwrap()
}

/// A new idempotency key.
pub(crate) fn key() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("request-{:08}", NEXT.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn situation() -> serde_json::Value {
    json!({"at": "2026-11-22", "place": "pl", "profile": "sklep",
        "facts": {"conduct.insults_staff": true, "history.warned": true, "customer.age": 17,
            "refusal.reasons": ["conduct"]}})
}

pub(crate) fn opinion(verdict: &str) -> serde_json::Value {
    json!({"verdict": verdict, "possible": [verdict], "at": "2026-11-22",
        "because": [{"norm": "standard.misconduct", "cite": "House rules, 3: conduct"}],
        "lawbook": {"hash": "5f1c0a77d2b94e3c", "packs": {"pl": "2026-11-22"}}})
}

pub(crate) const WORDS: &str = "Three warnings on the same evening, and the insults did not stop.";
pub(crate) const REASON: &str = "The colleague at the till asked not to be left alone with this.";

pub(crate) fn decision(choice: Choice) -> Decision {
    Decision {
        choice,
        words: WORDS.to_owned(),
        suggestion: None,
        reason: None,
        ground: (choice == Choice::Refuse).then(|| "misconduct".to_owned()),
        grounds_tested: tests(Outcome::NotTheReason),
        alternatives: vec!["another_time".to_owned()],
        adjustment_offered: Some(true),
        seconds: Some(75),
    }
}

pub(crate) fn tests(outcome: Outcome) -> Vec<GroundTest> {
    let ground = "religion".to_owned();
    vec![GroundTest { ground, outcome }]
}

pub(crate) fn basis(class: RecordClass) -> Basis {
    let (lawful_basis, purpose) = match class {
        RecordClass::R1 => (LawfulBasis::NoPersonalData, Purpose::AnswerAndAppeal),
        RecordClass::R8 => (LawfulBasis::LegitimateInterest, Purpose::Debt),
        RecordClass::R3 | RecordClass::R4 => (LawfulBasis::LegitimateInterest, Purpose::Safety),
        _ => (LawfulBasis::LegitimateInterest, Purpose::AnswerAndAppeal),
    };
    Basis {
        class: Some(class),
        lawful_basis: Some(lawful_basis),
        purpose: Some(purpose),
        retention_rule: Some(format!("pl.{class}")),
    }
}

pub(crate) fn email(value: &str) -> Contact {
    Contact {
        channel: Channel::Email,
        value: value.to_owned(),
    }
}

pub(crate) fn identity(name: &str, value: &str) -> Identity {
    Identity {
        name: Some(name.to_owned()),
        contacts: vec![email(value)],
        used: Channel::Email,
        checked: false,
    }
}

/// A case file with an opinion, and nobody has decided.
pub(crate) fn draft() -> NewCase {
    NewCase {
        site: "shop1".to_owned(),
        basis: basis(RecordClass::R1),
        situation: situation(),
        opinion: opinion("may_refuse"),
        identity: None,
        facts: None,
        note_to_reviewer: None,
        minor: None,
        runs_until: None,
        deadline: None,
        decision: None,
        notices: Vec::new(),
    }
}

/// A refusal to somebody known, with everything that can be sealed.
pub(crate) fn refusal(name: &str, address: &str) -> NewCase {
    NewCase {
        basis: basis(RecordClass::R2),
        identity: Some(identity(name, address)),
        facts: Some("Shouted at the till for ten minutes after the third warning.".to_owned()),
        note_to_reviewer: Some("The camera of aisle four has the scene.".to_owned()),
        decision: Some(decision(Choice::Refuse)),
        notices: vec![notice(&format!("Dear {name}, we do not serve you today."))],
        ..draft()
    }
}

pub(crate) fn notice(text: &str) -> Notice {
    Notice {
        text: text.to_owned(),
        channel: "letter".to_owned(),
        language: "en".to_owned(),
    }
}

/// A decided refusal to somebody known.
pub(crate) fn refuse(store: &Store, name: &str, address: &str) -> Receipt {
    let decider = actor(Role::Decider);
    let new = refusal(name, address);
    store.create(&decider, &key(), new).wait().unwrap()
}

/// Sweeps the disk, as soon as no other test reads what was there before.
pub(crate) fn scrub(store: &Store) {
    let swept = (0..40).any(|_| store.scrub().wait().is_ok());
    assert!(swept, "somebody reads for minutes");
}

pub(crate) fn months(day: civil::Date, months: i32) -> civil::Date {
    day.saturating_add(months.months())
}
