//! Known facts that make a gate what it is, read off the circuit.

use crate::circuit::{Circuit, Gate, Node, Truth};
use crate::knowledge::{Knowledge, Known};

/// Known facts that alone give the gate this value, if the circuit shows some. They
/// need not be the fewest.
pub(crate) fn reasons(circuit: &Circuit, known: &Knowledge, gate: Gate) -> Option<Vec<Known>> {
    let mut reasons = Reasons {
        circuit,
        known,
        facts: Vec::new(),
    };
    if reasons.truth(gate) != Truth::True {
        return None;
    }
    reasons.explain(gate, true);
    reasons.facts.sort_unstable();
    reasons.facts.dedup();
    Some(reasons.facts)
}

struct Reasons<'a> {
    circuit: &'a Circuit,
    known: &'a Knowledge,
    facts: Vec<Known>,
}

impl Reasons<'_> {
    fn truth(&self, gate: Gate) -> Truth {
        let truths = |gates: &[Gate], decisive: Truth, otherwise: Truth| {
            let mut truth = otherwise;
            for gate in gates {
                match self.truth(*gate) {
                    each if each == decisive => return decisive,
                    Truth::Unknown => truth = Truth::Unknown,
                    Truth::True | Truth::False => {}
                }
            }
            truth
        };
        match self.circuit.node(gate) {
            Node::Constant(true) => Truth::True,
            Node::Constant(false) => Truth::False,
            Node::Is(variable, cells) => self.known.is_in(*variable, *cells),
            Node::Not(inner) => self.truth(*inner).negated(),
            Node::All(gates) => truths(gates, Truth::False, Truth::True),
            Node::Any(gates) => truths(gates, Truth::True, Truth::False),
        }
    }

    /// Adds facts that give the gate this value, which it has.
    fn explain(&mut self, gate: Gate, value: bool) {
        match self.circuit.node(gate) {
            Node::Constant(_) => {}
            Node::Is(variable, _) => self.facts.push(Known {
                variable: *variable,
                cells: self.known.cells(*variable),
            }),
            Node::Not(inner) => self.explain(*inner, !value),
            Node::All(gates) if value => gates.iter().for_each(|each| self.explain(*each, value)),
            Node::Any(gates) if !value => gates.iter().for_each(|each| self.explain(*each, value)),
            Node::All(gates) | Node::Any(gates) => {
                let wanted = if value { Truth::True } else { Truth::False };
                let decisive = gates.iter().find(|each| self.truth(**each) == wanted);
                if let Some(decisive) = decisive {
                    self.explain(*decisive, value);
                }
            }
        }
    }
}
