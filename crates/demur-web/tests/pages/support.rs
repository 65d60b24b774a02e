//! A firm for one test: its app, and a browser that keeps cookies and finds the token of forms.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use demur_app::record::Place;
use demur_app::store::{Clock, Location, NewPerson, Role, Timeouts};
use demur_web::{App, Opening, router};
use http_body_util::BodyExt;
use jiff::Timestamp;
use tempfile::TempDir;
use tower::ServiceExt;

/// A day on which every test takes place.
struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        "2026-11-24T11:00:00Z".parse().unwrap()
    }
}

/// A firm that has been set up as a podology salon.
pub(crate) struct Firm {
    pub(crate) app: App,
    pub(crate) dir: TempDir,
}

impl Firm {
    /// Nobody has set anything up.
    pub(crate) fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let place = Place::usual(dir.path(), &dir.path().join("configuration"));
        let opening = Opening {
            place,
            house: Location::File(dir.path().join("house.db")),
            clock: Arc::new(Noon),
            law: None,
            policy: None,
            timeouts: timeouts(),
            secure: false,
            demo: false,
        };
        let app = App::open(opening).unwrap();
        Self { app, dir }
    }

    /// A salon called "Gabinet Stopa" with one site.
    pub(crate) fn salon() -> Self {
        Self::of_profile("gabinet")
    }

    /// A firm of this business.
    pub(crate) fn of_profile(profile: &str) -> Self {
        let firm = Self::new();
        let value = serde_json::json!({
            "name": "Gabinet Stopa", "profile": profile, "place": "pl", "periods": "pl",
            "sites": [{"code": "stopa", "name": "Gabinet przy rynku"}],
        });
        firm.app.house().put_setting("firm", None, &value).unwrap();
        firm
    }

    /// Somebody with these roles, signed in, reading this language.
    pub(crate) fn browser(&self, login: &str, roles: &[Role], lang: &str) -> Browser {
        let person = self.app.house().add_person(NewPerson {
            login: login.to_owned(),
            roles: BTreeSet::from_iter(roles.iter().copied()),
            site: None,
            lang: None,
            password: None,
        });
        let pseudonym = person.unwrap().pseudonym;
        let session = self.app.house().begin_session(&pseudonym, &timeouts());
        let cookies = vec![
            ("demur".to_owned(), session.unwrap().token),
            ("demur-lang".to_owned(), lang.to_owned()),
        ];
        Browser {
            app: self.app.clone(),
            cookies,
        }
    }

    /// Somebody who has not signed in.
    pub(crate) fn stranger(&self) -> Browser {
        Browser {
            app: self.app.clone(),
            cookies: Vec::new(),
        }
    }
}

fn timeouts() -> Timeouts {
    Timeouts {
        idle: Duration::from_secs(3600),
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
    cookies: Vec<(String, String)>,
}

impl Browser {
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
            self.cookies.push((name.to_owned(), value.to_owned()));
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
