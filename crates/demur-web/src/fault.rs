//! What can go wrong on a page, in words for people: what is wrong, where, and what to do.

use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::store::{Operation, StoreError};
use demur_words::record::error::message;

use crate::app::App;
use crate::frame::Frame;
use crate::pages::apology;
use crate::signed_in::{self, SignedIn, Visitor};

/// Why a page cannot be shown.
#[derive(Debug)]
pub(crate) enum Fault {
    /// There is no such page, or none that this person sees.
    NotFound,
    /// The firm has not been set up.
    NotSetUp,
    /// The role does not permit it.
    NotYours(Operation),
    /// Only whoever runs the app may.
    OnlyAdmin,
    /// A form that no page of this session sent, or one of an earlier session.
    NotOurForm,
    /// A form that cannot be read, or is too long.
    Unreadable,
    /// An interview that is over or belongs to another session.
    InterviewGone,
    /// The record or the house did not do it.
    Store(StoreError),
    /// A fault of the program; what, for its log.
    Broken(&'static str),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Fault {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::InterviewGone => StatusCode::NOT_FOUND,
            Self::NotSetUp => StatusCode::SEE_OTHER,
            Self::NotYours(_) | Self::OnlyAdmin | Self::NotOurForm => StatusCode::FORBIDDEN,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Store(error) => of_store(error),
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page about it.
    pub(crate) fn page(self, app: &App, visitor: Option<&Visitor>) -> Response {
        let visitor = visitor.cloned().unwrap_or_else(|| Visitor {
            lang: demur_app::syntax::tree::Lang::Pl,
            path: "/".to_owned(),
        });
        self.framed(Frame::for_anybody(app, &visitor))
    }

    /// The page about it for somebody who has signed in.
    pub(crate) fn page_for(self, app: &App, who: &SignedIn) -> Response {
        self.framed(Frame::of(app, who))
    }

    fn framed(self, frame: Frame) -> Response {
        if matches!(self, Self::NotSetUp) {
            return Redirect::to("/start").into_response();
        }
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(what = self.told(), "a page failed");
        }
        apology::page(frame, status, &self)
    }

    /// For the log: never what people wrote.
    fn told(&self) -> &'static str {
        match self {
            Self::Broken(what) => what,
            Self::Store(StoreError::DiskFull) => "the disk is full",
            Self::Store(StoreError::ConnectionLost) => "the connection to the database was lost",
            Self::Store(_) => "the record did not do it",
            _ => "not a fault",
        }
    }

    /// What is wrong and what to do.
    pub(crate) fn sentence(&self, words: &demur_words::Words) -> String {
        match self {
            Self::NotFound => words.say("fault-not-found"),
            Self::NotSetUp => words.say("fault-not-set-up"),
            Self::NotYours(_) => words.say("fault-not-yours"),
            Self::OnlyAdmin => words.say("fault-only-admin"),
            Self::NotOurForm => words.say("fault-not-our-form"),
            Self::Unreadable => words.say("fault-unreadable"),
            Self::InterviewGone => words.say("fault-interview-gone"),
            Self::Store(error) => message(error, words),
            Self::Broken(_) => words.say("fault-broken"),
        }
    }
}

/// What a program is told by an error of the store.
fn of_store(error: &StoreError) -> StatusCode {
    use StoreError as E;
    match error {
        E::NotFound { .. } => StatusCode::NOT_FOUND,
        E::Forbidden { .. } | E::FourEyes { .. } => StatusCode::FORBIDDEN,
        E::Conflict { .. } | E::State { .. } | E::Held { .. } | E::RequestReused => {
            StatusCode::CONFLICT
        }
        E::KeyDestroyed { .. } => StatusCode::GONE,
        E::DiskFull | E::ConnectionLost | E::Busy => StatusCode::SERVICE_UNAVAILABLE,
        E::Invalid { .. }
        | E::Document { .. }
        | E::TextRejected { .. }
        | E::BasisMissing { .. }
        | E::BasisNotAllowed { .. }
        | E::WordsNotOwn
        | E::ReasonMissing
        | E::GroundsUntested
        | E::GroundStop { .. }
        | E::Minor { .. }
        | E::HoldWithoutFact
        | E::Prolonged { .. }
        | E::WorksAgreementMissing => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// For handlers: turns a fault into its page.
pub(crate) fn or_page(app: &App, who: &SignedIn, result: Result<Response, Fault>) -> Response {
    result.unwrap_or_else(|fault| fault.page_for(app, who))
}

/// The page for paths that lead nowhere. Strangers are not told which those are.
pub(crate) async fn nowhere(
    axum::extract::State(app): axum::extract::State<App>,
    headers: axum::http::HeaderMap,
    uri: Uri,
) -> Response {
    let visitor = Visitor::of(&headers, &uri);
    match SignedIn::found(&headers, visitor.clone(), &app).await {
        Ok(Some(who)) => Fault::NotFound.page_for(&app, &who),
        _ => signed_in::sign_in(&visitor),
    }
}
