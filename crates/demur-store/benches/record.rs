//! What it costs to record a decision: beside the bare database in the same run, and as the record
//! grows. Prints Markdown tables.
//!
//! `cargo bench -p demur-store --bench record [-- WORD…]`. Words narrow it down: `compare` or `grow`
//! for one of the tables, `sqlite` or `postgres` for one database, a number for the cases to grow
//! to. A million cases unless told, which takes half an hour and some ten gigabytes of disk.

#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    reason = "what is not there stops the measurement"
)]

#[path = "record/bare.rs"]
mod bare;
#[path = "../tests/record/support/cluster.rs"]
#[expect(dead_code, reason = "tests look closer at the cluster")]
mod cluster;
#[path = "../tests/record/support/load.rs"]
mod load;

use std::path::Path;
use std::time::{Duration, Instant};

use demur_store::{Location, MasterKey, Query, Store};

use bare::Bare;

/// Record and bare database take turns, so that both meet the same noise.
const TURNS: u32 = 3;
const TURN: Duration = Duration::from_secs(3);
const WRITERS: &[usize] = &[1, 16, 256];
/// Requests that wait at the same time while the record is filled.
const WAITING: usize = 512;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let said = |word: &str| words.iter().any(|each| each == word);
    let wanted = |word, other| said(word) || !said(other);
    let databases: Vec<bool> = [("sqlite", "postgres", false), ("postgres", "sqlite", true)]
        .into_iter()
        .filter(|(word, other, _)| wanted(word, other))
        .map(|(.., postgres)| postgres)
        .collect();
    if wanted("compare", "grow") {
        compare_all(&databases);
    }
    if wanted("grow", "compare") {
        let cases = words.iter().find_map(|word| word.parse().ok());
        grow_all(&databases, cases.unwrap_or(1_000_000));
    }
}

fn compare_all(databases: &[bool]) {
    println!("Decide and record (rows a second; milliseconds until it is on disk):\n");
    println!(
        "| database | writers | record, cases/s | p50 | p99 | bare, cases/s | p50 | p99 | share |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for postgres in databases {
        for writers in WRITERS {
            compare(*postgres, *writers);
        }
    }
}

fn grow_all(databases: &[bool], cases: u64) {
    println!("\nOne more case, by one writer, in a record of so many (milliseconds):\n");
    println!("| database | cases | p50 | p99 | first page of a search | filled at cases/s |");
    println!("|---|--:|--:|--:|--:|--:|");
    for postgres in databases {
        grow(*postgres, cases);
    }
}

/// Record and keys, in new databases.
fn place(folder: &Path, postgres: bool, name: &str) -> (String, String) {
    if postgres {
        (cluster::database(), cluster::database())
    } else {
        let file = |what: &str| {
            folder
                .join(format!("{name}-{what}.db"))
                .display()
                .to_string()
        };
        (file("record"), file("keys"))
    }
}

fn folder() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let master = folder.path().join("master.key");
    MasterKey::create(&master).unwrap();
    (folder, master)
}

/// How long each answer took.
#[derive(Default)]
struct Times(Vec<Duration>);

impl Times {
    fn at(&mut self, share: f64) -> f64 {
        self.0.sort_unstable();
        let last = self.0.len().saturating_sub(1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a list"
        )]
        let place = (last as f64 * share) as usize;
        self.0.get(place).map_or(0.0, Duration::as_secs_f64) * 1e3
    }
}

/// Runs writers for a turn, each waiting for its answer before it writes again.
fn turn(writers: usize, write: impl Fn(usize, u64) + Sync) -> Vec<Duration> {
    let end = Instant::now() + TURN;
    let write = &write;
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..writers)
            .map(|writer| {
                scope.spawn(move || {
                    let mut times = Vec::new();
                    let mut number = 0;
                    while Instant::now() < end {
                        let start = Instant::now();
                        write(writer, number);
                        times.push(start.elapsed());
                        number += 1;
                    }
                    times
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    })
}

fn compare(postgres: bool, writers: usize) {
    let (folder, master) = folder();
    let (record, keys) = place(folder.path(), postgres, "record");
    let store = Store::open(load::options(&record, &keys, &master)).unwrap();
    let (other, other_keys) = place(folder.path(), postgres, "bare");
    let template = Store::open(load::options(&other, &other_keys, &master)).unwrap();
    let written = template.create(&load::decider(), "template", load::refusal(0, 0, 0));
    let case = written.wait().unwrap().case;
    drop(template);
    let bare = Bare::start(&Location::parse(&other), &case);

    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for round in 1..=TURNS {
        ours.0.extend(turn(writers, |writer, number| {
            let request = load::request(round, writer, number);
            let new = load::refusal(round, writer, number);
            let pending = store.create(&load::decider(), &request, new);
            pending.wait().unwrap();
        }));
        theirs.0.extend(turn(writers, |writer, number| {
            bare.write(&format!("{round}-{writer}-{number}"));
        }));
    }
    let rate = |times: &Times| times.0.len() as f64 / (TURN * TURNS).as_secs_f64();
    let (own, other) = (rate(&ours), rate(&theirs));
    println!(
        "| {} | {writers} | {own:.0} | {:.2} | {:.2} | {other:.0} | {:.2} | {:.2} | {:.0} % |",
        if postgres { "PostgreSQL" } else { "SQLite" },
        ours.at(0.5),
        ours.at(0.99),
        theirs.at(0.5),
        theirs.at(0.99),
        100.0 * own / other,
    );
}

fn grow(postgres: bool, most: u64) {
    let (folder, master) = folder();
    let (record, keys) = place(folder.path(), postgres, "growing");
    let store = Store::open(load::options(&record, &keys, &master)).unwrap();
    let mut size = 1_000;
    let mut filled = 0;
    while size <= most {
        let start = Instant::now();
        let before = filled;
        while filled < size {
            let next = (filled + WAITING as u64).min(size);
            let sent: Vec<_> = (filled..next)
                .map(|number| {
                    let request = load::request(0, 0, number);
                    store.create(&load::decider(), &request, load::refusal(0, 0, number))
                })
                .collect();
            sent.into_iter()
                .for_each(|pending| drop(pending.wait().unwrap()));
            filled = next;
        }
        let rate = (filled - before) as f64 / start.elapsed().as_secs_f64();
        let mut more = Times(turn(1, |_, number| {
            let request = load::request(1, 1, size * 1_000 + number);
            let new = load::refusal(1, 1, size * 1_000 + number);
            let pending = store.create(&load::decider(), &request, new);
            pending.wait().unwrap();
        }));
        let start = Instant::now();
        let query = Query {
            site: Some("load".to_owned()),
            ..Query::default()
        };
        store.find(&load::decider(), query).wait().unwrap();
        println!(
            "| {} | {size} | {:.2} | {:.2} | {:.2} | {rate:.0} |",
            if postgres { "PostgreSQL" } else { "SQLite" },
            more.at(0.5),
            more.at(0.99),
            start.elapsed().as_secs_f64() * 1e3,
        );
        size *= 10;
    }
}
