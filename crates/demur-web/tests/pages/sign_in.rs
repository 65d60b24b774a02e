//! Signing in: passwords, codes, sessions that end, and tries that are too many.

mod headers;
mod invitation;
mod second_factor;
mod sessions;
mod tries;

use demur_app::store::Role;

use crate::start::PASSWORD;
use crate::support::{Answer, Browser, Firm};

/// Somebody with the usual password; their pseudonym.
pub(crate) async fn somebody(firm: &Firm, login: &str, roles: &[Role]) -> String {
    let pseudonym = firm.add(login, roles);
    let house = firm.app.house();
    let purpose = demur_app::store::TokenPurpose::Invitation(pseudonym.clone());
    let token = house
        .make_token(purpose, std::time::Duration::from_secs(60))
        .unwrap();
    let path = format!("/invitation/{token}");
    let fields = [("password", PASSWORD), ("again", PASSWORD)];
    let done = firm.stranger().post_bare(&path, &fields).await;
    assert_eq!(done.to(), "/second-factor");
    house.end_sessions_of(&pseudonym, None).unwrap();
    pseudonym
}

pub(crate) async fn try_in(browser: &mut Browser, login: &str, password: &str) -> Answer {
    browser
        .post_bare("/sign-in", &[("login", login), ("password", password)])
        .await
}
