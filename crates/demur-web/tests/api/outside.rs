//! Programs of others against a real port: the example clients, and a fuzzer that reads the
//! description. `cargo xtask api` fetches what Python and TypeScript need and says where it is.

use std::path::PathBuf;
use std::process::{Command, Output};

use super::firm::{Firm, root, warned};
use demur_app::store::Role;

/// Where the chore has put a program; a test that needs it says that it was skipped otherwise.
fn prepared(variable: &str) -> Option<PathBuf> {
    let found = std::env::var_os(variable).map(PathBuf::from);
    if found.is_none() {
        // Written past the capture of the harness, so that it is seen.
        let mut seen = std::io::stderr();
        let line = format!("skipped: {variable} is not set; run `cargo xtask api`\n");
        std::io::Write::write_all(&mut seen, line.as_bytes()).unwrap();
    }
    found
}

/// Runs a client against the firm, with a situation in a file.
async fn run(firm: &Firm, mut command: Command) -> Output {
    let url = firm.serve().await;
    let folder = tempfile::TempDir::new().unwrap();
    let situation = folder.path().join("situation.json");
    std::fs::write(&situation, warned().to_string()).unwrap();
    command
        .arg(&situation)
        .env("DEMUR_URL", url)
        .env("DEMUR_KEY", firm.decider());
    tokio::task::spawn_blocking(move || {
        let output = command.output().expect("it cannot be started");
        drop(folder);
        output
    })
    .await
    .unwrap()
}

fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{errors}");
    said
}

fn client(name: &str) -> PathBuf {
    root().join("examples/clients").join(name)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shell_client_works() {
    let firm = Firm::salon();
    let mut command = Command::new("sh");
    command.arg(client("demur.sh"));
    let said = said(&run(&firm, command).await);
    assert!(said.contains("\"verdict\":\"may_refuse\""), "{said}");
    let receipts: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("{\"case\":"))
        .collect();
    assert_eq!(receipts.len(), 2, "{said}");
    assert_eq!(receipts[0], receipts[1]);
    assert!(said.contains("read back /cases/STOPA-2026-"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shell_client_says_what_is_wrong() {
    let firm = Firm::salon();
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg("printf 'place: atlantis\\n' > \"$2\"; exec sh \"$1\" \"$2\"")
        .arg("sh");
    command.arg(client("demur.sh"));
    let output = run(&firm, command).await;
    assert!(!output.status.success());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        errors.contains("Demur says 422") && errors.contains("S008"),
        "{errors}"
    );
}

/// What the clients in Python and TypeScript print.
fn check(said: &str) {
    for part in [
        "verdict: may_refuse\n",
        "first question: ",
        "recorded: STOPA-2026-",
        " open \"1\"\n",
        "problem: invalid-situation /facts/customer.age S006\n",
    ] {
        assert!(said.contains(part), "`{part}` is not in\n{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_python_client_works() {
    let firm = Firm::salon();
    let mut command = Command::new("python3");
    command.arg(client("demur_client.py"));
    let said = said(&run(&firm, command).await);
    check(&said);
    assert!(said.contains("decided: ['STOPA-2026-"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_typescript_client_works() {
    let Some(tsc) = prepared("DEMUR_API_TSC") else {
        return;
    };
    let folder = tempfile::TempDir::new().unwrap();
    let source = folder.path().join("demur-client.ts");
    std::fs::copy(client("demur-client.ts"), &source).unwrap();
    std::fs::write(folder.path().join("package.json"), "{\"type\": \"module\"}").unwrap();
    let mut compile = Command::new("node");
    compile
        .arg(tsc)
        .args(["--strict", "--target", "es2022", "--module", "nodenext"]);
    compile.arg(&source).current_dir(folder.path());
    said(&compile.output().expect("node cannot be started"));
    let firm = Firm::salon();
    let mut command = Command::new("node");
    command.arg(folder.path().join("demur-client.js"));
    check(&said(&run(&firm, command).await));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fuzzer_that_reads_the_description_finds_no_fault() {
    let Some(python) = prepared("DEMUR_API_PYTHON") else {
        return;
    };
    let seconds = std::env::var("DEMUR_API_SECONDS").unwrap_or_else(|_| "60".to_owned());
    let firm = Firm::salon().with_providers();
    let url = firm.serve().await;
    let key = firm.key(&[Role::Decider, Role::Privacy]);
    let fuzz = root().join("crates/demur-web/tests/api/fuzz.py");
    let ended = tokio::task::spawn_blocking(move || {
        let mut command = Command::new(python);
        command.arg(fuzz).args([url, seconds]).env("DEMUR_KEY", key);
        command.status().expect("python cannot be started")
    });
    assert!(ended.await.unwrap().success());
}
