//! What the system tells the process: to end, or to read its certificate again.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;

use super::{Tls, certificate};

/// Ends the server at the first sign, after `patience` at the latest; at the second one at once.
#[cfg(unix)]
pub(super) fn watch(handle: Handle<SocketAddr>, patience: Duration) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        for first in [true, false] {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            end(&handle, first.then_some(patience));
        }
    });
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn watch(handle: Handle<SocketAddr>, patience: Duration) -> io::Result<()> {
    tokio::spawn(async move {
        for first in [true, false] {
            if tokio::signal::ctrl_c().await.is_err() {
                return;
            }
            end(&handle, first.then_some(patience));
        }
    });
    Ok(())
}

fn end(handle: &Handle<SocketAddr>, patience: Option<Duration>) {
    match patience {
        Some(patience) => {
            tracing::info!(running = handle.connection_count(), "stopping");
            handle.graceful_shutdown(Some(patience));
        }
        None => handle.shutdown(),
    }
}

/// Takes over a renewed certificate at SIGHUP; one that cannot be used changes nothing.
#[cfg(unix)]
pub(super) fn renew(config: RustlsConfig, files: Tls) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut hangup = signal(SignalKind::hangup())?;
    tokio::spawn(async move {
        while hangup.recv().await.is_some() {
            match certificate::read(&files) {
                Ok(renewed) => {
                    config.reload_from_config(renewed);
                    tracing::info!("the certificate was read again");
                }
                Err(error) => tracing::error!(%error, "the certificate stays the old one"),
            }
        }
    });
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn renew(_: RustlsConfig, _: Tls) -> io::Result<()> {
    Ok(())
}
