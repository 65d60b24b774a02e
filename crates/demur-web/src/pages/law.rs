//! The law library: search it, read a norm with its source and its doubts, look up a fact.

mod fact;
mod list;
mod norm;
mod shelf;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::ways::{Need, Way};

pub(crate) use shelf::{Kept, shelf};

pub(super) const WAYS: &[Way] = &[
    Way::get("/law", Need::SignedIn),
    Way::get("/law/{id}", Need::SignedIn),
    Way::get("/law/facts/{name}", Need::SignedIn),
];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/law", get(list::page))
        .route("/law/{id}", get(norm::page))
        .route("/law/facts/{name}", get(fact::page))
}

/// Whether the address of a source may become a link.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The host of an address, which is enough to recognise it on screen.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
