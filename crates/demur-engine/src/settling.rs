//! Which further facts would settle what is open.

use batsat::Lit;
use demur_lawbook::{Cells, VarId};

use crate::circuit::Gate;
use crate::exact::minimal;
use crate::knowledge::{Knowledge, Known, cells_of};
use crate::opinion::{Opinion, WouldBe};
use crate::reasoner::Reasoner;

/// Facts that settle a question.
#[derive(Debug)]
pub(crate) struct Settling {
    /// A smallest set of further facts, without reasons for refusing.
    pub(crate) facts: Vec<Known>,
    /// Whether it takes an answer about the reasons, too.
    pub(crate) depends_on_reasons: bool,
}

/// For each verdict that is possible while the verdict is open, what would settle it.
pub(crate) fn would_be(reasoner: &mut Reasoner<'_>, opinion: &Opinion) -> Vec<WouldBe> {
    if opinion.verdict.is_some() {
        return Vec::new();
    }
    let knowledge = reasoner.knowledge.clone();
    let mut found = Vec::new();
    for verdict in &opinion.possible {
        let gate = reasoner.program.verdict(*verdict);
        let goal = reasoner.literal(gate);
        if let Some(settling) = settling(reasoner, &knowledge, gate, goal) {
            found.push(WouldBe {
                verdict: *verdict,
                facts: settling.facts,
                depends_on_reasons: settling.depends_on_reasons,
            });
        }
    }
    found
}

/// A smallest set of facts, beside what is known, by which `goal` holds for certain;
/// nothing where it cannot hold. `gate` is the one of which `goal` speaks.
///
/// Of all worlds in which the goal holds it starts from the most usual one, so that no
/// strange coincidence is told where an ordinary one does.
pub(crate) fn settling(
    reasoner: &mut Reasoner<'_>,
    knowledge: &Knowledge,
    gate: Gate,
    goal: Lit,
) -> Option<Settling> {
    let base = reasoner.all_literals(knowledge);
    let mut candidates = usual_world(reasoner, knowledge, gate, &base, goal)?;
    let lawbook = reasoner.lawbook;
    let hidden = |known: &Known| {
        let fact = lawbook.variables[known.variable].fact;
        [lawbook.reasons, lawbook.comparator].contains(&Some(fact)) || lawbook.facts[fact].never_ask
    };
    // Those are kept that come first: what is plain to see, reasons only at last.
    candidates.sort_by_key(|known| {
        let fact = lawbook.variables[known.variable].fact;
        (hidden(known), lawbook.facts[fact].cost, known.variable)
    });
    let mut settles = |facts: &[Known]| {
        let mut literals = base.clone();
        literals.extend(reasoner.literals(facts));
        literals.push(!goal);
        !reasoner.can_be_where(&literals)
    };
    let mut facts = minimal(&candidates, &mut settles);
    widen(&mut facts, knowledge, &mut settles);
    let (reasons, mut facts): (Vec<Known>, Vec<Known>) = facts.into_iter().partition(hidden);
    facts.sort_unstable();
    Some(Settling {
        facts,
        depends_on_reasons: !reasons.is_empty(),
    })
}

/// Lets each fact be more than it is, as far as all of them still settle the question.
fn widen(facts: &mut [Known], knowledge: &Knowledge, settles: &mut impl FnMut(&[Known]) -> bool) {
    for index in 0..facts.len() {
        let Some(known) = facts.get(index).copied() else {
            return;
        };
        for cell in knowledge.cells(known.variable).iter() {
            let Some(own) = facts.get_mut(index) else {
                return;
            };
            let before = own.cells;
            own.cells = Cells(before.0 | Cells::single(cell).0);
            if own.cells != before
                && !settles(facts)
                && let Some(own) = facts.get_mut(index)
            {
                own.cells = before;
            }
        }
    }
}

/// A world in which the goal holds, with the typical answer wherever there can be one,
/// question by question: only what is open and can matter.
fn usual_world(
    reasoner: &mut Reasoner<'_>,
    knowledge: &Knowledge,
    gate: Gate,
    base: &[Lit],
    goal: Lit,
) -> Option<Vec<Known>> {
    let mut literals = base.to_vec();
    literals.push(goal);
    let mut world = reasoner.world_where(&literals)?;
    let mut facts = Vec::new();
    for variable in open_variables(reasoner, knowledge, gate) {
        for cells in usual_first(reasoner, knowledge, variable) {
            let known = Known { variable, cells };
            let fits = world.fits(known) || {
                let before = literals.len();
                literals.extend(reasoner.literals(&[known]));
                let found = reasoner.world_where(&literals);
                literals.truncate(before);
                found.is_some_and(|found| {
                    world = found;
                    true
                })
            };
            if fits {
                literals.extend(reasoner.literals(&[known]));
                facts.push(known);
                break;
            }
        }
    }
    Some(facts)
}

/// Variables on which `gate` may still depend, in the order of the vocabulary.
fn open_variables(reasoner: &Reasoner<'_>, knowledge: &Knowledge, gate: Gate) -> Vec<VarId> {
    let circuit = &reasoner.program.circuit;
    let values = circuit.evaluate(knowledge);
    let mut found = Vec::new();
    circuit.open_variables(&[gate], &values, |variable| found.push(variable));
    found.sort_unstable();
    found.dedup();
    found
}

/// The cells of a variable one by one, the typical one first.
fn usual_first(reasoner: &Reasoner<'_>, knowledge: &Knowledge, variable: VarId) -> Vec<Cells> {
    let lawbook = reasoner.lawbook;
    let fact = lawbook.variables[variable].fact;
    let typical = lawbook.facts[fact].typical.as_ref().and_then(|answer| {
        let all = cells_of(lawbook, fact, answer);
        all.into_iter().find(|(each, _)| *each == variable)
    });
    let typical = typical.map_or(Cells::default(), |(_, cells)| cells);
    let mut cells: Vec<Cells> = knowledge
        .cells(variable)
        .iter()
        .map(Cells::single)
        .collect();
    cells.sort_by_key(|cell| !cell.is_inside(typical));
    cells
}
