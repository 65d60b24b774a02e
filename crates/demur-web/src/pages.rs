//! The pages, one module for each room.

pub(crate) mod apology;
mod cases;
mod components;
mod counter;
mod danger;
mod firm_form;
pub(crate) mod law;
mod notice;
mod policy;
mod providers;
mod settings;
mod sign_in;
mod start;

use axum::Router;

use crate::app::App;
use crate::ways::Way;

pub use start::first_start;

/// All pages.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(counter::routes())
        .merge(cases::routes())
        .merge(notice::routes())
        .merge(danger::routes())
        .merge(components::routes())
        .merge(law::routes())
        .merge(policy::routes())
        .merge(providers::routes())
        .merge(start::routes())
        .merge(sign_in::routes())
        .merge(settings::routes())
}

/// What each of them asks of whoever comes.
pub(crate) const WAYS: &[&[Way]] = &[
    counter::WAYS,
    cases::WAYS,
    notice::WAYS,
    danger::WAYS,
    components::WAYS,
    law::WAYS,
    policy::WAYS,
    providers::WAYS,
    start::WAYS,
    sign_in::WAYS,
    settings::WAYS,
];
