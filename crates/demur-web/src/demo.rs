//! A made-up salon to look around in: people, a policy, providers, and case files of the last
//! months, each of a situation that was really judged. It goes when the program ends.

mod clock;
mod filling;
mod salon;

use std::fmt;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::record::Place;
use demur_app::store::{Clock, House, HouseOptions, Location, Person, Role, StoreError, Timeouts};
use demur_app::syntax::tree::Lang;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::app::{App, OpenError, Opening};
use crate::fault::{self, Fault};
use crate::signed_in::keep;
use clock::TurnedClock;

/// Why there is no demonstration.
#[derive(Debug)]
pub enum DemoError {
    /// Its folder cannot be made.
    Folder(std::io::Error),
    /// The app does not open on it.
    Open(OpenError),
    /// Something of it cannot be kept.
    Store(StoreError),
    /// Its own data are wrong; what.
    Broken(String),
}

impl fmt::Display for DemoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(error) => error.fmt(f),
            Self::Open(error) => error.fmt(f),
            Self::Store(error) => error.fmt(f),
            Self::Broken(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for DemoError {}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// An app on a made-up salon. Its folder goes with it.
#[derive(Debug)]
pub struct Demo {
    app: App,
    _folder: TempDir,
}

impl Demo {
    /// Makes the salon, with texts in a language, as if it had used the app for months.
    ///
    /// # Errors
    /// When the folder for temporary files cannot be written.
    pub fn open(clock: Arc<dyn Clock>, lang: Lang, timeouts: Timeouts) -> Result<Self, DemoError> {
        let folder = folder().map_err(DemoError::Folder)?;
        let place = Place::usual(
            &folder.path().join("data"),
            &folder.path().join("configuration"),
        );
        let house = Location::File(folder.path().join("data").join("house.db"));
        let clock = Arc::new(TurnedClock::of(clock));
        let salon = salon::Salon::read()?;
        let first = House::open(HouseOptions {
            location: house.clone(),
            master: place.master_key()?,
            clock: clock.clone(),
        })?;
        let people = filling::house(&first, &salon, lang)?;
        drop(first);
        let opening = Opening {
            place,
            house,
            clock: clock.clone(),
            law: None,
            policy: None,
            timeouts,
            secure: false,
            behind_proxy: false,
            demo: true,
        };
        let app = App::open(opening).map_err(DemoError::Open)?;
        filling::record(&app, &salon, &people, &clock, lang)?;
        Ok(Self {
            app,
            _folder: folder,
        })
    }

    /// The app.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The path that signs in at once as the owner, with what only whoever started it knows.
    #[must_use]
    pub fn way_in(&self) -> String {
        format!("/demo?token={}", self.app.demo_key().unwrap_or_default())
    }
}

/// Only its owner looks into it.
fn folder() -> std::io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("demur-demo-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

/// A new secret for one run.
pub(crate) fn new_key() -> Result<String, StoreError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Invalid {
        field: "demo",
        why: "the system has no random numbers".to_owned(),
    })?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[derive(Deserialize)]
pub(crate) struct WayIn {
    #[serde(default)]
    token: String,
    /// The login of somebody else than the owner.
    #[serde(default, rename = "as")]
    login: String,
}

/// Signs somebody of the made-up salon in; there is no such page elsewhere.
pub(crate) async fn enter(
    State(app): State<App>,
    Query(way): Query<WayIn>,
    headers: axum::http::HeaderMap,
    uri: Uri,
) -> Response {
    let known = app
        .demo_key()
        .is_some_and(|key| Sha256::digest(key) == Sha256::digest(&way.token));
    if !known {
        return fault::nowhere(State(app), headers, uri).await;
    }
    let begun = app.wait(move |app| {
        let people = app.house().people()?;
        let Some(person) = chosen(&people, &way.login) else {
            return Ok(None);
        };
        app.house()
            .begin_session(&person.pseudonym, app.timeouts())
            .map(Some)
    });
    match begun.await {
        Ok(Some(session)) => (keep(&app, &session.token), Redirect::to("/")).into_response(),
        Ok(None) => Fault::NotFound.page(&app, None),
        Err(fault) => fault.page(&app, None),
    }
}

fn chosen<'a>(people: &'a [Person], login: &str) -> Option<&'a Person> {
    people.iter().find(|person| match login {
        "" => person.roles.contains(&Role::Admin),
        login => person.login == login,
    })
}
