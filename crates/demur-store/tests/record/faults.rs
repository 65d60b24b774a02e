//! What goes wrong around a database: a clear error, and nothing lost.

use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::kill::{arguments, count, writer};
use crate::support::cluster::{self, outside};
use crate::support::*;
use demur_store::*;

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), &output.stderr].concat();
    String::from_utf8(both).unwrap()
}

on_both! {
    fn a_clock_that_goes_backwards_stops_writing(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        store.create(&decider, &key(), draft()).wait().unwrap();
        place.clock.add(-3_600);
        let error = store.create(&decider, &key(), draft()).wait().unwrap_err();
        assert_eq!(error.code(), "E_CLOCK_BACKWARDS");
        assert!(error.to_string().contains("2026-11-22T09:20:30Z"), "{error}");
        assert_eq!(store.head().wait().unwrap().seq, 1);
        place.clock.add(3_570);
        let late = store.create(&decider, &key(), draft()).wait();
        assert!(late.is_ok(), "half a minute is what machines differ by");
        let entries = store.journal(&actor(Role::Auditor), 0).wait().unwrap();
        assert_eq!(entries[0].utc, entries[1].utc, "and time never goes back in the journal");
        place.clock.add(30);
        store.create(&decider, &key(), draft()).wait().unwrap();
        assert_eq!(store.head().wait().unwrap().seq, 3);
    }

    fn two_processes_share_a_record(place: &Place) {
        drop(place.open());
        let mut children: Vec<_> = (1..=2)
            .map(|round| {
                let mut command = writer();
                arguments(place, &mut command, round, 3);
                let path = std::fs::File::create(place.path(&format!("answers{round}"))).unwrap();
                command.stdout(path).spawn().unwrap()
            })
            .collect();
        std::thread::sleep(Duration::from_millis(2_500));
        let mut answered = 0;
        for (child, round) in children.iter_mut().zip(1..) {
            child.kill().unwrap();
            child.wait().unwrap();
            let answers = std::fs::read_to_string(place.path(&format!("answers{round}"))).unwrap();
            assert!(!answers.contains("failed"), "{answers}");
            let lines: Vec<_> = answers.lines().filter(|line| line.split(' ').count() == 3).collect();
            assert!(lines.len() > 3, "both get on: {answers}");
            answered += lines.len();
        }
        let cases = count(place, "SELECT COUNT(*) FROM demur_case");
        let unanswered = cases - i64::try_from(answered).unwrap();
        assert!((0..=6).contains(&unanswered), "{unanswered} written and not answered");
        place.clock.set(months(START, 60));
        let verified = place.open().verify(&actor(Role::Auditor)).wait().unwrap();
        assert!(matches!(verified, Verified::Intact { .. }), "{verified:?}");
    }

    fn who_holds_the_record_too_long_is_named(place: &Place) {
        let store = place.open();
        let decider = actor(Role::Decider);
        let held = Arc::new(AtomicBool::new(false));
        let (record, flag) = (place.record.clone(), Arc::clone(&held));
        let holder = std::thread::spawn(move || {
            let sql = "UPDATE demur_head SET seq = seq WHERE id = 1";
            let wait = || {
                flag.store(true, Ordering::SeqCst);
                std::thread::sleep(Duration::from_secs(8));
            };
            match &record {
                Location::File(path) => {
                    let database = rusqlite::Connection::open(path).unwrap();
                    database.execute_batch("BEGIN IMMEDIATE").unwrap();
                    database.execute_batch(sql).unwrap();
                    wait();
                    database.execute_batch("ROLLBACK").unwrap();
                }
                server @ Location::Server(_) => {
                    let mut client = outside(server);
                    let mut transaction = client.transaction().unwrap();
                    transaction.batch_execute(sql).unwrap();
                    wait();
                    transaction.rollback().unwrap();
                }
            }
        });
        while !held.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let request = key();
        let error = store.create(&decider, &request, draft()).wait().unwrap_err();
        assert_eq!(error.code(), "E_BUSY");
        assert!(store.find(&decider, Query::default()).wait().is_ok(), "reading goes on");
        holder.join().unwrap();
        store.create(&decider, &request, draft()).wait().unwrap();
        assert_eq!(store.head().wait().unwrap().seq, 1);
    }

    fn the_wrong_master_key_opens_nothing(place: &Place) {
        let store = place.open();
        refuse(&store, "Anna", "anna@example.org");
        drop(store);
        let master = MasterKey::create(&place.path("other.key")).unwrap();
        let error = Store::open(Options { master, ..place.options() }).unwrap_err();
        assert_eq!(error.code(), "E_MASTER_KEY");
        let error = Store::open(Options { keys: place.record.clone(), ..place.options() });
        assert!(matches!(error.unwrap_err(), StoreError::Invalid { field: "keys", .. }));
        assert!(Store::open(place.options()).is_ok());
    }
}

#[test]
fn a_master_key_that_others_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::sqlite();
    let path = place.path("master.key");
    assert!(MasterKey::read(&path).is_ok());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let error = MasterKey::read(&path).unwrap_err();
    assert!(error.to_string().contains("chmod 600"), "{error}");
    assert_eq!(MasterKey::parse("beef").unwrap_err().code(), "E_MASTER_KEY");
    drop(place.open());
    let Location::File(record) = &place.record else {
        panic!()
    };
    let mode = std::fs::metadata(record).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "only the owner reads the record");
}

#[test]
fn a_full_disk_loses_nothing_on_sqlite() {
    let place = Place::sqlite();
    let disk = place.path("disk");
    std::fs::create_dir(&disk).unwrap();
    let record = Location::File(disk.join("record.db"));
    let keys = Location::File(disk.join("keys.db"));
    let small = Place {
        record,
        keys,
        ..place
    };
    // A disk of a few megabytes with some ballast, in a mount namespace that ends with the writer.
    let script = "mount -t tmpfs -o size=6m tmpfs \"$1\" && \
        head -c 1000000 /dev/zero > \"$1/ballast\" && shift && exec \"$@\"";
    let mut inner = writer();
    arguments(&small, &mut inner, 1, 4);
    let mut command = Command::new("unshare");
    command
        .args(["--map-root-user", "--mount", "sh", "-c", script, "sh"])
        .arg(&disk);
    command
        .arg(inner.get_program())
        .args(inner.get_args())
        .arg(disk.join("ballast"));
    let said = said(
        &command
            .output()
            .expect("unshare of util-linux is needed for this test"),
    );
    assert!(said.contains("failed E_DISK_FULL"), "{said}");
    let recovered = said
        .lines()
        .find_map(|line| line.strip_prefix("recovered "));
    let answers = said.lines().filter(|line| {
        line.split(' ')
            .nth(2)
            .is_some_and(|word| word.starts_with("LOAD"))
    });
    assert_eq!(
        recovered.map(str::to_owned),
        Some(answers.count().to_string()),
        "{said}"
    );
}

#[test]
fn a_full_disk_loses_nothing_on_postgres() {
    let place = Place::postgres();
    let store = place.open();
    let decider = actor(Role::Decider);
    let before = store.create(&decider, &key(), draft()).wait().unwrap();
    let mut admin = outside(&place.record);
    let fault = "CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS \
        $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$; \
        CREATE TRIGGER no_space BEFORE INSERT ON demur_event EXECUTE FUNCTION no_space()";
    admin.batch_execute(fault).unwrap();
    let request = key();
    let error = store
        .create(&decider, &request, draft())
        .wait()
        .unwrap_err();
    assert_eq!(error.code(), "E_DISK_FULL");
    assert_eq!(store.head().wait().unwrap().seq, 1);
    admin
        .batch_execute("DROP TRIGGER no_space ON demur_event")
        .unwrap();
    store.create(&decider, &request, draft()).wait().unwrap();
    assert!(store.show(&decider, &before.case).wait().is_ok());
    assert_eq!(count(&place, "SELECT COUNT(*) FROM demur_case"), 2);
}

/// The program as somebody who may read and not write.
#[test]
fn a_file_that_takes_no_changes_says_so() {
    let place = Place::sqlite();
    let store = place.open();
    let before = store
        .create(&actor(Role::Decider), &key(), draft())
        .wait()
        .unwrap();
    drop(store);
    // The file as a mount that only reads: root, too, is turned down.
    let script =
        "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && shift && exec \"$@\"";
    let mut inner = writer();
    arguments(&place, &mut inner, 1, 1);
    let mut command = Command::new("unshare");
    command
        .args(["--map-root-user", "--mount", "sh", "-c", script, "sh"])
        .arg(place.dir.path());
    command.arg(inner.get_program()).args(inner.get_args());
    let said = said(&command.output().unwrap());
    assert!(said.contains("failed E_READ_ONLY"), "{said}");
    let store = place.open();
    assert!(
        store
            .show(&actor(Role::Decider), &before.case)
            .wait()
            .is_ok()
    );
    assert_eq!(count(&place, "SELECT COUNT(*) FROM demur_case"), 1);
}

#[test]
fn a_server_that_takes_no_changes_says_so() {
    let place = Place::postgres();
    drop(place.open());
    let Location::Server(url) = &place.record else {
        panic!()
    };
    let url = url.replace(
        "options=",
        "options=-cdefault_transaction_read_only%3Don%20",
    );
    let options = Options {
        record: Location::Server(url),
        ..place.options()
    };
    let store = Store::open(options).unwrap();
    let error = store
        .create(&actor(Role::Decider), &key(), draft())
        .wait()
        .unwrap_err();
    assert_eq!(error.code(), "E_READ_ONLY");
    assert_eq!(count(&place, "SELECT COUNT(*) FROM demur_case"), 0);
}

#[test]
fn backends_that_are_ended_lose_nothing() {
    let place = Place::postgres();
    let store = place.open();
    let decider = actor(Role::Decider);
    let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
        WHERE pid <> pg_backend_pid() AND query LIKE '%demur_%'";
    let ended = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&ended);
    let schema = outside(&place.record)
        .query_one("SELECT current_schema()::text", &[])
        .unwrap();
    let schema: String = schema.get(0);
    // Only this test's connections: they are the ones that look at this schema.
    let own = place.record.clone();
    let killer = std::thread::spawn(move || {
        let mut client = outside(&own);
        let pids = format!("{sql} AND application_name = '{schema}'");
        for _ in 0..15 {
            client.batch_execute(&pids).unwrap();
            std::thread::sleep(Duration::from_millis(40));
        }
        flag.store(true, Ordering::SeqCst);
    });
    let mut answered = 0;
    while !ended.load(Ordering::SeqCst) {
        let asked: Vec<_> = (0..8)
            .map(|_| store.create(&decider, &key(), draft()))
            .collect();
        for pending in asked {
            answered += i64::from(pending.wait().is_ok());
        }
    }
    killer.join().unwrap();
    assert_eq!(
        count(&place, "SELECT COUNT(*) FROM demur_case"),
        answered,
        "none twice"
    );
    let verified = store.verify(&actor(Role::Auditor)).wait().unwrap();
    assert!(matches!(verified, Verified::Intact { .. }), "{verified:?}");
}

/// Passes everything on to the cluster, until it is cut.
struct Wire {
    cut: Arc<AtomicBool>,
}

impl Wire {
    fn between(folder: &std::path::Path) -> Self {
        let cut = Arc::new(AtomicBool::new(false));
        let listener = UnixListener::bind(folder.join(".s.PGSQL.5432")).unwrap();
        let flag = Arc::clone(&cut);
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(std::result::Result::ok) {
                if flag.load(Ordering::SeqCst) {
                    continue;
                }
                let server = UnixStream::connect(cluster::socket()).unwrap();
                let back = (server.try_clone().unwrap(), client.try_clone().unwrap());
                for (from, to) in [(client, server), back] {
                    let flag = Arc::clone(&flag);
                    std::thread::spawn(move || pass(from, to, &flag));
                }
            }
        });
        Self { cut }
    }
}

fn pass(mut from: UnixStream, mut to: UnixStream, cut: &AtomicBool) {
    from.set_read_timeout(Some(Duration::from_millis(20)))
        .unwrap();
    let mut buffer = [0; 65_536];
    while !cut.load(Ordering::SeqCst) {
        match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => {
                if to.write_all(&buffer[..read]).is_err() {
                    break;
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => break,
        }
    }
    let _gone = (
        from.shutdown(std::net::Shutdown::Both),
        to.shutdown(std::net::Shutdown::Both),
    );
}

#[test]
fn a_lost_connection_is_told_and_made_again() {
    let mut place = Place::postgres();
    let wire = Wire::between(place.dir.path());
    let direct = place.record.clone();
    let Location::Server(url) = &direct else {
        panic!()
    };
    let (before, rest) = url.split_once("host=").unwrap();
    let rest = rest.split_once('&').unwrap().1;
    place.record = Location::Server(format!(
        "{before}host={}&{rest}",
        place.dir.path().display()
    ));
    let store = place.open();
    let decider = actor(Role::Decider);
    store.create(&decider, &key(), draft()).wait().unwrap();
    wire.cut.store(true, Ordering::SeqCst);
    std::thread::sleep(Duration::from_millis(60));
    let request = key();
    let error = store
        .create(&decider, &request, draft())
        .wait()
        .unwrap_err();
    assert_eq!(error.code(), "E_CONNECTION_LOST");
    assert_eq!(
        store
            .find(&decider, Query::default())
            .wait()
            .unwrap_err()
            .code(),
        "E_CONNECTION_LOST"
    );
    wire.cut.store(false, Ordering::SeqCst);
    store.create(&decider, &request, draft()).wait().unwrap();
    assert_eq!(
        store
            .find(&decider, Query::default())
            .wait()
            .unwrap()
            .cases
            .len(),
        2
    );
    place.record = direct;
    assert_eq!(count(&place, "SELECT COUNT(*) FROM demur_case"), 2);
}
