//! From trees to meaning, in the order in which the steps depend on each other.

mod cells;
mod conditions;
mod criterion;
mod facts;
mod norms;
mod packs;
mod policy;
mod symbols;
mod tests;
mod texts;
mod together;
mod vocabulary;

use demur_syntax::{Diagnostic, FileId, Span};

use crate::lawbook::{Fact, Lawbook, Variable};
use crate::table::{FactId, Table, VarId};

pub(crate) use packs::{Origin, Unit, units};
use symbols::Symbols;

/// Builds a lawbook out of units, collecting diagnostics on the way.
pub(crate) struct Builder<'u, 'd> {
    units: &'u [Unit],
    symbols: Symbols<'u>,
    lawbook: Lawbook,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'u, 'd> Builder<'u, 'd> {
    pub(crate) fn new(units: &'u [Unit], diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        let mut facts = Table::default();
        let mut variables = Table::default();
        let place = facts::place(units, &mut facts, &mut variables);
        let lawbook = Lawbook {
            packs: packs::packs(units),
            ..vocabulary_only(facts, variables, place)
        };
        Self {
            units,
            symbols: Symbols::default(),
            lawbook,
            diagnostics,
        }
    }

    pub(crate) fn build(&mut self) {
        self.declare();
        self.vocabulary();
        self.norms();
        self.tests();
        self.check_use();
    }

    pub(crate) fn finish(self) -> Lawbook {
        self.lawbook
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn declared_twice(
        &mut self,
        what: &str,
        name: &str,
        first: (FileId, Span),
        again: (FileId, Span),
    ) {
        self.report(
            Diagnostic::error("E106", format!("the {what} `{name}` is declared twice"))
                .at(again.0, again.1, "again here")
                .see(first.0, first.1, "first declared here")
                .help("give one of the two another name, or delete it"),
        );
    }
}

/// A lawbook in which nobody says anything about these facts.
fn vocabulary_only(
    facts: Table<FactId, Fact>,
    variables: Table<VarId, Variable>,
    place: FactId,
) -> Lawbook {
    Lawbook {
        packs: Table::default(),
        facts,
        variables,
        grounds: Table::default(),
        steps: Table::default(),
        duties: Table::default(),
        measures: Table::default(),
        norms: Table::default(),
        definitions: Vec::new(),
        groups: Vec::new(),
        parameters: Vec::new(),
        assumptions: Vec::new(),
        profiles: Vec::new(),
        together: Vec::new(),
        tests: Vec::new(),
        properties: Vec::new(),
        place,
        reasons: None,
        comparator: None,
        hash: String::new(),
    }
}
