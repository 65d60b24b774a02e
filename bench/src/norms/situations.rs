//! Complete situations for generated sets.

use super::{Kind, NormSet, Situation, Value};
use crate::random::Random;

const SEED: u64 = 7;
/// Most things that a norm asks about did not happen.
const YES_PERCENT: usize = 35;

/// So many situations, the same for every set with the same facts.
pub fn random(set: &NormSet, count: usize) -> Vec<Situation> {
    let mut random = Random::new(SEED);
    (0..count)
        .map(|_| {
            let values = set.facts.iter().map(|kind| value(&mut random, *kind));
            values.collect()
        })
        .collect()
}

/// Any value of a fact.
pub fn value(random: &mut Random, kind: Kind) -> Value {
    match kind {
        Kind::Bool => Value::Bool(random.percent(YES_PERCENT)),
        Kind::OneOf(values) => Value::One(random.below(values)),
        Kind::SomeOf(values) => Value::Set(1 << random.below(values)),
        Kind::Int(low, high) => Value::Int(random.between(low, high)),
    }
}
