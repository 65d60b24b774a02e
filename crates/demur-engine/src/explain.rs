//! Why an opinion says what it says.

use std::collections::BTreeSet;

use demur_lawbook::{Cells, Effect, GroundId, GroundStatus, NormId, VarId, Verdict};

use crate::circuit::Gate;
use crate::knowledge::Known;
use crate::opinion::{
    Because, Decided, DutyOpinion, GroundOpinion, Opinion, Stage, StepOpinion, Strength, Taint,
    WhyNot,
};
use crate::reasoner::Reasoner;

/// Norms with such an effect that certainly apply.
pub(crate) fn applying(reasoner: &mut Reasoner<'_>, is: impl Fn(&Effect) -> bool) -> Vec<NormId> {
    let norms: Vec<NormId> = with_effect(reasoner, is);
    norms
        .into_iter()
        .filter(|norm| reasoner.applies(*norm))
        .collect()
}

fn with_effect(reasoner: &Reasoner<'_>, is: impl Fn(&Effect) -> bool) -> Vec<NormId> {
    reasoner
        .lawbook
        .norms
        .iter()
        .filter(|(_, norm)| is(&norm.effect))
        .map(|(id, _)| id)
        .collect()
}

pub(crate) fn strength(reasoner: &mut Reasoner<'_>, verdict: Option<Verdict>) -> Option<Strength> {
    if verdict != Some(Verdict::MayRefuse) {
        return None;
    }
    let strong = reasoner.program.strong;
    reasoner.settled(strong).map(|strong| {
        if strong {
            Strength::Strong
        } else {
            Strength::Weak
        }
    })
}

pub(crate) fn tainted(reasoner: &mut Reasoner<'_>) -> Vec<Taint> {
    let norms = applying(reasoner, |effect| {
        matches!(effect, Effect::ForbidRefusingBecause(_))
    });
    let reasons_of = |norm: &NormId| match &reasoner.lawbook.norms[*norm].effect {
        Effect::ForbidRefusingBecause(reasons) => reasons.clone(),
        _ => Vec::new(),
    };
    norms
        .into_iter()
        .map(|norm| {
            let in_play = |reason: &VarId| reasoner.knowledge.cells(*reason) == Cells::YES;
            Taint {
                norm,
                reasons: reasons_of(&norm).into_iter().filter(in_play).collect(),
            }
        })
        .collect()
}

/// The norms that carry the verdict; those that only may apply when none is certain.
pub(crate) fn because(reasoner: &mut Reasoner<'_>, verdict: Option<Verdict>) -> Vec<Because> {
    let Some(verdict) = verdict else {
        return Vec::new();
    };
    let carriers = carriers(reasoner, verdict);
    let certain: Vec<(NormId, Gate)> = carriers
        .iter()
        .copied()
        .filter(|(_, gate)| reasoner.is_certain(*gate))
        .collect();
    let (chosen, is_certain) = if certain.is_empty() {
        (
            carriers
                .into_iter()
                .filter(|(_, gate)| reasoner.is_possible(*gate))
                .collect(),
            false,
        )
    } else {
        (certain, true)
    };
    let chosen = most_telling(reasoner, chosen);
    chosen
        .into_iter()
        .map(|(norm, gate)| {
            let known = reasoner.known.clone();
            let facts = if is_certain {
                reasoner.reason(gate, true, &known)
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
fn carriers(reasoner: &mut Reasoner<'_>, verdict: Verdict) -> Vec<(NormId, Gate)> {
    let program = reasoner.program;
    let live = |norms: Vec<NormId>| -> Vec<(NormId, Gate)> {
        norms
            .into_iter()
            .map(|norm| (norm, program.applies(norm)))
            .collect()
    };
    let refusing = |effect: &Effect| {
        matches!(
            effect,
            Effect::ForbidRefusing | Effect::ForbidRefusingBecause(_)
        )
    };
    let permits = |effect: &Effect| matches!(effect, Effect::Permit(_) | Effect::Entitle(_));
    match verdict {
        Verdict::MustServe => {
            let norms = with_effect(reasoner, refusing).into_iter();
            norms
                .map(|norm| (norm, program.forbids_refusing(norm)))
                .collect()
        }
        Verdict::MustRefuse => live(with_effect(reasoner, |effect| {
            *effect == Effect::ForbidServing
        })),
        Verdict::Conflict => live(with_effect(reasoner, |effect| {
            matches!(effect, Effect::ForbidRefusing | Effect::ForbidServing)
        })),
        Verdict::NotJustified => program.unmet.clone(),
        Verdict::MayRefuseAfter => {
            let mut carriers = program.outstanding.clone();
            carriers.extend(live(with_effect(reasoner, permits)));
            carriers
        }
        Verdict::MayRefuse => live(with_effect(reasoner, permits)),
    }
}

/// Leaves out what is beside the point: norms below the layer that decides, weak
/// grounds beside strong ones, and grounds that wait beside grounds that do not.
fn most_telling(reasoner: &mut Reasoner<'_>, carriers: Vec<(NormId, Gate)>) -> Vec<(NormId, Gate)> {
    let lawbook = reasoner.lawbook;
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
    let ground_of = |norm: NormId| match lawbook.norms[norm].effect {
        Effect::Permit(ground) | Effect::Entitle(ground) => Some(ground),
        _ => None,
    };
    let has_strong = carriers
        .iter()
        .filter_map(|(norm, _)| ground_of(*norm))
        .any(|ground| !lawbook.grounds[ground].weak);
    let open: BTreeSet<_> = carriers
        .iter()
        .filter_map(|(norm, _)| ground_of(*norm))
        .filter(|ground| {
            let gates = reasoner
                .program
                .grounds
                .get(demur_lawbook::Id::position(*ground))
                .copied();
            gates.is_some_and(|gates| reasoner.is_certain(gates.open))
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

pub(crate) fn decided(
    reasoner: &mut Reasoner<'_>,
    verdict: Option<Verdict>,
    because: &[Because],
) -> Option<Decided> {
    let verdict = verdict?;
    let positions: Vec<_> = reasoner
        .program
        .positions
        .iter()
        .filter(|each| each.verdict == verdict)
        .copied()
        .collect();
    let position = positions
        .into_iter()
        .find(|position| reasoner.is_certain(position.gate))?;
    let step_tier = || {
        let steps = because
            .iter()
            .map(|each| &reasoner.lawbook.norms[each.norm]);
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

pub(crate) fn grounds(reasoner: &mut Reasoner<'_>) -> Vec<GroundOpinion> {
    let lawbook = reasoner.lawbook;
    let mut grounds = Vec::new();
    for (ground, _) in lawbook.grounds.iter() {
        let Some(gates) = reasoner
            .program
            .grounds
            .get(demur_lawbook::Id::position(ground))
            .copied()
        else {
            continue;
        };
        if gates.live == Gate::FALSE {
            continue;
        }
        let status = if !reasoner.is_possible(gates.live) {
            GroundStatus::NotMet
        } else if reasoner.is_certain(gates.open) {
            GroundStatus::Open
        } else if reasoner.is_certain(gates.after_steps) {
            GroundStatus::AfterSteps
        } else if reasoner.is_certain(gates.barred) {
            GroundStatus::Barred
        } else {
            GroundStatus::Unknown
        };
        let norms = applying(
            reasoner,
            |effect| matches!(effect, Effect::Permit(each) | Effect::Entitle(each) if *each == ground),
        );
        let barred_by = if status == GroundStatus::Barred {
            barring(reasoner, ground)
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

/// Norms that certainly forbid refusing.
pub(crate) fn forbidding(reasoner: &mut Reasoner<'_>) -> Vec<NormId> {
    let norms: Vec<NormId> = reasoner.lawbook.norms.ids().collect();
    norms
        .into_iter()
        .filter(|norm| reasoner.is_certain(reasoner.program.forbids_refusing(*norm)))
        .collect()
}

/// Norms that stand in the way of a ground that is established.
fn barring(reasoner: &mut Reasoner<'_>, ground: GroundId) -> Vec<NormId> {
    let mut barring = forbidding(reasoner);
    let unfit = reasoner
        .program
        .unfit
        .get(demur_lawbook::Id::position(ground))
        .cloned()
        .unwrap_or_default();
    barring.extend(
        unfit
            .into_iter()
            .filter(|(_, gate)| reasoner.is_certain(*gate))
            .map(|(norm, _)| norm),
    );
    barring
}

fn refusing_is_in_question(possible: &[Verdict]) -> bool {
    !possible
        .iter()
        .all(|each| matches!(each, Verdict::MustServe | Verdict::NotJustified))
}

pub(crate) fn steps(reasoner: &mut Reasoner<'_>, possible: &[Verdict]) -> Vec<StepOpinion> {
    if !refusing_is_in_question(possible) {
        return Vec::new();
    }
    let mut steps = Vec::new();
    for norm in applying(reasoner, |effect| {
        matches!(effect, Effect::RequireStep { .. })
    }) {
        let Effect::RequireStep { step, ground } = &reasoner.lawbook.norms[norm].effect else {
            continue;
        };
        let gates = ground.and_then(|ground| {
            reasoner
                .program
                .grounds
                .get(demur_lawbook::Id::position(ground))
                .copied()
        });
        if gates.is_some_and(|gates| !reasoner.is_possible(gates.live)) {
            continue;
        }
        for step in step.leaves() {
            let gate = reasoner
                .program
                .step_done
                .get(demur_lawbook::Id::position(step))
                .copied();
            let done = gate.and_then(|gate| reasoner.settled(gate));
            steps.push(StepOpinion { step, norm, done });
        }
    }
    steps
}

pub(crate) fn duties(reasoner: &mut Reasoner<'_>, possible: &[Verdict]) -> Vec<DutyOpinion> {
    if !refusing_is_in_question(possible) {
        return Vec::new();
    }
    let duties = reasoner.program.duties.clone();
    let due = duties
        .into_iter()
        .filter(|(_, _, gate)| reasoner.is_certain(*gate));
    due.map(|(norm, duty, _)| DutyOpinion { duty, norm })
        .collect()
}

pub(crate) fn must_not(reasoner: &mut Reasoner<'_>, possible: &[Verdict]) -> Vec<DutyOpinion> {
    if !refusing_is_in_question(possible) {
        return Vec::new();
    }
    let norms = applying(reasoner, |effect| matches!(effect, Effect::ForbidDuty(_)));
    let duty = |norm: NormId| match reasoner.lawbook.norms[norm].effect {
        Effect::ForbidDuty(duty) => Some(DutyOpinion { duty, norm }),
        _ => None,
    };
    norms.into_iter().filter_map(duty).collect()
}

/// Consequences of acting against the opinion.
pub(crate) fn consequences(reasoner: &mut Reasoner<'_>, opinion: &Opinion) -> Vec<NormId> {
    let refusing_matters = !opinion.refusing_is_safe || !opinion.tainted.is_empty();
    let serving_matters = !opinion.serving_is_safe;
    applying(reasoner, |effect| match effect {
        Effect::Consequence {
            of_serving: true, ..
        } => serving_matters,
        Effect::Consequence {
            of_serving: false, ..
        } => refusing_matters,
        _ => false,
    })
}

/// Known facts with those first that the carrying norms rest on.
fn telling_first(reasoner: &Reasoner<'_>, because: &[Because]) -> Vec<Known> {
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

pub(crate) fn why_not(
    reasoner: &mut Reasoner<'_>,
    possible: &[Verdict],
    because: &[Because],
) -> Vec<WhyNot> {
    let candidates = telling_first(reasoner, because);
    let excluded = Verdict::ALL
        .into_iter()
        .filter(|verdict| !possible.contains(verdict));
    excluded
        .map(|verdict| {
            let gate = reasoner.program.verdict(verdict);
            let mut facts = reasoner.reason(gate, false, &candidates);
            facts.sort_unstable();
            WhyNot { verdict, facts }
        })
        .collect()
}
