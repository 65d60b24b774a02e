//! The app as a server: where it listens, with which certificate, how it starts and ends.

mod certificate;
mod rounds;
mod signals;

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;

use axum::{Extension, Router};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;

use crate::app::App;
use crate::metrics::Readers;
use crate::server::router;

/// Requests that are running when the app ends have so long to finish.
const LAST_ANSWERS: Duration = Duration::from_secs(10);
/// Whoever connects and says nothing is let go.
const SILENCE: Duration = Duration::from_secs(15);

/// Where certificate and key are, as PEM files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tls {
    /// The certificate, with those that lead to its issuer.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

/// How to serve.
#[derive(Clone)]
pub struct Serving {
    /// Where to listen.
    pub address: SocketAddr,
    /// How many ports after it may be taken when it is in use.
    pub further: u16,
    /// The certificate; without one only programs on this machine are answered, or a proxy.
    pub tls: Option<Tls>,
    /// Whether a proxy stands in front, which people reach by TLS only.
    pub behind_proxy: bool,
    /// What programs from elsewhere have to show to read the figures.
    pub metrics_token: Option<String>,
    /// A file outside of this machine, to which the head of the journal goes every day.
    pub heads: Option<PathBuf>,
}

impl fmt::Debug for Serving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Serving")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// Why the app cannot be served.
#[derive(Debug)]
pub enum ServeError {
    /// Others could reach it, and read what travels.
    Exposed(SocketAddr),
    /// Another program listens there.
    Taken(SocketAddr),
    /// This account may not listen there.
    Denied(SocketAddr),
    /// Listening does not work.
    Listen(SocketAddr, io::Error),
    /// Certificate or key cannot be used.
    Certificate(PathBuf, String),
    /// The system does not give what a server needs.
    System(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exposed(address) => {
                write!(f, "{address} can be reached from elsewhere without TLS")
            }
            Self::Taken(address) => write!(f, "another program listens on {address}"),
            Self::Denied(address) => write!(f, "this account may not listen on {address}"),
            Self::Listen(address, error) => write!(f, "cannot listen on {address}: {error}"),
            Self::Certificate(path, why) => write!(f, "{}: {why}", path.display()),
            Self::System(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ServeError {}

/// A server that listens already, and answers once it runs.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    tls: Option<Tls>,
    readers: Readers,
    heads: Option<PathBuf>,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// Listens. Nobody is answered yet.
    ///
    /// # Errors
    /// When others could reach the app without TLS, the port is taken, or the certificate cannot be
    /// used.
    pub fn bind(serving: &Serving) -> Result<Self, ServeError> {
        let is_here = is_here(serving.address.ip());
        if !is_here && serving.tls.is_none() && !serving.behind_proxy {
            return Err(ServeError::Exposed(serving.address));
        }
        if let Some(tls) = &serving.tls {
            // A mistake in it is said at the start, not to the first customer.
            certificate::read(tls)?;
        }
        let listener = listen(serving.address, serving.further)?;
        let address = listener.local_addr().map_err(ServeError::System)?;
        Ok(Self {
            listener,
            address,
            tls: serving.tls.clone(),
            heads: serving.heads.clone(),
            readers: Readers {
                behind_proxy: serving.behind_proxy,
                token: serving.metrics_token.clone(),
            },
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether it speaks TLS itself.
    #[must_use]
    pub fn speaks_tls(&self) -> bool {
        self.tls.is_some()
    }

    /// Answers until the process is told to end; then what is running may finish. `ready` is called
    /// when it can be told so.
    ///
    /// # Errors
    /// When the system does not give threads, or the certificate was changed for a wrong one.
    pub fn run(self, app: App, ready: impl FnOnce()) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .thread_name("demur-web")
            .build()
            .map_err(ServeError::System)?;
        let served = runtime.block_on(self.answer(app, ready));
        // What waits for a database at this moment is given up; nothing half is written.
        runtime.shutdown_timeout(Duration::from_secs(1));
        served
    }

    async fn answer(self, app: App, ready: impl FnOnce()) -> Result<(), ServeError> {
        let handle = Handle::new();
        let tls = self.tls.as_ref().map(certificate::read).transpose()?;
        let tls = tls.map(RustlsConfig::from_config);
        signals::watch(handle.clone(), LAST_ANSWERS).map_err(ServeError::System)?;
        if let (Some(config), Some(files)) = (&tls, &self.tls) {
            signals::renew(config.clone(), files.clone()).map_err(ServeError::System)?;
        }
        let daily = tokio::spawn(rounds::every_day(app.clone(), self.heads.clone()));
        tracing::info!(
            version = env!("CARGO_PKG_VERSION"),
            port = self.address.port(),
            tls = tls.is_some(),
            "started"
        );
        ready();
        let routes = router(app).layer(Extension(self.readers));
        let served = answers(self.listener, tls, handle, routes).await;
        daily.abort();
        tracing::info!("stopped");
        served.map_err(ServeError::System)
    }
}

async fn answers(
    listener: TcpListener,
    tls: Option<RustlsConfig>,
    handle: Handle<SocketAddr>,
    routes: Router,
) -> io::Result<()> {
    let service = routes.into_make_service_with_connect_info::<SocketAddr>();
    match tls {
        None => {
            let mut server = axum_server::from_tcp(listener)?.http1_only().handle(handle);
            server.http_builder().http1().header_read_timeout(SILENCE);
            server.first_request_timeout(SILENCE).serve(service).await
        }
        Some(config) => {
            let server = axum_server::from_tcp_rustls(listener, config)?;
            let mut server = server.http1_only().handle(handle);
            server.http_builder().http1().header_read_timeout(SILENCE);
            server.first_request_timeout(SILENCE).serve(service).await
        }
    }
}

/// Whether only programs on this machine reach an address.
fn is_here(ip: IpAddr) -> bool {
    ip.to_canonical().is_loopback()
}

fn listen(address: SocketAddr, further: u16) -> Result<TcpListener, ServeError> {
    let mut port = address.port();
    let last = port.saturating_add(further);
    loop {
        match TcpListener::bind(SocketAddr::new(address.ip(), port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < last => port += 1,
            Err(error) => return Err(not_listening(address, error)),
        }
    }
}

fn not_listening(address: SocketAddr, error: io::Error) -> ServeError {
    match error.kind() {
        io::ErrorKind::AddrInUse => ServeError::Taken(address),
        io::ErrorKind::PermissionDenied => ServeError::Denied(address),
        _ => ServeError::Listen(address, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> Serving {
        Serving {
            address: address.parse().unwrap_or_else(|_| unreachable!()),
            further: 0,
            tls: None,
            behind_proxy: false,
            metrics_token: None,
            heads: None,
        }
    }

    #[test]
    fn elsewhere_only_with_tls_or_a_proxy() {
        for here in ["127.0.0.1:0", "127.8.0.1:0", "[::ffff:127.0.0.1]:0"] {
            assert!(Server::bind(&at(here)).is_ok(), "{here}");
        }
        let exposed = Server::bind(&at("0.0.0.0:0"));
        assert!(matches!(exposed, Err(ServeError::Exposed(_))));
        let proxied = Serving {
            behind_proxy: true,
            ..at("0.0.0.0:0")
        };
        assert!(Server::bind(&proxied).is_ok());
    }

    #[test]
    fn a_port_that_is_taken_is_said_or_passed_over() {
        let first = Server::bind(&at("127.0.0.1:0")).unwrap_or_else(|_| unreachable!());
        let same = at(&first.address().to_string());
        assert!(matches!(Server::bind(&same), Err(ServeError::Taken(_))));
        let next = Server::bind(&Serving {
            further: 20,
            ..same
        });
        assert!(next.is_ok_and(|next| next.address().port() > first.address().port()));
    }
}
