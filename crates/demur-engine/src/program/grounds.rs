//! Demands for a ground, what meets them, steps that come first, and how each ground
//! stands.

use demur_lawbook::{Effect, GroundId, Layer, NormId, Tier, Verdict};

use super::{Builder, GroundGates};
use crate::circuit::Gate;

/// A live demand for a ground.
pub(super) struct Demand {
    pub(super) norm: NormId,
    pub(super) layer: Layer,
    pub(super) live: Gate,
    /// Permits that meet it, with their grounds.
    pub(super) permits: Vec<(GroundId, Gate)>,
}

/// A live norm that permits refusing, or entitles to it.
pub(super) struct Permission {
    pub(super) layer: Layer,
    pub(super) ground: GroundId,
    pub(super) entitles: bool,
    pub(super) live: Gate,
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
pub(super) struct Requirement {
    pub(super) norm: NormId,
    pub(super) layer: Layer,
    pub(super) ground: Option<GroundId>,
    pub(super) outstanding: Gate,
}

impl Builder<'_> {
    pub(super) fn permits(&self) -> Vec<Permission> {
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

    pub(super) fn demands(&self) -> Vec<Demand> {
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

    pub(super) fn requirements(&mut self) -> Vec<Requirement> {
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

    pub(super) fn unmet(&mut self, demand: &Demand) -> Gate {
        let met = self
            .circuit
            .any(demand.permits.iter().map(|(_, gate)| *gate));
        let none = self.circuit.not(met);
        self.circuit.all([demand.live, none])
    }

    /// Demands that are live and do not admit the ground.
    pub(super) fn unfit(&mut self, demands: &[Demand], ground: GroundId) -> Vec<(NormId, Gate)> {
        let mut unfit = Vec::new();
        for demand in demands {
            let permits = demand.permits.iter().filter(|(each, _)| *each == ground);
            let admitted = self.circuit.any(permits.map(|(_, gate)| *gate));
            let not_admitted = self.circuit.not(admitted);
            unfit.push((demand.norm, self.circuit.all([demand.live, not_admitted])));
        }
        unfit
    }

    /// No step that a layer which `counts` requires for this ground is outstanding.
    pub(super) fn ready(
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

    pub(super) fn ground(
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

    pub(super) fn silence(
        &mut self,
        grounds: &[GroundGates],
        verdicts: &[(Verdict, Gate)],
    ) -> Gate {
        let allowed = verdicts
            .iter()
            .filter(|(verdict, _)| *verdict == Verdict::MayRefuse)
            .map(|(_, gate)| *gate);
        let allowed = self.circuit.any(allowed);
        let permitted = self.circuit.any(grounds.iter().map(|gates| gates.live));
        let unspoken = self.circuit.not(permitted);
        self.circuit.all([allowed, unspoken])
    }
}
