//! The firm's own app: where its databases are, and who sets it up.

use demur_app::store::Timeouts;
use demur_web::{App, MailSettings, MailTls, Mailer, Opening};

use super::fault;
use crate::command::keeping::{clock, house_of, place_of};
use crate::configuration::Configuration;
use crate::context::Context;
use crate::failure::Failure;

/// How long sessions last.
pub(super) fn timeouts(configuration: &Configuration) -> Timeouts {
    Timeouts {
        idle: configuration.span("session.idle"),
        absolute: configuration.span("session.absolute"),
    }
}

/// Opens the app by the settings.
pub(super) fn app(
    configuration: &Configuration,
    context: &Context,
    (secure, behind_proxy): (bool, bool),
) -> Result<App, Failure> {
    let words = &context.words;
    let Some(folders) = &context.folders else {
        return Err(Failure::Said(words.say("record-no-home")));
    };
    let said = |fault: crate::configuration::Fault| Failure::Said(fault.said(words));
    let place = place_of(configuration, folders).map_err(said)?;
    let house = house_of(configuration, &place).map_err(said)?;
    let opening = Opening {
        place,
        house,
        clock: clock(context),
        law: context.law.clone(),
        policy: context.policy.clone(),
        timeouts: timeouts(configuration),
        secure,
        behind_proxy,
        demo: false,
    };
    let app = App::open(opening).map_err(|error| fault::opening(error, words))?;
    Ok(match mailer(configuration, context)? {
        Some(mailer) => app.with_mailer(mailer),
        None => app,
    })
}

/// What sends e-mails, when the firm has named its server for them.
pub(super) fn mailer(
    configuration: &Configuration,
    context: &Context,
) -> Result<Option<Mailer>, Failure> {
    let words = &context.words;
    let Some(host) = configuration.text("smtp.host") else {
        return Ok(None);
    };
    let Some(from) = configuration.text("smtp.from") else {
        return Err(Failure::Said(words.say("serve-no-sender")));
    };
    let password = configuration.secret("smtp.password");
    let password = password.map_err(|fault| Failure::Said(fault.said(words)))?;
    let login = match (configuration.text("smtp.user"), password) {
        (Some(user), Some(password)) => Some((user.to_owned(), password)),
        (None, None) => None,
        _ => return Err(Failure::Said(words.say("serve-half-login"))),
    };
    let port = configuration.text("smtp.port");
    let settings = MailSettings {
        host: host.to_owned(),
        port: port.and_then(|port| port.parse().ok()).unwrap_or_default(),
        tls: match configuration.text("smtp.tls") {
            Some("tls") => MailTls::Whole,
            Some("none") => MailTls::None,
            _ => MailTls::Starts,
        },
        login,
        from: from.to_owned(),
    };
    let mailer = Mailer::new(settings);
    mailer.map(Some).map_err(|error| fault::mail(&error, words))
}
