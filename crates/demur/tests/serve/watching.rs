//! What programs that watch the app are told.

use std::fs;

use tempfile::TempDir;

use crate::support::{Running, demur};

#[test]
fn it_says_whether_it_can_work_and_how_much_it_did() {
    let home = TempDir::new().unwrap();
    let mut command = demur(home.path());
    command.args(["serve", "--demo", "--listen", "0"]);
    let running = Running::start(command);
    let ready = running.get("/readyz");
    assert_eq!(ready.status, 200, "{ready:?}");
    let parts: serde_json::Value = serde_json::from_str(&ready.body).unwrap();
    for part in ["record", "house", "engine"] {
        assert_eq!(parts[part], "answers", "{ready:?}");
    }
    assert_eq!(running.get("/secret-of-anna").status, 303);
    let figures = running.get("/metrics");
    assert_eq!(figures.status, 200);
    for line in [
        r#"demur_requests_total{route="/readyz",class="2xx"} 1"#,
        r#"demur_requests_total{route="none",class="3xx"} 1"#,
        "demur_journal_entries ",
        "demur_questions_waiting 0",
        "# EOF",
    ] {
        assert!(figures.body.contains(line), "{line}\n{}", figures.body);
    }
    assert!(!figures.body.contains("anna"), "{}", figures.body);
}

#[test]
fn behind_a_proxy_figures_need_the_token() {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("token"), "figures-please\n").unwrap();
    let mut command = demur(home.path());
    command.args(["serve", "--listen", "0", "--behind-proxy"]);
    command.env("DEMUR_METRICS_TOKEN_FILE", home.path().join("token"));
    let running = Running::start(command);
    let refused = running.get("/metrics");
    assert_eq!(
        (refused.status, refused.header("www-authenticate")),
        (401, Some("Bearer"))
    );
    let shown = [("authorization", "Bearer figures-please")];
    assert_eq!(
        running.client().send("GET", "/metrics", &shown, "").status,
        200
    );
}
