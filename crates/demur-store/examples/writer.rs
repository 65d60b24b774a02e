//! Writes decisions until it is killed or turned down, and says which were answered.
//!
//! `writer RECORD KEYS MASTER_FILE ROUND WRITERS [BALLAST_FILE]`: one line for each answer,
//! `WRITER NUMBER CASE`; when a write fails, `failed CODE` and, with a ballast file, that file is
//! removed, everything answered is looked for and one more write has to succeed: `recovered COUNT`.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a helper of a test reports to the test that started it"
)]

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use demur_store::{Query, Store};

#[path = "../tests/record/support/load.rs"]
mod load;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut next = arguments.iter().map(String::as_str);
    let mut argument = || {
        next.next()
            .expect("writer RECORD KEYS MASTER_FILE ROUND WRITERS")
    };
    let options = load::options(argument(), argument(), Path::new(argument()));
    let round: u32 = argument().parse().expect("a round");
    let writers: usize = argument().parse().expect("a number of writers");
    let ballast = next.next();
    let store = match Store::open(options) {
        Ok(store) => store,
        Err(error) => {
            println!("failed {}", error.code());
            return;
        }
    };
    let answered = Arc::new(Mutex::new(Vec::new()));
    let threads: Vec<_> = (0..writers)
        .map(|writer| {
            let (store, answered) = (store.clone(), Arc::clone(&answered));
            std::thread::spawn(move || write(&store, round, writer, &answered))
        })
        .collect();
    let codes: Vec<_> = threads
        .into_iter()
        .map(|thread| thread.join().unwrap())
        .collect();
    println!("failed {}", codes.join(" "));
    if let Some(ballast) = ballast {
        std::fs::remove_file(ballast).unwrap();
        recover(&store, round, &answered.lock().unwrap());
    }
}

/// Until a write fails; the code of the error.
fn write(store: &Store, round: u32, writer: usize, answered: &Mutex<Vec<String>>) -> &'static str {
    for number in 0.. {
        let request = load::request(round, writer, number);
        let new = load::refusal(round, writer, number);
        match store.create(&load::decider(), &request, new).wait() {
            Ok(receipt) => {
                answered.lock().unwrap().push(receipt.case.clone());
                let line = format!("{writer} {number} {}\n", receipt.case);
                let mut out = std::io::stdout().lock();
                out.write_all(line.as_bytes()).unwrap();
                out.flush().unwrap();
            }
            Err(error) => return error.code(),
        }
    }
    "none"
}

fn recover(store: &Store, round: u32, answered: &[String]) {
    let decider = load::decider();
    let request = load::request(round, 999, 0);
    let new = load::refusal(round, 999, 0);
    let more = store.create(&decider, &request, new).wait().unwrap();
    for case in answered.iter().chain([&more.case]) {
        let number = Some(case.clone());
        let query = Query {
            number,
            ..Query::default()
        };
        assert_eq!(
            store.find(&decider, query).wait().unwrap().cases.len(),
            1,
            "{case}"
        );
    }
    let auditor = demur_store::Actor::new(demur_store::Role::Auditor, "s-audit1").unwrap();
    let verified = store.verify(&auditor).wait().unwrap();
    assert!(
        matches!(verified, demur_store::Verified::Intact { .. }),
        "{verified:?}"
    );
    println!("recovered {}", answered.len());
}
