//! The facts of a situation: dotted names, or mappings inside mappings.

use std::collections::BTreeMap;

use demur_lawbook::{Answer, FactId, Lawbook};
use demur_syntax::Span;

use super::report::Report;
use super::tree::{Entry, Tree};
use super::values;
use super::wording::{all_of, near, quoted};

pub(super) struct Facts<'a> {
    lawbook: &'a Lawbook,
    report: &'a mut Report,
    pub(super) answers: BTreeMap<FactId, Answer>,
    pub(super) places: BTreeMap<FactId, Span>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(lawbook: &'a Lawbook, report: &'a mut Report) -> Self {
        Self {
            lawbook,
            report,
            answers: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }

    /// The facts of one mapping, whose names begin with `prefix`.
    pub(super) fn group(&mut self, prefix: &str, entries: &[Entry]) {
        for entry in entries {
            let name = format!("{prefix}{}", entry.key);
            match self.lawbook.fact_named(&name) {
                Some(fact) if fact == self.lawbook.place => self.top_level_key(&name, entry),
                Some(fact) => self.fact(fact, entry),
                None => self.not_a_fact(&name, entry),
            }
        }
    }

    fn fact(&mut self, fact: FactId, entry: &Entry) {
        let info = &self.lawbook.facts[fact];
        let span = entry.key_span.to(entry.value.span);
        if let Some(first) = self.places.get(&fact) {
            return self
                .report
                .twice(format!("the fact `{}`", info.name), *first, span);
        }
        self.places.insert(fact, span);
        if let Some(answer) = values::answer(info, &entry.value, self.report) {
            self.answers.insert(fact, answer);
        }
    }

    fn not_a_fact(&mut self, name: &str, entry: &Entry) {
        let prefix = format!("{name}.");
        let inside = || self.names().filter(|each| each.starts_with(&prefix));
        if inside().next().is_none() {
            return match name {
                "at" | "profile" => self.top_level_key(name, entry),
                _ => self.unknown(name, entry),
            };
        }
        match &entry.value.value {
            Tree::Map(entries) => self.group(&prefix, entries),
            Tree::Text(_) if entry.value.is_unknown() => {}
            Tree::Text(_) | Tree::List(_) => {
                let help = format!("it holds {}", all_of(inside()));
                let message = format!("{} is a group of facts, not a fact", quoted(name));
                let diagnostic = self
                    .report
                    .error("S005", message, entry.key_span, "expected facts below it")
                    .help(help);
                self.report.add(diagnostic);
            }
        }
    }

    fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let lawbook = self.lawbook;
        let facts = lawbook.facts.iter().filter(|(id, _)| *id != lawbook.place);
        facts.map(|(_, fact)| fact.name.as_str())
    }

    fn unknown(&mut self, name: &str, entry: &Entry) {
        let group = matches!(entry.value.value, Tree::Map(_));
        let meant = if group {
            near(name, self.names().filter_map(group_of))
        } else {
            None
        };
        let meant = meant.or_else(|| near(name, self.names()));
        let message = format!("there is no fact {}", quoted(name));
        let diagnostic = self
            .report
            .error("S005", message, entry.key_span, "no fact has this name")
            .did_you_mean(meant)
            .help("`demur facts` lists all facts");
        self.report.add(diagnostic);
    }

    fn top_level_key(&mut self, name: &str, entry: &Entry) {
        let message = format!("`{name}` is not one of the facts");
        let diagnostic = self
            .report
            .error("S005", message, entry.key_span, "stands one level too deep")
            .help(format!("write `{name}:` beside `facts:`, not below it"));
        self.report.add(diagnostic);
    }
}

fn group_of(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(group, _)| group)
}
