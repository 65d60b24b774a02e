//! Why an opinion says what it says.

use std::collections::BTreeSet;

use demur_lawbook::{Effect, GroundId, GroundStatus, NormId, Verdict};

use crate::circuit::Gate;
use crate::gates::Gates;
use crate::kinds::{Kinds, PROHIBITIONS};
use crate::knowledge::Known;
use crate::opinion::{
    Because, Decided, DutyOpinion, GroundOpinion, MeasureOpinion, Opinion, Stage, StepOpinion,
    Strength, Taint,
};
use crate::program::GroundGates;
use crate::reasoner::Reasoner;

pub(crate) fn strength<'a>(
    gates: &mut impl Gates<'a>,
    verdict: Option<Verdict>,
) -> Option<Strength> {
    if verdict != Some(Verdict::MayRefuse) {
        return None;
    }
    let strong = gates.program().strong;
    gates.settled(strong).map(|strong| {
        if strong {
            Strength::Strong
        } else {
            Strength::Weak
        }
    })
}

pub(crate) fn tainted<'a>(gates: &mut impl Gates<'a>) -> Vec<Taint> {
    let norms = gates.applying(Kinds::FORBID_REASONS);
    let mut tainted = Vec::new();
    for norm in norms {
        if let Effect::ForbidRefusingBecause(reasons) = &gates.lawbook().norms[norm].effect {
            let mut reasons = reasons.clone();
            reasons.retain(|reason| {
                let in_play = gates.program().reason(*reason);
                gates.is_certain(in_play)
            });
            tainted.push(Taint { norm, reasons });
        }
    }
    tainted
}

/// The norms that carry the verdict; those that only may apply when none is certain.
pub(crate) fn because<'a>(gates: &mut impl Gates<'a>, verdict: Option<Verdict>) -> Vec<Because> {
    let Some(verdict) = verdict else {
        return Vec::new();
    };
    let carriers = carriers(gates, verdict);
    let certain: Vec<(NormId, Gate)> = carriers
        .iter()
        .copied()
        .filter(|(_, gate)| gates.is_certain(*gate))
        .collect();
    let (chosen, is_certain) = if certain.is_empty() {
        (
            carriers
                .into_iter()
                .filter(|(_, gate)| gates.is_possible(*gate))
                .collect(),
            false,
        )
    } else {
        (certain, true)
    };
    let chosen = most_telling(gates, chosen);
    chosen
        .into_iter()
        .map(|(norm, gate)| {
            let facts = if is_certain {
                gates.facts_behind(gate)
            } else {
                Vec::new()
            };
            Because {
                norm,
                certain: is_certain,
                facts,
            }
        })
        .collect()
}

/// Norms that can carry a verdict, each with the gate that says whether it does.
fn carriers<'a>(gates: &mut impl Gates<'a>, verdict: Verdict) -> Vec<(NormId, Gate)> {
    let program = gates.program();
    let live = |norms: Vec<NormId>| -> Vec<(NormId, Gate)> {
        norms
            .into_iter()
            .map(|norm| (norm, program.applies(norm)))
            .collect()
    };
    match verdict {
        Verdict::MustServe => {
            let norms = gates.of_kinds(PROHIBITIONS).into_iter();
            norms
                .map(|norm| (norm, program.forbids_refusing(norm)))
                .collect()
        }
        Verdict::MustRefuse => live(gates.of_kinds(Kinds::FORBID_SERVING)),
        Verdict::Conflict => live(gates.of_kinds(Kinds::FORBID_REFUSING.or(Kinds::FORBID_SERVING))),
        Verdict::NotJustified => program.unmet.clone(),
        Verdict::MayRefuseAfter => {
            let steps = gates.of_kinds(Kinds::STEP).into_iter();
            let mut carriers: Vec<(NormId, Gate)> = steps
                .map(|norm| (norm, program.outstanding(norm)))
                .collect();
            carriers.extend(live(gates.of_kinds(Kinds::PERMIT)));
            carriers
        }
        Verdict::MayRefuse => live(gates.of_kinds(Kinds::PERMIT)),
    }
}

/// Leaves out what is beside the point: norms below the layer that decides, weak
/// grounds beside strong ones, and grounds that wait beside grounds that do not.
fn most_telling<'a>(
    gates: &mut impl Gates<'a>,
    carriers: Vec<(NormId, Gate)>,
) -> Vec<(NormId, Gate)> {
    let lawbook = gates.lawbook();
    let highest = |is: fn(&Effect) -> bool| {
        carriers
            .iter()
            .map(|(norm, _)| &lawbook.norms[*norm])
            .filter(|norm| is(&norm.effect))
            .map(|norm| norm.layer)
            .min()
    };
    let position = highest(|effect| {
        matches!(
            effect,
            Effect::ForbidRefusing
                | Effect::ForbidRefusingBecause(_)
                | Effect::ForbidServing
                | Effect::NeedsGround(_)
        )
    });
    let ground_of = |norm: NormId| ground_of(&lawbook.norms[norm].effect);
    let has_strong = carriers
        .iter()
        .filter_map(|(norm, _)| ground_of(*norm))
        .any(|ground| !lawbook.grounds[ground].weak);
    let open: BTreeSet<_> = carriers
        .iter()
        .filter_map(|(norm, _)| ground_of(*norm))
        .filter(|ground| {
            let open = gates.program().ground(*ground).open;
            gates.is_certain(open)
        })
        .collect();
    carriers
        .into_iter()
        .filter(|(norm, _)| match ground_of(*norm) {
            Some(ground) => {
                let weak = lawbook.grounds[ground].weak;
                !(weak && has_strong) && (open.is_empty() || open.contains(&ground))
            }
            None => position.is_none_or(|highest| lawbook.norms[*norm].layer == highest),
        })
        .collect()
}

pub(crate) fn decided<'a>(
    gates: &mut impl Gates<'a>,
    verdict: Option<Verdict>,
    because: &[Because],
) -> Option<Decided> {
    let verdict = verdict?;
    let positions = gates.program().positions.iter();
    let position = positions
        .filter(|each| each.verdict == verdict)
        .find(|position| gates.is_certain(position.gate))?;
    let step_tier = || {
        let steps = because.iter().map(|each| &gates.lawbook().norms[each.norm]);
        steps
            .filter(|norm| matches!(norm.effect, Effect::RequireStep { .. }))
            .map(|norm| norm.layer.tier)
            .min()
    };
    let tier = if position.stage == Stage::Steps {
        step_tier().or(position.tier)
    } else {
        position.tier
    };
    Some(Decided {
        tier,
        stage: position.stage,
    })
}

pub(crate) fn grounds<'a>(gates: &mut impl Gates<'a>) -> Vec<GroundOpinion> {
    let norms = &gates.lawbook().norms;
    let permitting: Vec<(Option<GroundId>, NormId)> = gates
        .applying(Kinds::PERMIT)
        .into_iter()
        .map(|norm| (ground_of(&norms[norm].effect), norm))
        .collect();
    let mut grounds = Vec::new();
    for (ground, _) in gates.lawbook().grounds.iter() {
        let of_ground = gates.program().ground(ground);
        if of_ground.live == Gate::FALSE {
            continue;
        }
        let status = status(gates, of_ground);
        let norms = permitting.iter().filter(|(each, _)| *each == Some(ground));
        let norms = norms.map(|(_, norm)| *norm).collect();
        let barred_by = if status == GroundStatus::Barred {
            barring(gates, ground)
        } else {
            Vec::new()
        };
        grounds.push(GroundOpinion {
            ground,
            status,
            norms,
            barred_by,
        });
    }
    grounds
}

fn ground_of(effect: &Effect) -> Option<GroundId> {
    match effect {
        Effect::Permit(ground) | Effect::Entitle(ground) => Some(*ground),
        _ => None,
    }
}

fn status<'a>(gates: &mut impl Gates<'a>, of_ground: GroundGates) -> GroundStatus {
    if !gates.is_possible(of_ground.live) {
        GroundStatus::NotMet
    } else if gates.is_certain(of_ground.open) {
        GroundStatus::Open
    } else if gates.is_certain(of_ground.after_steps) {
        GroundStatus::AfterSteps
    } else if gates.is_certain(of_ground.barred) {
        GroundStatus::Barred
    } else {
        GroundStatus::Unknown
    }
}

/// Norms that certainly forbid refusing.
pub(crate) fn forbidding<'a>(gates: &mut impl Gates<'a>) -> Vec<NormId> {
    let mut norms = gates.of_kinds(PROHIBITIONS);
    norms.retain(|norm| {
        let forbids = gates.program().forbids_refusing(*norm);
        gates.is_certain(forbids)
    });
    norms
}

/// Norms that stand in the way of a ground that is established.
fn barring<'a>(gates: &mut impl Gates<'a>, ground: GroundId) -> Vec<NormId> {
    let mut barring = forbidding(gates);
    let unfit = gates.program().unfit(ground).iter();
    barring.extend(
        unfit
            .filter(|(_, gate)| gates.is_certain(*gate))
            .map(|(norm, _)| *norm),
    );
    barring
}

fn refusing_is_in_question(possible: &[Verdict]) -> bool {
    !possible
        .iter()
        .all(|each| matches!(each, Verdict::MustServe | Verdict::NotJustified))
}

pub(crate) fn steps<'a>(gates: &mut impl Gates<'a>, possible: &[Verdict]) -> Vec<StepOpinion> {
    if !refusing_is_in_question(possible) {
        return Vec::new();
    }
    let mut steps = Vec::new();
    for norm in gates.applying(Kinds::STEP) {
        let Effect::RequireStep { step, ground } = &gates.lawbook().norms[norm].effect else {
            continue;
        };
        if ground.is_some_and(|ground| !may_be_there(gates, ground)) {
            continue;
        }
        for step in step.leaves() {
            let done = gates.program().step_done(step);
            let done = gates.settled(done);
            steps.push(StepOpinion { step, norm, done });
        }
    }
    steps
}

pub(crate) fn duties<'a>(gates: &mut impl Gates<'a>, possible: &[Verdict]) -> Vec<DutyOpinion> {
    if !refusing_is_in_question(possible) {
        return Vec::new();
    }
    let mut due = Vec::new();
    for norm in gates.applying(Kinds::DUTY) {
        if let Some((duty, gate)) = gates.program().duty(norm)
            && gates.is_certain(gate)
        {
            due.push(DutyOpinion { duty, norm });
        }
    }
    due
}

pub(crate) fn must_not<'a>(gates: &mut impl Gates<'a>, possible: &[Verdict]) -> Vec<DutyOpinion> {
    if !refusing_is_in_question(possible) {
        return Vec::new();
    }
    let norms = gates.applying(Kinds::FORBID_DUTY);
    let duty = |norm: NormId| match gates.lawbook().norms[norm].effect {
        Effect::ForbidDuty(duty) => Some(DutyOpinion { duty, norm }),
        _ => None,
    };
    norms.into_iter().filter_map(duty).collect()
}

/// What certainly applying norms suggest instead of refusing. A suggestion for one
/// ground counts while that ground may be there.
pub(crate) fn measures<'a>(
    gates: &mut impl Gates<'a>,
    possible: &[Verdict],
) -> Vec<MeasureOpinion> {
    if !refusing_is_in_question(possible) {
        return Vec::new();
    }
    let lawbook = gates.lawbook();
    let mut found: Vec<MeasureOpinion> = Vec::new();
    for norm in gates.applying(Kinds::SUGGEST) {
        let Effect::Suggest { measure, ground } = lawbook.norms[norm].effect else {
            continue;
        };
        if ground.is_some_and(|ground| !may_be_there(gates, ground)) {
            continue;
        }
        match found.iter_mut().find(|each| each.measure == measure) {
            Some(known) => known.norms.push(norm),
            None => found.push(MeasureOpinion {
                measure,
                norms: vec![norm],
            }),
        }
    }
    found.sort_by_key(|each| (lawbook.measures[each.measure].rank, each.measure));
    found
}

/// Whether some norm may permit refusing on this ground.
fn may_be_there<'a>(gates: &mut impl Gates<'a>, ground: GroundId) -> bool {
    let live = gates.program().ground(ground).live;
    gates.is_possible(live)
}

/// Consequences of acting against the opinion.
pub(crate) fn consequences<'a>(gates: &mut impl Gates<'a>, opinion: &Opinion) -> Vec<NormId> {
    let refusing_matters = !opinion.refusing_is_safe || !opinion.tainted.is_empty();
    let serving_matters = !opinion.serving_is_safe;
    let of_refusing = Kinds::OF_REFUSING.when(refusing_matters);
    gates.applying(of_refusing.or(Kinds::OF_SERVING.when(serving_matters)))
}

/// Known facts with those first that the carrying norms rest on.
pub(crate) fn telling_first(reasoner: &Reasoner<'_>, because: &[Because]) -> Vec<Known> {
    let telling: BTreeSet<Known> = because
        .iter()
        .flat_map(|each| each.facts.iter().copied())
        .collect();
    let mut known: Vec<Known> = telling.iter().copied().collect();
    known.extend(reasoner.known.iter().filter(|each| !telling.contains(each)));
    known
}

pub(crate) fn rests_on(
    reasoner: &mut Reasoner<'_>,
    verdict: Option<Verdict>,
    because: &[Because],
) -> Vec<Known> {
    let Some(verdict) = verdict else {
        return Vec::new();
    };
    let candidates = telling_first(reasoner, because);
    let gate = reasoner.program.verdict(verdict);
    let mut facts = reasoner.reason(gate, true, &candidates);
    facts.sort_unstable();
    facts
}
