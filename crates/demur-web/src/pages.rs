//! The pages, one module for each room.

pub(crate) mod apology;
mod components;
mod counter;
mod danger;
pub(crate) mod law;

use axum::Router;

use crate::app::App;

/// All pages.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(counter::routes())
        .merge(danger::routes())
        .merge(components::routes())
        .merge(law::routes())
}
