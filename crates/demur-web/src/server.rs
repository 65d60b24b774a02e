//! The ways of the app: which address leads to which page.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::ways::{Need, Way};
use crate::{api, assets, demo, fault, health, lang, log, metrics, origin, pages};

/// A form with a policy in it is the largest thing that people send.
const LARGEST_BODY: usize = 2 << 20;
/// Nothing that is asked takes that long unless something hangs.
const LONGEST: Duration = Duration::from_secs(30);

/// What those ways ask of whoever comes that lead to no page.
pub(crate) const WAYS: &[Way] = &[
    Way::get("/assets/{hash}/{name}", Need::Nothing),
    Way::get("/language/{code}", Need::Nothing),
    Way::get("/healthz", Need::Nothing),
    Way::get("/readyz", Need::Nothing),
    // Read by programs on this machine, or with a token.
    Way::get("/metrics", Need::Nothing),
    // Only there when everything is made up.
    Way::get("/demo", Need::Nothing),
];

/// All ways in.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(pages::routes())
        .route("/assets/{hash}/{name}", get(assets::serve))
        .route("/language/{code}", get(lang::choose))
        .route("/healthz", get(health::lives))
        .route("/readyz", get(health::is_ready))
        .route("/metrics", get(metrics::page))
        .route("/demo", get(demo::enter))
}

/// Everything that the app answers.
pub fn router(app: App) -> Router {
    routes()
        .merge(api::routes(&app))
        .fallback(fault::nowhere)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            LONGEST,
        ))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), origin::guard))
        .layer(middleware::from_fn_with_state(app.clone(), log::each))
        .with_state(app)
}
