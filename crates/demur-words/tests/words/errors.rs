//! Errors of the record: whole sentences in both languages, at a terminal and on a page.

use demur_app::store::{Kept, LawfulBasis, Operation, Purpose, RecordClass, StoreError, Why};
use demur_app::syntax::tree::Lang;
use demur_words::Words;
use demur_words::record::error::message;
use jiff::Timestamp;

use crate::support::is_for_a_page;

fn reasons() -> Vec<Why> {
    let path = "/srv/demur/master.key".to_owned();
    vec![
        Why::BasisCarriesNot(LawfulBasis::Care, RecordClass::R2),
        Why::PurposeServesNot(Purpose::Debt, RecordClass::R1),
        Why::TooDeep,
        Why::FreeText,
        Why::NotWhole,
        Why::NoPlace,
        Why::NotAnObject,
        Why::NoDay,
        Why::NotNamed,
        Why::BackupChanged,
        Why::BackupShort,
        Why::NotABackup,
        Why::BackupUnknown,
        Why::NotEmpty,
        Why::KeyMalformed,
        Why::KeyOfAnother,
        Why::KeyOpen { path: path.clone() },
        Why::KeyGone {
            path,
            keys: "/srv/demur/keys.db".to_owned(),
        },
        Why::KeysGone,
        Why::OldServer {
            version: "13.4".to_owned(),
        },
    ]
}

/// Every error whose words are ours; what a system says stands below.
fn errors() -> Vec<StoreError> {
    use StoreError as E;
    let case = || "SHOP-2026-7K3M9QD2".to_owned();
    let at = Timestamp::UNIX_EPOCH;
    let missing = ["record_class", "lawful_basis", "purpose", "retention_rule"];
    let mut errors: Vec<StoreError> = missing
        .into_iter()
        .map(|field| E::BasisMissing { field })
        .collect();
    let fields = [
        "words",
        "reason",
        "facts",
        "note_to_reviewer",
        "statement",
        "notice",
        "pseudonym",
        "number",
        "contact",
        "identity",
        "identity.used",
        "idempotency key",
        "site",
        "limit",
        "after",
        "keys",
        "alternatives",
        "deadline",
        "channel",
        "language",
        "seconds",
        "grounds_tested",
        "kind",
        "delete_on",
        "retention",
        "runs_until",
        "version",
        "text",
        "dimensions",
    ];
    errors.extend(fields.into_iter().map(|field| E::Invalid {
        field,
        why: "something else".to_owned(),
    }));
    for why in reasons() {
        errors.push(E::BasisNotAllowed { why: why.clone() });
        errors.push(E::Document {
            place: "situation.facts".to_owned(),
            why: why.clone(),
        });
        errors.push(E::MasterKey { why: why.clone() });
        errors.push(E::Backup { why: why.clone() });
        errors.push(E::Database { why: why.clone() });
        errors.push(E::File {
            path: "/srv/demur/keys.db".to_owned(),
            why,
        });
    }
    errors.extend([
        E::Forbidden {
            role: "desk",
            operation: Operation::Erase.as_str(),
        },
        E::FourEyes {
            operation: Operation::Review.as_str(),
        },
        E::NotFound { case: case() },
        E::Conflict {
            case: case(),
            expected: 2,
            actual: 3,
            role: "reviewer".to_owned(),
            at,
        },
        E::RequestReused,
        E::State {
            case: case(),
            state: "closed",
            operation: Operation::Decide.as_str(),
        },
        E::TextRejected {
            field: "words",
            hint: "…".to_owned(),
        },
        E::WordsNotOwn,
        E::ReasonMissing,
        E::GroundsUntested,
        E::GroundStop {
            ground: "religion".to_owned(),
        },
        E::Minor { why: "…" },
        E::HoldWithoutFact,
        E::Held { case: case() },
        E::KeyDestroyed { case: case() },
        E::KeyMissing { case: case() },
        E::Prolonged {
            kept: Kept::Texts,
            months: 24,
            most: 12,
        },
        E::Prolonged {
            kept: Kept::Skeleton,
            months: 90,
            most: 60,
        },
        E::ReplayPending { erasures: 2 },
        E::SchemaNewer { found: 9, known: 1 },
        E::ClockBackwards { now: at, last: at },
        E::WorksAgreementMissing,
        E::DiskFull,
        E::ReadOnly,
        E::Busy,
        E::ConnectionLost,
        E::NotDurable {
            setting: "fsync = off".to_owned(),
        },
        E::Closed,
    ]);
    errors
}

#[test]
fn errors_on_pages_are_whole_sentences_without_commands() {
    for lang in [Lang::En, Lang::Pl] {
        let words = Words::new(lang);
        for error in errors() {
            let said = message(&error, &words);
            is_for_a_page(&said);
            assert!(said.ends_with('.'), "{said}");
        }
    }
}

#[test]
fn polish_errors_have_no_english_in_them() {
    let (english, polish) = (Words::new(Lang::En), Words::new(Lang::Pl));
    let foreign = [
        " the ",
        " is ",
        " not ",
        " of ",
        "Nothing",
        "something else",
    ];
    for error in errors() {
        let said = message(&error, &polish);
        assert_ne!(said, message(&error, &english));
        for word in foreign {
            assert!(!said.contains(word), "`{word}` in: {said}");
        }
    }
}

#[test]
fn what_a_system_says_is_marked_as_english() {
    let polish = Words::new(Lang::Pl);
    let why = "disk I/O error";
    for error in [
        StoreError::Database {
            why: Why::Technical(why.to_owned()),
        },
        StoreError::File {
            path: "/srv/demur".to_owned(),
            why: Why::Technical(why.to_owned()),
        },
        StoreError::Damaged {
            why: why.to_owned(),
        },
    ] {
        let said = message(&error, &polish);
        assert!(
            said.contains("po angielsku") && said.contains(why),
            "{said}"
        );
    }
}

#[test]
fn a_terminal_is_told_what_to_type() {
    let words = Words::for_terminal(Lang::Pl, &[]);
    let error = StoreError::Forbidden {
        role: "desk",
        operation: Operation::Erase.as_str(),
    };
    assert!(message(&error, &words).contains("--as privacy:s-0001"));
    assert!(message(&StoreError::ReasonMissing, &words).contains("--reason"));
}
