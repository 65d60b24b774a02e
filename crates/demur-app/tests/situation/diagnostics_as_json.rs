//! Diagnostics as programs get them.

use demur_app::{diagnostic_json, situation};
use demur_syntax::Sources;
use serde_json::json;

use super::{defaults, lawbook};

fn document(bytes: &[u8]) -> serde_json::Value {
    let mut sources = Sources::default();
    let found = situation::read(
        &mut sources,
        "situation.yaml",
        bytes,
        &lawbook(),
        &defaults(),
    );
    let found = found.unwrap_err();
    serde_json::to_value(diagnostic_json::document(&found[0], &sources)).unwrap()
}

#[test]
fn places_are_counted_in_lines_and_characters() {
    let text = "# żółw\nfacts: {żółw: 1, history.warned: no, history.warned: yes}\n";
    assert_eq!(
        document(text.as_bytes()),
        json!({
            "code": "S005", "severity": "error", "message": "there is no fact `żółw`",
            "path": "situation.yaml", "line": 2, "column": 9, "end_line": 2, "end_column": 13,
            "label": "no fact has this name", "related": [],
            "help": ["`demur facts` lists all facts"],
        })
    );
}

#[test]
fn related_places_have_the_same_shape() {
    let found = document(b"at: 2026-11-22\nat: 2026-11-22\n");
    assert_eq!(
        found["related"],
        json!([{
            "path": "situation.yaml", "line": 1, "column": 1, "end_line": 1, "end_column": 3,
            "label": "first here",
        }])
    );
}

#[test]
fn a_whole_input_has_no_place() {
    let found = document(&vec![b' '; situation::MAX_BYTES + 1]);
    assert_eq!(found["code"], "S002");
    assert_eq!(
        (&found["path"], &found["line"], &found["label"]),
        (&json!(null), &json!(null), &json!(null))
    );
}
