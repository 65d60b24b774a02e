//! What exactly is wrong, for whoever has to say it in another language.

use std::fmt;

use crate::basis::{LawfulBasis, Purpose, RecordClass};

/// What exactly is wrong. [`fmt::Display`] says it in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The lawful basis does not carry a record of this class.
    BasisCarriesNot(LawfulBasis, RecordClass),
    /// The purpose is not what a record of this class is for.
    PurposeServesNot(Purpose, RecordClass),
    /// A document is nested too deeply.
    TooDeep,
    /// A document has free text where a coded word belongs.
    FreeText,
    /// A document has a number that is not whole.
    NotWhole,
    /// The record has no place for such a thing (PR-05).
    NoPlace,
    /// A document is not an object.
    NotAnObject,
    /// A situation lacks its day, or the day is still to come.
    NoDay,
    /// An opinion lacks something that every opinion of this program names.
    NotNamed,
    /// A backup was changed since it was made.
    BackupChanged,
    /// A backup ends too early.
    BackupShort,
    /// A file is no backup.
    NotABackup,
    /// A backup has something that this program does not know.
    BackupUnknown,
    /// A backup is to be put back into a database that is not empty.
    NotEmpty,
    /// A master key is not made of 64 hexadecimal digits.
    KeyMalformed,
    /// A master key is not the one that the key store was made with.
    KeyOfAnother,
    /// Others may read the file of the master key.
    KeyOpen {
        /// The file.
        path: String,
    },
    /// The file of the master key is gone, while there are keys that it opens.
    KeyGone {
        /// The file.
        path: String,
        /// The key store.
        keys: String,
    },
    /// The key store of the record is not there.
    KeysGone,
    /// The database server is too old.
    OldServer {
        /// Its version.
        version: String,
    },
    /// What a system says, in its own words.
    Technical(String),
}

impl Why {
    /// What a system says.
    pub(crate) fn technical(said: impl fmt::Display) -> Self {
        Self::Technical(said.to_string())
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BasisCarriesNot(basis, class) => {
                return write!(f, "`{basis}` does not carry a record of class `{class}`");
            }
            Self::PurposeServesNot(purpose, class) => {
                return write!(
                    f,
                    "`{purpose}` is not what a record of class `{class}` is for"
                );
            }
            Self::TooDeep => "nested too deeply",
            Self::FreeText => "free text does not belong here; a coded value is one word",
            Self::NotWhole => "only whole numbers are kept",
            Self::NoPlace => "the record has no place for this (PR-05)",
            Self::NotAnObject => "an object is needed",
            Self::NoDay => "the day on which it happened, not in the future",
            Self::NotNamed => "an opinion of this program names it",
            Self::BackupChanged => "the file was changed since it was made",
            Self::BackupShort => "the file ends too early",
            Self::NotABackup => "this is not a backup of Demur",
            Self::BackupUnknown => "it has a table, column or value that is not known",
            Self::NotEmpty => "the database is not empty: restore into a new one",
            Self::KeyMalformed => "64 hexadecimal digits are needed",
            Self::KeyOfAnother => "it is not the one that this key store was made with",
            Self::KeyOpen { path } => {
                return write!(
                    f,
                    "others may read {path}: take their rights away (chmod 600)"
                );
            }
            Self::KeyGone { path, keys } => {
                return write!(
                    f,
                    "{path} is not there, but {keys} has keys that it wraps: put it back"
                );
            }
            Self::KeysGone => {
                "the keys of this record are not here: put them back, or name their place"
            }
            Self::OldServer { version } => {
                return write!(f, "version {version}; PostgreSQL 15 or newer is needed");
            }
            Self::Technical(said) => said,
        })
    }
}
