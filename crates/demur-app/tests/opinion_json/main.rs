//! Opinions as JSON, held against the published schema.

#![expect(
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "what breaks in a helper of the tests should stop the test"
)]

mod library;
mod random_packs;
mod shape;
mod verdicts;

use demur_app::opinion_json;
use demur_engine::{Engine, Opinion, Situation};
use demur_lawbook::{Answer, Lawbook, PackFile};
use demur_syntax::tree::Lang;
use jiff::civil::date;
use serde_json::Value;

const FACTS: &str = include_str!("facts.md");
const ACT: &str = include_str!("act.md");
const POLICY: &str = include_str!("policy.md");

fn pack(id: &str, layer: &str, place: &str) -> PackFile {
    let text = format!(
        "---\npack: {id}\nlayer: {layer}\nplace: {place}\nversion: 2026.11.1\ntitle-en: {id}\ntitle-pl: {id}\n---\n# {id}\n"
    );
    PackFile {
        path: format!("{id}/pack.md"),
        text,
    }
}

/// A lawbook in which every verdict can be reached.
fn lawbook() -> Lawbook {
    let file = |path: &str, text: &str| PackFile {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let files = vec![
        pack("pl", "law", "pl"),
        file("pl/facts.md", FACTS),
        file("pl/act.md", ACT),
        pack("firm", "house", "any"),
        file("firm/policy.md", POLICY),
    ];
    let compiled = demur_lawbook::compile(files);
    compiled
        .lawbook
        .unwrap_or_else(|| panic!("{:#?}", compiled.diagnostics))
}

/// The opinion when these yes-or-no facts are known and the reasons are `reasons`.
fn decide(lawbook: &Lawbook, yes: &[&str], no: &[&str], reasons: Option<usize>) -> Opinion {
    let mut situation =
        Situation::on(date(2026, 11, 22)).with(lawbook.place, Answer::OneOf(vec![0]));
    for (names, answer) in [(yes, true), (no, false)] {
        for name in names {
            situation = situation.with(lawbook.fact_named(name).unwrap(), Answer::Bool(answer));
        }
    }
    if let (Some(fact), Some(reason)) = (lawbook.reasons, reasons) {
        let answer = Answer::SomeOf {
            includes: vec![reason],
            excludes: vec![1 - reason],
        };
        situation = situation.with(fact, answer);
    }
    Engine::new(lawbook).decide(&situation).unwrap()
}

fn validator() -> jsonschema::Validator {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../docs/schema/opinion.schema.json")).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).unwrap()
}

/// The opinion as JSON, after it was found to fit the schema in both languages.
fn checked(validator: &jsonschema::Validator, lawbook: &Lawbook, opinion: &Opinion) -> Value {
    let as_json = |lang| {
        let line = opinion_json::to_line(&opinion_json::document(lawbook, opinion, lang));
        assert!(!line.contains('\n'));
        let value: Value = serde_json::from_str(&line).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{line}");
        value
    };
    as_json(Lang::Pl);
    as_json(Lang::En)
}
