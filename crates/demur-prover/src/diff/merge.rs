//! Two lawbooks over one vocabulary. Facts and values are the same where their names are.

use std::collections::{BTreeMap, BTreeSet};

use demur_engine::Known;
use demur_lawbook::{
    Cells, Condition, Domain, Effect, Fact, FactId, Id, Lawbook, Norm, Steps, Table, VarId,
    Variable,
};

use super::{NormChange, union};

/// Two lawbooks with the same facts and variables.
#[derive(Debug)]
pub(super) struct Merged {
    pub(super) old: Lawbook,
    pub(super) new: Lawbook,
    /// What both can tell: values and numbers that only one knows are left out.
    pub(super) common: Vec<Known>,
    /// Facts and values that only the old one knows.
    pub(super) narrowed: Vec<String>,
}

pub(super) fn merged(old: &Lawbook, new: &Lawbook) -> Merged {
    let (facts, variables) = vocabulary(old, new);
    let mut merged = Merged {
        old: rewritten(old, &facts, &variables),
        new: rewritten(new, &facts, &variables),
        common: Vec::new(),
        narrowed: narrowed(old, new),
    };
    merged.common = common(old, new, &facts, &variables);
    merged
}

fn vocabulary(old: &Lawbook, new: &Lawbook) -> (Table<FactId, Fact>, Table<VarId, Variable>) {
    let mut facts: Table<FactId, Fact> = Table::default();
    let mut variables = Table::default();
    let all: Vec<&Fact> = new.facts.iter().map(|(_, fact)| fact).collect();
    let gone = old.facts.iter().map(|(_, fact)| fact);
    let gone = gone.filter(|fact| new.fact_named(&fact.name).is_none());
    for fact in all.into_iter().chain(gone) {
        let other = old.fact_named(&fact.name).map(|id| &old.facts[id].domain);
        let domain = joined(&fact.domain, other);
        let id = FactId::from_position(facts.len());
        let mut add = |element, cells: usize| {
            variables.push(Variable {
                fact: id,
                element,
                cells: u32::try_from(cells).unwrap_or(u32::MAX),
            })
        };
        let own: Vec<VarId> = match &domain {
            Domain::Bool => vec![add(None, 2)],
            Domain::OneOf(values) => vec![add(None, values.len())],
            Domain::SomeOf(values) => (0..values.len()).map(|each| add(Some(each), 2)).collect(),
            Domain::Int { cells, .. } => vec![add(None, cells.len())],
        };
        facts.push(Fact {
            domain,
            variables: own,
            ..fact.clone()
        });
    }
    (facts, variables)
}

/// Everything that one of two domains of one kind can tell; the first where the kinds differ.
fn joined(one: &Domain, other: Option<&Domain>) -> Domain {
    match (one, other) {
        (Domain::OneOf(values), Some(Domain::OneOf(more))) => {
            Domain::OneOf(union(values, more, |value| &value.name))
        }
        (Domain::SomeOf(values), Some(Domain::SomeOf(more))) => {
            Domain::SomeOf(union(values, more, |value| &value.name))
        }
        (
            Domain::Int { low, high, cells },
            Some(Domain::Int {
                low: least,
                high: most,
                cells: cuts,
            }),
        ) => {
            let mut all: BTreeSet<i64> = cells.iter().chain(cuts).copied().collect();
            // Numbers beyond one of the domains have cells of their own.
            all.extend([*low, *least]);
            all.extend(
                [high, most]
                    .into_iter()
                    .filter(|end| *end < high.max(most))
                    .map(|end| end + 1),
            );
            Domain::Int {
                low: *low.min(least),
                high: *high.max(most),
                cells: all.into_iter().collect(),
            }
        }
        _ => one.clone(),
    }
}

/// The variable and cells of the merged vocabulary for those of a lawbook; `touching`
/// takes in every cell that shares a number, otherwise only those inside.
fn placed(
    from: &Lawbook,
    facts: &Table<FactId, Fact>,
    variable: VarId,
    cells: Cells,
    touching: bool,
) -> Option<(VarId, Cells)> {
    let info = from.variables[variable];
    let fact = &from.facts[info.fact];
    let other = &facts[facts.find(|each| each.name == fact.name)?];
    let first = other.variables.first().copied();
    match (&fact.domain, &other.domain) {
        (Domain::Bool, Domain::Bool) => Some((first?, cells)),
        (Domain::OneOf(values), Domain::OneOf(_)) => {
            let names = cells.iter().filter_map(|cell| values.get(cell));
            let positions = names.filter_map(|value| other.value_named(&value.name));
            let placed = positions.fold(0, |all, cell| all | Cells::single(cell).0);
            Some((first?, Cells(placed)))
        }
        (Domain::SomeOf(values), Domain::SomeOf(_)) => {
            let name = &values.get(info.element?)?.name;
            Some((*other.variables.get(other.value_named(name)?)?, cells))
        }
        (Domain::Int { .. }, Domain::Int { .. }) => Some((
            first?,
            numbers(&fact.domain, &other.domain, cells, touching),
        )),
        _ => None,
    }
}

/// The ends of each cell of a number.
fn ranges(domain: &Domain) -> Vec<(i64, i64)> {
    let Domain::Int { high, cells, .. } = domain else {
        return Vec::new();
    };
    let ends = cells.iter().skip(1).map(|next| next - 1).chain([*high]);
    cells.iter().copied().zip(ends).collect()
}

fn numbers(own: &Domain, other: &Domain, cells: Cells, touching: bool) -> Cells {
    let own = ranges(own);
    let chosen: Vec<(i64, i64)> = cells
        .iter()
        .filter_map(|cell| own.get(cell).copied())
        .collect();
    let mut found = Cells::default();
    for (cell, (low, high)) in ranges(other).into_iter().enumerate() {
        let meets = chosen.iter().any(|(from, to)| {
            if touching {
                *from <= high && low <= *to
            } else {
                *from <= low && high <= *to
            }
        });
        if meets {
            found = Cells(found.0 | Cells::single(cell).0);
        }
    }
    found
}

/// The same knowledge in the vocabulary of a lawbook that tells less apart.
pub(super) fn projected(merged: &Lawbook, to: &Lawbook, given: &[Known]) -> Vec<Known> {
    let placed = given.iter().filter_map(|known| {
        let (variable, cells) = placed(merged, &to.facts, known.variable, known.cells, true)?;
        Some(Known { variable, cells })
    });
    placed.collect()
}

fn rewritten(
    from: &Lawbook,
    facts: &Table<FactId, Fact>,
    variables: &Table<VarId, Variable>,
) -> Lawbook {
    let map = |condition: &Condition| mapped(from, facts, condition);
    let fact = |id: FactId| facts.find(|each| each.name == from.facts[id].name);
    let mut book = from.clone();
    book.tests.clear();
    book.properties.clear();
    book.profiles.clear();
    book.norms = Table::default();
    for (_, norm) in from.norms.iter() {
        let mut norm = norm.clone();
        norm.when = map(&norm.when);
        norm.unless = norm.unless.iter().map(map).collect();
        if let Effect::ForbidRefusingBecause(reasons) = &mut norm.effect {
            let own = reasons
                .iter()
                .filter_map(|reason| placed(from, facts, *reason, Cells::YES, false));
            *reasons = own.map(|(variable, _)| variable).collect();
        }
        book.norms.push(norm);
    }
    book.steps = Table::default();
    for (_, step) in from.steps.iter() {
        let mut step = step.clone();
        step.done = map(&step.done);
        book.steps.push(step);
    }
    for assumption in &mut book.assumptions {
        assumption.holds = map(&assumption.holds);
    }
    book.place = fact(from.place).unwrap_or(from.place);
    book.reasons = from.reasons.and_then(fact);
    book.comparator = from.comparator.and_then(fact);
    book.facts = facts.clone();
    book.variables = variables.clone();
    book
}

fn mapped(from: &Lawbook, facts: &Table<FactId, Fact>, condition: &Condition) -> Condition {
    let each = |parts: &[Condition]| parts.iter().map(|part| mapped(from, facts, part)).collect();
    match condition {
        // A fact whose kind changed cannot be told by both; its conditions are left open to
        // neither answer, and the fact is reported as gone.
        Condition::Is { variable, cells } => match placed(from, facts, *variable, *cells, false) {
            Some((variable, cells)) => Condition::Is { variable, cells },
            None => Condition::Any(Vec::new()),
        },
        Condition::During { .. } => condition.clone(),
        Condition::All(parts) => Condition::All(each(parts)),
        Condition::Any(parts) => Condition::Any(each(parts)),
    }
}

/// For each fact that both know the cells that both can tell.
fn common(
    old: &Lawbook,
    new: &Lawbook,
    facts: &Table<FactId, Fact>,
    variables: &Table<VarId, Variable>,
) -> Vec<Known> {
    let mut common = Vec::new();
    for (variable, info) in variables.iter() {
        let name = &facts[info.fact].name;
        let mut cells = info.all();
        for book in [old, new] {
            let Some(fact) = book.fact_named(name) else {
                continue;
            };
            let own = book.facts[fact].variables.iter();
            let told = own
                .filter_map(|each| placed(book, facts, *each, book.variables[*each].all(), false));
            let told: Vec<Cells> = told
                .filter(|(other, _)| *other == variable)
                .map(|(_, cells)| cells)
                .collect();
            cells = match told.first() {
                Some(known) => cells.and(*known),
                // An element that this lawbook does not know is not in its sets.
                None => Cells::NO,
            };
        }
        if cells != info.all() {
            common.push(Known { variable, cells });
        }
    }
    common
}

fn narrowed(old: &Lawbook, new: &Lawbook) -> Vec<String> {
    let mut gone = Vec::new();
    for (_, fact) in old.facts.iter() {
        let Some(other) = new.fact_named(&fact.name).map(|id| &new.facts[id]) else {
            gone.push(fact.name.clone());
            continue;
        };
        if fact.domain.type_name() != other.domain.type_name() {
            gone.push(fact.name.clone());
        }
        let values = fact.domain.values().iter();
        let lost = values.filter(|value| other.value_named(&value.name).is_none());
        gone.extend(lost.map(|value| format!("{} {}", fact.name, value.name)));
        if let (
            Domain::Int { low, high, .. },
            Domain::Int {
                low: least,
                high: most,
                ..
            },
        ) = (&fact.domain, &other.domain)
            && (least > low || most < high)
        {
            gone.push(format!("{} {least}..{most}", fact.name));
        }
    }
    gone
}

/// Norms of which there are more, fewer or others.
pub(super) fn norm_changes(both: &Merged) -> Vec<NormChange> {
    let (old, new) = (versions(&both.old), versions(&both.new));
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let changes = ids
        .into_iter()
        .filter_map(|id| match (old.get(id), new.get(id)) {
            (None, Some(_)) => Some(NormChange::Added(id.clone())),
            (Some(_), None) => Some(NormChange::Removed(id.clone())),
            (Some(before), Some(after)) if before != after => Some(NormChange::Changed(id.clone())),
            _ => None,
        });
    changes.collect()
}

/// What each norm says, version after version, without its texts.
fn versions(book: &Lawbook) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (_, norm) in book.norms.iter() {
        found
            .entry(norm.id.clone())
            .or_default()
            .push(said(book, norm));
    }
    found
}

fn said(book: &Lawbook, norm: &Norm) -> String {
    let overrides: Vec<&String> = norm
        .overrides
        .iter()
        .map(|id| &book.norms[*id].id)
        .collect();
    format!(
        "{:?} {:?} {:?} {} {} {:?} {:?} {overrides:?}",
        norm.layer,
        norm.from,
        norm.to,
        norm.yielding,
        effect(book, &norm.effect),
        norm.when,
        norm.unless
    )
}

fn effect(book: &Lawbook, effect: &Effect) -> String {
    let rest = match effect {
        Effect::Permit(ground) | Effect::Entitle(ground) => book.grounds[*ground].name.clone(),
        Effect::NeedsGround(grounds) => {
            let names: Vec<&String> = grounds.iter().map(|id| &book.grounds[*id].name).collect();
            format!("{names:?}")
        }
        Effect::RequireStep { step, ground } => {
            let ground = ground.map(|id| &book.grounds[id].name);
            format!("{} {ground:?}", steps(book, step))
        }
        Effect::RequireDuty { duty, within } => format!("{} {within:?}", book.duties[*duty].name),
        Effect::Suggest { measure, ground } => {
            let ground = ground.map(|id| &book.grounds[id].name);
            format!("{} {ground:?}", book.measures[*measure].name)
        }
        Effect::ForbidDuty(duty) => book.duties[*duty].name.clone(),
        Effect::ForbidRefusingBecause(_)
        | Effect::Caution(_)
        | Effect::Consequence { .. }
        | Effect::ForbidRefusing
        | Effect::ForbidServing
        | Effect::Except => format!("{effect:?}"),
    };
    format!("{} {rest}", effect.name())
}

fn steps(book: &Lawbook, step: &Steps) -> String {
    let all = |parts: &[Steps]| {
        parts
            .iter()
            .map(|part| steps(book, part))
            .collect::<Vec<_>>()
    };
    match step {
        Steps::One(step) => book.steps[*step].name.clone(),
        Steps::All(parts) => format!("all {:?}", all(parts)),
        Steps::Any(parts) => format!("any {:?}", all(parts)),
    }
}
