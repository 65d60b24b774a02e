//! What the customer is told.
use axum::Router;
use crate::app::App;
pub(super) fn routes() -> Router<App> { Router::new() }
