//! The law of one day as Cedar policies, with the schema of what they look at.

mod expression;
mod norms;
mod policy;
mod schema;
mod verdict;

use std::collections::BTreeSet;

use demur_lawbook::{FactId, Lawbook};
use jiff::civil::Date;

use self::policy::Policy;
use super::law::Law;
use super::scope::Scope;

/// Three texts that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cedar {
    /// Which norms hold, which steps are done, whether the situation is possible.
    pub norms: String,
    /// Whether serving, and refusing, breaks no rule.
    pub verdict: String,
    /// The schema against which the policies and each request can be checked.
    pub schema: String,
    /// The facts that some policy looks at: the attributes of the context.
    pub facts: BTreeSet<FactId>,
}

/// The norms that can hold on this day in this scope, what follows from them, and the
/// schema.
#[must_use]
pub fn cedar(lawbook: &Lawbook, day: Date, scope: &Scope) -> Cedar {
    let law = Law::new(lawbook, day, scope);
    let mut holds = norms::norms(&law);
    holds.extend(norms::steps(&law));
    holds.extend(norms::assumptions(&law));
    let mut verdict = verdict::refuse(&law);
    verdict.extend(verdict::serve(&law));
    let mut facts = BTreeSet::new();
    for policy in holds.iter().chain(&verdict) {
        policy.each_variable(&mut |variable| {
            facts.insert(lawbook.variables[variable].fact);
        });
    }
    let head = head(lawbook, day, scope);
    let text = |policies: &[Policy]| {
        let texts: Vec<String> = policies.iter().map(|policy| policy.text(lawbook)).collect();
        format!("{head}\n{}", texts.join("\n"))
    };
    Cedar {
        norms: text(&holds),
        verdict: text(&verdict),
        schema: format!("{head}\n{}", schema::schema(lawbook, &facts)),
        facts,
    }
}

/// Which law this is.
fn head(lawbook: &Lawbook, day: Date, scope: &Scope) -> String {
    let place = scope.place_name(lawbook).unwrap_or("any");
    let mut head = format!(
        "// Written by `demur law export`; meaning and limits: docs/cedar.md.\n\
         // Lawbook {}, day {day}, place {place}",
        lawbook.hash
    );
    for (id, pack) in lawbook.packs.iter() {
        if scope.packs.is_empty() || scope.packs.contains(&id) {
            head.push_str(&format!(", {} {}", pack.id, pack.version));
        }
    }
    head.push('\n');
    head
}
