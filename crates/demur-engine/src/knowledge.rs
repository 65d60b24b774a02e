//! Situations, and what they tell about each variable.

use std::collections::BTreeMap;

use demur_lawbook::{Answer, Cells, Condition, Domain, FactId, Given, Lawbook, VarId};
use jiff::civil::Date;

use crate::circuit::Truth;

/// The facts at hand, some of them unknown, and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// The day whose law decides.
    pub day: Date,
    /// What is known. Facts that are absent are unknown.
    pub answers: BTreeMap<FactId, Answer>,
    /// Lasting facts of the business; they give way to `answers`.
    pub profile: Given,
}

impl Situation {
    /// A situation of which nothing is known.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self {
            day,
            answers: BTreeMap::new(),
            profile: Given::new(),
        }
    }

    /// The same situation with one more answer.
    #[must_use]
    pub fn with(mut self, fact: FactId, answer: Answer) -> Self {
        self.answers.insert(fact, answer);
        self
    }
}

/// One thing that is known: the variable lies in one of these cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// The variable.
    pub variable: VarId,
    /// The cells.
    pub cells: Cells,
}

/// What is known cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// A smallest set of known facts that clash.
    pub facts: Vec<Known>,
    /// The assumptions that they break, by position in the lawbook.
    pub assumptions: Vec<usize>,
}

/// For each variable the cells in which it may lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Knowledge {
    cells: Vec<Cells>,
}

impl Knowledge {
    pub(crate) fn nothing(lawbook: &Lawbook) -> Self {
        Self {
            cells: lawbook
                .variables
                .iter()
                .map(|(_, variable)| variable.all())
                .collect(),
        }
    }

    pub(crate) fn of(lawbook: &Lawbook, situation: &Situation) -> Self {
        let mut known = Self::nothing(lawbook);
        for (variable, cells) in &situation.profile {
            if !situation
                .answers
                .contains_key(&lawbook.variables[*variable].fact)
            {
                known.learn(*variable, *cells);
            }
        }
        for (fact, answer) in &situation.answers {
            for (variable, cells) in cells_of(lawbook, *fact, answer) {
                known.learn(variable, cells);
            }
        }
        known
    }

    pub(crate) fn cells(&self, variable: VarId) -> Cells {
        self.cells
            .get(demur_lawbook::Id::position(variable))
            .copied()
            .unwrap_or_default()
    }

    /// Whether the variable lies in one of these cells.
    pub(crate) fn is_in(&self, variable: VarId, cells: Cells) -> Truth {
        let possible = self.cells(variable);
        if possible.is_inside(cells) {
            Truth::True
        } else if possible.and(cells).is_empty() {
            Truth::False
        } else {
            Truth::Unknown
        }
    }

    /// One completion: each variable in the first cell in which it may lie.
    pub(crate) fn completed(&self) -> Self {
        let first = |cells: &Cells| Cells(cells.0 & cells.0.wrapping_neg());
        Self {
            cells: self.cells.iter().map(first).collect(),
        }
    }

    /// Whether a condition holds in every completion, as far as each part of it does.
    pub(crate) fn satisfies(&self, condition: &Condition, day: Date) -> bool {
        match condition {
            Condition::Is { variable, cells } => self.is_in(*variable, *cells) == Truth::True,
            Condition::During { from, to } => {
                from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to)
            }
            Condition::All(parts) => parts.iter().all(|part| self.satisfies(part, day)),
            Condition::Any(parts) => parts.iter().any(|part| self.satisfies(part, day)),
        }
    }

    pub(crate) fn is_complete(&self) -> bool {
        self.cells.iter().all(|cells| cells.0.is_power_of_two())
    }

    pub(crate) fn learn(&mut self, variable: VarId, cells: Cells) {
        self.set(variable, self.cells(variable).and(cells));
    }

    pub(crate) fn set(&mut self, variable: VarId, cells: Cells) {
        if let Some(slot) = self.cells.get_mut(demur_lawbook::Id::position(variable)) {
            *slot = cells;
        }
    }

    /// Everything that is known, in the order of the vocabulary.
    pub(crate) fn known(&self, lawbook: &Lawbook) -> Vec<Known> {
        let all = lawbook
            .variables
            .iter()
            .map(|(variable, info)| (variable, info.all()));
        all.filter_map(|(variable, all)| {
            let cells = self.cells(variable);
            (cells != all).then_some(Known { variable, cells })
        })
        .collect()
    }
}

/// What an answer says of each variable of its fact.
pub(crate) fn cells_of(lawbook: &Lawbook, fact: FactId, answer: &Answer) -> Vec<(VarId, Cells)> {
    let fact = &lawbook.facts[fact];
    let first = fact.variables.first().copied();
    let one = |cells: Cells| {
        first
            .map(|variable| (variable, cells))
            .into_iter()
            .collect()
    };
    let element = |position: &usize, cells: Cells| {
        fact.variables
            .get(*position)
            .map(|variable| (*variable, cells))
    };
    match answer {
        Answer::Bool(yes) => one(if *yes { Cells::YES } else { Cells::NO }),
        Answer::OneOf(positions) => one(positions.iter().fold(Cells::default(), |all, each| {
            Cells(all.0 | Cells::single(*each).0)
        })),
        Answer::SomeOf { includes, excludes } => {
            let included = includes.iter().filter_map(|each| element(each, Cells::YES));
            included
                .chain(excludes.iter().filter_map(|each| element(each, Cells::NO)))
                .collect()
        }
        Answer::Int { low, high } => match &fact.domain {
            Domain::Int {
                cells, high: last, ..
            } => one(cells_between(cells, *last, *low, *high)),
            Domain::Bool | Domain::OneOf(_) | Domain::SomeOf(_) => Vec::new(),
        },
    }
}

/// The cells that share a number with `low..=high`.
pub(crate) fn cells_between(firsts: &[i64], last: i64, low: i64, high: i64) -> Cells {
    let mut found = Cells::default();
    for (cell, first) in firsts.iter().enumerate() {
        let end = firsts.get(cell + 1).map_or(last, |next| next - 1);
        if *first <= high && low <= end {
            found = Cells(found.0 | Cells::single(cell).0);
        }
    }
    found
}
