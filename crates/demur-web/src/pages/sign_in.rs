//! Signing in: a password, then a code where there is a second factor; and signing out.

mod code;
mod enrolment;
mod invitation;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use demur_app::store::{Credentials, StoreError};
use demur_app::syntax::tree::Lang;
use serde::Deserialize;

use crate::address::ClientAddress;
use crate::app::App;
use crate::fault::Fault;
use crate::field::{Input, Wrongs};
use crate::frame::{Frame, show_as};
use crate::lang;
use crate::origin::local_path;
use crate::password::{self, Checked};
use crate::posted::{Fields, Open, PostedAtTheDoor};
use crate::seal;
use crate::signed_in::{SignedIn, Visitor, forget, keep};
use crate::throttle::{Gate, Tried, Tries};
use crate::watch::note;
use crate::ways::{Need, Way};

pub(super) const WAYS: &[Way] = &[
    Way::get("/sign-in", Need::Nothing),
    Way::post("/sign-in", Need::Nothing),
    Way::post("/sign-out", Need::AtTheDoor),
    Way::get("/sign-in/code", Need::AtTheDoor),
    Way::post("/sign-in/code", Need::AtTheDoor),
    Way::get("/second-factor", Need::AtTheDoor),
    Way::post("/second-factor", Need::AtTheDoor),
    Way::get("/invitation/{token}", Need::Nothing),
    Way::post("/invitation/{token}", Need::Nothing),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(page).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/sign-in/code", get(code::page).post(code::give))
        .route("/second-factor", get(enrolment::page).post(enrolment::take))
        .route(
            "/invitation/{token}",
            get(invitation::page).post(invitation::accept),
        )
}

/// Where somebody wanted to go.
#[derive(Deserialize)]
struct To {
    #[serde(default)]
    to: String,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignIn {
    frame: Frame,
    problem: Option<String>,
    to: String,
    login: String,
    password: String,
}

async fn page(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Query(to): Query<To>,
) -> Response {
    let to = local_path(&to.to).to_owned();
    let shown = shown(&app, &visitor, &headers, to).await;
    shown.unwrap_or_else(|fault| fault.page(&app, Some(&visitor)))
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    headers: &HeaderMap,
    to: String,
) -> Result<Response, Fault> {
    if app.wait(|app| app.house().people()).await?.is_empty() {
        return Ok(Redirect::to("/start").into_response());
    }
    // Whoever still owes a code is led to it from there.
    if SignedIn::at_the_door(headers, visitor.clone(), app)
        .await?
        .is_some()
    {
        return Ok(Redirect::to(&to).into_response());
    }
    let frame = Frame::for_anybody(app, visitor);
    Ok(form(frame, StatusCode::OK, to, "", None))
}

fn form(
    frame: Frame,
    status: StatusCode,
    to: String,
    typed: &str,
    problem: Option<String>,
) -> Response {
    let none = Wrongs::default();
    let login = Input::text("login", frame.t("login"))
        .autocomplete("username")
        .value(typed);
    let password = Input::password("password", frame.t("password"), "current-password");
    let page = SignIn {
        problem,
        to,
        login: login.html(&none),
        password: password.html(&none),
        frame,
    };
    show_as(status, &page)
}

async fn sign_in(
    State(app): State<App>,
    visitor: Visitor,
    address: ClientAddress,
    headers: HeaderMap,
    Open(fields): Open,
) -> Response {
    let done = tried(&app, &visitor, address, &headers, &fields).await;
    done.unwrap_or_else(|fault| fault.page(&app, Some(&visitor)))
}

async fn tried(
    app: &App,
    visitor: &Visitor,
    address: ClientAddress,
    headers: &HeaderMap,
    fields: &Fields,
) -> Result<Response, Fault> {
    let (login, to) = (fields.text("login"), local_path(fields.text("to")));
    let frame = Frame::for_anybody(app, visitor);
    let tries = Tries::new(Tried::Password, login, address);
    if let Gate::Shut(seconds) = tries.begin(app).await? {
        note("sign-in has to wait", None);
        let sentence = frame.t1("sign-in-wait", "time", time_after(app, seconds));
        let page = form(
            frame,
            StatusCode::TOO_MANY_REQUESTS,
            to.to_owned(),
            login,
            Some(sentence),
        );
        return Ok(([(header::RETRY_AFTER, seconds.to_string())], page).into_response());
    }
    if let Some(pseudonym) = right(app, login, &fields.raw("password")).await? {
        tries.right(app).await?;
        note("signed in", Some(&pseudonym));
        return let_in(app, headers, &pseudonym, to).await;
    }
    tries.wrong(app).await?;
    note("sign-in failed", None);
    let sentence = Some(frame.t("sign-in-wrong"));
    Ok(form(
        frame,
        StatusCode::UNPROCESSABLE_ENTITY,
        to.to_owned(),
        login,
        sentence,
    ))
}

/// The pseudonym of whoever may come in with this password. It takes as long for a login that
/// nobody has, and the answer is the same.
async fn right(app: &App, login: &str, password: &str) -> Result<Option<String>, Fault> {
    let name = login.to_owned();
    let found = app.wait(move |app| app.house().credentials(&name)).await?;
    let hash = found.as_ref().and_then(|found| found.password.clone());
    let checked = password::check(password, hash).await?;
    let Some(Credentials { person, .. }) = found else {
        return Ok(None);
    };
    if checked == Checked::Wrong || person.disabled {
        return Ok(None);
    }
    if checked == Checked::RightButOld {
        let (hash, pseudonym) = (password::hash(password).await?, person.pseudonym.clone());
        app.wait(move |app| app.house().set_password(&pseudonym, &hash))
            .await?;
    }
    Ok(Some(person.pseudonym))
}

/// A minute on the firm's wall after which so many seconds have passed.
pub(super) fn time_after(app: &App, seconds: u64) -> String {
    let seconds = i64::try_from(seconds)
        .unwrap_or(i64::MAX)
        .saturating_add(59);
    let then = app
        .now()
        .saturating_add(jiff::SignedDuration::from_secs(seconds));
    then.strftime("%H:%M").to_string()
}

/// Begins a session in place of the one that the browser had.
pub(super) async fn let_in(
    app: &App,
    headers: &HeaderMap,
    pseudonym: &str,
    to: &str,
) -> Result<Response, Fault> {
    let old = SignedIn::secret_in(headers, app);
    let whose = pseudonym.to_owned();
    let (token, lang) = app
        .wait(move |app| {
            if let Some(old) = old {
                app.house().end_session(&old)?;
            }
            let session = app.house().begin_session(&whose, app.timeouts())?;
            let person = app.house().person(&whose)?;
            Ok((session.token, person.and_then(|person| person.lang)))
        })
        .await?;
    let mut response = Redirect::to(to).into_response();
    if let Some(lang) = lang.and_then(|code| Lang::from_code(&code)) {
        response = (AppendHeaders(lang::set_cookie(app, lang)), response).into_response();
    }
    Ok((AppendHeaders(keep(app, &token)), response).into_response())
}

/// A new secret for a session in which the second factor was given just now.
async fn made_strong(app: &App, who: &SignedIn, to: &str) -> Result<Response, Fault> {
    let secret = who.secret().to_owned();
    let strong = move |app: &App| {
        let house = app.house();
        let rotated = house.rotate_session(&secret, seal::again(&secret))?;
        house.mark_strong(&rotated)?;
        Ok::<_, StoreError>(rotated)
    };
    let token = app.wait(strong).await?;
    Ok((AppendHeaders(keep(app, &token)), Redirect::to(to)).into_response())
}

async fn sign_out(State(app): State<App>, posted: PostedAtTheDoor) -> Response {
    let secret = posted.who.secret().to_owned();
    match app.wait(move |app| app.house().end_session(&secret)).await {
        Ok(()) => {
            note("signed out", Some(&posted.who.person.pseudonym));
            (AppendHeaders(forget(&app)), Redirect::to("/sign-in")).into_response()
        }
        Err(fault) => fault.page(&app, Some(&posted.who.visitor)),
    }
}
