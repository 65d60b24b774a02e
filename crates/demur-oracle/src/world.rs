//! One complete situation.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use demur_lawbook::{Answer, Cells, Condition, Domain, FactId, Id as _, Lawbook, VarId};
use jiff::civil::Date;

/// The cell of every variable, the number of every numeric fact, and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct World {
    /// The day whose law decides.
    pub day: Date,
    /// For each variable its cell, as the reference takes it.
    pub cells: Vec<usize>,
    /// For each variable of a numeric fact a number in its cell.
    pub numbers: BTreeMap<VarId, i64>,
}

impl World {
    /// The cell of a variable.
    #[must_use]
    pub fn cell(&self, variable: VarId) -> usize {
        let cell = self.cells.get(variable.position());
        cell.copied().unwrap_or_default()
    }

    /// Puts a variable into a cell.
    pub fn set(&mut self, variable: VarId, cell: usize) {
        if let Some(slot) = self.cells.get_mut(variable.position()) {
            *slot = cell;
        }
    }

    /// Gives each number that left its cell the first one of the new cell.
    pub fn settle_numbers(&mut self, lawbook: &Lawbook) {
        for (variable, info) in lawbook.variables.iter() {
            if let Domain::Int { high, cells, .. } = &lawbook.facts[info.fact].domain {
                let cell = self.cell(variable);
                let first = cells.get(cell).copied().unwrap_or(*high);
                let last = cells.get(cell + 1).map_or(*high, |next| next - 1);
                let number = self.numbers.entry(variable).or_insert(first);
                if !(first..=last).contains(number) {
                    *number = first;
                }
            }
        }
    }

    /// Whether the condition holds here.
    #[must_use]
    pub fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Is { variable, cells } => {
                Cells::single(self.cell(*variable)).is_inside(*cells)
            }
            Condition::During { from, to } => {
                from.is_none_or(|from| from <= self.day) && to.is_none_or(|to| self.day < to)
            }
            Condition::All(parts) => parts.iter().all(|part| self.holds(part)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part)),
        }
    }

    /// Whether every assumption holds.
    #[must_use]
    pub fn is_possible(&self, lawbook: &Lawbook) -> bool {
        let mut assumptions = lawbook.assumptions.iter();
        assumptions.all(|assumption| self.holds(&assumption.holds))
    }

    /// What it says of one fact.
    #[must_use]
    pub fn answer(&self, lawbook: &Lawbook, fact: FactId) -> Answer {
        let fact = &lawbook.facts[fact];
        let first = fact.variables.first().copied();
        let cell = first.map_or(0, |variable| self.cell(variable));
        match &fact.domain {
            Domain::Bool => Answer::Bool(cell == 1),
            Domain::OneOf(_) => Answer::OneOf(vec![cell]),
            Domain::SomeOf(_) => {
                let elements = fact.variables.iter().enumerate();
                let (includes, excludes): (Vec<_>, Vec<_>) =
                    elements.partition(|(_, variable)| self.cell(**variable) == 1);
                let positions = |elements: Vec<(usize, &VarId)>| {
                    elements.into_iter().map(|(element, _)| element).collect()
                };
                Answer::SomeOf {
                    includes: positions(includes),
                    excludes: positions(excludes),
                }
            }
            Domain::Int { low, .. } => {
                let number = first.and_then(|variable| self.numbers.get(&variable));
                let number = number.copied().unwrap_or(*low);
                Answer::Int {
                    low: number,
                    high: number,
                }
            }
        }
    }

    /// The situation as a file for `demur decide`; what is not typical comes first.
    #[must_use]
    pub fn yaml(&self, lawbook: &Lawbook) -> String {
        let (mut special, mut ordinary) = (String::new(), String::new());
        let mut place = String::new();
        for (id, fact) in lawbook.facts.iter() {
            let answer = self.answer(lawbook, id);
            let written = written(&fact.domain, &answer);
            if id == lawbook.place {
                place = format!("place: {written}\n");
                continue;
            }
            let typical = fact.typical.as_ref() == Some(&answer);
            let part = if typical { &mut ordinary } else { &mut special };
            let _ = writeln!(part, "  {}: {written}", fact.name);
        }
        format!(
            "at: {}\n{place}facts:\n{special}  # As on most days:\n{ordinary}",
            self.day
        )
    }
}

fn written(domain: &Domain, answer: &Answer) -> String {
    let names = |positions: &[usize]| {
        let values = positions
            .iter()
            .filter_map(|position| domain.values().get(*position));
        let names: Vec<&str> = values.map(|value| value.name.as_str()).collect();
        names.join(", ")
    };
    match answer {
        Answer::Bool(yes) => yes.to_string(),
        Answer::OneOf(positions) => names(positions),
        Answer::SomeOf { includes, .. } => format!("[{}]", names(includes)),
        Answer::Int { low, .. } => low.to_string(),
    }
}
