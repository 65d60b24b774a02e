//! The schema is closed: these columns, and no others.

use std::collections::BTreeMap;

use crate::support::cluster::outside;
use crate::support::*;
use demur_store::*;

/// Tables with their columns, as the database itself tells them.
fn columns(location: &Location) -> BTreeMap<String, Vec<String>> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |table: String, column: String| tables.entry(table).or_default().push(column);
    match location {
        Location::File(path) => {
            let database = rusqlite::Connection::open(path).unwrap();
            let sql = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c \
                WHERE m.type = 'table' ORDER BY 1, 2";
            let mut statement = database.prepare(sql).unwrap();
            let rows = statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap();
            rows.for_each(|row| {
                let (table, column) = row.unwrap();
                add(table, column);
            });
        }
        Location::Server(_) => {
            let sql = "SELECT table_name::text, column_name::text FROM information_schema.columns \
                WHERE table_schema = current_schema() ORDER BY 1, 2";
            for row in outside(location).query(sql, &[]).unwrap() {
                add(row.get(0), row.get(1));
            }
        }
    }
    tables
}

/// Everything that the record and its keys have a place for.
const CLOSED: &[(&str, &str)] = &[
    (
        "demur_case",
        "adjustment_offered against_must_serve band basis choice class commitment \
        confirmed_by created_by day deadline deadline_kind decided_by decided_role deviation ground \
        identity key_id lawbook minor month number on_hold opinion purpose retention_rule runs_until \
        seconds site situation skeleton state tier_a_until tier_b_until verdict version",
    ),
    (
        "demur_event",
        "band case_number data day kind month nr role salt seq",
    ),
    ("demur_head", "hash id seq utc"),
    (
        "demur_hold",
        "author case_number ended fact fact_day nr review_by set_day",
    ),
    (
        "demur_journal",
        "actor case_number event hash object role seq utc",
    ),
    ("demur_key", "case_number key_id tombstone wrapped"),
    ("demur_lookup", "case_number tag"),
    ("demur_meta", "name value"),
    ("demur_request", "body case_number day fingerprint request"),
    ("demur_sealed", "body case_number due kind part superseded"),
    ("demur_secret", "name number wrapped"),
    (
        "demur_statistic",
        "cases choice class ground month site verdict",
    ),
];

on_both! {
    fn pr_05_the_schema_is_closed(place: &Place) {
        drop(place.open());
        let mut tables = columns(&place.record);
        tables.extend(columns(&place.keys));
        let closed = CLOSED.iter().map(|(table, columns)| {
            let columns = columns.split_whitespace().map(str::to_owned).collect();
            ((*table).to_owned(), columns)
        });
        assert_eq!(tables, closed.collect::<BTreeMap<String, Vec<String>>>());
        for name in tables.iter().flat_map(|(table, columns)| columns.iter().chain([table])) {
            assert!(!is_denied(name), "{name}");
        }
    }

    fn pr_04_no_way_from_or_to_other_data(place: &Place) {
        let store = place.open();
        refuse(&store, "Anna", "anna@example.org");
        // No operation lists people: only who names a contact learns what is held about it, and
        // lists and counts have no contact in them.
        for role in Role::ALL {
            let who = actor(*role);
            let page = store.find(&who, Query::default()).wait();
            let counts = store.statistics(&who, vec![Dimension::Site], None).wait();
            let listed = serde_json::to_string(&(page.ok(), counts.ok())).unwrap();
            for value in ["Anna", "anna@example.org"] {
                assert!(!listed.contains(value), "{role}");
            }
        }
        let purposes: Vec<_> = Purpose::ALL.iter().map(|purpose| purpose.as_str()).collect();
        let marketing = ["marketing", "scoring", "pricing", "profiling"];
        assert!(purposes.iter().all(|purpose| !marketing.contains(purpose)));
        let foreign = match &place.record {
            Location::File(path) => {
                let database = rusqlite::Connection::open(path).unwrap();
                let sql = "SELECT COUNT(*) FROM sqlite_master m, pragma_foreign_key_list(m.name)";
                database.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
            }
            server @ Location::Server(_) => {
                let sql = "SELECT COUNT(*) FROM pg_constraint WHERE contype = 'f' \
                    AND connamespace = current_schema()::regnamespace";
                outside(server).query_one(sql, &[]).unwrap().get(0)
            }
        };
        assert_eq!(foreign, 0, "no table points at another system's");
    }
}

/// What can be written by name anywhere, in any document of the interface.
#[test]
fn pr_05_no_word_of_the_interface_is_denied() {
    let mut words: Vec<&str> = Vec::new();
    macro_rules! all {
        ($($list:ident)+) => { $(words.extend($list::ALL.iter().map(|value| value.as_str()));)+ };
    }
    all!(RecordClass LawfulBasis Purpose State Choice Deviation Outcome EventKind Channel Role Part
        HoldFact EraseReason ReviewOutcome Dimension Profile);
    for word in words {
        assert!(!is_denied(word), "{word}");
    }
    let mut keys = Vec::new();
    let new = serde_json::to_value(refusal("Anna", "anna@example.org")).unwrap();
    collect(&new, &mut keys);
    assert!(keys.len() > 30);
    for key in keys {
        assert!(!is_denied(&key), "{key}");
    }
    for denied in [
        "date_of_birth",
        "pesel",
        "risk_score",
        "geschlecht",
        "plec",
        "customer.religion",
    ] {
        assert!(is_denied(denied), "{denied}");
    }
}

fn collect(value: &serde_json::Value, keys: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                keys.push(key.clone());
                collect(value, keys);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| collect(value, keys)),
        _ => {}
    }
}

/// Serialised cases hold no characteristic, whatever is put in.
#[test]
fn pr_07_a_thousand_case_files_hold_no_characteristic() {
    let place = Place::sqlite();
    let store = place.open();
    let decider = actor(Role::Decider);
    let values = [
        "muslim",
        "woman",
        "polish",
        "homosexual",
        "wheelchair",
        "1990-04-17",
    ];
    let mut accepted = 0;
    for number in 0..1_000_usize {
        let mut new = refusal("Anna", "anna@example.org");
        let value = values[number % values.len()];
        match number % 4 {
            0 => new.situation["facts"]["customer.religion"] = value.into(),
            1 => new.situation["facts"]["conduct.note"] = format!("the {value} one").into(),
            2 => {
                let decision = new.decision.as_mut().unwrap();
                decision.grounds_tested[0].ground = value.to_owned();
            }
            _ => {}
        }
        let answer = store.create(&decider, &key(), new).wait();
        accepted += usize::from(answer.is_ok());
        if let Ok(receipt) = answer {
            let file = store.show(&decider, &receipt.case).wait().unwrap();
            let text = serde_json::to_string(&file).unwrap().to_lowercase();
            assert!(values.iter().all(|value| !text.contains(value)), "{text}");
        }
    }
    assert_eq!(accepted, 250);
}
