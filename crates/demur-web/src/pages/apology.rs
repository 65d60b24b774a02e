//! The page that says what went wrong.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::fault::Fault;
use crate::frame::{Frame, show_as};

#[derive(Template)]
#[template(path = "apology.html")]
struct Apology {
    frame: Frame,
    title: String,
    sentence: String,
    code: u16,
}

/// The page about a fault.
pub(crate) fn page(frame: Frame, status: StatusCode, fault: &Fault) -> Response {
    let key = match status {
        StatusCode::NOT_FOUND | StatusCode::GONE => "fault-title-not-found",
        StatusCode::FORBIDDEN => "fault-title-forbidden",
        StatusCode::CONFLICT => "fault-title-conflict",
        status if status.is_server_error() => "fault-title-broken",
        _ => "fault-title-invalid",
    };
    let apology = Apology {
        title: frame.t(key),
        sentence: fault.sentence(&frame.words),
        code: status.as_u16(),
        frame,
    };
    show_as(status, &apology)
}
