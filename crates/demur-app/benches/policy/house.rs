//! A made-up policy out of `rules.txt`.

use std::collections::BTreeSet;

use demur_lawbook::PackFile;

const RULES: &str = include_str!("rules.txt");

/// Numbers among the facts of the house; the rest are yes or no.
const NUMBERS: [(&str, &str); 4] = [
    ("house.minutes_late", "0..120"),
    ("house.missed_visits", "0..20"),
    ("house.group_size", "1..100"),
    ("house.height_cm", "40..250"),
];

/// So many of the rules, taken from all over the list, as the files of a pack.
pub(crate) fn policy(norms: usize) -> Vec<PackFile> {
    let rules: Vec<&str> = RULES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let taken = (0..norms).filter_map(|index| rules.get(index * rules.len() / norms));
    let mut text = String::new();
    for (number, rule) in taken.enumerate() {
        text.push_str(&norm(number + 1, rule));
    }
    let text = format!(
        "---\ncite: Rules of the house\nconfidence: verified\nseen: 2026-11-22\n---\n# Rules\n\n```demur\n{}{text}```\n",
        vocabulary(),
    );
    let head = "---\npack: house\nlayer: house\nplace: pl\nversion: 2026.11.1\ntext-as-of: 2026-11-22\nstatus: draft\ntitle-en: House\ntitle-pl: Dom\n---\n# House\n";
    [("pack.md", head.to_owned()), ("rules.md", text)]
        .into_iter()
        .map(|(name, text)| PackFile {
            path: format!("house/{name}"),
            text,
        })
        .collect()
}

/// What the rules look at, require and ask for beyond the library.
fn vocabulary() -> String {
    let words: BTreeSet<&str> = RULES
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '.')
        .filter(|word| word.starts_with("house.") && word.len() > "house.".len())
        .collect();
    let mut text = String::new();
    for word in words {
        let number = NUMBERS.iter().find(|(name, _)| *name == word);
        let (domain, usual) = match number {
            Some((_, range)) => (*range, range.split("..").next().unwrap_or("0")),
            None => ("bool", "no"),
        };
        text.push_str(&format!(
            "fact {word} : {domain}\n  ask en \"{word}?\"\n  ask pl \"{word}?\"\n  cost seen\n  typical {usual}\n\n"
        ));
    }
    for step in ["warn_twice", "manager", "other_day", "colleague"] {
        text.push_str(&format!(
            "fact house.{step}_done : bool\n  ask en \"{step}?\"\n  ask pl \"{step}?\"\n  cost seen\n  typical no\n  actionable\n\n\
             step house_{step} done when house.{step}_done\n  en \"{step}\"\n  pl \"{step}\"\n\n"
        ));
    }
    for duty in ["in_writing", "voucher"] {
        text.push_str(&format!(
            "duty house_{duty}\n  en \"{duty}\"\n  pl \"{duty}\"\n\n"
        ));
    }
    text
}

fn norm(number: usize, rule: &str) -> String {
    let mut parts = rule.split('|').map(str::trim);
    let mut next = || parts.next().unwrap_or_default();
    let (effect, when, exceptions) = (next(), next(), next());
    let mut text = format!(
        "norm house.rules.r{number}\n  title en \"Rule {number}\"\n  title pl \"Reguła {number}\"\n  in force from 2026-01-01\n  {effect}\n    when {when}\n"
    );
    for exception in exceptions.split(';').filter(|each| !each.is_empty()) {
        text.push_str(&format!("    unless {}\n", exception.trim()));
    }
    text + "\n"
}
