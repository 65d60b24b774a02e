//! Certificate and key, from PEM files.

use std::path::Path;
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::{Error, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::{ServeError, Tls};

/// Reads both, and checks that they belong together.
pub(super) fn read(tls: &Tls) -> Result<Arc<ServerConfig>, ServeError> {
    let wrong = |path: &Path, why: String| ServeError::Certificate(path.to_owned(), why);
    let chain = CertificateDer::pem_file_iter(&tls.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, Error>>)
        .map_err(|error| wrong(&tls.certificate, said(&error)))?;
    if chain.is_empty() {
        return Err(wrong(
            &tls.certificate,
            "no certificate in this file".to_owned(),
        ));
    }
    let key = PrivateKeyDer::from_pem_file(&tls.key);
    let key = key.map_err(|error| wrong(&tls.key, said(&error)))?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key));
    let mut config = config.map_err(|error| wrong(&tls.certificate, error.to_string()))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

fn said(error: &Error) -> String {
    match error {
        Error::Io(error) => error.to_string(),
        Error::NoItemsFound => "not a PEM file of the kind that is needed".to_owned(),
        other => format!("not a PEM file: {other:?}"),
    }
}
