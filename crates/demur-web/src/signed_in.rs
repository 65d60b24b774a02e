//! Who asks: the session of a cookie, the person behind it, and the role in which they act.

use std::collections::BTreeSet;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::{Actor, Operation, Person, Role, permits};
use demur_app::syntax::tree::Lang;

use crate::app::App;
use crate::fault::Fault;
use crate::firm::Firm;
use crate::lang;
use crate::seal;

/// Roles in the order in which somebody with several of them acts: the least powerful first.
const BY_POWER: [Role; 6] = [
    Role::Desk,
    Role::Decider,
    Role::Reviewer,
    Role::Auditor,
    Role::Privacy,
    Role::Admin,
];

/// In which of these roles something is done: the least powerful that may.
pub(crate) fn acting(roles: &BTreeSet<Role>, operation: Operation) -> Result<Role, Fault> {
    let role = BY_POWER
        .into_iter()
        .find(|role| roles.contains(role) && permits(*role, operation));
    role.ok_or(Fault::NotYours(operation))
}

/// What is known of everybody, signed in or not.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// In which language they read.
    pub(crate) lang: Lang,
    /// Where they are.
    pub(crate) path: String,
}

/// Somebody with a session.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub(crate) visitor: Visitor,
    pub(crate) person: Person,
    /// The name of the session, which is no secret.
    pub(crate) session: String,
    /// Whether a second factor was given in this session.
    pub(crate) strong: bool,
    secret: String,
}

/// Somebody whose password was right, whatever else is asked of them.
pub(crate) struct AtTheDoor(pub(crate) SignedIn);

/// What is asked of somebody whose password was right before they come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owed {
    /// A code of their second factor.
    Code,
    /// A second factor, which the firm demands of whoever decides.
    SecondFactor,
}

impl Owed {
    fn page(self) -> &'static str {
        match self {
            Self::Code => "/sign-in/code",
            Self::SecondFactor => "/second-factor",
        }
    }
}

impl Visitor {
    pub(crate) fn of(headers: &HeaderMap, uri: &Uri) -> Self {
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        Self {
            lang: lang::of(headers),
            path: path.to_owned(),
        }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers, &parts.uri))
    }
}

impl SignedIn {
    /// The person behind the session of this request; the way to sign in when there is none.
    pub(crate) async fn of(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = Visitor::of(&parts.headers, &parts.uri);
        let came = match Self::at_the_door(&parts.headers, visitor.clone(), app).await {
            Ok(Some(who)) => who.owes(app).await.map(|owed| (who, owed)),
            Ok(None) if parts.method == Method::GET => return Err(sign_in(&visitor)),
            Ok(None) => return Err(Redirect::to("/sign-in").into_response()),
            Err(fault) => Err(fault),
        };
        match came {
            Ok((who, None)) => Ok(who),
            Ok((_, Some(owed))) if parts.method == Method::GET => {
                Err(Redirect::to(&with_way_back(owed.page(), &visitor)).into_response())
            }
            Ok((_, Some(owed))) => Err(Redirect::to(owed.page()).into_response()),
            Err(fault) => Err(fault.page(app, Some(&visitor))),
        }
    }

    /// The same, or nothing.
    pub(crate) async fn found(
        headers: &HeaderMap,
        visitor: Visitor,
        app: &App,
    ) -> Result<Option<Self>, Fault> {
        let Some(who) = Self::at_the_door(headers, visitor, app).await? else {
            return Ok(None);
        };
        Ok(who.owes(app).await?.is_none().then_some(who))
    }

    /// Somebody whose password was right.
    pub(crate) async fn at_the_door(
        headers: &HeaderMap,
        visitor: Visitor,
        app: &App,
    ) -> Result<Option<Self>, Fault> {
        let Some(secret) = Self::secret_in(headers, app) else {
            return Ok(None);
        };
        let token = secret.clone();
        let session = app
            .wait(move |app| app.house().session(&token, app.timeouts()))
            .await?;
        Ok(session.map(|session| Self {
            visitor,
            person: session.person,
            session: session.id,
            strong: session.strong,
            secret,
        }))
    }

    /// The secret that a browser sends, whatever it is worth.
    pub(crate) fn secret_in(headers: &HeaderMap, app: &App) -> Option<String> {
        lang::cookie(headers, cookie_name(app))
    }

    /// What is still asked of them before they come in.
    pub(crate) async fn owes(&self, app: &App) -> Result<Option<Owed>, Fault> {
        if self.strong {
            return Ok(None);
        }
        if self.person.second_factor {
            return Ok(Some(Owed::Code));
        }
        Ok(self
            .needs_second_factor(app)
            .await?
            .then_some(Owed::SecondFactor))
    }

    /// Whether the firm demands a second factor of them.
    pub(crate) async fn needs_second_factor(&self, app: &App) -> Result<bool, Fault> {
        if !self.person.roles.contains(&Role::Decider) {
            return Ok(false);
        }
        let firm = app.wait(|app| Firm::read(app.house())).await?;
        Ok(firm.is_some_and(|firm| firm.second_factor))
    }

    /// The secret of the session: what drafts are sealed with.
    pub(crate) fn secret(&self) -> &str {
        &self.secret
    }

    /// What forms carry.
    pub(crate) fn form_token(&self) -> String {
        seal::form_token(&self.secret)
    }

    /// Whether a form was sent by a page of this session.
    pub(crate) fn sent(&self, token: &str) -> bool {
        // What it is compared with is a hash; how long a comparison takes tells nothing of use.
        token == self.form_token()
    }

    /// In which role they do this: the least powerful of theirs that may.
    pub(crate) fn actor(&self, operation: Operation) -> Result<Actor, Fault> {
        let role = acting(&self.person.roles, operation)?;
        Actor::new(role, &self.person.pseudonym).map_err(Fault::Store)
    }

    /// Whether one of their roles may do this.
    pub(crate) fn may(&self, operation: Operation) -> bool {
        let mut roles = self.person.roles.iter();
        roles.any(|role| permits(*role, operation))
    }

    /// Whether they run the app: people, sites, policy, providers.
    pub(crate) fn runs_the_app(&self) -> bool {
        self.person.roles.contains(&Role::Admin)
    }

    /// The same as a condition of going on.
    pub(crate) fn must_run_the_app(&self) -> Result<(), Fault> {
        if self.runs_the_app() {
            Ok(())
        } else {
            Err(Fault::OnlyAdmin)
        }
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        Self::of(parts, app).await
    }
}

impl FromRequestParts<App> for AtTheDoor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = Visitor::of(&parts.headers, &parts.uri);
        match SignedIn::at_the_door(&parts.headers, visitor.clone(), app).await {
            Ok(Some(who)) => Ok(Self(who)),
            Ok(None) => Err(Redirect::to("/sign-in").into_response()),
            Err(fault) => Err(fault.page(app, Some(&visitor))),
        }
    }
}

/// Whoever only looked is led back afterwards; a form that was sent is not sent again.
pub(crate) fn sign_in(visitor: &Visitor) -> Response {
    Redirect::to(&with_way_back("/sign-in", visitor)).into_response()
}

/// A page that leads back to where somebody is.
fn with_way_back(page: &str, visitor: &Visitor) -> String {
    match visitor.path.as_str() {
        "/" => page.to_owned(),
        path => format!("{page}?to={}", percent(path)),
    }
}

/// A path as the value of a query.
pub(crate) fn percent(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Browsers keep a name with this prefix to one host and to TLS.
fn cookie_name(app: &App) -> &'static str {
    if app.is_secure() {
        "__Host-demur"
    } else {
        "demur"
    }
}

/// The header that gives a browser its session.
pub(crate) fn keep(app: &App, secret: &str) -> [(HeaderName, String); 1] {
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let name = cookie_name(app);
    let value = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax{secure}");
    [(header::SET_COOKIE, value)]
}

/// The header that takes it away.
pub(crate) fn forget(app: &App) -> [(HeaderName, String); 1] {
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let name = cookie_name(app);
    let value = format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}");
    [(header::SET_COOKIE, value)]
}
