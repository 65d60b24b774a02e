//! In which language somebody reads: as they chose, else as their browser asks for.

use axum::extract::{Path, Query, State};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName};
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::syntax::tree::Lang;
use serde::Deserialize;

use crate::app::App;
use crate::origin::local_path;

const COOKIE_NAME: &str = "demur-lang";
/// Whoever chose a language wants it next year, too.
const A_YEAR: u32 = 31_536_000;

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(COOKIE).into_iter();
    let pairs = all.filter_map(|header| header.to_str().ok());
    let mut pairs = pairs.flat_map(|header| header.split(';'));
    pairs.find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then(|| value.to_owned())
    })
}

/// Chosen by a cookie, else the better one that the browser names, else Polish.
pub(crate) fn of(headers: &HeaderMap) -> Lang {
    let chosen = cookie(headers, COOKIE_NAME).and_then(|code| Lang::from_code(&code));
    let asked = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    chosen
        .or_else(|| asked.and_then(preferred))
        .unwrap_or(Lang::Pl)
}

/// The first language of the list that we have; browsers write the best one first.
fn preferred(list: &str) -> Option<Lang> {
    list.split(',').find_map(|entry| {
        let tag = entry.split(';').next().unwrap_or_default().trim();
        let code = tag.split('-').next().unwrap_or_default();
        Lang::from_code(&code.to_ascii_lowercase())
    })
}

#[derive(Deserialize)]
pub(super) struct Back {
    #[serde(default)]
    to: String,
}

/// `/language/pl?to=/cases`: the same page in another language from now on.
pub(crate) async fn choose(
    State(app): State<App>,
    Path(code): Path<String>,
    Query(back): Query<Back>,
) -> Response {
    let lang = Lang::from_code(&code).unwrap_or(Lang::Pl);
    (set_cookie(&app, lang), Redirect::to(local_path(&back.to))).into_response()
}

/// The header that keeps the choice.
pub(crate) fn set_cookie(app: &App, lang: Lang) -> [(HeaderName, String); 1] {
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let code = lang.code();
    let value =
        format!("{COOKIE_NAME}={code}; Path=/; Max-Age={A_YEAR}; SameSite=Lax; HttpOnly{secure}");
    [(SET_COOKIE, value)]
}

/// The header that forgets it: the browser's own language counts again.
pub(crate) fn forget_cookie(app: &App) -> [(HeaderName, String); 1] {
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let value = format!("{COOKIE_NAME}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly{secure}");
    [(SET_COOKIE, value)]
}
