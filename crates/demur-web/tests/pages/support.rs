//! A firm for one test: its app, and a browser that keeps cookies and finds the token of forms.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, Response, StatusCode, header};
use demur_app::record::Place;
use demur_app::store::{Clock, Location, NewPerson, Role, Timeouts};
use demur_web::{App, Opening, router};
use http_body_util::BodyExt;
use jiff::Timestamp;
use tempfile::TempDir;
use tower::ServiceExt;

/// A clock that a test turns on; every test begins at noon of the same day.
struct Turned(AtomicI64);

impl Clock for Turned {
    fn now(&self) -> Timestamp {
        let noon: Timestamp = "2026-11-24T11:00:00Z".parse().unwrap();
        noon + jiff::SignedDuration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

/// A firm that has been set up as a podology salon.
pub(crate) struct Firm {
    pub(crate) app: App,
    /// Goes with the firm, and its files with it.
    _dir: TempDir,
    clock: Arc<Turned>,
}

/// How the app was reached, where it matters.
#[derive(Clone, Copy, Default)]
pub(crate) struct Reached {
    pub(crate) secure: bool,
    pub(crate) behind_proxy: bool,
}

impl Firm {
    /// Nobody has set anything up.
    pub(crate) fn new() -> Self {
        Self::reached(Reached::default())
    }

    /// The same, reached in another way.
    pub(crate) fn reached(reached: Reached) -> Self {
        let dir = TempDir::new().unwrap();
        let place = Place::usual(dir.path(), &dir.path().join("configuration"));
        let clock = Arc::new(Turned(AtomicI64::new(0)));
        let opening = Opening {
            place,
            house: Location::File(dir.path().join("house.db")),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            law: None,
            policy: None,
            timeouts: timeouts(),
            secure: reached.secure,
            behind_proxy: reached.behind_proxy,
            demo: false,
        };
        let app = App::open(opening).unwrap();
        Self {
            app,
            _dir: dir,
            clock,
        }
    }

    /// A salon called "Gabinet Stopa" with one site.
    pub(crate) fn salon() -> Self {
        Self::of_profile("gabinet")
    }

    /// A firm of this business.
    pub(crate) fn of_profile(profile: &str) -> Self {
        let firm = Self::new();
        firm.becomes(profile);
        firm
    }

    /// It has been set up.
    pub(crate) fn becomes(&self, profile: &str) {
        let value = serde_json::json!({
            "name": "Gabinet Stopa", "profile": profile, "place": "pl", "periods": "pl",
            "sites": [{"code": "stopa", "name": "Gabinet przy rynku"}],
        });
        self.app.house().put_setting("firm", None, &value).unwrap();
    }

    /// So many seconds go by.
    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Somebody with these roles; their pseudonym.
    pub(crate) fn add(&self, login: &str, roles: &[Role]) -> String {
        let person = self.app.house().add_person(NewPerson {
            login: login.to_owned(),
            roles: BTreeSet::from_iter(roles.iter().copied()),
            site: None,
            lang: None,
            password: None,
        });
        person.unwrap().pseudonym
    }

    /// A new session of somebody who was added under the name of their role.
    pub(crate) fn session_of(&self, role: Role) -> Browser {
        self.session_of_login(role.as_str(), "pl")
    }

    /// A new session of whoever has this login.
    pub(crate) fn session_of_login(&self, login: &str, lang: &str) -> Browser {
        let found = self.app.house().credentials(login).unwrap().unwrap();
        self.signed_in(&found.person.pseudonym, lang)
    }

    /// Somebody with these roles, signed in, reading this language.
    pub(crate) fn browser(&self, login: &str, roles: &[Role], lang: &str) -> Browser {
        let pseudonym = self.add(login, roles);
        self.signed_in(&pseudonym, lang)
    }

    /// A new session.
    pub(crate) fn signed_in(&self, pseudonym: &str, lang: &str) -> Browser {
        let session = self.app.house().begin_session(pseudonym, &timeouts());
        let cookies = vec![
            ("demur".to_owned(), session.unwrap().token),
            ("demur-lang".to_owned(), lang.to_owned()),
        ];
        Browser {
            app: self.app.clone(),
            cookies,
            address: HERE,
        }
    }

    /// Somebody who has not signed in.
    pub(crate) fn stranger(&self) -> Browser {
        self.stranger_from(HERE)
    }

    /// The same from another address.
    pub(crate) fn stranger_from(&self, address: [u8; 4]) -> Browser {
        Browser {
            app: self.app.clone(),
            cookies: Vec::new(),
            address,
        }
    }
}

const HERE: [u8; 4] = [192, 0, 2, 1];

/// As they are in the product.
fn timeouts() -> Timeouts {
    Timeouts {
        idle: Duration::from_secs(30 * 60),
        absolute: Duration::from_secs(12 * 3600),
    }
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Where it leads.
    pub(crate) fn to(&self) -> String {
        let location = self.headers.get(header::LOCATION);
        location
            .expect("it leads nowhere")
            .to_str()
            .unwrap()
            .to_owned()
    }

    /// The value of the first hidden field of this name.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let mark = format!("name=\"{name}\" value=\"");
        let start = text.find(&mark).expect("no such field") + mark.len();
        text[start..].split('"').next().unwrap().to_owned()
    }
}

/// Keeps cookies, follows nothing by itself.
pub(crate) struct Browser {
    app: App,
    pub(crate) cookies: Vec<(String, String)>,
    address: [u8; 4],
}

impl Browser {
    /// The value of a cookie.
    pub(crate) fn cookie(&self, name: &str) -> String {
        let found = self.cookies.iter().find(|(known, _)| known == name);
        found.expect("no such cookie").1.clone()
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form without the token of a page.
    pub(crate) async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", percent(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let kind = "application/x-www-form-urlencoded";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        self.send(request, Body::from(body)).await
    }

    /// Sends a form with the token of the page on which it stands.
    pub(crate) async fn post(&mut self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.get(page).await.hidden("form_token");
        let mut all = vec![("form_token", token.as_str())];
        all.extend(fields);
        self.post_bare(path, &all).await
    }

    pub(crate) async fn send(
        &mut self,
        mut request: axum::http::request::Builder,
        body: Body,
    ) -> Answer {
        let cookies = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        request = request.header(header::COOKIE, cookies.collect::<Vec<_>>().join("; "));
        let address = ConnectInfo(SocketAddr::from((self.address, 4711)));
        request = request.extension(address);
        let request = request
            .header(header::HOST, "localhost")
            .body(body)
            .unwrap();
        let response = router(self.app.clone()).oneshot(request).await.unwrap();
        self.keep(&response);
        let (parts, body) = response.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    }

    fn keep(&mut self, response: &Response<Body>) {
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !cookie.to_str().unwrap().contains("Max-Age=0") {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}

pub(crate) fn percent(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    text.bytes().map(encode).collect()
}
