//! Taking a second factor: a secret for the phone, and a code that shows that it arrived.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{To, made_strong};
use crate::app::App;
use crate::fault::Fault;
use crate::field::{Input, Wrongs};
use crate::firm::Firm;
use crate::frame::{Frame, show_as};
use crate::origin::local_path;
use crate::posted::{Fields, PostedAtTheDoor};
use crate::seal;
use crate::second_factor::{self, Handover};
use crate::signed_in::{AtTheDoor, SignedIn};
use crate::watch::note;

/// What the secret is sealed as while it waits in the form.
const HELD: &str = "second-factor";

#[derive(Template)]
#[template(path = "sign_in_second_factor.html")]
struct Enrolment {
    frame: Frame,
    handover: Handover,
    held: String,
    to: String,
    code: String,
    needed: bool,
}

pub(super) async fn page(
    State(app): State<App>,
    AtTheDoor(who): AtTheDoor,
    Query(to): Query<To>,
) -> Response {
    let shown = shown(&app, &who, local_path(&to.to)).await;
    shown.unwrap_or_else(|fault| fault.page(&app, Some(&who.visitor)))
}

async fn shown(app: &App, who: &SignedIn, to: &str) -> Result<Response, Fault> {
    if who.person.second_factor {
        return Ok(Redirect::to("/settings/account").into_response());
    }
    let secret = second_factor::new_secret()?;
    form(app, who, StatusCode::OK, &secret, to, None).await
}

async fn form(
    app: &App,
    who: &SignedIn,
    status: StatusCode,
    secret: &[u8],
    to: &str,
    problem: Option<String>,
) -> Result<Response, Fault> {
    let frame = Frame::at_the_door(app, who);
    let firm = app
        .wait(|app| Firm::read(app.house()))
        .await?
        .unwrap_or_default();
    let label = frame.t("second-factor-picture");
    let mut wrongs = Wrongs::default();
    if let Some(problem) = problem {
        wrongs.say("code", problem);
    }
    let page = Enrolment {
        handover: second_factor::hand_over(secret, &who.person.login, &firm.name, &label)?,
        held: hex(&seal::seal(who.secret(), HELD, secret)?),
        to: to.to_owned(),
        code: Input::code("code", frame.t("code")).html(&wrongs),
        needed: who.needs_second_factor(app).await?,
        frame,
    };
    Ok(show_as(status, &page))
}

pub(super) async fn take(State(app): State<App>, posted: PostedAtTheDoor) -> Response {
    let done = taken(&app, &posted.who, &posted.fields).await;
    done.unwrap_or_else(|fault| fault.page(&app, Some(&posted.who.visitor)))
}

async fn taken(app: &App, who: &SignedIn, fields: &Fields) -> Result<Response, Fault> {
    let to = local_path(fields.text("to"));
    let held = unhex(fields.text("held"));
    let secret = held.and_then(|held| seal::open(who.secret(), HELD, &held));
    // Whoever has one gives it first; it is replaced only by taking it away.
    let (false, Some(secret)) = (who.person.second_factor, secret) else {
        return Ok(Redirect::to("/second-factor").into_response());
    };
    let now = u64::try_from(app.moment().as_second()).unwrap_or_default();
    let Some(step) = second_factor::step_of(&secret, fields.text("code"), now) else {
        let words = app.voices().of(who.visitor.lang);
        let sentence = Some(words.say("second-factor-wrong"));
        return form(
            app,
            who,
            StatusCode::UNPROCESSABLE_ENTITY,
            &secret,
            to,
            sentence,
        )
        .await;
    };
    let pseudonym = who.person.pseudonym.clone();
    app.wait(move |app| {
        app.house().set_second_factor(&pseudonym, Some(&secret))?;
        app.house().use_code(&pseudonym, step)
    })
    .await?;
    note("second factor taken", Some(&who.person.pseudonym));
    made_strong(app, who, to).await
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
    let digits = digits?;
    let pairs = digits.chunks_exact(2).map(|pair| match pair {
        [high, low] => u8::try_from(high * 16 + low).ok(),
        _ => None,
    });
    pairs.collect()
}
