//! An error of the store as a failure of a command.

use demur_app::store::StoreError;
use demur_words::{Words, record};

use crate::failure::Failure;

/// An error of the store, in words, with its stable name for programs.
pub(crate) fn said(error: &StoreError, words: &Words) -> Failure {
    Failure::Record {
        code: error.code(),
        message: record::error::message(error, words),
    }
}
