//! Situations with a few unknown facts: the engine's possible verdicts against the
//! verdicts of all completions.

use std::collections::BTreeSet;

use demur_engine::{Engine, Situation};
use demur_lawbook::{Cells, Condition, Lawbook, VarId, Verdict};
use demur_testkit::reference;

use crate::form;
use crate::random::Random;
use crate::run::Difference;
use crate::world::World;

/// Most variables that are unknown at once.
const MOST_UNKNOWN: usize = 10;
/// Most completions that are visited.
const MOST_COMPLETIONS: usize = 1 << MOST_UNKNOWN;

/// Compares situations of one lawbook.
#[derive(Debug)]
pub struct Partial<'l> {
    lawbook: &'l Lawbook,
    engine: Engine<'l>,
}

/// One comparison.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Completions that were visited.
    pub completions: u64,
    /// Whether they come to different verdicts.
    pub undetermined: bool,
    /// What the engine says otherwise.
    pub difference: Option<Difference>,
}

impl<'l> Partial<'l> {
    /// By this lawbook.
    #[must_use]
    pub fn new(lawbook: &'l Lawbook) -> Self {
        Self {
            lawbook,
            engine: Engine::new(lawbook),
        }
    }

    /// Forgets a few facts of a complete situation on which norms depend that hold in
    /// it, and compares.
    pub fn compare(&mut self, world: &World, random: &mut Random) -> Compared {
        let unknown = self.forgotten(world, random);
        let (possible, completions) = self.completions(world, &unknown);
        let known = self.lawbook.variables.ids();
        let known = known.filter(|variable| !unknown.contains(variable));
        let situation = Situation {
            profile: known
                .map(|variable| (variable, Cells::single(world.cell(variable))))
                .collect(),
            ..Situation::on(world.day)
        };
        let says: BTreeSet<Verdict> = match self.engine.decide(&situation) {
            Ok(opinion) => opinion.possible.into_iter().collect(),
            Err(_) => BTreeSet::new(),
        };
        Compared {
            completions,
            undetermined: possible.len() > 1,
            difference: (says != possible)
                .then(|| self.difference(world, &unknown, &says, &possible)),
        }
    }

    fn difference(
        &self,
        world: &World,
        unknown: &[VarId],
        says: &BTreeSet<Verdict>,
        possible: &BTreeSet<Verdict>,
    ) -> Difference {
        let names = |verdicts: &BTreeSet<Verdict>| {
            let names: Vec<&str> = verdicts.iter().map(|verdict| verdict.name()).collect();
            names.join(", ")
        };
        let facts: BTreeSet<&str> = unknown
            .iter()
            .map(|variable| {
                let fact = self.lawbook.variables[*variable].fact;
                self.lawbook.facts[fact].name.as_str()
            })
            .collect();
        let facts: Vec<&str> = facts.into_iter().collect();
        Difference {
            form: "opinion",
            says: vec![
                format!("without {}", facts.join(", ")),
                format!("possible: {}, not {}", names(says), names(possible)),
            ],
            situation: world.yaml(self.lawbook),
        }
    }

    /// Variables of conditions of norms that hold, and some others.
    fn forgotten(&self, world: &World, random: &mut Random) -> Vec<VarId> {
        let judged = form::reference(self.lawbook, world);
        let mut candidates: Vec<VarId> = Vec::new();
        for norm in judged.own.iter().flatten() {
            let norm = &self.lawbook.norms[*norm];
            let mut see = |condition: &Condition| {
                condition.each_variable(&mut |variable, _| candidates.push(variable));
            };
            see(&norm.when);
            norm.unless.iter().for_each(see);
        }
        if let Some(reasons) = self.lawbook.reasons {
            candidates.extend(&self.lawbook.facts[reasons].variables);
        }
        let all: Vec<VarId> = self.lawbook.variables.ids().collect();
        let wanted = 1 + random.below(MOST_UNKNOWN);
        let mut unknown: Vec<VarId> = Vec::new();
        let mut completions = 1;
        for _ in 0..4 * MOST_UNKNOWN {
            let among = if random.chance(85) && !candidates.is_empty() {
                &candidates
            } else {
                &all
            };
            let Some(variable) = random.pick(among).copied() else {
                break;
            };
            let info = self.lawbook.variables[variable];
            let more = completions * info.cells as usize;
            let fits = more <= MOST_COMPLETIONS && unknown.len() < wanted;
            if fits && info.fact != self.lawbook.place && !unknown.contains(&variable) {
                unknown.push(variable);
                completions = more;
            }
        }
        unknown
    }

    /// The verdicts of all completions that are possible, and how many these are.
    fn completions(&self, world: &World, unknown: &[VarId]) -> (BTreeSet<Verdict>, u64) {
        let mut verdicts = BTreeSet::new();
        let mut count = 0;
        let mut trial = world.clone();
        unknown.iter().for_each(|variable| trial.set(*variable, 0));
        loop {
            if trial.is_possible(self.lawbook) {
                count += 1;
                let own = reference::holding(self.lawbook, trial.day, &trial.cells);
                let (_, verdict) = reference::headline(self.lawbook, trial.day, &trial.cells, own);
                verdicts.insert(verdict);
            }
            if !self.advance(&mut trial, unknown) {
                return (verdicts, count);
            }
        }
    }

    /// To the next combination of cells, like a counter; false after the last one.
    fn advance(&self, trial: &mut World, unknown: &[VarId]) -> bool {
        for variable in unknown {
            let next = trial.cell(*variable) + 1;
            if next < self.lawbook.variables[*variable].cells as usize {
                trial.set(*variable, next);
                return true;
            }
            trial.set(*variable, 0);
        }
        false
    }
}
