//! Cuts a circuit in two: conditions on facts below, and what follows from them above.

use std::collections::{BTreeMap, BTreeSet};

use demur_lawbook::Lawbook;

use super::terms::Term;
use crate::circuit::{Circuit, Gate, Node};
use crate::program::Program;

/// Most terms into which one condition is taken apart. Real provisions need a handful;
/// a condition that needs more is worked out gate by gate.
const MOST_TERMS: usize = 128;

/// A condition that is a disjunction of terms, except where one of others holds.
#[derive(Debug, Default)]
pub(crate) struct Alternatives {
    pub(crate) any: BTreeSet<Term>,
    pub(crate) none: BTreeSet<Term>,
}

/// The two parts of a circuit.
#[derive(Debug)]
pub(crate) struct Cut {
    /// Conditions on facts alone.
    pub(crate) conditions: BTreeMap<Gate, Alternatives>,
    /// Gates above them that an opinion reads, in an order in which each stands behind
    /// the gates that it reads.
    pub(crate) above: Vec<Gate>,
}

impl Cut {
    pub(crate) fn new(lawbook: &Lawbook, program: &Program) -> Self {
        let circuit = &program.circuit;
        let holds: BTreeSet<Gate> = program.holds.iter().map(|(_, gate)| *gate).collect();
        let mut above: BTreeSet<Gate> = BTreeSet::new();
        let mut bottom: BTreeSet<Gate> = BTreeSet::new();
        let rests_on_norms = rests_on(circuit, &holds);
        let mut queue = program.outputs();
        while let Some(gate) = queue.pop() {
            let is_condition = holds.contains(&gate) || !rests_on_norms.contains(&gate);
            if gate == Gate::FALSE || gate == Gate::TRUE {
                continue;
            }
            if is_condition {
                bottom.insert(gate);
            } else if above.insert(gate) {
                queue.extend(circuit.node(gate).reads());
            }
        }
        let mut conditions = BTreeMap::new();
        while let Some(gate) = bottom.pop_last() {
            match alternatives(lawbook, circuit, gate) {
                Some(alternatives) => {
                    conditions.insert(gate, alternatives);
                }
                None => {
                    above.insert(gate);
                    let reads = circuit.node(gate).reads().iter();
                    bottom.extend(reads.filter(|each| !above.contains(*each)));
                }
            }
        }
        conditions.retain(|gate, _| !above.contains(gate));
        Self {
            conditions,
            above: above.into_iter().collect(),
        }
    }
}

/// Gates that read one of `holds`, directly or not.
fn rests_on(circuit: &Circuit, holds: &BTreeSet<Gate>) -> BTreeSet<Gate> {
    let mut resting: BTreeSet<Gate> = BTreeSet::new();
    for (gate, node) in circuit.gates() {
        let reads = node.reads();
        if reads
            .iter()
            .any(|each| holds.contains(each) || resting.contains(each))
        {
            resting.insert(gate);
        }
    }
    resting
}

/// The condition as terms, unless it needs too many.
fn alternatives(lawbook: &Lawbook, circuit: &Circuit, gate: Gate) -> Option<Alternatives> {
    let expand = Expand { lawbook, circuit };
    let Node::All(parts) = circuit.node(gate) else {
        return Some(Alternatives {
            any: expand.terms(gate, true)?,
            none: BTreeSet::new(),
        });
    };
    let mut any = BTreeSet::from([Term::new()]);
    let mut none = BTreeSet::new();
    for part in parts {
        match circuit.node(*part) {
            Node::Not(exception) => none.extend(expand.terms(*exception, true)?),
            _ => any = expand.and(&any, &expand.terms(*part, true)?)?,
        }
    }
    Some(Alternatives { any, none })
}

struct Expand<'a> {
    lawbook: &'a Lawbook,
    circuit: &'a Circuit,
}

impl Expand<'_> {
    /// Terms of which one holds exactly when the gate has this value.
    fn terms(&self, gate: Gate, value: bool) -> Option<BTreeSet<Term>> {
        match self.circuit.node(gate) {
            Node::Constant(constant) if *constant == value => Some(BTreeSet::from([Term::new()])),
            Node::Constant(_) => Some(BTreeSet::new()),
            Node::Is(variable, cells) => {
                let cells = if value {
                    *cells
                } else {
                    self.lawbook.variables[*variable].all().without(*cells)
                };
                Some(BTreeSet::from([Term::from([(*variable, cells)])]))
            }
            Node::Not(inner) => self.terms(*inner, !value),
            Node::All(parts) if value => self.all(parts, value),
            Node::Any(parts) if !value => self.all(parts, value),
            Node::All(parts) | Node::Any(parts) => self.any(parts, value),
        }
    }

    fn all(&self, parts: &[Gate], value: bool) -> Option<BTreeSet<Term>> {
        let mut terms = BTreeSet::from([Term::new()]);
        for part in parts {
            terms = self.and(&terms, &self.terms(*part, value)?)?;
        }
        Some(terms)
    }

    fn any(&self, parts: &[Gate], value: bool) -> Option<BTreeSet<Term>> {
        let mut terms = BTreeSet::new();
        for part in parts {
            terms.extend(self.terms(*part, value)?);
        }
        (terms.len() <= MOST_TERMS).then_some(terms)
    }

    fn and(&self, left: &BTreeSet<Term>, right: &BTreeSet<Term>) -> Option<BTreeSet<Term>> {
        let mut terms = BTreeSet::new();
        for one in left {
            terms.extend(right.iter().filter_map(|other| self.both(one, other)));
        }
        (terms.len() <= MOST_TERMS).then_some(terms)
    }

    /// Both terms in one, unless they exclude each other.
    fn both(&self, one: &Term, other: &Term) -> Option<Term> {
        let mut term = one.clone();
        for (variable, cells) in other {
            let all = self.lawbook.variables[*variable].all();
            let mask = term.entry(*variable).or_insert(all);
            *mask = mask.and(*cells);
            if mask.is_empty() {
                return None;
            }
        }
        Some(term)
    }
}
