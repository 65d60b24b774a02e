//! The second page of signing in: a code of the second factor.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::{To, made_strong, time_after};
use crate::address::ClientAddress;
use crate::app::App;
use crate::fault::Fault;
use crate::field::{Input, Wrongs};
use crate::frame::{Frame, show_as};
use crate::origin::local_path;
use crate::posted::{Fields, PostedAtTheDoor};
use crate::second_factor;
use crate::signed_in::{AtTheDoor, SignedIn};
use crate::throttle::{Gate, Tried, Tries};
use crate::watch::note;

#[derive(Template)]
#[template(path = "sign_in_code.html")]
struct Code {
    frame: Frame,
    to: String,
    code: String,
}

pub(super) async fn page(
    State(app): State<App>,
    AtTheDoor(who): AtTheDoor,
    Query(to): Query<To>,
) -> Response {
    let to = local_path(&to.to);
    if who.strong || !who.person.second_factor {
        return Redirect::to(to).into_response();
    }
    form(&app, &who, StatusCode::OK, to, None)
}

fn form(
    app: &App,
    who: &SignedIn,
    status: StatusCode,
    to: &str,
    problem: Option<String>,
) -> Response {
    let frame = Frame::at_the_door(app, who);
    let mut wrongs = Wrongs::default();
    if let Some(problem) = problem {
        wrongs.say("code", problem);
    }
    let code = Input::code("code", frame.t("code")).hint(frame.t("code-hint"));
    let page = Code {
        to: to.to_owned(),
        code: code.html(&wrongs),
        frame,
    };
    show_as(status, &page)
}

pub(super) async fn give(
    State(app): State<App>,
    address: ClientAddress,
    posted: PostedAtTheDoor,
) -> Response {
    let done = given(&app, address, &posted.who, &posted.fields).await;
    done.unwrap_or_else(|fault| fault.page(&app, Some(&posted.who.visitor)))
}

async fn given(
    app: &App,
    address: ClientAddress,
    who: &SignedIn,
    fields: &Fields,
) -> Result<Response, Fault> {
    let to = local_path(fields.text("to"));
    if who.strong || !who.person.second_factor {
        return Ok(Redirect::to(to).into_response());
    }
    let words = app.voices().of(who.visitor.lang);
    let pseudonym = who.person.pseudonym.as_str();
    let tries = Tries::new(Tried::Code, pseudonym, address);
    if let Gate::Shut(seconds) = tries.begin(app).await? {
        note("a code has to wait", Some(pseudonym));
        let time = time_after(app, seconds);
        let sentence = words.fill("code-wait", &[("time", time.into())]);
        let page = form(app, who, StatusCode::TOO_MANY_REQUESTS, to, Some(sentence));
        return Ok(([(header::RETRY_AFTER, seconds.to_string())], page).into_response());
    }
    if is_right(app, who, fields.text("code")).await? {
        tries.right(app).await?;
        note("second factor given", Some(pseudonym));
        return made_strong(app, who, to).await;
    }
    tries.wrong(app).await?;
    note("second factor wrong", Some(pseudonym));
    let sentence = Some(words.say("code-wrong"));
    Ok(form(
        app,
        who,
        StatusCode::UNPROCESSABLE_ENTITY,
        to,
        sentence,
    ))
}

/// Whether a code is right and none of its time was used before.
async fn is_right(app: &App, who: &SignedIn, code: &str) -> Result<bool, Fault> {
    let now = u64::try_from(app.moment().as_second()).unwrap_or_default();
    let (login, code) = (who.person.login.clone(), code.to_owned());
    let pseudonym = who.person.pseudonym.clone();
    app.wait(move |app| {
        let secret = app
            .house()
            .credentials(&login)?
            .and_then(|found| found.totp);
        let step = secret.and_then(|secret| second_factor::step_of(&secret, &code, now));
        match step {
            Some(step) => app.house().use_code(&pseudonym, step),
            None => Ok(false),
        }
    })
    .await
}
