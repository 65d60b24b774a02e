//! TLS by the program itself, with certificates of a made-up issuer (`tls/`).

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use tempfile::TempDir;

use crate::support::{Answer, Running, demur, ends, parse};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/serve/tls")
        .join(name)
}

/// Asks for a page by TLS, if the certificate is for this name.
fn get(running: &Running, name: &'static str, path: &str) -> Option<Answer> {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_file(file("ca.pem")).unwrap())
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(name).unwrap();
    let connection = ClientConnection::new(Arc::new(config), name).unwrap();
    let socket = TcpStream::connect(running.address()).unwrap();
    socket
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    let mut stream = StreamOwned::new(connection, socket);
    let text = running.client().request("GET", path, &[], "");
    stream.write_all(text.as_bytes()).ok()?;
    let mut bytes = Vec::new();
    let _closed = stream.read_to_end(&mut bytes);
    parse(&bytes)
}

#[test]
fn pages_by_tls_and_a_renewed_certificate_without_a_stop() {
    let home = TempDir::new().unwrap();
    let [cert, key] = ["tls.pem", "tls.key"].map(|name| home.path().join(name));
    let put = |name: &str| {
        fs::copy(file(&format!("{name}.pem")), &cert).unwrap();
        fs::copy(file(&format!("{name}.key")), &key).unwrap();
    };
    put("one");
    let mut command = demur(home.path());
    command.args(["serve", "--demo", "--listen", "127.0.0.1:0"]);
    command.args(["--tls-cert", "tls.pem", "--tls-key", "tls.key"]);
    let running = Running::start(command);
    assert!(
        running.url.starts_with("https://127.0.0.1:"),
        "{}",
        running.url
    );
    assert_eq!(get(&running, "one.test", "/healthz").unwrap().status, 200);
    assert!(get(&running, "two.test", "/healthz").is_none());
    put("two");
    running.signal("HUP");
    let started = Instant::now();
    while get(&running, "two.test", "/healthz").is_none() {
        assert!(
            started.elapsed() < Duration::from_secs(5),
            "it is not taken over"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    fs::write(&cert, "nonsense").unwrap();
    running.signal("HUP");
    std::thread::sleep(Duration::from_millis(200));
    assert!(
        get(&running, "two.test", "/healthz").is_some(),
        "the old one stays"
    );
    let (status, log) = running.terminate();
    assert!(
        status.success() && log.contains("stays the old one"),
        "{log}"
    );
}

#[test]
fn a_certificate_that_cannot_be_used_is_said_at_the_start() {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("nonsense.pem"), "nonsense").unwrap();
    let one = file("one.pem").display().to_string();
    let two = file("two.key").display().to_string();
    for (cert, key, named) in [
        ("absent.pem", two.as_str(), "absent.pem"),
        ("nonsense.pem", &two, "nonsense.pem"),
        (&one, &two, "one.pem"),
        (&one, "nonsense.pem", "nonsense.pem"),
    ] {
        let mut command = demur(home.path());
        command.args([
            "serve",
            "--listen",
            "0",
            "--tls-cert",
            cert,
            "--tls-key",
            key,
        ]);
        let (code, _, said) = ends(&mut command);
        assert_eq!(code, Some(2));
        assert!(said.contains(named) && said.contains("PEM"), "{said}");
    }
}
