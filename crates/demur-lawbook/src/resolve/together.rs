//! Questions about several facts at once.

use demur_syntax::tree::{self, TogetherClause, Value};
use demur_syntax::{Diagnostic, Span};

use super::{Builder, Unit};
use crate::lawbook::{Domain, Texts, Together};
use crate::table::FactId;

impl<'u> Builder<'u, '_> {
    pub(super) fn together(&mut self, unit: &'u Unit, together: &'u tree::Together) {
        if !self.is_new("question", &together.name, unit) {
            return;
        }
        let name = &together.name.text;
        let facts = self.facts_to_ask_together(unit, together);
        if together.facts.len() < 2 {
            self.cannot_be_asked_together(
                unit,
                together.facts_span,
                format!("the question `{name}` is about fewer than two facts"),
                "expected at least two",
                "name another fact, or delete this question",
            );
        }
        let clauses = || together.clauses.iter().map(|clause| &clause.kind);
        let ask = Self::joined(clauses().filter_map(|clause| match clause {
            TogetherClause::Ask(texts) => Some(texts),
            TogetherClause::Help(_) => None,
        }));
        let help = Self::joined(clauses().filter_map(|clause| match clause {
            TogetherClause::Help(texts) => Some(texts),
            TogetherClause::Ask(_) => None,
        }));
        let span = together.name.span;
        let ask = self.texts(unit, span, &format!("the question `{name}`"), &ask);
        let help = if help.0.is_empty() {
            Texts::default()
        } else {
            self.texts(unit, span, &format!("the help of `{name}`"), &help)
        };
        self.lawbook.together.push(Together {
            name: name.clone(),
            facts,
            ask,
            help,
        });
    }

    /// Boxes for a question that another pack asks.
    pub(super) fn more_together(&mut self, unit: &'u Unit, together: &'u tree::Together) {
        let name = &together.name.text;
        let position = self
            .lawbook
            .together
            .iter()
            .position(|each| each.name == *name);
        let Some(position) = position else {
            let asked = self.lawbook.together.clone();
            let names: Vec<&str> = asked.iter().map(|each| each.name.as_str()).collect();
            self.unknown("question", unit.file, &together.name, &names);
            return;
        };
        let facts = self.facts_to_ask_together(unit, together);
        if let Some(asked) = self.lawbook.together.get_mut(position) {
            asked.facts.extend(facts);
        }
    }

    fn facts_to_ask_together(
        &mut self,
        unit: &Unit,
        together: &tree::Together,
    ) -> Vec<(FactId, Texts)> {
        let mut facts: Vec<(FactId, Texts)> = Vec::new();
        for written in &together.facts {
            if let Some(fact) = self.fact_to_ask_together(unit, &facts, written) {
                let what = format!("the box of `{}`", written.name.text);
                let label = self.texts(unit, written.name.span, &what, &written.texts);
                facts.push((fact, label));
            }
        }
        facts
    }

    /// The fact, when it can be one box among others.
    fn fact_to_ask_together(
        &mut self,
        unit: &Unit,
        before: &[(FactId, Texts)],
        written: &Value,
    ) -> Option<FactId> {
        let fact = self.fact_named(unit.file, &written.name)?;
        let info = &self.lawbook.facts[fact];
        let elsewhere = self
            .lawbook
            .together
            .iter()
            .flat_map(|each| &each.facts)
            .chain(before)
            .any(|(each, _)| *each == fact);
        let (why, help) = if info.domain != Domain::Bool {
            (
                "is not a yes-or-no fact",
                "ask about it in its own question",
            )
        } else if info.never_ask {
            ("is never asked", "take it out of this question")
        } else if info.urgent {
            (
                "is urgent",
                "an urgent question stands alone; take it out of this one",
            )
        } else if elsewhere {
            (
                "is asked together with others already",
                "name it in one question only",
            )
        } else {
            return Some(fact);
        };
        let message = format!(
            "`{}` cannot be asked together with others",
            written.name.text
        );
        self.cannot_be_asked_together(unit, written.name.span, message, why, help);
        None
    }

    fn cannot_be_asked_together(
        &mut self,
        unit: &Unit,
        span: Span,
        message: String,
        why: &str,
        help: &str,
    ) {
        self.report(
            Diagnostic::error("E142", message)
                .at(unit.file, span, why)
                .help(help),
        );
    }
}
