//! The way from the top layer down to a verdict (`docs/language.md`, section 5) as
//! policies of two actions, which Cedar allows exactly when it breaks no rule to do so.
//!
//! The first layer from the top that takes a position decides. A duty to refuse shields a
//! refusal from everything below it, so each prohibition of `refuse` has the duties from
//! the top down to its own layer as exceptions, and no policy has to know which layer
//! decided. Cedar has no names for expressions: norms that share an exception share a
//! policy, or the text would grow tenfold.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::{Effect, GroundId, Layer, NormId};

use super::super::formula::Formula;
use super::super::law::Law;
use super::policy::Policy;

/// `refuse`: allowed when the verdict is `may_refuse` or `must_refuse`.
pub(super) fn refuse(law: &Law<'_>) -> Vec<Policy> {
    let mut policies = vec![Policy::new("refuse", true, "refuse".to_owned())];
    let layers: BTreeSet<Layer> = law.norms().map(|norm| law.layer(norm)).collect();
    for layer in &layers {
        policies.extend(forbidden(law, *layer));
        policies.extend(ungrounded(law, *layer));
        policies.extend(early(law, *layer));
    }
    policies.extend(waiting(law, &layers));
    policies
}

/// `serve`: allowed unless the verdict is `must_refuse` or `conflict`.
pub(super) fn serve(law: &Law<'_>) -> Vec<Policy> {
    let mut policies = vec![Policy::new("serve", true, "serve".to_owned())];
    let layers: BTreeSet<Layer> = law.norms().map(|norm| law.layer(norm)).collect();
    for layer in layers {
        let here = norms(law, layer, |effect| *effect == Effect::ForbidServing);
        let duty = Formula::any(here.iter().map(|norm| law.live(*norm)));
        let clash = norms(law, layer, |effect| *effect == Effect::ForbidRefusing);
        let clash = Formula::any(clash.iter().map(|norm| law.forbids_refusing(*norm)));
        let later = Formula::all([waits(law, layer), clash.not()]);
        let unless = Formula::any([position_above(law, layer), later]);
        policies.extend(prohibition("serve", "duty", law, &here, duty, unless));
    }
    policies
}

/// Norms of this layer that forbid refusing, always or for a reason in play.
fn forbidden(law: &Law<'_>, layer: Layer) -> Vec<Policy> {
    let always = norms(law, layer, |effect| *effect == Effect::ForbidRefusing);
    let because = norms(law, layer, |effect| {
        matches!(effect, Effect::ForbidRefusingBecause(_))
    });
    let when =
        |norms: &[NormId]| Formula::any(norms.iter().map(|norm| law.forbids_refusing(*norm)));
    // Beside a duty to refuse of its own layer, a plain prohibition makes a conflict; a
    // forbidden reason gives way.
    let above = duty_to_refuse(law, |other| other < layer);
    let shield = duty_to_refuse(law, |other| other <= layer);
    let policies = [
        prohibition("refuse", "forbidden", law, &always, when(&always), above),
        prohibition("refuse", "reason", law, &because, when(&because), shield),
    ];
    policies.into_iter().flatten().collect()
}

/// Demands of this layer that no ground meets, or only grounds that wait for a step.
fn ungrounded(law: &Law<'_>, layer: Layer) -> Vec<Policy> {
    let counts = |norm: NormId| counts_below(law, layer, norm);
    let shield = duty_to_refuse(law, |other| other <= layer);
    let alike = demands(law, |other| other == layer);
    let policies = alike.into_iter().map(|(permits, demands)| {
        let when = no_ground_ready(law, &demands, &permits, &counts);
        prohibition("refuse", "ground", law, &demands, when, shield.clone())
    });
    policies.flatten().collect()
}

/// Steps of this layer that come before any refusal and are not done.
fn early(law: &Law<'_>, layer: Layer) -> Option<Policy> {
    let steps = law
        .outstanding()
        .filter(|(norm, ground, _)| ground.is_none() && law.layer(*norm) == layer);
    let (norms, undone): (Vec<NormId>, Vec<Formula>) =
        steps.map(|(norm, _, undone)| (norm, undone)).unzip();
    let shield = duty_to_refuse(law, |other| other <= layer);
    prohibition("refuse", "step", law, &norms, Formula::any(undone), shield)
}

/// Every ground waits for a step of its own.
fn waiting(law: &Law<'_>, layers: &BTreeSet<Layer>) -> Option<Policy> {
    let top = *layers.first()?;
    let counts = |norm: NormId| counts_below(law, top, norm);
    let when = every_ground_waits(law, &counts);
    let norms: Vec<NormId> = law
        .outstanding()
        .filter(|(_, ground, _)| ground.is_some())
        .map(|(norm, _, _)| norm)
        .collect();
    let shield = duty_to_refuse(law, |other| other <= top);
    prohibition("refuse", "waiting", law, &norms, when, shield)
}

/// What a norm says counts for a refusal unless a duty to refuse stands above it or
/// beside it. For a policy that already excludes the duties down to `base`.
fn counts_below(law: &Law<'_>, base: Layer, norm: NormId) -> Formula {
    let own = law.layer(norm);
    duty_to_refuse(law, |other| base < other && other <= own).not()
}

fn duty_to_refuse(law: &Law<'_>, among: impl Fn(Layer) -> bool) -> Formula {
    law.any_live(|layer, effect| among(layer) && *effect == Effect::ForbidServing)
}

/// Nothing when it can never come into play.
fn prohibition(
    action: &'static str,
    why: &str,
    law: &Law<'_>,
    norms: &[NormId],
    when: Formula,
    unless: Formula,
) -> Option<Policy> {
    let first = norms.first().filter(|_| when != Formula::constant(false))?;
    let names: Vec<&str> = norms
        .iter()
        .map(|norm| law.lawbook.norms[*norm].id.as_str())
        .collect();
    let id = format!("{action}:{why}:{}", law.lawbook.norms[*first].id);
    let policy = Policy::new(action, false, id)
        .note("why", why)
        .note("layer", law.layer(*first).tier.name())
        .note("norms", names.join(" "));
    Some(policy.when(when).unless(unless))
}

fn norms(law: &Law<'_>, layer: Layer, is: impl Fn(&Effect) -> bool) -> Vec<NormId> {
    law.norms()
        .filter(|norm| law.layer(*norm) == layer && is(law.effect(*norm)))
        .collect()
}

/// Permissions with their grounds.
type Permits = Vec<(NormId, GroundId)>;

/// Demands of some layers, together where the same permissions meet them.
fn demands(law: &Law<'_>, among: impl Fn(Layer) -> bool) -> BTreeMap<Permits, Vec<NormId>> {
    let mut alike: BTreeMap<Permits, Vec<NormId>> = BTreeMap::new();
    for norm in law.norms().filter(|norm| among(law.layer(*norm))) {
        if let Effect::NeedsGround(named) = law.effect(norm) {
            let layer = law.layer(norm);
            let permits = law.permits();
            let meeting = permits.filter(|(permit, _)| law.meets(*permit, layer, named));
            alike.entry(meeting.collect()).or_default().push(norm);
        }
    }
    alike
}

/// Whether a layer above this one takes a position.
fn position_above(law: &Law<'_>, layer: Layer) -> Formula {
    let above = law.norms().filter(|norm| law.layer(*norm) < layer);
    let forbids = above.map(|norm| law.forbids_refusing(norm));
    let unmet = demands(law, |other| other < layer)
        .into_iter()
        .map(|(permits, demands)| {
            let met = permits.iter().map(|(permit, _)| law.live(*permit));
            let live = demands.iter().map(|demand| law.live(*demand));
            Formula::all([Formula::any(live), Formula::any(met).not()])
        });
    let duty = duty_to_refuse(law, |other| other < layer);
    Formula::any([duty].into_iter().chain(forbids).chain(unmet))
}

/// Whether a duty to refuse of this layer waits for what the layers above it ask.
fn waits(law: &Law<'_>, layer: Layer) -> Formula {
    let counts = |norm: NormId| Formula::constant(law.layer(norm) < layer);
    let steps = law
        .outstanding()
        .filter(|(norm, ground, _)| ground.is_none() && law.layer(*norm) < layer)
        .map(|(_, _, undone)| undone);
    let demands = demands(law, |other| other < layer);
    let demands = demands
        .iter()
        .map(|(permits, demands)| no_ground_ready(law, demands, permits, &counts));
    let grounds = every_ground_waits(law, &counts);
    Formula::any(steps.chain(demands).chain([grounds]))
}

/// One of the demands is live, and every ground that meets it waits for a step that
/// `counts`.
fn no_ground_ready(
    law: &Law<'_>,
    demands: &[NormId],
    permits: &Permits,
    counts: &impl Fn(NormId) -> Formula,
) -> Formula {
    let live = demands.iter().map(|demand| law.live(*demand));
    let ready = ready(law, permits, &|_| Formula::constant(true), counts);
    Formula::all([Formula::any(live), ready.not()])
}

/// Whether one of these permissions, as far as it counts, is live and its ground waits
/// for no step of its own.
fn ready(
    law: &Law<'_>,
    permits: &Permits,
    permit_counts: &impl Fn(NormId) -> Formula,
    step_counts: &impl Fn(NormId) -> Formula,
) -> Formula {
    let grounds: BTreeSet<GroundId> = permits.iter().map(|(_, ground)| *ground).collect();
    let by_ground = grounds.into_iter().map(|ground| {
        let own: Permits = permits
            .iter()
            .copied()
            .filter(|(_, each)| *each == ground)
            .collect();
        let waits = law
            .outstanding()
            .filter(|(_, each, _)| *each == Some(ground))
            .map(|(norm, _, undone)| Formula::all([step_counts(norm), undone]));
        let waits = Formula::any(waits);
        Formula::all([any_counting(law, &own, permit_counts), waits.not()])
    });
    Formula::any(by_ground)
}

/// Whether one of these permissions counts and is live; what counts is said once a layer.
fn any_counting(law: &Law<'_>, permits: &Permits, counts: &impl Fn(NormId) -> Formula) -> Formula {
    let mut layers: BTreeMap<Layer, Vec<NormId>> = BTreeMap::new();
    for (permit, _) in permits {
        layers.entry(law.layer(*permit)).or_default().push(*permit);
    }
    let by_layer = layers.into_values().map(|permits| {
        let live = Formula::any(permits.iter().map(|permit| law.live(*permit)));
        let counts = permits.first().map(|permit| counts(*permit));
        Formula::all(counts.into_iter().chain([live]))
    });
    Formula::any(by_layer)
}

/// There are grounds, and each waits for a step. Where there is a strong one, weak ones
/// are no way around its step.
fn every_ground_waits(law: &Law<'_>, counts: &impl Fn(NormId) -> Formula) -> Formula {
    let (weak, strong): (Permits, Permits) = law
        .permits()
        .partition(|(_, ground)| law.lawbook.grounds[*ground].weak);
    let no_strong = any_counting(law, &strong, counts).not();
    Formula::any([
        all_wait(law, &strong, counts),
        Formula::all([all_wait(law, &weak, counts), no_strong]),
    ])
}

/// One of them is live, and none of those that are is ready.
fn all_wait(law: &Law<'_>, permits: &Permits, counts: &impl Fn(NormId) -> Formula) -> Formula {
    let can_wait = law
        .outstanding()
        .any(|(_, ground, _)| permits.iter().any(|(_, each)| ground == Some(*each)));
    if !can_wait {
        return Formula::constant(false);
    }
    let ready = ready(law, permits, counts, counts);
    Formula::all([any_counting(law, permits, counts), ready.not()])
}
