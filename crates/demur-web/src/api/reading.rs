//! Takes the members of a body, and notes everything that is wrong with them, not just the first.

use demur_app::syntax::nearest;

use super::problem::{Kind, Place, Problem, Said, Wrong};
use super::tree::{Json, Node, step};

/// What was wrong so far.
#[derive(Default)]
pub(crate) struct Reading(Vec<Wrong>);

/// The members of an object.
#[derive(Clone)]
pub(crate) struct Members<'n> {
    node: &'n Node,
    at: String,
}

impl Reading {
    /// Notes that something is wrong there.
    pub(crate) fn note(
        &mut self,
        at: &str,
        code: &'static str,
        key: &'static str,
        gaps: Vec<(&'static str, String)>,
    ) {
        self.0.push(Wrong::new(
            Place::Body(at.to_owned()),
            code,
            Said::Key(key, gaps),
        ));
    }

    /// The problem, when something was wrong.
    pub(crate) fn finish(self) -> Result<(), Problem> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Problem::of(Kind::InvalidBody, self.0))
        }
    }

    /// The members of an object, of which each has one of these names.
    pub(crate) fn object<'n>(&mut self, node: &'n Node, at: &str, known: &[&str]) -> Members<'n> {
        let members = Members {
            node,
            at: at.to_owned(),
        };
        let Json::Map(entries) = &node.value else {
            self.note(at, "type", "problem-needs-object", Vec::new());
            return members;
        };
        for entry in entries
            .iter()
            .filter(|entry| !known.contains(&entry.key.as_str()))
        {
            let at = format!("{at}{}", step(&entry.key));
            let near = nearest(&entry.key, known.iter().copied());
            let gaps = vec![
                ("name", entry.key.chars().take(80).collect()),
                ("near", near.unwrap_or_default().to_owned()),
                ("known", known.join(", ")),
            ];
            let key = if near.is_some() {
                "problem-unknown-field-near"
            } else {
                "problem-unknown-field"
            };
            self.note(&at, "unknown-field", key, gaps);
        }
        members
    }

    /// A text; absent and null are alike.
    pub(crate) fn text(&mut self, of: &Members<'_>, name: &str) -> Option<String> {
        match &of.get(name)?.value {
            Json::Null => None,
            Json::Text(text) => Some(text.clone()),
            _ => {
                self.note(&of.at(name), "type", "problem-needs-text", Vec::new());
                None
            }
        }
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, of: &Members<'_>, name: &str) -> Option<bool> {
        match &of.get(name)?.value {
            Json::Null => None,
            Json::Flag(yes) => Some(*yes),
            _ => {
                self.note(&of.at(name), "type", "problem-needs-flag", Vec::new());
                None
            }
        }
    }

    /// A whole number within these bounds.
    pub(crate) fn whole(
        &mut self,
        of: &Members<'_>,
        name: &str,
        low: i64,
        high: i64,
    ) -> Option<i64> {
        let node = of.get(name)?;
        let number = match &node.value {
            Json::Null => return None,
            Json::Number(number) => whole(number).filter(|number| (low..=high).contains(number)),
            _ => None,
        };
        if number.is_none() {
            let gaps = vec![("low", low.to_string()), ("high", high.to_string())];
            self.note(&of.at(name), "range", "problem-needs-number", gaps);
        }
        number
    }

    /// A list of texts, each with its pointer.
    pub(crate) fn texts(&mut self, of: &Members<'_>, name: &str) -> Vec<(String, String)> {
        let Some(node) = of.get(name) else {
            return Vec::new();
        };
        let nodes = match &node.value {
            Json::Null => return Vec::new(),
            Json::List(nodes) => nodes.as_slice(),
            _ => {
                self.note(&of.at(name), "type", "problem-needs-list", Vec::new());
                return Vec::new();
            }
        };
        let mut texts = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let at = format!("{}/{index}", of.at(name));
            match &node.value {
                Json::Text(text) => texts.push((at, text.clone())),
                _ => self.note(&at, "type", "problem-needs-text", Vec::new()),
            }
        }
        texts
    }

    /// One of several words.
    pub(crate) fn word<T>(
        &mut self,
        of: &Members<'_>,
        name: &str,
        read: impl Fn(&str) -> Option<T>,
        known: &[&str],
    ) -> Option<T> {
        let text = self.text(of, name)?;
        let found = read(&text);
        if found.is_none() {
            self.unknown_word(&of.at(name), &text, known);
        }
        found
    }

    /// Notes a word that is none of those that can stand there.
    pub(crate) fn unknown_word(&mut self, at: &str, text: &str, known: &[&str]) {
        let gaps = vec![
            ("word", text.chars().take(80).collect()),
            ("known", known.join(", ")),
        ];
        self.note(at, "unknown-word", "problem-unknown-word", gaps);
    }

    /// What has to be there.
    pub(crate) fn needed<T>(
        &mut self,
        of: &Members<'_>,
        name: &str,
        found: Option<T>,
    ) -> Option<T> {
        let is_given = of.get(name).is_some_and(|node| node.value != Json::Null);
        // What is there and wrong was noted before; without an object nothing else is told.
        if found.is_none() && !is_given && matches!(of.node.value, Json::Map(_)) {
            let gaps = vec![("name", name.to_owned())];
            self.note(&of.at(name), "missing", "problem-missing-field", gaps);
        }
        found
    }
}

/// Also one that is written with a point or in powers of ten, which JSON takes for the same.
fn whole(number: &serde_json::Number) -> Option<i64> {
    number.as_i64().or_else(|| {
        let value = number.as_f64()?;
        let exact = value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0;
        exact.then(|| format!("{value:.0}").parse().ok()).flatten()
    })
}

impl<'n> Members<'n> {
    /// The member of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&'n Node> {
        let Json::Map(entries) = &self.node.value else {
            return None;
        };
        let mut entries = entries.iter();
        entries
            .find(|entry| entry.key == name)
            .map(|entry| &entry.value)
    }

    /// The member of this name, unless it is null.
    pub(crate) fn some(&self, name: &str) -> Option<&'n Node> {
        self.get(name).filter(|node| node.value != Json::Null)
    }

    /// The pointer to the member of this name.
    pub(crate) fn at(&self, name: &str) -> String {
        format!("{}{}", self.at, step(name))
    }
}
