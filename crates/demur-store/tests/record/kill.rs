//! Killed in the middle of writing, again and again: what was answered is there, once.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::cluster::outside;
use crate::support::*;
use demur_store::*;

/// How often, unless told by `DEMUR_KILLS`.
const KILLS: u32 = 50;
const WRITERS: usize = 8;

/// Cargo builds examples with the tests, in a folder beside theirs.
pub(crate) fn writer() -> Command {
    let test = std::env::current_exe().unwrap();
    let folder: PathBuf = test.parent().unwrap().parent().unwrap().join("examples");
    let program = folder.join("writer");
    assert!(
        program.exists(),
        "build it with: cargo test -p demur-store --examples"
    );
    Command::new(program)
}

pub(crate) fn arguments(place: &Place, command: &mut Command, round: u32, writers: usize) {
    let name = |location: &Location| match location {
        Location::File(path) => path.display().to_string(),
        Location::Server(url) => url.clone(),
    };
    let master = place.path("master.key");
    command.args([name(&place.record), name(&place.keys)]);
    command
        .arg(master)
        .arg(round.to_string())
        .arg(writers.to_string());
}

/// Rows of a table, counted from outside.
pub(crate) fn count(place: &Place, sql: &str) -> i64 {
    match &place.record {
        Location::File(path) => {
            let database = rusqlite::Connection::open(path).unwrap();
            database.query_row(sql, [], |row| row.get(0)).unwrap()
        }
        server @ Location::Server(_) => outside(server).query_one(sql, &[]).unwrap().get(0),
    }
}

/// Answers of one round: the case of each request.
type Answers = BTreeMap<(usize, u64), String>;

/// Kills some time after the first answer, and reads to the end what was answered.
fn kill_at_random(child: &mut Child, delay: Duration) -> Answers {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut answers = Answers::new();
    let mut take = |line: String| {
        let words: Vec<&str> = line.split(' ').collect();
        let [writer, number, case] = words[..] else {
            assert!(!line.starts_with("failed"), "{line}");
            // The last line may have been cut off in the middle.
            return;
        };
        answers.insert(
            (writer.parse().unwrap(), number.parse().unwrap()),
            case.to_owned(),
        );
    };
    take(lines.next().expect("it answers").unwrap());
    let pid = child.id();
    let killer = std::thread::spawn(move || {
        std::thread::sleep(delay);
        Command::new("kill")
            .args(["-KILL", &pid.to_string()])
            .status()
            .unwrap()
    });
    lines.map_while(std::result::Result::ok).for_each(take);
    assert!(killer.join().unwrap().success());
    child.wait().unwrap();
    answers
}

fn round(place: &Place, number: u32) -> usize {
    let mut command = writer();
    arguments(place, &mut command, number, WRITERS);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let delay = u64::from(number) * 7_919 % 120;
    let answers = kill_at_random(&mut child, Duration::from_millis(delay));

    // Nobody knows whether the request after the last answer arrived, so it is sent again.
    let options = {
        let name = place.path("master.key");
        let location = |location: &Location| match location {
            Location::File(path) => path.display().to_string(),
            Location::Server(url) => url.clone(),
        };
        load::options(&location(&place.record), &location(&place.keys), &name)
    };
    let store = Store::open(options).unwrap();
    let decider = load::decider();
    let again = (0..WRITERS).map(|writer| {
        let last = answers.range((writer, 0)..(writer + 1, 0)).next_back();
        let next = last.map_or(0, |((_, number), _)| number + 1);
        let request = load::request(number, writer, next);
        store.create(&decider, &request, load::refusal(number, writer, next))
    });
    let again: Vec<_> = again.collect();
    for pending in again {
        pending.wait().unwrap();
    }
    // The answers of before are given again, with the same case.
    for ((writer, sent), case) in answers.iter().step_by(7) {
        let request = load::request(number, *writer, *sent);
        let new = load::refusal(number, *writer, *sent);
        assert_eq!(
            store.create(&decider, &request, new).wait().unwrap().case,
            *case
        );
    }
    let like = format!("SELECT COUNT(*) FROM demur_request WHERE request LIKE 'round-{number}-%'");
    let sent = answers.len() + WRITERS;
    assert_eq!(
        count(place, &like),
        i64::try_from(sent).unwrap(),
        "round {number}"
    );
    sent
}

on_both! {
    fn killed_at_random_nothing_answered_is_lost(place: &Place) {
        let kills = std::env::var("DEMUR_KILLS").ok().and_then(|text| text.parse().ok());
        let kills = kills.unwrap_or(KILLS);
        drop(place.open());
        // The record's clock is the machine's here.
        let mut sent = 0;
        for number in 1..=kills {
            sent += round(place, number);
        }
        let cases = count(place, "SELECT COUNT(*) FROM demur_case");
        assert_eq!(cases, i64::try_from(sent).unwrap(), "none lost, none twice");
        for (what, each) in [("decided", 1), ("opened", 1)] {
            let sql = format!("SELECT COUNT(*) FROM demur_journal WHERE event = '{what}'");
            assert_eq!(count(place, &sql), cases * each, "{what}");
        }
        place.clock.set(months(START, 60));
        let store = place.open();
        let verified = store.verify(&actor(Role::Auditor)).wait().unwrap();
        assert!(matches!(verified, Verified::Intact { .. }), "{verified:?}");
        println!("{kills} kills, {sent} decisions");
    }
}
