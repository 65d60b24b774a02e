//! One condition, resolved by a lawbook that is compiled already.

use std::collections::{BTreeMap, BTreeSet};

use demur_syntax::tree::{Expr, Word};
use demur_syntax::{Diagnostic, FileId, Span, parse_condition};

use super::facts::MAX_CELLS;
use super::symbols::Symbols;
use super::{Builder, vocabulary_only};
use crate::lawbook::{Criterion, Domain, Fact, Finer, Lawbook, Variable};
use crate::table::{FactId, Table, VarId};

impl Lawbook {
    /// Reads a condition of the rule language over the facts, named conditions, groups
    /// and parameters of this lawbook. The lawbook and its hash stay as they are.
    ///
    /// `file` is the text's id in the collection in which messages will be shown.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it; warnings alone are no error.
    pub fn criterion(&self, file: FileId, text: &str) -> Result<Criterion, Vec<Diagnostic>> {
        let (expr, mut diagnostics) = parse_condition(file, text);
        let criterion = expr.and_then(|expr| {
            let mut builder = Builder::over(self, &mut diagnostics);
            let finer = builder.cut_finer(file, &expr)?;
            let holds = builder.condition(file, &expr)?;
            Some(Criterion { holds, finer })
        });
        match criterion {
            Some(criterion) if !diagnostics.iter().any(Diagnostic::is_error) => Ok(criterion),
            _ => Err(diagnostics),
        }
    }
}

impl<'u, 'd> Builder<'u, 'd> {
    /// A builder that knows what a compiled lawbook declares.
    fn over(lawbook: &'u Lawbook, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        let mut facts: Table<FactId, Fact> = Table::default();
        for (_, fact) in lawbook.facts.iter() {
            // The packs' texts are not among those in which messages will be shown.
            facts.push(Fact {
                declared: None,
                ..fact.clone()
            });
        }
        Self {
            units: &[],
            symbols: Symbols::of(lawbook),
            lawbook: vocabulary_only(facts, lawbook.variables.clone(), lawbook.place),
            diagnostics,
        }
    }

    /// Gives numbers that the condition tells apart, and the lawbook does not, variables
    /// of their own. `None` after a diagnostic.
    fn cut_finer(&mut self, file: FileId, expr: &Expr) -> Option<Vec<Finer>> {
        let mut cuts: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
        self.cuts_of(expr, &mut |path: &Word, numbers: Vec<i64>| {
            cuts.entry(path.text.clone()).or_default().extend(numbers);
        });
        let mut finer = Vec::new();
        for (name, numbers) in cuts {
            let Some(fact) = self.symbols.facts.get(name.as_str()).copied() else {
                continue;
            };
            finer.extend(self.finer(fact, &numbers));
        }
        let too_fine = finer.iter().find(|each| each.cells.len() > MAX_CELLS);
        if let Some(each) = too_fine {
            let name = &self.lawbook.facts[each.fact].name;
            let message = format!("`{name}` is compared with too many different numbers");
            let many = format!("{} ranges, at most {MAX_CELLS}", each.cells.len());
            let diagnostic = Diagnostic::error("E131", message)
                .at(file, span_of(expr), many)
                .help("leave out some of the comparisons");
            self.report(diagnostic);
            return None;
        }
        Some(finer)
    }

    fn finer(&mut self, id: FactId, numbers: &BTreeSet<i64>) -> Option<Finer> {
        let Domain::Int { low, high, cells } = self.lawbook.facts[id].domain.clone() else {
            return None;
        };
        let inner = numbers.iter().copied();
        let inner = inner.filter(|number| *number > low && *number <= high);
        let firsts: BTreeSet<i64> = cells.iter().copied().chain(inner).collect();
        if firsts.len() == cells.len() {
            return None;
        }
        let cells: Vec<i64> = firsts.into_iter().collect();
        let variable: VarId = self.lawbook.variables.push(Variable {
            fact: id,
            element: None,
            cells: u32::try_from(cells.len()).unwrap_or(u32::MAX),
        });
        if let Some(fact) = self.lawbook.facts.get_mut(id) {
            fact.variables = vec![variable];
            fact.domain = Domain::Int {
                low,
                high,
                cells: cells.clone(),
            };
        }
        Some(Finer {
            variable,
            fact: id,
            cells,
        })
    }
}

fn span_of(expr: &Expr) -> Span {
    match expr {
        Expr::Not(_, span) | Expr::All(_, span) | Expr::Any(_, span) => *span,
        Expr::Atom(atom) => atom.span,
    }
}
