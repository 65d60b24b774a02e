//! Fields of forms: label, hint, what was typed, and what is wrong with it, tied together for
//! whoever does not see them.

use askama::Template;

/// What is wrong with a form, by the names of its fields.
#[derive(Clone, Default)]
pub(crate) struct Wrongs(Vec<(&'static str, String)>);

impl Wrongs {
    pub(crate) fn say(&mut self, field: &'static str, sentence: String) {
        self.0.push((field, sentence));
    }

    pub(crate) fn of(&self, field: &str) -> Option<String> {
        let found = self.0.iter().find(|(name, _)| *name == field);
        found.map(|(_, sentence)| sentence.clone())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it above the form, each leading to its field.
    pub(crate) fn html(&self, title: String) -> String {
        if self.is_empty() {
            return String::new();
        }
        rendered(&Summary {
            title,
            wrongs: &self.0,
        })
    }
}

#[derive(Template)]
#[template(path = "wrongs.html")]
struct Summary<'a> {
    title: String,
    wrongs: &'a [(&'static str, String)],
}

/// A line to type into.
#[derive(Template)]
#[template(path = "input.html")]
pub(crate) struct Input {
    name: &'static str,
    kind: &'static str,
    label: String,
    hint: String,
    value: String,
    wrong: Option<String>,
    autocomplete: &'static str,
    numeric: bool,
    short: bool,
    longest: usize,
}

impl Input {
    pub(crate) fn text(name: &'static str, label: String) -> Self {
        Self {
            name,
            kind: "text",
            label,
            hint: String::new(),
            value: String::new(),
            wrong: None,
            autocomplete: "off",
            numeric: false,
            short: false,
            longest: 200,
        }
    }

    /// What is typed is not shown, and is never shown again.
    pub(crate) fn password(name: &'static str, label: String, autocomplete: &'static str) -> Self {
        let text = Self::text(name, label);
        Self {
            kind: "password",
            autocomplete,
            longest: 512,
            ..text
        }
    }

    /// A code of the second factor.
    pub(crate) fn code(name: &'static str, label: String) -> Self {
        let text = Self::text(name, label);
        Self {
            autocomplete: "one-time-code",
            numeric: true,
            short: true,
            longest: 12,
            ..text
        }
    }

    /// A number of a few digits.
    pub(crate) fn number(name: &'static str, label: String) -> Self {
        let text = Self::text(name, label);
        Self {
            numeric: true,
            short: true,
            longest: 6,
            ..text
        }
    }

    pub(crate) fn hint(self, hint: String) -> Self {
        Self { hint, ..self }
    }

    pub(crate) fn value(self, value: &str) -> Self {
        Self {
            value: value.to_owned(),
            ..self
        }
    }

    pub(crate) fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self {
            autocomplete,
            ..self
        }
    }

    pub(crate) fn short(self) -> Self {
        Self {
            short: true,
            ..self
        }
    }

    pub(crate) fn html(mut self, wrongs: &Wrongs) -> String {
        self.wrong = wrongs.of(self.name);
        rendered(&self)
    }
}

/// One of a few, or of many.
#[derive(Template)]
#[template(path = "select.html")]
pub(crate) struct Select {
    name: &'static str,
    label: String,
    hint: String,
    options: Vec<(String, String)>,
    value: String,
    wrong: Option<String>,
}

impl Select {
    /// Options are pairs of value and label.
    pub(crate) fn new(name: &'static str, label: String, options: Vec<(String, String)>) -> Self {
        Self {
            name,
            label,
            hint: String::new(),
            options,
            value: String::new(),
            wrong: None,
        }
    }

    pub(crate) fn hint(self, hint: String) -> Self {
        Self { hint, ..self }
    }

    pub(crate) fn value(self, value: &str) -> Self {
        Self {
            value: value.to_owned(),
            ..self
        }
    }

    pub(crate) fn html(mut self, wrongs: &Wrongs) -> String {
        self.wrong = wrongs.of(self.name);
        rendered(&self)
    }
}

/// A box to tick.
pub(crate) struct Tick {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) on: bool,
}

/// Several boxes under one question.
#[derive(Template)]
#[template(path = "ticks.html")]
pub(crate) struct Ticks {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) ticks: Vec<Tick>,
    pub(crate) wrong: Option<String>,
}

impl Ticks {
    pub(crate) fn html(mut self, wrongs: &Wrongs) -> String {
        self.wrong = wrongs.of(self.name);
        rendered(&self)
    }
}

/// Nothing when a template fails, which none does.
fn rendered(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}
