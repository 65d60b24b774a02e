//! The log: start, stop, faults, and one line for each request. Never a path, a query, or anything
//! that people wrote: a path may have the number of a case file in it, a query a name.

use std::panic::PanicHookInfo;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use tracing_subscriber::EnvFilter;

use crate::app::App;

/// In which form the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogForm {
    /// Lines for people.
    Text,
    /// One JSON object a line, for programs.
    Json,
}

/// How much is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// Only what is broken.
    Error,
    /// Also what will be, if nobody looks after it.
    Warn,
    /// Also start, stop and each request.
    Info,
    /// Also the requests of programs that watch the app.
    Debug,
}

impl LogLevel {
    fn filter(self) -> &'static str {
        match self {
            Self::Error => "demur_web=error",
            Self::Warn => "demur_web=warn",
            Self::Info => "demur_web=info",
            Self::Debug => "demur_web=debug",
        }
    }
}

/// What watches the app asks often; nobody wants to read about it.
const WATCHED: [&str; 3] = ["/healthz", "/readyz", "/metrics"];

/// What the log says in place of a route for addresses that lead nowhere.
pub(crate) const NO_ROUTE: &str = "none";

/// Begins to write to standard error. Only what this crate says is written: what others say may
/// hold what people sent. Says whether it began; a process has one log.
pub fn start(form: LogForm, level: LogLevel) -> bool {
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(level.filter()))
        .with_writer(std::io::stderr)
        // Whoever read the log may have gone; saying so there would end the program.
        .log_internal_errors(false)
        .with_target(false);
    let started = match form {
        LogForm::Text => log.try_init(),
        LogForm::Json => log
            .json()
            .flatten_event(true)
            .with_current_span(false)
            .try_init(),
    };
    if started.is_ok() {
        std::panic::set_hook(Box::new(fault));
    }
    started.is_ok()
}

/// Where the program failed, not with what: a message may have data in it.
fn fault(info: &PanicHookInfo<'_>) {
    let place = info.location();
    let file = place.map_or("", |place| place.file());
    let line = place.map_or(0, |place| place.line());
    tracing::error!(file, line, "a fault of the program; please report it");
}

/// One line for each request.
pub(crate) async fn each(State(app): State<App>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or_else(|| NO_ROUTE.to_owned(), |route| route.as_str().to_owned());
    let method = known(request.method());
    let started = Instant::now();
    let response = next.run(request).await;
    let took = started.elapsed();
    let status = response.status();
    app.metrics().answered(&route, status, took);
    line(method, &route, status.as_u16(), took);
    response
}

fn line(method: &'static str, route: &str, status: u16, took: Duration) {
    let ms = took.as_secs_f64() * 1000.0;
    let ms = (ms * 10.0).round() / 10.0;
    if WATCHED.contains(&route) {
        tracing::debug!(method, route, status, ms, "answered");
    } else {
        tracing::info!(method, route, status, ms, "answered");
    }
}

/// A method may be any word that somebody sends.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}
