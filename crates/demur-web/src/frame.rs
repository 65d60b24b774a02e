//! What is around every page: language, title, the way to the other pages, who is signed in.

use std::fmt::Display;
use std::sync::Arc;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use demur_app::store::Operation;
use demur_app::syntax::tree::Lang;
use demur_words::Words;

use crate::app::App;
use crate::assets::{self, Asset};
use crate::signed_in::{SignedIn, Visitor, percent};

/// Where a page stands in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    Counter,
    Cases,
    Policy,
    Law,
    Providers,
    Settings,
    /// Beside all of them.
    None,
}

/// An entry of the navigation.
pub(crate) struct Door {
    pub(crate) href: &'static str,
    pub(crate) key: &'static str,
    pub(crate) room: Room,
}

/// The frame of one page.
#[derive(Clone)]
pub(crate) struct Frame {
    pub(crate) words: Arc<Words>,
    pub(crate) lang: Lang,
    pub(crate) room: Room,
    pub(crate) form_token: String,
    pub(crate) login: Option<String>,
    pub(crate) demo: bool,
    path: String,
    doors: Vec<Room>,
}

const DOORS: [Door; 6] = [
    Door {
        href: "/",
        key: "nav-counter",
        room: Room::Counter,
    },
    Door {
        href: "/cases",
        key: "nav-cases",
        room: Room::Cases,
    },
    Door {
        href: "/providers",
        key: "nav-providers",
        room: Room::Providers,
    },
    Door {
        href: "/law",
        key: "nav-law",
        room: Room::Law,
    },
    Door {
        href: "/policy",
        key: "nav-policy",
        room: Room::Policy,
    },
    Door {
        href: "/settings",
        key: "nav-settings",
        room: Room::Settings,
    },
];

impl Frame {
    /// Around a page for somebody who has not signed in.
    pub(crate) fn for_anybody(app: &App, visitor: &Visitor) -> Self {
        Self {
            words: app.voices().of(visitor.lang),
            lang: visitor.lang,
            room: Room::None,
            form_token: String::new(),
            login: None,
            demo: app.is_demo(),
            path: visitor.path.clone(),
            doors: Vec::new(),
        }
    }

    /// Around a page for somebody who has.
    pub(crate) fn of(app: &App, who: &SignedIn) -> Self {
        let mut doors = vec![
            Room::Counter,
            Room::Providers,
            Room::Law,
            Room::Policy,
            Room::Settings,
        ];
        if who.may(Operation::Find) {
            doors.push(Room::Cases);
        }
        Self {
            form_token: who.form_token(),
            login: Some(who.person.login.clone()),
            doors,
            ..Self::for_anybody(app, &who.visitor)
        }
    }

    /// Around a page for somebody who has still something to give before they come in.
    pub(crate) fn at_the_door(app: &App, who: &SignedIn) -> Self {
        Self {
            form_token: who.form_token(),
            ..Self::for_anybody(app, &who.visitor)
        }
    }

    pub(crate) fn in_room(mut self, room: Room) -> Self {
        self.room = room;
        self
    }

    /// The text with this key.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The text with this key and one gap filled.
    pub(crate) fn t1(&self, key: &str, gap: &str, value: impl Display) -> String {
        self.words.fill(key, &[(gap, value.to_string().into())])
    }

    /// The text with this key and two gaps filled.
    pub(crate) fn t2(
        &self,
        key: &str,
        gap: &str,
        value: impl Display,
        other: &str,
        second: impl Display,
    ) -> String {
        let gaps = [
            (gap, value.to_string().into()),
            (other, second.to_string().into()),
        ];
        self.words.fill(key, &gaps)
    }

    /// The text with this key and its gap for a number, on which its grammar may depend.
    pub(crate) fn tn(&self, key: &str, n: &usize) -> String {
        self.words.fill(key, &[("n", (*n).into())])
    }

    pub(crate) fn code(&self) -> &'static str {
        self.lang.code()
    }

    pub(crate) fn asset(&self, name: &str) -> String {
        assets::href(name)
    }

    /// The same page in the other language: its code, its own name, and the way to it.
    pub(crate) fn other_lang(&self) -> (&'static str, &'static str, String) {
        let (lang, name) = match self.lang {
            Lang::Pl => (Lang::En, "English"),
            Lang::En => (Lang::Pl, "Polski"),
        };
        let code = lang.code();
        (
            code,
            name,
            format!("/language/{code}?to={}", percent(&self.path)),
        )
    }

    pub(crate) fn doors(&self) -> impl Iterator<Item = &'static Door> {
        DOORS.iter().filter(|door| self.doors.contains(&door.room))
    }

    pub(crate) fn is_here(&self, door: &Door) -> bool {
        door.room == self.room
    }

    /// A picture that stands in the text, as markup.
    pub(crate) fn icon(&self, name: &str) -> &'static str {
        Asset::icon(name)
    }
}

/// A page, or a plain apology when its template fails, which no template does.
pub(crate) fn show(page: &impl Template) -> Response {
    show_as(StatusCode::OK, page)
}

/// The same with another status.
pub(crate) fn show_as(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
