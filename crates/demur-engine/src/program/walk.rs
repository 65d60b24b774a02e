//! The way from the top layer down to a verdict.

use demur_lawbook::{Effect, Layer, Verdict};

use super::grounds::{Demand, Requirement};
use super::{Builder, Position};
use crate::circuit::Gate;
use crate::opinion::Stage;

impl Builder<'_> {
    pub(super) fn any_live(&mut self, layer: Layer, is: impl Fn(&Effect) -> bool) -> Gate {
        let norms = self
            .lawbook
            .norms
            .iter()
            .filter(|(_, norm)| norm.layer == layer && is(&norm.effect));
        let gates: Vec<Gate> = norms.map(|(id, _)| self.gate(id)).collect();
        self.circuit.any(gates)
    }

    /// Reads the layers from the top and writes down where each verdict comes from, and
    /// whether serving breaks a rule.
    pub(super) fn walk(
        &mut self,
        demands: &[Demand],
        requirements: &[Requirement],
        comparator: Gate,
    ) -> (Vec<Position>, Gate) {
        let mut layers: Vec<Layer> = self
            .lawbook
            .norms
            .iter()
            .map(|(_, norm)| norm.layer)
            .collect();
        layers.sort_unstable();
        layers.dedup();
        let (mut positions, mut wrong) = (Vec::new(), Vec::new());
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
            let at_once = self.circuit.any([forbids, now]);
            wrong.push(self.circuit.all([open, refuse, at_once]));
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
        let wrong = self.circuit.any(wrong);
        (positions, wrong)
    }

    /// Whether a refusal has to wait for steps of this layer or a higher one.
    pub(super) fn waiting(
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
    pub(super) fn no_ground_ready(
        &mut self,
        requirements: &[Requirement],
        above: Option<Layer>,
    ) -> Gate {
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
    pub(super) fn live_and_ready(
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

    pub(super) fn verdicts(&mut self, positions: &[Position]) -> Vec<(Verdict, Gate)> {
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
}
