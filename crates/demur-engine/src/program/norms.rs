//! Which norms are live, which forbid, and which duties are due.

use demur_lawbook::{Cells, Condition, DutyId, Effect, Id, Norm, NormId, StepId, Steps, VarId};

use super::{Builder, Parts};
use crate::circuit::Gate;

impl Builder<'_> {
    pub(super) fn condition(&mut self, condition: &Condition) -> Gate {
        match condition {
            Condition::Is { variable, cells } => {
                let all = self.lawbook.variables[*variable].all();
                self.circuit
                    .is(self.variation.variable(*variable), *cells, all)
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
    pub(super) fn live(&mut self, id: NormId) -> Gate {
        if let Some(gate) = self.live.get(&id) {
            return *gate;
        }
        let mut parts = vec![self.holds(id)];
        let lawbook = self.lawbook;
        let overriding = lawbook
            .norms
            .iter()
            .filter(|(_, other)| other.overrides.contains(&id));
        for (other, _) in overriding {
            let defeating = self.live(other);
            parts.push(self.circuit.not(defeating));
        }
        let gate = self.circuit.all(parts);
        let gate = match self.variation.shared.get(&id) {
            Some(shared) => self.circuit.either(shared.switch, shared.live, gate),
            None => gate,
        };
        self.live.insert(id, gate);
        gate
    }

    /// In force, its conditions hold, and no exception does.
    fn holds(&mut self, id: NormId) -> Gate {
        let norm: &Norm = &self.lawbook.norms[id];
        if !norm.in_force(self.day) || self.variation.without.contains(&id) {
            return Gate::FALSE;
        }
        let mut parts = vec![self.condition(&norm.when)];
        for unless in &norm.unless {
            let exception = self.condition(unless);
            parts.push(self.circuit.not(exception));
        }
        let gate = self.circuit.all(parts);
        self.holds.push((id, gate));
        gate
    }

    pub(super) fn parts(&mut self) -> Vec<(NormId, Parts)> {
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

    pub(super) fn applying(&mut self, id: NormId) -> Gate {
        let live = self.live(id);
        match &self.lawbook.norms[id].effect {
            Effect::ForbidRefusingBecause(reasons) => {
                let in_play: Vec<Gate> =
                    reasons.iter().map(|reason| self.in_play(*reason)).collect();
                let in_play = self.circuit.any(in_play);
                let applies = self.circuit.all([live, in_play]);
                match self.variation.shared.get(&id) {
                    Some(shared) => self.circuit.either(shared.switch, shared.applies, applies),
                    None => applies,
                }
            }
            _ => live,
        }
    }

    fn in_play(&mut self, reason: VarId) -> Gate {
        let seen = self.variation.variable(reason);
        let gate = self.circuit.is(seen, Cells::YES, Cells(0b11));
        self.reasons.insert(reason, gate);
        gate
    }

    pub(super) fn forbids(&mut self, id: NormId, comparator: Gate) -> Gate {
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

    pub(super) fn gate(&self, norm: NormId) -> Gate {
        self.applies
            .get(norm.position())
            .copied()
            .unwrap_or(Gate::FALSE)
    }

    pub(super) fn comparator(&mut self) -> Gate {
        let fact = self
            .lawbook
            .comparator
            .map(|fact| &self.lawbook.facts[fact]);
        match fact.and_then(|fact| fact.variables.first()) {
            Some(variable) => {
                let variable = self.variation.variable(*variable);
                self.circuit.is(variable, Cells::YES, Cells(0b11))
            }
            None => Gate::FALSE,
        }
    }

    pub(super) fn violated(&mut self, assumptions: &[Gate]) -> Vec<Gate> {
        let assumptions = assumptions.iter();
        assumptions.map(|gate| self.circuit.not(*gate)).collect()
    }

    pub(super) fn done(&mut self, step: StepId) -> Gate {
        self.condition(&self.lawbook.steps[step].done)
    }

    pub(super) fn steps_done(&mut self, steps: &Steps) -> Gate {
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

    pub(super) fn duties(&mut self) -> Vec<(NormId, DutyId, Gate)> {
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
