//! What one complete world comes to: section 5 of `docs/language.md`, read aloud.
//!
//! Nothing is compiled and nothing is remembered: every question is asked of the
//! norms again, from the top.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{
    Cells, Condition, DutyId, Effect, GroundId, GroundStatus, Id, Lawbook, Layer, Norm, NormId,
    StepId, Steps, Tier, VarId, Verdict,
};
use jiff::civil::Date;

/// What one complete world comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// The layer that took the position; none where every layer left it open.
    pub decided: Option<Layer>,
    /// Whether a strong ground carries a refusal.
    pub strong: bool,
    /// Norms whose forbidden reasons are in play.
    pub tainted: BTreeSet<NormId>,
    /// Norms that forbid refusing here.
    pub forbids_refusing: BTreeSet<NormId>,
    /// How each ground stands.
    pub grounds: BTreeMap<GroundId, GroundStatus>,
    /// Steps that are required and not done, by the norm that requires them.
    pub outstanding: BTreeSet<(StepId, NormId)>,
    /// Duties that accompany a refusal, by the norm that requires them.
    pub duties: BTreeSet<(DutyId, NormId)>,
    /// Norms that are live.
    pub live: BTreeSet<NormId>,
}

/// What the lawbook says of one world, given as one cell for each variable.
#[must_use]
pub fn verdict(lawbook: &Lawbook, day: Date, world: &[usize]) -> Outcome {
    World::new(lawbook, day, world).outcome()
}

/// Norms in force whose own conditions hold, whatever overrides them.
#[must_use]
pub fn holding(lawbook: &Lawbook, day: Date, world: &[usize]) -> BTreeSet<NormId> {
    World::new(lawbook, day, world).holding
}

/// The live norms and the verdict of a world in which the own conditions of exactly
/// these norms hold, whoever found that out.
#[must_use]
pub fn headline(
    lawbook: &Lawbook,
    day: Date,
    world: &[usize],
    holding: BTreeSet<NormId>,
) -> (BTreeSet<NormId>, Verdict) {
    let world = World {
        lawbook,
        day,
        cells: world,
        holding,
    };
    let live = world.live();
    let (verdict, _) = world.position(&live);
    (live, verdict)
}

/// Whether every assumption holds in this world.
#[must_use]
pub fn is_possible(lawbook: &Lawbook, day: Date, world: &[usize]) -> bool {
    let world = World::bare(lawbook, day, world);
    lawbook
        .assumptions
        .iter()
        .all(|assumption| world.holds(&assumption.holds))
}

/// Whether the step is done in this world.
#[must_use]
pub fn is_done(lawbook: &Lawbook, day: Date, world: &[usize], step: StepId) -> bool {
    World::bare(lawbook, day, world).holds(&lawbook.steps[step].done)
}

struct World<'a> {
    lawbook: &'a Lawbook,
    day: Date,
    cells: &'a [usize],
    /// Norms whose own conditions hold.
    holding: BTreeSet<NormId>,
}

/// A live norm that requires a step which is not done.
struct Waiting {
    norm: NormId,
    layer: Layer,
    /// On which ground; a refusal on any ground when absent.
    ground: Option<GroundId>,
}

/// A live demand for a ground.
struct Demand {
    layer: Layer,
    admits: BTreeSet<GroundId>,
}

impl<'a> World<'a> {
    /// Of which no norm is asked.
    fn bare(lawbook: &'a Lawbook, day: Date, cells: &'a [usize]) -> Self {
        Self {
            lawbook,
            day,
            cells,
            holding: BTreeSet::new(),
        }
    }

    fn new(lawbook: &'a Lawbook, day: Date, cells: &'a [usize]) -> Self {
        let bare = Self::bare(lawbook, day, cells);
        let norms = lawbook.norms.iter();
        let holding = norms
            .filter(|(_, norm)| bare.holds_itself(norm))
            .map(|(id, _)| id)
            .collect();
        Self { holding, ..bare }
    }

    fn live(&self) -> BTreeSet<NormId> {
        self.holding
            .iter()
            .copied()
            .filter(|norm| self.is_live(*norm))
            .collect()
    }

    fn outcome(&self) -> Outcome {
        let live = self.live();
        let (verdict, decided) = self.position(&live);
        let status = |ground| (ground, self.status(&live, verdict, ground));
        let grounds: BTreeMap<GroundId, GroundStatus> =
            self.lawbook.grounds.ids().map(status).collect();
        let carries = |(ground, status): (&GroundId, &GroundStatus)| {
            *status == GroundStatus::Open && !self.lawbook.grounds[*ground].weak
        };
        Outcome {
            verdict,
            decided,
            strong: grounds.iter().any(carries),
            tainted: live
                .iter()
                .copied()
                .filter(|norm| self.has_reason_in_play(*norm))
                .collect(),
            forbids_refusing: live
                .iter()
                .copied()
                .filter(|norm| self.forbids_refusing(&live, *norm))
                .collect(),
            grounds,
            outstanding: self.outstanding(&live),
            duties: self.duties(&live),
            live,
        }
    }

    fn yes(&self, variable: VarId) -> bool {
        self.cells.get(variable.position()) == Some(&1)
    }

    fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Is { variable, cells } => {
                let cell = self
                    .cells
                    .get(variable.position())
                    .map(|cell| Cells::single(*cell));
                cell.is_some_and(|cell| cell.is_inside(*cells))
            }
            Condition::During { from, to } => {
                from.is_none_or(|from| from <= self.day) && to.is_none_or(|to| self.day < to)
            }
            Condition::All(parts) => parts.iter().all(|part| self.holds(part)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part)),
        }
    }

    /// In force, `when` and its place hold, no `unless` does.
    fn holds_itself(&self, norm: &Norm) -> bool {
        norm.from.is_none_or(|from| from <= self.day)
            && norm.to.is_none_or(|to| self.day < to)
            && self.holds(&norm.when)
            && !norm.unless.iter().any(|unless| self.holds(unless))
    }

    /// It holds itself, and nothing live overrides it.
    fn is_live(&self, id: NormId) -> bool {
        self.holding.contains(&id)
            && !self.holding.iter().any(|other| {
                self.lawbook.norms[*other].overrides.contains(&id) && self.is_live(*other)
            })
    }

    /// From the top layer down; the first position counts.
    fn position(&self, live: &BTreeSet<NormId>) -> (Verdict, Option<Layer>) {
        let layers: BTreeSet<Layer> = self
            .lawbook
            .norms
            .iter()
            .map(|(_, norm)| norm.layer)
            .collect();
        for layer in layers {
            if let Some(verdict) = self.position_of(live, layer) {
                return (verdict, Some(layer));
            }
        }
        (self.permission(live), None)
    }

    fn position_of(&self, live: &BTreeSet<NormId>, layer: Layer) -> Option<Verdict> {
        let here: Vec<NormId> = live
            .iter()
            .copied()
            .filter(|norm| self.lawbook.norms[*norm].layer == layer)
            .collect();
        let effect = |norm: &NormId| &self.lawbook.norms[*norm].effect;
        let forbidding: Vec<&NormId> = here
            .iter()
            .filter(|norm| self.forbids_refusing(live, **norm))
            .collect();
        let forbids = forbidding
            .iter()
            .any(|norm| *effect(norm) == Effect::ForbidRefusing);
        let because = forbidding
            .iter()
            .any(|norm| *effect(norm) != Effect::ForbidRefusing);
        let serving = here
            .iter()
            .any(|norm| *effect(norm) == Effect::ForbidServing);
        match (forbids, because, serving) {
            (false, false, false) => {
                let unmet = self.demands(live).into_iter().any(|demand| {
                    demand.layer == layer && demand.admits.is_disjoint(&self.live_grounds(live))
                });
                unmet.then_some(Verdict::NotJustified)
            }
            (false, _, true) => Some(self.duty_to_refuse(live, layer)),
            (false, true, false) | (true, _, false) => Some(Verdict::MustServe),
            (true, _, true) => Some(Verdict::Conflict),
        }
    }

    /// A duty to refuse waits for what higher layers want first, and not for its own.
    fn duty_to_refuse(&self, live: &BTreeSet<NormId>, layer: Layer) -> Verdict {
        let above: Vec<Waiting> = self
            .waiting(live)
            .into_iter()
            .filter(|step| step.layer < layer)
            .collect();
        let on_any_ground = above.iter().any(|step| step.ground.is_none());
        let ready = self.not_waiting(live, &above);
        let demands = self
            .demands(live)
            .into_iter()
            .filter(|demand| demand.layer < layer);
        let ground_waits = demands
            .into_iter()
            .any(|demand| demand.admits.is_disjoint(&ready));
        let said_above: BTreeSet<NormId> = live
            .iter()
            .copied()
            .filter(|norm| self.lawbook.norms[*norm].layer < layer)
            .collect();
        let grounds = self.telling_grounds(&said_above);
        let all_wait = !grounds.is_empty() && ready.is_disjoint(&grounds);
        if on_any_ground || ground_waits || all_wait {
            Verdict::MayRefuseAfter
        } else {
            Verdict::MustRefuse
        }
    }

    /// No layer takes a position: refusing is allowed, now or after steps.
    fn permission(&self, live: &BTreeSet<NormId>) -> Verdict {
        let waiting = self.waiting(live);
        let on_any_ground = waiting.iter().any(|step| step.ground.is_none());
        let ready = self.not_waiting(live, &waiting);
        let grounds = self.telling_grounds(live);
        let all_wait = !grounds.is_empty() && ready.is_disjoint(&grounds);
        let ground_waits = self
            .demands(live)
            .iter()
            .any(|demand| demand.admits.is_disjoint(&ready));
        if on_any_ground || all_wait || ground_waits {
            Verdict::MayRefuseAfter
        } else {
            Verdict::MayRefuse
        }
    }

    /// The live strong grounds; the weak ones where there is no strong one. (Where a
    /// strong ground waits for a step, silence of the law is no way around it.)
    fn telling_grounds(&self, live: &BTreeSet<NormId>) -> BTreeSet<GroundId> {
        let (weak, strong): (BTreeSet<_>, BTreeSet<_>) = self
            .live_grounds(live)
            .into_iter()
            .partition(|ground| self.lawbook.grounds[*ground].weak);
        if strong.is_empty() { weak } else { strong }
    }

    fn has_reason_in_play(&self, norm: NormId) -> bool {
        match &self.lawbook.norms[norm].effect {
            Effect::ForbidRefusingBecause(reasons) => {
                reasons.iter().any(|reason| self.yes(*reason))
            }
            _ => false,
        }
    }

    fn anyone_else_too(&self) -> bool {
        let comparator = self
            .lawbook
            .comparator
            .map(|fact| &self.lawbook.facts[fact]);
        comparator.is_some_and(|fact| fact.variables.iter().all(|variable| self.yes(*variable)))
    }

    /// Whether a live norm forbids refusing: always, or for a reason in play; not
    /// below a layer that entitles.
    fn forbids_refusing(&self, live: &BTreeSet<NormId>, norm: NormId) -> bool {
        let layer = self.lawbook.norms[norm].layer;
        let entitles =
            |norm: &Norm| norm.layer < layer && matches!(norm.effect, Effect::Entitle(_));
        let void = live.iter().any(|norm| entitles(&self.lawbook.norms[*norm]));
        let plainly = self.lawbook.norms[norm].effect == Effect::ForbidRefusing;
        !void && (plainly || (self.has_reason_in_play(norm) && !self.anyone_else_too()))
    }

    /// Grounds that some live norm permits or entitles.
    fn live_grounds(&self, live: &BTreeSet<NormId>) -> BTreeSet<GroundId> {
        self.grounds_from(live, &Tier::ALL)
    }

    fn grounds_from(&self, live: &BTreeSet<NormId>, tiers: &[Tier]) -> BTreeSet<GroundId> {
        let norms = live.iter().map(|norm| &self.lawbook.norms[*norm]);
        let there = norms.filter(|norm| tiers.contains(&norm.layer.tier));
        there
            .filter_map(|norm| match norm.effect {
                Effect::Permit(ground) | Effect::Entitle(ground) => Some(ground),
                _ => None,
            })
            .collect()
    }

    fn demands(&self, live: &BTreeSet<NormId>) -> Vec<Demand> {
        let norms = live.iter().map(|norm| &self.lawbook.norms[*norm]);
        norms
            .filter_map(|norm| match &norm.effect {
                Effect::NeedsGround(named) => Some(Demand {
                    layer: norm.layer,
                    admits: &self.admitted(live, norm.layer.tier, named)
                        | &self.entitled_above(live, norm.layer),
                }),
                _ => None,
            })
            .collect()
    }

    /// The live grounds that meet a demand of this tier.
    fn admitted(
        &self,
        live: &BTreeSet<NormId>,
        tier: Tier,
        named: &[GroundId],
    ) -> BTreeSet<GroundId> {
        let binding = matches!(tier, Tier::Law | Tier::Code);
        let from: &[Tier] = match (binding, named.is_empty()) {
            (true, true) => &[Tier::Law, Tier::Code],
            (true, false) => &[Tier::Law, Tier::Code, Tier::Standard],
            (false, _) => &Tier::ALL,
        };
        let strong = |ground: &GroundId| !self.lawbook.grounds[*ground].weak;
        let wanted = |ground: &GroundId| named.is_empty() || named.contains(ground);
        self.grounds_from(live, from)
            .into_iter()
            .filter(strong)
            .filter(wanted)
            .collect()
    }

    /// The strong grounds to which a layer above this one entitles.
    fn entitled_above(&self, live: &BTreeSet<NormId>, layer: Layer) -> BTreeSet<GroundId> {
        let norms = live.iter().map(|norm| &self.lawbook.norms[*norm]);
        norms
            .filter(|norm| norm.layer < layer)
            .filter_map(|norm| match norm.effect {
                Effect::Entitle(ground) if !self.lawbook.grounds[ground].weak => Some(ground),
                _ => None,
            })
            .collect()
    }

    fn waiting(&self, live: &BTreeSet<NormId>) -> Vec<Waiting> {
        let required = live.iter().filter_map(|id| {
            let norm = &self.lawbook.norms[*id];
            match &norm.effect {
                Effect::RequireStep { step, ground } if !self.are_done(step) => Some(Waiting {
                    norm: *id,
                    layer: norm.layer,
                    ground: *ground,
                }),
                _ => None,
            }
        });
        required.collect()
    }

    fn are_done(&self, steps: &Steps) -> bool {
        match steps {
            Steps::One(step) => self.holds(&self.lawbook.steps[*step].done),
            Steps::All(parts) => parts.iter().all(|part| self.are_done(part)),
            Steps::Any(parts) => parts.iter().any(|part| self.are_done(part)),
        }
    }

    /// Live grounds that do not wait for a step of their own.
    fn not_waiting(&self, live: &BTreeSet<NormId>, waiting: &[Waiting]) -> BTreeSet<GroundId> {
        let waits = |ground: &GroundId| waiting.iter().any(|step| step.ground == Some(*ground));
        self.live_grounds(live)
            .into_iter()
            .filter(|ground| !waits(ground))
            .collect()
    }

    fn outstanding(&self, live: &BTreeSet<NormId>) -> BTreeSet<(StepId, NormId)> {
        let mut outstanding = BTreeSet::new();
        for Waiting { norm, .. } in self.waiting(live) {
            if let Effect::RequireStep { step, .. } = &self.lawbook.norms[norm].effect {
                let undone = step
                    .leaves()
                    .into_iter()
                    .filter(|step| !self.holds(&self.lawbook.steps[*step].done));
                outstanding.extend(undone.map(|step| (step, norm)));
            }
        }
        outstanding
    }

    fn duties(&self, live: &BTreeSet<NormId>) -> BTreeSet<(DutyId, NormId)> {
        let norms = || live.iter().map(|id| (*id, &self.lawbook.norms[*id]));
        let forbidden = |duty: DutyId, layer: Layer| {
            norms().any(|(_, norm)| norm.effect == Effect::ForbidDuty(duty) && norm.layer <= layer)
        };
        let required = norms().filter_map(|(id, norm)| match norm.effect {
            Effect::RequireDuty { duty, .. } => Some((duty, id, norm.layer)),
            _ => None,
        });
        required
            .filter(|(duty, _, layer)| !forbidden(*duty, *layer))
            .map(|(duty, id, _)| (duty, id))
            .collect()
    }

    /// How a ground stands. A duty to refuse needs no ground; a permission needs one
    /// that every demand admits.
    fn status(&self, live: &BTreeSet<NormId>, verdict: Verdict, ground: GroundId) -> GroundStatus {
        let forbidden = matches!(
            verdict,
            Verdict::MustServe | Verdict::NotJustified | Verdict::Conflict
        );
        let unfit = self
            .demands(live)
            .iter()
            .any(|demand| !demand.admits.contains(&ground));
        let waits = self
            .waiting(live)
            .iter()
            .any(|step| step.ground == Some(ground));
        if !self.live_grounds(live).contains(&ground) {
            GroundStatus::NotMet
        } else if forbidden || (unfit && verdict != Verdict::MustRefuse) {
            GroundStatus::Barred
        } else if waits || verdict == Verdict::MayRefuseAfter {
            GroundStatus::AfterSteps
        } else {
            GroundStatus::Open
        }
    }
}
