//! What can go wrong with the record, in words for people. No message holds a fact about a person.

use std::fmt;

use jiff::Timestamp;

use crate::schedule::Kept;
use crate::why::Why;

/// Every answer of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the store did not do what was asked. [`StoreError::code`] is stable; the text is for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// A record class was given without what makes keeping it lawful (PR-02).
    BasisMissing {
        /// The field that is empty.
        field: &'static str,
    },
    /// The lawful basis or purpose does not carry this class of record.
    BasisNotAllowed {
        /// What does not fit what.
        why: Why,
    },
    /// The role may not do this (PR-40).
    Forbidden {
        /// Role of who asked.
        role: &'static str,
        /// What was asked for.
        operation: &'static str,
    },
    /// The same person may not act twice where two pairs of eyes are asked for.
    FourEyes {
        /// What needs somebody else.
        operation: &'static str,
    },
    /// No case file with this number can be seen by who asks.
    NotFound {
        /// Number of the case file.
        case: String,
    },
    /// Somebody else changed the case file in the meantime.
    Conflict {
        /// Number of the case file.
        case: String,
        /// The version that the caller had read.
        expected: i64,
        /// The version that the case file has now.
        actual: i64,
        /// Role of who changed it last.
        role: String,
        /// When.
        at: Timestamp,
    },
    /// Somebody else changed a thing of the house in the meantime.
    Stale {
        /// What it is: `setting`, `document`.
        what: &'static str,
        /// Its name.
        name: String,
        /// The version that the caller had read; `None`: there was none.
        expected: Option<i64>,
        /// The version that it has now; `None`: there is none.
        actual: Option<i64>,
    },
    /// The house has no such person, document or API key.
    Missing {
        /// What was looked for.
        what: &'static str,
        /// Its name, pseudonym or id.
        name: String,
    },
    /// Nobody would be left who may let people in.
    LastAdmin,
    /// The person's access is switched off.
    Disabled,
    /// The session has ended.
    SessionOver,
    /// An idempotency key came again with something else to do.
    RequestReused,
    /// The case file is not in a state in which this can be done.
    State {
        /// Number of the case file.
        case: String,
        /// State that it has.
        state: &'static str,
        /// What cannot be done in it.
        operation: &'static str,
    },
    /// A value that a field cannot have.
    Invalid {
        /// Name of the field.
        field: &'static str,
        /// What it has to be.
        why: String,
    },
    /// A document holds something else than coded values (PR-05, PR-07).
    Document {
        /// Where in the document.
        place: String,
        /// What is wrong with it.
        why: Why,
    },
    /// The guard of free text rejected a text (PR-06).
    TextRejected {
        /// Name of the field.
        field: &'static str,
        /// What the guard asks for instead.
        hint: String,
    },
    /// The words of the decision are the suggestion's, not the decider's own (PR-26).
    WordsNotOwn,
    /// A decision towards refusing that the opinion does not carry has no reason.
    ReasonMissing,
    /// A refusal before the ground tests were answered.
    GroundsUntested,
    /// A ground test says stop: this must not be the reason, so there is no refusal (PR-07).
    GroundStop {
        /// The ground whose test said stop.
        ground: String,
    },
    /// A record that may not be made about a child (PR-38).
    Minor {
        /// What is not possible.
        why: &'static str,
    },
    /// A hold without a fact that asks for it (PR-15).
    HoldWithoutFact,
    /// The case file is held and cannot be erased.
    Held {
        /// Number of the case file.
        case: String,
    },
    /// The key of the case file was destroyed; its texts cannot be read by anybody (PR-22).
    KeyDestroyed {
        /// Number of the case file.
        case: String,
    },
    /// The key store has no key for the case file.
    KeyMissing {
        /// Number of the case file.
        case: String,
    },
    /// The master key is missing, malformed, readable by others, or not the one of the key store.
    MasterKey {
        /// What is wrong.
        why: Why,
    },
    /// A period beyond what the profile allows, without a written reason (PR-16).
    Prolonged {
        /// What would be kept so long.
        kept: Kept,
        /// The period, in months.
        months: i32,
        /// The longest without a reason, in months.
        most: i32,
    },
    /// A backup was put back, and erasures made since have not been repeated (PR-23).
    ReplayPending {
        /// How many erasures are outstanding.
        erasures: i64,
    },
    /// The record was written by a newer version.
    SchemaNewer {
        /// Version of the record.
        found: i64,
        /// Newest version that this program knows.
        known: i64,
    },
    /// The clock stands before the last entry of the journal.
    ClockBackwards {
        /// What the clock says.
        now: Timestamp,
        /// Time of the last entry.
        last: Timestamp,
    },
    /// A report about single members of staff without a works agreement (PR-39).
    WorksAgreementMissing,
    /// A backup file is not what it should be.
    Backup {
        /// What is wrong.
        why: Why,
    },
    /// The disk or the quota of the database is full.
    DiskFull,
    /// The database file or server takes no changes.
    ReadOnly,
    /// Another process has held the record for too long.
    Busy,
    /// The connection to the database was lost and could not be made again.
    ConnectionLost,
    /// The database does not keep its promise that an answered write is on disk.
    NotDurable {
        /// The setting that is at fault.
        setting: String,
    },
    /// The database is damaged or is not one of ours.
    Damaged {
        /// What the database says.
        why: String,
    },
    /// Anything else the database says.
    Database {
        /// What is wrong.
        why: Why,
    },
    /// A file could not be read or written.
    File {
        /// Its path.
        path: String,
        /// What is wrong.
        why: Why,
    },
    /// The store was closed while the answer was outstanding.
    Closed,
}

impl StoreError {
    /// Stable name of the error, for interfaces and tests.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BasisMissing { .. } => "E_BASIS_MISSING",
            Self::BasisNotAllowed { .. } => "E_BASIS_NOT_ALLOWED",
            Self::Forbidden { .. } => "E_FORBIDDEN",
            Self::FourEyes { .. } => "E_FOUR_EYES",
            Self::NotFound { .. } => "E_NOT_FOUND",
            Self::Conflict { .. } => "E_CONFLICT",
            Self::Stale { .. } => "E_STALE",
            Self::Missing { .. } => "E_MISSING",
            Self::LastAdmin => "E_LAST_ADMIN",
            Self::Disabled => "E_DISABLED",
            Self::SessionOver => "E_SESSION_OVER",
            Self::RequestReused => "E_REQUEST_REUSED",
            Self::State { .. } => "E_STATE",
            Self::Invalid { .. } => "E_INVALID",
            Self::Document { .. } => "E_DOCUMENT",
            Self::TextRejected { .. } => "E_TEXT_REJECTED",
            Self::WordsNotOwn => "E_WORDS_NOT_OWN",
            Self::ReasonMissing => "E_REASON_MISSING",
            Self::GroundsUntested => "E_GROUNDS_UNTESTED",
            Self::GroundStop { .. } => "E_GROUND_STOP",
            Self::Minor { .. } => "E_MINOR",
            Self::HoldWithoutFact => "E_HOLD_WITHOUT_FACT",
            Self::Held { .. } => "E_HELD",
            Self::KeyDestroyed { .. } => "KEY_DESTROYED",
            Self::KeyMissing { .. } => "E_KEY_MISSING",
            Self::MasterKey { .. } => "E_MASTER_KEY",
            Self::Prolonged { .. } => "E_PROLONGED",
            Self::ReplayPending { .. } => "E_REPLAY_PENDING",
            Self::SchemaNewer { .. } => "E_SCHEMA_NEWER",
            Self::ClockBackwards { .. } => "E_CLOCK_BACKWARDS",
            Self::WorksAgreementMissing => "E_WORKS_AGREEMENT",
            Self::Backup { .. } => "E_BACKUP",
            Self::DiskFull => "E_DISK_FULL",
            Self::ReadOnly => "E_READ_ONLY",
            Self::Busy => "E_BUSY",
            Self::ConnectionLost => "E_CONNECTION_LOST",
            Self::NotDurable { .. } => "E_NOT_DURABLE",
            Self::Damaged { .. } => "E_DAMAGED",
            Self::Database { .. } => "E_DATABASE",
            Self::File { .. } => "E_FILE",
            Self::Closed => "E_CLOSED",
        }
    }

    /// Whether it came from the database or the machine, so that nothing of the whole transaction
    /// may count as written.
    pub(crate) fn is_fault(&self) -> bool {
        matches!(
            self,
            Self::DiskFull
                | Self::ReadOnly
                | Self::Busy
                | Self::ConnectionLost
                | Self::Damaged { .. }
                | Self::Database { .. }
        )
    }

    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::File {
            path: path.display().to_string(),
            why: Why::technical(error),
        }
    }

    pub(crate) fn damaged(why: impl Into<String>) -> Self {
        Self::Damaged { why: why.into() }
    }

    pub(crate) fn invalid(field: &'static str, why: impl Into<String>) -> Self {
        Self::Invalid {
            field,
            why: why.into(),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BasisMissing { field } => write!(
                f,
                "the record has no `{field}`: nothing about a person is kept without it; name it and save again"
            ),
            Self::BasisNotAllowed { why } => write!(f, "{why}: choose another lawful basis or class"),
            Self::Forbidden { role, operation } => {
                write!(f, "the role `{role}` may not {operation}: ask somebody whose role may")
            }
            Self::FourEyes { operation } => write!(
                f,
                "whoever decided may not {operation} too: somebody else has to"
            ),
            Self::NotFound { case } => write!(f, "there is no case file `{case}` that you may see"),
            Self::Conflict { case, expected, actual, role, at } => write!(
                f,
                "the case file {case} was changed by the role `{role}` at {at} (version {actual}, you had {expected}): nothing was overwritten; read it again and repeat your change"
            ),
            Self::Stale { what, name, expected, actual } => {
                let version = |version: &Option<i64>| {
                    version.map_or_else(|| "none".to_owned(), |version| version.to_string())
                };
                write!(
                    f,
                    "the {what} `{name}` was changed by somebody else (version {}, you had {}): nothing was overwritten; read it again and repeat your change",
                    version(actual),
                    version(expected)
                )
            }
            Self::Missing { what, name } => write!(f, "there is no {what} `{name}`"),
            Self::LastAdmin => f.write_str(
                "this is the last person with the role `admin`: give that role to somebody else first",
            ),
            Self::Disabled => f.write_str(
                "the access of this person is switched off: somebody with the role `admin` can switch it on",
            ),
            Self::SessionOver => f.write_str("the session has ended: sign in again"),
            Self::RequestReused => f.write_str(
                "this idempotency key was already used for something else: take a new key for a new request",
            ),
            Self::State { case, state, operation } => {
                write!(f, "the case file {case} is `{state}`: one cannot {operation} now")
            }
            Self::Invalid { field, why } => write!(f, "`{field}`: {why}"),
            Self::Document { place, why } => write!(f, "{place}: {why}"),
            Self::TextRejected { field, hint } => write!(f, "`{field}` was not saved: {hint}"),
            Self::WordsNotOwn => f.write_str(
                "the words of the decision repeat the suggestion: say in your own words why",
            ),
            Self::ReasonMissing => f.write_str(
                "the opinion does not carry this refusal: give a reason why you refuse nevertheless, or serve",
            ),
            Self::GroundsUntested => f.write_str(
                "a refusal needs an answer to the ground tests: say for each protected ground that it is not the reason",
            ),
            Self::GroundStop { ground } => write!(
                f,
                "the test of `{ground}` says stop: a refusal for this reason is not recorded as one; serve, or serve differently"
            ),
            Self::Minor { why } => write!(f, "the customer may be a child: {why}"),
            Self::HoldWithoutFact => f.write_str(
                "a hold needs a fact (complaint, appeal, lawyer's letter, authority's letter, injury, threat of a claim) and its day; a limitation period is none",
            ),
            Self::Held { case } => write!(
                f,
                "the case file {case} is held because of a dispute: end the hold first, or answer the request with the reason of the hold"
            ),
            Self::KeyDestroyed { case } => write!(
                f,
                "KEY_DESTROYED: texts and contact of {case} were erased and cannot be read by anybody"
            ),
            Self::KeyMissing { case } => write!(
                f,
                "the key store has no key for {case}: put back the key store that belongs to this record"
            ),
            Self::MasterKey { why } => write!(f, "master key: {why}"),
            Self::Prolonged { kept, months, most } => write!(
                f,
                "retention: {months} months for {kept} is longer than {most} months, the most of this profile: shorten it, or write down the reason with the name of the privacy role"
            ),
            Self::ReplayPending { erasures } => write!(
                f,
                "the record is older than {erasures} erasure(s) of the key store: repeat them before it opens"
            ),
            Self::SchemaNewer { found, known } => write!(
                f,
                "the record has version {found}, this program knows {known}: use the newer program"
            ),
            Self::ClockBackwards { now, last } => write!(
                f,
                "the clock says {now}, but the journal's last entry is of {last}: nothing was written; set the clock right and try again"
            ),
            Self::WorksAgreementMissing => f.write_str(
                "figures about single members of staff need a works agreement: name it, or group by place and ground",
            ),
            Self::Backup { why } => write!(f, "backup: {why}"),
            Self::DiskFull => f.write_str(
                "the disk is full: nothing of this request was written, everything answered before is safe; free some space and try again",
            ),
            Self::ReadOnly => f.write_str(
                "the record takes no changes (read-only file or server): nothing was written; give this program the right to write",
            ),
            Self::Busy => f.write_str(
                "another process holds the record: nothing was written; try again, or end the other process",
            ),
            Self::ConnectionLost => f.write_str(
                "the database does not answer: try again with the same idempotency key, then nothing is written twice",
            ),
            Self::NotDurable { setting } => write!(
                f,
                "the database runs with {setting}: an answered write might be lost; switch it on"
            ),
            Self::Damaged { why } => write!(
                f,
                "the record is damaged or of another program ({why}): change nothing, and put back a backup"
            ),
            Self::Database { why } => write!(f, "the database says: {why}"),
            Self::File { path, why } => write!(f, "{path}: {why}"),
            Self::Closed => f.write_str(
                "the record was closed before it answered: try again with the same idempotency key",
            ),
        }
    }
}

impl std::error::Error for StoreError {}
