//! `demur serve --demo`: a salon to look around in, of which nothing stays.

use std::fs;

use tempfile::TempDir;

use crate::support::{Running, demur};

#[test]
fn the_address_signs_in_and_the_salon_goes_with_the_program() {
    let home = TempDir::new().unwrap();
    let mut command = demur(home.path());
    command.args(["serve", "--demo", "--listen", "0", "--lang", "pl"]);
    // What is set for the firm's own app is left alone.
    command.env("DEMUR_DB", home.path().join("own.db"));
    let running = Running::start(command);
    assert!(
        running.greeting.contains("zmyślonym gabinetem"),
        "{}",
        running.greeting
    );
    let mut owner = running.client();
    let entered = owner.get(&running.path());
    assert_eq!(
        (entered.status, entered.header("location")),
        (303, Some("/"))
    );
    let counter = owner.get("/");
    assert_eq!(counter.status, 200, "{counter:?}");
    let mut again = running.client();
    assert_eq!(
        again.get(&running.path()).header("location"),
        Some("/"),
        "also on a phone"
    );
    let mut desk = running.client();
    let as_desk = format!("{}&as=recepcja", running.path());
    assert_eq!(desk.get(&as_desk).header("location"), Some("/"));
    let mut stranger = running.client();
    for path in ["/demo", "/demo?token=", "/demo?token=0000"] {
        let turned_away = stranger.get(path);
        assert_ne!(turned_away.header("location"), Some("/"), "{path}");
        assert!(turned_away.header("set-cookie").is_none(), "{path}");
    }
    let folders = || {
        let entries = fs::read_dir(home.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with("demur-demo-")).count()
    };
    assert_eq!(folders(), 1);
    let (status, log) = running.terminate();
    assert!(status.success(), "{log}");
    assert_eq!(folders(), 0, "its folder is gone");
    assert!(!home.path().join("own.db").exists());
    assert!(!home.path().join(".local").exists());
}

#[test]
fn there_is_no_such_way_into_an_own_app() {
    let home = TempDir::new().unwrap();
    let mut command = demur(home.path());
    command.args(["serve", "--listen", "0"]);
    let running = Running::start(command);
    let mut stranger = running.client();
    let answer = stranger.get("/demo?token=");
    assert_ne!(answer.header("location"), Some("/"), "{answer:?}");
    assert!(answer.header("set-cookie").is_none());
}
