//! API keys: how other programs of the firm ask.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::{ApiKey, Role, StoreError};

use super::framed;
use super::people::{ROLES, roles};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::field::{Input, Wrongs};
use crate::frame::{Frame, show, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;
use crate::watch::note;

#[derive(Template)]
#[template(path = "settings/keys.html")]
struct Page {
    frame: Frame,
    wrongs: String,
    keys: Vec<Row>,
    label: String,
    roles: String,
}

struct Row {
    id: String,
    label: String,
    roles: String,
    created: String,
    last_used: Option<String>,
    revoked: Option<String>,
}

/// A key, shown this once.
#[derive(Template)]
#[template(path = "settings/key.html")]
struct Made {
    frame: Frame,
    label: String,
    key: String,
}

pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = match who.must_run_the_app() {
        Ok(()) => shown(&app, &who, "", &BTreeSet::new(), &Wrongs::default()).await,
        Err(fault) => Err(fault),
    };
    or_page(&app, &who, shown)
}

async fn shown(
    app: &App,
    who: &SignedIn,
    label: &str,
    chosen: &BTreeSet<Role>,
    wrongs: &Wrongs,
) -> Result<Response, Fault> {
    let frame = framed(app, who);
    let keys = app.wait(|app| app.house().api_keys()).await?;
    let input = Input::text("label", frame.t("key-label")).hint(frame.t("key-label-hint"));
    let page = Page {
        wrongs: wrongs.html(frame.t("form-wrong")),
        keys: keys.into_iter().map(|key| row(&frame, key)).collect(),
        label: input.value(label).html(wrongs),
        roles: roles(&frame, chosen).html(wrongs),
        frame,
    };
    let status = if wrongs.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(show_as(status, &page))
}

fn row(frame: &Frame, key: ApiKey) -> Row {
    let roles = ROLES.iter().filter(|role| key.roles.contains(role));
    let roles: Vec<String> = roles
        .map(|role| demur_words::names::role(&frame.words, *role))
        .collect();
    Row {
        id: key.id,
        label: key.label,
        roles: roles.join(", "),
        created: key.created.to_string(),
        last_used: key.last_used.map(|day| day.to_string()),
        revoked: key.revoked.map(|day| day.to_string()),
    }
}

pub(super) async fn add(State(app): State<App>, Posted { who, fields }: Posted) -> Response {
    let done = added(&app, &who, &fields).await;
    or_page(&app, &who, done)
}

async fn added(app: &App, who: &SignedIn, fields: &Fields) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let frame = framed(app, who);
    let label = fields.text("label").to_owned();
    let chosen = |name: &str| ROLES.into_iter().find(|role| role.as_str() == name);
    let chosen: BTreeSet<Role> = fields.all("roles").filter_map(chosen).collect();
    let mut wrongs = Wrongs::default();
    if chosen.is_empty() {
        wrongs.say("roles", frame.t("person-roles-missing"));
    }
    let (name, roles) = (label.clone(), chosen.clone());
    let made = if wrongs.is_empty() {
        app.wait(
            move |app| match app.house().add_api_key(&name, &roles, None) {
                Err(StoreError::Invalid { .. }) => Ok(None),
                made => made.map(Some),
            },
        )
        .await?
    } else {
        None
    };
    let Some((key, plaintext)) = made else {
        if wrongs.is_empty() {
            wrongs.say("label", frame.t("key-label-wrong"));
        }
        return shown(app, who, &label, &chosen, &wrongs).await;
    };
    note("API key made", Some(&key.pseudonym));
    Ok(show(&Made {
        frame,
        label: key.label,
        key: plaintext,
    }))
}

pub(super) async fn revoke(
    State(app): State<App>,
    Path(id): Path<String>,
    Posted { who, .. }: Posted,
) -> Response {
    let done = revoked(&app, &who, id).await;
    or_page(&app, &who, done)
}

async fn revoked(app: &App, who: &SignedIn, id: String) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let gone = move |app: &App| match app.house().revoke_api_key(&id) {
        Err(StoreError::Missing { .. }) => Ok(false),
        gone => gone.map(|()| true),
    };
    if !app.wait(gone).await? {
        return Err(Fault::NotFound);
    }
    note("API key revoked", Some(&who.person.pseudonym));
    Ok(Redirect::to("/settings/keys").into_response())
}
