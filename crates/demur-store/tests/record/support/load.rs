//! Writing under load: what the writing process and the test that kills it agree on.

use std::path::Path;
use std::sync::Arc;

use demur_store::*;
use jiff::Timestamp;
use serde_json::json;

/// The machine's clock.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

pub(crate) fn options(record: &str, keys: &str, master: &Path) -> Options {
    Options {
        record: Location::parse(record),
        keys: Location::parse(keys),
        master: MasterKey::read(master).unwrap(),
        clock: Arc::new(SystemClock),
        guard: Arc::new(|_: &str, _: &str| None),
        schedule: Schedule::of(Profile::Pl),
        vocabulary: Vocabulary::default(),
        calling_code: "48".to_owned(),
    }
}

pub(crate) fn decider() -> Actor {
    Actor::new(Role::Decider, "s-load1").unwrap()
}

/// Idempotency key of the request with this number of a writer.
pub(crate) fn request(round: u32, writer: usize, number: u64) -> String {
    format!("round-{round}-writer-{writer}-{number}")
}

/// The same request has the same content, whoever sends it.
pub(crate) fn refusal(round: u32, writer: usize, number: u64) -> NewCase {
    let opinion = json!({"verdict": "may_refuse", "possible": ["may_refuse"],
        "because": [{"norm": "standard.misconduct", "layer": "standard", "effect": "permit",
            "cite": "House rules, section 3: how we treat one another", "confidence": "verified",
            "facts": ["conduct.insults_staff", "history.warned"]}],
        "grounds": [{"ground": "misconduct", "status": "open", "norms": ["standard.misconduct"]}],
        "lawbook": {"hash": "5f1c0a77d2b94e3c", "packs": {"pl": "2026-11-22"}}});
    let value = format!("customer-{round}-{writer}-{number}@example.org");
    NewCase {
        site: "load".to_owned(),
        basis: Basis {
            class: Some(RecordClass::R2),
            lawful_basis: Some(LawfulBasis::LegitimateInterest),
            purpose: Some(Purpose::AnswerAndAppeal),
            retention_rule: Some("pl.r2".to_owned()),
        },
        situation: json!({"place": "pl", "profile": "sklep", "facts": {
            "conduct.insults_staff": true, "history.warned": true,
            "refusal.reasons": ["conduct"], "request.object": "service"}}),
        opinion,
        identity: Some(Identity {
            name: None,
            contacts: vec![Contact {
                channel: Channel::Email,
                value,
            }],
            used: Channel::Email,
            checked: false,
        }),
        facts: None,
        note_to_reviewer: None,
        minor: None,
        runs_until: None,
        deadline: None,
        decision: Some(Decision {
            choice: Choice::Refuse,
            words: "Three warnings on the same evening, and the insults did not stop.".to_owned(),
            suggestion: None,
            reason: None,
            ground: Some("misconduct".to_owned()),
            grounds_tested: Vec::new(),
            alternatives: vec!["another_time".to_owned()],
            adjustment_offered: None,
            seconds: Some(60),
        }),
        notices: Vec::new(),
    }
}
