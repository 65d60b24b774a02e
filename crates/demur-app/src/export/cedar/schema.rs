//! The Cedar schema: which attributes a complete situation has.

use std::collections::BTreeSet;

use demur_lawbook::{Domain, FactId, Lawbook};

use super::expression::quoted;

/// Every action that some policy is about.
const ACTIONS: [&str; 5] = ["applies", "done", "possible", "serve", "refuse"];

/// All attributes are required: a situation with unknown facts is not a request.
pub(super) fn schema(lawbook: &Lawbook, facts: &BTreeSet<FactId>) -> String {
    let mut text = String::from("namespace Demur {\n  entity Staff;\n  entity Service;\n\n");
    text.push_str("  type Situation = {\n");
    for id in facts {
        let fact = &lawbook.facts[*id];
        let (kind, values) = match &fact.domain {
            Domain::Bool => ("Bool", String::new()),
            Domain::OneOf(values) => ("String", names(values)),
            Domain::SomeOf(values) => ("Set<String>", names(values)),
            Domain::Int { low, high, .. } => ("Long", format!("{low} to {high}")),
        };
        if !fact.ask.en.is_empty() {
            text.push_str(&format!("    // {}\n", one_line(&fact.ask.en)));
        }
        if !values.is_empty() {
            text.push_str(&format!("    // {values}\n"));
        }
        text.push_str(&format!("    {}: {kind},\n", quoted(&fact.name)));
    }
    text.push_str("  };\n\n");
    let actions = ACTIONS.map(|action| format!("\"{action}\"")).join(", ");
    text.push_str(&format!(
        "  action {actions} appliesTo {{\n    principal: [Staff],\n    resource: [Service],\n    \
         context: Situation,\n  }};\n}}\n"
    ));
    text
}

fn names(values: &[demur_lawbook::Value]) -> String {
    let names: Vec<&str> = values.iter().map(|value| value.name.as_str()).collect();
    names.join(", ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
