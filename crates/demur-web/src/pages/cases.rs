//! The register, and one page for each case file.

mod acting;
mod chart;
mod erase;
mod exports;
mod figures;
mod file;
mod may;
mod register;
mod rows;
mod sought;
mod step;
mod steps;

use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::get;
use demur_app::store::Operation;

use crate::app::App;
use crate::signed_in::SignedIn;
use crate::ways::{Need, Way};

pub(crate) use acting::{actor, request};

pub(super) const WAYS: &[Way] = &[
    Way::get("/cases", Need::May(Operation::Find)),
    Way::get("/cases/access", Need::May(Operation::ExportAccess)),
    Way::post("/cases/access", Need::May(Operation::ExportAccess)),
    Way::get("/cases/{number}", Need::May(Operation::Show)),
    Way::get("/cases/{number}/texts", Need::SignedIn),
    Way::post("/cases/{number}/texts", Need::May(Operation::Reveal)),
    Way::get("/cases/{number}/packet", Need::SignedIn),
    Way::post("/cases/{number}/packet", Need::May(Operation::Packet)),
    Way::get("/cases/{number}/erase", Need::May(Operation::Erase)),
    Way::post("/cases/{number}/erase", Need::May(Operation::Erase)),
    Way::get("/cases/{number}/{step}", Need::SignedIn),
    // Which role may depends on the step.
    Way::post("/cases/{number}/{step}", Need::SignedIn),
];

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
async fn back(_: SignedIn, Path(number): Path<String>) -> Redirect {
    Redirect::to(&address(&number))
}

async fn back_from(_: SignedIn, Path((number, _)): Path<(String, String)>) -> Redirect {
    Redirect::to(&address(&number))
}

/// The page of a case file.
pub(crate) fn address(number: &str) -> String {
    format!("/cases/{}", crate::signed_in::percent(number))
}
