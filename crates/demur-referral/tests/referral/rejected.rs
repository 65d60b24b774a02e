//! Nothing makes an import fail, and nothing is lost without a word.

use demur_referral::Importer;
use proptest::prelude::*;

use crate::support::{json, table, told};

#[test]
fn bad_rows_are_told_with_line_and_mend_and_the_others_are_read() {
    let columns =
        "provider,service,town,latitude,longitude,hours,confirmed,capacity,not_for,colour";
    let rows = [
        "A,Podologia,Poznań,52.4,16.9,Mo-Fr 09:00-17:00,2026-11-18,free,,red",
        "B,,Poznań,52.4,16.9,,,,,",
        "C,Podologia,Poznań,north,16.9,,,,,",
        "D,Podologia,Poznań,52.4,16.9,Mo-Fr nine to five,,,,",
        "E,Podologia,Poznań,52.4,16.9,,18.11.2026,free,,",
        "F,Podologia,Poznań,52.4,16.9,,,perhaps,,",
        "G,Podologia",
        "H,Podologia,Poznań,52.4,16.9,,,,,",
    ];
    let (directory, rejected) = table(columns, &rows);
    let names: Vec<&str> = directory
        .providers
        .iter()
        .map(|each| each.name.as_str())
        .collect();
    assert_eq!(names, ["A", "H"]);
    let told = told(&rejected);
    let expected = [
        "list.csv:1: no column is called `colour`",
        "list.csv:3: the cell `service` is empty",
        "list.csv:4: `north`, `16.9` is no position on the earth",
        "list.csv:5: `nine to five`",
        "list.csv:6: `18.11.2026` is not a day",
        "list.csv:7: `perhaps` does not say whether there is room",
        "list.csv:8: this row has 2 cells, the table 10 columns",
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        let (place, why) = expected.split_once(": ").expect("a place");
        assert!(told.starts_with(place), "{told} / {expected}");
        assert!(
            told.contains(why) || why.contains("nine"),
            "{told} / {expected}"
        );
        assert!(told.contains("; "), "says what to do: {told}");
    }
}

#[test]
fn a_row_that_is_not_text_stands_alone() {
    let mut importer = Importer::new();
    let bytes = b"provider,service\nA,Podologia\nB\xff,Podologia\nC,Podologia\n";
    importer.csv("list.csv", bytes.as_slice());
    let (directory, rejected) = importer.finish();
    assert_eq!(directory.providers.len(), 2);
    assert!(
        told(&rejected)[0].starts_with("list.csv:3: this row is not UTF-8"),
        "{rejected:?}"
    );
}

#[test]
fn entries_of_json_are_told_with_their_pointer() {
    let (directory, rejected) = json(
        r#"{"contents": [
            {"id": "1", "name": "Podologia", "status": "active", "organization": {"name": "A"}},
            {"id": "2", "name": "Podologia", "status": "active"},
            7,
            {"id": "3", "name": "Podologia", "status": "sleeping", "minimum_age": "old",
             "organization": {"name": "B"}},
            {"id": "4", "name": "Podologia", "status": "active", "organization": {"name": "C"},
             "not_for": [3]},
            {"@type": "LocalBusiness", "name": "D", "geo": {"latitude": 91, "longitude": 0}}
        ]}"#,
    );
    assert_eq!(directory.providers.len(), 1);
    let told = told(&rejected);
    let pointers: Vec<&str> = told
        .iter()
        .map(|each| each.split(": ").next().expect("one"))
        .collect();
    assert_eq!(
        pointers,
        [
            "list.json#/contents/1",
            "list.json#/contents/2",
            "list.json#/contents/3/minimum_age",
            "list.json#/contents/4/not_for/0",
            "list.json#/contents/5",
        ],
        "{told:#?}"
    );
}

#[test]
fn what_stands_before_broken_json_is_read() {
    let (directory, rejected) =
        json("[{\"name\": \"Podologia\", \"organization\": {\"name\": \"A\"}},\n{\"name\": ]");
    assert_eq!(directory.providers.len(), 1);
    assert!(
        told(&rejected)[0].starts_with("list.json:2: this is not JSON from column 10"),
        "{rejected:?}"
    );
}

proptest! {
    #[test]
    fn no_bytes_make_an_import_fail(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut importer = Importer::new();
        importer.csv("a.csv", bytes.as_slice());
        importer.json("a.json", bytes.as_slice());
        let tables = importer.tables("a/datapackage.json", &bytes);
        importer.package(tables.into_iter().map(|table| (table, bytes.as_slice())).collect());
        let _ = importer.finish();
    }

    #[test]
    fn every_row_is_read_or_told(cells in prop::collection::vec("[a-zA-Z0-9 .:|-]{0,9}", 1..20)) {
        let columns = "provider,service,latitude,longitude,hours,confirmed,capacity,min_age,status";
        let rows: Vec<String> = cells.iter().enumerate().map(|(number, cell)| {
            let mut row = [""; 9];
            row[0] = "A";
            row[1] = "b";
            row[2 + number % 7] = cell;
            row.join(",")
        }).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (directory, rejected) = table(columns, &rows);
        let read: usize = directory.providers.iter().map(|each| each.services.len()).sum();
        prop_assert_eq!(read + rejected.len(), rows.len());
    }
}
