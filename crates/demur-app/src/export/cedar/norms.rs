//! Policies that answer one question each: does this norm hold, is this step done, can
//! this situation be?

use demur_lawbook::{Effect, GroundId, Lawbook, NormId, Steps, VarId};

use super::super::formula::Formula;
use super::super::law::Law;
use super::policy::Policy;

/// One permission for each norm, of the action `applies`.
pub(super) fn norms(law: &Law<'_>) -> Vec<Policy> {
    law.norms().map(|norm| norm_policy(law, norm)).collect()
}

fn norm_policy(law: &Law<'_>, id: NormId) -> Policy {
    let norm = &law.lawbook.norms[id];
    let (when, unless) = law.own(id);
    let overrides: Vec<&str> = law
        .norms()
        .filter(|other| norm.overrides.contains(other))
        .map(|other| law.lawbook.norms[other].id.as_str())
        .collect();
    let policy = Policy::new("applies", true, norm.id.clone())
        .note("effect", norm.effect.name())
        .note("layer", norm.layer.tier.name())
        .note("rank", norm.layer.rank.to_string())
        .note("title", norm.title.en.as_str())
        .note("cite", norm.citation.cite.as_str())
        .note("url", norm.citation.url.as_str())
        .note("confidence", norm.confidence.name())
        .note("overrides", overrides.join(" "));
    said_by(law.lawbook, &norm.effect, policy)
        .when(when)
        .unless(unless)
}

/// With what the effect names.
fn said_by(lawbook: &Lawbook, effect: &Effect, policy: Policy) -> Policy {
    match effect {
        Effect::ForbidRefusingBecause(reasons) => {
            policy.note("reasons", elements(lawbook, reasons))
        }
        Effect::Permit(ground) | Effect::Entitle(ground) => {
            policy.note("ground", lawbook.grounds[*ground].name.as_str())
        }
        Effect::NeedsGround(named) => policy.note("admitting", grounds(lawbook, named)),
        Effect::RequireStep { step, ground } => policy
            .note("step", steps_text(lawbook, step))
            .note("ground", grounds(lawbook, ground.as_slice())),
        Effect::RequireDuty { duty, .. } | Effect::ForbidDuty(duty) => {
            policy.note("duty", lawbook.duties[*duty].name.as_str())
        }
        Effect::Suggest { measure, ground } => policy
            .note("measure", lawbook.measures[*measure].name.as_str())
            .note("ground", grounds(lawbook, ground.as_slice())),
        Effect::Caution(text) => policy.note("text", text.en.as_str()),
        Effect::Consequence { of_serving, text } => policy
            .note("of", if *of_serving { "serving" } else { "refusing" })
            .note("text", text.en.as_str()),
        Effect::ForbidRefusing | Effect::ForbidServing | Effect::Except => policy,
    }
}

fn grounds(lawbook: &Lawbook, named: &[GroundId]) -> String {
    let names: Vec<&str> = named
        .iter()
        .map(|ground| lawbook.grounds[*ground].name.as_str())
        .collect();
    names.join(" ")
}

fn elements(lawbook: &Lawbook, variables: &[VarId]) -> String {
    let names: Vec<&str> = variables
        .iter()
        .filter_map(|variable| {
            let info = lawbook.variables[*variable];
            let values = lawbook.facts[info.fact].domain.values();
            values.get(info.element?).map(|value| value.name.as_str())
        })
        .collect();
    names.join(" ")
}

/// As in a pack, `warn and (offer or adjust)`.
fn steps_text(lawbook: &Lawbook, steps: &Steps) -> String {
    let (parts, joiner) = match steps {
        Steps::One(step) => return lawbook.steps[*step].name.clone(),
        Steps::All(parts) => (parts, " and "),
        Steps::Any(parts) => (parts, " or "),
    };
    let parts: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Steps::One(_) => steps_text(lawbook, part),
            Steps::All(_) | Steps::Any(_) => format!("({})", steps_text(lawbook, part)),
        })
        .collect();
    parts.join(joiner)
}

/// One permission for each step that some norm requires, of the action `done`.
pub(super) fn steps(law: &Law<'_>) -> Vec<Policy> {
    let required = |wanted| {
        law.norms().any(|norm| match law.effect(norm) {
            Effect::RequireStep { step, .. } => step.leaves().contains(&wanted),
            _ => false,
        })
    };
    let steps = law.lawbook.steps.iter();
    steps
        .filter(|(id, _)| required(*id))
        .map(|(id, step)| {
            Policy::new("done", true, format!("done:{}", step.name))
                .note("title", step.label.en.as_str())
                .when(law.done(&Steps::One(id)))
        })
        .collect()
}

/// One prohibition for each assumption, of the action `possible`.
pub(super) fn assumptions(law: &Law<'_>) -> Vec<Policy> {
    let mut policies = vec![Policy::new("possible", true, "possible".to_owned())];
    for (index, assumption) in law.lawbook.assumptions.iter().enumerate() {
        let holds = law
            .scope
            .settle(law.lawbook, Some(law.day), &assumption.holds);
        if holds != Formula::constant(true) {
            let policy = Policy::new("possible", false, format!("possible:{}", index + 1));
            policies.push(
                policy
                    .note("because", assumption.because.en.as_str())
                    .unless(holds),
            );
        }
    }
    policies
}
