//! Norm sets made up by a seed, with the mix that the page describes.

use super::{Effect, Formula, Kind, Norm, NormSet, Test};
use crate::random::Random;

/// Yes-or-no facts, then enumerations, then numbers: 150 in all.
const BOOLS: usize = 100;
const ENUMS: usize = 32;
const INTS: usize = 18;
/// Numbers go from 0 to this; norms compare them with multiples of ten.
const HIGHEST: i64 = 99;
/// Facts that follow from others.
const DERIVED: usize = 30;
/// Grounds of a generated set.
pub const GROUNDS: usize = 12;
/// Steps of a generated set; a step is done when the yes-or-no fact of the same position holds.
pub const STEPS: usize = 10;
const SEED: u64 = 20_261_122;

/// So many norms over the same 150 facts. With `sectors`, a further fact tells the sector of the
/// business, and each norm belongs to one of so many.
pub fn norm_set(norms: usize, sectors: Option<usize>) -> NormSet {
    let mut random = Random::new(SEED);
    let mut set = NormSet {
        facts: facts(&mut random),
        ..NormSet::default()
    };
    set.derived = (0..DERIVED)
        .map(|_| derived(&mut random, &set.facts))
        .collect();
    if let Some(sectors) = sectors {
        set.sector = Some(set.facts.len());
        set.facts.push(Kind::OneOf(sectors));
    }
    for _ in 0..norms {
        let norm = norm(&mut random, &set, sectors);
        set.norms.push(norm);
    }
    set
}

fn facts(random: &mut Random) -> Vec<Kind> {
    let bools = std::iter::repeat_n(Kind::Bool, BOOLS);
    let enums: Vec<Kind> = (0..ENUMS)
        .map(|_| Kind::OneOf(4 + random.below(5)))
        .collect();
    let ints = std::iter::repeat_n(Kind::Int(0, HIGHEST), INTS);
    bools.chain(enums).chain(ints).collect()
}

fn derived(random: &mut Random, facts: &[Kind]) -> Formula {
    let parts = vec![atom(random, facts), atom(random, facts)];
    if random.percent(50) {
        Formula::All(vec![atom(random, facts), Formula::Any(parts)])
    } else {
        Formula::Any(parts)
    }
}

fn norm(random: &mut Random, set: &NormSet, sectors: Option<usize>) -> Norm {
    // The sector fact is the last one and only ever the scope of a norm.
    let facts = set.facts.get(..BOOLS + ENUMS + INTS).unwrap_or(&set.facts);
    let mut parts = Vec::new();
    if let (Some(fact), Some(sectors)) = (set.sector, sectors) {
        parts.push(Formula::Fact(fact, Test::In(vec![random.below(sectors)])));
    }
    let atoms = 2 + random.below(5);
    let through_derived = random.percent(10);
    if through_derived {
        parts.push(Formula::Derived(random.below(set.derived.len())));
    }
    parts.extend((usize::from(through_derived)..atoms).map(|_| atom(random, facts)));
    let unless = random.percent(20).then(|| {
        let atoms = 1 + random.below(2);
        Formula::All((0..atoms).map(|_| atom(random, facts)).collect())
    });
    Norm {
        effect: effect(random),
        when: Formula::All(parts),
        unless: unless.into_iter().collect(),
        overrides: Vec::new(),
    }
}

/// 60 % grounds, 25 % forbid refusing, 5 % forbid serving, 10 % steps.
fn effect(random: &mut Random) -> Effect {
    match random.below(100) {
        0..60 => Effect::Ground(random.below(GROUNDS)),
        60..85 => Effect::ForbidRefusing,
        85..90 => Effect::ForbidServing,
        _ => Effect::Step(random.below(STEPS)),
    }
}

fn atom(random: &mut Random, facts: &[Kind]) -> Formula {
    let fact = random.below(facts.len());
    let test = match facts.get(fact) {
        Some(Kind::OneOf(values)) => {
            let first = random.below(*values);
            let second = (first + 1 + random.below(*values - 1)) % values;
            match random.below(10) {
                0..6 => Test::In(vec![first]),
                6..9 => Test::In(vec![first, second]),
                _ => Test::NotIn(vec![first]),
            }
        }
        Some(Kind::Int(low, high)) => {
            let limit = 10 * random.between(1, 9);
            match random.below(3) {
                0 => Test::Between(*low, limit - 1),
                1 => Test::Between(limit, *high),
                _ => Test::Between(limit, (limit + 29).min(*high)),
            }
        }
        _ if random.percent(70) => Test::Yes,
        _ => Test::No,
    };
    Formula::Fact(fact, test)
}
