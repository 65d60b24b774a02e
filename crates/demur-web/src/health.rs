//! Whether the app lives and can work, for programs that watch it.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::app::App;
use crate::fault::Fault;

/// Whoever asks wants to know soon.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether each part answers.
#[derive(Serialize)]
struct Parts {
    ready: bool,
    record: &'static str,
    house: &'static str,
    engine: &'static str,
}

/// The process answers.
pub(crate) async fn lives() -> &'static str {
    "ok\n"
}

/// Record, house and an engine answer.
pub(crate) async fn is_ready(State(app): State<App>) -> Response {
    let (record, house, engine) = tokio::join!(
        in_time(app.wait(|app| app.record().journal_length().map(|_| ()))),
        in_time(app.wait(|app| app.house().setting("firm").map(|_| ()))),
        in_time(app.desk().ask(|_, _| ())),
    );
    let parts = Parts {
        ready: record && house && engine,
        record: said(record),
        house: said(house),
        engine: said(engine),
    };
    let status = if parts.ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, Json(parts)).into_response()
}

async fn in_time(answer: impl Future<Output = Result<(), Fault>>) -> bool {
    matches!(tokio::time::timeout(PATIENCE, answer).await, Ok(Ok(())))
}

fn said(answers: bool) -> &'static str {
    if answers {
        "answers"
    } else {
        "does not answer"
    }
}
