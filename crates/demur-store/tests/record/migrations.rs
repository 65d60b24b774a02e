//! Records of every earlier version open, with everything that was in them.

use crate::chain::tamper;
use crate::support::*;
use demur_store::*;

const STEPS: &[&str] = &[
    concat!(
        include_str!("../../migrations/0001_case_files.sql"),
        "INSERT INTO demur_meta VALUES ('schema', '1'), ('tombstones', '0');"
    ),
    concat!(
        include_str!("../../migrations/0002_retention.sql"),
        "UPDATE demur_meta SET value = '2' WHERE name = 'schema';"
    ),
];

const CASE: &str = "INSERT INTO demur_head (id, seq, hash, utc) VALUES (1, 0, EMPTY, 0);
    INSERT INTO demur_case (number, version, state, site, class, basis, purpose, retention_rule,
        month, day, band, ground, verdict, choice, decided_role, deviation, against_must_serve,
        minor, identity, lawbook, situation, opinion)
    VALUES ('SHOP1-2024-00000001', 2, 'decided', 'shop1', 'r2', 'legitimate_interest',
        'answer_and_appeal', 'pl.r2', 'MONTH', 'MONTH-17', 3, 'misconduct', 'may_refuse', 'refuse',
        'decider', 'none', 0, 0, 'sealed', '5f1c', '{\"place\":\"pl\"}', '{\"verdict\":\"may_refuse\"}');";

fn old_record(place: &Place, version: usize, month: &str) {
    if let Location::File(path) = &place.record {
        drop(rusqlite::Connection::open(path).unwrap());
    }
    let empty = if place.is_postgres() { "''" } else { "x''" };
    tamper(place, STEPS[0]);
    tamper(place, &CASE.replace("EMPTY", empty).replace("MONTH", month));
    for step in &STEPS[1..version] {
        tamper(place, step);
    }
}

on_both! {
    fn every_earlier_version_comes_up_to_date(place: &Place) {
        let mut place = Place { record: place.record.clone(), ..Place::sqlite() };
        for version in 1..=STEPS.len() {
            old_record(&place, version, "2026-10");
            let store = place.open();
            let decider = actor(Role::Decider);
            let file = store.show(&decider, "SHOP1-2024-00000001").wait().unwrap();
            assert_eq!((file.version, file.choice.as_deref()), (2, Some("refuse")));
            assert_eq!(file.texts_until.unwrap().to_string(), "2027-04-28");
            assert_eq!(file.skeleton_until.to_string(), "2029-10-28");
            let receipt = refuse(&store, "Anna", "anna@example.org");
            assert_eq!(receipt.seq, 3, "and it goes on");
            drop(store);
            assert!(Store::open_replayed(place.options()).is_ok(), "a second time");
            place.record = place.another(&format!("after{version}.db"));
            place.keys = place.another(&format!("keys{version}.db"));
        }
    }

    fn periods_of_old_records_are_days_of_the_calendar(place: &Place) {
        let mut place = Place { record: place.record.clone(), ..Place::sqlite() };
        let ends = [("2026-01", "2026-07-28"), ("2026-04", "2026-10-28"), ("2026-06", "2026-12-28"),
            ("2026-07", "2027-01-28"), ("2026-12", "2027-06-28")];
        for (month, end) in ends {
            old_record(&place, 1, month);
            let store = place.open();
            let file = store.show(&actor(Role::Decider), "SHOP1-2024-00000001").wait().unwrap();
            assert_eq!(file.texts_until.unwrap().to_string(), end, "{month}");
            drop(store);
            place.record = place.another(&format!("{month}.db"));
            place.keys = place.another(&format!("keys-{month}.db"));
        }
    }

    fn a_newer_record_is_left_alone(place: &Place) {
        drop(place.open());
        tamper(place, "UPDATE demur_meta SET value = '99' WHERE name = 'schema'");
        let error = Store::open(place.options()).unwrap_err();
        assert_eq!(error, StoreError::SchemaNewer { found: 99, known: 3 });
    }
}
