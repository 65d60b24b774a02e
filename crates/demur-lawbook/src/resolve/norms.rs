//! Norms: their effects, days, places and overrides.

use std::collections::{BTreeMap, BTreeSet};

use demur_syntax::tree::{self, AtomTest, Expr, Item, ItemKind, NormClause, Word};
use demur_syntax::{Diagnostic, FileId, Span, nearest};

use super::{Builder, Unit, packs};
use crate::lawbook::{Cells, Condition, Confidence, Effect, Norm, Steps, Texts, Tier, Within};
use crate::table::{GroundId, MeasureId, NormId, Table};

/// A norm before ids of norms are known.
struct Draft<'u> {
    norm: Norm,
    overrides: Vec<&'u Word>,
}

impl<'u> Builder<'u, '_> {
    pub(super) fn norms(&mut self) {
        let mut drafts = Vec::new();
        for unit in self.units {
            for item in unit.document.items() {
                if let ItemKind::Norm(norm) = &item.kind {
                    drafts.extend(self.norm(unit, item, norm));
                }
            }
        }
        drafts.sort_by(|a, b| (&a.norm.id, a.norm.from).cmp(&(&b.norm.id, b.norm.from)));
        self.check_versions(&drafts);
        let ids: Table<NormId, String> = table(drafts.iter().map(|draft| draft.norm.id.clone()));
        for draft in &drafts {
            let overrides = self.overrides(&draft.norm, &draft.overrides, &ids, &drafts);
            self.lawbook.norms.push(Norm {
                overrides,
                ..draft.norm.clone()
            });
        }
        self.check_cycles();
    }

    fn norm(&mut self, unit: &'u Unit, item: &Item, norm: &'u tree::Norm) -> Option<Draft<'u>> {
        self.check_id(unit, &norm.id);
        let clauses = || norm.clauses.iter().map(|clause| &clause.kind);
        let title = Self::joined(clauses().filter_map(|clause| match clause {
            NormClause::Title(texts) => Some(texts),
            _ => None,
        }));
        let note = Self::joined(clauses().filter_map(|clause| match clause {
            NormClause::Note(texts) => Some(texts),
            _ => None,
        }));
        let span = norm.id.span;
        let title = self.texts(
            unit,
            span,
            &format!("the title of `{}`", norm.id.text),
            &title,
        );
        let note = match note.0.is_empty() {
            true => Texts::default(),
            false => self.texts(
                unit,
                span,
                &format!("the note of `{}`", norm.id.text),
                &note,
            ),
        };
        let (from, to) = self.in_force(unit, norm);
        let mut when = vec![self.scope(unit)];
        let mut unless = Vec::new();
        let mut overrides = Vec::new();
        let mut effect = None;
        let mut complete = true;
        for clause in clauses() {
            match clause {
                NormClause::When(expr) => match self.condition(unit.file, expr) {
                    Some(condition) => when.push(condition),
                    None => complete = false,
                },
                NormClause::Unless(expr) => match self.condition(unit.file, expr) {
                    Some(condition) => unless.push(condition),
                    None => complete = false,
                },
                NormClause::Overrides(ids) => overrides.extend(ids),
                NormClause::Effect(tree::Effect::Except(id)) => {
                    overrides.push(id);
                    effect = Some(Effect::Except);
                }
                NormClause::Effect(written) => effect = self.effect(unit, span, written),
                _ => {}
            }
        }
        let norm = Norm {
            id: norm.id.text.clone(),
            pack: unit.pack,
            layer: unit.layer,
            title,
            note,
            from,
            to,
            citation: unit.citation.clone(),
            confidence: self.confidence(unit, norm),
            doubts: unit
                .document
                .doubts
                .iter()
                .map(|doubt| doubt.value.clone())
                .collect(),
            effect: effect.filter(|_| complete)?,
            when: Condition::All(when),
            unless,
            overrides: Vec::new(),
            yielding: clauses().any(|clause| matches!(clause, NormClause::Yielding)),
            declared: (unit.file, item.span),
        };
        Some(Draft { norm, overrides })
    }

    fn check_id(&mut self, unit: &Unit, id: &Word) {
        let house = unit.layer.tier == Tier::House;
        let expected = if house { &unit.head.id } else { &unit.prefix };
        let fits = id.text == *expected
            || id
                .text
                .strip_prefix(expected.as_str())
                .is_some_and(|rest| rest.starts_with('.'));
        if !fits {
            self.report(
                Diagnostic::error(
                    "E108",
                    format!("the id `{}` does not fit the path of its file", id.text),
                )
                .at(
                    unit.file,
                    id.span,
                    format!("expected `{expected}` or `{expected}.something`"),
                )
                .help("rename the norm, or move it to the file that its id names"),
            );
        }
    }

    fn in_force(
        &mut self,
        unit: &Unit,
        norm: &tree::Norm,
    ) -> (Option<jiff::civil::Date>, Option<jiff::civil::Date>) {
        let found = norm.clauses.iter().find_map(|clause| match &clause.kind {
            NormClause::InForce { from, to } => {
                Some((from.date, to.map(|day| day.date), clause.span))
            }
            _ => None,
        });
        match found {
            Some((from, Some(to), span)) if to <= from => {
                self.report(
                    Diagnostic::error("E110", format!("`{}` is never in force", norm.id.text))
                        .at(unit.file, span, "ends before it begins")
                        .help("`to` is the first day on which the norm no longer applies"),
                );
                (Some(from), Some(to))
            }
            Some((from, to, _)) => (Some(from), to),
            None => {
                if matches!(unit.layer.tier, Tier::Law | Tier::Code) {
                    self.report(
                        Diagnostic::error(
                            "E112",
                            format!("`{}` does not say since when it is in force", norm.id.text),
                        )
                        .at(unit.file, norm.id.span, "expected `in force from DAY`")
                        .help("a situation is judged by the law of its own day"),
                    );
                }
                (None, None)
            }
        }
    }

    fn confidence(&mut self, unit: &Unit, norm: &tree::Norm) -> Confidence {
        let written = norm.clauses.iter().find_map(|clause| match &clause.kind {
            NormClause::Confidence(word) => Some(word),
            _ => None,
        });
        let Some(word) = written else {
            return unit.confidence;
        };
        let names = Confidence::ALL.map(Confidence::name);
        Confidence::ALL
            .into_iter()
            .find(|confidence| confidence.name() == word.text)
            .unwrap_or_else(|| {
                self.report(
                    Diagnostic::error("E102", format!("`{}` is not a confidence", word.text))
                        .at(
                            unit.file,
                            word.span,
                            format!("expected one of {}", names.join(", ")),
                        )
                        .did_you_mean(nearest(&word.text, names)),
                );
                Confidence::Recalled
            })
    }

    /// The places in which norms of this unit apply.
    fn scope(&self, unit: &Unit) -> Condition {
        let Some(place) = &unit.head.place else {
            return Condition::always();
        };
        let fact = &self.lawbook.facts[self.lawbook.place];
        let inside = packs::places_within(self.units, place);
        let cells = fact
            .domain
            .values()
            .iter()
            .enumerate()
            .filter(|(_, value)| inside.contains(&value.name));
        let cells = cells.fold(Cells::default(), |all, (cell, _)| {
            Cells(all.0 | Cells::single(cell).0)
        });
        let variables = fact.variables.iter();
        Condition::All(
            variables
                .map(|variable| Condition::Is {
                    variable: *variable,
                    cells,
                })
                .collect(),
        )
    }

    fn effect(&mut self, unit: &Unit, span: Span, effect: &tree::Effect) -> Option<Effect> {
        let file = unit.file;
        Some(match effect {
            tree::Effect::ForbidRefusing => Effect::ForbidRefusing,
            tree::Effect::ForbidServing => Effect::ForbidServing,
            tree::Effect::ForbidRefusingBecause(set) => {
                let Some(reasons) = self.lawbook.reasons else {
                    self.report(
                        Diagnostic::error("E105", "no fact holds the reasons for refusing")
                            .at(file, span, "needs such a fact")
                            .help("mark a `some of { .. }` fact with `reason`"),
                    );
                    return None;
                };
                let elements = self.elements(file, reasons, set)?;
                let variables = &self.lawbook.facts[reasons].variables;
                Effect::ForbidRefusingBecause(
                    elements
                        .iter()
                        .filter_map(|element| variables.get(*element).copied())
                        .collect(),
                )
            }
            tree::Effect::Permit(word) => Effect::Permit(self.ground_named(file, word)?),
            tree::Effect::Entitle(word) => Effect::Entitle(self.ground_named(file, word)?),
            tree::Effect::NeedsGround(words) => {
                let grounds: Vec<Option<GroundId>> = words
                    .iter()
                    .map(|word| self.ground_named(file, word))
                    .collect();
                Effect::NeedsGround(grounds.into_iter().collect::<Option<_>>()?)
            }
            tree::Effect::RequireStep { step, ground } => Effect::RequireStep {
                step: self.steps(file, step)?,
                ground: match ground {
                    Some(word) => Some(self.ground_named(file, word)?),
                    None => None,
                },
            },
            tree::Effect::RequireDuty { duty, within } => Effect::RequireDuty {
                duty: self.duty_named(file, duty)?,
                within: within.map(|within| Within {
                    count: within.count.value,
                    unit: within.unit,
                }),
            },
            tree::Effect::ForbidDuty(duty) => Effect::ForbidDuty(self.duty_named(file, duty)?),
            tree::Effect::Suggest { measure, ground } => Effect::Suggest {
                measure: self.measure_named(file, measure)?,
                ground: match ground {
                    Some(word) => Some(self.ground_named(file, word)?),
                    None => None,
                },
            },
            tree::Effect::Except(_) => Effect::Except,
            tree::Effect::Caution(texts) => {
                Effect::Caution(self.texts(unit, span, "the caution", texts))
            }
            tree::Effect::Consequence { of_serving, texts } => Effect::Consequence {
                of_serving: *of_serving,
                text: self.texts(unit, span, "the consequence", texts),
            },
        })
    }

    pub(super) fn ground_named(&mut self, file: FileId, word: &Word) -> Option<GroundId> {
        let found = self.symbols.grounds.get(word.text.as_str()).copied();
        if found.is_none() {
            let names: Vec<&str> = self.symbols.grounds.keys().copied().collect();
            self.unknown("ground", file, word, &names);
        }
        found
    }

    pub(super) fn duty_named(&mut self, file: FileId, word: &Word) -> Option<crate::table::DutyId> {
        let found = self.symbols.duties.get(word.text.as_str()).copied();
        if found.is_none() {
            let names: Vec<&str> = self.symbols.duties.keys().copied().collect();
            self.unknown("duty", file, word, &names);
        }
        found
    }

    pub(super) fn measure_named(&mut self, file: FileId, word: &Word) -> Option<MeasureId> {
        let found = self.symbols.measures.get(word.text.as_str()).copied();
        if found.is_none() {
            let names: Vec<&str> = self.symbols.measures.keys().copied().collect();
            self.unknown("measure", file, word, &names);
        }
        found
    }

    pub(super) fn step_named(&mut self, file: FileId, word: &Word) -> Option<crate::table::StepId> {
        let found = self.symbols.steps.get(word.text.as_str()).copied();
        if found.is_none() {
            let names: Vec<&str> = self.symbols.steps.keys().copied().collect();
            self.unknown("step", file, word, &names);
        }
        found
    }

    fn steps(&mut self, file: FileId, expr: &Expr) -> Option<Steps> {
        match expr {
            Expr::Atom(atom) if atom.test == AtomTest::Holds => {
                self.step_named(file, &atom.path).map(Steps::One)
            }
            Expr::All(parts, _) => self.step_parts(file, parts).map(Steps::All),
            Expr::Any(parts, _) => self.step_parts(file, parts).map(Steps::Any),
            Expr::Atom(atom) => {
                self.report(
                    Diagnostic::error("E103", "a step is done or not done")
                        .at(file, atom.span, "cannot be compared")
                        .help("declare a step that is `done when` this comparison holds"),
                );
                None
            }
            Expr::Not(..) => None,
        }
    }

    fn step_parts(&mut self, file: FileId, parts: &[Expr]) -> Option<Vec<Steps>> {
        let parts: Vec<Option<Steps>> = parts.iter().map(|part| self.steps(file, part)).collect();
        parts.into_iter().collect()
    }

    fn check_versions(&mut self, drafts: &[Draft<'_>]) {
        for (first, second) in drafts.iter().zip(drafts.iter().skip(1)) {
            let (first, second) = (&first.norm, &second.norm);
            let overlap = match (first.to, second.from) {
                (Some(to), Some(from)) => from < to,
                _ => true,
            };
            if first.id == second.id && overlap {
                self.report(
                    Diagnostic::error("E107", format!("two versions of `{}` are in force on the same day", first.id))
                        .at(second.declared.0, second.declared.1, "begins before the other one ends")
                        .see(first.declared.0, first.declared.1, "the other version")
                        .help("end the earlier version with `to` on the day on which the later one begins"),
                );
            }
        }
    }

    fn overrides(
        &mut self,
        norm: &Norm,
        words: &[&Word],
        ids: &Table<NormId, String>,
        drafts: &[Draft<'_>],
    ) -> Vec<NormId> {
        let mut found = Vec::new();
        for word in words {
            let targets: Vec<(NormId, &Norm)> = ids
                .ids()
                .zip(drafts)
                .map(|(id, draft)| (id, &draft.norm))
                .filter(|(_, other)| other.id == word.text)
                .collect();
            if targets.is_empty() && !self.symbols.norms.contains(word.text.as_str()) {
                self.unknown_norm(norm.declared.0, word);
            }
            for (id, target) in targets {
                if target.layer < norm.layer && !target.yielding {
                    self.overrides_upward(norm, word, target);
                } else {
                    found.push(id);
                }
            }
        }
        found
    }

    pub(super) fn unknown_norm(&mut self, file: FileId, word: &Word) {
        let near = nearest(&word.text, self.symbols.norms.iter().copied()).map(str::to_owned);
        self.report(
            Diagnostic::error("E104", format!("unknown norm `{}`", word.text))
                .at(file, word.span, "no pack declares this")
                .did_you_mean(near.as_deref())
                .help("`demur law list` lists the norms"),
        );
    }

    fn overrides_upward(&mut self, norm: &Norm, word: &Word, target: &Norm) {
        let (own, other) = (norm.layer.tier.name(), target.layer.tier.name());
        self.report(
            Diagnostic::error("E120", format!("a {own} norm cannot override {other}"))
                .at(norm.declared.0, word.span, format!("`{}` stands above it", target.id))
                .see(target.declared.0, target.declared.1, "declared here")
                .help("delete the override; only if that norm lets others depart from it, mark it `yielding`"),
        );
    }

    /// Reports every norm that overrides itself through others.
    fn check_cycles(&mut self) {
        let edges: BTreeMap<NormId, Vec<NormId>> = self
            .lawbook
            .norms
            .iter()
            .map(|(id, norm)| (id, norm.overrides.clone()))
            .collect();
        let mut reported: BTreeSet<NormId> = BTreeSet::new();
        for start in self.lawbook.norms.ids() {
            if let Some(path) =
                path_back(start, &edges).filter(|path| path.iter().all(|id| !reported.contains(id)))
            {
                reported.extend(&path);
                let circle = path.iter().chain(path.first());
                let names: Vec<String> = circle
                    .map(|id| format!("`{}`", self.lawbook.norms[*id].id))
                    .collect();
                let (file, span) = self.lawbook.norms[start].declared;
                self.report(
                    Diagnostic::error(
                        "E121",
                        format!("`{}` overrides itself", self.lawbook.norms[start].id),
                    )
                    .at(file, span, names.join(" overrides "))
                    .help(
                        "delete one of these overrides: a norm is either the rule or the exception",
                    ),
                );
            }
        }
    }
}

/// The shortest way from a norm along overrides back to itself.
fn path_back(start: NormId, edges: &BTreeMap<NormId, Vec<NormId>>) -> Option<Vec<NormId>> {
    let mut came_from: BTreeMap<NormId, NormId> = BTreeMap::new();
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(id) = queue.pop_front() {
        for next in edges.get(&id).into_iter().flatten() {
            if *next == start {
                let mut path = vec![id];
                while let Some(before) = path.last().and_then(|last| came_from.get(last)) {
                    path.push(*before);
                }
                path.reverse();
                return Some(path);
            }
            if !came_from.contains_key(next) {
                came_from.insert(*next, id);
                queue.push_back(*next);
            }
        }
    }
    None
}

fn table(names: impl Iterator<Item = String>) -> Table<NormId, String> {
    let mut table = Table::default();
    for name in names {
        table.push(name);
    }
    table
}
