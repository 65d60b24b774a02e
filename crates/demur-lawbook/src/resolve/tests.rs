//! Examples, precedents and properties; and which facts are used at all.

use std::collections::BTreeSet;

use demur_syntax::tree::{self, ItemKind, Part, Period, PropertyClause, TestClause, Word};
use demur_syntax::{Diagnostic, FileId, Span, nearest};

use super::{Builder, Unit};
use crate::lawbook::{
    Cells, Condition, Effect, Expectation, Given, GroundStatus, Lawbook, Property, Test, Tier,
    Verdict,
};
use crate::table::{FactId, MeasureId, VarId};

impl<'u> Builder<'u, '_> {
    pub(super) fn tests(&mut self) {
        for unit in self.units {
            for item in unit.document.items() {
                match &item.kind {
                    ItemKind::Test(test) => self.test(unit, test, item.span),
                    ItemKind::Property(property) => self.property(unit, property, item.span),
                    _ => {}
                }
            }
        }
    }

    fn test(&mut self, unit: &Unit, test: &tree::Test, span: Span) {
        let mut compiled = Test {
            pack: unit.pack,
            title: test.title.value.clone(),
            docket: test.docket.as_ref().map(|docket| docket.value.clone()),
            case: None,
            on: test.on.date,
            profile: Given::new(),
            given: Given::new(),
            otherwise_typical: false,
            expectations: Vec::new(),
            declared: (unit.file, span),
        };
        for clause in &test.clauses {
            match &clause.kind {
                TestClause::Case(word) => compiled.case = Some(word.text.clone()),
                TestClause::Known(_) => {}
                TestClause::OtherwiseTypical => compiled.otherwise_typical = true,
                TestClause::Given(list) => {
                    for each in list {
                        self.given(unit.file, each, &mut compiled.profile, &mut compiled.given);
                    }
                }
                TestClause::Expect(expectation) => {
                    if let Some(expectation) = self.expectation(unit.file, expectation) {
                        compiled.expectations.push((expectation, clause.span));
                    }
                }
            }
        }
        if compiled.expectations.is_empty() {
            self.report(
                Diagnostic::error("E014", format!("`{}` expects nothing", test.title.value))
                    .at(unit.file, test.title.span, "can never fail")
                    .help("add a line such as `expect must_serve by pl.kw.135`"),
            );
        }
        self.lawbook.tests.push(compiled);
    }

    /// Adds what is given to `profile` or `given`.
    pub(super) fn given(
        &mut self,
        file: FileId,
        each: &tree::Given,
        profile: &mut Given,
        given: &mut Given,
    ) {
        match each {
            tree::Given::Profile(word, _) => {
                let found = self
                    .lawbook
                    .profile_named(&word.text)
                    .map(|found| found.given.clone());
                match found {
                    Some(facts) => profile.extend(facts),
                    None => {
                        let names: Vec<String> = self
                            .lawbook
                            .profiles
                            .iter()
                            .map(|profile| profile.name.clone())
                            .collect();
                        let names: Vec<&str> = names.iter().map(String::as_str).collect();
                        self.unknown("profile", file, word, &names);
                    }
                }
            }
            tree::Given::Fact(expr) => {
                let Some(condition) = self.condition(file, expr) else {
                    return;
                };
                if !conjuncts(&condition, given) {
                    self.report(
                        Diagnostic::error("E013", "a given fact cannot leave open what it is")
                            .at(file, expr.span(), "holds in several ways")
                            .help("say what is known, one fact at a time"),
                    );
                }
            }
        }
    }

    fn expectation(
        &mut self,
        file: FileId,
        expectation: &tree::Expectation,
    ) -> Option<Expectation> {
        Some(match expectation {
            tree::Expectation::Verdict { verdict, by } => {
                Expectation::Verdict(self.verdict(file, verdict)?, self.norm_ids(file, by)?)
            }
            tree::Expectation::Undetermined(verdicts) => {
                let mut verdicts = self.verdicts(file, verdicts)?;
                verdicts.sort_unstable();
                Expectation::Undetermined(verdicts)
            }
            tree::Expectation::Strength(word) => Expectation::Strong(self.choice(
                file,
                word,
                "strength",
                &[("strong", true), ("weak", false)],
            )?),
            tree::Expectation::DecidedBy(word) => Expectation::DecidedBy(self.tier(file, word)?),
            tree::Expectation::Ground { ground, status } => {
                let statuses = GroundStatus::ALL.map(|status| (status.name(), status));
                let ground = self.ground_named(file, ground)?;
                Expectation::Ground(ground, self.choice(file, status, "status", &statuses)?)
            }
            tree::Expectation::Part {
                part,
                absent,
                name,
                by,
            } => match part {
                Part::Step => Expectation::Step(self.step_named(file, name)?, !absent),
                Part::Duty => Expectation::Duty(
                    self.duty_named(file, name)?,
                    !absent,
                    self.norm_ids(file, by)?,
                ),
                Part::Caution => Expectation::Caution(self.norm_id(file, name)?, !absent),
                Part::Consequence => Expectation::Consequence(self.norm_id(file, name)?, !absent),
            },
            tree::Expectation::Measures(words) => {
                let measures: Vec<Option<MeasureId>> = words
                    .iter()
                    .map(|word| self.measure_named(file, word))
                    .collect();
                let mut measures: Vec<MeasureId> = measures.into_iter().collect::<Option<_>>()?;
                measures.sort_unstable();
                measures.dedup();
                Expectation::Measures(measures)
            }
            tree::Expectation::Tainted(by) => Expectation::Tainted(Some(self.norm_ids(file, by)?)),
            tree::Expectation::NotTainted => Expectation::Tainted(None),
            tree::Expectation::Ask(word) => Expectation::Ask(self.fact_named(file, word)?),
            tree::Expectation::Applies(word) => Expectation::Live(self.norm_id(file, word)?, true),
            tree::Expectation::Inapplicable(word) => {
                Expectation::Live(self.norm_id(file, word)?, false)
            }
        })
    }

    fn choice<T: Copy>(
        &mut self,
        file: FileId,
        word: &Word,
        what: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let found = choices
            .iter()
            .find(|(name, _)| *name == word.text)
            .map(|(_, choice)| *choice);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.report(
                Diagnostic::error("E102", format!("`{}` is not a {what}", word.text))
                    .at(
                        file,
                        word.span,
                        format!("expected one of {}", names.join(", ")),
                    )
                    .did_you_mean(nearest(&word.text, names)),
            );
        }
        found
    }

    fn verdict(&mut self, file: FileId, word: &Word) -> Option<Verdict> {
        self.choice(
            file,
            word,
            "verdict",
            &Verdict::ALL.map(|verdict| (verdict.name(), verdict)),
        )
    }

    fn verdicts(&mut self, file: FileId, words: &[Word]) -> Option<Vec<Verdict>> {
        let verdicts: Vec<Option<Verdict>> =
            words.iter().map(|word| self.verdict(file, word)).collect();
        verdicts.into_iter().collect()
    }

    fn tier(&mut self, file: FileId, word: &Word) -> Option<Tier> {
        self.choice(
            file,
            word,
            "layer",
            &Tier::ALL.map(|tier| (tier.name(), tier)),
        )
    }

    fn norm_id(&mut self, file: FileId, word: &Word) -> Option<String> {
        if self.symbols.norms.contains(word.text.as_str()) {
            return Some(word.text.clone());
        }
        self.unknown_norm(file, word);
        None
    }

    fn norm_ids(&mut self, file: FileId, words: &[Word]) -> Option<Vec<String>> {
        let ids: Vec<Option<String>> = words.iter().map(|word| self.norm_id(file, word)).collect();
        ids.into_iter().collect()
    }

    fn property(&mut self, unit: &Unit, property: &tree::Property, span: Span) {
        let (from, to) = match property.period {
            Period::Always => (None, None),
            Period::From(day) => (Some(day.date), None),
            Period::Between(from, to) => (Some(from.date), Some(to.date)),
        };
        let mut compiled = Property {
            title: property.title.value.clone(),
            from,
            to,
            every_policy_below: None,
            whenever: Condition::always(),
            never: Vec::new(),
            always: Vec::new(),
            except_by: Vec::new(),
            declared: (unit.file, span),
        };
        for clause in &property.clauses {
            match &clause.kind {
                PropertyClause::EveryPolicyBelow(word) => {
                    compiled.every_policy_below = self.tier(unit.file, word)
                }
                PropertyClause::Whenever(expr) => {
                    compiled.whenever = self
                        .condition(unit.file, expr)
                        .unwrap_or_else(Condition::always);
                }
                PropertyClause::Never(words) => {
                    compiled
                        .never
                        .extend(self.verdicts(unit.file, words).unwrap_or_default());
                }
                PropertyClause::Always(words) => {
                    compiled
                        .always
                        .extend(self.verdicts(unit.file, words).unwrap_or_default());
                }
                PropertyClause::ExceptBy(words) => {
                    compiled
                        .except_by
                        .extend(self.norm_ids(unit.file, words).unwrap_or_default());
                }
            }
        }
        if compiled.never.is_empty() && compiled.always.is_empty() {
            self.report(
                Diagnostic::error("E014", format!("`{}` states nothing", compiled.title))
                    .at(unit.file, property.title.span, "can never fail")
                    .help("add a line such as `never may_refuse`"),
            );
        }
        self.lawbook.properties.push(compiled);
    }

    /// Warns of facts that no norm and no step looks at.
    pub(super) fn check_use(&mut self) {
        if self.diagnostics.iter().any(Diagnostic::is_error) {
            return;
        }
        let used = used_facts(&self.lawbook);
        let unused: Vec<(String, FileId, Span)> = self
            .lawbook
            .facts
            .iter()
            .filter(|(id, _)| !used.contains(id))
            .filter_map(|(_, fact)| {
                fact.declared
                    .map(|(file, span)| (fact.name.clone(), file, span))
            })
            .collect();
        for (name, file, span) in unused {
            self.report(
                Diagnostic::warning("W202", format!("no norm looks at the fact `{name}`"))
                    .at(file, span, "its answer can change nothing")
                    .help("use it in a norm, or delete it"),
            );
        }
    }
}

fn used_facts(lawbook: &Lawbook) -> BTreeSet<FactId> {
    let mut used = BTreeSet::from([lawbook.place]);
    used.extend(lawbook.comparator);
    let mut see = |variable: VarId, _: Cells| {
        used.insert(lawbook.variables[variable].fact);
    };
    for (_, step) in lawbook.steps.iter() {
        step.done.each_variable(&mut see);
    }
    for (_, norm) in lawbook.norms.iter() {
        norm.when.each_variable(&mut see);
        norm.unless
            .iter()
            .for_each(|unless| unless.each_variable(&mut see));
        if let Effect::ForbidRefusingBecause(reasons) = &norm.effect {
            reasons.iter().for_each(|reason| see(*reason, Cells::YES));
        }
    }
    used
}

/// Adds the single variables that the condition fixes; false when it leaves a choice
/// between variables.
fn conjuncts(condition: &Condition, given: &mut Given) -> bool {
    match condition {
        Condition::Is { variable, cells } => {
            given.push((*variable, *cells));
            true
        }
        Condition::All(parts) => parts.iter().all(|part| conjuncts(part, given)),
        Condition::Any(parts) => match parts.as_slice() {
            [only] => conjuncts(only, given),
            _ => false,
        },
        Condition::During { .. } => false,
    }
}
