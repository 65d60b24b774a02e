//! `docs/lint.md` lists every rule. `DEMUR_BLESS=1` writes the list anew.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use demur_notice::lint::Lint;

const BEGIN: &str = "<!-- rules: begin -->\n";
const END: &str = "<!-- rules: end -->";

#[test]
fn the_page_lists_every_rule() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/lint.md");
    let page = fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (listed, after) = rest.split_once(END).unwrap();
    let expected = list();
    if std::env::var_os("DEMUR_BLESS").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{expected}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(listed, expected, "DEMUR_BLESS=1 writes the list anew");
}

/// A table for each family of rules.
fn list() -> String {
    let families = [
        ("RM-S", "Structure"),
        ("RM-T", "Tone"),
        ("RM-V", "Vagueness"),
        ("RM-L", "Law and privacy"),
        ("RM-F", "Form"),
        ("RM-X", "The lint itself"),
    ];
    let mut list = String::new();
    for (family, title) in families {
        write!(list, "\n### {title}\n\n| rule | level | what | applies to | rests on |\n|---|---|---|---|---|\n").unwrap();
        let rules = Lint::built_in().rules().iter();
        for rule in rules.filter(|rule| rule.id().starts_with(family)) {
            let binding = if rule.is_binding() { ", binding" } else { "" };
            writeln!(
                list,
                "| [{id}](../notices/lint/{id}.toml) `{}` | {}{binding} | {}. {} | {} | {} |",
                rule.name(),
                rule.level(),
                rule.title().en,
                rule.why().en,
                rule.scope(),
                rule.source(),
                id = rule.id(),
            )
            .unwrap();
        }
    }
    list.push('\n');
    list
}
