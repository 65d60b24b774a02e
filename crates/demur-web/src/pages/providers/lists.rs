//! A list as it was taken: what was read of it, what was kept apart, and its text.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::refer::providers::{At, Rejected};
use demur_app::store::DocumentKind;

use super::slug;
use crate::app::App;
use crate::directory::directory;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, Room, show};
use crate::posted::Posted;
use crate::signed_in::SignedIn;

/// So many lines are shown; the whole text is kept.
const LINES: usize = 2_000;

#[derive(Template)]
#[template(path = "providers/list_read.html")]
struct Page {
    frame: Frame,
    may_change: bool,
    name: String,
    version: i64,
    changed: String,
    providers: Vec<(String, String)>,
    services: usize,
    rejected: Vec<Apart>,
    lines: Vec<String>,
    more_lines: bool,
}

/// Something that was kept apart.
pub(super) struct Apart {
    pub(super) place: String,
    pub(super) line: Option<u64>,
    pub(super) why: String,
    pub(super) mend: String,
}

/// What was kept apart, for a page.
pub(super) fn apart<'r>(rejected: impl Iterator<Item = &'r Rejected>) -> Vec<Apart> {
    let each = rejected.map(|each| Apart {
        place: each.origin.to_string(),
        line: match each.origin.at {
            At::Line(line) => Some(line),
            At::Whole | At::Pointer(_) => None,
        },
        why: each.why.clone(),
        mend: each.mend.clone(),
    });
    each.collect()
}

/// A list.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(name): Path<String>,
) -> Response {
    let shown = async {
        let listed = app.wait(directory).await?;
        let list = listed
            .lists
            .iter()
            .find(|list| list.name == name)
            .ok_or(Fault::NotFound)?;
        // The tables of a package are reported on together.
        let folder = name.strip_suffix("datapackage.json");
        let is_of =
            |file: &str| file == name || folder.is_some_and(|folder| file.starts_with(folder));
        let providers = listed.directory.providers.iter();
        let own = |service: &&demur_app::refer::providers::Service| is_of(&service.origin.file);
        let of_list = providers
            .clone()
            .filter(|provider| provider.services.iter().any(|each| own(&each)));
        Ok(show(&Page {
            frame: Frame::of(&app, &who).in_room(Room::Providers),
            may_change: who.runs_the_app(),
            version: list.version,
            changed: list.changed.to_string(),
            providers: of_list
                .map(|provider| (slug(provider), provider.name.clone()))
                .collect(),
            services: providers
                .flat_map(|provider| &provider.services)
                .filter(own)
                .count(),
            rejected: apart(
                listed
                    .rejected
                    .iter()
                    .filter(|each| is_of(&each.origin.file)),
            ),
            lines: list.text.lines().take(LINES).map(str::to_owned).collect(),
            more_lines: list.text.lines().nth(LINES).is_some(),
            name,
        }))
    }
    .await;
    or_page(&app, &who, shown)
}

/// Takes a list away; its versions stay in the house.
pub(super) async fn remove(State(app): State<App>, posted: Posted) -> Response {
    let Posted { who, fields } = posted;
    let done = async {
        who.must_run_the_app()?;
        let name = fields.text("name").to_owned();
        let version: i64 = fields
            .text("version")
            .parse()
            .map_err(|_| Fault::Unreadable)?;
        let by = who.person.pseudonym.clone();
        app.wait(move |app| {
            let kind = DocumentKind::Providers;
            let house = app.house();
            house.remove_document(kind, &name, version, &by)?;
            // A package goes as a whole.
            if let Some(folder) = name
                .strip_suffix("datapackage.json")
                .filter(|folder| !folder.is_empty())
            {
                for rest in house
                    .documents(kind)?
                    .iter()
                    .filter(|rest| rest.name.starts_with(folder))
                {
                    house.remove_document(kind, &rest.name, rest.version, &by)?;
                }
            }
            Ok(())
        })
        .await?;
        Ok(Redirect::to("/providers").into_response())
    }
    .await;
    or_page(&app, &who, done)
}
