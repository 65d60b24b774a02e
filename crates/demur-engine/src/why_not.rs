//! Why another verdict does not hold: which facts rule it out, through which norms,
//! and which norms would bring it about, were it not for a single fact.

use std::collections::BTreeSet;

use demur_lawbook::{Cells, Condition, Effect, Norm, NormId, Verdict};

use crate::circuit::{Gate, Node, Truth};
use crate::exact::minimal;
use crate::explain::telling_first;
use crate::knowledge::{Knowledge, Known};
use crate::opinion::{Because, Lacking, NearMiss, WhyNot};
use crate::reasoner::Reasoner;

/// More near misses than this hide the point.
const MOST_NEAR: usize = 3;

/// The verdicts that are not possible, each with what rules it out.
pub(crate) fn why_not(
    reasoner: &mut Reasoner<'_>,
    possible: &[Verdict],
    because: &[Because],
) -> Vec<WhyNot> {
    let candidates = telling_first(reasoner, because);
    let excluded = Verdict::ALL
        .into_iter()
        .filter(|verdict| !possible.contains(verdict));
    excluded
        .map(|verdict| {
            let gate = reasoner.program.verdict(verdict);
            let mut facts = reasoner.reason(gate, false, &candidates);
            facts.sort_unstable();
            let mut knowledge = Knowledge::nothing(reasoner.lawbook);
            facts
                .iter()
                .for_each(|fact| knowledge.learn(fact.variable, fact.cells));
            let by_facts = reasoner.program.circuit.evaluate(&knowledge);
            let norms = norms(reasoner, verdict, &by_facts, because)
                .or_else(|| norms(reasoner, verdict, reasoner.truths(), because));
            let lacking = match &norms {
                Some(norms) if norms.is_empty() => lacking(reasoner, verdict),
                _ => None,
            };
            WhyNot {
                verdict,
                near: lacking.map_or_else(Vec::new, |lacking| near(reasoner, lacking)),
                lacking,
                norms: norms.unwrap_or_default(),
                facts,
            }
        })
        .collect()
}

/// A smallest set of norms that certainly apply by these values and, while no other norm
/// applies than by them, rule the verdict out; nothing where that needs more than a look
/// at each norm by itself.
fn norms(
    reasoner: &Reasoner<'_>,
    verdict: Verdict,
    values: &[Truth],
    because: &[Because],
) -> Option<Vec<NormId>> {
    let program = reasoner.program;
    let is_true =
        |norm: &NormId| values.get(program.applies(*norm).position()) == Some(&Truth::True);
    let mut applying: Vec<NormId> = reasoner.lawbook.norms.ids().filter(is_true).collect();
    applying.sort_by_key(|norm| {
        let carries = because.iter().any(|each| each.norm == *norm);
        (!carries, reasoner.lawbook.norms[*norm].layer, *norm)
    });
    let mut rules_out = |chosen: &[NormId]| {
        let mut values = values.to_vec();
        let kept: BTreeSet<Gate> = chosen.iter().map(|norm| program.applies(*norm)).collect();
        for norm in &applying {
            let gate = program.applies(*norm);
            if let Some(value) = values
                .get_mut(gate.position())
                .filter(|_| !kept.contains(&gate))
            {
                *value = Truth::Unknown;
            }
        }
        program.upper.evaluate(&program.circuit, &mut values);
        values.get(program.verdict(verdict).position()) == Some(&Truth::False)
    };
    let all = applying.clone();
    rules_out(&all).then(|| {
        let mut norms = minimal(&all, &mut rules_out);
        norms.sort_unstable();
        norms
    })
}

/// What some norm would have to do for this verdict, and none does.
fn lacking(reasoner: &Reasoner<'_>, verdict: Verdict) -> Option<Lacking> {
    match verdict {
        Verdict::MustServe => Some(Lacking::ForbidsRefusing),
        Verdict::NotJustified => Some(Lacking::NeedsGround),
        Verdict::MayRefuseAfter => Some(Lacking::RequiresStep),
        Verdict::MustRefuse => Some(Lacking::ForbidsServing),
        Verdict::Conflict => {
            let forbids_serving = |(id, norm): (NormId, &Norm)| {
                let gate = reasoner.program.applies(id);
                norm.effect == Effect::ForbidServing
                    && reasoner.truths().get(gate.position()) == Some(&Truth::True)
            };
            Some(if reasoner.lawbook.norms.iter().any(forbids_serving) {
                Lacking::ForbidsRefusing
            } else {
                Lacking::ForbidsServing
            })
        }
        Verdict::MayRefuse => None,
    }
}

/// Norms in force here that do what is lacking, except that one atom of their condition
/// fails. Grounds for refusing are left out: nobody should be told which fact would have
/// made a refusal lawful.
fn near(reasoner: &Reasoner<'_>, lacking: Lacking) -> Vec<NearMiss> {
    let does = |norm: &Norm| match lacking {
        Lacking::ForbidsRefusing => norm.effect == Effect::ForbidRefusing,
        Lacking::ForbidsServing => norm.effect == Effect::ForbidServing,
        Lacking::NeedsGround => matches!(norm.effect, Effect::NeedsGround(_)),
        Lacking::RequiresStep => false,
    };
    let mut found: Vec<NearMiss> = reasoner
        .program
        .parts
        .iter()
        .filter(|(norm, _)| {
            let norm = &reasoner.lawbook.norms[*norm];
            does(norm) && is_here(reasoner, norm)
        })
        .filter_map(|(norm, parts)| {
            let fails = only_failure(reasoner, &parts.when, &parts.unless)?;
            Some(NearMiss { norm: *norm, fails })
        })
        .collect();
    found.sort_by_key(|miss| (reasoner.lawbook.norms[miss.norm].layer, miss.norm));
    found.truncate(MOST_NEAR);
    found
}

/// Whether the norm holds in the place of the situation.
fn is_here(reasoner: &Reasoner<'_>, norm: &Norm) -> bool {
    let Condition::All(parts) = &norm.when else {
        return true;
    };
    let mut here = true;
    if let Some(scope) = parts.first() {
        scope.each_variable(&mut |variable, cells| {
            let at_place = reasoner.lawbook.variables[variable].fact == reasoner.lawbook.place;
            here &= !at_place || reasoner.knowledge.cells(variable).is_inside(cells);
        });
    }
    here
}

/// The single known fact that keeps all conditions from holding.
fn only_failure(reasoner: &Reasoner<'_>, when: &[Gate], unless: &[Gate]) -> Option<Known> {
    let truth = |gate: &Gate| reasoner.truths().get(gate.position()).copied();
    let wrong = when
        .iter()
        .filter(|gate| truth(gate) != Some(Truth::True))
        .chain(
            unless
                .iter()
                .filter(|gate| truth(gate) != Some(Truth::False)),
        );
    let wrong: Vec<&Gate> = wrong.collect();
    let [only] = wrong.as_slice() else {
        return None;
    };
    if truth(only) == Some(Truth::Unknown) {
        return None;
    }
    let circuit = &reasoner.program.circuit;
    let variable = match circuit.node(**only) {
        Node::Is(variable, _) => *variable,
        Node::Not(inner) => match circuit.node(*inner) {
            Node::Is(variable, _) => *variable,
            _ => return None,
        },
        _ => return None,
    };
    let fact = reasoner.lawbook.variables[variable].fact;
    let lawbook = reasoner.lawbook;
    let hidden = lawbook.facts[fact].never_ask
        || [lawbook.reasons, lawbook.comparator].contains(&Some(fact));
    let cells: Cells = reasoner.knowledge.cells(variable);
    (!hidden).then_some(Known { variable, cells })
}
