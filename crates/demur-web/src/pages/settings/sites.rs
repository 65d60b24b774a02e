//! The sites of the firm: their names, and the codes that lead the numbers of case files.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::firm::{set, stored};
use super::framed;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::field::{Input, Wrongs};
use crate::firm::{Firm, Site};
use crate::frame::{Frame, show_as};
use crate::pages::firm_form::{code_of, wrong_code};
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;
use crate::watch::note;

const LONGEST: usize = 80;

#[derive(Template)]
#[template(path = "settings/sites.html")]
struct Page {
    frame: Frame,
    wrongs: String,
    sites: Vec<Site>,
    name: String,
    code: String,
    version: i64,
}

pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = match who.must_run_the_app() {
        Ok(()) => stored(&app).await.map(|(firm, version)| {
            form(
                &app,
                &who,
                firm,
                version,
                &Fields::default(),
                &Wrongs::default(),
            )
        }),
        Err(fault) => Err(fault),
    };
    or_page(&app, &who, shown)
}

fn form(
    app: &App,
    who: &SignedIn,
    firm: Firm,
    version: i64,
    fields: &Fields,
    wrongs: &Wrongs,
) -> Response {
    let frame = framed(app, who);
    let text = |name, key: &str| {
        let input = Input::text(name, frame.t(key)).hint(frame.t(&format!("{key}-hint")));
        input.value(fields.text(name))
    };
    let page = Page {
        wrongs: wrongs.html(frame.t("form-wrong")),
        sites: firm.sites,
        name: text("site_name", "site-name").html(wrongs),
        code: text("site_code", "site-code").short().html(wrongs),
        version,
        frame,
    };
    let status = if wrongs.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    show_as(status, &page)
}

pub(super) async fn change(State(app): State<App>, Posted { who, fields }: Posted) -> Response {
    let done = changed(&app, &who, &fields).await;
    or_page(&app, &who, done)
}

async fn changed(app: &App, who: &SignedIn, fields: &Fields) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let frame = framed(app, who);
    let (mut firm, version) = stored(app).await?;
    let before = firm.clone();
    let mut wrongs = Wrongs::default();
    if fields.has("add") {
        add(&frame, fields, &mut firm, &mut wrongs);
    } else {
        rename(&frame, fields, &mut firm, &mut wrongs);
    }
    if wrongs.is_empty() {
        let read: i64 = fields.text("version").parse().unwrap_or(-1);
        if set(app, firm, read).await? {
            note("sites set", Some(&who.person.pseudonym));
            return Ok(Redirect::to("/settings/sites").into_response());
        }
        wrongs.say("site_name", frame.t("firm-stale"));
    }
    Ok(form(app, who, before, version, fields, &wrongs))
}

fn is_name(name: &str) -> bool {
    (1..=LONGEST).contains(&name.chars().count()) && !name.chars().any(char::is_control)
}

fn add(frame: &Frame, fields: &Fields, firm: &mut Firm, wrongs: &mut Wrongs) {
    let name = fields.text("site_name");
    let taken: Vec<&str> = firm.sites.iter().map(|site| site.code.as_str()).collect();
    let code = match fields.text("site_code") {
        "" => code_of(name, &taken),
        code => code.to_lowercase(),
    };
    if !is_name(name) {
        wrongs.say("site_name", frame.t("site-name-missing"));
    }
    if let Some(key) = wrong_code(&code, &taken) {
        wrongs.say("site_code", frame.t(key));
    }
    let name = name.to_owned();
    firm.sites.push(Site { code, name });
}

/// Codes stay: numbers of case files begin with them. The usual site is the first one.
fn rename(frame: &Frame, fields: &Fields, firm: &mut Firm, wrongs: &mut Wrongs) {
    for (code, name) in fields.under("name.") {
        let name = name.trim();
        if !is_name(name) {
            wrongs.say("sites", frame.t("site-name-missing"));
        }
        if let Some(site) = firm.sites.iter_mut().find(|site| site.code == code) {
            name.clone_into(&mut site.name);
        }
    }
    let usual = fields.text("usual");
    firm.sites.sort_by_key(|site| site.code != usual);
}
