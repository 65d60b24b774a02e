//! The part of the circuit above the norms: from which of them apply to the verdict.

use std::collections::BTreeSet;

use demur_lawbook::Verdict;

use crate::circuit::{Circuit, Gate, Node, Truth};

/// The gates between norms and verdicts. It takes a few steps to evaluate, where the
/// whole circuit takes thousands.
#[derive(Debug)]
pub(crate) struct Upper {
    /// Ascending, so that each stands behind the gates it reads.
    gates: Vec<Gate>,
}

impl Upper {
    /// What `verdicts` read down to `inputs`.
    pub(super) fn new(circuit: &Circuit, verdicts: &[(Verdict, Gate)], inputs: &[Gate]) -> Self {
        let inputs: BTreeSet<Gate> = inputs.iter().copied().collect();
        let mut found: BTreeSet<Gate> = BTreeSet::new();
        let mut queue: Vec<Gate> = verdicts.iter().map(|(_, gate)| *gate).collect();
        while let Some(gate) = queue.pop() {
            if inputs.contains(&gate) || found.contains(&gate) {
                continue;
            }
            match circuit.node(gate) {
                Node::Constant(_) | Node::Is(..) => continue,
                Node::Not(inner) => queue.push(*inner),
                Node::All(inner) | Node::Any(inner) => queue.extend(inner),
            }
            found.insert(gate);
        }
        Self {
            gates: found.into_iter().collect(),
        }
    }

    /// Replaces the values of its own gates by what follows from the values of all others.
    pub(crate) fn evaluate(&self, circuit: &Circuit, values: &mut [Truth]) {
        for gate in &self.gates {
            let truth = Circuit::truth(circuit.node(*gate), values);
            if let Some(value) = values.get_mut(gate.position()) {
                *value = truth.unwrap_or(*value);
            }
        }
    }
}
