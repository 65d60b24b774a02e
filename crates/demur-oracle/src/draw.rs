//! Complete situations that are possible and in which norms really apply.
//!
//! Uniformly random facts satisfy nearly no norm. So a situation starts from what is
//! typical, takes over the facts of an example or of a business, makes a few norms hold,
//! adds some noise, and is then repaired until every assumption holds.

use demur_lawbook::{Answer, Cells, Condition, Domain, Effect, Id as _, Lawbook, NormId, VarId};
use jiff::civil::Date;

use crate::random::Random;
use crate::world::World;

/// How often a repair may change something before it starts anew.
const REPAIRS: usize = 300;

/// Draws situations of one place and one stretch of days.
#[derive(Debug)]
pub struct Draw<'l> {
    lawbook: &'l Lawbook,
    place: Option<VarId>,
    place_cell: usize,
    days: Vec<Date>,
    /// Norms in force on all of the days.
    norms: Vec<NormId>,
    typical: Vec<Option<usize>>,
    /// Situations that could not be repaired.
    pub given_up: u64,
}

impl<'l> Draw<'l> {
    /// Situations in the place at this position on these days, between which the law
    /// does not change.
    #[must_use]
    pub fn new(lawbook: &'l Lawbook, place: usize, days: Vec<Date>) -> Self {
        let day = days.first().copied().unwrap_or_default();
        let variable = lawbook.facts[lawbook.place].variables.first().copied();
        // The places of a norm's pack are the first part of its condition.
        let elsewhere = |condition: &Condition| match condition {
            Condition::Is {
                variable: own,
                cells,
            } => Some(*own) == variable && Cells::single(place).and(*cells).is_empty(),
            _ => false,
        };
        let in_force = lawbook.norms.iter().filter(|(_, norm)| {
            let parts = match &norm.when {
                Condition::All(parts) => parts.as_slice(),
                other => std::slice::from_ref(other),
            };
            norm.in_force(day) && !parts.iter().any(elsewhere)
        });
        Self {
            lawbook,
            place: variable,
            place_cell: place,
            days,
            norms: in_force.map(|(id, _)| id).collect(),
            typical: lawbook
                .variables
                .ids()
                .map(|variable| typical(lawbook, variable))
                .collect(),
            given_up: 0,
        }
    }

    /// Norms in force that can hold in the place.
    pub fn norms(&self) -> impl Iterator<Item = NormId> {
        self.norms.iter().copied()
    }

    /// For each variable the cell that `otherwise typical` stands for.
    #[must_use]
    pub fn typical(&self) -> &[Option<usize>] {
        &self.typical
    }

    /// The next situation.
    pub fn next(&mut self, random: &mut Random) -> World {
        loop {
            let day = random.pick(&self.days).copied().unwrap_or_default();
            let world = World {
                day,
                cells: vec![0; self.lawbook.variables.len()],
                numbers: Default::default(),
            };
            let mut sketch = Sketch {
                draw: self,
                pinned: vec![false; self.lawbook.variables.len()],
                world,
                random,
            };
            sketch.fill();
            if sketch.repair() {
                sketch.numbers();
                return sketch.world;
            }
            self.given_up += 1;
        }
    }
}

/// The cell that `otherwise typical` stands for.
fn typical(lawbook: &Lawbook, variable: VarId) -> Option<usize> {
    let info = lawbook.variables[variable];
    let fact = &lawbook.facts[info.fact];
    match (fact.typical.as_ref()?, &fact.domain) {
        (Answer::Bool(yes), _) => Some(usize::from(*yes)),
        (Answer::OneOf(positions), _) => positions.first().copied(),
        (Answer::SomeOf { includes, excludes }, _) => {
            let element = info.element?;
            let known = includes.contains(&element) || excludes.contains(&element);
            known.then(|| usize::from(includes.contains(&element)))
        }
        (Answer::Int { low, .. }, Domain::Int { cells, .. }) => Some(
            cells
                .partition_point(|first| first <= low)
                .saturating_sub(1),
        ),
        (Answer::Int { .. }, _) => None,
    }
}

/// A situation in the making.
struct Sketch<'d, 'l> {
    draw: &'d Draw<'l>,
    world: World,
    /// Variables that something was set for on purpose.
    pinned: Vec<bool>,
    random: &'d mut Random,
}

impl Sketch<'_, '_> {
    fn fill(&mut self) {
        let lawbook = self.draw.lawbook;
        let noise = self
            .random
            .pick(&[0, 0, 2, 5, 15, 40, 100])
            .copied()
            .unwrap_or_default();
        for variable in lawbook.variables.ids() {
            let cell = self.ordinary(variable, noise);
            self.world.set(variable, cell);
        }
        if let Some(place) = self.draw.place {
            self.world.set(place, self.draw.place_cell);
            self.pin(place);
        }
        for _ in 0..self.random.below(5) {
            self.make_a_norm_hold();
        }
        if self.random.chance(40)
            && let Some(test) = self.random.pick(&lawbook.tests)
        {
            self.take(&test.given);
            self.take(&test.profile);
        } else if self.random.chance(40)
            && let Some(profile) = self.random.pick(&lawbook.profiles)
        {
            self.take(&profile.given);
        }
    }

    fn ordinary(&mut self, variable: VarId, noise: usize) -> usize {
        let info = self.draw.lawbook.variables[variable];
        let typical = self
            .draw
            .typical
            .get(variable.position())
            .copied()
            .flatten();
        match typical {
            Some(cell) if !self.random.chance(noise) => cell,
            None if info.element.is_some() => usize::from(self.random.chance(15)),
            _ => self.random.below(info.cells as usize),
        }
    }

    fn make_a_norm_hold(&mut self) {
        let lawbook = self.draw.lawbook;
        let Some(id) = self.random.pick(&self.draw.norms).copied() else {
            return;
        };
        let norm = &lawbook.norms[id];
        self.aim(&norm.when, true);
        for unless in &norm.unless {
            self.aim(unless, false);
        }
        match &norm.effect {
            Effect::ForbidRefusingBecause(reasons) if self.random.chance(70) => {
                if let Some(reason) = self.random.pick(reasons).copied() {
                    self.put(reason, Cells::YES);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, given: &[(VarId, Cells)]) {
        for (variable, cells) in given {
            self.put(*variable, *cells);
        }
    }

    /// Makes the condition hold, or fail, as far as free variables allow.
    fn aim(&mut self, condition: &Condition, holds: bool) {
        match condition {
            Condition::Is { variable, cells } => {
                let all = self.draw.lawbook.variables[*variable].all();
                let wanted = if holds { *cells } else { all.without(*cells) };
                self.put(*variable, wanted);
            }
            Condition::During { .. } => {}
            Condition::All(parts) if holds => parts.iter().for_each(|part| self.aim(part, true)),
            Condition::Any(parts) if !holds => parts.iter().for_each(|part| self.aim(part, false)),
            Condition::All(parts) | Condition::Any(parts) => {
                let fits = |part: &&Condition| self.world.holds(part) == holds;
                if parts.iter().any(|part| fits(&part)) && self.random.chance(50) {
                    return;
                }
                if let Some(part) = self.random.pick(parts) {
                    self.aim(part, holds);
                }
            }
        }
    }

    fn put(&mut self, variable: VarId, wanted: Cells) {
        if self.pinned.get(variable.position()) != Some(&false) {
            return;
        }
        let inside = Cells::single(self.world.cell(variable)).is_inside(wanted);
        let cells: Vec<usize> = wanted.iter().collect();
        match self.random.pick(&cells).copied() {
            Some(cell) if !inside => self.world.set(variable, cell),
            Some(_) => {}
            None => return,
        }
        self.pin(variable);
    }

    fn pin(&mut self, variable: VarId) {
        if let Some(pinned) = self.pinned.get_mut(variable.position()) {
            *pinned = true;
        }
    }

    /// Whether every assumption holds in the end. What was set on purpose stays as long
    /// as something else can give way.
    fn repair(&mut self) -> bool {
        let lawbook = self.draw.lawbook;
        for _ in 0..REPAIRS {
            let broken: Vec<&Condition> = lawbook
                .assumptions
                .iter()
                .map(|assumption| &assumption.holds)
                .filter(|holds| !self.world.holds(holds))
                .collect();
            let Some(condition) = self.random.pick(&broken).copied() else {
                return true;
            };
            let pinned = self.pinned.clone();
            self.aim(condition, true);
            self.pinned = pinned;
            if !self.world.holds(condition) && self.random.chance(50) {
                self.force(condition);
            }
        }
        false
    }

    fn force(&mut self, condition: &Condition) {
        self.pinned.fill(false);
        if let Some(place) = self.draw.place {
            self.pin(place);
        }
        self.aim(condition, true);
    }

    /// A number for each numeric fact, often at an end of its cell.
    fn numbers(&mut self) {
        for (variable, info) in self.draw.lawbook.variables.iter() {
            let domain = &self.draw.lawbook.facts[info.fact].domain;
            if let Domain::Int { high, cells, .. } = domain {
                let cell = self.world.cell(variable);
                let first = cells.get(cell).copied().unwrap_or(*high);
                let last = cells.get(cell + 1).map_or(*high, |next| next - 1);
                let width = usize::try_from(last - first + 1).unwrap_or(1);
                let number = match self.random.below(4) {
                    0 => first,
                    1 => last,
                    _ => first + i64::try_from(self.random.below(width)).unwrap_or(0),
                };
                self.world.numbers.insert(variable, number);
            }
        }
    }
}
