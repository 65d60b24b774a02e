//! The people of the firm: who is there, and letting somebody in.

use std::collections::BTreeSet;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use demur_app::store::{NewPerson, Person, Role, StoreError, TokenPurpose};

use super::framed;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::field::{Input, Select, Tick, Ticks, Wrongs};
use crate::firm::Firm;
use crate::frame::{Frame, show, show_as};
use crate::pages::start::wrong_login;
use crate::posted::{Fields, Posted};
use crate::signed_in::SignedIn;
use crate::watch::note;

/// How long a link counts.
pub(super) const A_WEEK: Duration = Duration::from_secs(7 * 24 * 3600);
/// The roles that people have, as they are offered.
pub(super) const ROLES: [Role; 6] = [
    Role::Desk,
    Role::Decider,
    Role::Reviewer,
    Role::Privacy,
    Role::Auditor,
    Role::Admin,
];

#[derive(Template)]
#[template(path = "settings/people.html")]
struct People {
    frame: Frame,
    people: Vec<Row>,
    wrongs: String,
    login: String,
    roles: String,
    site: String,
    language: String,
}

struct Row {
    pseudonym: String,
    login: String,
    roles: String,
    site: String,
    /// Class and key of a badge.
    state: (&'static str, &'static str),
    second_factor: bool,
}

/// Somebody to be let in, as it was typed.
#[derive(Default)]
pub(super) struct Typed {
    login: String,
    pub(super) roles: BTreeSet<Role>,
    pub(super) site: Option<String>,
    pub(super) lang: Option<String>,
}

/// The one-time link, shown this once.
#[derive(Template)]
#[template(path = "settings/link.html")]
struct Link {
    frame: Frame,
    login: String,
    first: bool,
    address: String,
}

pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let shown = match who.must_run_the_app() {
        Ok(()) => shown(&app, &who, &Typed::default(), &Wrongs::default()).await,
        Err(fault) => Err(fault),
    };
    or_page(&app, &who, shown)
}

async fn shown(
    app: &App,
    who: &SignedIn,
    typed: &Typed,
    wrongs: &Wrongs,
) -> Result<Response, Fault> {
    let frame = framed(app, who);
    let firm = app.firm().await?;
    let people = app
        .wait(|app| {
            let people = app.house().people()?.into_iter();
            people
                .map(|person| Ok((has_password(app, &person)?, person)))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    let login = Input::text("login", frame.t("login")).hint(frame.t("login-hint"));
    let page = People {
        people: people
            .iter()
            .map(|(known, each)| row(&frame, &firm, each, *known))
            .collect(),
        wrongs: wrongs.html(frame.t("form-wrong")),
        login: login.value(&typed.login).html(wrongs),
        roles: roles(&frame, &typed.roles).html(wrongs),
        site: site(&frame, &firm, typed.site.as_deref()).html(wrongs),
        language: language(&frame, typed.lang.as_deref()).html(wrongs),
        frame,
    };
    if wrongs.is_empty() {
        return Ok(show(&page));
    }
    Ok(show_as(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

fn has_password(app: &App, person: &Person) -> Result<bool, StoreError> {
    let found = app.house().credentials(&person.login)?;
    Ok(found.is_some_and(|found| found.password.is_some()))
}

fn row(frame: &Frame, firm: &Firm, person: &Person, has_password: bool) -> Row {
    let roles = ROLES.iter().filter(|role| person.roles.contains(role));
    let roles: Vec<String> = roles
        .map(|role| demur_words::names::role(&frame.words, *role))
        .collect();
    let site = firm
        .sites
        .iter()
        .find(|site| Some(&site.code) == person.site.as_ref());
    Row {
        pseudonym: person.pseudonym.clone(),
        login: person.login.clone(),
        roles: roles.join(", "),
        site: site.map_or_else(|| frame.t("person-everywhere"), |site| site.name.clone()),
        state: match (person.disabled, has_password) {
            (true, _) => ("refuse", "person-off"),
            (false, false) => ("open", "person-invited"),
            (false, true) => ("serve", "person-on"),
        },
        second_factor: person.second_factor,
    }
}

/// Boxes for the roles.
pub(super) fn roles(frame: &Frame, chosen: &BTreeSet<Role>) -> Ticks {
    let ticks = ROLES.iter().map(|role| Tick {
        value: role.as_str().to_owned(),
        label: demur_words::names::role(&frame.words, *role),
        hint: frame.t(&format!("role-{}", role.as_str())),
        on: chosen.contains(role),
    });
    Ticks {
        name: "roles",
        label: frame.t("person-roles"),
        hint: frame.t("person-roles-hint"),
        ticks: ticks.collect(),
        wrong: None,
    }
}

pub(super) fn site(frame: &Frame, firm: &Firm, chosen: Option<&str>) -> Select {
    let mut options = vec![(String::new(), frame.t("person-everywhere"))];
    options.extend(
        firm.sites
            .iter()
            .map(|site| (site.code.clone(), site.name.clone())),
    );
    Select::new("site", frame.t("person-site"), options).value(chosen.unwrap_or_default())
}

pub(super) fn language(frame: &Frame, chosen: Option<&str>) -> Select {
    let options = vec![
        (String::new(), frame.t("language-browser")),
        ("pl".to_owned(), "Polski".to_owned()),
        ("en".to_owned(), "English".to_owned()),
    ];
    Select::new("lang", frame.t("account-language"), options).value(chosen.unwrap_or_default())
}

/// What a form says of a person, apart from the login.
pub(super) fn read(frame: &Frame, firm: &Firm, fields: &Fields, wrongs: &mut Wrongs) -> Typed {
    let chosen = |name: &str| ROLES.into_iter().find(|role| role.as_str() == name);
    let roles: BTreeSet<Role> = fields.all("roles").filter_map(chosen).collect();
    if roles.is_empty() {
        wrongs.say("roles", frame.t("person-roles-missing"));
    }
    let site = fields.some("site").map(str::to_owned);
    if site
        .as_ref()
        .is_some_and(|site| !firm.sites.iter().any(|each| each.code == *site))
    {
        wrongs.say("site", frame.t("field-choose"));
    }
    let lang = fields
        .some("lang")
        .filter(|lang| ["pl", "en"].contains(lang));
    Typed {
        login: String::new(),
        roles,
        site,
        lang: lang.map(str::to_owned),
    }
}

pub(super) async fn add(
    State(app): State<App>,
    headers: HeaderMap,
    Posted { who, fields }: Posted,
) -> Response {
    let done = added(&app, &who, &headers, &fields).await;
    or_page(&app, &who, done)
}

async fn added(
    app: &App,
    who: &SignedIn,
    headers: &HeaderMap,
    fields: &Fields,
) -> Result<Response, Fault> {
    who.must_run_the_app()?;
    let frame = framed(app, who);
    let firm = app.firm().await?;
    let mut wrongs = Wrongs::default();
    let login = fields.text("login").to_owned();
    if let Some(key) = wrong_login(&login) {
        wrongs.say("login", frame.t(key));
    }
    let typed = Typed {
        login,
        ..read(&frame, &firm, fields, &mut wrongs)
    };
    if !wrongs.is_empty() {
        return shown(app, who, &typed, &wrongs).await;
    }
    let new = NewPerson {
        login: typed.login.clone(),
        roles: typed.roles.clone(),
        site: typed.site.clone(),
        lang: typed.lang.clone(),
        password: None,
    };
    let made = app
        .wait(move |app| {
            let person = match app.house().add_person(new) {
                Err(StoreError::Invalid { field: "login", .. }) => return Ok(None),
                made => made?,
            };
            let purpose = TokenPurpose::Invitation(person.pseudonym.clone());
            let token = app.house().make_token(purpose, A_WEEK)?;
            Ok(Some((person, token)))
        })
        .await?;
    let Some((person, token)) = made else {
        wrongs.say("login", frame.t("login-taken"));
        return shown(app, who, &typed, &wrongs).await;
    };
    note("person added", Some(&person.pseudonym));
    Ok(link(app, who, headers, person, true, &token))
}

/// The page with a link to pass on. It begins as the address with which the app was reached.
pub(super) fn link(
    app: &App,
    who: &SignedIn,
    headers: &HeaderMap,
    person: Person,
    first: bool,
    token: &str,
) -> Response {
    let scheme = if app.is_secure() { "https" } else { "http" };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let start = host
        .map(|host| format!("{scheme}://{host}"))
        .unwrap_or_default();
    show(&Link {
        frame: framed(app, who),
        login: person.login,
        first,
        address: format!("{start}/invitation/{token}"),
    })
}
