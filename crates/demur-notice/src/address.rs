//! How a Polish notice addresses the customer.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use minijinja::value::{Enumerator, Object, Value};

use crate::UnknownName;

/// How a Polish notice addresses the customer.
///
/// Set only from what customers wrote about themselves, never guessed from a name, a voice or
/// looks; [`Panstwo`](Self::Panstwo) fits everybody and companies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// "Państwo", with the verb in the plural.
    #[default]
    Panstwo,
    /// "Pani".
    Pani,
    /// "Pan".
    Pan,
}

impl Address {
    /// All forms, the usual one first.
    pub const ALL: [Self; 3] = [Self::Panstwo, Self::Pani, Self::Pan];

    /// As written on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Panstwo => "panstwo",
            Self::Pani => "pani",
            Self::Pan => "pan",
        }
    }

    /// The pronoun in a case, named by the initial of the case's Polish name.
    fn pronoun(self, case: &str) -> Option<&'static str> {
        let forms = match case {
            "M" => ["Państwo", "Pani", "Pan"],
            "D" => ["Państwa", "Pani", "Pana"],
            "B" => ["Państwa", "Panią", "Pana"],
            "C" | "Ms" => ["Państwu", "Pani", "Panu"],
            "N" => ["Państwem", "Panią", "Panem"],
            _ => return None,
        };
        let [panstwo, pani, pan] = forms;
        Some(self.choose(panstwo, pani, pan))
    }

    fn choose<T>(self, panstwo: T, pani: T, pan: T) -> T {
        match self {
            Self::Panstwo => panstwo,
            Self::Pani => pani,
            Self::Pan => pan,
        }
    }

    /// `{{ ty.B }}`: the pronoun in the accusative, and so on.
    pub(crate) fn pronouns(self) -> Value {
        Value::from_object(Pronouns(self))
    }

    /// `{{ v("może", "mogą") }}`: the verb in the number that the address takes.
    pub(crate) fn verb(self, singular: String, plural: String) -> String {
        self.choose(plural, singular.clone(), singular)
    }

    /// `{{ g("chciałaby", "chciałby", "chcieliby") }}`: the form in the gender of the address.
    pub(crate) fn gendered(self, feminine: String, masculine: String, plural: String) -> String {
        self.choose(plural, feminine, masculine)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Address {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        UnknownName::pick("form of address", text, &Self::ALL, |form| form.name())
    }
}

#[derive(Debug)]
struct Pronouns(Address);

impl Object for Pronouns {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.0.pronoun(key.as_str()?).map(Value::from)
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Str(&["M", "D", "C", "B", "N", "Ms"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pronouns_follow_the_polish_declension() {
        let row =
            |form: Address| ["M", "D", "C", "B", "N", "Ms"].map(|case| form.pronoun(case).unwrap());
        assert_eq!(
            row(Address::Panstwo),
            [
                "Państwo",
                "Państwa",
                "Państwu",
                "Państwa",
                "Państwem",
                "Państwu"
            ]
        );
        assert_eq!(
            row(Address::Pani),
            ["Pani", "Pani", "Pani", "Panią", "Panią", "Pani"]
        );
        assert_eq!(
            row(Address::Pan),
            ["Pan", "Pana", "Panu", "Pana", "Panem", "Panu"]
        );
        assert_eq!(Address::Pan.pronoun("W"), None);
    }
}
