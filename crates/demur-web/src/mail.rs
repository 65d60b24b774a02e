//! E-mails that the app sends by the firm's own server for outgoing mail.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

/// A server that does not answer must not keep a page waiting for long.
const PATIENCE: Duration = Duration::from_secs(15);
/// So many keys of sent forms are remembered; a form is not sent again after that many others.
const REMEMBERED: usize = 10_000;

/// How the way to the server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailTls {
    /// The connection begins in the open and is protected before anything is said (STARTTLS).
    Starts,
    /// The connection is protected from its first byte, as on port 465.
    Whole,
    /// Not at all; only to a server on this machine.
    None,
}

/// The firm's server for outgoing mail.
#[derive(Clone)]
pub struct MailSettings {
    /// Name of the server.
    pub host: String,
    /// Its port: usually 587, or 465 for [`MailTls::Whole`].
    pub port: u16,
    /// How the way to it is protected.
    pub tls: MailTls,
    /// Name and password at the server, if it asks for them.
    pub login: Option<(String, String)>,
    /// From whom the e-mails come, as in `Salon <office@salon.example>`.
    pub from: String,
}

impl fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("MailSettings");
        shown.field("host", &self.host).field("port", &self.port);
        shown.finish_non_exhaustive()
    }
}

/// Why no e-mails can be sent with these settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailError {
    /// The sender is no e-mail address.
    From(String),
    /// Without protection an e-mail goes to this machine only.
    Unprotected(String),
    /// The name of the server cannot be one.
    Host(String),
}

impl fmt::Display for MailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::From(text) => write!(
                f,
                "mail: `{text}` is no sender: write it like `Salon <office@salon.example>`"
            ),
            Self::Unprotected(host) => write!(
                f,
                "mail: {host} is another machine, so the way to it needs TLS: set it to `starttls` or `tls`"
            ),
            Self::Host(host) => write!(f, "mail: `{host}` cannot be the name of a server"),
        }
    }
}

impl std::error::Error for MailError {}

/// What became of an e-mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    /// The server took it.
    Taken,
    /// The form was sent before; the e-mail went out then, or is on its way.
    Before,
    /// The address is none.
    NoAddress,
    /// The subject is empty or has more than one line.
    NoSubject,
    /// The server did not take it, or did not answer.
    Failed,
}

/// Sends e-mails.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    sent: Mutex<HashSet<String>>,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailer(..)")
    }
}

impl Mailer {
    /// A mailer for this server. It connects when there is something to send.
    ///
    /// # Errors
    /// When the sender is no address, or the way to another machine would not be protected.
    pub fn new(settings: MailSettings) -> Result<Self, MailError> {
        let from = settings.from.parse();
        let from = from.map_err(|_| MailError::From(settings.from.clone()))?;
        let host = settings.host;
        let parameters = || {
            let parameters = TlsParameters::new(host.clone());
            parameters.map_err(|_| MailError::Host(host.clone()))
        };
        let tls = match settings.tls {
            MailTls::Starts => Tls::Required(parameters()?),
            MailTls::Whole => Tls::Wrapper(parameters()?),
            MailTls::None if is_here(&host) => Tls::None,
            MailTls::None => return Err(MailError::Unprotected(host)),
        };
        // The name says what its own default is; every way here sets its protection.
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&host)
            .port(settings.port)
            .timeout(Some(PATIENCE))
            .tls(tls);
        if let Some((name, password)) = settings.login {
            builder = builder.credentials(Credentials::new(name, password));
        }
        Ok(Self {
            transport: builder.build(),
            from,
            sent: Mutex::default(),
        })
    }

    /// From whom the e-mails come.
    pub(crate) fn from(&self) -> String {
        self.from.to_string()
    }

    /// Sends a text. With the key of a form that was sent before it sends nothing.
    pub(crate) async fn send(&self, request: &str, to: &str, subject: &str, text: &str) -> Sent {
        let Ok(to) = to.trim().parse::<Mailbox>() else {
            return Sent::NoAddress;
        };
        let subject = subject.trim();
        if subject.is_empty() || subject.chars().any(char::is_control) {
            return Sent::NoSubject;
        }
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(text.to_owned());
        let Ok(message) = message else {
            return Sent::Failed;
        };
        if !self.begin(request) {
            return Sent::Before;
        }
        match self.transport.send(message).await {
            Ok(_) => Sent::Taken,
            Err(error) => {
                // What the server says may name the customer, so only the kind is logged.
                let for_good = error.is_permanent();
                tracing::warn!(
                    for_good,
                    timed_out = error.is_timeout(),
                    "an e-mail was not taken"
                );
                self.forget(request);
                Sent::Failed
            }
        }
    }

    fn begin(&self, request: &str) -> bool {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        if sent.len() >= REMEMBERED {
            sent.clear();
        }
        sent.insert(request.to_owned())
    }

    fn forget(&self, request: &str) {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        sent.remove(request);
    }
}

/// Whether a name means this machine, without asking anybody.
fn is_here(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::{MailError, MailSettings, MailTls, Mailer};

    fn settings(host: &str, tls: MailTls) -> MailSettings {
        MailSettings {
            host: host.to_owned(),
            port: 25,
            tls,
            login: None,
            from: "Gabinet Stopa <biuro@stopa.example>".to_owned(),
        }
    }

    #[test]
    fn another_machine_is_reached_by_tls_only() {
        for host in ["localhost", "127.0.0.1", "::1"] {
            assert!(Mailer::new(settings(host, MailTls::None)).is_ok(), "{host}");
        }
        for host in ["mail.stopa.example", "localhost.example", "10.0.0.2"] {
            let error = Mailer::new(settings(host, MailTls::None))
                .map(|_| ())
                .unwrap_err();
            assert_eq!(error, MailError::Unprotected(host.to_owned()));
            assert!(
                Mailer::new(settings(host, MailTls::Starts)).is_ok(),
                "{host}"
            );
        }
    }

    #[test]
    fn a_sender_that_is_no_address_is_refused() {
        let wrong = MailSettings {
            from: "biuro".to_owned(),
            ..settings("localhost", MailTls::None)
        };
        assert_eq!(
            Mailer::new(wrong).map(|_| ()).unwrap_err(),
            MailError::From("biuro".to_owned())
        );
    }
}
