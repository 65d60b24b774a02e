//! Which unknown facts can still change the answer, in the order in which to ask.

use demur_lawbook::{Cells, FactId, NormId, Verdict};

use crate::circuit::Gate;
use crate::gates::Gates as _;
use crate::knowledge::Known;
use crate::opinion::{Missing, Opinion};
use crate::plan;
use crate::reasoner::Reasoner;

/// Unknown facts that can still change the verdict; when it is fixed, those that
/// can still change a step. In the order in which to ask; facts that are never asked
/// are left out.
pub(crate) fn missing(reasoner: &mut Reasoner<'_>, opinion: &Opinion) -> Vec<Missing> {
    let gates = undecided(reasoner, opinion);
    let lawbook = reasoner.lawbook;
    let mut facts = reasoner.open_facts(&gates);
    facts.retain(|fact| !lawbook.facts[*fact].never_ask && has_answers(reasoner, *fact));
    let ordered = plan::order(reasoner, &gates, facts);
    ordered
        .into_iter()
        .map(|fact| describe(reasoner, opinion, fact))
        .collect()
}

/// Whether more than one answer can be given besides what is known.
fn has_answers(reasoner: &mut Reasoner<'_>, fact: FactId) -> bool {
    let lawbook = reasoner.lawbook;
    lawbook.facts[fact].variables.iter().any(|variable| {
        let cells: Vec<usize> = reasoner.knowledge.cells(*variable).iter().collect();
        let possible = |cell: &usize| {
            reasoner.can_also_be(Known {
                variable: *variable,
                cells: Cells::single(*cell),
            })
        };
        cells
            .iter()
            .map(possible)
            .filter(|possible| *possible)
            .nth(1)
            .is_some()
    })
}

/// What is not settled yet: verdicts, then steps that a refusal waits for.
fn undecided(reasoner: &mut Reasoner<'_>, opinion: &Opinion) -> Vec<Gate> {
    match opinion.verdict {
        None => {
            let possible = opinion.possible.clone();
            possible
                .into_iter()
                .map(|verdict| reasoner.program.verdict(verdict))
                .collect()
        }
        Some(Verdict::MayRefuseAfter) => {
            let outstanding = reasoner.program.outstanding.clone();
            outstanding
                .into_iter()
                .map(|(_, gate)| gate)
                .filter(|gate| reasoner.settled(*gate).is_none())
                .collect()
        }
        Some(
            Verdict::MustServe
            | Verdict::NotJustified
            | Verdict::MayRefuse
            | Verdict::MustRefuse
            | Verdict::Conflict,
        ) => Vec::new(),
    }
}

fn describe(reasoner: &mut Reasoner<'_>, opinion: &Opinion, fact: FactId) -> Missing {
    let decides = if opinion.verdict.is_some() {
        Vec::new()
    } else {
        decides(reasoner, &opinion.possible, fact)
    };
    Missing {
        fact,
        norms: norms_looking_at(reasoner, fact),
        decides,
    }
}

/// The verdicts that some answer rules out and another leaves possible.
fn decides(reasoner: &mut Reasoner<'_>, possible: &[Verdict], fact: FactId) -> Vec<Verdict> {
    let mut always = possible.to_vec();
    for variable in &reasoner.lawbook.facts[fact].variables {
        for cell in reasoner
            .knowledge
            .cells(*variable)
            .iter()
            .collect::<Vec<_>>()
        {
            let answer = Known {
                variable: *variable,
                cells: Cells::single(cell),
            };
            if reasoner.can_also_be(answer) {
                always.retain(|verdict| reasoner.is_possible_with(*verdict, answer));
            }
        }
    }
    possible
        .iter()
        .copied()
        .filter(|verdict| !always.contains(verdict))
        .collect()
}

/// Unsettled norms that look at the fact.
fn norms_looking_at(reasoner: &Reasoner<'_>, fact: FactId) -> Vec<NormId> {
    let lawbook = reasoner.lawbook;
    let looks = |norm: &demur_lawbook::Norm| {
        let mut found = false;
        let mut see = |variable, _| found |= lawbook.variables[variable].fact == fact;
        norm.when.each_variable(&mut see);
        norm.unless
            .iter()
            .for_each(|unless| unless.each_variable(&mut see));
        if let demur_lawbook::Effect::ForbidRefusingBecause(reasons) = &norm.effect {
            reasons.iter().for_each(|reason| see(*reason, Cells::YES));
        }
        if let demur_lawbook::Effect::RequireStep { step, .. } = &norm.effect {
            step.leaves()
                .into_iter()
                .for_each(|step| lawbook.steps[step].done.each_variable(&mut see));
        }
        found
    };
    let open = |id: NormId| reasoner.is_open(reasoner.program.applies(id));
    lawbook
        .norms
        .iter()
        .filter(|(id, norm)| open(*id) && looks(norm))
        .map(|(id, _)| id)
        .collect()
}
