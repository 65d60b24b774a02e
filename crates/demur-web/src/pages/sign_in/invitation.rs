//! What a one-time link leads to: choosing the first password, or a new one.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use demur_app::store::{Person, TokenPurpose};

use super::let_in;
use crate::app::App;
use crate::fault::Fault;
use crate::field::{Input, Wrongs};
use crate::firm::Firm;
use crate::frame::{Frame, show_as};
use crate::pages::start::new_password;
use crate::password;
use crate::posted::{Fields, Open};
use crate::signed_in::Visitor;
use crate::watch::note;

#[derive(Template)]
#[template(path = "invitation.html")]
struct Invitation {
    frame: Frame,
    firm: String,
    login: String,
    first: bool,
    wrongs: String,
    password: String,
    again: String,
}

#[derive(Template)]
#[template(path = "invitation_spent.html")]
struct Spent {
    frame: Frame,
}

/// Whom a link is for.
struct Invited {
    person: Person,
    firm: String,
    /// Whether they have never been here.
    first: bool,
}

async fn invited(app: &App, token: &str) -> Result<Option<Invited>, Fault> {
    let token = token.to_owned();
    app.wait(move |app| {
        let (pseudonym, first) = match app.house().token(&token)? {
            Some(TokenPurpose::Invitation(pseudonym)) => (pseudonym, true),
            Some(TokenPurpose::PasswordReset(pseudonym)) => (pseudonym, false),
            _ => return Ok(None),
        };
        let firm = Firm::read(app.house())?.unwrap_or_default().name;
        let person = app.house().person(&pseudonym)?;
        Ok(person.map(|person| Invited {
            person,
            firm,
            first,
        }))
    })
    .await
}

pub(super) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Response {
    let frame = Frame::for_anybody(&app, &visitor);
    match invited(&app, &token).await {
        Ok(Some(invited)) => form(frame, StatusCode::OK, invited, &Wrongs::default()),
        Ok(None) => show_as(StatusCode::GONE, &Spent { frame }),
        Err(fault) => fault.page(&app, Some(&visitor)),
    }
}

fn form(frame: Frame, status: StatusCode, invited: Invited, wrongs: &Wrongs) -> Response {
    let secret = |name, key: &str| Input::password(name, frame.t(key), "new-password");
    let page = Invitation {
        firm: invited.firm,
        login: invited.person.login,
        first: invited.first,
        wrongs: wrongs.html(frame.t("form-wrong")),
        password: secret("password", "password-new")
            .hint(frame.t("password-new-hint"))
            .html(wrongs),
        again: secret("again", "password-again").html(wrongs),
        frame,
    };
    show_as(status, &page)
}

pub(super) async fn accept(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(token): Path<String>,
    Open(fields): Open,
) -> Response {
    let done = accepted(&app, &visitor, &headers, token, &fields).await;
    done.unwrap_or_else(|fault| fault.page(&app, Some(&visitor)))
}

async fn accepted(
    app: &App,
    visitor: &Visitor,
    headers: &HeaderMap,
    token: String,
    fields: &Fields,
) -> Result<Response, Fault> {
    let frame = Frame::for_anybody(app, visitor);
    let Some(invited) = invited(app, &token).await? else {
        return Ok(show_as(StatusCode::GONE, &Spent { frame }));
    };
    let mut wrongs = Wrongs::default();
    new_password(
        &frame,
        fields,
        &invited.person.login,
        &invited.firm,
        &mut wrongs,
    );
    if !wrongs.is_empty() {
        return Ok(form(
            frame,
            StatusCode::UNPROCESSABLE_ENTITY,
            invited,
            &wrongs,
        ));
    }
    let hash = password::hash(&fields.raw("password")).await?;
    let pseudonym = invited.person.pseudonym.clone();
    let was_first = app
        .wait(move |app| {
            if app.house().take_token(&token)?.is_none() {
                return Ok(false);
            }
            app.house().set_password(&pseudonym, &hash)?;
            // Whoever was signed in with the old password no longer is.
            app.house().end_sessions_of(&pseudonym, None)?;
            Ok(true)
        })
        .await?;
    if !was_first {
        return Ok(show_as(StatusCode::GONE, &Spent { frame }));
    }
    note("password chosen", Some(&invited.person.pseudonym));
    let to = if invited.person.second_factor {
        "/"
    } else {
        "/second-factor"
    };
    let_in(app, headers, &invited.person.pseudonym, to).await
}
