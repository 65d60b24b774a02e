//! The reference: a plain walk over the trees, with nothing prepared.

use std::collections::BTreeSet;

use super::{Effect, Formula, NormSet, Situation, Test, Value};

/// The norms whose condition holds and none of whose exceptions does.
pub fn applying(set: &NormSet, situation: &Situation) -> BTreeSet<usize> {
    let norms = set.norms.iter().enumerate().filter(|(_, norm)| {
        holds(set, situation, &norm.when)
            && !norm
                .unless
                .iter()
                .any(|unless| holds(set, situation, unless))
    });
    norms.map(|(index, _)| index).collect()
}

/// The applying norms that no live norm overrides.
pub fn live(set: &NormSet, situation: &Situation) -> BTreeSet<usize> {
    let applying = applying(set, situation);
    let mut settled: Vec<Option<bool>> = vec![None; set.norms.len()];
    applying
        .iter()
        .copied()
        .filter(|norm| is_live(set, &applying, &mut settled, *norm))
        .collect()
}

fn is_live(
    set: &NormSet,
    applying: &BTreeSet<usize>,
    settled: &mut [Option<bool>],
    norm: usize,
) -> bool {
    if let Some(Some(known)) = settled.get(norm) {
        return *known;
    }
    // Overrides have no cycle, so this ends.
    let overridden = applying.iter().any(|other| {
        set.norms
            .get(*other)
            .is_some_and(|other| other.overrides.contains(&norm))
            && is_live(set, applying, settled, *other)
    });
    if let Some(slot) = settled.get_mut(norm) {
        *slot = Some(!overridden);
    }
    !overridden
}

/// Whether a condition holds in a complete situation.
pub fn holds(set: &NormSet, situation: &Situation, formula: &Formula) -> bool {
    match formula {
        Formula::Fact(fact, test) => situation
            .get(*fact)
            .is_some_and(|value| passes(*value, test)),
        Formula::Derived(derived) => set
            .derived
            .get(*derived)
            .is_some_and(|inner| holds(set, situation, inner)),
        Formula::All(parts) => parts.iter().all(|part| holds(set, situation, part)),
        Formula::Any(parts) => parts.iter().any(|part| holds(set, situation, part)),
    }
}

fn passes(value: Value, test: &Test) -> bool {
    match (value, test) {
        (Value::Bool(yes), Test::Yes) => yes,
        (Value::Bool(yes), Test::No) => !yes,
        (Value::One(value), Test::In(values)) => values.contains(&value),
        (Value::One(value), Test::NotIn(values)) => !values.contains(&value),
        (Value::Set(bits), Test::Has(value)) => bits >> value & 1 == 1,
        (Value::Set(bits), Test::HasNot(value)) => bits >> value & 1 == 0,
        (Value::Int(number), Test::Between(low, high)) => (*low..=*high).contains(&number),
        _ => false,
    }
}

/// The verdict of a generated set, whose norms stand on one layer: section 5 of the language.
/// `done` tells whether a step is done.
pub fn verdict(
    set: &NormSet,
    applying: &BTreeSet<usize>,
    done: impl Fn(usize) -> bool,
) -> demur_lawbook::Verdict {
    use demur_lawbook::Verdict;
    let effects = || {
        let norms = applying.iter().filter_map(|norm| set.norms.get(*norm));
        norms.map(|norm| norm.effect)
    };
    let serve = effects().any(|effect| effect == Effect::ForbidRefusing);
    let refuse = effects().any(|effect| effect == Effect::ForbidServing);
    let outstanding = effects().any(|effect| matches!(effect, Effect::Step(step) if !done(step)));
    match (serve, refuse, outstanding) {
        (true, true, _) => Verdict::Conflict,
        (true, false, _) => Verdict::MustServe,
        (false, true, _) => Verdict::MustRefuse,
        (false, false, true) => Verdict::MayRefuseAfter,
        (false, false, false) => Verdict::MayRefuse,
    }
}
