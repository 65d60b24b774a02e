//! What staff can do so that serving, or refusing, becomes safe.

mod options;
mod reach;
mod search;

use demur_lawbook::{Cells, Verdict};

use crate::circuit::{Gate, Truth};
use crate::knowledge::Knowledge;
use crate::opinion::{Goal, Opinion, Way};
use crate::reasoner::Reasoner;
use crate::settling::settling;
use options::Options;

/// Nobody reads more ways than this for one goal.
const MOST_WAYS: usize = 5;

/// The cheapest changes after which serving is safe where it is not now, then those
/// after which refusing is allowed where it is not now. Reasons and traits are never
/// changed; nothing is made so that it stops being so in order to refuse.
pub(crate) fn ways(reasoner: &mut Reasoner<'_>, opinion: &Opinion) -> Vec<Way> {
    let mut ways = Vec::new();
    if !opinion.serving_is_safe {
        ways.extend(towards(reasoner, Goal::Serve));
    }
    if !opinion.refusing_is_safe {
        ways.extend(towards(reasoner, Goal::Refuse));
    }
    ways
}

/// A gate, and the value that it has to have.
type Aim = (Gate, bool);

fn aim(reasoner: &Reasoner<'_>, goal: Goal) -> Aim {
    match goal {
        Goal::Serve => (reasoner.program.serving_is_wrong, false),
        Goal::Refuse => (reasoner.program.verdict(Verdict::MayRefuse), true),
    }
}

/// Ways that are certain; where there is none, and the goal cannot be reached now, ways
/// after which it can.
fn towards(reasoner: &mut Reasoner<'_>, goal: Goal) -> Vec<Way> {
    let aim = aim(reasoner, goal);
    let Some((options, mut reach)) = Options::new(reasoner, goal, aim) else {
        return Vec::new();
    };
    let certain = search::certain(&mut reach, &options);
    let (changes, is_certain) = if certain.is_empty() {
        (search::perhaps(&mut reach, &options), false)
    } else {
        (certain, true)
    };
    let literal = match aim {
        (gate, true) => reasoner.literal(gate),
        (gate, false) => !reasoner.literal(gate),
    };
    changes
        .into_iter()
        .map(|change| {
            let knowledge = options.after(&change);
            let settled = if is_certain {
                None
            } else {
                settling(reasoner, &knowledge, aim.0, literal)
            };
            Way {
                goal,
                change: change.iter().map(|choice| choice.known()).collect(),
                cost: change.iter().map(|choice| choice.cost).sum(),
                possible: possible_after(reasoner, &knowledge),
                certain: is_certain,
                depends_on_reasons: settled
                    .as_ref()
                    .is_some_and(|settled| settled.depends_on_reasons),
                provided: settled.map_or_else(Vec::new, |settled| settled.facts),
            }
        })
        .collect()
}

/// The verdicts that are possible when this is known instead.
fn possible_after(reasoner: &mut Reasoner<'_>, knowledge: &Knowledge) -> Vec<Verdict> {
    let truths = reasoner.program.circuit.evaluate(knowledge);
    let mut literals = reasoner.all_literals(knowledge);
    let mut possible = Vec::new();
    for (verdict, gate) in &reasoner.program.verdicts {
        let is_possible = match truths.get(gate.position()) {
            Some(Truth::True) => true,
            Some(Truth::False) => false,
            Some(Truth::Unknown) | None => {
                literals.push(reasoner.literal(*gate));
                let found = reasoner.can_be_where(&literals);
                literals.pop();
                found
            }
        };
        possible.extend(is_possible.then_some(*verdict));
    }
    possible
}

/// Cells that come later than every cell in `cells`, or than its first one.
fn above(cells: Cells, all: Cells) -> Cells {
    let first = cells.iter().next().unwrap_or_default();
    let later = all.iter().filter(|cell| *cell > first);
    later.fold(Cells::default(), |found, cell| {
        Cells(found.0 | Cells::single(cell).0)
    })
}
