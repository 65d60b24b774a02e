//! What every change carries: a key by which it is done only once, and the version that was read.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;

use super::problem::{Kind, Place, Problem, Said, Wrong};
use crate::app::App;

/// Name of the header.
pub(crate) const KEY: &str = "idempotency-key";

/// Under which a change is done only once, however often it is sent.
pub(crate) struct RequestKey(pub(crate) String);

/// The version of a case file that was read before the change.
pub(crate) struct Version(pub(crate) i64);

impl FromRequestParts<App> for RequestKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let given = one(&parts.headers, KEY)?.ok_or(Kind::KeyMissing)?;
        // The draft standard has it in quotes; most programs send it bare.
        let key = given
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .unwrap_or(&given);
        let coded = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if (8..=64).contains(&key.len()) && key.bytes().all(coded) {
            return Ok(Self(key.to_owned()));
        }
        let said = Said::Key("problem-idempotency-key", Vec::new());
        let wrong = Wrong::new(Place::Header("Idempotency-Key"), "format", said);
        Err(Problem::of(Kind::InvalidParameters, vec![wrong]))
    }
}

impl FromRequestParts<App> for Version {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let given = one(&parts.headers, IF_MATCH.as_str())?.ok_or(Kind::VersionMissing)?;
        let number = given
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        let number = number.and_then(|number| number.parse::<u32>().ok());
        let said = Said::Key("problem-version", Vec::new());
        let wrong = Wrong::new(Place::Header("If-Match"), "format", said);
        let problem = || Problem::of(Kind::InvalidParameters, vec![wrong]);
        number
            .map(|number| Self(i64::from(number)))
            .ok_or_else(problem)
    }
}

/// The header of this name; of several nobody knows which one counts.
fn one(headers: &HeaderMap, name: &str) -> Result<Option<String>, Problem> {
    let mut all = headers.get_all(name).iter();
    let first = all
        .next()
        .map(|value| value.to_str().unwrap_or_default().trim().to_owned());
    match all.next() {
        None => Ok(first),
        Some(_) => {
            let place = Place::Parameter(name.to_owned());
            let wrong = Wrong::new(place, "twice", Said::Key("problem-twice", Vec::new()));
            Err(Problem::of(Kind::InvalidParameters, vec![wrong]))
        }
    }
}

/// The version of a case file as an entity tag.
pub(crate) fn tag(version: i64) -> String {
    format!("\"{version}\"")
}
