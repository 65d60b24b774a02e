//! Questions of the planner beside the fewest that will do, on packs small enough to try every
//! order.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use demur_engine::{Engine, Situation};
use demur_lawbook::{Answer, Id, Lawbook, StepId, VarId, Verdict};
use demur_testkit::reference;
use demur_testkit::survey::{self, World};
use jiff::civil::Date;

use crate::case::{Case, check};

/// Mean questions of a pack, summed over all packs; every world is as likely as the next.
#[derive(Debug, Default)]
pub(crate) struct Measured {
    pub(crate) packs: u32,
    pub(crate) planned: f64,
    pub(crate) best: f64,
}

/// What an interview is after: the verdict, and the steps where a refusal waits.
pub(crate) fn outcome(
    lawbook: &Lawbook,
    day: Date,
    world: &World,
    verdict: Verdict,
) -> (Verdict, Vec<StepId>) {
    let waits = verdict == Verdict::MayRefuseAfter;
    let done = |step: &StepId| reference::is_done(lawbook, day, world, *step);
    (
        verdict,
        lawbook
            .steps
            .ids()
            .filter(|step| waits && done(step))
            .collect(),
    )
}

/// Questions that are needed at least, on average over all worlds, each as likely as
/// the next, by trying every order for every knowledge.
struct Optimum<'s> {
    case: &'s Case<'s>,
    worlds: Vec<(World, (Verdict, Vec<StepId>))>,
    best: BTreeMap<Vec<usize>, usize>,
}

impl Optimum<'_> {
    /// Questions in all these worlds together.
    fn questions(&mut self, worlds: Vec<usize>) -> usize {
        let ends: BTreeSet<_> = worlds.iter().map(|index| &self.worlds[*index].1).collect();
        if ends.len() <= 1 {
            return 0;
        }
        if let Some(best) = self.best.get(&worlds) {
            return *best;
        }
        let mut best = usize::MAX;
        for fact in self.case.lawbook.facts.ids() {
            let mut parts: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
            for index in &worlds {
                let world = &self.worlds[*index].0;
                let own = self.case.lawbook.facts[fact].variables.iter();
                let own: Vec<usize> = own.map(|each: &VarId| world[each.position()]).collect();
                parts.entry(own).or_default().push(*index);
            }
            if parts.len() > 1 {
                let rest: usize = parts.into_values().map(|part| self.questions(part)).sum();
                best = best.min(rest + worlds.len());
            }
        }
        self.best.insert(worlds, best);
        best
    }
}

/// Questions of the planner in all these worlds together.
fn planned(
    engine: &mut Engine<'_>,
    situation: &Situation,
    optimum: &Optimum<'_>,
    worlds: &[usize],
) -> usize {
    let Some(next) = engine
        .inquire(situation, &BTreeSet::new())
        .expect("facts that can hold together")
        .next
    else {
        return 0;
    };
    let mut parts: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for index in worlds {
        let world = &optimum.worlds[*index].0;
        let own = next
            .facts
            .iter()
            .flat_map(|fact| &optimum.case.lawbook.facts[*fact].variables);
        parts
            .entry(own.map(|each| world[each.position()]).collect())
            .or_default()
            .push(*index);
    }
    let rest: usize = parts
        .into_values()
        .map(|part| {
            let mut situation = situation.clone();
            for fact in &next.facts {
                let answer = optimum.case.answer_in(&optimum.worlds[part[0]].0, *fact);
                situation.answers.insert(*fact, answer);
            }
            planned(engine, &situation, optimum, &part)
        })
        .sum();
    rest + worlds.len()
}

/// Over 60 made-up packs with 7 to 10 variables beside the place.
pub(crate) fn measured() -> Measured {
    let found: RefCell<Measured> = Default::default();
    check(|case| {
        let variables = case.lawbook.variables.len() - 1;
        if found.borrow().packs >= 60 || !(7..=10).contains(&variables) {
            return Ok(());
        }
        let place = case.lawbook.place;
        let mut situation = Situation::on(case.day);
        situation.answers.insert(place, Answer::OneOf(vec![0]));
        let known = survey::knowledge(&case.lawbook, &situation.answers, &Vec::new());
        let survey = case.survey();
        let worlds: Vec<_> = survey
            .completions(&known)
            .map(|(world, found)| {
                (
                    world.clone(),
                    outcome(&case.lawbook, case.day, world, found.verdict),
                )
            })
            .collect();
        let all: Vec<usize> = (0..worlds.len()).collect();
        let mut optimum = Optimum {
            case,
            worlds,
            best: BTreeMap::new(),
        };
        let best = optimum.questions(all.clone());
        if best == 0 {
            return Ok(());
        }
        let mut engine = Engine::new(&case.lawbook);
        let asked = planned(&mut engine, &situation, &optimum, &all);
        let mut found = found.borrow_mut();
        found.packs += 1;
        found.planned += asked as f64 / all.len() as f64;
        found.best += best as f64 / all.len() as f64;
        Ok(())
    });
    found.into_inner()
}
