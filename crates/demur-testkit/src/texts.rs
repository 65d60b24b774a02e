//! What has to hold of Fluent texts: both languages say the same things, and what is said exists.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use fluent_bundle::FluentResource;

/// A gap that every message may have without being handed it.
const STANDING: &str = "medium";

/// The name and the gaps of each message.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// The Fluent texts of a crate, and the sources that say them.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// Its own English texts.
    pub english: &'a [&'a str],
    /// Its own Polish texts.
    pub polish: &'a [&'a str],
    /// English texts of other crates that its sources say, too.
    pub others: &'a [&'a str],
    /// Folders with its sources and templates.
    pub sources: &'a [&'a Path],
}

impl Texts<'_> {
    /// What is wrong, one line for each mistake.
    ///
    /// # Errors
    ///
    /// A folder or file of the sources cannot be read.
    pub fn faults(&self) -> io::Result<Vec<String>> {
        let mut faults = Vec::new();
        let english = messages(self.english, &mut faults);
        let polish = messages(self.polish, &mut faults);
        let others = messages(self.others, &mut faults);
        let mut used = used(self.sources)?;
        used.extend(self.english.iter().flat_map(|text| references(text)));
        compare(&english, &polish, &mut faults);
        let own: BTreeSet<&String> = english.keys().collect();
        for key in own.iter().filter(|key| !used.contains(**key)) {
            faults.push(format!("`{key}` is never said"));
        }
        let known: BTreeSet<&String> = own.into_iter().chain(others.keys()).collect();
        let prefixes: BTreeSet<&str> = known.iter().filter_map(|key| prefix(key)).collect();
        let looks_like_one = |key: &&String| prefix(key).is_some_and(|it| prefixes.contains(it));
        for key in used.iter().filter(looks_like_one) {
            if !known.contains(key) {
                faults.push(format!("`{key}` is said, but not there"));
            }
        }
        Ok(faults)
    }
}

fn prefix(key: &str) -> Option<&str> {
    key.split_once('-').map(|(prefix, _)| prefix)
}

fn compare(english: &Messages, polish: &Messages, faults: &mut Vec<String>) {
    let keys: BTreeSet<&String> = english.keys().chain(polish.keys()).collect();
    for key in keys {
        match (english.get(key), polish.get(key)) {
            (Some(one), Some(other)) if one == other => {}
            (Some(_), Some(_)) => faults.push(format!("`{key}` has other gaps in Polish")),
            _ => faults.push(format!("`{key}` is there in one language only")),
        }
    }
}

fn messages(texts: &[&str], faults: &mut Vec<String>) -> Messages {
    let mut found = Messages::new();
    for text in texts {
        if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
            let line = text.lines().next().unwrap_or_default();
            faults.push(format!("not Fluent: {line}: {errors:?}"));
        }
        let mut key = String::new();
        for line in text.lines() {
            if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| is_key(name)) {
                name.clone_into(&mut key);
                if found.insert(key.clone(), BTreeSet::new()).is_some() {
                    faults.push(format!("`{key}` stands there twice"));
                }
            }
            if let Some(gaps) = found.get_mut(&key) {
                gaps.extend(gaps_of(line));
            }
        }
    }
    found
}

/// Messages that are named inside others.
fn references(text: &str) -> impl Iterator<Item = String> + '_ {
    let placed = text.split('{').skip(1);
    let named = placed.filter_map(|rest| rest.split_once('}').map(|(name, _)| name.trim()));
    named.filter(|name| is_key(name)).map(str::to_owned)
}

fn gaps_of(line: &str) -> impl Iterator<Item = String> + '_ {
    let gaps = line.split('$').skip(1);
    let names = gaps.map(|rest| rest.chars().take_while(char::is_ascii_lowercase).collect());
    names.filter(|name: &String| name != STANDING)
}

fn is_key(text: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(letters)
}

/// Every string in the sources that looks like a key.
fn used(sources: &[&Path]) -> io::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut folders: Vec<PathBuf> = sources.iter().map(|path| path.to_path_buf()).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path)?;
                let strings = text.split('"').skip(1).step_by(2);
                found.extend(strings.filter(|each| is_key(each)).map(str::to_owned));
            }
        }
    }
    Ok(found)
}
