//! The page about privacy names tests that exist, and every test that shows a requirement.

use std::collections::BTreeSet;

/// Words that begin like a test of a requirement.
fn named(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words
        .filter(|word| word.starts_with("pr_"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_page_names_the_tests_and_the_tests_exist() {
    let page = include_str!("../../../../docs/privacy.md");
    let tests = [
        include_str!("access.rs"),
        include_str!("backups.rs"),
        include_str!("basis.rs"),
        include_str!("cases.rs"),
        include_str!("chain.rs"),
        include_str!("erasure.rs"),
        include_str!("retention.rs"),
        include_str!("schema.rs"),
        include_str!("texts.rs"),
        include_str!("../house/faults.rs"),
        include_str!("../../../demur-app/tests/record/explanation.rs"),
        include_str!("../../../demur-app/tests/record/heads.rs"),
        include_str!("../../../demur-app/tests/record/sentences.rs"),
        include_str!("../../../demur-notice/tests/own_templates.rs"),
        include_str!("../../../demur-web/tests/pages/cases.rs"),
        include_str!("../../../demur/tests/serve/no_network.rs"),
    ];
    let tests = tests.concat();
    let functions = tests
        .split("fn ")
        .skip(1)
        .filter_map(|rest| rest.split('(').next());
    let functions: BTreeSet<String> = functions
        .filter(|name| name.starts_with("pr_"))
        .map(str::to_owned)
        .collect();
    assert!(functions.len() > 20);
    assert_eq!(named(page), functions);
}
