//! Who refers to whom: norms that take each other out, norms that ask for a fact,
//! ground, step, duty or measure, and tests that show a norm at work.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{
    DutyId, Effect, Expectation, FactId, GroundId, Lawbook, MeasureId, Norm, NormId, StepId,
};

/// References, turned round.
#[derive(Debug, Default)]
pub(super) struct Usage {
    /// Norms that take this one out.
    pub(super) overridden_by: BTreeMap<NormId, BTreeSet<NormId>>,
    /// Norms whose conditions or effect speak of this fact.
    pub(super) of_fact: BTreeMap<FactId, BTreeSet<NormId>>,
    /// Norms that permit, admit or narrow this ground.
    pub(super) of_ground: BTreeMap<GroundId, BTreeSet<NormId>>,
    /// Norms that ask for this step.
    pub(super) of_step: BTreeMap<StepId, BTreeSet<NormId>>,
    /// Norms that ask for this duty or forbid it.
    pub(super) of_duty: BTreeMap<DutyId, BTreeSet<NormId>>,
    /// Norms that suggest this measure.
    pub(super) of_measure: BTreeMap<MeasureId, BTreeSet<NormId>>,
    /// Positions of the tests that expect something of the norm with this id.
    pub(super) tests: BTreeMap<String, Vec<usize>>,
}

impl Usage {
    pub(super) fn new(lawbook: &Lawbook) -> Self {
        let mut usage = Self::default();
        for (id, norm) in lawbook.norms.iter() {
            for other in &norm.overrides {
                usage.overridden_by.entry(*other).or_default().insert(id);
            }
            for fact in facts(lawbook, norm) {
                usage.of_fact.entry(fact).or_default().insert(id);
            }
            usage.effect(id, &norm.effect);
        }
        for (position, test) in lawbook.tests.iter().enumerate() {
            let expected = test
                .expectations
                .iter()
                .flat_map(|(expectation, _)| shown(expectation));
            for norm in expected.collect::<BTreeSet<_>>() {
                usage
                    .tests
                    .entry(norm.to_owned())
                    .or_default()
                    .push(position);
            }
        }
        usage
    }

    fn effect(&mut self, id: NormId, effect: &Effect) {
        match effect {
            Effect::Permit(ground) | Effect::Entitle(ground) => self.ground(id, *ground),
            Effect::NeedsGround(grounds) => {
                grounds.iter().for_each(|ground| self.ground(id, *ground))
            }
            Effect::RequireStep { step, ground } => {
                ground.iter().for_each(|ground| self.ground(id, *ground));
                for step in step.leaves() {
                    self.of_step.entry(step).or_default().insert(id);
                }
            }
            Effect::RequireDuty { duty, .. } | Effect::ForbidDuty(duty) => {
                self.of_duty.entry(*duty).or_default().insert(id);
            }
            Effect::Suggest { measure, ground } => {
                ground.iter().for_each(|ground| self.ground(id, *ground));
                self.of_measure.entry(*measure).or_default().insert(id);
            }
            Effect::ForbidRefusing
            | Effect::ForbidRefusingBecause(_)
            | Effect::ForbidServing
            | Effect::Except
            | Effect::Caution(_)
            | Effect::Consequence { .. } => {}
        }
    }

    fn ground(&mut self, id: NormId, ground: GroundId) {
        self.of_ground.entry(ground).or_default().insert(id);
    }
}

fn facts(lawbook: &Lawbook, norm: &Norm) -> BTreeSet<FactId> {
    let mut facts = BTreeSet::new();
    let mut see = |variable, _| {
        facts.insert(lawbook.variables[variable].fact);
    };
    norm.when.each_variable(&mut see);
    norm.unless
        .iter()
        .for_each(|condition| condition.each_variable(&mut see));
    if let Effect::ForbidRefusingBecause(reasons) = &norm.effect {
        facts.extend(reasons.iter().map(|reason| lawbook.variables[*reason].fact));
    }
    facts
}

/// The norms that the expectation shows at work.
fn shown(expectation: &Expectation) -> Vec<&str> {
    match expectation {
        Expectation::Verdict(_, norms)
        | Expectation::Duty(_, true, norms)
        | Expectation::Tainted(Some(norms)) => norms.iter().map(String::as_str).collect(),
        Expectation::Caution(norm, true)
        | Expectation::Consequence(norm, true)
        | Expectation::Live(norm, true) => vec![norm],
        Expectation::Undetermined(_)
        | Expectation::Strong(_)
        | Expectation::DecidedBy(_)
        | Expectation::Ground(..)
        | Expectation::Step(..)
        | Expectation::Duty(_, false, _)
        | Expectation::Measures(_)
        | Expectation::Caution(_, false)
        | Expectation::Consequence(_, false)
        | Expectation::Tainted(None)
        | Expectation::Ask(_)
        | Expectation::Live(_, false) => Vec::new(),
    }
}
