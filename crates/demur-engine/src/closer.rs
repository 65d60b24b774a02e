//! Whether a test can see what follows from a changed norm: a closer look than
//! [`crate::Assay`] takes, at the gates on which the expectations of the test depend.

use std::collections::BTreeMap;

use batsat::Lit;
use demur_lawbook::{Effect, Expectation, Id, Lawbook, NormId, Test};
use jiff::civil::Date;

use crate::assay::Pair;
use crate::circuit::{Circuit, Gate, Truth};
use crate::difference::{Eyes, expectation};
use crate::exact::Exact;
use crate::program::Program;
use crate::scene::Scene;

/// The programs of both lawbooks, day by day.
#[derive(Debug)]
pub struct Closer<'l> {
    pair: Pair<'l>,
    days: BTreeMap<Date, Both>,
}

/// Both programs of a day in one circuit.
#[derive(Debug)]
struct Both {
    before: Program,
    /// Holds the circuit.
    after: Program,
    exact: Exact,
    base: Vec<Lit>,
}

impl<'l> Closer<'l> {
    /// Begins with a pair.
    #[must_use]
    pub fn new(pair: Pair<'l>) -> Self {
        Self {
            pair,
            days: BTreeMap::new(),
        }
    }

    /// Whether an expectation reads something off the changed norm that no gate shows: of what a
    /// consequence is one, which step is waited for.
    fn reads_effect(&self, expectation: &Expectation) -> bool {
        let Pair {
            original,
            changed,
            norm,
        } = self.pair;
        let (before, after) = (&original.norms[norm], &changed.norms[norm]);
        before.effect != after.effect
            && match expectation {
                Expectation::Step(..) => true,
                Expectation::Consequence(id, _) => before.id == *id,
                _ => false,
            }
    }

    /// Whether something on which the test's expectations depend may be different in the
    /// changed lawbook. Where it may not, the test passes on both or on none.
    pub fn may_differ(&mut self, test: &Test, scene: &Scene) -> bool {
        if test
            .expectations
            .iter()
            .any(|(each, _)| self.reads_effect(each))
        {
            return true;
        }
        let Pair {
            original, changed, ..
        } = self.pair;
        let both = self.days.entry(test.on).or_insert_with(|| {
            let mut before = Program::new(original, test.on);
            let circuit = std::mem::take(&mut before.circuit);
            let after = Program::beside(circuit, changed, test.on);
            let exact = Exact::new(original, &after);
            Both {
                base: exact.assumptions().to_vec(),
                before,
                after,
                exact,
            }
        });
        let mut differing = Vec::new();
        for (expectation, _) in &test.expectations {
            let seen = (
                looked_at(original, &both.before, expectation),
                looked_at(changed, &both.after, expectation),
            );
            let (Some(one), Some(other)) = seen else {
                return true;
            };
            if one.len() != other.len() {
                return true;
            }
            let pairs = one.into_iter().zip(other);
            differing.extend(pairs.filter(|(one, other)| one != other));
        }
        let gates: Vec<Gate> = differing
            .into_iter()
            .map(|(one, other)| both.after.circuit.differ(one, other))
            .collect();
        let differs = both.after.circuit.any(gates);
        both.is_possible(original, scene, differs)
    }
}

impl Closer<'_> {
    /// What the test could expect besides so that it passes on the original and fails on
    /// the changed lawbook; nothing where its situation shows no difference.
    pub fn could_expect(&mut self, test: &Test, scene: &Scene) -> Vec<Expectation> {
        let Pair {
            original, changed, ..
        } = self.pair;
        let circuit = Circuit::new();
        let (before, seen_before) =
            Eyes::look(original, Program::beside(circuit, original, test.on));
        let (after, seen_after) =
            Eyes::look(changed, Program::beside(before.circuit, changed, test.on));
        let truths = after.circuit.evaluate(&scene.known);
        let truth = |gate: &Gate| truths.get(gate.position()).copied();
        let mut found = Vec::new();
        for (sight, one) in &seen_before {
            let other = seen_after.get(sight).unwrap_or(&Gate::FALSE);
            let holds = match truth(one) {
                Some(Truth::True) => true,
                Some(Truth::False) => false,
                _ => continue,
            };
            if truth(one) != truth(other) {
                found.extend(expectation(original, *sight, holds).map(|each| (holds, each)));
            }
        }
        // What holds says more than what does not.
        found.sort_by_key(|(holds, _)| !holds);
        found.into_iter().map(|(_, each)| each).collect()
    }
}

impl Both {
    fn is_possible(&mut self, lawbook: &Lawbook, scene: &Scene, gate: Gate) -> bool {
        if gate == Gate::FALSE {
            return false;
        }
        let truths = self.after.circuit.evaluate(&scene.known);
        match truths.get(gate.position()) {
            Some(Truth::True) => true,
            Some(Truth::False) => false,
            Some(Truth::Unknown) | None => {
                self.exact.learn_gates(&self.after.circuit);
                let mut literals = self.base.clone();
                literals.push(self.exact.gate(gate));
                for known in scene.known.known(lawbook) {
                    literals.extend(self.exact.known(known));
                }
                self.exact.satisfiable(&literals)
            }
        }
    }
}

/// The gates whose values settle whether the expectation is met; `None` where it is not
/// only values that count.
fn looked_at(lawbook: &Lawbook, program: &Program, expectation: &Expectation) -> Option<Vec<Gate>> {
    let mut gates: Vec<Gate> = Vec::new();
    let verdicts = program.verdicts.iter().map(|(_, gate)| *gate);
    let live = |id: &str| -> Vec<Gate> {
        let versions = lawbook.norms_named(id);
        versions.map(|norm| program.live(norm)).collect()
    };
    let applying = |is: fn(&Effect) -> bool| -> Vec<Gate> {
        let norms = lawbook.norms.iter().filter(|(_, norm)| is(&norm.effect));
        norms.map(|(id, _)| program.applies(id)).collect()
    };
    let is_reason = |effect: &Effect| matches!(effect, Effect::ForbidRefusingBecause(_));
    match expectation {
        Expectation::Ask(_) | Expectation::Measures(_) => return None,
        Expectation::Live(id, _) | Expectation::Caution(id, _) => gates.extend(live(id)),
        Expectation::Undetermined(_) => gates.extend(verdicts),
        Expectation::Verdict(_, by) => {
            gates.extend(verdicts);
            if !by.is_empty() {
                gates.extend(carrying(lawbook, program));
            }
        }
        Expectation::DecidedBy(_) => {
            gates.extend(verdicts);
            gates.extend(program.positions.iter().map(|position| position.gate));
            gates.extend(carrying(lawbook, program));
        }
        Expectation::Strong(_) => {
            gates.extend(verdicts);
            gates.push(program.strong);
        }
        Expectation::Ground(ground, _) => {
            let of = program.grounds.get(ground.position())?;
            gates.extend([of.live, of.open, of.after_steps, of.barred]);
        }
        Expectation::Step(..) => {
            gates.extend(verdicts);
            gates.extend(program.outstanding.iter().map(|(_, gate)| *gate));
            gates.extend(applying(|effect| {
                matches!(effect, Effect::RequireStep { .. })
            }));
            gates.extend(program.grounds.iter().map(|of| of.live));
            gates.extend(&program.step_done);
        }
        Expectation::Duty(duty, _, _) => {
            gates.extend(verdicts);
            let of = program.duties.iter().filter(|(_, each, _)| each == duty);
            gates.extend(of.map(|(_, _, gate)| *gate));
        }
        Expectation::Consequence(id, _) => {
            gates.extend(verdicts);
            gates.extend(live(id));
            gates.extend(applying(is_reason));
        }
        Expectation::Tainted(_) => gates.extend(applying(is_reason)),
    }
    Some(gates)
}

/// What the norms that carry a verdict are chosen by.
fn carrying(lawbook: &Lawbook, program: &Program) -> Vec<Gate> {
    let norms = || lawbook.norms.ids();
    let mut gates: Vec<Gate> = norms().map(|norm: NormId| program.applies(norm)).collect();
    gates.extend(norms().map(|norm| program.forbids_refusing(norm)));
    gates.extend(program.unmet.iter().map(|(_, gate)| *gate));
    gates.extend(program.outstanding.iter().map(|(_, gate)| *gate));
    gates.extend(program.grounds.iter().map(|of| of.open));
    gates
}
