//! Figures about the app for programs that watch it, in the form of OpenMetrics. No figure is about
//! a person.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Extension;
use axum::extract::{ConnectInfo, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use sha2::{Digest, Sha256};

use crate::app::App;

const FORM: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// Bounds of the histogram, in seconds, around the bar of 30 ms.
const SECONDS: [f64; 9] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: String,
    class: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Given {
    verdict: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

/// What is counted.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Route, Histogram>,
    opinions: Family<Given, Counter>,
    waiting: Gauge,
    journal: Gauge,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("demur");
        let requests = Family::default();
        let seconds = Family::new_with_constructor((|| Histogram::new(SECONDS)) as fn() -> _);
        let opinions = Family::default();
        let waiting = Gauge::default();
        let journal = Gauge::default();
        registry.register("requests", "Requests that were answered", requests.clone());
        registry.register(
            "request_seconds",
            "How long an answer took",
            seconds.clone(),
        );
        registry.register("opinions", "Opinions that were given", opinions.clone());
        registry.register(
            "questions_waiting",
            "Questions that wait for an engine",
            waiting.clone(),
        );
        registry.register("journal_entries", "Entries of the journal", journal.clone());
        Self {
            registry,
            requests,
            seconds,
            opinions,
            waiting,
            journal,
        }
    }

    /// Counts an answer.
    pub(crate) fn answered(&self, route: &str, status: StatusCode, took: Duration) {
        let class = match status.as_u16() / 100 {
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            5 => "5xx",
            _ => "1xx",
        };
        let route = route.to_owned();
        self.seconds
            .get_or_create(&Route {
                route: route.clone(),
            })
            .observe(took.as_secs_f64());
        self.requests
            .get_or_create(&Answered { route, class })
            .inc();
    }

    /// Counts an opinion that somebody was shown.
    pub(crate) fn opinion(&self, verdict: &'static str) {
        self.opinions.get_or_create(&Given { verdict }).inc();
    }

    fn written(&self, waiting: usize, journal: i64) -> String {
        self.waiting.set(i64::try_from(waiting).unwrap_or(i64::MAX));
        self.journal.set(journal);
        let mut page = String::new();
        // Writing to a string cannot fail.
        let _ = text::encode(&mut page, &self.registry);
        page
    }
}

/// Who may read the figures.
#[derive(Clone, Default)]
pub(crate) struct Readers {
    /// Whether requests come through a proxy, whose own address says nothing.
    pub(crate) behind_proxy: bool,
    /// What a program from elsewhere has to show.
    pub(crate) token: Option<String>,
}

impl Readers {
    fn may(&self, from: Option<SocketAddr>, headers: &HeaderMap) -> bool {
        let here = from.is_some_and(|from| from.ip().to_canonical().is_loopback());
        if here && !self.behind_proxy {
            return true;
        }
        let shown = headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok());
        let shown = shown.and_then(|value| value.strip_prefix("Bearer "));
        match (&self.token, shown) {
            // Hashes of both, so that how long it takes says nothing about the token.
            (Some(token), Some(shown)) => Sha256::digest(token) == Sha256::digest(shown),
            _ => false,
        }
    }
}

/// The figures, for readers on the same machine or with the token.
pub(crate) async fn page(
    State(app): State<App>,
    from: Option<Extension<ConnectInfo<SocketAddr>>>,
    readers: Option<Extension<Readers>>,
    headers: HeaderMap,
) -> Response {
    let readers = readers
        .map(|Extension(readers)| readers)
        .unwrap_or_default();
    let from = from.map(|Extension(ConnectInfo(from))| from);
    if !readers.may(from, &headers) {
        return (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, "Bearer")]).into_response();
    }
    match app.wait(|app| app.record().journal_length()).await {
        Ok(journal) => {
            let page = app.metrics().written(app.desk().waiting(), journal);
            ([(CONTENT_TYPE, FORM)], page).into_response()
        }
        Err(fault) => fault.status().into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(
            AUTHORIZATION,
            value.parse().unwrap_or_else(|_| unreachable!()),
        );
        headers
    }

    #[test]
    fn figures_are_for_this_machine_or_for_whoever_has_the_token() {
        let here = "127.0.0.1:5000".parse().ok();
        let there = "192.0.2.7:5000".parse().ok();
        let none = HeaderMap::new();
        let plain = Readers::default();
        assert!(plain.may(here, &none));
        assert!(!plain.may(there, &none));
        assert!(!plain.may(None, &none));
        assert!(!plain.may(there, &headers("Bearer ")));
        let proxied = Readers {
            behind_proxy: true,
            token: Some("t-1".to_owned()),
        };
        assert!(
            !proxied.may(here, &none),
            "the proxy is here, the reader may be anywhere"
        );
        assert!(proxied.may(here, &headers("Bearer t-1")));
        assert!(!proxied.may(here, &headers("Bearer t-2")));
    }

    #[test]
    fn the_page_has_every_figure() {
        let metrics = Metrics::new();
        metrics.answered("/cases/{number}", StatusCode::OK, Duration::from_millis(2));
        metrics.opinion("must_serve");
        let page = metrics.written(3, 12);
        for line in [
            r#"demur_requests_total{route="/cases/{number}",class="2xx"} 1"#,
            r#"demur_request_seconds_bucket{le="0.003",route="/cases/{number}"} 1"#,
            r#"demur_opinions_total{verdict="must_serve"} 1"#,
            "demur_questions_waiting 3",
            "demur_journal_entries 12",
            "# EOF",
        ] {
            assert!(page.contains(line), "{line}\n{page}");
        }
    }
}
