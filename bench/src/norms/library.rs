//! The real library as a norm set: its norms in force on one day.

use std::collections::BTreeMap;

use demur_lawbook::{
    Cells, Condition, Domain, Effect as LawEffect, FactId, Id as _, Lawbook, NormId, VarId,
};
use jiff::civil::Date;

use super::{Effect, Formula, Kind, Norm, NormSet, Test};

/// The norms of a lawbook that are in force on this day, with their positions in the set.
pub fn norm_set(lawbook: &Lawbook, day: Date) -> (NormSet, BTreeMap<NormId, usize>) {
    let in_force: BTreeMap<NormId, usize> = lawbook
        .norms
        .iter()
        .filter(|(_, norm)| norm.in_force(day))
        .enumerate()
        .map(|(position, (id, _))| (id, position))
        .collect();
    let reading = Reading { lawbook, day };
    let norms = in_force.keys().map(|id| {
        let norm = &lawbook.norms[*id];
        let overridden = norm.overrides.iter();
        Norm {
            effect: effect(&norm.effect),
            when: reading.formula(&norm.when),
            unless: norm
                .unless
                .iter()
                .map(|each| reading.formula(each))
                .collect(),
            overrides: overridden
                .filter_map(|other| in_force.get(other).copied())
                .collect(),
        }
    });
    let set = NormSet {
        facts: lawbook
            .facts
            .iter()
            .map(|(_, fact)| kind(&fact.domain))
            .collect(),
        derived: Vec::new(),
        norms: norms.collect(),
        sector: None,
    };
    (set, in_force)
}

/// What cannot be otherwise on this day, as formulas over the facts of the set.
pub fn assumptions(lawbook: &Lawbook, day: Date) -> Vec<Formula> {
    let reading = Reading { lawbook, day };
    let assumptions = lawbook.assumptions.iter();
    assumptions
        .map(|assumption| reading.formula(&assumption.holds))
        .collect()
}

fn effect(effect: &LawEffect) -> Effect {
    match effect {
        LawEffect::Permit(ground) | LawEffect::Entitle(ground) => Effect::Ground(ground.position()),
        LawEffect::ForbidRefusing => Effect::ForbidRefusing,
        LawEffect::ForbidServing => Effect::ForbidServing,
        LawEffect::RequireStep { .. } => Effect::Step(usize::MAX),
        LawEffect::Caution(_) => Effect::Caution,
        _ => Effect::Other,
    }
}

fn kind(domain: &Domain) -> Kind {
    match domain {
        Domain::Bool => Kind::Bool,
        Domain::OneOf(values) => Kind::OneOf(values.len()),
        Domain::SomeOf(values) => Kind::SomeOf(values.len()),
        Domain::Int { low, high, .. } => Kind::Int(*low, *high),
    }
}

struct Reading<'l> {
    lawbook: &'l Lawbook,
    day: Date,
}

impl Reading<'_> {
    fn formula(&self, condition: &Condition) -> Formula {
        match condition {
            Condition::Is { variable, cells } => self.test(*variable, *cells),
            Condition::During { from, to } => {
                let inside =
                    from.is_none_or(|from| from <= self.day) && to.is_none_or(|to| self.day < to);
                if inside {
                    Formula::All(Vec::new())
                } else {
                    Formula::Any(Vec::new())
                }
            }
            Condition::All(parts) => {
                Formula::All(parts.iter().map(|part| self.formula(part)).collect())
            }
            Condition::Any(parts) => {
                Formula::Any(parts.iter().map(|part| self.formula(part)).collect())
            }
        }
    }

    fn test(&self, variable: VarId, cells: Cells) -> Formula {
        let info = &self.lawbook.variables[variable];
        let all = info.all();
        let (id, yes) = (info.fact.position(), cells == Cells::YES);
        if cells == all {
            return Formula::All(Vec::new());
        }
        if cells.is_empty() {
            return Formula::Any(Vec::new());
        }
        match (&self.lawbook.facts[info.fact].domain, info.element) {
            (Domain::SomeOf(_), Some(element)) if yes => Formula::Fact(id, Test::Has(element)),
            (Domain::SomeOf(_), Some(element)) => Formula::Fact(id, Test::HasNot(element)),
            (Domain::Int { .. }, _) => self.ranges(info.fact, cells),
            (Domain::OneOf(values), _) if cells.iter().count() * 2 > values.len() => {
                Formula::Fact(id, Test::NotIn(all.without(cells).iter().collect()))
            }
            (Domain::OneOf(_), _) => Formula::Fact(id, Test::In(cells.iter().collect())),
            _ if yes => Formula::Fact(id, Test::Yes),
            _ => Formula::Fact(id, Test::No),
        }
    }

    /// Neighbouring cells become one range.
    fn ranges(&self, fact: FactId, wanted: Cells) -> Formula {
        let Domain::Int { high, cells, .. } = &self.lawbook.facts[fact].domain else {
            return Formula::Any(Vec::new());
        };
        let mut ranges: Vec<(i64, i64)> = Vec::new();
        for cell in wanted.iter() {
            let Some(first) = cells.get(cell).copied() else {
                continue;
            };
            let last = cells.get(cell + 1).map_or(*high, |next| next - 1);
            match ranges.last_mut() {
                Some((_, end)) if *end + 1 == first => *end = last,
                _ => ranges.push((first, last)),
            }
        }
        let tests: Vec<Formula> = ranges
            .into_iter()
            .map(|(low, high)| Formula::Fact(fact.position(), Test::Between(low, high)))
            .collect();
        match tests.as_slice() {
            [only] => only.clone(),
            _ => Formula::Any(tests),
        }
    }
}
