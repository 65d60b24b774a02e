//! Case files for tests: situations of the examples, judged by the built-in law and recorded.

use std::sync::LazyLock;

use demur_app::engine::Engine;
use demur_app::library::{self, Library};
use demur_app::notices::Lang as NoticeLang;
use demur_app::record::{Decided, Details, Judged, judge};
use demur_app::situation::{self, Defaults};
use demur_app::store::{Actor, Channel, Choice, Contact, Identity, Role};
use demur_app::syntax::Sources;
use demur_app::syntax::tree::Lang;

use crate::support::Firm;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| library::compile(library::built_in(), Vec::new()).unwrap());

/// Insults after a warning: refusing is allowed.
pub(crate) const WARNED: &str = include_str!("../../../../examples/gabinet-warned.yaml");
/// Insults, and nobody has warned yet.
pub(crate) const UNWARNED: &str = include_str!("../../../../examples/gabinet.yaml");
/// Somebody unconscious: serving is a duty.
pub(crate) const UNCONSCIOUS: &str = include_str!("../../../../examples/nieprzytomny.yaml");
/// Alcohol for somebody of 17, an age that the record does not keep.
pub(crate) const ALCOHOL: &str = include_str!("../../../../examples/alkohol-17.yaml");

/// What a person writes about a decision.
pub(crate) const WORDS: &str = "Poprosiliśmy dwa razy o spokojną rozmowę i nic się nie zmieniło.";

/// The opinion on an example.
pub(crate) fn judged(example: &str) -> Judged {
    let lawbook = &LIBRARY.lawbook;
    let defaults = Defaults {
        day: "2026-11-24".parse().unwrap(),
        place: None,
    };
    let mut sources = Sources::default();
    let read = situation::read(
        &mut sources,
        "example",
        example.as_bytes(),
        lawbook,
        &defaults,
    );
    let situation = read.unwrap().situation;
    judge(
        &mut Engine::new(lawbook),
        &situation,
        Lang::Pl,
        NoticeLang::Pl,
    )
    .unwrap()
}

/// A decision in somebody's own words.
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

/// Somebody who is known by a telephone number.
pub(crate) fn known() -> Option<Identity> {
    let contact = Contact {
        channel: Channel::Phone,
        value: "600 100 200".to_owned(),
    };
    Some(Identity {
        name: Some("Zofia Wymyślona".to_owned()),
        contacts: vec![contact],
        used: Channel::Phone,
        checked: false,
    })
}

impl Firm {
    /// The pseudonym of somebody who has a login.
    pub(crate) fn pseudonym(&self, login: &str) -> String {
        let credentials = self.app.house().credentials(login).unwrap();
        credentials.unwrap().person.pseudonym
    }

    /// Opens a case file; its number.
    pub(crate) fn file(&self, actor: (Role, &str), example: &str, details: Details) -> String {
        static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let actor = Actor::new(actor.0, actor.1).unwrap();
        let record = self.app.record().at_site("stopa");
        let request = format!("on-file-{number}");
        record
            .record(&actor, &request, &judged(example), details)
            .unwrap()
            .case
    }

    /// A refusal to somebody who is known.
    pub(crate) fn refused(&self) -> String {
        let details = Details {
            identity: known(),
            facts: Some("W gabinecie padły wyzwiska pod adresem osoby z obsługi.".to_owned()),
            decided: Some(decided(Choice::Refuse)),
            ..Details::default()
        };
        self.file((Role::Decider, "s-ab12cd"), WARNED, details)
    }

    /// A case file about which nobody has decided.
    pub(crate) fn open(&self) -> String {
        self.file((Role::Decider, "s-ab12cd"), WARNED, Details::default())
    }
}
