//! Facts: their domains, costs, marks and typical values.

use std::collections::{BTreeMap, BTreeSet};

use demur_syntax::tree::{self, FactClause, Literal};
use demur_syntax::{Diagnostic, Span, nearest};

use super::{Builder, Unit, packs};
use crate::lawbook::{Answer, Cost, Domain, Fact, Texts, Value, Variable};
use crate::table::{FactId, Table, VarId};

/// Most cells of one variable: one machine word.
pub(super) const MAX_CELLS: usize = 64;

/// Adds the built-in fact `place`.
pub(super) fn place(
    units: &[Unit],
    facts: &mut Table<FactId, Fact>,
    variables: &mut Table<VarId, Variable>,
) -> FactId {
    let label = |place: &String| {
        let pack = units
            .iter()
            .map(|unit| &unit.head)
            .find(|head| head.place.as_ref() == Some(place));
        let plain = || Texts {
            en: place.clone(),
            pl: place.clone(),
        };
        pack.map_or_else(plain, |head| head.titles.clone())
    };
    let places = packs::places(units);
    let values = places
        .iter()
        .map(|place| Value {
            name: place.clone(),
            label: label(place),
        })
        .collect();
    push_fact(
        facts,
        variables,
        Fact {
            name: "place".to_owned(),
            pack: None,
            domain: Domain::OneOf(values),
            variables: Vec::new(),
            ask: Texts {
                en: "Where does it happen?".to_owned(),
                pl: "Gdzie to się dzieje?".to_owned(),
            },
            help: Texts::default(),
            cost: Cost::Seen,
            typical: None,
            actionable: false,
            avoidable: false,
            never_ask: false,
            urgent: false,
            declared: None,
        },
    )
}

fn push_fact(
    facts: &mut Table<FactId, Fact>,
    variables: &mut Table<VarId, Variable>,
    mut fact: Fact,
) -> FactId {
    let id = facts.push(fact.clone());
    let mut variable = |element, cells: usize| {
        variables.push(Variable {
            fact: id,
            element,
            cells: u32::try_from(cells).unwrap_or(u32::MAX),
        })
    };
    fact.variables = match &fact.domain {
        Domain::Bool => vec![variable(None, 2)],
        // Without any place in the lawbook there is one place, which has no name.
        Domain::OneOf(values) => vec![variable(None, values.len().max(1))],
        Domain::SomeOf(values) => (0..values.len())
            .map(|element| variable(Some(element), 2))
            .collect(),
        Domain::Int { cells, .. } => vec![variable(None, cells.len())],
    };
    if let Some(slot) = facts.get_mut(id) {
        *slot = fact;
    }
    id
}

impl<'u> Builder<'u, '_> {
    pub(super) fn fact(
        &mut self,
        unit: &'u Unit,
        fact: &'u tree::Fact,
        cuts: &BTreeMap<String, BTreeSet<i64>>,
    ) {
        if !self.is_new("fact", &fact.name, unit) {
            return;
        }
        let name = &fact.name.text;
        let domain = self.domain(unit, fact, cuts.get(name));
        let clauses = || fact.clauses.iter().map(|clause| &clause.kind);
        let never_ask = clauses().any(|clause| matches!(clause, FactClause::NeverAsk));
        let ask = Self::joined(clauses().filter_map(|clause| match clause {
            FactClause::Ask(texts) => Some(texts),
            _ => None,
        }));
        let help = Self::joined(clauses().filter_map(|clause| match clause {
            FactClause::Help(texts) => Some(texts),
            _ => None,
        }));
        if never_ask && !ask.0.is_empty() {
            self.report(
                Diagnostic::error(
                    "E141",
                    format!("`{name}` is never asked, yet has a question"),
                )
                .at(unit.file, fact.name.span, "never asked")
                .help("delete `ask`, or delete `never ask`"),
            );
        }
        let what = format!("the question of `{name}`");
        let ask = if never_ask {
            Texts::default()
        } else {
            self.texts(unit, fact.name.span, &what, &ask)
        };
        let help = if help.0.is_empty() {
            Texts::default()
        } else {
            self.texts(
                unit,
                fact.name.span,
                &format!("the help of `{name}`"),
                &help,
            )
        };
        let cost = self.cost(unit, fact);
        let compiled = Fact {
            name: name.clone(),
            pack: Some(unit.pack),
            domain,
            variables: Vec::new(),
            ask,
            help,
            cost,
            typical: None,
            actionable: clauses().any(|clause| matches!(clause, FactClause::Actionable)),
            avoidable: clauses().any(|clause| matches!(clause, FactClause::Avoidable)),
            never_ask,
            urgent: clauses().any(|clause| matches!(clause, FactClause::Urgent)),
            declared: Some((unit.file, fact.name.span)),
        };
        let id = push_fact(
            &mut self.lawbook.facts,
            &mut self.lawbook.variables,
            compiled,
        );
        self.symbols.facts.insert(name, id);
        self.check_power(unit, fact);
        self.marks(unit, fact, id);
        self.typical(unit, fact, id);
    }

    /// Why somebody would refuse is in nobody's power, and only what is so or not so
    /// can be got round.
    fn check_power(&mut self, unit: &Unit, fact: &tree::Fact) {
        let has = |is: fn(&FactClause) -> bool| {
            let mut found = fact.clauses.iter().filter(|clause| is(&clause.kind));
            found.next().map(|clause| clause.span)
        };
        let motive = has(|kind| matches!(kind, FactClause::Reason | FactClause::Comparator));
        let avoidable = has(|kind| matches!(kind, FactClause::Avoidable));
        let power = has(|kind| matches!(kind, FactClause::Actionable)).or(avoidable);
        if let (Some(_), Some(power)) = (motive, power) {
            self.report(
                Diagnostic::error("E133", "nobody can change why a refusal would happen")
                    .at(unit.file, power, "a reason is not a thing to be done")
                    .help("delete this clause"),
            );
        } else if let (Some(span), false) =
            (avoidable, matches!(fact.domain, tree::Domain::Bool(_)))
        {
            self.report(
                Diagnostic::error("E133", "only a yes-or-no fact can be avoidable")
                    .at(unit.file, span, "there is no single opposite")
                    .help("write `actionable` where staff can choose another value"),
            );
        }
    }

    pub(super) fn domain(
        &mut self,
        unit: &Unit,
        fact: &tree::Fact,
        cuts: Option<&BTreeSet<i64>>,
    ) -> Domain {
        match &fact.domain {
            tree::Domain::Bool(_) => Domain::Bool,
            tree::Domain::OneOf(values, span) => {
                Domain::OneOf(self.values(unit, fact, values, *span))
            }
            tree::Domain::SomeOf(values, span) => {
                Domain::SomeOf(self.values(unit, fact, values, *span))
            }
            tree::Domain::Int { low, high } => {
                if low.value > high.value {
                    self.report(
                        Diagnostic::error("E103", "a range cannot end before it begins")
                            .at(
                                unit.file,
                                low.span.to(high.span),
                                "the first number is larger",
                            )
                            .help(format!("write `{}..{}`", high.value, low.value)),
                    );
                }
                let inner = cuts
                    .into_iter()
                    .flatten()
                    .copied()
                    .filter(|cut| *cut > low.value && *cut <= high.value);
                let cells: Vec<i64> = std::iter::once(low.value).chain(inner).collect();
                if cells.len() > MAX_CELLS {
                    self.report(
                        Diagnostic::error(
                            "E131",
                            format!(
                                "`{}` is compared with too many different numbers",
                                fact.name.text
                            ),
                        )
                        .at(
                            unit.file,
                            fact.name.span,
                            format!("{} ranges, at most {MAX_CELLS}", cells.len()),
                        )
                        .help("declare a fact of its own for part of these comparisons"),
                    );
                }
                Domain::Int {
                    low: low.value,
                    high: high.value,
                    cells,
                }
            }
        }
    }

    pub(super) fn values(
        &mut self,
        unit: &Unit,
        fact: &tree::Fact,
        values: &[tree::Value],
        span: Span,
    ) -> Vec<Value> {
        let mut compiled: Vec<Value> = Vec::new();
        for value in values {
            let name = &value.name.text;
            if compiled.iter().any(|other| other.name == *name) {
                self.report(
                    Diagnostic::error("E106", format!("the value `{name}` is declared twice"))
                        .at(unit.file, value.name.span, "again here")
                        .help("delete one of the two"),
                );
                continue;
            }
            let what = format!("the value `{name}`");
            let label = self.texts(unit, value.name.span, &what, &value.texts);
            compiled.push(Value {
                name: name.clone(),
                label,
            });
        }
        let limit = if matches!(fact.domain, tree::Domain::OneOf(..)) {
            MAX_CELLS
        } else {
            usize::MAX
        };
        if compiled.is_empty() || compiled.len() > limit {
            self.report(
                Diagnostic::error(
                    "E131",
                    format!("`{}` has {} values", fact.name.text, compiled.len()),
                )
                .at(unit.file, span, format!("expected 1 to {MAX_CELLS}"))
                .help(if compiled.is_empty() {
                    "list at least one value"
                } else {
                    "split it into two facts"
                }),
            );
        }
        compiled
    }

    pub(super) fn cost(&mut self, unit: &Unit, fact: &tree::Fact) -> Cost {
        let written = fact.clauses.iter().find_map(|clause| match &clause.kind {
            FactClause::Cost(word) => Some(word),
            _ => None,
        });
        let Some(word) = written else {
            return Cost::Ask;
        };
        Cost::ALL
            .into_iter()
            .find(|cost| cost.name() == word.text)
            .unwrap_or_else(|| {
                let names = Cost::ALL.map(Cost::name);
                self.report(
                    Diagnostic::error("E102", format!("`{}` is not a cost", word.text))
                        .at(
                            unit.file,
                            word.span,
                            format!("expected one of {}", names.join(", ")),
                        )
                        .did_you_mean(nearest(&word.text, names)),
                );
                Cost::Ask
            })
    }

    pub(super) fn marks(&mut self, unit: &Unit, fact: &tree::Fact, id: FactId) {
        for clause in &fact.clauses {
            let is_set = matches!(self.lawbook.facts[id].domain, Domain::SomeOf(_));
            let is_bool = self.lawbook.facts[id].domain == Domain::Bool;
            let (what, fits, expected, earlier) = match clause.kind {
                FactClause::Reason => (
                    "reason",
                    is_set,
                    "`some of { .. }`",
                    self.lawbook.reasons.replace(id),
                ),
                FactClause::Comparator => (
                    "comparator",
                    is_bool,
                    "`bool`",
                    self.lawbook.comparator.replace(id),
                ),
                _ => continue,
            };
            if !fits {
                self.report(
                    Diagnostic::error(
                        "E103",
                        format!("only a fact of the kind {expected} can be the `{what}`"),
                    )
                    .at(unit.file, clause.span, format!("expected {expected}"))
                    .help("delete this mark, or change what the fact may be"),
                );
            }
            if let Some((file, span)) =
                earlier.and_then(|earlier| self.lawbook.facts[earlier].declared)
            {
                self.declared_twice("mark", what, (file, span), (unit.file, clause.span));
            }
        }
    }

    pub(super) fn typical(&mut self, unit: &Unit, fact: &tree::Fact, id: FactId) {
        let written = fact.clauses.iter().find_map(|clause| match &clause.kind {
            FactClause::Typical(literal) => Some((literal, clause.span)),
            _ => None,
        });
        let Some((literal, span)) = written else {
            return;
        };
        let answer = self.answer(unit, id, literal, span);
        if let Some(slot) = self.lawbook.facts.get_mut(id) {
            slot.typical = answer;
        }
    }

    pub(super) fn answer(
        &mut self,
        unit: &Unit,
        id: FactId,
        literal: &Literal,
        span: Span,
    ) -> Option<Answer> {
        let fact = self.lawbook.facts[id].clone();
        match (&fact.domain, literal) {
            (Domain::Bool, Literal::Bool(value, _)) => Some(Answer::Bool(*value)),
            (Domain::OneOf(_), Literal::Name(word)) => {
                Some(Answer::OneOf(vec![self.value(unit.file, id, word)?]))
            }
            (Domain::SomeOf(values), Literal::Set(words, _)) => {
                let includes: Option<Vec<usize>> = words
                    .iter()
                    .map(|word| self.value(unit.file, id, word))
                    .collect();
                let includes = includes?;
                let excludes = (0..values.len())
                    .filter(|each| !includes.contains(each))
                    .collect();
                Some(Answer::SomeOf { includes, excludes })
            }
            (Domain::Int { low, high, .. }, Literal::Int(int))
                if (*low..=*high).contains(&int.value) =>
            {
                Some(Answer::Int {
                    low: int.value,
                    high: int.value,
                })
            }
            (domain, _) => {
                let expected = match domain {
                    Domain::Bool => "`yes` or `no`".to_owned(),
                    Domain::OneOf(_) => "one of its values".to_owned(),
                    Domain::SomeOf(_) => "a set such as `{a, b}`".to_owned(),
                    Domain::Int { low, high, .. } => format!("a number from {low} to {high}"),
                };
                self.report(
                    Diagnostic::error(
                        "E103",
                        format!("this cannot be the typical value of `{}`", fact.name),
                    )
                    .at(unit.file, span, format!("expected {expected}")),
                );
                None
            }
        }
    }
}
