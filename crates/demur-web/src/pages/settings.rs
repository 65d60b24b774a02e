//! Settings: one's own account, people, the firm, keys, and what is kept for how long.

mod account;
mod firm;
mod kept;
mod keys;
mod people;
mod person;
mod record;
mod roles;
mod sites;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use demur_app::store::Operation;

use crate::app::App;
use crate::frame::{Frame, Room, show};
use crate::signed_in::SignedIn;
use crate::ways::{Need, Way};

pub(super) const WAYS: &[Way] = &[
    Way::get("/settings", Need::SignedIn),
    Way::get("/settings/account", Need::SignedIn),
    Way::post("/settings/account/password", Need::SignedIn),
    Way::post("/settings/account/language", Need::SignedIn),
    Way::post("/settings/account/second-factor", Need::SignedIn),
    Way::post("/settings/account/sessions", Need::SignedIn),
    Way::get("/settings/people", Need::Admin),
    Way::post("/settings/people", Need::Admin),
    Way::get("/settings/people/{person}", Need::Admin),
    Way::post("/settings/people/{person}", Need::Admin),
    Way::post("/settings/people/{person}/password", Need::Admin),
    Way::post("/settings/people/{person}/second-factor", Need::Admin),
    Way::post("/settings/people/{person}/access", Need::Admin),
    Way::post("/settings/people/{person}/remove", Need::Admin),
    Way::get("/settings/firm", Need::Admin),
    Way::post("/settings/firm", Need::Admin),
    Way::get("/settings/sites", Need::Admin),
    Way::post("/settings/sites", Need::Admin),
    Way::get("/settings/keys", Need::Admin),
    Way::post("/settings/keys", Need::Admin),
    Way::post("/settings/keys/{key}/revoke", Need::Admin),
    Way::get("/settings/kept", Need::SignedIn),
    Way::post("/settings/kept", Need::Admin),
    Way::get("/settings/record", Need::SignedIn),
    Way::post("/settings/record/verify", Need::May(Operation::Journal)),
    Way::get("/settings/roles", Need::SignedIn),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/settings", get(page))
        .route("/settings/account", get(account::page))
        .route("/settings/account/password", post(account::set_password))
        .route("/settings/account/language", post(account::set_language))
        .route(
            "/settings/account/second-factor",
            post(account::drop_second_factor),
        )
        .route("/settings/account/sessions", post(account::end_others))
        .route("/settings/people", get(people::page).post(people::add))
        .route(
            "/settings/people/{person}",
            get(person::page).post(person::change),
        )
        .route(
            "/settings/people/{person}/password",
            post(person::reset_password),
        )
        .route(
            "/settings/people/{person}/second-factor",
            post(person::reset_second_factor),
        )
        .route(
            "/settings/people/{person}/access",
            post(person::switch_access),
        )
        .route("/settings/people/{person}/remove", post(person::remove))
        .route("/settings/firm", get(firm::page).post(firm::change))
        .route("/settings/sites", get(sites::page).post(sites::change))
        .route("/settings/keys", get(keys::page).post(keys::add))
        .route("/settings/keys/{key}/revoke", post(keys::revoke))
        .route("/settings/kept", get(kept::page).post(kept::change))
        .route("/settings/record", get(record::page))
        .route("/settings/record/verify", post(record::verify))
        .route("/settings/roles", get(roles::page))
}

/// A page of the settings, as it stands in the list.
struct Entry {
    href: &'static str,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "settings/index.html")]
struct Index {
    frame: Frame,
    own: Vec<Entry>,
    admin: Vec<Entry>,
}

async fn page(State(app): State<App>, who: SignedIn) -> Response {
    let frame = Frame::of(&app, &who).in_room(Room::Settings);
    let entry = |name: &str, href| Entry {
        href,
        title: frame.t(&format!("settings-{name}")),
        text: frame.t(&format!("settings-{name}-text")),
    };
    let own = vec![
        entry("account", "/settings/account"),
        entry("kept", "/settings/kept"),
        entry("record", "/settings/record"),
        entry("roles", "/settings/roles"),
    ];
    let admin = if who.runs_the_app() {
        vec![
            entry("people", "/settings/people"),
            entry("firm", "/settings/firm"),
            entry("sites", "/settings/sites"),
            entry("keys", "/settings/keys"),
        ]
    } else {
        Vec::new()
    };
    show(&Index { own, admin, frame })
}

/// A frame in this room.
fn framed(app: &App, who: &SignedIn) -> Frame {
    Frame::of(app, who).in_room(Room::Settings)
}
