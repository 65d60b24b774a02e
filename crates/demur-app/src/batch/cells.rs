//! The columns of a table, and what stands in a cell of each.

use demur_lawbook::{Domain, Fact, Lawbook};
use demur_syntax::nearest;
use serde_json::{Map, Value};

use super::Failure;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// What a row calls itself.
    Id,
    /// `at`, `place` or `profile`.
    Key(String),
    /// A fact, and whether several values may stand in a cell.
    Fact { name: String, is_set: bool },
}

impl Column {
    /// The columns with these names.
    pub(super) fn all<'n>(
        names: impl IntoIterator<Item = &'n str>,
        lawbook: &Lawbook,
    ) -> Result<Vec<Self>, Failure> {
        let columns = names.into_iter().map(|name| Self::named(name, lawbook));
        columns.collect()
    }

    fn named(name: &str, lawbook: &Lawbook) -> Result<Self, Failure> {
        if name == "id" {
            return Ok(Self::Id);
        }
        if KEYS.contains(&name) {
            return Ok(Self::Key(name.to_owned()));
        }
        let facts = || lawbook.facts.iter().map(|(_, fact)| fact);
        match facts().find(|fact| fact.name == name) {
            Some(Fact { domain, .. }) => Ok(Self::Fact {
                name: name.to_owned(),
                is_set: matches!(domain, Domain::SomeOf(_)),
            }),
            None => {
                let names = facts().map(|fact| fact.name.as_str()).chain(KEYS);
                let near = nearest(name, names).map(str::to_owned);
                Err(Failure::Column(name.to_owned(), near))
            }
        }
    }
}

const KEYS: [&str; 3] = ["at", "place", "profile"];

/// Between the values of a set in one cell.
const SEPARATOR: char = ';';

/// One row on its way to a situation.
#[derive(Debug, Default)]
pub(super) struct Cells {
    id: Option<String>,
    keys: Map<String, Value>,
    facts: Map<String, Value>,
}

impl Cells {
    /// Takes in a cell; an empty one says nothing.
    pub(super) fn add(&mut self, column: &Column, value: Value) {
        match (column, value) {
            (_, Value::Null) => {}
            (Column::Id, Value::String(id)) => self.id = Some(id),
            (Column::Id, other) => self.id = Some(other.to_string()),
            (Column::Key(key), value) => drop(self.keys.insert(key.clone(), value)),
            (Column::Fact { name, is_set }, Value::String(text)) if *is_set => {
                let values = text.split(SEPARATOR).map(str::trim);
                let values = values.filter(|value| !value.is_empty());
                let values = values.map(|value| Value::String(value.to_owned()));
                self.facts.insert(name.clone(), values.collect());
            }
            (Column::Fact { name, .. }, value) => drop(self.facts.insert(name.clone(), value)),
        }
    }

    /// Takes in a cell of a table that knows text only.
    pub(super) fn add_text(&mut self, column: &Column, text: &str) {
        let text = text.trim();
        let number = text.parse::<i64>().ok();
        let value = match (column, text, number) {
            (_, "", _) => Value::Null,
            (Column::Fact { .. }, "true" | "yes", _) => Value::Bool(true),
            (Column::Fact { .. }, "false" | "no", _) => Value::Bool(false),
            (Column::Fact { .. }, _, Some(number)) => Value::from(number),
            _ => Value::String(text.to_owned()),
        };
        self.add(column, value);
    }

    /// What the row calls itself, and the situation as JSON.
    pub(super) fn into_situation(mut self) -> (Option<String>, String) {
        self.keys
            .insert("facts".to_owned(), Value::Object(self.facts));
        (self.id, Value::Object(self.keys).to_string())
    }
}
