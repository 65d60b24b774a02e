//! Where it listens, how it starts and how it ends.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use tempfile::TempDir;

use crate::support::{Running, demur, ends};

#[test]
fn it_starts_with_nothing_and_ends_when_told() {
    let home = TempDir::new().unwrap();
    let mut command = demur(home.path());
    command.args(["serve", "--listen", "0"]);
    let running = Running::start(command);
    assert!(running.address().ip().is_loopback(), "{}", running.url);
    assert!(
        running.path().starts_with("/start?token="),
        "{}",
        running.greeting
    );
    assert_eq!(running.get("/healthz").status, 200);
    let data = home.path().join(".local/share/demur");
    for file in ["record.db", "keys.db", "house.db"] {
        assert!(data.join(file).exists(), "{file}");
    }
    let (status, log) = running.terminate();
    assert!(status.success(), "{log}");
    assert!(log.contains("started") && log.contains("stopped"), "{log}");
}

#[test]
fn a_request_that_is_running_is_finished() {
    let home = TempDir::new().unwrap();
    let mut command = demur(home.path());
    command.args(["serve", "--demo", "--listen", "0"]);
    let running = Running::start(command);
    let mut owner = running.client();
    owner.get(&running.path());
    let token = owner.get("/").hidden("form_token");
    let mut slow = TcpStream::connect(running.address()).unwrap();
    slow.set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let body = format!("opening=insults&form_token={token}");
    let text = owner.request("POST", "/interview", &kind, &body);
    let (most, rest) = text.split_at(text.len() - 1);
    slow.write_all(most.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    running.signal("TERM");
    std::thread::sleep(Duration::from_millis(200));
    let late = TcpStream::connect(running.address());
    assert!(late.is_err(), "nobody new is let in");
    slow.write_all(rest.as_bytes()).unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(answer.contains("location: /interview/"), "{answer}");
    let (status, _) = running.ended();
    assert!(status.success());
}

#[test]
fn elsewhere_than_here_only_with_tls_or_a_proxy() {
    let home = TempDir::new().unwrap();
    for lang in ["en", "pl"] {
        let mut command = demur(home.path());
        command.args(["serve", "--listen", "0.0.0.0:0", "--lang", lang]);
        let (code, out, said) = ends(&mut command);
        assert_eq!((code, out.as_str()), (Some(2), ""));
        for word in ["--tls-cert", "--behind-proxy", "--listen 127.0.0.1"] {
            assert!(said.contains(word), "{said}");
        }
    }
    assert!(
        !home.path().join(".local").exists(),
        "nothing is made for a start that fails"
    );
    let mut command = demur(home.path());
    command.args(["serve", "--listen", "0.0.0.0:0", "--behind-proxy"]);
    let running = Running::start(command);
    assert!(
        running.url.starts_with("http://localhost:"),
        "{}",
        running.url
    );
    assert_eq!(running.get("/healthz").status, 200);
}

#[test]
fn a_port_that_is_taken_is_said_with_the_way_out() {
    let home = TempDir::new().unwrap();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port();
    let mut command = demur(home.path());
    command.args(["serve", "--listen", &port.to_string()]);
    let (code, _, said) = ends(&mut command);
    assert_eq!(code, Some(2));
    assert!(
        said.contains(&format!("127.0.0.1:{port}")) && said.contains("--listen"),
        "{said}"
    );
}

#[test]
fn without_a_wish_the_next_free_port_is_taken() {
    let home = TempDir::new().unwrap();
    // Another program may have it already; that is the same to this test.
    let _other = TcpListener::bind("127.0.0.1:8650");
    let mut command = demur(home.path());
    command.args(["serve", "--demo"]);
    let running = Running::start(command);
    let port = running.address().port();
    assert!((8651..=8659).contains(&port), "{port}");
}

#[test]
fn nonsense_is_refused_with_an_example() {
    let home = TempDir::new().unwrap();
    for (args, word) in [
        (["--listen", "here"], "127.0.0.1:8650"),
        (["--tls-cert", "cert.pem"], "--tls-key"),
        (["--config", "absent.toml"], "absent.toml"),
    ] {
        let mut command = demur(home.path());
        let (code, _, said) = ends(command.arg("serve").args(args));
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(word), "{said}");
    }
}
