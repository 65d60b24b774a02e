//! Changes of what a norm does.

use demur_lawbook::{DutyId, Effect, GroundId, Id, Lawbook, StepId, Steps};

use super::wording;
use super::{Change, Kind};

/// Every effect that differs from this one in one place. The deadline of a duty and the
/// words of a caution or a consequence stay: no example can see them.
pub(super) fn variants(lawbook: &Lawbook, effect: &Effect) -> Vec<(Change, Effect)> {
    match effect {
        Effect::ForbidRefusing => vec![swapped(effect, Effect::ForbidServing)],
        Effect::ForbidServing => vec![swapped(effect, Effect::ForbidRefusing)],
        Effect::ForbidRefusingBecause(reasons) => each_left_out(reasons)
            .map(|(reason, rest)| {
                let text = wording::value_name(lawbook, reason).to_owned();
                let change = Change::without(Kind::DropReason, text);
                (change, Effect::ForbidRefusingBecause(rest))
            })
            .collect(),
        Effect::Permit(ground) => {
            let mut found = vec![swapped(effect, Effect::Entitle(*ground))];
            found.extend(other_grounds(lawbook, *ground, Effect::Permit));
            found
        }
        Effect::Entitle(ground) => {
            let mut found = vec![swapped(effect, Effect::Permit(*ground))];
            found.extend(other_grounds(lawbook, *ground, Effect::Entitle));
            found
        }
        Effect::NeedsGround(grounds) => each_left_out(grounds)
            .map(|(ground, rest)| {
                let text = format!("admitting {}", lawbook.grounds[ground].name);
                (
                    Change::without(Kind::DropGround, text),
                    Effect::NeedsGround(rest),
                )
            })
            .collect(),
        Effect::RequireStep { step, ground } => required_step(lawbook, step, *ground),
        Effect::RequireDuty { duty, within } => {
            other_duty(lawbook, *duty, |duty| Effect::RequireDuty {
                duty,
                within: *within,
            })
        }
        Effect::ForbidDuty(duty) => other_duty(lawbook, *duty, Effect::ForbidDuty),
        // A list of measures is compared as a whole, not measure by measure.
        Effect::Suggest { .. } | Effect::Except | Effect::Caution(_) => Vec::new(),
        Effect::Consequence { of_serving, text } => {
            let say = |of_serving: bool| {
                if of_serving {
                    "consequence of serving"
                } else {
                    "consequence of refusing"
                }
            };
            let change = Change::instead(
                Kind::Effect,
                say(*of_serving).to_owned(),
                say(!of_serving).to_owned(),
            );
            let turned = Effect::Consequence {
                of_serving: !of_serving,
                text: text.clone(),
            };
            vec![(change, turned)]
        }
    }
}

fn swapped(was: &Effect, is: Effect) -> (Change, Effect) {
    let say = |effect: &Effect| effect.name().replace('_', " ");
    (Change::instead(Kind::Effect, say(was), say(&is)), is)
}

/// The elements, each with the others.
fn each_left_out<T: Copy>(elements: &[T]) -> impl Iterator<Item = (T, Vec<T>)> + '_ {
    elements.iter().enumerate().map(|(index, left_out)| {
        let rest = elements.iter().enumerate();
        let rest = rest.filter(|(each, _)| *each != index);
        (*left_out, rest.map(|(_, element)| *element).collect())
    })
}

/// Another ground of the same strength, and one of the other.
fn other_grounds(
    lawbook: &Lawbook,
    ground: GroundId,
    effect: fn(GroundId) -> Effect,
) -> Vec<(Change, Effect)> {
    let weak = lawbook.grounds[ground].weak;
    let count = lawbook.grounds.len();
    let following =
        (1..count).map(|step| GroundId::from_position((ground.position() + step) % count));
    let alike = following
        .clone()
        .find(|each| lawbook.grounds[*each].weak == weak);
    let unlike = following
        .clone()
        .find(|each| lawbook.grounds[*each].weak != weak);
    alike
        .into_iter()
        .chain(unlike)
        .map(|other| {
            let say = |ground: GroundId| format!("as {}", lawbook.grounds[ground].name);
            let change = Change::instead(Kind::Ground, say(ground), say(other));
            (change, effect(other))
        })
        .collect()
}

fn required_step(
    lawbook: &Lawbook,
    step: &Steps,
    ground: Option<GroundId>,
) -> Vec<(Change, Effect)> {
    let mut found = Vec::new();
    let mut add = |change: Change, step: Steps, ground: Option<GroundId>| {
        found.push((change, Effect::RequireStep { step, ground }));
    };
    match step {
        Steps::One(one) => {
            if let Some(other) =
                next(one.position(), lawbook.steps.len()).map(StepId::from_position)
            {
                let say = |step: StepId| lawbook.steps[step].name.clone();
                let change = Change::instead(Kind::Step, say(*one), say(other));
                add(change, Steps::One(other), ground);
            }
        }
        Steps::All(parts) | Steps::Any(parts) => {
            for index in 0..parts.len() {
                let rest = parts.iter().enumerate().filter(|(each, _)| *each != index);
                let rest: Vec<Steps> = rest.map(|(_, part)| part.clone()).collect();
                let dropped = parts.get(index).map(|part| say_steps(lawbook, part));
                let change = Change::without(Kind::Step, dropped.unwrap_or_default());
                let step = match step {
                    Steps::Any(_) => Steps::Any(rest),
                    _ => Steps::All(rest),
                };
                add(change, step, ground);
            }
        }
    }
    if let Some(bound) = ground {
        let text = format!("as {}", lawbook.grounds[bound].name);
        add(Change::without(Kind::Ground, text), step.clone(), None);
    }
    found
}

fn say_steps(lawbook: &Lawbook, steps: &Steps) -> String {
    let names: Vec<&str> = steps
        .leaves()
        .into_iter()
        .map(|step| lawbook.steps[step].name.as_str())
        .collect();
    let joiner = match steps {
        Steps::Any(_) => " or ",
        _ => " and ",
    };
    names.join(joiner)
}

fn other_duty(
    lawbook: &Lawbook,
    duty: DutyId,
    effect: impl Fn(DutyId) -> Effect,
) -> Vec<(Change, Effect)> {
    let other = next(duty.position(), lawbook.duties.len()).map(DutyId::from_position);
    let say = |duty: DutyId| lawbook.duties[duty].name.clone();
    let changed = other.map(|other| {
        let change = Change::instead(Kind::Duty, say(duty), say(other));
        (change, effect(other))
    });
    changed.into_iter().collect()
}

/// The position after this one, round the corner; none where there is no other.
fn next(position: usize, count: usize) -> Option<usize> {
    (count > 1).then(|| (position + 1) % count)
}
