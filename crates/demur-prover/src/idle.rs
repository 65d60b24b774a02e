//! Questions that never matter.

use std::collections::BTreeSet;

use demur_engine::{Claim, Twist};
use demur_lawbook::{Effect, FactId, Lawbook};

use crate::field::Field;
use crate::finding::{Finding, Kind};

/// Facts with a question that no span has shown to matter yet.
#[derive(Debug)]
pub(crate) struct Idle {
    facts: BTreeSet<FactId>,
}

impl Idle {
    pub(crate) fn new(lawbook: &Lawbook) -> Self {
        let asked = lawbook
            .facts
            .iter()
            .filter(|(id, fact)| !fact.ask.is_empty() && !fact.never_ask && *id != lawbook.place);
        Self {
            facts: asked.map(|(id, _)| id).collect(),
        }
    }

    pub(crate) fn look(&mut self, field: &mut Field<'_>) {
        let lawbook = field.lawbook;
        let told = told(field);
        let facts: Vec<FactId> = self.facts.iter().copied().collect();
        for fact in facts {
            // Each fact has a law of its own beside the first; what the search learnt about
            // those of other facts is only in the way.
            field.space.forget();
            let mut twist = Twist::none();
            for variable in &lawbook.facts[fact].variables {
                let other = field.space.fresh(lawbook.variables[*variable].cells);
                twist = twist.renaming(*variable, other);
            }
            let law = field.twisted(&twist);
            let possible = field.space.possible(&law);
            let own = std::mem::replace(&mut field.law, law);
            let other = self::told(field);
            field.law = own;
            let pairs: Vec<Claim> = told
                .iter()
                .zip(&other)
                .map(|(one, other)| field.space.differ(*one, *other))
                .collect();
            let differs = field.space.any(pairs);
            if field.find(&[differs, possible], &[]).is_some() {
                self.facts.remove(&fact);
            }
        }
    }

    pub(crate) fn findings(&self) -> impl Iterator<Item = Finding> {
        self.facts.iter().map(|fact| Finding {
            kind: Kind::Idle(*fact),
            scene: None,
            through: Vec::new(),
            when: Vec::new(),
        })
    }
}

/// What an opinion shows, with its cautions and consequences.
fn told(field: &mut Field<'_>) -> Vec<Claim> {
    let lawbook = field.lawbook;
    let shown = field.space.shown(lawbook, &field.law);
    let mut told: Vec<Claim> = shown.into_values().collect();
    let remarks = lawbook.norms.iter().filter(|(_, norm)| {
        matches!(
            norm.effect,
            Effect::Suggest { .. } | Effect::Caution(_) | Effect::Consequence { .. }
        )
    });
    told.extend(remarks.map(|(id, _)| field.law.applies(id)));
    told
}
