//! The lawbook as JSON: it fits its published schema, and says what the lawbook says.

#![expect(
    clippy::unwrap_used,
    reason = "in a helper of a test as in a test: what is not there stops it"
)]

use std::collections::BTreeMap;

use demur_app::export::{self, Scope};
use demur_app::library::{self, Library};
use demur_lawbook::Cells;
use demur_testkit::reference;
use jiff::civil::date;
use serde_json::Value;

fn library() -> Library {
    library::load(None, None).unwrap()
}

fn exported(library: &Library, day: Option<jiff::civil::Date>, scope: &Scope) -> Value {
    let text = serde_json::to_string(&export::json(&library.lawbook, day, scope)).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn the_whole_library_fits_the_schema() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../docs/schema/lawbook.schema.json")).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let library = library();
    let mut document = exported(&library, None, &Scope::default());
    let errors: Vec<String> = validator
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, [""; 0]);
    document["norms"][0]["effect"]["does"] = "permit_serving".into();
    assert!(!validator.is_valid(&document));
}

#[test]
fn a_scope_leaves_norms_out_and_changes_none() {
    let library = library();
    let lawbook = &library.lawbook;
    let all = exported(&library, None, &Scope::default());
    assert_eq!(all["norms"].as_array().unwrap().len(), lawbook.norms.len());
    let day = date(2026, 11, 22);
    let scope = Scope::in_place(lawbook, "eu").unwrap();
    let some = exported(&library, Some(day), &scope);
    let some = some["norms"].as_array().unwrap();
    assert!(some.iter().all(|norm| norm["pack"] != "pl"));
    let mut kept = 0;
    for norm in some {
        let versions = all["norms"].as_array().unwrap().iter();
        kept += versions
            .filter(|each| {
                ["norm", "from", "when", "unless", "effect", "cite"]
                    .iter()
                    .all(|key| each[key] == norm[key])
            })
            .count();
    }
    assert_eq!(kept, some.len());
}

/// A reader of the JSON that knows nothing of lawbooks.
fn holds(condition: &Value, facts: &BTreeMap<String, Value>, day: &str) -> bool {
    let parts = |key: &str| condition[key].as_array().cloned();
    if let Some(all) = parts("all") {
        return all.iter().all(|part| holds(part, facts, day));
    }
    if let Some(any) = parts("any") {
        return any.iter().any(|part| holds(part, facts, day));
    }
    if let Some(during) = condition.get("during") {
        return during["from"].as_str().is_none_or(|from| from <= day)
            && during["to"].as_str().is_none_or(|to| day < to);
    }
    let value = &facts[condition["fact"].as_str().unwrap()];
    if let Some(is) = condition.get("is") {
        value == is
    } else if let Some(among) = parts("in") {
        among.contains(value)
    } else if let Some(element) = condition.get("includes") {
        value.as_array().unwrap().contains(element)
    } else if let Some(element) = condition.get("excludes") {
        !value.as_array().unwrap().contains(element)
    } else {
        let number = value.as_i64().unwrap();
        let inside = |range: &Value| {
            range[0].as_i64().unwrap() <= number && number <= range[1].as_i64().unwrap()
        };
        condition["between"].as_array().unwrap().iter().any(inside)
    }
}

/// Every norm is made to hold as far as its variables go one by one, and the JSON must
/// say of it what the reference says of the lawbook.
#[test]
fn another_reader_finds_the_same_norms() {
    let library = library();
    let lawbook = &library.lawbook;
    let document = exported(&library, None, &Scope::default());
    let norms = document["norms"].as_array().unwrap();
    let day = date(2026, 11, 22);
    let mut held = 0;
    for (_, target) in lawbook.norms.iter() {
        let mut world = vec![0; lawbook.variables.len()];
        target.when.each_variable(&mut |variable, cells: Cells| {
            let cell = cells.iter().next().unwrap_or(0);
            world[demur_lawbook::Id::position(variable)] = cell;
        });
        let facts = lawbook.facts.iter().map(|(_, fact)| {
            let cell =
                |variable: &demur_lawbook::VarId| world[demur_lawbook::Id::position(*variable)];
            let first = fact.variables.first().map_or(0, cell);
            let names = fact.domain.values().iter().map(|value| value.name.as_str());
            let value = match &fact.domain {
                demur_lawbook::Domain::Bool => Value::from(first == 1),
                demur_lawbook::Domain::OneOf(values) => values
                    .get(first)
                    .map_or(Value::Null, |value| Value::from(value.name.as_str())),
                demur_lawbook::Domain::SomeOf(_) => names
                    .zip(&fact.variables)
                    .filter(|(_, variable)| cell(variable) == 1)
                    .map(|(name, _)| Value::from(name))
                    .collect(),
                demur_lawbook::Domain::Int { cells, .. } => Value::from(cells[first]),
            };
            (fact.name.clone(), value)
        });
        let facts: BTreeMap<String, Value> = facts.collect();
        let expected = reference::holding(lawbook, day, &world);
        held += expected.len();
        let today = day.to_string();
        for ((id, _), norm) in lawbook.norms.iter().zip(norms) {
            let in_force = norm["from"]
                .as_str()
                .is_none_or(|from| from <= today.as_str())
                && norm["to"].as_str().is_none_or(|to| today.as_str() < to);
            let mut unless = norm["unless"].as_array().unwrap().iter();
            let applies = in_force
                && holds(&norm["when"], &facts, &today)
                && !unless.any(|each| holds(each, &facts, &today));
            assert_eq!(applies, expected.contains(&id), "{}", norm["norm"]);
        }
    }
    assert!(held > lawbook.norms.len(), "{held}");
}
