//! The first start: five questions, and somebody who runs the app from then on.

use std::collections::BTreeSet;
use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use demur_app::store::{NewPerson, Role, StoreError, TokenPurpose};
use serde::Deserialize;

use super::firm_form::{self, code_of, wrong_code};
use super::sign_in::let_in;
use crate::app::App;
use crate::fault::Fault;
use crate::field::{Input, Wrongs};
use crate::firm::{Firm, Site};
use crate::frame::{Frame, show, show_as};
use crate::password;
use crate::posted::{Fields, Open};
use crate::signed_in::Visitor;
use crate::watch::note;
use crate::ways::{Need, Way};

const A_DAY: Duration = Duration::from_secs(24 * 3600);
/// Who starts alone does everything.
const ROLES: [Role; 4] = [Role::Admin, Role::Decider, Role::Privacy, Role::Reviewer];

pub(super) const WAYS: &[Way] = &[
    Way::get("/start", Need::Nothing),
    Way::post("/start", Need::Nothing),
];

pub(super) fn routes() -> Router<App> {
    Router::new().route("/start", get(page).post(set_up))
}

/// The address that leads to the set-up, while nobody is there yet. It counts once, for a day, and
/// takes the place of any that was made before. Blocks.
///
/// # Errors
/// When the house does not answer.
pub fn first_start(app: &App) -> Result<Option<String>, StoreError> {
    if !app.house().people()?.is_empty() {
        return Ok(None);
    }
    let token = app.house().make_token(TokenPurpose::FirstStart, A_DAY)?;
    Ok(Some(format!("/start?token={token}")))
}

#[derive(Deserialize)]
struct Key {
    #[serde(default)]
    token: String,
}

#[derive(Template)]
#[template(path = "start.html")]
struct Start {
    frame: Frame,
    wrongs: String,
    token: String,
    firm: firm_form::Shown,
    site_name: String,
    site_code: String,
    login: String,
    password: String,
    again: String,
}

#[derive(Template)]
#[template(path = "start_where.html")]
struct Where {
    frame: Frame,
    /// Whether somebody came with a token that does not count.
    spent: bool,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    firm: Firm,
    site: (String, String),
    login: String,
}

async fn page(State(app): State<App>, visitor: Visitor, Query(key): Query<Key>) -> Response {
    let shown = opened(&app, &visitor, key.token).await;
    shown.unwrap_or_else(|fault| fault.page(&app, Some(&visitor)))
}

async fn opened(app: &App, visitor: &Visitor, token: String) -> Result<Response, Fault> {
    if let Some(elsewhere) = is_set_up(app).await? {
        return Ok(Redirect::to(elsewhere).into_response());
    }
    let frame = Frame::for_anybody(app, visitor);
    if !counts(app, &token).await? {
        return Ok(no_token(frame, !token.is_empty()));
    }
    let typed = Typed {
        firm: Firm {
            place: "pl".to_owned(),
            ..Firm::default()
        },
        ..Typed::default()
    };
    Ok(form(
        app,
        frame,
        StatusCode::OK,
        token,
        &typed,
        &Wrongs::default(),
    ))
}

/// Where somebody belongs once there are people.
async fn is_set_up(app: &App) -> Result<Option<&'static str>, Fault> {
    let found = |app: &App| Ok((app.house().people()?.is_empty(), app.read_firm()?.is_some()));
    Ok(match app.wait(found).await? {
        (true, _) => None,
        (false, true) => Some("/sign-in"),
        (false, false) => Some("/settings/firm"),
    })
}

async fn counts(app: &App, token: &str) -> Result<bool, Fault> {
    let token = token.to_owned();
    let purpose = app.wait(move |app| app.house().token(&token)).await?;
    Ok(purpose == Some(TokenPurpose::FirstStart))
}

fn no_token(frame: Frame, spent: bool) -> Response {
    let status = if spent {
        StatusCode::GONE
    } else {
        StatusCode::OK
    };
    show_as(status, &Where { frame, spent })
}

fn form(
    app: &App,
    frame: Frame,
    status: StatusCode,
    token: String,
    typed: &Typed,
    wrongs: &Wrongs,
) -> Response {
    let text = |name, key: &str, value: &str| {
        let input = Input::text(name, frame.t(key)).hint(frame.t(&format!("{key}-hint")));
        input.value(value)
    };
    let secret = |name, key: &str| Input::password(name, frame.t(key), "new-password");
    let start = Start {
        wrongs: wrongs.html(frame.t("form-wrong")),
        token,
        firm: firm_form::shown(app, &frame, &typed.firm, wrongs),
        site_name: text("site_name", "site-name", &typed.site.0).html(wrongs),
        site_code: text("site_code", "site-code", &typed.site.1)
            .short()
            .html(wrongs),
        login: text("login", "login", &typed.login)
            .autocomplete("username")
            .html(wrongs),
        password: secret("password", "password-new")
            .hint(frame.t("password-new-hint"))
            .html(wrongs),
        again: secret("again", "password-again").html(wrongs),
        frame,
    };
    if status == StatusCode::OK {
        show(&start)
    } else {
        show_as(status, &start)
    }
}

async fn set_up(State(app): State<App>, visitor: Visitor, Open(fields): Open) -> Response {
    let done = begun(&app, &visitor, &fields).await;
    done.unwrap_or_else(|fault| fault.page(&app, Some(&visitor)))
}

async fn begun(app: &App, visitor: &Visitor, fields: &Fields) -> Result<Response, Fault> {
    if let Some(elsewhere) = is_set_up(app).await? {
        return Ok(Redirect::to(elsewhere).into_response());
    }
    let token = fields.text("token").to_owned();
    // So that another language finds the form again.
    let visitor = &Visitor {
        path: format!("/start?token={token}"),
        lang: visitor.lang,
    };
    let frame = Frame::for_anybody(app, visitor);
    if !counts(app, &token).await? {
        return Ok(no_token(frame, true));
    }
    let mut wrongs = Wrongs::default();
    let typed = read(app, &frame, fields, &mut wrongs);
    if !wrongs.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(form(app, frame, status, token, &typed, &wrongs));
    }
    let hash = password::hash(&fields.raw("password")).await?;
    let code = visitor.lang.code();
    let made = app
        .wait(move |app| made(app, &token, typed, hash, code))
        .await?;
    let Some(pseudonym) = made else {
        return Ok(no_token(frame, true));
    };
    note("set up", Some(&pseudonym));
    let old = axum::http::HeaderMap::new();
    let_in(app, &old, &pseudonym, "/").await
}

fn read(app: &App, frame: &Frame, fields: &Fields, wrongs: &mut Wrongs) -> Typed {
    let mut firm = firm_form::read(app, frame, fields, Firm::default(), wrongs);
    let named = fields.text("site_name");
    let name = if named.is_empty() {
        firm.name.clone()
    } else {
        named.to_owned()
    };
    let code = match fields.text("site_code") {
        "" => code_of(&name, &[]),
        code => code.to_lowercase(),
    };
    if let Some(key) = wrong_code(&code, &[]) {
        wrongs.say("site_code", frame.t(key));
    }
    firm.sites = vec![Site { code, name }];
    let login = fields.text("login").to_owned();
    if let Some(key) = wrong_login(&login) {
        wrongs.say("login", frame.t(key));
    }
    new_password(frame, fields, &login, &firm.name, wrongs);
    Typed {
        firm,
        site: (named.to_owned(), fields.text("site_code").to_owned()),
        login,
    }
}

/// The key of what is wrong with a login.
pub(super) fn wrong_login(login: &str) -> Option<&'static str> {
    let fine = (1..=64).contains(&login.chars().count()) && !login.chars().any(char::is_control);
    (!fine).then_some("login-wrong")
}

/// Whether a new password will do, and was typed the same way twice.
pub(super) fn new_password(
    frame: &Frame,
    fields: &Fields,
    login: &str,
    firm: &str,
    wrongs: &mut Wrongs,
) {
    let password = fields.raw("password");
    if let Some(weak) = password::weakness(&password, login, firm) {
        wrongs.say("password", frame.t(weak.key()));
    } else if password != fields.raw("again") {
        wrongs.say("again", frame.t("password-differs"));
    }
}

/// Makes firm and person; nothing when somebody else was quicker. The firm comes first: a start
/// that breaks off in between can be made again.
fn made(
    app: &App,
    token: &str,
    typed: Typed,
    hash: String,
    lang: &str,
) -> Result<Option<String>, StoreError> {
    let house = app.house();
    if house.take_token(token)? != Some(TokenPurpose::FirstStart) || !house.people()?.is_empty() {
        return Ok(None);
    }
    typed.firm.write(house, Firm::version(house)?)?;
    let person = house.add_person(NewPerson {
        login: typed.login,
        roles: BTreeSet::from(ROLES),
        site: None,
        lang: Some(lang.to_owned()),
        password: Some(hash),
    })?;
    app.read_firm()?;
    Ok(Some(person.pseudonym))
}
