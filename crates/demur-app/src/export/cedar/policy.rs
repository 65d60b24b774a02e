//! One policy and its text.

use demur_lawbook::{Lawbook, VarId};

use super::super::formula::Formula;
use super::expression::{clause, quoted};

/// A policy over all principals and resources.
#[derive(Debug)]
pub(super) struct Policy {
    pub(super) permits: bool,
    pub(super) action: &'static str,
    /// Name and value, in the order of the text; `id` first.
    pub(super) annotations: Vec<(&'static str, String)>,
    pub(super) when: Formula,
    pub(super) unless: Formula,
}

impl Policy {
    pub(super) fn new(action: &'static str, permits: bool, id: String) -> Self {
        Self {
            permits,
            action,
            annotations: vec![("id", id)],
            when: Formula::constant(true),
            unless: Formula::constant(false),
        }
    }

    pub(super) fn note(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.annotations.push((name, value));
        }
        self
    }

    pub(super) fn when(self, when: Formula) -> Self {
        Self { when, ..self }
    }

    pub(super) fn unless(self, unless: Formula) -> Self {
        Self { unless, ..self }
    }

    pub(super) fn each_variable(&self, see: &mut impl FnMut(VarId)) {
        self.when.each_variable(see);
        self.unless.each_variable(see);
    }

    pub(super) fn text(&self, lawbook: &Lawbook) -> String {
        let mut text = String::new();
        for (name, value) in &self.annotations {
            text.push_str(&format!("@{name}({})\n", quoted(value)));
        }
        let effect = if self.permits { "permit" } else { "forbid" };
        text.push_str(&format!(
            "{effect} (\n  principal,\n  action == Demur::Action::\"{}\",\n  resource\n)",
            self.action
        ));
        if self.when != Formula::constant(true) {
            text.push_str(&format!("\nwhen {}", clause(lawbook, &self.when)));
        }
        if self.unless != Formula::constant(false) {
            text.push_str(&format!("\nunless {}", clause(lawbook, &self.unless)));
        }
        text.push_str(";\n");
        text
    }
}
