//! Who asks: the API key of a program, or the session of a person.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::Method;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use demur_app::notices;
use demur_app::store::{Actor, ApiKey, Operation, StoreError};
use demur_app::syntax::tree::Lang;
use demur_words::Words;

use super::limits::Limits;
use super::problem::{Kind, Problem};
use crate::app::App;
use crate::fault::Fault;
use crate::lang;
use crate::signed_in::{SignedIn, Visitor, acting};

/// Carries the token of a session where something is changed.
const FORM_TOKEN: &str = "x-form-token";

enum Who {
    Program(ApiKey),
    Person(Box<SignedIn>),
}

/// Somebody who may ask, and the language of the answer.
pub(crate) struct Caller {
    who: Who,
    pub(crate) lang: Lang,
    pub(crate) words: Arc<Words>,
}

impl Caller {
    /// In which role they do this.
    pub(crate) fn actor(&self, operation: Operation) -> Result<Actor, Problem> {
        let actor = match &self.who {
            Who::Person(person) => person.actor(operation),
            Who::Program(key) => acting(&key.roles, operation)
                .and_then(|role| Actor::new(role, &key.pseudonym).map_err(Fault::Store)),
        };
        actor.map_err(|fault| match fault {
            Fault::NotYours(operation) => self.forbidden(operation),
            other => self.problem(&other),
        })
    }

    fn forbidden(&self, operation: Operation) -> Problem {
        let roles = match &self.who {
            Who::Person(person) => &person.person.roles,
            Who::Program(key) => &key.roles,
        };
        let Some(role) = roles.first() else {
            return Kind::Forbidden.into();
        };
        let error = StoreError::Forbidden {
            role: role.as_str(),
            operation: operation.as_str(),
        };
        self.refused(&error, &[])
    }

    /// The site of the person, when they have one.
    pub(crate) fn site(&self) -> Option<&str> {
        match &self.who {
            Who::Person(person) => person.person.site.as_deref(),
            Who::Program(_) => None,
        }
    }

    /// The language in which notices are written when none is named.
    pub(crate) fn notice_lang(&self) -> notices::Lang {
        match self.lang {
            Lang::Pl => notices::Lang::Pl,
            Lang::En => notices::Lang::En,
        }
    }

    /// What the record says, in the language of the answer.
    pub(crate) fn refused(&self, error: &StoreError, places: &[(&str, &str)]) -> Problem {
        Problem::of_store(error, &self.words, places)
    }

    /// A fault of the app, in the language of the answer.
    pub(crate) fn problem(&self, fault: &Fault) -> Problem {
        Problem::of_fault(fault, &self.words)
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let lang = lang::of(&parts.headers);
        let words = app.voices().of(lang);
        let who = match parts.headers.get(AUTHORIZATION) {
            Some(_) => program(&parts.headers, app, &words).await?,
            None => person(parts, app, &words).await?,
        };
        let name = match &who {
            Who::Program(key) => format!("key {}", key.id),
            Who::Person(person) => format!("session {}", person.session),
        };
        let limits = parts.extensions.get::<Arc<Limits>>();
        if let Some(Err(seconds)) = limits.map(|limits| limits.take(&name, Instant::now())) {
            let problem = Problem::from(Kind::TooManyRequests);
            return Err(Problem {
                retry_after: Some(seconds),
                ..problem
            });
        }
        Ok(Self { who, lang, words })
    }
}

async fn program(headers: &HeaderMap, app: &App, words: &Words) -> Result<Who, Problem> {
    let given = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let token = given.and_then(|given| {
        let (scheme, token) = given.split_once(' ')?;
        scheme
            .eq_ignore_ascii_case("bearer")
            .then(|| token.trim().to_owned())
    });
    let token = token.ok_or(Kind::Unauthenticated)?;
    let key = app.wait(move |app| app.house().api_key(&token)).await;
    let key = key.map_err(|fault| Problem::of_fault(&fault, words))?;
    key.map(Who::Program)
        .ok_or_else(|| Kind::Unauthenticated.into())
}

async fn person(parts: &Parts, app: &App, words: &Words) -> Result<Who, Problem> {
    let visitor = Visitor::of(&parts.headers, &parts.uri);
    let told = |fault: Fault| Problem::of_fault(&fault, words);
    let found = SignedIn::at_the_door(&parts.headers, visitor, app).await;
    let person = found.map_err(told)?.ok_or(Kind::Unauthenticated)?;
    if person.owes(app).await.map_err(told)?.is_some() {
        let said = words.say("problem-forbidden-second-factor");
        return Err(Problem::saying(Kind::Forbidden, said));
    }
    let reads = matches!(parts.method, Method::GET | Method::HEAD);
    let token = parts
        .headers
        .get(FORM_TOKEN)
        .and_then(|value| value.to_str().ok());
    if !reads && !token.is_some_and(|token| person.sent(token)) {
        return Err(Kind::FormTokenMissing.into());
    }
    Ok(Who::Person(Box::new(person)))
}
