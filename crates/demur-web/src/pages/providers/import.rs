//! Lists of providers that somebody else wrote: taken as they are, read, and reported on.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::refer;
use demur_app::refer::providers::{Rejected, folded};
use demur_app::store::{DocumentKind, StoreError};

use super::lists::{Apart, apart};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show_as};
use crate::posted::TOKEN;
use crate::signed_in::{SignedIn, percent};

/// Largest list, as the house keeps them.
const LARGEST: usize = 1 << 20;
const DESCRIPTOR: &str = "datapackage.json";

#[derive(Template)]
#[template(path = "providers/import.html")]
struct Page {
    frame: Frame,
    /// Why nothing was taken.
    wrong: Option<String>,
    rejected: Vec<Apart>,
}

/// A file that was sent.
struct Sent {
    name: String,
    bytes: Vec<u8>,
}

/// What was sent.
#[derive(Default)]
struct Form {
    token: String,
    files: Vec<Sent>,
}

/// Why it could not be taken.
enum Refusal {
    /// Nothing of use, with what is wrong.
    Said(StatusCode, String, Vec<Rejected>),
    Fault(Fault),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Asks for files.
pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = async {
        who.must_run_the_app()?;
        Ok(page_of(&app, &who, StatusCode::OK, None, &[]))
    }
    .await;
    or_page(&app, &who, shown)
}

fn page_of(
    app: &App,
    who: &SignedIn,
    status: StatusCode,
    wrong: Option<String>,
    rejected: &[Rejected],
) -> Response {
    let page = Page {
        frame: Frame::of(app, who).in_room(Room::Providers),
        wrong,
        rejected: apart(rejected.iter()),
    };
    show_as(status, &page)
}

/// Takes files.
pub(super) async fn save(
    State(app): State<App>,
    who: SignedIn,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let saved = match saved(&app, &who, form).await {
        Ok(to) => Ok(Redirect::to(&to).into_response()),
        Err(Refusal::Said(status, said, rejected)) => {
            Ok(page_of(&app, &who, status, Some(said), &rejected))
        }
        Err(Refusal::Fault(fault)) => Err(fault),
    };
    or_page(&app, &who, saved)
}

async fn saved(
    app: &App,
    who: &SignedIn,
    form: Result<Multipart, MultipartRejection>,
) -> Result<String, Refusal> {
    who.must_run_the_app()?;
    let words = app.voices().of(who.visitor.lang);
    let too_large = || {
        Refusal::Said(
            StatusCode::PAYLOAD_TOO_LARGE,
            words.say("providers-too-large"),
            Vec::new(),
        )
    };
    let form = form.map_err(|_| Fault::Unreadable)?;
    let form = read(form).await.map_err(|error| {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            too_large()
        } else {
            Refusal::Fault(Fault::Unreadable)
        }
    })?;
    if !who.sent(&form.token) {
        return Err(Fault::NotOurForm.into());
    }
    if form.files.iter().any(|file| file.bytes.len() > LARGEST) {
        return Err(too_large());
    }
    let unfit = |key: &str, name: &str| {
        let said = words.fill(key, &[("name", name.to_owned().into())]);
        Refusal::Said(StatusCode::UNPROCESSABLE_ENTITY, said, Vec::new())
    };
    if form.files.is_empty() {
        return Err(unfit("providers-no-file", ""));
    }
    let mut texts = BTreeMap::new();
    let is_package = form.files.iter().any(|file| file.name == DESCRIPTOR);
    for file in form.files {
        let Ok(text) = String::from_utf8(file.bytes) else {
            return Err(unfit("providers-not-text", &file.name));
        };
        let name =
            kept_name(&file.name).ok_or_else(|| unfit("providers-not-a-list", &file.name))?;
        let name = if is_package {
            format!("hsds/{name}")
        } else {
            name
        };
        // Spreadsheets put a mark before UTF-8 text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        texts.insert(name, text);
    }
    let borrowed = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let (directory, rejected) = refer::read(&borrowed);
    if directory.providers.is_empty() {
        let said = words.say("providers-nothing-read");
        return Err(Refusal::Said(
            StatusCode::UNPROCESSABLE_ENTITY,
            said,
            rejected,
        ));
    }
    let names: Vec<String> = texts.keys().cloned().collect();
    keep(app, who, texts).await?;
    Ok(match names.as_slice() {
        [only] => format!("/providers/lists/{}", percent(only)),
        _ if is_package => format!("/providers/lists/hsds/{DESCRIPTOR}"),
        _ => "/providers".to_owned(),
    })
}

async fn read(mut form: Multipart) -> Result<Form, MultipartError> {
    let mut read = Form::default();
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().unwrap_or_default().to_owned();
        if name == TOKEN {
            read.token = field.text().await?;
        } else if name == "file" && !file.is_empty() {
            let bytes = field.bytes().await?.to_vec();
            read.files.push(Sent { name: file, bytes });
        }
    }
    Ok(read)
}

/// Under which name a file is kept: that of the sender, as far as names may have its letters.
fn kept_name(sent: &str) -> Option<String> {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or(sent);
    let (stem, end) = folded(name)
        .rsplit_once('.')
        .map(|(stem, end)| (stem.to_owned(), end.to_owned()))?;
    if !["csv", "json", "jsonld"].contains(&end.as_str()) {
        return None;
    }
    let mut kept = String::new();
    for letter in stem.chars().take(80) {
        let letter = if letter.is_ascii_alphanumeric() || letter == '_' {
            letter
        } else {
            '-'
        };
        if letter != '-' || !(kept.is_empty() || kept.ends_with('-')) {
            kept.push(letter);
        }
    }
    let kept = kept.trim_matches('-');
    Some(format!(
        "{}.{end}",
        if kept.is_empty() { "list" } else { kept }
    ))
}

async fn keep(app: &App, who: &SignedIn, texts: BTreeMap<String, String>) -> Result<(), Fault> {
    let by = who.person.pseudonym.clone();
    app.wait(move |app| {
        let house = app.house();
        let kind = DocumentKind::Providers;
        for (name, text) in &texts {
            let kept = house
                .documents(kind)?
                .into_iter()
                .find(|kept| kept.name == *name);
            let expected = kept.map(|kept| kept.version);
            match house.put_document(kind, name, expected, text, &by) {
                // Somebody imported the same list at the same time; theirs is in its history.
                Err(StoreError::Stale { actual, .. }) => {
                    house.put_document(kind, name, actual, text, &by)?;
                }
                other => {
                    other?;
                }
            }
        }
        Ok(())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_kept_under_names_that_stay_where_they_are_put() {
        let kept = |name: &str| kept_name(name);
        assert_eq!(
            kept("Gabinety Łódź (2026).CSV").as_deref(),
            Some("gabinety-lodz-2026.csv")
        );
        assert_eq!(kept("C:\\a\\..\\list.json").as_deref(), Some("list.json"));
        assert_eq!(kept("../../etc/x.jsonld").as_deref(), Some("x.jsonld"));
        assert_eq!(kept("???.csv").as_deref(), Some("list.csv"));
        assert_eq!(kept("list.xlsx"), None);
        assert_eq!(kept("csv"), None);
    }
}
