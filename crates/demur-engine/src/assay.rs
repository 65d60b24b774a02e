//! Whether a situation can tell two lawbooks apart that differ in one norm.
//!
//! Looks only at who is live, which needs a small part of a day's circuit; what follows
//! from it for the verdict is for [`crate::Engine::passes`].

use std::collections::BTreeMap;

use batsat::Lit;
use demur_lawbook::{Expectation, Lawbook, Norm, NormId, Test};
use jiff::civil::Date;

use crate::circuit::{Circuit, Gate, Truth};
use crate::difference::{Difference, Search};
use crate::exact::Exact;
use crate::examples::{given_by, otherwise_typical};
use crate::knowledge::Knowledge;
use crate::program;
use crate::scene::Scene;

/// Two lawbooks with the same vocabulary, of which one norm differs.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'l> {
    /// The lawbook as it is.
    pub original: &'l Lawbook,
    /// The other one.
    pub changed: &'l Lawbook,
    /// The norm that differs, in the same place in both.
    pub norm: NormId,
}

impl<'l> Pair<'l> {
    fn versions(&self) -> (&'l Norm, &'l Norm) {
        let changed = &self.changed.norms[self.norm];
        (&self.original.norms[self.norm], changed)
    }

    /// Whether the norm is live in the same situations in both.
    #[must_use]
    pub fn only_effect_differs(&self) -> bool {
        let (one, other) = self.versions();
        let days = |norm: &Norm| (norm.from, norm.to);
        let same_conditions = one.when == other.when && one.unless == other.unless;
        same_conditions && days(one) == days(other) && one.overrides == other.overrides
    }

    /// Norms whose being live may differ: the norm itself and those that it takes out,
    /// directly or through others; none when only its effect differs.
    fn affected(&self) -> Vec<NormId> {
        if self.only_effect_differs() {
            return Vec::new();
        }
        let (one, other) = self.versions();
        let mut found = vec![self.norm];
        let mut queue: Vec<NormId> = [&one.overrides[..], &other.overrides[..]].concat();
        while let Some(norm) = queue.pop() {
            if !found.contains(&norm) {
                found.push(norm);
                queue.extend(&self.original.norms[norm].overrides);
            }
        }
        found
    }
}

/// What a test makes of the changed lawbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Nothing in its situation differs that it looks at.
    None,
    /// It fails.
    Fails,
    /// Something differs; only the whole opinion tells whether it matters.
    Perhaps,
}

/// Answers for one pair after another.
#[derive(Debug)]
pub struct Assay {
    circuit: Circuit,
    exact: Exact,
    /// The assumptions of a day, as literals of the solver.
    assumptions: BTreeMap<Date, Vec<Lit>>,
}

/// What [`Assay`] knows of a pair.
#[derive(Debug)]
pub struct Case<'l> {
    pair: Pair<'l>,
    affected: Vec<NormId>,
    days: BTreeMap<Date, Day>,
}

/// The gates of one day.
#[derive(Debug, Clone)]
struct Day {
    /// Whether something differs that could matter.
    differs: Gate,
    /// For each affected norm whether it is live in one of the two only.
    each_differs: Vec<Gate>,
    /// In the original, for each affected norm whether it is live.
    before: Vec<Gate>,
    /// The same in the changed lawbook.
    live: Vec<Gate>,
}

impl<'l> Case<'l> {
    /// Begins with a pair.
    #[must_use]
    pub fn new(pair: Pair<'l>) -> Self {
        Self {
            pair,
            affected: pair.affected(),
            days: BTreeMap::new(),
        }
    }

    fn is_affected(&self, id: &str) -> bool {
        let norms = &self.pair.original.norms;
        self.affected.iter().any(|norm| norms[*norm].id == id)
    }
}

impl Assay {
    /// Knows the vocabulary of a lawbook.
    #[must_use]
    pub fn new(lawbook: &Lawbook) -> Self {
        let circuit = Circuit::new();
        let mut exact = Exact::without_gates(lawbook);
        exact.learn_gates(&circuit);
        Self {
            circuit,
            exact,
            assumptions: BTreeMap::new(),
        }
    }

    /// The situation of a test; `None` when it is an impossible one.
    pub fn scene(&mut self, lawbook: &Lawbook, test: &Test) -> Option<Scene> {
        let mut can_be = |known: &Knowledge| {
            let mut literals = self.literals(lawbook, known);
            literals.extend(self.assumptions(lawbook, test.on));
            self.exact.satisfiable(&literals)
        };
        let given = given_by(lawbook, test);
        if !can_be(&given) {
            return None;
        }
        let known = match test.otherwise_typical {
            true => otherwise_typical(lawbook, test, given, &mut can_be),
            false => given,
        };
        Some(Scene { known })
    }

    /// What a test that passes on the original makes of the changed lawbook.
    pub fn notice(&mut self, case: &mut Case<'_>, test: &Test, scene: &Scene) -> Notice {
        let is_affected = |expectation: &Expectation| match expectation {
            Expectation::Live(id, _) => case.is_affected(id),
            _ => true,
        };
        if !test.expectations.iter().any(|(each, _)| is_affected(each)) {
            return Notice::None;
        }
        let day = self.day(case, test.on);
        if !self.is_possible(case.pair.original, test.on, scene, day.differs) {
            return Notice::None;
        }
        let mut looks_further = false;
        for (expectation, _) in &test.expectations {
            match expectation {
                Expectation::Live(id, wanted) if case.is_affected(id) => {
                    let pair = case.pair;
                    let mut is_unmet = |lawbook: &Lawbook, live: &[Gate]| {
                        let gates = self.versions(lawbook, case, live, (test.on, id));
                        self.is_unmet(lawbook, (test.on, scene), &gates, *wanted)
                    };
                    // One that fails anyway catches nothing.
                    if is_unmet(pair.changed, &day.live) && !is_unmet(pair.original, &day.before) {
                        return Notice::Fails;
                    }
                }
                Expectation::Live(..) => {}
                _ => looks_further = true,
            }
        }
        if looks_further {
            Notice::Perhaps
        } else {
            Notice::None
        }
    }

    /// A situation of a day in which norms are live in one of the lawbooks only, with the
    /// fewest facts, if there is one.
    pub fn difference(&mut self, case: &mut Case<'_>, on: Date) -> Option<Difference> {
        let day = self.day(case, on);
        if day.differs == Gate::FALSE || case.affected.is_empty() {
            return None;
        }
        let lawbook = case.pair.original;
        let base = self.assumptions(lawbook, on);
        self.exact.learn_gates(&self.circuit);
        let mut search = Search {
            lawbook,
            base,
            exact: &mut self.exact,
        };
        search.liveness(on, &case.affected, &day.before, &day.each_differs)
    }

    fn day(&mut self, case: &mut Case<'_>, day: Date) -> Day {
        if let Some(known) = case.days.get(&day) {
            return known.clone();
        }
        let Pair {
            original,
            changed,
            norm,
        } = case.pair;
        let affected = &case.affected;
        let found = if affected.is_empty() {
            let live = program::live(&mut self.circuit, original, day, &[norm]);
            Day {
                differs: self.circuit.any(live),
                each_differs: Vec::new(),
                before: Vec::new(),
                live: Vec::new(),
            }
        } else {
            let before = program::live(&mut self.circuit, original, day, affected);
            let live = program::live(&mut self.circuit, changed, day, affected);
            let pairs = before.iter().zip(&live);
            let differing: Vec<Gate> = pairs
                .map(|(one, other)| self.circuit.differ(*one, *other))
                .collect();
            Day {
                differs: self.circuit.any(differing.iter().copied()),
                each_differs: differing,
                before,
                live,
            }
        };
        case.days.insert(day, found.clone());
        found
    }

    /// For each version of a norm whether it is live; `live` knows those of affected norms.
    fn versions(
        &mut self,
        lawbook: &Lawbook,
        case: &Case<'_>,
        live: &[Gate],
        (on, id): (Date, &str),
    ) -> Vec<Gate> {
        let mut gates = Vec::new();
        for version in lawbook.norms_named(id) {
            match case.affected.iter().position(|each| *each == version) {
                Some(position) => gates.extend(live.get(position).copied()),
                None => gates.extend(program::live(&mut self.circuit, lawbook, on, &[version])),
            }
        }
        gates
    }

    /// Whether a norm, with these versions, is not live as a test wants it.
    fn is_unmet(
        &mut self,
        lawbook: &Lawbook,
        (on, scene): (Date, &Scene),
        versions: &[Gate],
        wanted: bool,
    ) -> bool {
        if wanted {
            let opposites: Vec<Gate> = versions
                .iter()
                .map(|gate| self.circuit.not(*gate))
                .collect();
            opposites
                .into_iter()
                .all(|gate| self.is_possible(lawbook, on, scene, gate))
        } else {
            versions
                .iter()
                .any(|gate| self.is_possible(lawbook, on, scene, *gate))
        }
    }

    /// Whether the gate is true in some completion of the scene.
    fn is_possible(&mut self, lawbook: &Lawbook, on: Date, scene: &Scene, gate: Gate) -> bool {
        match self.circuit.settles(gate, &scene.known) {
            Truth::True => true,
            Truth::False => false,
            Truth::Unknown => {
                let mut literals = self.literals(lawbook, &scene.known);
                literals.extend(self.assumptions(lawbook, on));
                self.exact.learn_gates(&self.circuit);
                literals.push(self.exact.gate(gate));
                self.exact.satisfiable(&literals)
            }
        }
    }

    fn literals(&self, lawbook: &Lawbook, knowledge: &Knowledge) -> Vec<Lit> {
        let known = knowledge.known(lawbook).into_iter();
        known
            .flat_map(|known| self.exact.known(known).collect::<Vec<_>>())
            .collect()
    }

    /// The assumptions that hold on a day.
    fn assumptions(&mut self, lawbook: &Lawbook, day: Date) -> Vec<Lit> {
        if let Some(assumptions) = self.assumptions.get(&day) {
            return assumptions.clone();
        }
        let gates = program::assumptions(&mut self.circuit, lawbook, day);
        self.exact.learn_gates(&self.circuit);
        let assumptions: Vec<Lit> = gates.iter().map(|gate| self.exact.gate(*gate)).collect();
        self.assumptions.insert(day, assumptions.clone());
        assumptions
    }
}
