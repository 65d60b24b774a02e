//! Conditions over names to conditions over variables.

use demur_syntax::tree::{Atom, AtomTest, Comparison, Expr, Operand, Quantifier, SetRef, Word};
use demur_syntax::{Diagnostic, FileId, Span, nearest};
use jiff::civil::Date;

use super::Builder;
use crate::lawbook::{Cells, Condition, Domain, Fact};
use crate::table::FactId;

impl Builder<'_, '_> {
    /// The condition; `None` after a diagnostic.
    pub(super) fn condition(&mut self, file: FileId, expr: &Expr) -> Option<Condition> {
        self.condition_or_opposite(file, expr, false)
    }

    pub(super) fn condition_or_opposite(
        &mut self,
        file: FileId,
        expr: &Expr,
        opposite: bool,
    ) -> Option<Condition> {
        Translator {
            builder: self,
            file,
            inlined: Vec::new(),
        }
        .expr(expr, opposite)
    }

    /// The fact with this name, or a diagnostic.
    pub(super) fn fact_named(&mut self, file: FileId, word: &Word) -> Option<FactId> {
        if word.text == "place" {
            return Some(self.lawbook.place);
        }
        let found = self.symbols.facts.get(word.text.as_str()).copied();
        if found.is_none() {
            let names = self
                .symbols
                .facts
                .keys()
                .chain(self.symbols.defines.keys())
                .chain(self.symbols.compiled.keys())
                .copied();
            let near = nearest(&word.text, names).map(str::to_owned);
            let mut diagnostic = Diagnostic::error("E101", format!("unknown fact `{}`", word.text))
                .at(file, word.span, "no vocabulary declares this")
                .did_you_mean(near.as_deref());
            if let Some((file, span)) = near
                .as_deref()
                .and_then(|near| self.declared_at("fact", near))
            {
                diagnostic = diagnostic.see(file, span, "a similar name is declared here");
            }
            self.report(diagnostic.help("`demur facts` lists the vocabulary"));
        }
        found
    }

    /// The position of a value of a fact, or a diagnostic.
    pub(super) fn value(&mut self, file: FileId, fact: FactId, word: &Word) -> Option<usize> {
        let fact = &self.lawbook.facts[fact];
        let found = fact.value_named(&word.text);
        if found.is_none() {
            let names: Vec<&str> = fact
                .domain
                .values()
                .iter()
                .map(|value| value.name.as_str())
                .collect();
            let message = if names.is_empty() {
                format!(
                    "`{}` is a {} and has no value `{}`",
                    fact.name,
                    fact.domain.type_name(),
                    word.text
                )
            } else {
                format!("`{}` cannot be `{}`", fact.name, word.text)
            };
            let mut diagnostic =
                Diagnostic::error("E102", message).at(file, word.span, "not one of its values");
            let near = nearest(&word.text, names.iter().copied());
            diagnostic = diagnostic.did_you_mean(near);
            if near.is_none() && !names.is_empty() {
                diagnostic = diagnostic.help(format!("its values are {}", names.join(", ")));
            }
            if let Some((declared, span)) = fact.declared {
                diagnostic = diagnostic.see(declared, span, "declared here");
            }
            self.report(diagnostic);
        }
        found
    }

    /// The variables that a set of reasons or values stands for.
    pub(super) fn elements(
        &mut self,
        file: FileId,
        fact: FactId,
        set: &SetRef,
    ) -> Option<Vec<usize>> {
        match set {
            SetRef::Values(words, _) => {
                let found: Vec<Option<usize>> = words
                    .iter()
                    .map(|word| self.value(file, fact, word))
                    .collect();
                found.into_iter().collect()
            }
            SetRef::Group(word) => match self.symbols.groups.get(word.text.as_str()).cloned() {
                Some((owner, values)) if owner == fact => Some(values),
                Some((owner, _)) => {
                    let (owner, wanted) = (
                        &self.lawbook.facts[owner].name,
                        &self.lawbook.facts[fact].name,
                    );
                    let message = format!(
                        "the group `{}` belongs to `{owner}`, not to `{wanted}`",
                        word.text
                    );
                    self.report(Diagnostic::error("E103", message).at(
                        file,
                        word.span,
                        "a group of another fact",
                    ));
                    None
                }
                None if self.lawbook.facts[fact].value_named(&word.text).is_none() => {
                    let names: Vec<&str> = self.symbols.groups.keys().copied().collect();
                    self.unknown("group", file, word, &names);
                    None
                }
                None => self.value(file, fact, word).map(|value| vec![value]),
            },
        }
    }

    /// Reports a name of a kind that has no declaration.
    pub(super) fn unknown(&mut self, what: &str, file: FileId, word: &Word, known: &[&str]) {
        let near = nearest(&word.text, known.iter().copied());
        let mut diagnostic = Diagnostic::error("E105", format!("unknown {what} `{}`", word.text))
            .at(file, word.span, "not declared in any pack")
            .did_you_mean(near);
        if near.is_none() && !known.is_empty() {
            diagnostic = diagnostic.help(format!("declared: {}", known.join(", ")));
        }
        self.report(diagnostic);
    }
}

struct Translator<'b, 'u, 'd> {
    builder: &'b mut Builder<'u, 'd>,
    file: FileId,
    /// Names of the definitions that are being written out.
    inlined: Vec<String>,
}

impl Translator<'_, '_, '_> {
    fn expr(&mut self, expr: &Expr, opposite: bool) -> Option<Condition> {
        match expr {
            Expr::Not(inner, _) => self.expr(inner, !opposite),
            Expr::All(parts, _) => self.parts(parts, opposite, !opposite),
            Expr::Any(parts, _) => self.parts(parts, opposite, opposite),
            Expr::Atom(atom) => self.atom(atom, opposite),
        }
    }

    fn parts(&mut self, parts: &[Expr], opposite: bool, all: bool) -> Option<Condition> {
        let translated: Vec<Option<Condition>> =
            parts.iter().map(|part| self.expr(part, opposite)).collect();
        let parts: Option<Vec<Condition>> = translated.into_iter().collect();
        parts.map(if all { Condition::All } else { Condition::Any })
    }

    fn atom(&mut self, atom: &Atom, opposite: bool) -> Option<Condition> {
        if let Some((define, file)) = self
            .builder
            .symbols
            .defines
            .get(atom.path.text.as_str())
            .copied()
        {
            return self.define(atom, &define.expr, (file, define.name.span), opposite);
        }
        let compiled = &self.builder.symbols.compiled;
        if let Some(condition) = compiled.get(atom.path.text.as_str()).copied() {
            return self.compiled(atom, condition, opposite);
        }
        let id = self.builder.fact_named(self.file, &atom.path)?;
        let fact = self.builder.lawbook.facts[id].clone();
        match (&fact.domain, &atom.test) {
            (Domain::Bool, AtomTest::Holds) => {
                Some(self.is(&fact, Cells::YES, opposite, atom.span))
            }
            (
                Domain::OneOf(_),
                AtomTest::Is {
                    negated, values, ..
                },
            ) => {
                let found: Vec<Option<usize>> = values
                    .iter()
                    .map(|word| self.builder.value(self.file, id, word))
                    .collect();
                let cells = found.into_iter().collect::<Option<Vec<usize>>>()?;
                let cells = cells.into_iter().fold(Cells::default(), |all, cell| {
                    Cells(all.0 | Cells::single(cell).0)
                });
                Some(self.is(&fact, cells, opposite != *negated, atom.span))
            }
            (Domain::SomeOf(_), AtomTest::Includes(quantifier, set)) => {
                let elements = self.builder.elements(self.file, id, set)?;
                Some(includes(&fact, *quantifier, &elements, opposite))
            }
            (Domain::Int { .. }, AtomTest::Compare(comparison, operand)) => {
                self.compare(&fact, *comparison, operand, opposite, atom.span)
            }
            (Domain::Int { .. }, AtomTest::Between(low, high)) => {
                let at_least =
                    self.compare(&fact, Comparison::AtLeast, low, opposite, atom.span)?;
                let at_most = self.compare(&fact, Comparison::AtMost, high, opposite, atom.span)?;
                let parts = vec![at_least, at_most];
                Some(if opposite {
                    Condition::Any(parts)
                } else {
                    Condition::All(parts)
                })
            }
            _ => {
                self.wrong_use(&fact, atom);
                None
            }
        }
    }

    fn define(
        &mut self,
        atom: &Atom,
        expr: &Expr,
        declared: (FileId, Span),
        opposite: bool,
    ) -> Option<Condition> {
        let name = &atom.path.text;
        self.only_holds(atom, Some(declared))?;
        if self.inlined.contains(name) {
            self.builder.report(
                Diagnostic::error("E150", format!("`{name}` is defined by itself"))
                    .at(declared.0, declared.1, "needs its own value")
                    .help(format!("it goes round through {}", self.inlined.join(", "))),
            );
            return None;
        }
        self.inlined.push(name.clone());
        let outer = std::mem::replace(&mut self.file, declared.0);
        let condition = self.expr(expr, opposite);
        self.file = outer;
        self.inlined.pop();
        condition
    }

    /// A condition with a name, of a lawbook that is compiled already.
    fn compiled(
        &mut self,
        atom: &Atom,
        condition: &Condition,
        opposite: bool,
    ) -> Option<Condition> {
        self.only_holds(atom, None)?;
        Some(if opposite {
            condition.negated(&self.builder.lawbook.variables)
        } else {
            condition.clone()
        })
    }

    /// Reports a condition with a name that is used like anything else.
    fn only_holds(&mut self, atom: &Atom, declared: Option<(FileId, Span)>) -> Option<()> {
        if atom.test == AtomTest::Holds {
            return Some(());
        }
        let name = &atom.path.text;
        let message = format!("`{name}` is a condition and holds or does not hold");
        let mut diagnostic =
            Diagnostic::error("E103", message).at(self.file, atom.span, "cannot be compared");
        if let Some((file, span)) = declared {
            diagnostic = diagnostic.see(file, span, "declared here");
        }
        self.builder
            .report(diagnostic.help(format!("write `{name}` or `not {name}`")));
        None
    }

    fn is(&mut self, fact: &Fact, cells: Cells, opposite: bool, span: Span) -> Condition {
        let Some(variable) = fact.variables.first().copied() else {
            return Condition::Any(Vec::new());
        };
        let all = self.builder.lawbook.variables[variable].all();
        let cells = if opposite { all.without(cells) } else { cells };
        if cells.is_empty() || cells == all {
            let always = if cells.is_empty() {
                "never holds"
            } else {
                "always holds"
            };
            self.builder.report(
                Diagnostic::warning(
                    "W201",
                    format!("this comparison of `{}` {always}", fact.name),
                )
                .at(self.file, span, always)
                .help("delete it, or compare with another value"),
            );
        }
        Condition::Is { variable, cells }
    }

    fn compare(
        &mut self,
        fact: &Fact,
        comparison: Comparison,
        operand: &Operand,
        opposite: bool,
        span: Span,
    ) -> Option<Condition> {
        match operand {
            Operand::Int(int) => Some(self.is(
                fact,
                cells_where(fact, comparison, int.value),
                opposite,
                span,
            )),
            Operand::Param(word) => {
                let Some(values) = self.builder.symbols.params.get(word.text.as_str()).cloned()
                else {
                    let names: Vec<&str> = self.builder.symbols.params.keys().copied().collect();
                    self.builder.unknown("parameter", self.file, word, &names);
                    return None;
                };
                Some(dated(&values, opposite, |value| {
                    self.is(fact, cells_where(fact, comparison, value), opposite, span)
                }))
            }
        }
    }

    fn wrong_use(&mut self, fact: &Fact, atom: &Atom) {
        let name = &fact.name;
        let (kind, mend) = match &fact.domain {
            Domain::Bool => ("is yes or no", format!("write `{name}` or `not {name}`")),
            Domain::OneOf(values) => {
                let first = values.first().map_or("value", |value| value.name.as_str());
                (
                    "has one of several values",
                    format!("write `{name} is {first}`"),
                )
            }
            Domain::SomeOf(values) => {
                let first = values.first().map_or("value", |value| value.name.as_str());
                (
                    "is a set of values",
                    format!("write `{name} includes {first}`"),
                )
            }
            Domain::Int { high, .. } => (
                "is a number",
                format!("compare it, for example `{name} < {high}`"),
            ),
        };
        let mut diagnostic = Diagnostic::error(
            "E103",
            format!("`{name}` {kind} and cannot be used like this"),
        )
        .at(self.file, atom.span, "does not fit what the fact may be")
        .help(mend);
        if let Some((file, span)) = fact.declared {
            diagnostic = diagnostic.see(file, span, "declared here");
        }
        self.builder.report(diagnostic);
    }
}

/// The cells whose numbers all satisfy the comparison; cells never straddle one.
fn cells_where(fact: &Fact, comparison: Comparison, number: i64) -> Cells {
    let Domain::Int { cells, .. } = &fact.domain else {
        return Cells::default();
    };
    let holds = |first: i64| match comparison {
        Comparison::Less => first < number,
        Comparison::AtMost => first <= number,
        Comparison::More => first > number,
        Comparison::AtLeast => first >= number,
        Comparison::Equal => first == number,
    };
    let matching = cells.iter().enumerate().filter(|(_, first)| holds(**first));
    matching.fold(Cells::default(), |all, (cell, _)| {
        Cells(all.0 | Cells::single(cell).0)
    })
}

/// One condition for each period in which a parameter has one value. Before its
/// first value no comparison with it holds.
fn dated(
    values: &[(i64, Date)],
    opposite: bool,
    mut compare: impl FnMut(i64) -> Condition,
) -> Condition {
    let mut periods = Vec::new();
    if let Some((_, first)) = values.first()
        && opposite
    {
        periods.push(Condition::During {
            from: None,
            to: Some(*first),
        });
    }
    for (index, (value, from)) in values.iter().enumerate() {
        let to = values.get(index + 1).map(|(_, next)| *next);
        periods.push(Condition::All(vec![
            Condition::During {
                from: Some(*from),
                to,
            },
            compare(*value),
        ]));
    }
    Condition::Any(periods)
}

fn includes(fact: &Fact, quantifier: Quantifier, elements: &[usize], opposite: bool) -> Condition {
    let variable = |element: &usize| fact.variables.get(*element).copied();
    let each = |elements: &[usize], yes: bool| -> Vec<Condition> {
        let cells = if yes { Cells::YES } else { Cells::NO };
        elements
            .iter()
            .filter_map(variable)
            .map(|variable| Condition::Is { variable, cells })
            .collect()
    };
    let any = |elements: &[usize], yes: bool| Condition::Any(each(elements, yes));
    let all = |elements: &[usize], yes: bool| Condition::All(each(elements, yes));
    match (quantifier, opposite) {
        (Quantifier::One | Quantifier::Any, false) | (Quantifier::None, true) => {
            any(elements, true)
        }
        (Quantifier::One | Quantifier::Any, true) | (Quantifier::None, false) => {
            all(elements, false)
        }
        (Quantifier::All, false) => all(elements, true),
        (Quantifier::All, true) => any(elements, false),
        (Quantifier::Only, _) => {
            let others: Vec<usize> = (0..fact.variables.len())
                .filter(|each| !elements.contains(each))
                .collect();
            let mut parts = each(elements, !opposite);
            parts.extend(each(&others, opposite));
            if opposite {
                Condition::Any(parts)
            } else {
                Condition::All(parts)
            }
        }
    }
}
