//! A situation in which the opinions of two lawbooks differ, and what an example would
//! expect there.

use std::collections::{BTreeMap, BTreeSet};

use batsat::Lit;
use demur_lawbook::{
    Cells, DutyId, Effect, Expectation, GroundId, GroundStatus, Id, Lawbook, NormId, StepId, Tier,
    Verdict,
};
use jiff::civil::Date;

use crate::assay::Pair;
use crate::circuit::{Circuit, Gate};
use crate::exact::{Exact, World, minimal};
use crate::knowledge::Known;
use crate::program::Program;

/// Where two lawbooks differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The day.
    pub day: Date,
    /// Known facts with which the original meets the expectation; some completion of
    /// them shows that the other lawbook does not. As few facts as will do, and each
    /// leaves open what does not matter.
    pub facts: Vec<Known>,
    /// What the original answers.
    pub expectation: Expectation,
}

/// One thing that an expectation can see, ordered from telling to subtle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sight {
    Live(NormId),
    Tainted(NormId),
    Duty(DutyId, NormId),
    Step(StepId),
    Verdict(Verdict),
    Carried(Verdict, NormId),
    Ground(GroundId, GroundStatus),
    Decided(Tier),
    Strong,
    Consequence(NormId),
}

pub(crate) type Sights = BTreeMap<Sight, Gate>;

impl Pair<'_> {
    /// A situation of this day in which an opinion differs, with the fewest facts; `None`
    /// when every situation gets the same opinion from both.
    #[must_use]
    pub fn difference(&self, day: Date) -> Option<Difference> {
        let (before, seen_before) = Eyes::look(self.original, Program::new(self.original, day));
        let after = Program::beside(before.circuit, self.changed, day);
        let (mut program, seen_after) = Eyes::look(self.changed, after);
        let all: BTreeSet<Sight> = seen_before
            .keys()
            .chain(seen_after.keys())
            .copied()
            .collect();
        let gate =
            |sights: &Sights, sight: &Sight| sights.get(sight).copied().unwrap_or(Gate::FALSE);
        let mut differing = Vec::new();
        let mut gates = Vec::new();
        for sight in all {
            let (one, other) = (gate(&seen_before, &sight), gate(&seen_after, &sight));
            if one != other {
                let differs = program.circuit.differ(one, other);
                differing.push((sight, one, differs));
                gates.push(differs);
            }
        }
        let anything = program.circuit.any(gates);
        if anything == Gate::FALSE {
            return None;
        }
        let mut exact = Exact::fixed(self.original, &program, &[]);
        let mut search = Search {
            lawbook: self.original,
            base: Vec::new(),
            exact: &mut exact,
        };
        // What a norm does matters only where it is live.
        let live = program.live(self.norm);
        let where_live = match self.only_effect_differs() {
            true => vec![anything, live],
            false => vec![anything],
        };
        search.find(day, &differing, &where_live)
    }
}

/// Looks for situations; `base` always holds in them.
pub(crate) struct Search<'a> {
    pub(crate) lawbook: &'a Lawbook,
    pub(crate) base: Vec<Lit>,
    pub(crate) exact: &'a mut Exact,
}

impl Search<'_> {
    fn find(
        &mut self,
        day: Date,
        differing: &[(Sight, Gate, Gate)],
        there: &[Gate],
    ) -> Option<Difference> {
        let literals: Vec<Lit> = there.iter().map(|gate| self.exact.gate(*gate)).collect();
        let world = self.world(&literals)?;
        let there = differing
            .iter()
            .filter(|(_, _, differs)| world.gate(*differs));
        let chosen = there
            .filter_map(|(sight, one, _)| {
                let holds = world.gate(*one);
                Some((expectation(self.lawbook, *sight, holds)?, *one, holds))
            })
            // What holds says more than what does not.
            .min_by_key(|(_, _, holds)| !holds);
        let (expectation, gate, holds) = chosen?;
        let facts = self.fewest(&world, gate, holds);
        Some(Difference {
            day,
            facts: self.widest(facts, gate, holds),
            expectation,
        })
    }

    /// The same for norms that are `live` in the original, where `differs` says that one
    /// of them is not so in the other lawbook, or the other way round.
    pub(crate) fn liveness(
        &mut self,
        day: Date,
        norms: &[NormId],
        live: &[Gate],
        differs: &[Gate],
    ) -> Option<Difference> {
        for (norm, (gate, differs)) in norms.iter().zip(live.iter().zip(differs)) {
            if let Some(world) = self.world(&[self.exact.gate(*differs)]) {
                let holds = world.gate(*gate);
                let facts = self.fewest(&world, *gate, holds);
                return Some(Difference {
                    day,
                    facts: self.widest(facts, *gate, holds),
                    expectation: expectation(self.lawbook, Sight::Live(*norm), holds)?,
                });
            }
        }
        None
    }

    fn world(&mut self, more: &[Lit]) -> Option<World> {
        let literals = [&self.base, more].concat();
        self.exact.world(&literals)
    }

    /// Whether these facts alone give the gate this value.
    fn forces(&mut self, facts: &[Known], gate: Gate, holds: bool) -> bool {
        let literal = self.exact.gate(gate);
        let mut literals = self.base.clone();
        literals.push(if holds { !literal } else { literal });
        for known in facts {
            let excluded: Vec<Lit> = self.exact.known(*known).collect();
            literals.extend(excluded);
        }
        !self.exact.satisfiable(&literals)
    }

    fn fewest(&mut self, world: &World, gate: Gate, holds: bool) -> Vec<Known> {
        let candidates = world.known();
        let mut facts = minimal(&candidates, &mut |facts: &[Known]| {
            self.forces(facts, gate, holds)
        });
        facts.sort_unstable();
        facts
    }

    /// Leaves open between which values of a fact nothing changes.
    fn widest(&mut self, mut facts: Vec<Known>, gate: Gate, holds: bool) -> Vec<Known> {
        for index in 0..facts.len() {
            let Some(known) = facts.get(index).copied() else {
                continue;
            };
            let variable = self.lawbook.variables[known.variable];
            if variable.fact == self.lawbook.place || variable.cells < 3 {
                continue;
            }
            for cell in variable.all().without(known.cells).iter() {
                let mut wider = facts.clone();
                if let Some(place) = wider.get_mut(index) {
                    place.cells = Cells(place.cells.0 | Cells::single(cell).0);
                }
                if self.forces(&wider, gate, holds) {
                    facts = wider;
                }
            }
        }
        facts
    }
}

/// The expectation that says so, where the language has one.
pub(crate) fn expectation(lawbook: &Lawbook, sight: Sight, holds: bool) -> Option<Expectation> {
    let id = |norm: NormId| lawbook.norms[norm].id.clone();
    Some(match sight {
        Sight::Live(norm) => Expectation::Live(id(norm), holds),
        Sight::Duty(duty, norm) if holds => Expectation::Duty(duty, true, vec![id(norm)]),
        Sight::Step(step) => Expectation::Step(step, holds),
        Sight::Consequence(norm) => Expectation::Consequence(id(norm), holds),
        _ if !holds => return None,
        Sight::Tainted(norm) => Expectation::Tainted(Some(vec![id(norm)])),
        Sight::Duty(..) => return None,
        Sight::Verdict(verdict) => Expectation::Verdict(verdict, Vec::new()),
        Sight::Carried(verdict, norm) => Expectation::Verdict(verdict, vec![id(norm)]),
        Sight::Ground(ground, status) => Expectation::Ground(ground, status),
        Sight::Decided(tier) => Expectation::DecidedBy(tier),
        Sight::Strong => Expectation::Strong(true),
    })
}

/// Collects what expectations can see of a program.
pub(crate) struct Eyes<'a> {
    lawbook: &'a Lawbook,
    program: Program,
    sights: Sights,
}

impl<'a> Eyes<'a> {
    pub(crate) fn look(lawbook: &'a Lawbook, program: Program) -> (Program, Sights) {
        let mut eyes = Self {
            lawbook,
            program,
            sights: Sights::new(),
        };
        eyes.verdicts();
        eyes.norms();
        eyes.grounds();
        eyes.accompanying();
        (eyes.program, eyes.sights)
    }

    fn circuit(&mut self) -> &mut Circuit {
        &mut self.program.circuit
    }

    /// The thing is also seen when this gate is true.
    fn add(&mut self, sight: Sight, gate: Gate) {
        let before = self.sights.get(&sight).copied().unwrap_or(Gate::FALSE);
        let gate = self.circuit().any([before, gate]);
        self.sights.insert(sight, gate);
    }

    /// The first version of a norm stands for all: an example names the id.
    fn first_version(&self, norm: NormId) -> NormId {
        let id = &self.lawbook.norms[norm].id;
        self.lawbook.norms_named(id).next().unwrap_or(norm)
    }

    fn verdicts(&mut self) {
        for (verdict, gate) in self.program.verdicts.clone() {
            self.add(Sight::Verdict(verdict), gate);
        }
        for position in self.program.positions.clone() {
            if let Some(tier) = position.tier {
                self.add(Sight::Decided(tier), position.gate);
            }
        }
        let may = self.program.verdict(Verdict::MayRefuse);
        let strong = self.program.strong;
        let gate = self.circuit().all([may, strong]);
        self.add(Sight::Strong, gate);
    }

    fn norms(&mut self) {
        let lawbook = self.lawbook;
        let may = self.program.verdict(Verdict::MayRefuse);
        let must = self.program.verdict(Verdict::MustRefuse);
        let conflict = self.program.verdict(Verdict::Conflict);
        let safe = self.circuit().any([may, must]);
        let unsafe_to_refuse = self.circuit().not(safe);
        let unsafe_to_serve = self.circuit().any([must, conflict]);
        for (id, norm) in lawbook.norms.iter() {
            let first = self.first_version(id);
            let (live, applies) = (self.program.live(id), self.program.applies(id));
            self.add(Sight::Live(first), live);
            match &norm.effect {
                Effect::ForbidRefusingBecause(_) => self.add(Sight::Tainted(first), applies),
                Effect::Consequence { of_serving, .. } => {
                    let matters = if *of_serving {
                        unsafe_to_serve
                    } else {
                        unsafe_to_refuse
                    };
                    let gate = self.circuit().all([live, matters]);
                    self.add(Sight::Consequence(first), gate);
                }
                _ => {}
            }
            if let Some(verdict) = carried(&norm.effect) {
                let carries = match verdict {
                    Verdict::MustServe => self.program.forbids_refusing(id),
                    _ => applies,
                };
                let reached = self.program.verdict(verdict);
                let gate = self.circuit().all([carries, reached]);
                self.add(Sight::Carried(verdict, first), gate);
            }
        }
        for (id, gate) in self.program.unmet.clone() {
            let reached = self.program.verdict(Verdict::NotJustified);
            let gate = self.circuit().all([gate, reached]);
            let first = self.first_version(id);
            self.add(Sight::Carried(Verdict::NotJustified, first), gate);
        }
    }

    fn grounds(&mut self) {
        for (position, gates) in self.program.grounds.clone().into_iter().enumerate() {
            let ground = GroundId::from_position(position);
            let not_met = self.circuit().not(gates.live);
            for (status, gate) in [
                (GroundStatus::Open, gates.open),
                (GroundStatus::AfterSteps, gates.after_steps),
                (GroundStatus::Barred, gates.barred),
                (GroundStatus::NotMet, not_met),
            ] {
                self.add(Sight::Ground(ground, status), gate);
            }
        }
    }

    /// Steps and duties, which are shown where refusing is in question.
    fn accompanying(&mut self) {
        let lawbook = self.lawbook;
        let serve = self.program.verdict(Verdict::MustServe);
        let not_justified = self.program.verdict(Verdict::NotJustified);
        let out_of_question = self.circuit().any([serve, not_justified]);
        let in_question = self.circuit().not(out_of_question);
        for (norm, duty, gate) in self.program.duties.clone() {
            let gate = self.circuit().all([gate, in_question]);
            let first = self.first_version(norm);
            self.add(Sight::Duty(duty, first), gate);
        }
        for (id, norm) in lawbook.norms.iter() {
            let Effect::RequireStep { step, ground } = &norm.effect else {
                continue;
            };
            let ground = ground.and_then(|ground| self.program.grounds.get(ground.position()));
            let wanted = ground.map_or(Gate::TRUE, |gates| gates.live);
            let applies = self.program.applies(id);
            for leaf in step.leaves() {
                let done = self.program.step_done.get(leaf.position()).copied();
                let undone = self.circuit().not(done.unwrap_or(Gate::FALSE));
                let gate = self.circuit().all([applies, wanted, undone, in_question]);
                self.add(Sight::Step(leaf), gate);
            }
        }
    }
}

/// The verdict that a norm with this effect can carry, apart from demands for a ground.
fn carried(effect: &Effect) -> Option<Verdict> {
    match effect {
        Effect::ForbidRefusing | Effect::ForbidRefusingBecause(_) => Some(Verdict::MustServe),
        Effect::ForbidServing => Some(Verdict::MustRefuse),
        Effect::Permit(_) | Effect::Entitle(_) => Some(Verdict::MayRefuse),
        Effect::NeedsGround(_)
        | Effect::RequireStep { .. }
        | Effect::RequireDuty { .. }
        | Effect::ForbidDuty(_)
        | Effect::Suggest { .. }
        | Effect::Except
        | Effect::Caution(_)
        | Effect::Consequence { .. } => None,
    }
}
