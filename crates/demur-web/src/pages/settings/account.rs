//! One's own account: password, second factor, language, sessions.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use demur_app::syntax::tree::Lang;
use serde::Deserialize;

use super::framed;
use crate::address::ClientAddress;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::field::{Input, Select, Wrongs};
use crate::firm::Firm;
use crate::frame::{Frame, show_as};
use crate::lang;
use crate::pages::start::new_password;
use crate::password::{self, Checked};
use crate::posted::{Fields, Posted};
use crate::seal;
use crate::signed_in::{SignedIn, keep};
use crate::throttle::{Gate, Tried, Tries};
use crate::watch::note;

const HERE: &str = "/settings/account";

#[derive(Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "settings/account.html")]
struct Account {
    frame: Frame,
    done: Option<String>,
    wrongs: String,
    login: String,
    roles: String,
    site: String,
    second_factor: bool,
    needed: bool,
    present: String,
    password: String,
    again: String,
    proof: String,
    language: String,
}

pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Query(done): Query<Done>,
) -> Response {
    // What was done is one of a few words, so that no address puts others into the page.
    let done = ["password", "language", "second-factor", "sessions"]
        .into_iter()
        .find(|known| *known == done.done);
    let shown = shown(&app, &who, StatusCode::OK, &Wrongs::default(), done).await;
    or_page(&app, &who, shown)
}

async fn shown(
    app: &App,
    who: &SignedIn,
    status: StatusCode,
    wrongs: &Wrongs,
    done: Option<&str>,
) -> Result<Response, Fault> {
    let frame = framed(app, who);
    let firm = app.firm().await?;
    let site = who.person.site.as_deref();
    let site = firm
        .sites
        .iter()
        .find(|each| Some(each.code.as_str()) == site);
    let roles = who.person.roles.iter();
    let roles: Vec<String> = roles
        .map(|role| demur_words::names::role(&frame.words, *role))
        .collect();
    let secret = |name, key: &str, auto| Input::password(name, frame.t(key), auto).html(wrongs);
    let options = vec![
        (String::new(), frame.t("language-browser")),
        ("pl".to_owned(), "Polski".to_owned()),
        ("en".to_owned(), "English".to_owned()),
    ];
    let language = Select::new("lang", frame.t("account-language"), options);
    let page = Account {
        done: done.map(|done| frame.t(&format!("account-done-{done}"))),
        wrongs: wrongs.html(frame.t("form-wrong")),
        login: who.person.login.clone(),
        roles: frame.words.all_of(&roles),
        site: site.map_or_else(|| frame.t("person-everywhere"), |site| site.name.clone()),
        second_factor: who.person.second_factor,
        needed: who.needs_second_factor(app).await?,
        present: secret("present", "password-present", "current-password"),
        password: Input::password("password", frame.t("password-new"), "new-password")
            .hint(frame.t("password-new-hint"))
            .html(wrongs),
        again: secret("again", "password-again", "new-password"),
        proof: secret("proof", "password-present", "current-password"),
        language: language
            .value(who.person.lang.as_deref().unwrap_or_default())
            .html(wrongs),
        frame,
    };
    Ok(show_as(status, &page))
}

/// Whether the person knows their password; what is wrong is said beside the field.
async fn proven(
    app: &App,
    who: &SignedIn,
    address: ClientAddress,
    (field, password): (&'static str, &str),
    wrongs: &mut Wrongs,
) -> Result<(), Fault> {
    let words = app.voices().of(who.visitor.lang);
    let tries = Tries::new(Tried::Password, &who.person.login, address);
    if let Gate::Shut(seconds) = tries.begin(app).await? {
        let time = crate::pages::sign_in::time_after(app, seconds);
        wrongs.say(field, words.fill("sign-in-wait", &[("time", time.into())]));
        return Ok(());
    }
    let login = who.person.login.clone();
    let found = app.wait(move |app| app.house().credentials(&login)).await?;
    let hash = found.and_then(|found| found.password);
    if password::check(password, hash).await? == Checked::Wrong {
        tries.wrong(app).await?;
        wrongs.say(field, words.say("password-present-wrong"));
        return Ok(());
    }
    tries.right(app).await
}

pub(super) async fn set_password(
    State(app): State<App>,
    address: ClientAddress,
    Posted { who, fields }: Posted,
) -> Response {
    let done = password_set(&app, &who, address, &fields).await;
    or_page(&app, &who, done)
}

async fn password_set(
    app: &App,
    who: &SignedIn,
    address: ClientAddress,
    fields: &Fields,
) -> Result<Response, Fault> {
    let frame = framed(app, who);
    let firm = app
        .wait(|app| Firm::read(app.house()))
        .await?
        .unwrap_or_default();
    let mut wrongs = Wrongs::default();
    new_password(&frame, fields, &who.person.login, &firm.name, &mut wrongs);
    proven(
        app,
        who,
        address,
        ("present", &fields.raw("present")),
        &mut wrongs,
    )
    .await?;
    if !wrongs.is_empty() {
        return shown(app, who, StatusCode::UNPROCESSABLE_ENTITY, &wrongs, None).await;
    }
    let hash = password::hash(&fields.raw("password")).await?;
    let (pseudonym, secret) = (who.person.pseudonym.clone(), who.secret().to_owned());
    let token = app
        .wait(move |app| {
            app.house().set_password(&pseudonym, &hash)?;
            app.house().end_sessions_of(&pseudonym, Some(&secret))?;
            app.house().rotate_session(&secret, seal::again(&secret))
        })
        .await?;
    note("password changed", Some(&who.person.pseudonym));
    let to = Redirect::to(&format!("{HERE}?done=password"));
    Ok((AppendHeaders(keep(app, &token)), to).into_response())
}

pub(super) async fn set_language(
    State(app): State<App>,
    Posted { who, fields }: Posted,
) -> Response {
    let chosen = Lang::from_code(fields.text("lang"));
    let pseudonym = who.person.pseudonym.clone();
    let code = chosen.map(Lang::code);
    let done = app
        .wait(move |app| app.house().set_lang(&pseudonym, code))
        .await;
    let done = done.map(|()| {
        let to = Redirect::to(&format!("{HERE}?done=language"));
        match chosen {
            Some(chosen) => (AppendHeaders(lang::set_cookie(&app, chosen)), to).into_response(),
            None => (AppendHeaders(lang::forget_cookie(&app)), to).into_response(),
        }
    });
    or_page(&app, &who, done)
}

pub(super) async fn drop_second_factor(
    State(app): State<App>,
    address: ClientAddress,
    Posted { who, fields }: Posted,
) -> Response {
    let done = second_factor_dropped(&app, &who, address, &fields).await;
    or_page(&app, &who, done)
}

async fn second_factor_dropped(
    app: &App,
    who: &SignedIn,
    address: ClientAddress,
    fields: &Fields,
) -> Result<Response, Fault> {
    let mut wrongs = Wrongs::default();
    proven(
        app,
        who,
        address,
        ("proof", &fields.raw("proof")),
        &mut wrongs,
    )
    .await?;
    if !wrongs.is_empty() {
        return shown(app, who, StatusCode::UNPROCESSABLE_ENTITY, &wrongs, None).await;
    }
    let pseudonym = who.person.pseudonym.clone();
    app.wait(move |app| app.house().set_second_factor(&pseudonym, None))
        .await?;
    note("second factor taken away", Some(&who.person.pseudonym));
    // Whoever needs one takes a new one at once.
    let to = if who.needs_second_factor(app).await? {
        "/second-factor".to_owned()
    } else {
        format!("{HERE}?done=second-factor")
    };
    Ok(Redirect::to(&to).into_response())
}

pub(super) async fn end_others(State(app): State<App>, Posted { who, .. }: Posted) -> Response {
    let (pseudonym, secret) = (who.person.pseudonym.clone(), who.secret().to_owned());
    let ended = move |app: &App| app.house().end_sessions_of(&pseudonym, Some(&secret));
    let done = app.wait(ended).await.map(|_| {
        note("other sessions ended", Some(&who.person.pseudonym));
        Redirect::to(&format!("{HERE}?done=sessions")).into_response()
    });
    or_page(&app, &who, done)
}
