//! One entry of a list, written by a form: a service at a place.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::refer::Conditions;
use demur_app::refer::providers::{Importer, folded};
use demur_app::store::{Document, DocumentKind, StoreError};
use serde::Deserialize;

use super::slug;
use super::table::{COLUMNS, Table, faults};
use crate::app::App;
use crate::directory::directory;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;

/// The list into which the form writes.
const OWN: &str = "own.csv";

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    list: String,
    line: u64,
}

#[derive(Template)]
#[template(path = "providers/entry.html")]
struct Page {
    frame: Frame,
    /// The list and the line of an entry that exists.
    list: String,
    line: String,
    version: String,
    fields: Fields,
    wrong: Vec<(String, String)>,
    stale: bool,
}

impl Page {
    fn value(&self, name: &str) -> &str {
        self.fields.text(name)
    }

    fn wrong_of(&self, name: &str) -> Option<&str> {
        let mut found = self.wrong.iter().filter(|(each, _)| each == name);
        found.next().map(|(_, said)| said.as_str())
    }

    fn hint(name: &str) -> String {
        format!("entry-{name}-hint")
    }

    fn label(name: &str) -> String {
        format!("entry-{name}")
    }
}

fn blank(app: &App, who: &SignedIn) -> Page {
    Page {
        frame: Frame::of(app, who).in_room(Room::Providers),
        list: String::new(),
        line: String::new(),
        version: String::new(),
        fields: Fields::default(),
        wrong: Vec::new(),
        stale: false,
    }
}

/// An entry that is still to be made.
pub(super) async fn new_page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = async {
        who.must_run_the_app()?;
        let mut page = blank(&app, &who);
        let today = ("checked".to_owned(), app.today().to_string());
        page.fields = [today].into_iter().collect();
        Ok(show(&page))
    }
    .await;
    or_page(&app, &who, shown)
}

/// An entry as it stands in its list.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Query(which): Query<Which>,
) -> Response {
    let shown = async {
        who.must_run_the_app()?;
        let (list, table) = read(&app, &which.list).await?;
        let mut page = blank(&app, &who);
        let cells = COLUMNS.iter().filter_map(|name| {
            Some(((*name).to_owned(), table.cell(which.line, name)?.to_owned()))
        });
        page.fields = cells.collect();
        if !page.fields.has("provider") {
            return Err(Fault::NotFound);
        }
        page.list = which.list;
        page.line = which.line.to_string();
        page.version = list.version.to_string();
        Ok(show(&page))
    }
    .await;
    or_page(&app, &who, shown)
}

async fn read(app: &App, name: &str) -> Result<(Document, Table), Fault> {
    let listed = app.wait(directory).await?;
    let list = listed
        .lists
        .iter()
        .find(|list| list.name == name && name.ends_with(".csv"));
    let list = list.cloned().ok_or(Fault::NotFound)?;
    let table = Table::read(&list.text).ok_or(Fault::NotFound)?;
    Ok((list, table))
}

/// Adds an entry to the firm's own list.
pub(super) async fn add(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let saved = saved(&app, &who, fields).await;
    or_page(&app, &who, saved)
}

/// Changes an entry where it stands.
pub(super) async fn save(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let saved = saved(&app, &who, fields).await;
    or_page(&app, &who, saved)
}

async fn saved(app: &App, who: &SignedIn, fields: Fields) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let values: Vec<(&str, String)> = COLUMNS
        .iter()
        .map(|name| (*name, fields.text(name).replace(['\r', '\n'], " ")))
        .collect();
    let mut page = again(app, who, fields);
    page.wrong = wrong(app, &page.frame, &values);
    if !page.wrong.is_empty() {
        return Ok(show_as(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let (mut table, name, line) = match page.line.parse::<u64>() {
        Ok(line) => (
            read(app, &page.list).await?.1,
            page.list.clone(),
            Some(line),
        ),
        Err(_) => (own(app).await?, OWN.to_owned(), None),
    };
    if !table.put(line, &values) {
        page.stale = true;
        return Ok(show_as(StatusCode::CONFLICT, &page));
    }
    match put(app, who, &name, &page.version, table.text(), line.is_none()).await? {
        None => {
            let provider = values
                .first()
                .map(|(_, value)| folded(value))
                .unwrap_or_default();
            let listed = app.wait(directory).await?;
            let found = listed
                .directory
                .providers
                .iter()
                .find(|each| folded(&each.name) == provider);
            let to = found.map_or_else(
                || "/providers".to_owned(),
                |each| format!("/providers/of/{}", slug(each)),
            );
            Ok(Redirect::to(&to).into_response())
        }
        Some(version) => {
            page.version = version;
            page.stale = true;
            Ok(show_as(StatusCode::CONFLICT, &page))
        }
    }
}

fn again(app: &App, who: &SignedIn, fields: Fields) -> Page {
    Page {
        list: fields.text("list").to_owned(),
        line: fields.text("line").to_owned(),
        version: fields.text("version").to_owned(),
        fields,
        ..blank(app, who)
    }
}

async fn own(app: &App) -> Result<Table, Fault> {
    let listed = app.wait(directory).await?;
    let list = listed.lists.iter().find(|list| list.name == OWN);
    Ok(list
        .and_then(|list| Table::read(&list.text))
        .unwrap_or_else(Table::new))
}

/// What is missing, and what the import could not read.
fn wrong(app: &App, frame: &Frame, values: &[(&str, String)]) -> Vec<(String, String)> {
    let missing = values
        .iter()
        .filter(|(name, value)| ["provider", "service"].contains(name) && value.is_empty());
    let missing: Vec<(String, String)> = missing
        .map(|(name, _)| {
            (
                (*name).to_owned(),
                frame.t(&format!("entry-{name}-missing")),
            )
        })
        .collect();
    if !missing.is_empty() {
        return missing;
    }
    let found = faults(values);
    if !found.is_empty() {
        return found;
    }
    condition(app, values)
        .into_iter()
        .map(|said| ("not_for".to_owned(), said))
        .collect()
}

/// What is wrong with the condition on whom the provider does not take.
fn condition(app: &App, values: &[(&str, String)]) -> Option<String> {
    let mut table = Table::new();
    table.put(None, values);
    let mut importer = Importer::new();
    importer.csv("entry", table.text().as_bytes());
    let (mut directory, _) = importer.finish();
    let library = app.desk().library();
    let (_, rejected) = Conditions::compile(&library.lawbook, &mut directory);
    rejected
        .first()
        .map(|each| format!("{}; {}", each.why, each.mend))
}

/// Writes a list; the version that somebody else wrote when they were quicker.
async fn put(
    app: &App,
    who: &SignedIn,
    name: &str,
    version: &str,
    text: String,
    is_own: bool,
) -> Result<Option<String>, Fault> {
    let (name, by) = (name.to_owned(), who.person.pseudonym.clone());
    let read: Option<i64> = version.parse().ok();
    app.wait(move |app| {
        let kind = DocumentKind::Providers;
        let current = || {
            app.house().documents(kind).map(|all| {
                all.into_iter()
                    .find(|list| list.name == name)
                    .map(|list| list.version)
            })
        };
        // A new row is added to whatever the list has become.
        let expected = if is_own { current()? } else { read };
        match app.house().put_document(kind, &name, expected, &text, &by) {
            Ok(_) => Ok(None),
            Err(StoreError::Stale { actual, .. }) => Ok(Some(
                actual
                    .map(|version| version.to_string())
                    .unwrap_or_default(),
            )),
            Err(error) => Err(error),
        }
    })
    .await
}

/// Takes an entry out of its list.
pub(super) async fn remove(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let done = async {
        who.must_run_the_app()?;
        let name = fields.text("list").to_owned();
        let line: u64 = fields.text("line").parse().map_err(|_| Fault::Unreadable)?;
        let (list, mut table) = read(&app, &name).await?;
        let is_same = fields.text("version") == list.version.to_string();
        let gone = is_same && table.remove(line);
        let version = fields.text("version");
        if !gone
            || put(&app, &who, &name, version, table.text(), false)
                .await?
                .is_some()
        {
            let mut page = again(&app, &who, fields.clone());
            page.stale = true;
            return Ok(show_as(StatusCode::CONFLICT, &page));
        }
        Ok(Redirect::to("/providers").into_response())
    }
    .await;
    or_page(&app, &who, done)
}
