//! What can go wrong with a request, as RFC 9457 has programs told.

use axum::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use demur_app::store::StoreError;
use demur_words::Words;
use serde::Serialize;
use utoipa::ToSchema;

use crate::fault::Fault;

/// The media type of problems.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

/// Kinds of problems, each with its stable code, its status and a page that explains it.
macro_rules! kinds {
    ($($name:ident = $code:literal, $status:ident;)+) => {
        /// A kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Kind { $($name),+ }

        impl Kind {
            /// All of them.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),+];

            /// Stable; ends the address of its page.
            pub(crate) fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            pub(crate) fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status),+ }
            }
        }
    };
}

kinds! {
    MalformedBody = "malformed-body", BAD_REQUEST;
    InvalidParameters = "invalid-parameters", BAD_REQUEST;
    KeyMissing = "idempotency-key-missing", BAD_REQUEST;
    Unauthenticated = "unauthenticated", UNAUTHORIZED;
    Forbidden = "forbidden", FORBIDDEN;
    FormTokenMissing = "form-token-missing", FORBIDDEN;
    NotFound = "not-found", NOT_FOUND;
    MethodNotAllowed = "method-not-allowed", METHOD_NOT_ALLOWED;
    NotAcceptable = "not-acceptable", NOT_ACCEPTABLE;
    Conflict = "conflict", CONFLICT;
    NotSetUp = "not-set-up", CONFLICT;
    Erased = "erased", GONE;
    Stale = "stale", PRECONDITION_FAILED;
    TooLarge = "too-large", PAYLOAD_TOO_LARGE;
    UnsupportedMediaType = "unsupported-media-type", UNSUPPORTED_MEDIA_TYPE;
    InvalidBody = "invalid-body", UNPROCESSABLE_ENTITY;
    InvalidSituation = "invalid-situation", UNPROCESSABLE_ENTITY;
    KeyReused = "idempotency-key-reused", UNPROCESSABLE_ENTITY;
    NotRecorded = "not-recorded", UNPROCESSABLE_ENTITY;
    NoNotice = "no-notice", UNPROCESSABLE_ENTITY;
    VersionMissing = "version-missing", PRECONDITION_REQUIRED;
    TooManyRequests = "too-many-requests", TOO_MANY_REQUESTS;
    Broken = "broken", INTERNAL_SERVER_ERROR;
    Unavailable = "unavailable", SERVICE_UNAVAILABLE;
}

/// A text that is chosen before the language of the reader is known, or after.
#[derive(Clone, Debug)]
pub(crate) enum Said {
    /// In words already.
    Text(String),
    /// By its key, with its gaps.
    Key(&'static str, Vec<(&'static str, String)>),
}

impl Said {
    fn told(&self, words: &Words) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Key(key, gaps) => {
                let gaps: Vec<_> = gaps
                    .iter()
                    .map(|(name, value)| (*name, value.as_str().into()))
                    .collect();
                words.fill(key, &gaps)
            }
        }
    }
}

/// Where something is wrong.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// A JSON pointer into the body; empty when all of it is meant.
    Body(String),
    /// A parameter of the address.
    Parameter(String),
    /// A header.
    Header(&'static str),
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub(crate) struct Wrong {
    pub(crate) place: Place,
    /// Stable.
    pub(crate) code: &'static str,
    pub(crate) said: Said,
    /// What to do.
    pub(crate) help: Vec<String>,
    /// Line and column in the body, from 1, where the body is not JSON.
    pub(crate) line: Option<(usize, usize)>,
}

impl Wrong {
    pub(crate) fn new(place: Place, code: &'static str, said: Said) -> Self {
        Self {
            place,
            code,
            said,
            help: Vec::new(),
            line: None,
        }
    }
}

/// A problem, on its way to whoever asked.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) kind: Kind,
    /// What is said of this occurrence; what is said of its kind when absent.
    pub(crate) detail: Option<Said>,
    pub(crate) errors: Vec<Wrong>,
    /// Seconds after which to try again.
    pub(crate) retry_after: Option<u64>,
}

/// A problem as it is written.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemDocument {
    /// Path of a page that explains this kind of problem; stable.
    #[serde(rename = "type")]
    #[schema(example = "/problems/invalid-body")]
    kind: String,
    /// The kind of problem in a few words, in the language that was asked for.
    title: String,
    /// The status, once more.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong and what to do, in the language that was asked for.
    detail: String,
    /// Everything that is wrong, place by place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<WrongDocument>,
}

/// One thing that is wrong. One of `pointer`, `parameter` and `header` says where.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemError)]
struct WrongDocument {
    /// JSON pointer into the body; empty when all of it is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "/situation/facts/customer.age", nullable = false)]
    pointer: Option<String>,
    /// Name of a parameter of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    /// Name of a header.
    #[serde(skip_serializing_if = "Option::is_none")]
    header: Option<String>,
    /// Stable code: of a diagnostic (`S005`), of the record (`E_TEXT_REJECTED`), or a word.
    #[schema(example = "S005")]
    code: String,
    /// What is wrong.
    detail: String,
    /// What to do, a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    help: Vec<String>,
    /// Line in the body, from 1, where the body is YAML.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// Column in the line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self {
            kind,
            detail: None,
            errors: Vec::new(),
            retry_after: None,
        }
    }
}

impl Problem {
    /// A problem with the places of everything that is wrong.
    pub(crate) fn of(kind: Kind, errors: Vec<Wrong>) -> Self {
        Self {
            errors,
            ..Self::from(kind)
        }
    }

    /// A problem with what is said of this occurrence.
    pub(crate) fn saying(kind: Kind, detail: String) -> Self {
        Self {
            detail: Some(Said::Text(detail)),
            ..Self::from(kind)
        }
    }

    /// What the record says. `places` tells where in the body the fields of the store stand.
    pub(crate) fn of_store(error: &StoreError, words: &Words, places: &[(&str, &str)]) -> Self {
        let kind = kind_of(error);
        if kind.status().is_server_error() {
            tracing::error!(code = error.code(), "the record did not do it");
        }
        let said = match kind {
            // What the database says about itself is for its log.
            Kind::Broken => return Self::from(kind),
            _ => demur_words::record::error::message(error, words),
        };
        let errors = match (kind, field_of(error)) {
            (Kind::NotRecorded, Some(field)) => {
                let known = places.iter().find(|(name, _)| *name == field);
                let place = Place::Body(known.map_or("", |(_, pointer)| pointer).to_owned());
                vec![Wrong::new(place, error.code(), Said::Text(said.clone()))]
            }
            _ => Vec::new(),
        };
        Self {
            errors,
            ..Self::saying(kind, said)
        }
    }

    /// A fault of the app; `words` say what the record says.
    pub(crate) fn of_fault(fault: &Fault, words: &Words) -> Self {
        match fault {
            Fault::Store(error) => Self::of_store(error, words, &[]),
            Fault::NotFound | Fault::InterviewGone => Kind::NotFound.into(),
            Fault::NotSetUp => Kind::NotSetUp.into(),
            Fault::NotOurForm => Kind::FormTokenMissing.into(),
            Fault::Unreadable => Kind::MalformedBody.into(),
            other => match other.status() {
                StatusCode::FORBIDDEN => Self::saying(Kind::Forbidden, other.sentence(words)),
                status if status.is_server_error() => {
                    tracing::error!(status = status.as_u16(), "a request failed");
                    Kind::Broken.into()
                }
                _ => Self::saying(Kind::Conflict, other.sentence(words)),
            },
        }
    }

    /// The answer, in these words.
    pub(crate) fn written(&self, words: &Words) -> Response {
        let code = self.kind.code();
        let status = self.kind.status();
        let document = ProblemDocument {
            kind: format!("/problems/{code}"),
            title: words.say(&format!("problem-{code}")),
            status: status.as_u16(),
            detail: match &self.detail {
                Some(said) => said.told(words),
                None => words.say(&format!("problem-{code}-help")),
            },
            errors: self
                .errors
                .iter()
                .map(|wrong| wrong.written(words))
                .collect(),
        };
        let body = serde_json::to_string(&document).unwrap_or_default();
        let mut response = (status, [(CONTENT_TYPE, MEDIA_TYPE)], body).into_response();
        let headers = response.headers_mut();
        if self.kind == Kind::Unauthenticated {
            headers.insert(
                WWW_AUTHENTICATE,
                HeaderValue::from_static("Bearer realm=\"demur\""),
            );
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl Wrong {
    fn written(&self, words: &Words) -> WrongDocument {
        let (pointer, parameter, header) = match &self.place {
            Place::Body(pointer) => (Some(pointer.clone()), None, None),
            Place::Parameter(name) => (None, Some(name.clone()), None),
            Place::Header(name) => (None, None, Some((*name).to_owned())),
        };
        WrongDocument {
            pointer,
            parameter,
            header,
            code: self.code.to_owned(),
            detail: self.said.told(words),
            help: self.help.clone(),
            line: self.line.map(|(line, _)| line),
            column: self.line.map(|(_, column)| column),
        }
    }
}

/// A problem travels in the answer until [`spoken`] knows the language.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.kind.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes the problem that an answer carries, if it does.
pub(crate) fn spoken(mut response: Response, words: &Words) -> Response {
    let Some(problem) = response.extensions_mut().remove::<Problem>() else {
        return response;
    };
    let mut written = problem.written(words);
    if let Some(allowed) = response.headers().get(ALLOW) {
        written.headers_mut().insert(ALLOW, allowed.clone());
    }
    written
}

fn kind_of(error: &StoreError) -> Kind {
    use StoreError as E;
    match error {
        E::NotFound { .. } | E::Missing { .. } => Kind::NotFound,
        E::Forbidden { .. } | E::FourEyes { .. } | E::Disabled => Kind::Forbidden,
        E::Conflict { .. } | E::Stale { .. } => Kind::Stale,
        E::State { .. } | E::Held { .. } => Kind::Conflict,
        E::RequestReused => Kind::KeyReused,
        E::KeyDestroyed { .. } => Kind::Erased,
        E::SessionOver => Kind::Unauthenticated,
        E::DiskFull | E::ConnectionLost | E::Busy | E::ReadOnly | E::Closed => Kind::Unavailable,
        other => match Fault::Store(other.clone()).status() {
            StatusCode::UNPROCESSABLE_ENTITY => Kind::NotRecorded,
            _ => Kind::Broken,
        },
    }
}

/// The name of the field that the record does not take, as the record calls it.
fn field_of(error: &StoreError) -> Option<&str> {
    use StoreError as E;
    Some(match error {
        E::Invalid { field, .. } | E::TextRejected { field, .. } | E::BasisMissing { field } => {
            field
        }
        E::Document { place, .. } => place,
        E::WordsNotOwn => "words",
        E::ReasonMissing => "reason",
        E::GroundsUntested | E::GroundStop { .. } => "grounds",
        _ => return None,
    })
}
