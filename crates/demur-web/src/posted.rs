//! A form that was sent: its fields in order, the same name more than once where boxes were ticked.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::Response;

use crate::app::App;
use crate::fault::Fault;
use crate::signed_in::{AtTheDoor, SignedIn};

/// The hidden field that shows that a form came from a page of this session.
pub(crate) const TOKEN: &str = "form_token";

/// The fields of a form.
#[derive(Clone, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// What was typed, without space around it; empty when there is no such field.
    pub(crate) fn text(&self, name: &str) -> &str {
        let mut found = self.0.iter().filter(|(key, _)| key == name);
        found.next().map_or("", |(_, value)| value.trim())
    }

    /// What was typed, unless it is empty.
    pub(crate) fn some(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// As it was typed, with line ends as browsers and files have them made alike.
    pub(crate) fn raw(&self, name: &str) -> String {
        let mut found = self.0.iter().filter(|(key, _)| key == name);
        found
            .next()
            .map_or_else(String::new, |(_, value)| value.replace("\r\n", "\n"))
    }

    /// Every value of a field that can be ticked more than once.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.0.iter().filter(move |(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether a box was ticked or a button pressed.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// Fields whose names begin so, with the rest of their names.
    pub(crate) fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .iter()
            .filter_map(move |(key, value)| Some((key.strip_prefix(prefix)?, value.as_str())))
    }
}

impl FromIterator<(String, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

/// A form of somebody who has not signed in; where it comes from is checked before.
pub(crate) struct Open(pub(crate) Fields);

impl FromRequest<App> for Open {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let fields = axum::extract::Form::<Vec<(String, String)>>::from_request(request, app).await;
        match fields {
            Ok(axum::extract::Form(fields)) => Ok(Self(Fields(fields))),
            Err(_) => Err(Fault::Unreadable.page(app, None)),
        }
    }
}

/// A form of somebody who has signed in, sent by a page of their session.
pub(crate) struct Posted {
    pub(crate) who: SignedIn,
    pub(crate) fields: Fields,
}

impl FromRequest<App> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let who = SignedIn::of(&mut parts, app).await?;
        let fields = fields_of(Request::from_parts(parts, body), app, &who).await?;
        Ok(Self { who, fields })
    }
}

/// The same of somebody who has given a password, but perhaps no second factor.
pub(crate) struct PostedAtTheDoor {
    pub(crate) who: SignedIn,
    pub(crate) fields: Fields,
}

impl FromRequest<App> for PostedAtTheDoor {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let AtTheDoor(who) = AtTheDoor::from_request_parts(&mut parts, app).await?;
        let fields = fields_of(Request::from_parts(parts, body), app, &who).await?;
        Ok(Self { who, fields })
    }
}

async fn fields_of(request: Request, app: &App, who: &SignedIn) -> Result<Fields, Response> {
    let Open(fields) = Open::from_request(request, app).await?;
    if !who.sent(fields.text(TOKEN)) {
        return Err(Fault::NotOurForm.page(app, Some(&who.visitor)));
    }
    Ok(fields)
}
