//! One person: roles, site, language, a new password, their access.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::{Person, StoreError, TokenPurpose};

use super::framed;
use super::people::{A_WEEK, language, link, read, roles, site};
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::field::Wrongs;
use crate::frame::{Frame, show_as};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;
use crate::watch::note;

#[derive(Template)]
#[template(path = "settings/person.html")]
struct Page {
    frame: Frame,
    person: Person,
    own: bool,
    has_password: bool,
    wrongs: String,
    roles: String,
    site: String,
    language: String,
}

async fn found(app: &App, who: &SignedIn, pseudonym: &str) -> Result<Person, Fault> {
    who.must_run_the_app()?;
    let pseudonym = pseudonym.to_owned();
    let person = app.wait(move |app| app.house().person(&pseudonym)).await?;
    person.ok_or(Fault::NotFound)
}

pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Path(pseudonym): Path<String>,
) -> Response {
    let shown = match found(&app, &who, &pseudonym).await {
        Ok(person) => shown(&app, &who, person, &Wrongs::default()).await,
        Err(fault) => Err(fault),
    };
    or_page(&app, &who, shown)
}

async fn shown(
    app: &App,
    who: &SignedIn,
    person: Person,
    wrongs: &Wrongs,
) -> Result<Response, Fault> {
    let frame = framed(app, who);
    let firm = app.firm().await?;
    let login = person.login.clone();
    let known = app.wait(move |app| app.house().credentials(&login)).await?;
    let page = Page {
        own: person.pseudonym == who.person.pseudonym,
        has_password: known.is_some_and(|known| known.password.is_some()),
        wrongs: wrongs.html(frame.t("form-wrong")),
        roles: roles(&frame, &person.roles).html(wrongs),
        site: site(&frame, &firm, person.site.as_deref()).html(wrongs),
        language: language(&frame, person.lang.as_deref()).html(wrongs),
        person,
        frame,
    };
    let status = if wrongs.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(show_as(status, &page))
}

fn back(pseudonym: &str) -> Response {
    Redirect::to(&format!("/settings/people/{pseudonym}")).into_response()
}

pub(super) async fn change(
    State(app): State<App>,
    Path(pseudonym): Path<String>,
    Posted { who, fields }: Posted,
) -> Response {
    let done = changed(&app, &who, &pseudonym, &fields).await;
    or_page(&app, &who, done)
}

async fn changed(
    app: &App,
    who: &SignedIn,
    pseudonym: &str,
    fields: &Fields,
) -> Result<Response, Fault> {
    let mut person = found(app, who, pseudonym).await?;
    let frame = framed(app, who);
    let firm = app.firm().await?;
    let mut wrongs = Wrongs::default();
    let typed = read(&frame, &firm, fields, &mut wrongs);
    person.roles.clone_from(&typed.roles);
    person.site.clone_from(&typed.site);
    person.lang.clone_from(&typed.lang);
    if !wrongs.is_empty() {
        return shown(app, who, person, &wrongs).await;
    }
    let whose = pseudonym.to_owned();
    let kept = app
        .wait(move |app| {
            let house = app.house();
            match house.set_roles(&whose, &typed.roles) {
                Err(StoreError::LastAdmin) => return Ok(false),
                set => set?,
            }
            house.set_site(&whose, typed.site.as_deref())?;
            house.set_lang(&whose, typed.lang.as_deref())?;
            Ok(true)
        })
        .await?;
    if !kept {
        wrongs.say("roles", frame.t("person-last-admin"));
        return shown(app, who, person, &wrongs).await;
    }
    note("roles or site set", Some(pseudonym));
    Ok(Redirect::to("/settings/people").into_response())
}

pub(super) async fn reset_password(
    State(app): State<App>,
    Path(pseudonym): Path<String>,
    headers: HeaderMap,
    Posted { who, .. }: Posted,
) -> Response {
    let done = password_reset(&app, &who, &headers, &pseudonym).await;
    or_page(&app, &who, done)
}

async fn password_reset(
    app: &App,
    who: &SignedIn,
    headers: &HeaderMap,
    pseudonym: &str,
) -> Result<Response, Fault> {
    let person = found(app, who, pseudonym).await?;
    let (login, whose) = (person.login.clone(), pseudonym.to_owned());
    let (first, token) = app
        .wait(move |app| {
            let known = app.house().credentials(&login)?;
            let first = known.is_none_or(|known| known.password.is_none());
            let purpose = if first {
                TokenPurpose::Invitation(whose)
            } else {
                TokenPurpose::PasswordReset(whose)
            };
            Ok((first, app.house().make_token(purpose, A_WEEK)?))
        })
        .await?;
    note("link for a password made", Some(pseudonym));
    Ok(link(app, who, headers, person, first, &token))
}

pub(super) async fn reset_second_factor(
    State(app): State<App>,
    Path(pseudonym): Path<String>,
    Posted { who, .. }: Posted,
) -> Response {
    let done = second_factor_reset(&app, &who, &pseudonym).await;
    or_page(&app, &who, done)
}

async fn second_factor_reset(
    app: &App,
    who: &SignedIn,
    pseudonym: &str,
) -> Result<Response, Fault> {
    found(app, who, pseudonym).await?;
    let whose = pseudonym.to_owned();
    app.wait(move |app| {
        app.house().set_second_factor(&whose, None)?;
        app.house().end_sessions_of(&whose, None)
    })
    .await?;
    note("second factor taken away", Some(pseudonym));
    Ok(back(pseudonym))
}

pub(super) async fn switch_access(
    State(app): State<App>,
    Path(pseudonym): Path<String>,
    Posted { who, fields }: Posted,
) -> Response {
    let done = access_switched(&app, &who, &pseudonym, fields.text("access")).await;
    or_page(&app, &who, done)
}

async fn access_switched(
    app: &App,
    who: &SignedIn,
    pseudonym: &str,
    access: &str,
) -> Result<Response, Fault> {
    let person = found(app, who, pseudonym).await?;
    let off = match access {
        "off" => true,
        "on" => false,
        _ => return Err(Fault::Unreadable),
    };
    let whose = pseudonym.to_owned();
    let kept = app
        .wait(move |app| match app.house().set_disabled(&whose, off) {
            Err(StoreError::LastAdmin) => Ok(false),
            set => set.map(|()| true),
        })
        .await?;
    if !kept {
        let mut wrongs = Wrongs::default();
        wrongs.say("access", framed(app, who).t("person-last-admin"));
        return shown(app, who, person, &wrongs).await;
    }
    note(
        if off {
            "access switched off"
        } else {
            "access switched on"
        },
        Some(pseudonym),
    );
    Ok(back(pseudonym))
}

pub(super) async fn remove(
    State(app): State<App>,
    Path(pseudonym): Path<String>,
    Posted { who, .. }: Posted,
) -> Response {
    let done = removed(&app, &who, &pseudonym).await;
    or_page(&app, &who, done)
}

async fn removed(app: &App, who: &SignedIn, pseudonym: &str) -> Result<Response, Fault> {
    let person = found(app, who, pseudonym).await?;
    if !person.disabled {
        let mut wrongs = Wrongs::default();
        wrongs.say("access", framed(app, who).t("person-remove-first-off"));
        return shown(app, who, person, &wrongs).await;
    }
    let whose = pseudonym.to_owned();
    app.wait(move |app| app.house().remove_person(&whose))
        .await?;
    note("person removed", Some(pseudonym));
    Ok(Redirect::to("/settings/people").into_response())
}
