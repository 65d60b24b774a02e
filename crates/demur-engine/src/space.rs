//! Questions over all situations of one span of days.
//!
//! A [`Space`] holds every situation that a vocabulary can tell apart. Laws are laid out
//! in it, also several beside each other, and [`Claim`]s about them are asked for a
//! situation that satisfies them. Equal parts of two laws become the same claims, so a
//! question about what differs costs little more than the difference.

mod law;
mod search;

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Cells, Condition, Id, Lawbook, VarId};
use jiff::civil::Date;

use crate::circuit::{Circuit, Gate, Node, Truth};
use crate::exact::minimal;
use crate::knowledge::{Known, cells_of};
use search::Search;

pub use law::{DayLaw, Twist};

/// Something that is true or false in every situation of a [`Space`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim(Gate);

impl Claim {
    /// True nowhere.
    pub const NEVER: Self = Self(Gate::FALSE);
    /// True everywhere.
    pub const ALWAYS: Self = Self(Gate::TRUE);
}

/// The cells in which a variable lies on most days, as its fact's `typical` says.
#[must_use]
pub fn typical(lawbook: &Lawbook, variable: VarId) -> Option<Cells> {
    let fact = lawbook.variables[variable].fact;
    let answer = lawbook.facts[fact].typical.as_ref()?;
    let cells = cells_of(lawbook, fact, answer).into_iter();
    cells
        .filter(|(other, _)| *other == variable)
        .map(|(_, cells)| cells)
        .next()
}

/// Every situation that the variables of a lawbook can tell apart.
#[derive(Debug)]
pub struct Space {
    circuit: Circuit,
    /// How many cells each variable has.
    cells: Vec<u32>,
    search: Search,
}

/// Where a [`Space`] looks for situations.
#[derive(Debug, Default)]
pub struct Focus(Search);

impl Focus {
    /// Only situations in which all of this is so. Questions cost as little as what is then
    /// left open.
    #[must_use]
    pub fn on(known: &[Known]) -> Self {
        Self(Search::keeping(known))
    }
}

/// A situation that was found: the cell of each variable that mattered for finding it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    cells: Vec<Option<usize>>,
}

impl Point {
    /// The cell of a variable; none where any cell would do.
    #[must_use]
    pub fn cell(&self, variable: VarId) -> Option<usize> {
        self.cells.get(variable.position()).copied().flatten()
    }

    /// Whether what is known agrees with this situation.
    #[must_use]
    pub fn fits(&self, known: Known) -> bool {
        self.cell(known.variable)
            .is_none_or(|cell| Cells::single(cell).is_inside(known.cells))
    }
}

impl Space {
    /// The situations of this lawbook.
    #[must_use]
    pub fn new(lawbook: &Lawbook) -> Self {
        Self {
            circuit: Circuit::new(),
            cells: lawbook
                .variables
                .iter()
                .map(|(_, variable)| variable.cells)
                .collect(),
            search: Search::default(),
        }
    }

    /// One more variable, which no lawbook knows, with `cells` cells (at least two).
    pub fn fresh(&mut self, cells: u32) -> VarId {
        self.cells.push(cells);
        VarId::from_position(self.cells.len() - 1)
    }

    /// How many gates there are: a measure of the work done so far.
    #[must_use]
    pub fn size(&self) -> usize {
        self.circuit.nodes().len()
    }

    /// That a variable lies in one of these cells.
    pub fn is(&mut self, variable: VarId, cells: Cells) -> Claim {
        let count = self.cells.get(variable.position()).copied().unwrap_or(0);
        let all = Cells(u64::MAX.checked_shr(64 - count).unwrap_or(0));
        Claim(self.circuit.is(variable, cells, all))
    }

    /// That what is known is so.
    pub fn known(&mut self, known: &[Known]) -> Claim {
        let parts: Vec<Claim> = known
            .iter()
            .map(|each| self.is(each.variable, each.cells))
            .collect();
        self.all(parts)
    }

    /// That a condition holds on this day.
    pub fn condition(&mut self, condition: &Condition, day: Date) -> Claim {
        match condition {
            Condition::Is { variable, cells } => self.is(*variable, *cells),
            Condition::During { from, to } => {
                let inside = from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to);
                if inside { Claim::ALWAYS } else { Claim::NEVER }
            }
            Condition::All(parts) => {
                let parts: Vec<Claim> =
                    parts.iter().map(|part| self.condition(part, day)).collect();
                self.all(parts)
            }
            Condition::Any(parts) => {
                let parts: Vec<Claim> =
                    parts.iter().map(|part| self.condition(part, day)).collect();
                self.any(parts)
            }
        }
    }

    /// That a claim is false.
    pub fn not(&mut self, claim: Claim) -> Claim {
        Claim(self.circuit.not(claim.0))
    }

    /// That all claims are true.
    pub fn all(&mut self, claims: impl IntoIterator<Item = Claim>) -> Claim {
        Claim(self.circuit.all(claims.into_iter().map(|claim| claim.0)))
    }

    /// That at least one claim is true.
    pub fn any(&mut self, claims: impl IntoIterator<Item = Claim>) -> Claim {
        Claim(self.circuit.any(claims.into_iter().map(|claim| claim.0)))
    }

    /// That one of two claims is true and the other false.
    pub fn differ(&mut self, one: Claim, other: Claim) -> Claim {
        if one == other {
            return Claim::NEVER;
        }
        let (not_one, not_other) = (self.not(one), self.not(other));
        let first = self.all([one, not_other]);
        let second = self.all([not_one, other]);
        self.any([first, second])
    }

    /// That two sets of named claims differ in at least one of them.
    /// A claim that has no counterpart is compared with what is never true.
    pub fn differ_in_any(
        &mut self,
        one: &BTreeMap<String, Claim>,
        other: &BTreeMap<String, Claim>,
    ) -> Claim {
        let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
        let claim = |claims: &BTreeMap<String, Claim>, name: &String| {
            claims.get(name).copied().unwrap_or(Claim::NEVER)
        };
        let parts: Vec<Claim> = names
            .into_iter()
            .map(|name| self.differ(claim(one, name), claim(other, name)))
            .collect();
        self.any(parts)
    }

    /// A situation in which all claims are true and what is known is so.
    pub fn find(&mut self, claims: &[Claim], known: &[Known]) -> Option<Point> {
        if claims.contains(&Claim::NEVER) {
            return None;
        }
        let Self {
            circuit,
            cells,
            search,
        } = self;
        search.find(circuit, cells, claims, known)
    }

    /// A situation in which all claims are true and what is known is so, with as much of `wanted`
    /// as can be so together, and which that is: of two that clash the first one.
    pub fn find_with_most(
        &mut self,
        claims: &[Claim],
        known: &[Known],
        wanted: &[Known],
    ) -> Option<(Point, Vec<Known>)> {
        if claims.contains(&Claim::NEVER) {
            return None;
        }
        let mut kept: Vec<Known> = wanted.to_vec();
        let mut given_up: Vec<Known> = Vec::new();
        let mut point = loop {
            if let Some(point) = self.find(claims, &[known, &kept].concat()) {
                break point;
            }
            let clash = |each: &Known| self.search.failed_because_of(*each);
            given_up.push(kept.remove(kept.iter().rposition(clash)?));
        };
        // What was given up for the sake of something that was given up later may do again.
        for each in given_up.into_iter().rev() {
            let trial = [known, &kept, &[each]].concat();
            if let Some(better) = self.find(claims, &trial) {
                point = better;
                kept.push(each);
            }
        }
        Some((point, kept))
    }

    /// Looks elsewhere from now on; returns where it looked before, with what it learnt there.
    pub fn look(&mut self, focus: Focus) -> Focus {
        Focus(std::mem::replace(&mut self.search, focus.0))
    }

    /// Starts the search anew, everywhere: it forgets what it learnt about claims that are asked no
    /// more. What is found stays the same.
    pub fn forget(&mut self) {
        self.search = Search::default();
    }

    /// Whether this claim is true in every situation that fits `known`; by evaluation
    /// only, so `None` where that leaves it open.
    #[must_use]
    pub fn evaluate(&self, claim: Claim, known: &impl Fn(VarId) -> Cells) -> Option<bool> {
        let mut seen = vec![None; claim.0.position() + 1];
        match self.truth(claim.0, known, &mut seen) {
            Truth::True => Some(true),
            Truth::False => Some(false),
            Truth::Unknown => None,
        }
    }

    fn truth(
        &self,
        gate: Gate,
        known: &impl Fn(VarId) -> Cells,
        seen: &mut [Option<Truth>],
    ) -> Truth {
        if let Some(Some(truth)) = seen.get(gate.position()) {
            return *truth;
        }
        let truth = match self.circuit.node(gate) {
            Node::Constant(true) => Truth::True,
            Node::Constant(false) => Truth::False,
            Node::Is(variable, cells) => match known(*variable) {
                possible if possible.is_inside(*cells) => Truth::True,
                possible if possible.and(*cells).is_empty() => Truth::False,
                _ => Truth::Unknown,
            },
            Node::Not(inner) => match self.truth(*inner, known, seen) {
                Truth::True => Truth::False,
                Truth::False => Truth::True,
                Truth::Unknown => Truth::Unknown,
            },
            Node::All(gates) => self.joined(gates, Truth::True, Truth::False, known, seen),
            Node::Any(gates) => self.joined(gates, Truth::False, Truth::True, known, seen),
        };
        if let Some(slot) = seen.get_mut(gate.position()) {
            *slot = Some(truth);
        }
        truth
    }

    fn joined(
        &self,
        gates: &[Gate],
        neutral: Truth,
        absorbing: Truth,
        known: &impl Fn(VarId) -> Cells,
        seen: &mut [Option<Truth>],
    ) -> Truth {
        let mut result = neutral;
        for gate in gates {
            let truth = self.truth(*gate, known, seen);
            if truth == absorbing {
                return absorbing;
            }
            if truth == Truth::Unknown {
                result = Truth::Unknown;
            }
        }
        result
    }

    /// A smallest part of `candidates` that, wherever `given` is true, makes `forced`
    /// true too. All of them together have to. Earlier candidates are kept rather than
    /// later ones.
    pub fn forcing(&mut self, given: &[Claim], forced: Claim, candidates: &[Known]) -> Vec<Known> {
        let opposite = self.not(forced);
        let mut claims = given.to_vec();
        claims.push(opposite);
        // The solver names some candidates that do, found from the front; most of them are needed.
        let mut enough = candidates.to_vec();
        if self.find(&claims, candidates).is_none() {
            enough.retain(|known| self.search.failed_because_of(*known));
        }
        let mut against: Vec<Point> = Vec::new();
        minimal(&enough, &mut |facts: &[Known]| {
            let met = |point: &Point| facts.iter().all(|known| point.fits(*known));
            if against.iter().any(met) {
                return false;
            }
            let point = self.find(&claims, facts);
            let forced = point.is_none();
            against.extend(point);
            forced
        })
    }

    /// Variables on which a claim may depend, ascending.
    #[must_use]
    pub fn variables_of(&self, claim: Claim) -> Vec<VarId> {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut queue = vec![claim.0];
        while let Some(gate) = queue.pop() {
            if !seen.insert(gate) {
                continue;
            }
            match self.circuit.node(gate) {
                Node::Constant(_) => {}
                Node::Is(variable, _) => {
                    found.insert(*variable);
                }
                Node::Not(inner) => queue.push(*inner),
                Node::All(inner) | Node::Any(inner) => queue.extend(inner),
            }
        }
        found.into_iter().collect()
    }
}
