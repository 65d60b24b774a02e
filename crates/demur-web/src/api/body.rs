//! A body that was sent: of which kind, how large, in which letters.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use demur_app::situation::MAX_BYTES;

use super::problem::{Kind, Place, Problem, Said, Wrong};
use super::tree::{self, Fault, Node};
use crate::app::App;

/// A body of JSON.
pub(crate) struct Body {
    /// As it was sent.
    pub(crate) text: String,
    /// The same with its places.
    pub(crate) root: Node,
}

/// A body of JSON or YAML.
pub(crate) struct AnyBody {
    /// As it was sent.
    pub(crate) bytes: Vec<u8>,
    /// The same with its places, when it is JSON.
    pub(crate) root: Option<Node>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kinds {
    Json,
    Yaml,
}

impl FromRequest<App> for Body {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        if kind(request.headers()) != Some(Kinds::Json) {
            return Err(Kind::UnsupportedMediaType.into());
        }
        let text = text(read(request).await?)?;
        let root = tree::parse(&text).map_err(|(fault, at)| malformed(&text, fault, at))?;
        Ok(Self { text, root })
    }
}

impl FromRequest<App> for AnyBody {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        let kind = kind(request.headers()).ok_or(Kind::UnsupportedMediaType)?;
        let bytes = read(request).await?;
        if kind == Kinds::Yaml {
            return Ok(Self { bytes, root: None });
        }
        let text = text(bytes)?;
        let root = tree::parse(&text).map_err(|(fault, at)| malformed(&text, fault, at))?;
        Ok(Self {
            bytes: text.into_bytes(),
            root: Some(root),
        })
    }
}

fn kind(headers: &HeaderMap) -> Option<Kinds> {
    let given = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let essence = given
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => Some(Kinds::Json),
        "application/yaml" | "application/x-yaml" | "text/yaml" => Some(Kinds::Yaml),
        _ => None,
    }
}

async fn read(request: Request) -> Result<Vec<u8>, Problem> {
    let bytes = to_bytes(request.into_body(), MAX_BYTES).await;
    // A connection that breaks off reads the answer no more, so it is the size that is told.
    bytes.map(Vec::from).map_err(|_| Kind::TooLarge.into())
}

fn text(bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..valid).unwrap_or_default();
        let before = String::from_utf8_lossy(before);
        wrong(&before, "not-utf8", "problem-not-utf8", valid)
    })
}

fn malformed(text: &str, fault: Fault, at: usize) -> Problem {
    let (code, key) = match fault {
        Fault::Syntax => ("syntax", "problem-json-syntax"),
        Fault::Unfinished => ("unfinished", "problem-json-unfinished"),
        Fault::Trailing => ("trailing", "problem-json-trailing"),
        Fault::Number => ("number", "problem-json-number"),
        Fault::Deep => ("too-deep", "problem-json-deep"),
        Fault::Twice => ("twice", "problem-json-twice"),
    };
    wrong(text, code, key, at)
}

/// A fault of the letters themselves is told by line and column: there is no tree to point into.
fn wrong(text: &str, code: &'static str, key: &'static str, at: usize) -> Problem {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    let column = last.chars().count() + 1;
    let gaps = vec![("line", line.to_string()), ("column", column.to_string())];
    let said = Said::Key(key, gaps);
    let place = Place::Body(String::new());
    let wrong = Wrong {
        line: Some((line, column)),
        ..Wrong::new(place, code, said)
    };
    Problem::of(Kind::MalformedBody, vec![wrong])
}
