//! Where numbers are cut: at every constant with which some condition compares them.

use std::collections::{BTreeMap, BTreeSet};

use demur_syntax::tree::{self, AtomTest, Comparison, Expr, ItemKind, Operand, Word};

use super::Builder;

impl Builder<'_, '_> {
    /// For each fact the numbers at which some condition begins to tell apart.
    pub(super) fn cuts(&self) -> BTreeMap<String, BTreeSet<i64>> {
        let mut cuts: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
        let mut see = |path: &Word, numbers: Vec<i64>| {
            cuts.entry(path.text.clone()).or_default().extend(numbers);
        };
        for unit in self.units {
            for item in unit.document.items() {
                each_expr(&item.kind, &mut |expr| self.cuts_of(expr, &mut see));
            }
        }
        cuts
    }

    pub(super) fn cuts_of(&self, expr: &Expr, see: &mut impl FnMut(&Word, Vec<i64>)) {
        match expr {
            Expr::Not(inner, _) => self.cuts_of(inner, see),
            Expr::All(parts, _) | Expr::Any(parts, _) => {
                parts.iter().for_each(|part| self.cuts_of(part, see))
            }
            Expr::Atom(atom) => match &atom.test {
                AtomTest::Compare(comparison, operand) => {
                    for number in self.numbers(operand) {
                        see(&atom.path, comparison_cuts(*comparison, number));
                    }
                }
                AtomTest::Between(low, high) => {
                    see(&atom.path, self.numbers(low));
                    see(
                        &atom.path,
                        self.numbers(high)
                            .iter()
                            .map(|number| number.saturating_add(1))
                            .collect(),
                    );
                }
                AtomTest::Holds | AtomTest::Is { .. } | AtomTest::Includes(..) => {}
            },
        }
    }

    pub(super) fn numbers(&self, operand: &Operand) -> Vec<i64> {
        match operand {
            Operand::Int(int) => vec![int.value],
            Operand::Param(word) => {
                let values = self.symbols.params.get(word.text.as_str());
                values
                    .map(|values| values.iter().map(|(value, _)| *value).collect())
                    .unwrap_or_default()
            }
        }
    }
}

fn comparison_cuts(comparison: Comparison, number: i64) -> Vec<i64> {
    let next = number.saturating_add(1);
    match comparison {
        Comparison::Less | Comparison::AtLeast => vec![number],
        Comparison::AtMost | Comparison::More => vec![next],
        Comparison::Equal => vec![number, next],
    }
}

fn each_expr(item: &ItemKind, see: &mut impl FnMut(&Expr)) {
    let mut given = |each: &tree::Given| {
        if let tree::Given::Fact(expr) = each {
            see(expr);
        }
    };
    match item {
        ItemKind::Profile(profile) => profile.given.iter().for_each(given),
        ItemKind::Test(test) => {
            for clause in &test.clauses {
                if let tree::TestClause::Given(list) = &clause.kind {
                    list.iter().for_each(&mut given);
                }
            }
        }
        ItemKind::Step(step) => see(&step.done),
        ItemKind::Define(define) => see(&define.expr),
        ItemKind::Assume(assume) => {
            see(&assume.premise);
            assume.implied.iter().for_each(see);
        }
        ItemKind::Norm(norm) => {
            for clause in &norm.clauses {
                if let tree::NormClause::When(expr) | tree::NormClause::Unless(expr) = &clause.kind
                {
                    see(expr);
                }
            }
        }
        ItemKind::Property(property) => {
            for clause in &property.clauses {
                if let tree::PropertyClause::Whenever(expr) = &clause.kind {
                    see(expr);
                }
            }
        }
        ItemKind::Fact(_)
        | ItemKind::Group(_)
        | ItemKind::Together(_)
        | ItemKind::Ground(_)
        | ItemKind::Duty(_)
        | ItemKind::Measure(_)
        | ItemKind::Param(_) => {}
    }
}
