//! The register, and one page for each case file.

mod acting;
mod chart;
mod erase;
mod exports;
mod figures;
mod file;
mod register;
mod sought;
mod step;
mod steps;

use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::get;

use crate::app::App;

pub(crate) use acting::{actor, request};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/cases", get(register::page))
        .route("/cases/access", get(exports::ask).post(exports::give))
        .route("/cases/{number}", get(file::page))
        .route("/cases/{number}/texts", get(back).post(file::texts))
        .route("/cases/{number}/packet", get(back).post(exports::packet))
        .route("/cases/{number}/erase", get(erase::page).post(erase::erase))
        .route("/cases/{number}/{step}", get(back_from).post(steps::take))
}

/// Whoever loads the address of a form again sees the case file.
async fn back(Path(number): Path<String>) -> Redirect {
    Redirect::to(&address(&number))
}

async fn back_from(Path((number, _)): Path<(String, String)>) -> Redirect {
    Redirect::to(&address(&number))
}

/// The page of a case file.
pub(crate) fn address(number: &str) -> String {
    format!("/cases/{}", crate::signed_in::percent(number))
}
