//! The smallest situation that still shows a difference.

use demur_lawbook::{Id as _, Lawbook};

use crate::world::World;

/// Gives every variable its plainest cell, one after another, as long as the situation
/// stays possible and `differs`; until nothing changes any more.
pub(crate) fn smallest(
    lawbook: &Lawbook,
    world: &World,
    typical: &[Option<usize>],
    differs: &mut dyn FnMut(&World) -> bool,
) -> World {
    let mut smallest = world.clone();
    loop {
        let before = smallest.clone();
        for (variable, info) in lawbook.variables.iter() {
            if info.fact == lawbook.place {
                continue;
            }
            let plain = typical.get(variable.position()).copied().flatten();
            let mut trial = smallest.clone();
            trial.set(variable, plain.unwrap_or(0));
            trial.settle_numbers(lawbook);
            if trial != smallest && trial.is_possible(lawbook) && differs(&trial) {
                smallest = trial;
            }
        }
        if smallest == before {
            return smallest;
        }
    }
}
