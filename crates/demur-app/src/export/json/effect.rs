//! Effects as JSON: the name of the effect, and what belongs to it.

use demur_lawbook::{Effect, GroundId, Lawbook, Steps, VarId};
use demur_syntax::tree::Unit;
use serde::Serialize;

use super::{TextsJson, texts};

/// An effect; keys that do not belong to it are absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct EffectJson<'l> {
    does: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<&'l str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ground: Option<&'l str>,
    /// Empty: every strong ground.
    #[serde(skip_serializing_if = "Option::is_none")]
    admitting: Option<Vec<&'l str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<StepsJson<'l>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duty: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<WithinJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<TextsJson<'l>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum StepsJson<'l> {
    One(&'l str),
    All { all: Vec<Self> },
    Any { any: Vec<Self> },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct WithinJson {
    count: i64,
    unit: &'static str,
}

pub(super) fn effect<'l>(lawbook: &'l Lawbook, effect: &'l Effect) -> EffectJson<'l> {
    let named = EffectJson {
        does: effect.name(),
        ..EffectJson::default()
    };
    let ground = |ground: GroundId| lawbook.grounds[ground].name.as_str();
    match effect {
        Effect::ForbidRefusing | Effect::ForbidServing | Effect::Except => named,
        Effect::ForbidRefusingBecause(reasons) => EffectJson {
            reasons: Some(elements(lawbook, reasons)),
            ..named
        },
        Effect::Permit(id) | Effect::Entitle(id) => EffectJson {
            ground: Some(ground(*id)),
            ..named
        },
        Effect::NeedsGround(admitting) => EffectJson {
            admitting: Some(admitting.iter().map(|id| ground(*id)).collect()),
            ..named
        },
        Effect::RequireStep { step, ground: id } => EffectJson {
            steps: Some(steps(lawbook, step)),
            ground: id.map(ground),
            ..named
        },
        Effect::RequireDuty { duty, within } => EffectJson {
            duty: Some(&lawbook.duties[*duty].name),
            within: within.map(|within| WithinJson {
                count: within.count,
                unit: unit(within.unit),
            }),
            ..named
        },
        Effect::ForbidDuty(duty) => EffectJson {
            duty: Some(&lawbook.duties[*duty].name),
            ..named
        },
        Effect::Suggest {
            measure,
            ground: id,
        } => EffectJson {
            measure: Some(&lawbook.measures[*measure].name),
            ground: id.map(ground),
            ..named
        },
        Effect::Caution(text) => EffectJson {
            text: Some(texts(text)),
            ..named
        },
        Effect::Consequence { of_serving, text } => EffectJson {
            of: Some(if *of_serving { "serving" } else { "refusing" }),
            text: Some(texts(text)),
            ..named
        },
    }
}

fn elements<'l>(lawbook: &'l Lawbook, variables: &[VarId]) -> Vec<&'l str> {
    let name = |variable: &VarId| {
        let info = lawbook.variables[*variable];
        let values = lawbook.facts[info.fact].domain.values();
        values.get(info.element?).map(|value| value.name.as_str())
    };
    variables.iter().filter_map(name).collect()
}

fn steps<'l>(lawbook: &'l Lawbook, given: &Steps) -> StepsJson<'l> {
    let each = |parts: &[Steps]| parts.iter().map(|part| steps(lawbook, part)).collect();
    match given {
        Steps::One(step) => StepsJson::One(&lawbook.steps[*step].name),
        Steps::All(parts) => StepsJson::All { all: each(parts) },
        Steps::Any(parts) => StepsJson::Any { any: each(parts) },
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::WorkingDays => "working_days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
    }
}
