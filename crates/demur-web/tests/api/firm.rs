//! A firm for one test, asked over its router or over a real port.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use demur_app::record::Place;
use demur_app::store::{Clock, DocumentKind, Location, NewPerson, Role, Timeouts};
use demur_web::{App, Opening, router};
use http_body_util::BodyExt;
use jiff::Timestamp;
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

/// A day on which every test takes place.
struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        "2026-11-24T11:00:00Z".parse().unwrap()
    }
}

/// A podology salon with one site.
pub(crate) struct Firm {
    pub(crate) app: App,
    /// One router for the whole test, so that limits are counted together.
    router: Router,
    _dir: TempDir,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).expect("it is no JSON")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The code of a problem, after a look at its form.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            String::from_utf8_lossy(&self.bytes)
        );
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        for member in ["title", "detail"] {
            let text = problem[member].as_str().unwrap();
            assert!(
                !text.is_empty() && !text.starts_with("problem-"),
                "{problem}"
            );
        }
        let kind = problem["type"].as_str().unwrap();
        kind.strip_prefix("/problems/").expect("no type").to_owned()
    }

    /// Pointers and codes of everything that is wrong.
    pub(crate) fn wrong(&self) -> Vec<(String, String)> {
        let problem = self.json();
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        let place = |error: &Value| {
            ["pointer", "parameter", "header"]
                .iter()
                .find_map(|name| error[*name].as_str().map(str::to_owned))
                .unwrap()
        };
        errors
            .iter()
            .map(|error| (place(error), error["code"].as_str().unwrap().to_owned()))
            .collect()
    }
}

pub(crate) fn timeouts() -> Timeouts {
    Timeouts {
        idle: Duration::from_secs(3600),
        absolute: Duration::from_secs(12 * 3600),
    }
}

impl Firm {
    pub(crate) fn salon() -> Self {
        let dir = TempDir::new().unwrap();
        let opening = Opening {
            place: Place::usual(dir.path(), &dir.path().join("configuration")),
            house: Location::File(dir.path().join("house.db")),
            clock: Arc::new(Noon),
            law: None,
            policy: None,
            timeouts: timeouts(),
            secure: false,
            demo: false,
            behind_proxy: false,
        };
        let app = App::open(opening).unwrap();
        let value = json!({
            "name": "Gabinet Stopa", "profile": "gabinet", "place": "pl", "periods": "pl",
            "sites": [{"code": "stopa", "name": "Gabinet przy rynku"}],
            "contact": "tel. 22 000 11 00",
        });
        app.house().put_setting("firm", None, &value).unwrap();
        Self {
            router: router(app.clone()),
            app,
            _dir: dir,
        }
    }

    /// The example lists of providers.
    pub(crate) fn with_providers(self) -> Self {
        for name in ["podologia.csv", "rejestry.csv"] {
            let text =
                std::fs::read_to_string(root().join("examples/providers").join(name)).unwrap();
            let house = self.app.house();
            house
                .put_document(DocumentKind::Providers, name, None, &text, "s-0001")
                .unwrap();
        }
        self
    }

    /// A key with these roles.
    pub(crate) fn key(&self, roles: &[Role]) -> String {
        let roles = BTreeSet::from_iter(roles.iter().copied());
        self.app
            .house()
            .add_api_key("a test", &roles, None)
            .unwrap()
            .1
    }

    /// The key of somebody who works at the counter and decides.
    pub(crate) fn decider(&self) -> String {
        self.key(&[Role::Decider])
    }

    /// The session of somebody with these roles.
    pub(crate) fn session(&self, login: &str, roles: &[Role]) -> String {
        let person = self.app.house().add_person(NewPerson {
            login: login.to_owned(),
            roles: BTreeSet::from_iter(roles.iter().copied()),
            site: None,
            lang: None,
            password: None,
        });
        let pseudonym = person.unwrap().pseudonym;
        self.app
            .house()
            .begin_session(&pseudonym, &timeouts())
            .unwrap()
            .token
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    }

    /// Asks with a key, in English.
    pub(crate) async fn get(&self, key: &str, path: &str) -> Answer {
        let request = Request::get(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {key}"))
            .header(header::ACCEPT_LANGUAGE, "en");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends JSON with a key and further headers, in English.
    pub(crate) async fn post(
        &self,
        key: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        self.post_bytes(
            key,
            path,
            headers,
            "application/json",
            body.to_string().into_bytes(),
        )
        .await
    }

    /// Sends anything.
    pub(crate) async fn post_bytes(
        &self,
        key: &str,
        path: &str,
        headers: &[(&str, &str)],
        kind: &str,
        body: Vec<u8>,
    ) -> Answer {
        let mut request = Request::post(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {key}"))
            .header(header::ACCEPT_LANGUAGE, "en")
            .header(header::CONTENT_TYPE, kind);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Serves on a free port of this machine until the end of the test.
    pub(crate) async fn serve(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = self.router.clone();
        tokio::spawn(async move { axum::serve(listener, router).await });
        format!("http://{address}")
    }
}

/// The folder of the whole project.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A customer who insulted staff again after a warning: refusing is allowed.
pub(crate) fn warned() -> Value {
    json!({
        "at": "2026-11-22", "place": "pl", "profile": "gabinet",
        "facts": {
            "danger.life": false, "request.object": "service", "conduct.insults_staff": true,
            "history.warned": true, "refusal.reasons": ["conduct"], "refusal.anyone_else": true,
            "request.illegal": false, "request.beyond_skill": false,
            "request.contraindicated": false, "customer.age": 40, "conduct.violent": false,
            "conduct.threatens": false, "conduct.harasses_sexually": false,
            "conduct.damages_property": false, "conduct.from_illness": false,
            "customer.age_doubtful": false, "request.cash_above_15000": false,
        },
    })
}

/// Words of a decision.
pub(crate) const WORDS: &str = "Insulted us again after two calm warnings, so we ended the visit.";
