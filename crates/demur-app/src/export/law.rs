//! The norms of one day and scope, with when each is live.

use std::collections::BTreeMap;

use demur_lawbook::{Cells, Effect, GroundId, Lawbook, Layer, NormId, Steps, Tier};
use jiff::civil::Date;

use super::formula::Formula;
use super::scope::Scope;

/// The norms of one day and scope.
pub(super) struct Law<'l> {
    pub(super) lawbook: &'l Lawbook,
    pub(super) day: Date,
    pub(super) scope: &'l Scope,
    /// Norms that can hold, with when they are live.
    live: BTreeMap<NormId, Formula>,
}

impl<'l> Law<'l> {
    pub(super) fn new(lawbook: &'l Lawbook, day: Date, scope: &'l Scope) -> Self {
        let mut law = Self {
            lawbook,
            day,
            scope,
            live: BTreeMap::new(),
        };
        let norms = scope.norms(lawbook, Some(day));
        for norm in &norms {
            let live = law.is_live(*norm, &norms);
            law.live.insert(*norm, live);
        }
        law
    }

    /// Overrides have no cycles, so this ends.
    fn is_live(&self, id: NormId, norms: &[NormId]) -> Formula {
        let (when, unless) = self.own(id);
        let over = norms
            .iter()
            .filter(|other| self.lawbook.norms[**other].overrides.contains(&id));
        let over = over.map(|other| self.is_live(*other, norms).not());
        Formula::all([when, unless.not()].into_iter().chain(over))
    }

    /// What has to hold, and what must not, before other norms come in.
    pub(super) fn own(&self, id: NormId) -> (Formula, Formula) {
        let norm = &self.lawbook.norms[id];
        let settle = |condition| self.scope.settle(self.lawbook, Some(self.day), condition);
        (
            settle(&norm.when),
            Formula::any(norm.unless.iter().map(settle)),
        )
    }

    pub(super) fn norms(&self) -> impl Iterator<Item = NormId> {
        self.live.keys().copied()
    }

    pub(super) fn live(&self, id: NormId) -> Formula {
        let live = self.live.get(&id).cloned();
        live.unwrap_or_else(|| Formula::constant(false))
    }

    pub(super) fn layer(&self, id: NormId) -> Layer {
        self.lawbook.norms[id].layer
    }

    pub(super) fn effect(&self, id: NormId) -> &'l Effect {
        &self.lawbook.norms[id].effect
    }

    /// Whether some norm that `is` meant is live.
    pub(super) fn any_live(&self, is: impl Fn(Layer, &Effect) -> bool) -> Formula {
        let meant = self
            .norms()
            .filter(|norm| is(self.layer(*norm), self.effect(*norm)));
        Formula::any(meant.map(|norm| self.live(norm)))
    }

    /// Norms that permit refusing, with their grounds.
    pub(super) fn permits(&self) -> impl Iterator<Item = (NormId, GroundId)> {
        self.norms().filter_map(|norm| match self.effect(norm) {
            Effect::Permit(ground) | Effect::Entitle(ground) => Some((norm, *ground)),
            _ => None,
        })
    }

    /// Whether a permission meets a demand of `layer` that admits the grounds `named`.
    pub(super) fn meets(&self, permit: NormId, layer: Layer, named: &[GroundId]) -> bool {
        let (Effect::Permit(ground) | Effect::Entitle(ground)) = self.effect(permit) else {
            return false;
        };
        let own = self.layer(permit);
        if self.lawbook.grounds[*ground].weak {
            return false;
        }
        if matches!(self.effect(permit), Effect::Entitle(_)) && own < layer {
            return true;
        }
        let admitted = named.is_empty() || named.contains(ground);
        let heard = match (layer.tier, named.is_empty()) {
            (Tier::Law | Tier::Code, true) => matches!(own.tier, Tier::Law | Tier::Code),
            (Tier::Law | Tier::Code, false) => own.tier != Tier::House,
            (Tier::House | Tier::Standard, _) => true,
        };
        admitted && heard
    }

    /// Whether these steps are done.
    pub(super) fn done(&self, steps: &Steps) -> Formula {
        match steps {
            Steps::One(step) => self.scope.settle(
                self.lawbook,
                Some(self.day),
                &self.lawbook.steps[*step].done,
            ),
            Steps::All(parts) => Formula::all(parts.iter().map(|part| self.done(part))),
            Steps::Any(parts) => Formula::any(parts.iter().map(|part| self.done(part))),
        }
    }

    /// Norms that require a step which is not done, with the ground for which they do.
    pub(super) fn outstanding(&self) -> impl Iterator<Item = (NormId, Option<GroundId>, Formula)> {
        self.norms().filter_map(|norm| match self.effect(norm) {
            Effect::RequireStep { step, ground } => {
                let undone = Formula::all([self.live(norm), self.done(step).not()]);
                Some((norm, *ground, undone))
            }
            _ => None,
        })
    }

    /// Whether a norm forbids refusing here: always, or for a reason in play that is not
    /// lifted by the comparator; and no higher layer entitles.
    pub(super) fn forbids_refusing(&self, norm: NormId) -> Formula {
        let layer = self.layer(norm);
        let forbids = match self.effect(norm) {
            Effect::ForbidRefusing => Formula::constant(true),
            Effect::ForbidRefusingBecause(reasons) => {
                let in_play = reasons
                    .iter()
                    .map(|reason| Formula::Is(*reason, Cells::YES));
                Formula::all([Formula::any(in_play), self.comparator().not()])
            }
            _ => return Formula::constant(false),
        };
        let entitled =
            self.any_live(|other, effect| other < layer && matches!(effect, Effect::Entitle(_)));
        Formula::all([self.live(norm), forbids, entitled.not()])
    }

    fn comparator(&self) -> Formula {
        let fact = self.lawbook.comparator;
        let variable = fact.and_then(|fact| self.lawbook.facts[fact].variables.first());
        variable.map_or_else(
            || Formula::constant(false),
            |variable| Formula::Is(*variable, Cells::YES),
        )
    }
}
