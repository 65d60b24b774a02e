//! The keys of a situation: `at`, `place`, `profile`, `facts` and `notice`.

use std::collections::BTreeMap;

use demur_engine::Situation;
use demur_lawbook::{Answer, Lawbook};
use demur_notice::Values;
use demur_syntax::Diagnostic;

use super::facts::Facts;
use super::report::Report;
use super::tree::{Entry, Node, Tree};
use super::wording::{all_of, near, one_of, quoted};
use super::{Defaults, Places, Read, days, profiles, slots};

/// The keys that a situation may have.
const KEYS: [&str; 5] = ["at", "place", "profile", "facts", "notice"];

/// Other words for them.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("date", "at"),
    ("day", "at"),
    ("on", "at"),
    ("when", "at"),
    ("country", "place"),
    ("location", "place"),
    ("where", "place"),
    ("business", "profile"),
    ("given", "facts"),
    ("answers", "facts"),
    ("letter", "notice"),
    ("message", "notice"),
];

/// The situation in this tree; what is wrong with it is reported.
pub(super) fn situation(
    root: &Node,
    lawbook: &Lawbook,
    defaults: &Defaults,
    report: &mut Report,
) -> Option<Read> {
    let Tree::Map(entries) = &root.value else {
        report.add(not_a_mapping(root, report));
        return None;
    };
    let mut reader = Reader {
        lawbook,
        read: Read {
            situation: Situation::on(defaults.day),
            places: Places {
                file: report.file,
                facts: BTreeMap::new(),
                profile: None,
            },
            notice: Values::default(),
        },
        report,
    };
    entries.iter().for_each(|entry| reader.entry(entry));
    if !entries.iter().any(|entry| entry.key == "place") {
        reader.default_place(defaults);
    }
    reader.profile_clashes(entries);
    Some(reader.read)
}

fn not_a_mapping(root: &Node, report: &Report) -> Diagnostic {
    let help = match root.value {
        Tree::List(_) => "give one situation; many are given as JSON lines, one on each line",
        Tree::Text(_) | Tree::Map(_) => "begin with `facts:` and give each fact below it",
    };
    let message = format!("a situation has keys with values, not {}", root.shown());
    let label = format!("expected {}", one_of(KEYS));
    report.error("S003", message, root.span, label).help(help)
}

fn uncovered(place: &str) -> String {
    format!("the place {place} is not covered by the law packs")
}

struct Reader<'a> {
    lawbook: &'a Lawbook,
    read: Read,
    report: &'a mut Report,
}

impl Reader<'_> {
    fn entry(&mut self, entry: &Entry) {
        let node = &entry.value;
        match entry.key.as_str() {
            "at" if node.is_null() => {}
            "at" => {
                if let Some(day) = days::day(node, self.report) {
                    self.read.situation.day = day;
                }
            }
            "place" if node.is_unknown() => {}
            "place" => self.place(node),
            "profile" if node.is_unknown() => {}
            "profile" => {
                self.read.places.profile = Some(node.span);
                self.read.situation.profile = profiles::given(node, self.lawbook, self.report);
            }
            "facts" => self.facts(node),
            "notice" => slots::slots(node, &mut self.read.notice, self.report),
            _ => self.unknown_key(entry),
        }
    }

    fn facts(&mut self, node: &Node) {
        if node.is_null() {
            return;
        }
        let Tree::Map(entries) = &node.value else {
            let message = format!("`facts` cannot be {}", node.shown());
            let diagnostic = self
                .report
                .error(
                    "S006",
                    message,
                    node.span,
                    "expected names of facts with their values",
                )
                .help("write each fact on a line of its own, such as `customer.age: 17`");
            return self.report.add(diagnostic);
        };
        let mut facts = Facts::new(self.lawbook, self.report);
        facts.group("", entries);
        let Facts {
            answers, places, ..
        } = facts;
        self.read.situation.answers.extend(answers);
        self.read.places.facts.extend(places);
    }

    fn place(&mut self, node: &Node) {
        let name = node.text().map(|text| text.text.as_str());
        let place = self.lawbook.place;
        match name.and_then(|name| self.lawbook.facts[place].value_named(name)) {
            Some(position) => {
                self.read
                    .situation
                    .answers
                    .insert(place, Answer::OneOf(vec![position]));
                self.read.places.facts.insert(place, node.span);
            }
            None => {
                let (message, label) = match name {
                    Some(_) => (uncovered(&node.shown()), "no law of this place is known"),
                    None => (
                        format!("`place` cannot be {}", node.shown()),
                        "expected one place",
                    ),
                };
                let diagnostic = self.report.error("S008", message, node.span, label);
                self.report.add(self.covered(diagnostic, name));
            }
        }
    }

    fn default_place(&mut self, defaults: &Defaults) {
        let Some(name) = &defaults.place else {
            return;
        };
        match self.lawbook.facts[self.lawbook.place].value_named(name) {
            Some(position) => {
                let answer = Answer::OneOf(vec![position]);
                self.read
                    .situation
                    .answers
                    .insert(self.lawbook.place, answer);
            }
            None => {
                let diagnostic = Diagnostic::error("S008", uncovered(&quoted(name)))
                    .help("it is the default, because the situation names no `place`");
                self.report.add(self.covered(diagnostic, Some(name)));
            }
        }
    }

    /// Adds which places are covered. Near names are no help here: two neighbouring
    /// countries may differ in one letter.
    fn covered(&self, diagnostic: Diagnostic, name: Option<&str>) -> Diagnostic {
        let values = self.lawbook.facts[self.lawbook.place].domain.values();
        let names = || values.iter().map(|value| value.name.as_str());
        let lower = name.map(str::to_lowercase).unwrap_or_default();
        let country = lower.split(['-', '_']).next().unwrap_or_default();
        let same = names().find(|name| *name == lower);
        let meant = same.or_else(|| names().find(|name| *name == country));
        let covered = match all_of(names()) {
            none if none.is_empty() => "these law packs cover no place; leave it out".to_owned(),
            some => format!("covered: {some}"),
        };
        diagnostic
            .did_you_mean(meant)
            .help(covered)
            .help("a place that is not covered gets no answer: the law there is not known")
    }

    fn unknown_key(&mut self, entry: &Entry) {
        let key = entry.key.as_str();
        let message = format!("a situation has no key {}", quoted(key));
        let label = format!("expected {}", one_of(KEYS));
        let diagnostic = self.report.error("S004", message, entry.key_span, label);
        let is_fact = |name: &str| {
            name == key
                || name
                    .strip_prefix(key)
                    .is_some_and(|rest| rest.starts_with('.'))
        };
        if self
            .lawbook
            .facts
            .iter()
            .any(|(_, fact)| is_fact(&fact.name))
        {
            let help = format!("facts stand below `facts:`; move {} there", quoted(key));
            return self.report.add(diagnostic.help(help));
        }
        let other = OTHER_WORDS
            .iter()
            .find(|(word, _)| *word == key)
            .map(|(_, meant)| *meant);
        self.report
            .add(diagnostic.did_you_mean(other.or_else(|| near(key, KEYS))));
    }

    fn profile_clashes(&mut self, entries: &[Entry]) {
        if let Some(entry) = entries.iter().find(|entry| entry.key == "profile") {
            let situation = &self.read.situation;
            profiles::clashes(&entry.value, situation, self.lawbook, self.report);
        }
    }
}
