//! Which crate may depend on which. The list stands here, and ARCHITECTURE.md repeats it.

use serde_json::Value;

use super::finding::Finding;
use crate::repository::Repository;

/// Crate, and the crates of this workspace that its product code may name.
///
/// Data flows one way: `demur` calls use cases, use cases call the engine, the engine reads a
/// lawbook, a lawbook is made from syntax. Dependencies of tests are free.
const ALLOWED: &[(&str, &[&str])] = &[
    ("demur", &["demur-app", "demur-web", "demur-words"]),
    ("demur-web", &["demur-app", "demur-words"]),
    ("demur-words", &["demur-app"]),
    (
        "demur-app",
        &[
            "demur-engine",
            "demur-lawbook",
            "demur-letter",
            "demur-notice",
            "demur-prover",
            "demur-referral",
            "demur-store",
            "demur-syntax",
        ],
    ),
    ("demur-letter", &[]),
    ("demur-notice", &[]),
    ("demur-referral", &[]),
    ("demur-prover", &["demur-engine", "demur-lawbook"]),
    ("demur-engine", &["demur-lawbook"]),
    ("demur-lawbook", &["demur-syntax"]),
    ("demur-syntax", &[]),
    ("demur-store", &[]),
    (
        "demur-testkit",
        &["demur-engine", "demur-lawbook", "demur-syntax"],
    ),
    (
        "demur-oracle",
        &[
            "demur-app",
            "demur-engine",
            "demur-lawbook",
            "demur-testkit",
        ],
    ),
    ("xtask", &[]),
];

const PAGE: &str = "ARCHITECTURE.md";

pub(crate) fn check(repository: &Repository, workspace: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in list(workspace, "packages") {
        let name = text(package, "name");
        let manifest = format!("{}/Cargo.toml", folder(name));
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            findings.push(Finding::new(
                &manifest,
                1,
                format!("the crate `{name}` has no place in the layers"),
                "add it to ALLOWED in xtask/src/tidy/edges.rs and to ARCHITECTURE.md",
            ));
            continue;
        };
        for dependency in list(package, "dependencies") {
            let target = text(dependency, "name");
            let internal = dependency.get("path").is_some_and(Value::is_string);
            if internal && text(dependency, "kind") != "dev" && !allowed.contains(&target) {
                let mend = if allowed.is_empty() {
                    format!("`{name}` depends on no crate of this workspace")
                } else {
                    format!("`{name}` may depend on {}", allowed.join(", "))
                };
                let line = line_with(repository.text(&manifest), target);
                let message = format!("`{name}` may not depend on `{target}`");
                findings.push(Finding::new(&manifest, line, message, mend));
            }
        }
    }
    findings.extend(ALLOWED.iter().filter_map(|(name, allowed)| {
        let line = edge_line(name, allowed)?;
        let page = repository.text(PAGE).unwrap_or("");
        let listed = page.lines().any(|shown| shown.trim() == line);
        let message = format!("the allowed edges of `{name}` are not listed");
        let mend = format!("write this as a line of its own in a text block: {line}");
        (!listed).then(|| Finding::new(PAGE, 1, message, mend))
    }));
    findings
}

/// As ARCHITECTURE.md has to show it; chores of the repository are not part of the layers.
fn edge_line(name: &str, allowed: &[&str]) -> Option<String> {
    match (name, allowed) {
        ("xtask", _) => None,
        (_, []) => Some(format!("{name} -> (none)")),
        _ => Some(format!("{name} -> {}", allowed.join(", "))),
    }
}

fn folder(name: &str) -> String {
    if name == "xtask" {
        name.to_owned()
    } else {
        format!("crates/{name}")
    }
}

fn line_with(manifest: Option<&str>, word: &str) -> usize {
    let mut lines = manifest.unwrap_or("").lines();
    lines
        .position(|line| line.starts_with(word))
        .map_or(1, |index| index + 1)
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn page() -> String {
        ALLOWED
            .iter()
            .filter_map(|(name, allowed)| edge_line(name, allowed))
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn workspace(name: &str, dependency: &str, kind: Option<&str>) -> Value {
        json!({"packages": [{"name": name, "dependencies": [
            {"name": dependency, "kind": kind, "path": "/somewhere"},
            {"name": "serde", "kind": null},
        ]}]})
    }

    #[test]
    fn an_edge_upwards_is_found_at_its_line() {
        let manifest = "[dependencies]\ndemur-app.workspace = true\n";
        let page = page();
        let files = [
            ("crates/demur-engine/Cargo.toml", manifest),
            (PAGE, page.as_str()),
        ];
        let found = check(
            &Repository::of(&files),
            &workspace("demur-engine", "demur-app", None),
        );
        assert_eq!(
            found.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "crates/demur-engine/Cargo.toml:2: `demur-engine` may not depend on `demur-app`\n  \
              help: `demur-engine` may depend on demur-lawbook"
            ]
        );
    }

    #[test]
    fn allowed_edges_and_edges_of_tests_pass() {
        let repository = Repository::of(&[(PAGE, &page())]);
        let engine = workspace("demur-engine", "demur-lawbook", None);
        assert_eq!(check(&repository, &engine), []);
        let tests = workspace("demur-engine", "demur-testkit", Some("dev"));
        assert_eq!(check(&repository, &tests), []);
    }

    #[test]
    fn unknown_crates_and_unlisted_edges_are_found() {
        let found = check(
            &Repository::of(&[]),
            &workspace("demur-gossip", "serde", None),
        );
        assert!(
            found
                .iter()
                .any(|f| f.path == "crates/demur-gossip/Cargo.toml"),
            "{found:?}"
        );
        assert!(
            found.iter().any(|f| f
                .mend
                .ends_with("block: demur -> demur-app, demur-web, demur-words")),
            "{found:?}"
        );
    }

    #[test]
    fn the_list_has_no_way_upwards() {
        let rank = |name: &str| ALLOWED.iter().position(|(known, _)| *known == name);
        let development = ["demur-testkit", "demur-oracle"];
        let product = ALLOWED
            .iter()
            .filter(|(name, _)| !development.contains(name));
        for (name, allowed) in product {
            for target in *allowed {
                assert!(rank(name) < rank(target), "{name} -> {target}");
            }
        }
    }
}
