//! What the lint found, as SARIF 2.1.0, which code hosts and editors show.

use demur_notice::Lang;
use demur_notice::lint::{Finding, Level, Lint, Rewrite, Rule};
use serde_json::{Value, json};

use super::Checked;
use super::document::span;

/// A SARIF log with one run, in a language of the interface.
#[must_use]
pub fn sarif(files: &[Checked], lang: Lang) -> Value {
    let rules = Lint::built_in().rules();
    let results = files.iter().flat_map(|file| {
        let found = file.report.findings.iter().chain(&file.report.allowed);
        found.map(|each| result(each, file, lang))
    });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "demur",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|each| rule(each, lang)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn rule(rule: &Rule, lang: Lang) -> Value {
    json!({
        "id": rule.id(),
        "name": rule.name(),
        "shortDescription": {"text": rule.title().say(lang)},
        "fullDescription": {"text": rule.why().say(lang)},
        "help": {"text": rule.hint().say(lang)},
        "defaultConfiguration": {"level": level(rule.level())},
        "properties": {"source": rule.source()},
    })
}

fn result(found: &Finding, file: &Checked, lang: Lang) -> Value {
    let mut rules = Lint::built_in().rules().iter();
    let index = rules.position(|rule| rule.id() == found.rule);
    let artifact = json!({"uri": uri(&file.path)});
    let mut location = json!({"artifactLocation": artifact});
    if !found.place.is_whole() {
        put(&mut location, "region", region(found, file));
    }
    let mut result = json!({
        "ruleId": found.rule,
        "level": level(found.level),
        "message": {"text": found.message.say(lang)},
        "locations": [{"physicalLocation": location}],
    });
    if let Some(index) = index {
        put(&mut result, "ruleIndex", json!(index));
    }
    if let Some(reason) = &found.allowed {
        let suppression = json!([{"kind": "inSource", "justification": reason}]);
        put(&mut result, "suppressions", suppression);
    }
    if let Some(Rewrite::Replace(words)) = &found.suggestion {
        let replacement = json!({
            "deletedRegion": region(found, file),
            "insertedContent": {"text": words},
        });
        let change = json!({"artifactLocation": artifact, "replacements": [replacement]});
        put(&mut result, "fixes", json!([{"artifactChanges": [change]}]));
    }
    result
}

fn region(found: &Finding, file: &Checked) -> Value {
    let span = span(&found.place, &file.text);
    json!({
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Info => "note",
    }
}

fn put(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

/// A path as a relative reference: what has a meaning in addresses is escaped.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if is_plain {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::super::{Asked, check};
    use super::*;

    /// The parts of the SARIF 2.1.0 schema that readers rely on.
    fn schema() -> Value {
        let text = json!({"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}});
        let level = json!({"enum": ["none", "note", "warning", "error"]});
        let artifact = json!({"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$"}}});
        let line = json!({"type": "integer", "minimum": 1});
        let region = json!({"type": "object", "required": ["startLine", "startColumn", "endLine", "endColumn"],
            "properties": {"startLine": line, "startColumn": line, "endLine": line, "endColumn": line}, "additionalProperties": false});
        let rule = json!({"type": "object", "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
            "properties": {"id": {"type": "string"}, "shortDescription": text, "fullDescription": text, "help": text,
                "defaultConfiguration": {"type": "object", "properties": {"level": level}}}});
        let result = json!({"type": "object", "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
            "properties": {"ruleIndex": {"type": "integer", "minimum": 0}, "level": level, "message": text,
                "locations": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["physicalLocation"], "properties": {
                    "physicalLocation": {"type": "object", "required": ["artifactLocation"], "properties": {"artifactLocation": artifact, "region": region}}}}},
                "suppressions": {"type": "array", "items": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["inSource", "external"]}}}},
                "fixes": {"type": "array", "items": {"type": "object", "required": ["artifactChanges"], "properties": {
                    "artifactChanges": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["artifactLocation", "replacements"],
                        "properties": {"artifactLocation": artifact, "replacements": {"type": "array", "minItems": 1,
                            "items": {"type": "object", "required": ["deletedRegion"], "properties": {"deletedRegion": region, "insertedContent": text}}}}}}}}}}});
        json!({"type": "object", "required": ["version", "runs"], "properties": {
            "version": {"const": "2.1.0"},
            "runs": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["tool", "results"], "properties": {
                "tool": {"type": "object", "required": ["driver"], "properties": {"driver": {"type": "object", "required": ["name"],
                    "properties": {"name": {"type": "string"}, "rules": {"type": "array", "uniqueItems": true, "items": rule}}}}},
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "results": {"type": "array", "items": result}}}}}})
    }

    #[test]
    fn the_log_has_the_shape_of_sarif() {
        let text = "# demur-lint: allow RM-T06 because cytat\nNie przyjmiemy, iż termin zajęty!\n";
        let asked = Asked {
            lang: Some(Lang::Pl),
            ..Asked::default()
        };
        let files = [check("do klienta/odmowa ą.txt", text, &asked)];
        let log = sarif(&files, Lang::Pl);
        let validator = jsonschema::validator_for(&schema()).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&log)
            .map(|each| each.to_string())
            .collect();
        assert!(faults.is_empty(), "{faults:?}");
        let results = log["runs"][0]["results"].as_array().unwrap();
        let of = |rule: &str| {
            let found = results.iter().find(|each| each["ruleId"] == rule);
            found.unwrap_or_else(|| panic!("no {rule} in {results:#?}"))
        };
        let fix = &of("RM-V04")["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(fix["insertedContent"]["text"], "że");
        assert_eq!(fix["deletedRegion"]["startLine"], 2);
        assert_eq!(fix["deletedRegion"]["startColumn"], 17);
        assert_eq!(of("RM-T06")["suppressions"][0]["justification"], "cytat");
        let uri = &of("RM-V04")["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(uri, "do%20klienta/odmowa%20%C4%85.txt");
    }
}
