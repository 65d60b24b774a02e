//! What the store says when it cannot do something, for people: what is wrong, and what to do.

use demur_app::store::{Kept, Operation, Role, StoreError, Why, permits};

use crate::names;
use crate::words::Words;

/// An error of the store in words.
#[must_use]
pub fn message(error: &StoreError, words: &Words) -> String {
    use StoreError as E;
    let fill = |key: &str, gaps: &[(&str, &str)]| {
        let gaps: Vec<_> = gaps
            .iter()
            .map(|(name, value)| (*name, (*value).into()))
            .collect();
        words.fill(key, &gaps)
    };
    match error {
        E::BasisMissing { field } => fill("store-basis-missing", &[("field", field)]),
        E::BasisNotAllowed { why } => {
            fill("store-basis-not-allowed", &[("why", &said(why, words))])
        }
        E::Forbidden { role, operation } => forbidden(role, operation, words),
        E::FourEyes { .. } => words.say("store-four-eyes"),
        E::NotFound { case } => fill("store-not-found", &[("case", case)]),
        E::Conflict {
            case,
            expected,
            actual,
            role,
            ..
        } => {
            let role =
                Role::parse(role).map_or_else(|| role.clone(), |role| names::role(words, role));
            let (expected, actual) = (expected.to_string(), actual.to_string());
            let gaps = [
                ("case", case.as_str()),
                ("expected", &expected),
                ("actual", &actual),
                ("role", &role),
            ];
            fill("store-conflict", &gaps)
        }
        E::Stale { .. } => words.say("store-stale"),
        E::Missing { .. } => words.say("store-missing"),
        E::LastAdmin => words.say("store-last-admin"),
        E::Disabled => words.say("store-disabled"),
        E::SessionOver => words.say("store-session-over"),
        E::RequestReused => words.say("store-request-reused"),
        E::State { case, state, .. } => {
            let state = names::state(words, state);
            fill("store-state", &[("case", case), ("state", &state)])
        }
        E::Invalid { field, why } => invalid(field, why, words),
        E::Document { place, why } => fill(
            "store-document",
            &[("place", place), ("why", &said(why, words))],
        ),
        E::TextRejected { field, hint } => {
            let field = names::field(words, field);
            fill("store-text-rejected", &[("field", &field), ("hint", hint)])
        }
        E::WordsNotOwn => words.say("store-words-not-own"),
        E::ReasonMissing => words.say("store-reason-missing"),
        E::GroundsUntested => words.say("store-grounds-untested"),
        E::GroundStop { .. } => words.say("store-ground-stop"),
        E::Minor { .. } => words.say("store-minor"),
        E::HoldWithoutFact => words.say("store-hold-without-fact"),
        E::Held { case } => fill("store-held", &[("case", case)]),
        E::KeyDestroyed { case } => fill("store-key-destroyed", &[("case", case)]),
        E::KeyMissing { case } => fill("store-key-missing", &[("case", case)]),
        E::MasterKey { why } => fill("store-master-key", &[("why", &said(why, words))]),
        E::Prolonged { kept, months, most } => {
            let kept = match kept {
                Kept::Texts => "texts",
                Kept::Skeleton => "skeleton",
            };
            let (months, most) = (months.to_string(), most.to_string());
            let gaps = [("kept", kept), ("months", &months), ("most", &most)];
            fill("store-prolonged", &gaps)
        }
        E::ReplayPending { erasures } => fill(
            "store-replay-pending",
            &[("erasures", &erasures.to_string())],
        ),
        E::SchemaNewer { .. } => words.say("store-schema-newer"),
        E::ClockBackwards { now, last } => {
            let (now, last) = (now.to_string(), last.to_string());
            fill("store-clock-backwards", &[("now", &now), ("last", &last)])
        }
        E::WorksAgreementMissing => words.say("store-works-agreement"),
        E::Backup { why } => fill("store-backup", &[("why", &said(why, words))]),
        E::DiskFull => words.say("store-disk-full"),
        E::ReadOnly => words.say("store-read-only"),
        E::Busy => words.say("store-busy"),
        E::ConnectionLost => words.say("store-connection-lost"),
        E::NotDurable { setting } => fill("store-not-durable", &[("setting", setting)]),
        E::Damaged { why } => fill("store-damaged", &[("why", why)]),
        E::Database { why } => fill("store-database", &[("why", &said(why, words))]),
        E::File { path, why } => fill("store-file", &[("path", path), ("why", &said(why, words))]),
        E::Closed => words.say("store-closed"),
    }
}

/// Who may do it, and how to say who one is.
fn forbidden(role: &str, operation: &str, words: &Words) -> String {
    let role = Role::parse(role).map_or_else(|| role.to_owned(), |role| names::role(words, role));
    let Some(operation) = Operation::parse(operation) else {
        return operation.to_owned();
    };
    let permitted = Role::ALL
        .iter()
        .filter(|role| **role != Role::System && permits(**role, operation));
    let permitted: Vec<Role> = permitted.copied().collect();
    let codes: Vec<String> = permitted
        .iter()
        .map(|role| role.as_str().to_owned())
        .collect();
    let names: Vec<String> = permitted
        .iter()
        .map(|role| names::role(words, *role))
        .collect();
    let first = codes.first().cloned().unwrap_or_default();
    let gaps = [
        ("role", role.into()),
        ("operation", names::operation(words, operation).into()),
        ("roles", words.any_of(&codes).into()),
        ("names", words.any_of(&names).into()),
        ("first", first.into()),
    ];
    words.fill("store-forbidden", &gaps)
}

fn invalid(field: &str, why: &str, words: &Words) -> String {
    let key = match field {
        "words" => "store-invalid-words",
        "reason" => "store-invalid-reason",
        "facts" => "store-invalid-facts",
        "note_to_reviewer" => "store-invalid-note",
        "notice" => "store-invalid-notice",
        "pseudonym" => "store-invalid-pseudonym",
        "number" => "store-invalid-number",
        "contact" => "store-invalid-contact",
        "statement" => "store-invalid-statement",
        "identity" => "store-invalid-identity",
        "identity.used" => "store-invalid-used",
        "idempotency key" => "store-invalid-request",
        "site" => "store-invalid-site",
        "limit" => "store-invalid-limit",
        "after" => "store-invalid-after",
        "keys" => "store-invalid-keys",
        "alternatives" => "store-invalid-name",
        "deadline" | "channel" | "language" => "store-invalid-coded",
        "seconds" => "store-invalid-seconds",
        "grounds_tested" => "store-invalid-grounds",
        "kind" => "store-invalid-kind",
        "delete_on" => "store-invalid-day",
        "retention" => "store-invalid-retention",
        "runs_until" => "store-invalid-end",
        "version" => "store-invalid-version",
        "text" => "store-invalid-text",
        "dimensions" => "store-invalid-dimensions",
        "login" => "store-invalid-login",
        "roles" => "store-invalid-roles",
        "person" => "store-invalid-person",
        "document" | "setting" | "draft" => "store-invalid-size",
        "name" => "store-invalid-path",
        "house" => "store-invalid-house",
        _ => "store-invalid",
    };
    let gaps = [("field", field.into()), ("why", why.into())];
    words.fill(key, &gaps)
}

/// What exactly is wrong, as a sentence.
fn said(why: &Why, words: &Words) -> String {
    let fill = |key: &str, gaps: &[(&str, &str)]| {
        let gaps: Vec<_> = gaps
            .iter()
            .map(|(name, value)| (*name, (*value).into()))
            .collect();
        words.fill(key, &gaps)
    };
    let key = match why {
        Why::BasisCarriesNot(basis, class) => {
            let gaps = [("basis", basis.as_str()), ("class", class.as_str())];
            return fill("store-why-basis", &gaps);
        }
        Why::PurposeServesNot(purpose, class) => {
            let gaps = [("purpose", purpose.as_str()), ("class", class.as_str())];
            return fill("store-why-purpose", &gaps);
        }
        Why::KeyOpen { path } => return fill("store-why-key-open", &[("path", path)]),
        Why::KeyGone { path, keys } => {
            return fill("store-why-key-gone", &[("path", path), ("keys", keys)]);
        }
        Why::OldServer { version } => {
            return fill("store-why-old-server", &[("version", version)]);
        }
        Why::Technical(said) => return fill("store-why-technical", &[("said", said)]),
        Why::TooDeep => "store-why-too-deep",
        Why::FreeText => "store-why-free-text",
        Why::NotWhole => "store-why-not-whole",
        Why::NoPlace => "store-why-no-place",
        Why::NotAnObject => "store-why-not-an-object",
        Why::NoDay => "store-why-no-day",
        Why::NotNamed => "store-why-not-named",
        Why::BackupChanged => "store-why-backup-changed",
        Why::BackupShort => "store-why-backup-short",
        Why::NotABackup => "store-why-not-a-backup",
        Why::BackupUnknown => "store-why-backup-unknown",
        Why::NotEmpty => "store-why-not-empty",
        Why::KeyMalformed => "store-why-key-malformed",
        Why::KeyOfAnother => "store-why-key-of-another",
        Why::KeysGone => "store-why-keys-gone",
    };
    words.say(key)
}
