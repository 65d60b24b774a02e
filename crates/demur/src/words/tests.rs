//! Both languages say the same things, and everything that is said exists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use demur_app::syntax::tree::Lang;
use fluent_bundle::FluentResource;

use super::{ENGLISH, POLISH, Words, lang_of_locale};

/// The key and the names of the gaps of each message.
fn messages(texts: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for text in texts {
        let resource = FluentResource::try_new((*text).to_owned()).expect("valid Fluent");
        assert!(
            !resource
                .entries()
                .any(|entry| format!("{entry:?}").starts_with("Junk")),
            "{text}"
        );
        let mut key = String::new();
        for line in text.lines() {
            if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| is_key(name)) {
                key = name.to_owned();
                assert!(
                    found.insert(key.clone(), BTreeSet::new()).is_none(),
                    "`{key}` stands there twice"
                );
            }
            let gaps = line.split('$').skip(1);
            let names =
                gaps.map(|rest| rest.chars().take_while(char::is_ascii_lowercase).collect());
            found
                .entry(key.clone())
                .or_default()
                .extend(names.collect::<Vec<String>>());
        }
    }
    found.remove("");
    found
}

fn is_key(text: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(letters)
}

/// Every string in the sources that looks like a key.
fn used() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).expect("a source");
                let strings = text.split('"').skip(1).step_by(2);
                found.extend(strings.filter(|each| is_key(each)).map(str::to_owned));
            }
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_gaps() {
    assert_eq!(messages(&ENGLISH), messages(&POLISH));
}

#[test]
fn every_message_is_used_and_every_used_one_exists() {
    let known: BTreeSet<String> = messages(&ENGLISH).into_keys().collect();
    let used = used();
    let unused: Vec<_> = known.difference(&used).collect();
    assert!(unused.is_empty(), "never said: {unused:?}");
    let prefixes: BTreeSet<&str> = known
        .iter()
        .filter_map(|key| key.split('-').next())
        .collect();
    let missing: Vec<_> = used
        .difference(&known)
        .filter(|key| {
            key.split_once('-')
                .is_some_and(|(prefix, _)| prefixes.contains(prefix))
        })
        .collect();
    assert!(missing.is_empty(), "said, but not there: {missing:?}");
}

#[test]
fn polish_plurals_are_right() {
    let words = Words::new(Lang::Pl);
    let say = |n: usize| words.fill("ask-remaining", &[("n", n.into())]);
    assert_eq!(say(1), "zostało najwyżej 1 pytanie");
    assert_eq!(say(3), "zostały najwyżej 3 pytania");
    assert_eq!(say(5), "zostało najwyżej 5 pytań");
    assert_eq!(say(12), "zostało najwyżej 12 pytań");
    assert_eq!(say(22), "zostały najwyżej 22 pytania");
}

#[test]
fn the_environment_chooses_the_language() {
    let lang = |pairs: &[(&'static str, &str)]| {
        lang_of_locale(
            &pairs
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect(),
        )
    };
    assert_eq!(lang(&[]), Lang::En);
    assert_eq!(lang(&[("LANG", "pl_PL.UTF-8")]), Lang::Pl);
    assert_eq!(lang(&[("LANG", "pl_PL.UTF-8"), ("LC_ALL", "C")]), Lang::En);
    assert_eq!(lang(&[("LANG", "de_DE"), ("LC_MESSAGES", "pl")]), Lang::Pl);
    assert_eq!(lang(&[("LC_ALL", ""), ("LANG", "pl")]), Lang::Pl);
}
