//! Why the app cannot be served, in words that say what to do.

use demur_app::store::StoreError;
use demur_web::{DemoError, MailError, OpenError, ServeError};
use demur_words::Words;

use crate::failure::Failure;
use crate::show::record::error::said;

/// Why it cannot listen.
pub(super) fn serving(error: &ServeError, words: &Words) -> Failure {
    let address = |key: &str, address: &std::net::SocketAddr| {
        let next = address.port().saturating_add(1).to_string();
        let gaps = [
            ("address", address.to_string().into()),
            ("next", next.into()),
        ];
        words.fill(key, &gaps)
    };
    Failure::Said(match error {
        ServeError::Exposed(at) => address("serve-exposed", at),
        ServeError::Taken(at) => address("serve-taken", at),
        ServeError::Denied(at) => address("serve-denied", at),
        ServeError::Listen(at, reason) => {
            let gaps = [
                ("address", at.to_string().into()),
                ("reason", reason.to_string().into()),
            ];
            words.fill("serve-not-listening", &gaps)
        }
        ServeError::Certificate(path, reason) => {
            let path = path.display().to_string();
            let gaps = [("path", path.into()), ("reason", reason.as_str().into())];
            words.fill("serve-certificate", &gaps)
        }
        ServeError::System(reason) => {
            words.fill("serve-system", &[("reason", reason.to_string().into())])
        }
    })
}

/// Why the app does not open.
pub(super) fn opening(error: OpenError, words: &Words) -> Failure {
    match error {
        OpenError::Law(error) => Failure::from(*error),
        OpenError::Store(error) => store(&error, words),
    }
}

/// Why a database does not do it.
pub(super) fn store(error: &StoreError, words: &Words) -> Failure {
    said(error, words)
}

/// Why there is no demonstration.
pub(super) fn demo(error: &DemoError, words: &Words) -> Failure {
    match error {
        DemoError::Store(error) => store(error, words),
        other => {
            let gaps = [("reason", other.to_string().into())];
            Failure::Said(words.fill("serve-no-demo", &gaps))
        }
    }
}

/// Why no e-mails can be sent.
pub(super) fn mail(error: &MailError, words: &Words) -> Failure {
    let (key, text) = match error {
        MailError::From(from) => ("serve-wrong-sender", from),
        MailError::Unprotected(host) => ("serve-mail-unprotected", host),
        MailError::Host(host) => ("serve-wrong-mail-host", host),
    };
    Failure::Said(words.fill(key, &[("text", text.as_str().into())]))
}
