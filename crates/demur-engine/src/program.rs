//! The verdict of one day's law as a circuit: the semantics of
//! `docs/language.md`, section 5, gate by gate.

use std::collections::HashMap;

use demur_lawbook::{
    Cells, Condition, DutyId, Effect, GroundId, Id, Lawbook, Layer, Norm, NormId, StepId, Steps,
    Tier, Verdict,
};
use jiff::civil::Date;

use crate::circuit::{Circuit, Gate};
use crate::opinion::Stage;

/// The gates of everything that an opinion reports.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) circuit: Circuit,
    /// For each norm whether it is live; norms that are not in force never are.
    live: Vec<Gate>,
    /// The same, but of a norm that forbids reasons: whether one of them is in play.
    applies: Vec<Gate>,
    /// For each norm whether it forbids refusing: no higher layer entitles, and the
    /// comparator does not lift it.
    forbids: Vec<Gate>,
    /// For each norm in force its conditions, without the place.
    pub(crate) parts: Vec<(NormId, Parts)>,
    /// In the order of [`Verdict::ALL`]; exactly one is true.
    pub(crate) verdicts: Vec<(Verdict, Gate)>,
    pub(crate) positions: Vec<Position>,
    pub(crate) grounds: Vec<GroundGates>,
    /// Norms that demand a ground, with whether none is there.
    pub(crate) unmet: Vec<(NormId, Gate)>,
    /// For each ground the norms that demand another one, with whether they do.
    pub(crate) unfit: Vec<Vec<(NormId, Gate)>>,
    /// Norms that require a step, with whether it is still to be done.
    pub(crate) outstanding: Vec<(NormId, Gate)>,
    pub(crate) step_done: Vec<Gate>,
    /// Norms that require a duty, with whether no norm forbids it.
    pub(crate) duties: Vec<(NormId, DutyId, Gate)>,
    /// Whether refusing is allowed although no norm permits it, not even weakly.
    pub(crate) silence: Gate,
    /// Whether a strong ground carries a refusal.
    pub(crate) strong: Gate,
    pub(crate) assumptions: Vec<Gate>,
}

/// The conditions of a norm, one by one.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) when: Vec<Gate>,
    pub(crate) unless: Vec<Gate>,
}

/// One way in which a verdict can come about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Position {
    pub(crate) tier: Option<Tier>,
    pub(crate) stage: Stage,
    pub(crate) verdict: Verdict,
    pub(crate) gate: Gate,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct GroundGates {
    pub(crate) live: Gate,
    pub(crate) open: Gate,
    pub(crate) after_steps: Gate,
    pub(crate) barred: Gate,
}

impl Program {
    pub(crate) fn new(lawbook: &Lawbook, day: Date) -> Self {
        Builder {
            lawbook,
            day,
            circuit: Circuit::new(),
            live: HashMap::new(),
            applies: Vec::new(),
        }
        .build()
    }

    pub(crate) fn applies(&self, norm: NormId) -> Gate {
        self.applies
            .get(norm.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    pub(crate) fn forbids_refusing(&self, norm: NormId) -> Gate {
        self.forbids
            .get(norm.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    pub(crate) fn live(&self, norm: NormId) -> Gate {
        self.live
            .get(norm.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    pub(crate) fn verdict(&self, verdict: Verdict) -> Gate {
        self.verdicts
            .iter()
            .find(|(each, _)| *each == verdict)
            .map_or(Gate::FALSE, |(_, gate)| *gate)
    }
}

struct Builder<'l> {
    lawbook: &'l Lawbook,
    day: Date,
    circuit: Circuit,
    live: HashMap<NormId, Gate>,
    applies: Vec<Gate>,
}

/// A live demand for a ground.
struct Demand {
    norm: NormId,
    layer: Layer,
    live: Gate,
    /// Permits that meet it, with their grounds.
    permits: Vec<(GroundId, Gate)>,
}

/// A live norm that permits refusing, or entitles to it.
struct Permission {
    layer: Layer,
    ground: GroundId,
    entitles: bool,
    live: Gate,
}

impl Permission {
    /// Whether it meets a demand of `layer` that admits these grounds.
    ///
    /// A lower layer cannot take away what a higher one entitles to. Policy of the
    /// house never meets a demand of law or of a professional code: a firm may narrow
    /// what the law permits, never widen it.
    fn meets(&self, layer: Layer, admitting: &[GroundId]) -> bool {
        if self.entitles && self.layer < layer {
            return true;
        }
        let named = admitting.contains(&self.ground);
        let binding = matches!(self.layer.tier, Tier::Law | Tier::Code);
        match layer.tier {
            Tier::Law | Tier::Code if admitting.is_empty() => binding,
            Tier::Law | Tier::Code => named && self.layer.tier != Tier::House,
            Tier::House | Tier::Standard => admitting.is_empty() || named,
        }
    }
}

/// A live requirement of a step.
struct Requirement {
    norm: NormId,
    layer: Layer,
    ground: Option<GroundId>,
    outstanding: Gate,
}

impl Builder<'_> {
    fn build(mut self) -> Program {
        self.applies = self
            .lawbook
            .norms
            .ids()
            .map(|norm| self.applying(norm))
            .collect();
        let step_done: Vec<Gate> = self
            .lawbook
            .steps
            .ids()
            .map(|step| self.done(step))
            .collect();
        let demands = self.demands();
        let requirements = self.requirements();
        let comparator = self.comparator();
        let positions = self.walk(&demands, &requirements, comparator);
        let forbids = self
            .lawbook
            .norms
            .ids()
            .map(|norm| self.forbids(norm, comparator))
            .collect();
        let verdicts = self.verdicts(&positions);
        let unfit: Vec<Vec<(NormId, Gate)>> = self
            .lawbook
            .grounds
            .ids()
            .map(|ground| self.unfit(&demands, ground))
            .collect();
        let grounds: Vec<GroundGates> = self
            .lawbook
            .grounds
            .ids()
            .zip(&unfit)
            .map(|(ground, unfit)| self.ground(ground, unfit, &requirements, &verdicts))
            .collect();
        let strong_grounds = self
            .lawbook
            .grounds
            .iter()
            .zip(&grounds)
            .filter(|((_, ground), _)| !ground.weak);
        let strong_open: Vec<Gate> = strong_grounds.map(|(_, gates)| gates.open).collect();
        let strong = self.circuit.any(strong_open);
        let silence = self.silence(&grounds, &verdicts);
        let unmet = demands
            .iter()
            .map(|demand| (demand.norm, self.unmet(demand)))
            .collect();
        let assumptions = self
            .lawbook
            .assumptions
            .iter()
            .map(|assumption| self.condition(&assumption.holds))
            .collect();
        let live = self
            .lawbook
            .norms
            .ids()
            .map(|norm| self.live(norm))
            .collect();
        let duties = self.duties();
        let parts = self.parts();
        Program {
            live,
            applies: self.applies,
            parts,
            forbids,
            verdicts,
            positions,
            grounds,
            unmet,
            unfit,
            outstanding: requirements
                .iter()
                .map(|each| (each.norm, each.outstanding))
                .collect(),
            step_done,
            duties,
            silence,
            strong,
            assumptions,
            circuit: self.circuit,
        }
    }

    fn condition(&mut self, condition: &Condition) -> Gate {
        match condition {
            Condition::Is { variable, cells } => {
                self.circuit
                    .is(*variable, *cells, self.lawbook.variables[*variable].all())
            }
            Condition::During { from, to } => {
                let inside =
                    from.is_none_or(|from| from <= self.day) && to.is_none_or(|to| self.day < to);
                if inside { Gate::TRUE } else { Gate::FALSE }
            }
            Condition::All(parts) => {
                let gates: Vec<Gate> = parts.iter().map(|part| self.condition(part)).collect();
                self.circuit.all(gates)
            }
            Condition::Any(parts) => {
                let gates: Vec<Gate> = parts.iter().map(|part| self.condition(part)).collect();
                self.circuit.any(gates)
            }
        }
    }

    /// In force, its conditions hold, and no live norm overrides it. Overrides have
    /// no cycles, so this ends.
    fn live(&mut self, id: NormId) -> Gate {
        if let Some(gate) = self.live.get(&id) {
            return *gate;
        }
        let norm: &Norm = &self.lawbook.norms[id];
        let gate = if norm.in_force(self.day) {
            let mut parts = vec![self.condition(&norm.when)];
            for unless in &norm.unless {
                let exception = self.condition(unless);
                parts.push(self.circuit.not(exception));
            }
            for (other, _) in self
                .lawbook
                .norms
                .iter()
                .filter(|(_, other)| other.overrides.contains(&id))
            {
                let defeating = self.live(other);
                parts.push(self.circuit.not(defeating));
            }
            self.circuit.all(parts)
        } else {
            Gate::FALSE
        };
        self.live.insert(id, gate);
        gate
    }

    fn parts(&mut self) -> Vec<(NormId, Parts)> {
        let lawbook = self.lawbook;
        let in_force = lawbook
            .norms
            .iter()
            .filter(|(_, norm)| norm.in_force(self.day))
            .collect::<Vec<_>>();
        in_force
            .into_iter()
            .map(|(id, norm)| {
                let when = norm
                    .conditions()
                    .into_iter()
                    .map(|condition| self.condition(condition))
                    .collect();
                let unless = norm
                    .unless
                    .iter()
                    .map(|condition| self.condition(condition))
                    .collect();
                (id, Parts { when, unless })
            })
            .collect()
    }

    fn applying(&mut self, id: NormId) -> Gate {
        let live = self.live(id);
        match &self.lawbook.norms[id].effect {
            Effect::ForbidRefusingBecause(reasons) => {
                let all = Cells(0b11);
                let in_play: Vec<Gate> = reasons
                    .iter()
                    .map(|reason| self.circuit.is(*reason, Cells::YES, all))
                    .collect();
                let in_play = self.circuit.any(in_play);
                self.circuit.all([live, in_play])
            }
            _ => live,
        }
    }

    fn forbids(&mut self, id: NormId, comparator: Gate) -> Gate {
        let norm = &self.lawbook.norms[id];
        let lifted = match &norm.effect {
            Effect::ForbidRefusing => Gate::FALSE,
            Effect::ForbidRefusingBecause(_) => comparator,
            _ => return Gate::FALSE,
        };
        let entitling = self.lawbook.norms.iter().filter(|(_, other)| {
            other.layer < norm.layer && matches!(other.effect, Effect::Entitle(_))
        });
        let mut away: Vec<Gate> = entitling.map(|(other, _)| self.gate(other)).collect();
        away.push(lifted);
        let away = self.circuit.any(away);
        let stays = self.circuit.not(away);
        self.circuit.all([self.gate(id), stays])
    }

    fn gate(&self, norm: NormId) -> Gate {
        self.applies
            .get(norm.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    fn comparator(&mut self) -> Gate {
        let fact = self
            .lawbook
            .comparator
            .map(|fact| &self.lawbook.facts[fact]);
        match fact.and_then(|fact| fact.variables.first()) {
            Some(variable) => self.circuit.is(*variable, Cells::YES, Cells(0b11)),
            None => Gate::FALSE,
        }
    }

    fn done(&mut self, step: StepId) -> Gate {
        self.condition(&self.lawbook.steps[step].done)
    }

    fn steps_done(&mut self, steps: &Steps) -> Gate {
        match steps {
            Steps::One(step) => self.done(*step),
            Steps::All(parts) => {
                let gates: Vec<Gate> = parts.iter().map(|part| self.steps_done(part)).collect();
                self.circuit.all(gates)
            }
            Steps::Any(parts) => {
                let gates: Vec<Gate> = parts.iter().map(|part| self.steps_done(part)).collect();
                self.circuit.any(gates)
            }
        }
    }

    fn permits(&self) -> Vec<Permission> {
        let permits = self.lawbook.norms.iter().filter_map(|(id, norm)| {
            let (ground, entitles) = match norm.effect {
                Effect::Permit(ground) => (ground, false),
                Effect::Entitle(ground) => (ground, true),
                _ => return None,
            };
            Some(Permission {
                layer: norm.layer,
                ground,
                entitles,
                live: self.gate(id),
            })
        });
        permits
            .filter(|permit| permit.live != Gate::FALSE)
            .collect()
    }

    fn demands(&self) -> Vec<Demand> {
        let permits = self.permits();
        let mut demands = Vec::new();
        for (id, norm) in self.lawbook.norms.iter() {
            if let Effect::NeedsGround(admitting) = &norm.effect {
                let meets = |permit: &&Permission| {
                    !self.lawbook.grounds[permit.ground].weak && permit.meets(norm.layer, admitting)
                };
                let permits = permits
                    .iter()
                    .filter(meets)
                    .map(|permit| (permit.ground, permit.live))
                    .collect();
                demands.push(Demand {
                    norm: id,
                    layer: norm.layer,
                    live: self.gate(id),
                    permits,
                });
            }
        }
        demands
    }

    fn requirements(&mut self) -> Vec<Requirement> {
        let mut requirements = Vec::new();
        for (id, norm) in self.lawbook.norms.iter() {
            if let Effect::RequireStep { step, ground } = &norm.effect {
                let done = self.steps_done(step);
                let undone = self.circuit.not(done);
                let live = self.gate(id);
                let outstanding = self.circuit.all([live, undone]);
                requirements.push(Requirement {
                    norm: id,
                    layer: norm.layer,
                    ground: *ground,
                    outstanding,
                });
            }
        }
        requirements
    }

    fn unmet(&mut self, demand: &Demand) -> Gate {
        let met = self
            .circuit
            .any(demand.permits.iter().map(|(_, gate)| *gate));
        let none = self.circuit.not(met);
        self.circuit.all([demand.live, none])
    }

    /// No step that a layer which `counts` requires for this ground is outstanding.
    fn ready(
        &mut self,
        ground: GroundId,
        requirements: &[Requirement],
        counts: impl Fn(Layer) -> bool,
    ) -> Gate {
        let binding = requirements
            .iter()
            .filter(|each| each.ground == Some(ground) && counts(each.layer));
        let waiting = self.circuit.any(binding.map(|each| each.outstanding));
        self.circuit.not(waiting)
    }

    fn any_live(&mut self, layer: Layer, is: impl Fn(&Effect) -> bool) -> Gate {
        let norms = self
            .lawbook
            .norms
            .iter()
            .filter(|(_, norm)| norm.layer == layer && is(&norm.effect));
        let gates: Vec<Gate> = norms.map(|(id, _)| self.gate(id)).collect();
        self.circuit.any(gates)
    }

    /// Reads the layers from the top and writes down where each verdict comes from.
    fn walk(
        &mut self,
        demands: &[Demand],
        requirements: &[Requirement],
        comparator: Gate,
    ) -> Vec<Position> {
        let mut layers: Vec<Layer> = self
            .lawbook
            .norms
            .iter()
            .map(|(_, norm)| norm.layer)
            .collect();
        layers.sort_unstable();
        layers.dedup();
        let mut positions = Vec::new();
        let (mut open, mut waiting, mut entitled) = (Gate::TRUE, Gate::FALSE, Gate::FALSE);
        for layer in layers {
            let tier = Some(layer.tier);
            let void = self.circuit.not(entitled);
            let forbids = self.any_live(layer, |effect| *effect == Effect::ForbidRefusing);
            let forbids = self.circuit.all([forbids, void]);
            let reason = self.any_live(layer, |effect| {
                matches!(effect, Effect::ForbidRefusingBecause(_))
            });
            let only_here = self.circuit.not(comparator);
            let reason = self.circuit.all([reason, only_here, void]);
            let refuse = self.any_live(layer, |effect| *effect == Effect::ForbidServing);
            let (allowed, not_refuse) = (self.circuit.not(forbids), self.circuit.not(refuse));
            let unready = self.no_ground_ready(requirements, Some(layer));
            let later = self.circuit.any([waiting, unready]);
            let now = self.circuit.not(later);
            let serve = self.circuit.any([forbids, reason]);
            for (stage, verdict, parts) in [
                (
                    Stage::ForbidsServing,
                    Verdict::MustRefuse,
                    vec![open, refuse, allowed, now],
                ),
                (
                    Stage::Steps,
                    Verdict::MayRefuseAfter,
                    vec![open, refuse, allowed, later],
                ),
                (
                    Stage::Conflict,
                    Verdict::Conflict,
                    vec![open, refuse, forbids],
                ),
                (
                    Stage::ForbidsRefusing,
                    Verdict::MustServe,
                    vec![open, not_refuse, serve],
                ),
            ] {
                positions.push(Position {
                    tier,
                    stage,
                    verdict,
                    gate: self.circuit.all(parts),
                });
            }
            let position = self.circuit.any([serve, refuse]);
            let none = self.circuit.not(position);
            open = self.circuit.all([open, none]);
            let unmet: Vec<Gate> = demands
                .iter()
                .filter(|each| each.layer == layer)
                .map(|each| self.unmet(each))
                .collect();
            let unmet = self.circuit.any(unmet);
            let gate = self.circuit.all([open, unmet]);
            positions.push(Position {
                tier,
                stage: Stage::Ground,
                verdict: Verdict::NotJustified,
                gate,
            });
            let met = self.circuit.not(unmet);
            open = self.circuit.all([open, met]);
            waiting = self.waiting(waiting, layer, demands, requirements);
            let entitles = self.any_live(layer, |effect| matches!(effect, Effect::Entitle(_)));
            entitled = self.circuit.any([entitled, entitles]);
        }
        let unready = self.no_ground_ready(requirements, None);
        let waiting = self.circuit.any([waiting, unready]);
        let now = self.circuit.not(waiting);
        for (stage, verdict, last) in [
            (Stage::Steps, Verdict::MayRefuseAfter, waiting),
            (Stage::Free, Verdict::MayRefuse, now),
        ] {
            positions.push(Position {
                tier: None,
                stage,
                verdict,
                gate: self.circuit.all([open, last]),
            });
        }
        positions
    }

    /// Whether a refusal has to wait for steps of this layer or a higher one.
    fn waiting(
        &mut self,
        above: Gate,
        layer: Layer,
        demands: &[Demand],
        requirements: &[Requirement],
    ) -> Gate {
        let mut waiting = vec![above];
        let general = requirements
            .iter()
            .filter(|each| each.layer == layer && each.ground.is_none());
        waiting.extend(general.map(|each| each.outstanding));
        for demand in demands.iter().filter(|demand| demand.layer <= layer) {
            let mut ready = Vec::new();
            for (ground, live) in &demand.permits {
                let steps = self.ready(*ground, requirements, |each| each <= layer);
                ready.push(self.circuit.all([*live, steps]));
            }
            let ready = self.circuit.any(ready);
            let unready = self.circuit.not(ready);
            waiting.push(self.circuit.all([demand.live, unready]));
        }
        self.circuit.any(waiting)
    }

    /// Grounds are there, but each of them still waits for a step. Where there is a
    /// strong one, weak ones are no way around its step. With `above`, only what the
    /// layers above it say counts.
    fn no_ground_ready(&mut self, requirements: &[Requirement], above: Option<Layer>) -> Gate {
        let (strong, strong_ready) = self.live_and_ready(requirements, above, false);
        let (weak, weak_ready) = self.live_and_ready(requirements, above, true);
        let live = self.circuit.any([strong, weak]);
        let no_strong = self.circuit.not(strong);
        let weak_ready = self.circuit.all([no_strong, weak_ready]);
        let ready = self.circuit.any([strong_ready, weak_ready]);
        let none = self.circuit.not(ready);
        self.circuit.all([live, none])
    }

    /// Whether a weak (or a strong) ground is there, and whether one waits for nothing.
    fn live_and_ready(
        &mut self,
        requirements: &[Requirement],
        above: Option<Layer>,
        weak: bool,
    ) -> (Gate, Gate) {
        let counts = |layer: Layer| above.is_none_or(|above| layer < above);
        let (mut live, mut ready) = (Vec::new(), Vec::new());
        for permit in self.permits() {
            if self.lawbook.grounds[permit.ground].weak == weak && counts(permit.layer) {
                let steps = self.ready(permit.ground, requirements, counts);
                live.push(permit.live);
                ready.push(self.circuit.all([permit.live, steps]));
            }
        }
        (self.circuit.any(live), self.circuit.any(ready))
    }

    fn verdicts(&mut self, positions: &[Position]) -> Vec<(Verdict, Gate)> {
        Verdict::ALL
            .into_iter()
            .map(|verdict| {
                let gates = positions
                    .iter()
                    .filter(|each| each.verdict == verdict)
                    .map(|each| each.gate);
                (verdict, self.circuit.any(gates))
            })
            .collect()
    }

    fn ground(
        &mut self,
        ground: GroundId,
        unfit: &[(NormId, Gate)],
        requirements: &[Requirement],
        verdicts: &[(Verdict, Gate)],
    ) -> GroundGates {
        let unfit = self.circuit.any(unfit.iter().map(|(_, gate)| *gate));
        let fit = self.circuit.not(unfit);
        let permits: Vec<Gate> = self
            .permits()
            .into_iter()
            .filter(|each| each.ground == ground)
            .map(|each| each.live)
            .collect();
        let live = self.circuit.any(permits);
        let ready = self.ready(ground, requirements, |_| true);
        let unready = self.circuit.not(ready);
        let mut among = |wanted: &[Verdict]| {
            let gates = verdicts
                .iter()
                .filter(|(verdict, _)| wanted.contains(verdict))
                .map(|(_, gate)| *gate);
            self.circuit.any(gates)
        };
        let (must, may) = (among(&[Verdict::MustRefuse]), among(&[Verdict::MayRefuse]));
        let later = among(&[Verdict::MayRefuseAfter]);
        let never = among(&[Verdict::MustServe, Verdict::NotJustified, Verdict::Conflict]);
        let may_now = self.circuit.all([may, fit]);
        let now = self.circuit.any([must, may_now]);
        let unready_now = self.circuit.all([now, unready]);
        let fit_later = self.circuit.all([later, fit]);
        let after = self.circuit.any([fit_later, unready_now]);
        let permitted = self.circuit.any([may, later]);
        let elsewhere = self.circuit.all([permitted, unfit]);
        let never = self.circuit.any([never, elsewhere]);
        GroundGates {
            live,
            open: self.circuit.all([live, ready, now]),
            after_steps: self.circuit.all([live, after]),
            barred: self.circuit.all([live, never]),
        }
    }

    /// Demands that are live and do not admit the ground.
    fn unfit(&mut self, demands: &[Demand], ground: GroundId) -> Vec<(NormId, Gate)> {
        let mut unfit = Vec::new();
        for demand in demands {
            let permits = demand.permits.iter().filter(|(each, _)| *each == ground);
            let admitted = self.circuit.any(permits.map(|(_, gate)| *gate));
            let not_admitted = self.circuit.not(admitted);
            unfit.push((demand.norm, self.circuit.all([demand.live, not_admitted])));
        }
        unfit
    }

    fn silence(&mut self, grounds: &[GroundGates], verdicts: &[(Verdict, Gate)]) -> Gate {
        let allowed = verdicts
            .iter()
            .filter(|(verdict, _)| *verdict == Verdict::MayRefuse)
            .map(|(_, gate)| *gate);
        let allowed = self.circuit.any(allowed);
        let permitted = self.circuit.any(grounds.iter().map(|gates| gates.live));
        let unspoken = self.circuit.not(permitted);
        self.circuit.all([allowed, unspoken])
    }

    fn duties(&mut self) -> Vec<(NormId, DutyId, Gate)> {
        let mut duties = Vec::new();
        for (id, norm) in self.lawbook.norms.iter() {
            let Effect::RequireDuty { duty, .. } = norm.effect else {
                continue;
            };
            let forbidding = self.lawbook.norms.iter().filter(|(_, other)| {
                other.effect == Effect::ForbidDuty(duty) && other.layer <= norm.layer
            });
            let gates: Vec<Gate> = forbidding.map(|(other, _)| self.gate(other)).collect();
            let forbidden = self.circuit.any(gates);
            let allowed = self.circuit.not(forbidden);
            let gate = self.circuit.all([self.gate(id), allowed]);
            duties.push((id, duty, gate));
        }
        duties
    }
}
