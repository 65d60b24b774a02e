//! What the published schema accepts and what the reader accepts.

use serde_json::Value;

use super::read;

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!(
        "../../../../docs/schema/situation.schema.json"
    ))
    .unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn situations_that_are_read_fit_the_schema() {
    let validator = validator();
    for text in [
        r#"{}"#,
        r#"{"at": "2026-11-22", "place": "pl", "profile": "gabinet", "facts": {}}"#,
        r#"{"at": null, "place": null, "profile": ["gabinet"], "facts": null}"#,
        r#"{"facts": {"history.warned": true, "customer": {"age": 17}, "request.object": ["goods"]}}"#,
        r#"{"facts": {"history": {"warned": "nie"}, "customer.age": "16..17", "request": {"object": null}}}"#,
        r#"{"facts": {"customer.age": {"from": 16}, "refusal.reasons": {"includes": ["race"], "excludes": "age"}}}"#,
    ] {
        assert!(read(text).is_ok(), "{text}: {}", read(text).unwrap_err());
        assert!(
            validator.is_valid(&serde_json::from_str(text).unwrap()),
            "{text}"
        );
    }
}

#[test]
fn what_the_schema_refuses_the_reader_refuses() {
    let validator = validator();
    for text in [
        r#"[]"#,
        r#"{"note": "x"}"#,
        r#"{"at": "today"}"#,
        r#"{"at": 2026}"#,
        r#"{"place": ["pl"]}"#,
        r#"{"profile": {"name": "gabinet"}}"#,
        r#"{"profile": ["gabinet", "gabinet"]}"#,
        r#"{"facts": []}"#,
        r#"{"facts": {"customer.age": 17.5}}"#,
        r#"{"facts": {"refusal.reasons": ["race", "race"]}}"#,
        r#"{"facts": {"refusal.reasons": [["race"]]}}"#,
    ] {
        assert!(read(text).is_err(), "{text}");
        assert!(
            !validator.is_valid(&serde_json::from_str(text).unwrap()),
            "{text}"
        );
    }
}
