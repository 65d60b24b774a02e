//! Cheapest sets of changes, each of them complete: a best-first tree of hitting sets.
//!
//! A set of changes that does not do is refuted by a world, or by facts that stay as
//! they are; every set that does, and includes it, has to change one of those. So the
//! children of a set are exactly these changes, and nothing that does is missed.
//! (R. Reiter, "A theory of diagnosis from first principles", 1987.)

use std::collections::{BTreeSet, BinaryHeap};

use demur_lawbook::{Cells, VarId};

use super::MOST_WAYS;
use super::options::{Choice, Options};
use super::reach::Reach;
use crate::exact::minimal;
use crate::knowledge::{Knowledge, Known};

/// A bound against packs that nobody writes: with so many sets tried, what was found
/// so far is still right and cheapest, but there may be more.
const MOST_TRIALS: usize = 1_000;

type Changes = Vec<Choice>;

/// What became of a set of changes.
enum Trial {
    /// It does.
    Does,
    /// It does not; one of these would have to be changed, too.
    Lacks(Vec<Choice>),
}

/// The cheapest changes after which every completion meets the goal.
pub(super) fn certain(reach: &mut Reach, options: &Options) -> Vec<Changes> {
    cheapest(|change| {
        let knowledge = options.after(change);
        let done = may_be_done(options, &knowledge);
        let Some(world) = reach.miss(&knowledge, done) else {
            return if reach.holds_together(&knowledge) {
                Trial::Does
            } else {
                Trial::Lacks(others(options, change, |_| true))
            };
        };
        Trial::Lacks(others(options, change, |choice| {
            !world.fits(choice.known())
        }))
    })
}

/// Everything that may be done already: what a world with all of it still lacks is worth a try,
/// anything else is not.
fn may_be_done(options: &Options, knowledge: &Knowledge) -> Vec<Known> {
    let open = |choice: &&Choice| {
        let cells = knowledge.cells(choice.variable);
        choice.known().cells.is_inside(cells) && cells != choice.known().cells
    };
    let only = options.choices.iter().filter(|choice| choice.is_only);
    only.filter(open).map(|choice| choice.known()).collect()
}

/// The cheapest changes after which some completion meets the goal.
pub(super) fn perhaps(reach: &mut Reach, options: &Options) -> Vec<Changes> {
    cheapest(|change| {
        if reach.may_meet(&options.after(change)) {
            return Trial::Does;
        }
        let kept = in_the_way(reach, options, change);
        Trial::Lacks(others(options, change, |choice| {
            kept.contains(&choice.variable)
        }))
    })
}

/// Changes of other variables that are worth a try.
fn others(options: &Options, change: &[Choice], worth: impl Fn(&Choice) -> bool) -> Changes {
    let is_changed = |variable: VarId| change.iter().any(|each| each.variable == variable);
    let choices = options.choices.iter().copied();
    choices
        .filter(|choice| !is_changed(choice.variable) && worth(choice))
        .collect()
}

/// Unchanged variables that together, as long as they stay as they are, keep the goal
/// from being reached whatever is made of the others.
fn in_the_way(reach: &mut Reach, options: &Options, change: &[Choice]) -> Vec<VarId> {
    let unchanged: BTreeSet<VarId> = others(options, change, |_| true)
        .into_iter()
        .map(|choice| choice.variable)
        .collect();
    let candidates: Vec<VarId> = unchanged.into_iter().collect();
    minimal(&candidates, &mut |kept: &[VarId]| {
        let mut knowledge = options.after(change);
        for choice in &options.choices {
            let free = candidates.contains(&choice.variable) && !kept.contains(&choice.variable);
            if free {
                let cells = knowledge.cells(choice.variable);
                knowledge.set(
                    choice.variable,
                    Cells(cells.0 | Cells::single(choice.cell).0),
                );
            }
        }
        !reach.may_meet(&knowledge)
    })
}

/// Tries sets of changes, the cheapest first, until enough of them do.
fn cheapest(mut trial: impl FnMut(&[Choice]) -> Trial) -> Vec<Changes> {
    let mut found: Vec<Changes> = Vec::new();
    let mut seen: BTreeSet<Vec<Known>> = BTreeSet::new();
    let mut queue = BinaryHeap::from([std::cmp::Reverse((0_u32, Changes::new()))]);
    while let Some(std::cmp::Reverse((cost, change))) = queue.pop() {
        if found.len() == MOST_WAYS || seen.len() > MOST_TRIALS {
            break;
        }
        if found.iter().any(|way| is_part(way, &change)) {
            continue;
        }
        match trial(&change) {
            Trial::Does if change.is_empty() => return Vec::new(),
            Trial::Does => found.push(change),
            Trial::Lacks(more) => {
                for choice in more {
                    let mut larger = change.clone();
                    larger.push(choice);
                    larger.sort_unstable();
                    if seen.insert(larger.iter().map(|each| each.known()).collect()) {
                        queue.push(std::cmp::Reverse((cost + choice.cost, larger)));
                    }
                }
            }
        }
    }
    found
}

/// Whether `way` asks for no more than `change` does.
fn is_part(way: &[Choice], change: &[Choice]) -> bool {
    way.iter().all(|one| {
        change.iter().any(|other| {
            one.variable == other.variable
                && (one.cell == other.cell || one.grows && one.cell < other.cell)
        })
    })
}
