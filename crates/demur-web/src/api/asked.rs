//! The parameters of an address: which there are, what they may be, and what is wrong with them.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use jiff::civil::Date;

use super::problem::{Kind, Place, Problem, Said, Wrong};
use crate::app::App;

const LONGEST: usize = 200;

/// The parameters as they were sent.
pub(crate) struct Asked {
    pairs: Vec<(String, String)>,
    wrong: Vec<Wrong>,
}

impl FromRequestParts<App> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        let Query(pairs) = pairs.map_err(|_| Problem::from(Kind::InvalidParameters))?;
        Ok(Self {
            pairs,
            wrong: Vec::new(),
        })
    }
}

impl Asked {
    /// Notes parameters that have none of these names, and those that are there twice.
    pub(crate) fn known(mut self, known: &[&str]) -> Self {
        for (index, (name, _)) in self.pairs.iter().enumerate() {
            let earlier = self.pairs.iter().take(index);
            let (code, key) = if !known.contains(&name.as_str()) {
                let key = if known.is_empty() {
                    "problem-no-parameters"
                } else {
                    "problem-unknown-parameter"
                };
                ("unknown-parameter", key)
            } else if earlier.into_iter().any(|(other, _)| other == name) {
                ("twice", "problem-twice")
            } else {
                continue;
            };
            let shown: String = name.chars().take(80).collect();
            let known = known.join(", ");
            let gaps = vec![("name", shown.clone()), ("known", known)];
            let place = Place::Parameter(shown);
            self.wrong
                .push(Wrong::new(place, code, Said::Key(key, gaps)));
        }
        self
    }

    /// Notes that a parameter cannot be what it is.
    pub(crate) fn note(
        &mut self,
        name: &str,
        key: &'static str,
        gaps: Vec<(&'static str, String)>,
    ) {
        let place = Place::Parameter(name.to_owned());
        self.wrong
            .push(Wrong::new(place, "value", Said::Key(key, gaps)));
    }

    /// A text of one line.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        let mut pairs = self.pairs.iter();
        let (_, value) = pairs.find(|(key, _)| key == name)?;
        let value = value.clone();
        if value.chars().count() > LONGEST || value.chars().any(char::is_control) {
            self.note(
                name,
                "problem-parameter-text",
                vec![("most", LONGEST.to_string())],
            );
            return None;
        }
        Some(value)
    }

    /// A name as the record has them.
    pub(crate) fn name(&mut self, name: &str) -> Option<String> {
        let value = self.text(name)?;
        let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        if value.is_empty() || value.len() > 96 || !value.chars().all(allowed) {
            self.note(name, "problem-parameter-name", Vec::new());
            return None;
        }
        Some(value)
    }

    /// One of several words.
    pub(crate) fn word<T>(
        &mut self,
        name: &str,
        read: impl Fn(&str) -> Option<T>,
        known: &[&str],
    ) -> Option<T> {
        let value = self.text(name)?;
        let found = read(&value);
        if found.is_none() {
            let gaps = vec![
                ("word", value.chars().take(80).collect()),
                ("known", known.join(", ")),
            ];
            self.note(name, "problem-unknown-word", gaps);
        }
        found
    }

    /// A day.
    pub(crate) fn day(&mut self, name: &str) -> Option<Date> {
        let value = self.text(name)?;
        let shaped = value.len() == 10
            && value
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-');
        let day = value.parse().ok().filter(|_| shaped);
        if day.is_none() {
            self.note(name, "problem-parameter-day", Vec::new());
        }
        day
    }

    /// A whole number within these bounds.
    pub(crate) fn whole(&mut self, name: &str, low: i64, high: i64) -> Option<i64> {
        let value = self.text(name)?;
        let number = value
            .parse()
            .ok()
            .filter(|number| (low..=high).contains(number));
        if number.is_none() {
            let gaps = vec![("low", low.to_string()), ("high", high.to_string())];
            self.note(name, "problem-needs-number", gaps);
        }
        number
    }

    /// The problem, when something was wrong.
    pub(crate) fn finish(self) -> Result<(), Problem> {
        if self.wrong.is_empty() {
            return Ok(());
        }
        Err(Problem::of(Kind::InvalidParameters, self.wrong))
    }
}
