//! One JSON value with the place at which it stands.

use serde_json::{Map, Value};

use crate::origin::Origin;

/// The member under which a row of a table keeps its file and line.
pub(super) const LINE: &str = "\u{0}line";

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Element<'v> {
    pub(super) value: &'v Value,
    pub(super) origin: Origin,
}

impl<'v> Element<'v> {
    pub(super) fn new(value: &'v Value, origin: Origin) -> Self {
        let row = value.get(LINE).and_then(|line| {
            let file = line.get("file")?.as_str()?;
            Some(Origin::line(file, line.get("line")?.as_u64()?))
        });
        Self {
            value,
            origin: row.unwrap_or(origin),
        }
    }

    pub(super) fn members(&self) -> Option<&'v Map<String, Value>> {
        self.value.as_object()
    }

    /// The member with this name.
    pub(super) fn get(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Self::new(value, self.origin.below(name)))
    }

    /// The elements of a list under this name; a single value counts as a list of it.
    pub(super) fn all(&self, name: &str) -> Vec<Self> {
        let Some(found) = self.get(name) else {
            return Vec::new();
        };
        match found.value.as_array() {
            Some(list) => list
                .iter()
                .enumerate()
                .map(|(index, value)| Self::new(value, found.origin.below(&index.to_string())))
                .collect(),
            None => vec![found],
        }
    }

    /// What stands under this name as one text; empty when nothing does.
    pub(super) fn text(&self, name: &str) -> String {
        self.get(name)
            .map(|found| found.own_text())
            .unwrap_or_default()
    }

    /// This value as one text.
    pub(super) fn own_text(&self) -> String {
        match self.value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Bool(yes) => yes.to_string(),
            // JSON-LD writes a text with its language as an object.
            Value::Object(members) => match members.get("@value") {
                Some(Value::String(text)) => text.trim().to_owned(),
                _ => String::new(),
            },
            Value::Array(list) => list
                .first()
                .map(|first| Self::new(first, self.origin.clone()).own_text())
                .unwrap_or_default(),
            Value::Null => String::new(),
        }
    }
}
