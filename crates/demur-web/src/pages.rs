//! The pages, one module for each room.

pub(crate) mod apology;
mod cases;
mod components;
mod counter;
mod danger;
mod notice;
pub(crate) mod law;
mod policy;
mod providers;

use axum::Router;

use crate::app::App;

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
}
