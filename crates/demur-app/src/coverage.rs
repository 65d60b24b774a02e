//! Whether the examples show each part of each norm at work: that it applies, that
//! it does not apply when one condition fails or one exception holds, and the days
//! on which it begins and ends.

use std::collections::BTreeSet;

use demur_engine::TestResult;
use demur_lawbook::{Cells, Condition, Expectation, FactId, Lawbook, Norm, NormId, Test};
use demur_syntax::Diagnostic;
use jiff::civil::Date;

use crate::words;

/// What the tests that ran have shown.
#[derive(Debug, Default)]
pub struct Coverage {
    applied: BTreeSet<NormId>,
    missed: BTreeSet<(NormId, usize)>,
    excepted: BTreeSet<(NormId, usize)>,
    /// Norms by id and day that apply, or that a test says do not apply.
    days: BTreeSet<(String, Date, bool)>,
}

impl Coverage {
    /// Adds what one test shows.
    pub fn add(&mut self, lawbook: &Lawbook, test: &Test, result: &TestResult) {
        self.applied.extend(&result.applied);
        self.missed.extend(&result.missed);
        self.excepted.extend(&result.excepted);
        let live = test
            .expectations
            .iter()
            .filter_map(|(expectation, _)| match expectation {
                Expectation::Live(id, live) => Some((id.clone(), test.on, *live)),
                _ => None,
            });
        self.days.extend(live);
        let applied = result
            .applied
            .iter()
            .map(|norm| (lawbook.norms[*norm].id.clone(), test.on, true));
        self.days.extend(applied);
    }

    /// Norms that apply in no test.
    #[must_use]
    pub fn never_applied(&self, lawbook: &Lawbook) -> Vec<NormId> {
        lawbook
            .norms
            .ids()
            .filter(|norm| !self.applied.contains(norm))
            .collect()
    }

    /// Conditions, exceptions and days that no test shows.
    #[must_use]
    pub fn unshown(&self, lawbook: &Lawbook, norm: NormId) -> Vec<Diagnostic> {
        let info = &lawbook.norms[norm];
        let mut lacking = Vec::new();
        let conditions = info.conditions();
        for (index, condition) in conditions.iter().enumerate() {
            let alike = conditions.iter().enumerate().filter(|(_, other)| {
                is_excluded_from(lawbook, condition)
                    .is_some_and(|set| is_excluded_from(lawbook, other) == Some(set))
            });
            let shown_alike = alike
                .map(|(other, _)| other)
                .any(|other| self.missed.contains(&(norm, other)));
            if !shown_alike && !self.missed.contains(&(norm, index)) {
                let condition = words::condition(lawbook, condition);
                lacking.push(format!("an example in which it fails that `{condition}`"));
            }
        }
        for (index, condition) in info.unless.iter().enumerate() {
            if !self.excepted.contains(&(norm, index)) {
                let condition = words::condition(lawbook, condition);
                lacking.push(format!("an example of the exception `{condition}`"));
            }
        }
        lacking.extend(self.days_lacking(info));
        lacking
            .into_iter()
            .map(|lacking| unshown(info, &lacking))
            .collect()
    }

    fn days_lacking(&self, norm: &Norm) -> Vec<String> {
        let shows = |day: Date, live: bool| self.days.contains(&(norm.id.clone(), day, live));
        let mut lacking = Vec::new();
        let begins = norm
            .from
            .and_then(|from| Some((from, from.yesterday().ok()?)));
        if let Some((from, before)) = begins {
            if !shows(from, true) {
                lacking.push(format!(
                    "an example on {from}, the first day, in which it applies"
                ));
            }
            if !shows(before, false) && !shows(before, true) {
                lacking.push(format!("an example on {before}, the day before"));
            }
        }
        let ends = norm.to.and_then(|to| Some((to, to.yesterday().ok()?)));
        if let Some((to, last)) = ends {
            if !shows(last, true) {
                lacking.push(format!(
                    "an example on {last}, the last day, in which it applies"
                ));
            }
            if !shows(to, false) && !shows(to, true) {
                lacking.push(format!("an example on {to}, the first day without it"));
            }
        }
        lacking
    }
}

/// The set that a condition says an element is not in: `includes none of` is one
/// condition, however many elements it names.
fn is_excluded_from(lawbook: &Lawbook, condition: &Condition) -> Option<FactId> {
    match condition {
        Condition::Is {
            variable,
            cells: Cells::NO,
        } => {
            let variable = lawbook.variables[*variable];
            variable.element.map(|_| variable.fact)
        }
        _ => None,
    }
}

fn unshown(norm: &Norm, lacking: &str) -> Diagnostic {
    Diagnostic::error(
        "T007",
        format!("the examples do not show all of `{}`", norm.id),
    )
    .at(norm.declared.0, norm.declared.1, format!("lacks {lacking}"))
    .help(format!(
        "add it, with `expect applies {0}` or `expect inapplicable {0}`",
        norm.id
    ))
}
